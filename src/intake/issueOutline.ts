/** Lines that hold issues, as an outline: which level of numbers is the aspect, which the group, which the issue. */
import { isAbout } from './headlines';
import { type Line, restOf } from './lines';

/** Levels of the marks, see marks.ts. */
export interface Levels {
  issue: number;
  aspect: number | undefined;
  /** Everything between aspect and issue. */
  hasGroups: boolean;
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
  headings: { line: Line; role: 'aspect' | 'group' }[];
  /** Lines before the first heading or issue. */
  before: Line[];
  /** Lines between a heading and its first issue: they belong to no record. */
  stray: Line[];
}

export const STATUS_LINE = /^(整改状态|整改进度|整改完成情况|完成情况|完成状态)：(.{1,20}?)。?$/;
/** A line this short without an inner full stop reads as a heading. */
const HEADING_LENGTH = 40;
const CLAUSE_LENGTH = 25;

/** The levels of the issues in these lines; undefined when no line has a number. */
export function levelsOf(lines: readonly Line[]): Levels | undefined {
  const present = [1, 2, 3, 4].filter((level) => lines.some((line) => line.mark?.level === level));
  const issue = aboutLevel(lines, present) ?? statusLevel(lines) ?? structureLevel(lines, present);
  if (issue === undefined) return undefined;
  const above = present.filter((level) => level < issue && standsAbove(lines, level, issue));
  return { issue, aspect: above[0], hasGroups: above.length > 1 };
}

/** The lines as issues with their headings. Every line stands in exactly one place of the outline. */
export function outlineOf(lines: readonly Line[], levels: Levels): Outline {
  const outline: Outline = { issues: [], headings: [], before: [], stray: [] };
  const byAbout = lines.some((line) => line.mark?.level === levels.issue && isAbout(restOf(line)));
  let current: OutlinedIssue | undefined;
  let aspect = '';
  let group = '';
  let first = true;
  let last = 0;
  for (const line of lines) {
    const level = line.mark?.level;
    const isIssue =
      level === levels.issue && (!byAbout || isAbout(restOf(line)) || continues(line, current, last, first));
    if (isIssue) {
      current = { line, aspect, group, body: [], first };
      outline.issues.push(current);
      first = false;
      last = line.mark?.number ?? last + 1;
    } else if (level !== undefined && levels.aspect !== undefined && level >= levels.aspect && level < levels.issue) {
      const role = level === levels.aspect ? 'aspect' : 'group';
      if (role === 'aspect') aspect = restOf(line);
      group = role === 'aspect' ? '' : restOf(line);
      outline.headings.push({ line, role });
      current = undefined;
      first = true;
    } else if (current) {
      current.body.push(line);
    } else {
      (outline.headings.length > 0 ? outline.stray : outline.before).push(line);
    }
  }
  return outline;
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
