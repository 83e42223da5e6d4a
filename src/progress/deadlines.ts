/** How an issue stands to its deadline; 逾期 is always derived from date and state, never stored. */
import type { Issue, IssueState } from '../ledger/schema';
import { daysBetween, type LedgerDate } from '../text/dates';

export type DeadlineWord = '逾期' | '临期' | '正常' | '无时限';

export interface DeadlineStatus {
  word: DeadlineWord;
  /** Days from today to the deadline: 0 on the day itself, negative after it; null without a deadline. */
  days: number | null;
}

/** States in which nothing is due any more. */
const SETTLED: readonly (IssueState | '')[] = ['已销号', '长期坚持', '已终止'];

/** True when the issue has left the deadline behind: closed out, ongoing by decision, or terminated. */
export function isSettled(state: IssueState | ''): boolean {
  return SETTLED.includes(state);
}

/** 逾期: the deadline's day has passed and the issue is not settled. */
export function isOverdue({ deadline, state }: Pick<Issue, 'deadline' | 'state'>, today: LedgerDate): boolean {
  return deadline !== null && deadline < today && !isSettled(state);
}

/**
 * 逾期: the deadline's day has passed (`deadline < today`) and the issue is not settled. 临期: fewer than `soonDays`
 * days remain (设置 临期天数: 不足多少天), the deadline's own day included. 无时限: no date stands. A settled issue is 正常.
 */
export function deadlineStatus(
  issue: Pick<Issue, 'deadline' | 'state'>,
  today: LedgerDate,
  soonDays: number,
): DeadlineStatus {
  if (issue.deadline === null) return { word: '无时限', days: null };
  const days = daysBetween(today, issue.deadline);
  if (isSettled(issue.state)) return { word: '正常', days };
  if (isOverdue(issue, today)) return { word: '逾期', days };
  return { word: days < soonDays ? '临期' : '正常', days };
}
