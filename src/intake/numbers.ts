/** Printed numbers against the ones a report would print: numbers that skip, numbers used twice, numbering on or restarting. */
import type { Settings } from '../ledger/settings';
import type { Outline } from './issueOutline';
import type { Line } from './lines';
import { WARNINGS } from './wording';

type Numbering = Settings['numbering'];

/** Whether issue numbers run on across aspects or restart in each; undefined where the document cannot tell. */
export function numberingOf({ issues }: Outline): { numbering: Numbering | undefined; warnings: string[] } {
  let restarts = 0;
  let goesOn = 0;
  let last: number | undefined;
  for (const { line, first } of issues) {
    const number = line.mark?.number;
    if (first && last !== undefined && number === 1) restarts += 1;
    else if (first && last !== undefined && number === last + 1) goesOn += 1;
    last = number;
  }
  const numbering = restarts > goesOn ? '分方面编号' : goesOn > 0 || issues.length > 0 ? '连续编号' : undefined;
  const continuing = numbering === '连续编号';
  return { numbering, warnings: twiceUsed(issues, continuing) };
}

/** Sentences on numbers that do not follow the one before, and on number forms a report does not print. */
export function checkNumbers(lines: readonly Line[], outline: Outline, numbering: Numbering | undefined): string[] {
  const warnings: string[] = [];
  const issues = new Set(outline.issues.map(({ line }) => line));
  const inIssues = new Set(outline.issues.flatMap(({ body }) => body));
  const counters = [0, 0, 0, 0, 0];
  let lastIssue = 0;
  let unusual: string | undefined;
  for (const line of lines) {
    const { mark } = line;
    if (!mark || mark.level > 4 || inIssues.has(line)) continue;
    const printed = line.text.slice(0, mark.length + 12);
    const runsOn = issues.has(line) && numbering === '连续编号';
    const expected = (runsOn ? lastIssue : (counters[mark.level] ?? 0)) + 1;
    if (mark.number === undefined) warnings.push(WARNINGS.headingByStyle(line.text));
    else if (mark.number !== expected && mark.number !== expected - 1) warnings.push(WARNINGS.skips(printed, expected));
    else if (mark.number === expected - 1 && !issues.has(line)) warnings.push(WARNINGS.skips(printed, expected));
    if (!mark.usual) unusual ??= line.text.slice(0, mark.length);
    const value = mark.number ?? expected;
    counters[mark.level] = value;
    counters.fill(0, mark.level + 1);
    if (issues.has(line)) lastIssue = value;
  }
  if (unusual !== undefined) warnings.push(WARNINGS.unusualMark(unusual));
  return warnings;
}

/** Issues of one numbering run that print the same number. */
function twiceUsed(issues: Outline['issues'], continuing: boolean): string[] {
  const warnings: string[] = [];
  let run = new Map<number, number[]>();
  const flush = () => {
    for (const [printed, numbers] of run) {
      if (numbers.length > 1) warnings.push(WARNINGS.samePrinted(String(printed), numbers));
    }
    run = new Map();
  };
  issues.forEach(({ line, first }, i) => {
    if (first && !continuing) flush();
    const printed = line.mark?.number;
    if (printed !== undefined) run.set(printed, [...(run.get(printed) ?? []), i + 1]);
  });
  flush();
  return warnings;
}
