/** Deadlines kept and missed, and what is left against what the deadlines would leave. */
import { addDays, daysBetween, type LedgerDate } from '../text/dates';
import type { Standing } from './standings';

/** Every issue that is not 已终止 is exactly one of the five, measured by one of its deadlines. */
export interface Punctuality {
  /** Closed (已销号 or 长期坚持) on the deadline's day or before. */
  onTime: number;
  /** Closed after it. */
  closedLate: number;
  /** Still open, and the day has passed. */
  openLate: number;
  /** Still open, and the day is still to come. */
  notDue: number;
  /** Without a deadline, or closed on a day nobody recorded. */
  unknown: number;
  /** 按时率: n = onTime, d = onTime + closedLate + openLate. */
  rate: { n: number; d: number };
}

export function punctuality(
  standings: readonly Standing[],
  dueOf: (standing: Standing) => LedgerDate | null,
  today: LedgerDate,
): Punctuality {
  const counts = { onTime: 0, closedLate: 0, openLate: 0, notDue: 0, unknown: 0 };
  for (const standing of standings) {
    const { issue, open, settledOn } = standing;
    if (issue.state === '已终止') continue;
    const due = dueOf(standing);
    if (due === null || (!open && settledOn === null)) counts.unknown += 1;
    else if (open) counts[due < today ? 'openLate' : 'notDue'] += 1;
    else counts[(settledOn ?? '') <= due ? 'onTime' : 'closedLate'] += 1;
  }
  const { onTime, closedLate, openLate } = counts;
  return { ...counts, rate: { n: onTime, d: onTime + closedLate + openLate } };
}

export interface BurnPoint {
  date: LedgerDate;
  /** Issues, terminated ones apart, whose present deadline is later than this day, or that have none. */
  planned: number;
  /**
   * Issues, terminated ones apart, still open at the end of this day; null for a day to come. A reopened issue counts as
   * never closed, one closed on a day nobody recorded as closed from the first.
   */
  left: number | null;
}

const STEPS = 7;

/** From the feedback (else the first start or deadline) to the last deadline, today at least, in even steps, and today. */
export function burnDown(
  standings: readonly Standing[],
  feedbackOn: LedgerDate | null,
  today: LedgerDate,
): BurnPoint[] {
  const some = standings.filter(({ issue }) => issue.state !== '已终止');
  let from = feedbackOn ?? today;
  let to = today;
  for (const { since, due } of some) {
    if (feedbackOn === null && (since ?? due ?? today) < from) from = since ?? due ?? today;
    if (due !== null && due > to) to = due;
  }
  const step = Math.max(1, Math.ceil(daysBetween(from, to) / STEPS));
  const days = new Set([today, to]);
  for (let day = from; day < to; day = addDays(day, step)) days.add(day);
  return [...days].sort().map((date) => ({
    date,
    planned: some.filter(({ due }) => due === null || due > date).length,
    left: date > today ? null : some.filter((standing) => isLeft(standing, date)).length,
  }));
}

function isLeft({ open, settledOn }: Standing, date: LedgerDate): boolean {
  return open || (settledOn !== null && settledOn > date);
}
