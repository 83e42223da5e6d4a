/** 进度快照: the ledger's counts day by day. */
import type { ProgressSnapshot } from '../ledger/schema';
import type { LedgerDate } from '../text/dates';
import { compare } from './counts';
import type { Statistics } from './statistics';

/** The row of 进度快照 for a day; a later one of the same day takes its place (key: 日期). */
export function snapshotOf({ issues, measures }: Statistics, today: LedgerDate): ProgressSnapshot {
  const { total, closed, ongoing, inProgress, notStarted, terminated, overdue } = issues;
  return {
    ...{ date: today, total, closed, ongoing, inProgress, notStarted, terminated, overdue },
    measuresInForce: measures.inForce,
    measuresDone: measures.done,
  };
}

/** The last row of each day in the order of days, thinned evenly to `limit` points (2 at least), first and last kept. */
export function trendOf(snapshots: readonly ProgressSnapshot[], limit: number): ProgressSnapshot[] {
  const byDay = new Map(snapshots.flatMap((row): [string, ProgressSnapshot][] => (row.date ? [[row.date, row]] : [])));
  const days = [...byDay].sort(([a], [b]) => compare(a, b)).map(([, row]) => row);
  const last = days.length - 1;
  if (last < limit) return days;
  return Array.from({ length: limit }, (_, at) => days[Math.round((at * last) / (limit - 1))]).flatMap(
    (row) => row ?? [],
  );
}
