/** 看板 as rows of cells: the ledger's numbers on one landscape page, two tables abreast, every rate as n of d. */
import type { CellValue } from '../ledger/grid';
import type { ProgressSnapshot } from '../ledger/schema';
import type { Settings } from '../ledger/settings';
import { formatChineseDate } from '../text/dates';
import { type Chart, chartsOf } from './charts';
import { type DatedIssue, formatRate, type GroupCounts, type Rate, type Statistics } from './statistics';
import { trendOf } from './trend';
import { DASHBOARD } from './wording';

export interface Dashboard {
  /** From the top left cell on; a row after an empty one is the head of its tables. At most 12 columns and 60 rows. */
  rows: CellValue[][];
  /** Width of each column in pixels. */
  widths: readonly number[];
  charts: Chart[];
}

/** Cells of one of two tables abreast. */
export const HALF = 6;
const HALF_WIDTHS = [146, 56, 120, 60, 52, 116];
/** Lines of a table of groups; the rest are summed up in its last line. */
const MOST_GROUPS = 10;
const MOST_ASPECTS = 7;
const TITLE_SHOWN = 16;

type Line = CellValue[];
type LineId = keyof typeof DASHBOARD.lines;

/**
 * Totals and quality; by 方面 and 整改类型; by 责任部门 and 牵头领导; ageing and course; the next deadlines and the oldest.
 * @param asOf  a date, or an instant of which day and time (hh:mm) are printed
 * @param snapshots  进度快照
 */
export function dashboardOf(
  statistics: Statistics,
  settings: Pick<Settings, 'unit' | 'inspectionKind'>,
  asOf: string,
  snapshots: readonly ProgressSnapshot[] = [],
): Dashboard {
  const today = asOf.slice(0, 10);
  const departments = groupTable(DASHBOARD.department, statistics.departments, MOST_GROUPS);
  const ages = ageTable(statistics);
  const course = courseTable(statistics, today, snapshots);
  const bands = [
    abreast(totals(statistics), quality(statistics)),
    abreast(
      groupTable(DASHBOARD.aspect, statistics.aspects, MOST_ASPECTS),
      groupTable(DASHBOARD.deadlineKind, statistics.deadlineKinds, MOST_ASPECTS),
    ),
    abreast(departments, groupTable(DASHBOARD.leader, statistics.leaders, MOST_GROUPS)),
    abreast(ages, course),
    abreast(
      issueTable(DASHBOARD.nextDue, statistics.nextDue, ({ daysLeft }) => daysLeft),
      issueTable(DASHBOARD.oldest, statistics.oldestOpen, ({ age }) => age),
    ),
  ];
  const rows: Line[] = [
    [DASHBOARD.title(settings.unit, settings.inspectionKind)],
    [DASHBOARD.asOf(formatChineseDate(today), asOf.slice(11, 16))],
  ];
  const starts = bands.map((band) => {
    rows.push([], ...band);
    return rows.length - band.length;
  });
  const place = (band: number, lines: readonly Line[], column: number) => ({ row: starts[band] ?? 0, column, lines });
  return {
    rows,
    widths: [...HALF_WIDTHS, ...HALF_WIDTHS],
    charts: chartsOf(
      { departments: place(2, departments, 0), ages: place(3, ages, 0), course: place(3, course, HALF) },
      rows.length + 1,
    ),
  };
}

/** The rows alone. */
export function dashboardRows(statistics: Statistics, settings: Settings, asOf: string): CellValue[][] {
  return dashboardOf(statistics, settings, asOf).rows;
}

function totals({ fedBack, issues, measures }: Statistics): Line[] {
  const line = (id: LineId, n: number, of: Rate | null = { n, d: issues.total }): Line => {
    const [name, note] = DASHBOARD.lines[id];
    return [name, n, of === null ? '' : rate(of), note];
  };
  return [
    DASHBOARD.totals,
    line('fedBack', fedBack, null),
    line('total', issues.total, { n: issues.total, d: fedBack }),
    line('closed', issues.closed, issues.completion),
    line('ongoing', issues.ongoing),
    line('inProgress', issues.inProgress),
    line('notStarted', issues.notStarted),
    line('terminated', issues.terminated),
    line('overdue', issues.overdue),
    line('measures', measures.inForce, measures.completion),
  ];
}

