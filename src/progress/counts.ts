/** Issues and measures counted by state, and issues by what they share. */
import { ISSUE_STATES, type Issue, type IssueState, type Measure } from '../ledger/schema';
import type { LedgerDate } from '../text/dates';
import { splitNames } from '../text/names';
import { isOverdue } from './deadlines';
import { byNumber, grouped } from './grouping';

/** A rate as it is: `n` of `d`; `d` may be 0, then there is no rate. */
export interface Rate {
  n: number;
  d: number;
}

/**
 * Counts over a set of issues. Each issue has exactly one state (a blank one counts as 未启动), so
 * `total = closed + ongoing + inProgress + notStarted + terminated` and `total` is the sum over `byState`.
 */
export interface IssueCounts {
  /** Number of issues. */
  total: number;
  byState: Record<IssueState, number>;
  /** 已销号. */
  closed: number;
  /** 长期坚持: counted apart, never as completed. */
  ongoing: number;
  /** 整改中 + 待审核 + 重新整改 + 自查完成: nobody independent has signed. */
  inProgress: number;
  /** 未启动, a blank state included. */
  notStarted: number;
  /** 已终止. */
  terminated: number;
  /** Deadline before today and neither 已销号, 长期坚持 nor 已终止. */
  overdue: number;
  /** 整改完成率: n = closed, d = total. */
  completion: Rate;
}

/** Counts of the issues that share a name: an aspect, a department, a leader, a kind of deadline. */
export interface GroupCounts extends IssueCounts {
  /** `''` gathers the issues in which the column is blank. */
  name: string;
}

export interface MeasureCounts {
  /** All measures in the ledger, cancelled ones included. */
  total: number;
  /** 已完成. */
  done: number;
  /** 进行中. */
  inProgress: number;
  /** 未开始, a blank state included. */
  notStarted: number;
  /** 已取消. */
  cancelled: number;
  /** total − cancelled: what the report speaks of. */
  inForce: number;
  /** 措施完成率: n = done, d = inForce. */
  completion: Rate;
}

/**
 * A rate as reports print it: per cent with at most two decimals (`76%`, `98.71%`), `—` without a denominator.
 * Rounding never makes an unfinished rate 100% nor a begun one 0%.
 */
export function formatRate(rate: Rate): string {
  if (rate.d === 0) return '—';
  const hundredths = Math.round((rate.n * 10_000) / rate.d);
  const floor = rate.n > 0 ? 1 : 0;
  const ceiling = rate.n < rate.d ? 9_999 : hundredths;
  return `${Math.max(floor, Math.min(hundredths, ceiling)) / 100}%`;
}

/** Names a cell lists, separated by 、 ，, ；; or line ends, each once; a blank cell is the one name `''`. */
export function namesIn(cell: string): string[] {
  const names = splitNames(cell);
  return names.length === 0 ? [''] : names;
}

export function countIssues(issues: readonly Issue[], today: LedgerDate): IssueCounts {
  const byState: Record<IssueState, number> = {
    未启动: 0,
    整改中: 0,
    待审核: 0,
    自查完成: 0,
    已销号: 0,
    长期坚持: 0,
    重新整改: 0,
    已终止: 0,
  };
  let overdue = 0;
  for (const issue of issues) {
    byState[issue.state || '未启动'] += 1;
    if (isOverdue(issue, today)) overdue += 1;
  }
  const total = ISSUE_STATES.reduce((sum, state) => sum + byState[state], 0);
  return {
    total,
    byState,
    closed: byState.已销号,
    ongoing: byState.长期坚持,
    inProgress: byState.整改中 + byState.待审核 + byState.重新整改 + byState.自查完成,
    notStarted: byState.未启动,
    terminated: byState.已终止,
    overdue,
    completion: { n: byState.已销号, d: total },
  };
}

/** Issues counted by each name they bear, ordered by the lowest 编号 of each name (blank numbers last), then by name. */
export function countGroups(
  issues: readonly Issue[],
  namesOf: (issue: Issue) => string[],
  today: LedgerDate,
): GroupCounts[] {
  const lowest = ([, some]: [string, Issue[]]): number =>
    some.reduce((least, { number }) => Math.min(least, number ?? Infinity), Infinity);
  const groups = [...grouped(issues, namesOf)].sort(([a], [b]) => compare(a, b));
  return byNumber(groups, lowest).map(([name, some]) => ({ name, ...countIssues(some, today) }));
}

/** By code unit: a locale's order differs between Apps Script and Node. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function countMeasures(measures: readonly Measure[]): MeasureCounts {
  const count = (...states: Measure['state'][]): number => measures.filter((m) => states.includes(m.state)).length;
  const cancelled = count('已取消');
  const done = count('已完成');
  const inForce = measures.length - cancelled;
  return {
    total: measures.length,
    done,
    inProgress: count('进行中'),
    notStarted: count('未开始', ''),
    cancelled,
    inForce,
    completion: { n: done, d: inForce },
  };
}
