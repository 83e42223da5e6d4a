/** Lines that hold issues, as an outline: which level of numbers is the aspect, which the group, which the issue. */
import { headlineOf, isAbout } from './headlines';
import { type Line, placeNumbered, restOf } from './lines';
import { WARNINGS } from './wording';

/** Levels of the marks, see marks.ts. */
export interface Levels {
  issue: number;
  aspect: number | undefined;
}

export interface OutlinedIssue {
  line: Line;
  aspect: string;
  group: string;
  /** Lines after the headline's, up to the next heading. */
  body: Line[];
  /** True for the first issue after an aspect's or a group's heading. */
  first: boolean;
}

export interface Outline {
  issues: OutlinedIssue[];
  /** Headings with issues below them. */
  headings: { line: Line; role: 'aspect' | 'group' }[];
  /** Lines before the first heading or issue. */
  before: Line[];
  /** Lines between a heading and its first issue, and headings without issues: they belong to no record. */
  stray: Line[];
}

/** An outline in which no issue was found. */
export function emptyOutline(before: Line[] = []): Outline {
  return { issues: [], headings: [], before, stray: [] };
}

export const STATUS_LINE = /^(整改状态|整改进度|整改完成情况|完成情况|完成状态)：(.{1,20}?)。?$/;
/** A line this short without an inner full stop reads as a heading. */
const HEADING_LENGTH = 40;
const CLAUSE_LENGTH = 25;
/** An aspect's title longer than this holds more than a title. */
const LONGEST_ASPECT = 80;

/**
 * The lines that show to be an issue's: a headline of the 关于…问题 kind, or a number with a status line right below. A
 * comma ends a headline only where none ends otherwise, and never `surely`: `（1）针对台账问题，逐项核对。` may be a measure.
 */
export function signsOf(lines: readonly Line[], surely = false): Set<Line> {
  const numbered = (test: (line: Line, i: number) => boolean): Line[] =>
    lines.filter((line, i) => line.mark && line.mark.level < 5 && test(line, i));
  const about = (strictly: boolean): Line[] => numbered((line) => isAbout(restOf(line), strictly));
  const above = numbered((_, i) => STATUS_LINE.test(lines[i + 1]?.text ?? ''));
  const sure = [...about(true), ...above];
  return new Set(surely || sure.length > 0 ? sure : about(false));
}

/** The levels of the issues in these lines; undefined when no line has a number. */
export function levelsOf(lines: readonly Line[]): Levels | undefined {
  const present = [1, 2, 3, 4].filter((level) => lines.some((line) => line.mark?.level === level));
  const issue = signedLevel(lines) ?? structureLevel(lines, present);
  if (issue === undefined) return undefined;
  const above = present.filter((level) => level < issue && standsAbove(lines, level, issue));
  return { issue, aspect: above[0] };
}

/**
 * The lines as issues with their headings. Every line stands in exactly one place of the outline. With `loose`, a
 * numbered finding beside the aspects is an issue without one; a report could not print it in its place.
 */
export function outlineOf(lines: readonly Line[], levels: Levels, loose = false): Outline {
  const outline = emptyOutline();
  const signs = signsOf(lines);
  const bySign = Array.from(signs).some((line) => line.mark?.level === levels.issue);
  let current: OutlinedIssue | undefined;
  let aspect: Heading | undefined;
  let group: Heading | undefined;
  const headings: Heading[] = [];
  const holding = headingsWithIssues(lines, levels, bySign ? signs : new Set());
  let first = true;
  let last = 0;
  for (const line of lines) {
    const level = line.mark?.level;
    const isHeading =
      level !== undefined && levels.aspect !== undefined && level >= levels.aspect && level < levels.issue;
    const isIssue = isHeading
      ? !holding.has(line) && (level !== levels.aspect || (loose && hasOwnText(line)))
      : level === levels.issue && (!bySign || signs.has(line) || continues(line, current, last, first));
    if (isIssue) {
      if (level === levels.aspect) aspect = undefined;
      if (isHeading) group = undefined;
      current = { line, aspect: nameOf(aspect), group: nameOf(group), body: [], first };
      outline.issues.push(current);
      first = false;
      if (level === levels.issue) last = line.mark?.number ?? last + 1;
    } else if (isHeading && (holding.has(line) || outline.issues.length > 0)) {
      const heading: Heading = { line, role: level === levels.aspect ? 'aspect' : 'group', used: false };
      if (heading.role === 'aspect') aspect = heading;
      group = heading.role === 'group' ? heading : undefined;
      headings.push(heading);
      current = undefined;
      first = true;
    } else if (current) {
      current.body.push(line);
    } else {
      (headings.length > 0 ? outline.stray : outline.before).push(line);
    }
  }
  for (const heading of headings) {
    if (heading.used) outline.headings.push(heading);
    else outline.stray.push(heading.line);
  }
  return outline;
}

/**
 * The headings with issues below them. A heading of a deeper level without any is an issue itself:
 * `（二）…` with `1.` `2.` below may stand beside `（一）…` without. One that shows to be an issue holds only such.
 */