function quality({ onTime, acceptance, evidenced, returned, overturned }: Statistics): Line[] {
  const { reported, signed, takenOver } = acceptance;
  const line = (id: LineId, value: Rate): Line => {
    const [name, note] = DASHBOARD.lines[id];
    return [name, value.n, rate(value), note];
  };
  return [
    DASHBOARD.quality,
    line('onFirst', onTime.first.rate),
    line('onPresent', onTime.present.rate),
    line('signed', signed),
    line('takenOver', takenOver),
    [DASHBOARD.lines.reported[0], reported.total, '', DASHBOARD.reported(reported)],
    line('evidenced', evidenced),
    line('returned', returned),
    line('overturned', overturned),
  ];
}

function groupTable(name: string, groups: readonly GroupCounts[], most: number): Line[] {
  return [DASHBOARD.groups(name), ...capped(groups, most).map(groupLine)];
}

type Tally = Pick<GroupCounts, 'name' | 'total' | 'closed' | 'ongoing' | 'terminated' | 'overdue'>;

/** 已销号, 长期坚持, 未到期 and 逾期 are all issues but the terminated ones. */
function groupLine({ name, total, closed, ongoing, terminated, overdue }: Tally): Line {
  const notDue = total - closed - ongoing - terminated - overdue;
  return [name || DASHBOARD.blank, closed, ongoing, notDue, overdue, rate({ n: closed, d: total })];
}

/** Those with most issues left, in their own order, and a line that sums the rest. */
function capped(groups: readonly GroupCounts[], most: number): Tally[] {
  if (groups.length <= most) return [...groups];
  const left = ({ inProgress, notStarted }: GroupCounts): number => inProgress + notStarted;
  const shown = new Set([...groups].sort((a, b) => left(b) - left(a)).slice(0, most - 1));
  const rest = {
    name: DASHBOARD.rest(groups.length - shown.size),
    total: 0,
    closed: 0,
    ongoing: 0,
    terminated: 0,
    overdue: 0,
  };
  for (const group of groups) {
    if (shown.has(group)) continue;
    for (const count of ['total', 'closed', 'ongoing', 'terminated', 'overdue'] as const) rest[count] += group[count];
  }
  return [...groups.filter((group) => shown.has(group)), rest];
}

function ageTable({ ages }: Statistics): Line[] {
  const d = ages.reduce((sum, { count }) => sum + count, 0);
  return [DASHBOARD.ages, ...ages.map(({ name, count }) => [name, count, rate({ n: count, d })])];
}

/** What the deadlines would leave and what is left; beside it the counts of the last snapshot up to each day. */
function courseTable({ burnDown, issues }: Statistics, today: string, snapshots: readonly ProgressSnapshot[]): Line[] {
  const days = trendOf(snapshots, Infinity);
  return [
    DASHBOARD.burnDown,
    ...burnDown.map(({ date, planned, left }, at): Line => {
      const after = burnDown[at - 1]?.date ?? '';
      const then = [...days].reverse().find((day) => (day.date ?? '') <= date && (day.date ?? '') > after);
      const counts = date === today ? issues : date < today ? then : undefined;
      const told = counts && [counts.closed, counts.overdue, rate({ n: counts.closed ?? 0, d: counts.total ?? 0 })];
      return [date, planned, left, ...(told ?? [])];
    }),
  ];
}

function issueTable(
  head: readonly string[],
  issues: readonly DatedIssue[],
  daysOf: (issue: DatedIssue) => number | null,
): Line[] {
  return [
    [...head],
    ...issues.map((issue): Line => {
      const { number, title, department, leader, deadline, state } = issue;
      const short = title.length > TITLE_SHOWN ? `${title.slice(0, TITLE_SHOWN)}…` : title;
      return [DASHBOARD.issue(number, short), state, department, leader, daysOf(issue), deadline];
    }),
  ];
}

/** Two tables as one, the shorter filled up with blanks. */
function abreast(left: readonly Line[], right: readonly Line[]): Line[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [
    ...widened(left[at] ?? []),
    ...widened(right[at] ?? []),
  ]);
}

function widened(line: Line): Line {
  return [...line, ...Array.from({ length: HALF - line.length }, () => '')];
}

/** `76%（19/25）`: never a rate without what it is a rate of. */
function rate({ n, d }: Rate): string {
  return d === 0 ? '—' : `${formatRate({ n, d })}（${n}/${d}）`;
}
