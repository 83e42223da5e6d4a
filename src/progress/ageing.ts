/** How long issues have been open, and which come next. */
import { daysBetween, type LedgerDate } from '../text/dates';
import { compare } from './counts';
import type { Standing } from './standings';

/** How many open issues are of an age in whole days (30 and less, 31–60, 61–90, more), or of an unknown one. */
export interface AgeBand {
  name: string;
  count: number;
}

/** An issue named in a short list. */
export interface DatedIssue {
  number: number | null;
  title: string;
  department: string;
  leader: string;
  state: string;
  deadline: LedgerDate | null;
  /** Days to the deadline, negative after it; null without one. */
  daysLeft: number | null;
  /** Days since its round began; null where that is not known. */
  age: number | null;
}

const BANDS = [
  { name: '30天以内', upTo: 30 },
  { name: '31至60天', upTo: 60 },
  { name: '61至90天', upTo: 90 },
  { name: '90天以上', upTo: Infinity },
] as const;
const UNKNOWN = '起点不明';
const LISTED = 10;

/** Every open issue in exactly one band; age = today − the day its round began (see Standing.since). */
export function ageBands(standings: readonly Standing[], today: LedgerDate): AgeBand[] {
  const counts = new Map<string, number>();
  for (const { open, since } of standings) {
    if (!open) continue;
    const age = since === null ? undefined : daysBetween(since, today);
    const name = age === undefined ? UNKNOWN : (BANDS.find(({ upTo }) => age <= upTo)?.name ?? UNKNOWN);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...BANDS.map(({ name }) => name), UNKNOWN].map((name) => ({ name, count: counts.get(name) ?? 0 }));
}

/** The open issues whose deadline is today or later, the nearest first. */
export function nextDue(standings: readonly Standing[], today: LedgerDate): DatedIssue[] {
  return first(
    standings.filter(({ open, due }) => open && due !== null && due >= today),
    ({ due }) => due ?? '',
    today,
  );
}

/** The open issues whose round began first. */
export function oldestOpen(standings: readonly Standing[], today: LedgerDate): DatedIssue[] {
  return first(
    standings.filter(({ open, since }) => open && since !== null),
    ({ since }) => since ?? '',
    today,
  );
}

/** By day, then by 编号 and text, so that the order of rows does not matter. */
function first(standings: readonly Standing[], dayOf: (s: Standing) => string, today: LedgerDate): DatedIssue[] {
  const sorted = [...standings].sort(
    (a, b) =>
      compare(dayOf(a), dayOf(b)) ||
      (a.issue.number ?? Infinity) - (b.issue.number ?? Infinity) ||
      compare(JSON.stringify(a.issue), JSON.stringify(b.issue)),
  );
  return sorted.slice(0, LISTED).map(({ issue, due, since }) => ({
    number: issue.number,
    title: issue.title,
    department: issue.department,
    leader: issue.leader,
    state: issue.state || '未启动',
    deadline: due,
    daysLeft: due === null ? null : daysBetween(today, due),
    age: since === null ? null : daysBetween(since, today),
  }));
}
