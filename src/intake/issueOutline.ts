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

/** The levels of the issues in these lines; undefined when no line has a number. */
export function levelsOf(lines: readonly Line[]): Levels | undefined {
  const present = [1, 2, 3, 4].filter((level) => lines.some((line) => line.mark?.level === level));
  const issue = aboutLevel(lines, present) ?? statusLevel(lines) ?? structureLevel(lines, present);
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
  const byAbout = lines.some((line) => line.mark?.level === levels.issue && isAbout(restOf(line)));
  let current: OutlinedIssue | undefined;
  let aspect: Heading | undefined;
  let group: Heading | undefined;
  const headings: Heading[] = [];
  const holding = headingsWithIssues(lines, levels);
  let first = true;
  let last = 0;
  for (const line of lines) {
    const level = line.mark?.level;
    const isHeading =
      level !== undefined && levels.aspect !== undefined && level >= levels.aspect && level < levels.issue;
    const isIssue = isHeading
      ? !holding.has(line) && (level !== levels.aspect || (loose && hasOwnText(line)))
      : level === levels.issue && (!byAbout || isAbout(restOf(line)) || continues(line, current, last, first));
    if (isIssue) {
      if (level === levels.aspect) aspect = undefined;
      if (isHeading) group = undefined;
      current = { line, aspect: nameOf(aspect), group: nameOf(group), body: [], first };
      outline.issues.push(current);
      first = false;
      if (level === levels.issue) last = line.mark?.number ?? last + 1;
    } else if (isHeading) {
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
 * `（二）…` with `1.` `2.` below may stand beside `（一）…` without.
 */
function headingsWithIssues(lines: readonly Line[], levels: Levels): Set<Line> {
  const holding = new Set<Line>();
  const below = [false, false, false, false, false];
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = lines[i];
    const level = line?.mark?.level;
    if (!line || level === undefined || level > levels.issue) continue;
    if (below[level]) holding.add(line);
    below.fill(false, level);
    if (level === levels.issue || level > (levels.aspect ?? 0)) below.fill(true, 0, level);
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
  if (current?.body.some((other) => other.mark?.level === level)) return false;
  return line.mark?.number === last + 1;
}

/** The deepest level most of whose lines are headlines of the 关于…问题 kind. */
function aboutLevel(lines: readonly Line[], present: readonly number[]): number | undefined {
  const counts = present.map((level) => {
    const own = lines.filter((line) => line.mark?.level === level);
    return { level, all: own.length, hits: own.filter((line) => isAbout(restOf(line))).length };
  });
  const likely = counts.filter(({ hits, all }) => hits * 2 >= all && hits > 0);
  const most = Math.max(...counts.map(({ hits }) => hits));
  return (likely[likely.length - 1] ?? counts.find(({ hits }) => hits > 0 && hits === most))?.level;
}

/** The level of the numbered line right before most status lines. */
function statusLevel(lines: readonly Line[]): number | undefined {
  const hits = new Map<number, number>();
  let level: number | undefined;
  for (const line of lines) {
    if (line.mark && line.mark.level < 5) level = line.mark.level;
    else if (level !== undefined && STATUS_LINE.test(line.text)) hits.set(level, (hits.get(level) ?? 0) + 1);
  }
  return Array.from(hits).sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Without other signs: the deepest level, unless that is `（1）` and its lines read as text, not as headings. */
function structureLevel(lines: readonly Line[], present: readonly number[]): number | undefined {
  const deepest = present[present.length - 1];
  if (deepest !== 4 || present.length === 1) return deepest;
  const own = lines.flatMap((line, i) => (line.mark?.level === 4 ? [{ text: restOf(line), next: lines[i + 1] }] : []));
  const headings = own.filter(({ text, next }) => {
    const end = text.search(/[。：]/);
    const alone = text.length <= HEADING_LENGTH && (end < 0 || end === text.length - 1);
    return alone ? next !== undefined && next.mark === undefined : end > 0 && end <= CLAUSE_LENGTH;
  });
  return headings.length * 2 >= own.length ? 4 : present[present.length - 2];
}

/** A level stands above the issues when one of its lines comes before the last issue. */
function standsAbove(lines: readonly Line[], level: number, issue: number): boolean {
  const firstAbove = lines.findIndex((line) => line.mark?.level === level);
  return lines.some((line, i) => i > firstAbove && line.mark?.level === issue);
}
