/** Printed numbers against the ones a report would print: numbers that skip, numbers used twice, numbering on or restarting. */
import type { Settings } from '../ledger/settings';
import { mostFrequent } from './headlines';
import type { Outline, OutlinedIssue } from './issueOutline';
import { type Line, numberOf } from './lines';
import { WARNINGS } from './wording';

type Numbering = Settings['numbering'];

/** Whether issue numbers run on across aspects or restart in each; undefined where the document cannot tell. */
export function numberingOf({ issues }: Outline): { numbering: Numbering | undefined; warnings: string[] } {
  const inRun = runOf(issues);
  let [restarts, goesOn] = [0, 0];
  let last = 0;
  issues.forEach(({ line, first }, i) => {
    if (!inRun.has(line)) return;
    const number = line.mark?.number;
    if (first && i > 0) {
      if (number === 1) restarts += 1;
      else if (number === last + 1 || number === i + 1) goesOn += 1;
    }
    last = number ?? last;
  });
  const numbering = restarts > goesOn ? '分方面编号' : issues.length > 0 ? '连续编号' : undefined;
  return { numbering, warnings: twiceUsed(issues, inRun, numbering === '连续编号') };
}

/** Sentences on numbers that do not follow the one before. */
export function checkNumbers(lines: readonly Line[], { issues }: Outline, numbering: Numbering | undefined): string[] {
  const warnings: string[] = [];
  const headlines = new Set(issues.map(({ line }) => line));
  const inIssues = linesInIssues(issues);
  const inRun = runOf(issues);
  /** By level: the number a report would print, and the one the document prints. */
  const counters = Array.from({ length: 5 }, () => ({ counted: 0, printed: 0 }));
  const runningOn = { counted: 0, printed: 0 };
  for (const line of lines) {
    const { mark } = line;
    const own = counters[mark?.level ?? 5];
    if (!mark || !own || inIssues.has(line)) continue;
    const isIssue = headlines.has(line);
    const running = isIssue && numbering === '连续编号';
    const counter = running && inRun.has(line) ? runningOn : own;
    // an issue among groups has a number of theirs, and counts among the issues all the same
    if (running && counter === own) {
      runningOn.counted += 1;
      runningOn.printed += 1;
    }
    counter.counted += 1;
    const repeated = isIssue && mark.number === counter.printed;
    if (mark.number === undefined) {
      warnings.push(WARNINGS.headingByStyle(line.text));
    } else if (mark.number !== counter.printed + 1 && !repeated) {
      warnings.push(WARNINGS.skips(line.text.slice(0, mark.length + 12), counter.counted));
    }
    counter.printed = mark.number ?? counter.printed + 1;
    for (const deeper of counters.slice(mark.level + 1)) Object.assign(deeper, { counted: 0, printed: 0 });
  }
  return warnings;
}

/** Sentences on numbers of another form or level than a report prints. */
export function checkForms(lines: readonly Line[], { headings, issues }: Outline): string[] {
  const inIssues = linesInIssues(issues);
  const unusual = lines.find((line) => line.mark?.usual === false && line.mark.level < 5 && !inIssues.has(line));
  const levels = [
    // headings of level one have their own sentence
    ...headings
      .filter(({ line }) => line.mark?.level !== 1)
      .map(({ line, role }) => ({ line, usual: role === 'aspect' ? 2 : 3 })),
    ...issues.map(({ line, group }) => ({ line, usual: group === '' ? 3 : 4 })),
  ];
  const others = levels.filter(({ line, usual }) => line.mark?.level !== usual);
  const firsts = [2, 3, 4].flatMap((usual) => others.find((one) => one.usual === usual) ?? []);
  return [
    ...(unusual ? [WARNINGS.unusualMark(numberOf(unusual))] : []),
    ...firsts.map(({ line }) => WARNINGS.otherLevel(numberOf(line))),
  ];
}

/** The issues numbered among themselves: on the usual level, or where a report prints them; not those among groups. */
function runOf(issues: Outline['issues']): Set<Line> {
  const usual = mostFrequent(issues.map(({ line }) => line.mark?.level));
  const grouped = new Set(issues.flatMap(({ aspect, group }) => (group === '' ? [] : [aspect])));
  const levelOf = ({ aspect, group }: OutlinedIssue): number | undefined => {
    if (grouped.size === 0) return usual;
    return group !== '' ? 4 : grouped.has(aspect) ? 0 : 3;
  };
  return new Set(issues.filter((one) => one.line.mark?.level === levelOf(one)).map(({ line }) => line));
}

function linesInIssues(issues: Outline['issues']): Set<Line> {
  return new Set(issues.flatMap(({ body }) => body));
}

/** Issues of one numbering run that print the same number. */
function twiceUsed(issues: Outline['issues'], inRun: ReadonlySet<Line>, continuing: boolean): string[] {
  let run = new Map<number, number[]>();
  const runs = [run];
  issues.forEach(({ line, first }, i) => {
    if (first && !continuing) {
      run = new Map();
      runs.push(run);
    }
    const printed = inRun.has(line) ? line.mark?.number : undefined;
    if (printed !== undefined) run.set(printed, [...(run.get(printed) ?? []), i + 1]);
  });
  return runs
    .flatMap((one) => [...one])
    .flatMap(([printed, numbers]) => (numbers.length > 1 ? WARNINGS.samePrinted(printed, numbers) : []));
}