function headingsWithIssues(lines: readonly Line[], levels: Levels, signs: ReadonlySet<Line>): Set<Line> {
  const holding = new Set<Line>();
  /** By level, what may hang below a heading of the level: 1 for a numbered line, 2 for a sign. */
  const below = [0, 0, 0, 0, 0];
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = lines[i];
    const level = line?.mark?.level;
    if (!line || level === undefined || level > levels.issue) continue;
    const sign = Number(signs.has(line));
    if ((below[level] ?? 0) > (level === levels.aspect ? 0 : sign)) holding.add(line);
    const rank = level === levels.issue || level > (levels.aspect ?? 0) ? 1 + sign : 2 * sign;
    below.fill(0, level);
    for (let above = 0; above < level; above += 1) below[above] = Math.max(below[above] ?? 0, rank);
  }
  return holding;
}

/** A finding with its text in one paragraph, or a headline: more than the title of an aspect. */
function hasOwnText(line: Line): boolean {
  const text = restOf(line);
  return isAbout(text) || headlineOf(text, true).rest !== '';
}

/** Aspects and groups in document order, each once. */
export function namesOf({ issues }: Outline): { aspects: string[]; groups: string[] } {
  const unique = (names: string[]) => Array.from(new Set(names.filter((name) => name !== '')));
  return { aspects: unique(issues.map(({ aspect }) => aspect)), groups: unique(issues.map(({ group }) => group)) };
}

/** Places the headings above issues. */
export function placeHeadings({ headings }: Outline): string[] {
  for (const { line, role } of headings) placeNumbered(line, role);
  return headings.flatMap(({ line }) =>
    restOf(line).length > LONGEST_ASPECT ? [WARNINGS.longAspect(restOf(line))] : [],
  );
}

interface Heading {
  line: Line;
  role: 'aspect' | 'group';
  /** An issue stands below it. */
  used: boolean;
}

/** The heading's text for an issue below it. */
function nameOf(heading: Heading | undefined): string {
  if (!heading) return '';
  heading.used = true;
  return restOf(heading.line);
}

/** Among headlines of the 关于…问题 kind, a line without it is an issue only where its number goes on. */
function continues(line: Line, current: OutlinedIssue | undefined, last: number, first: boolean): boolean {
  if (first) return true;
  const level = line.mark?.level;
  const number = line.mark?.number;
  // below an issue among groups stand its measures
  if ((current?.line.mark?.level ?? 4) < (level ?? 0)) return false;
  const listed = current?.body.filter((other) => other.mark?.level === level).pop()?.mark?.number;
  return number === last + 1 && (listed === undefined || number !== listed + 1);
}

/**
 * The deepest level most of whose lines are signs, of those on their own or of those below a sign: what stands below a
 * sign is either all issues, in a group of such a name, or an issue's measures. Else the level with most signs, if no
 * comma ends them.
 */
function signedLevel(lines: readonly Line[]): number | undefined {
  const signs = signsOf(lines);
  /** For each level two: on its own, and below a sign, where more than half must be signs. */
  const counts = Array.from({ length: 10 }, (_, at) => ({ level: at >> 1, hits: 0, all: 0, more: at % 2 }));
  /** By level: whether the last line is a sign, and whether one stands before on the same level. */
  const above: boolean[] = [];
  const before: boolean[] = [];
  for (const line of lines) {
    const level = line.mark?.level ?? 5;
    above.length = Math.min(above.length, level);
    const count = counts[2 * level + Number(above[above.length - 1] === true)];
    if (!count) continue;
    const sign = signs.has(line);
    before.length = Math.min(before.length, level + 1);
    above[level] = sign;
    // what follows one on its level and stands in a group may be its measure, numbered as it is
    if (sign || !before[level] || count.more > 0) count.all += 1;
    if (sign) count.hits += 1;
    before[level] ||= sign;
  }
  const most = Math.max(...counts.map(({ hits }) => hits));
  const likely = counts.filter(({ hits, all, more }) => hits > 0 && hits * 2 >= all + more).pop();
  return (likely ?? counts.find(({ hits }) => hits === most && signsOf(lines, true).size > 0))?.level;
}

/** Without other signs: the deepest level, unless that is `（1）` and its lines read as text, not as headings. */
function structureLevel(lines: readonly Line[], present: readonly number[]): number | undefined {
  const deepest = present[present.length - 1];
  if (deepest !== 4 || present.length === 1) return deepest;
  const own = lines.flatMap((line, i) => (line.mark?.level === 4 ? [{ text: restOf(line), next: lines[i + 1] }] : []));
  const headings = own.filter(({ text, next }) => {
    const end = text.search(/[。：]/);
    // a measure ends with a mark, however long it is
    const alone = end < 0 ? !text.endsWith('；') : text.length <= HEADING_LENGTH && end === text.length - 1;
    return alone ? next !== undefined && (next.mark?.level ?? 5) === 5 : end > 0 && end <= CLAUSE_LENGTH;
  });
  return headings.length * 2 >= own.length ? 4 : present[present.length - 2];
}

/** A level stands above the issues when a deeper line, down to their level, comes after one of its lines. */
function standsAbove(lines: readonly Line[], level: number, issue: number): boolean {
  const firstAbove = lines.findIndex((line) => line.mark?.level === level);
  return lines.some(({ mark }, i) => mark && i > firstAbove && mark.level > level && mark.level <= issue);
}
