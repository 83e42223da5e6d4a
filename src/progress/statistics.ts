/** The ledger in numbers: pure counts over its records, every rate as numerator and denominator. */
import type { Ledger } from '../ledger/ledger';
import { ISSUE_STATES, type Issue, type IssueState, type Measure, OUTCOME_KINDS, type Outcome } from '../ledger/schema';
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

/** Counts of the issues that share a name: an aspect, or a department. */
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

export interface OutcomeSums {
  /** Number of records of the kind. */
  records: number;
  /** Sum of 数量 by 单位 as written; a record without 数量 adds nothing here. */
  byUnit: Record<string, number>;
  /** Σ 数量 of records whose 单位 is no money; a record without 数量 counts 1. */
  number: number;
  /** Σ 数量 of records in 元, 万元 or 亿元, expressed in 万元. */
  money: number;
}

export type OutcomesByKind = Record<(typeof OUTCOME_KINDS)[number], OutcomeSums>;

export interface Statistics {
  /** 反馈问题总数 of the settings; where blank, the number of issues in the ledger. */
  fedBack: number;
  issues: IssueCounts;
  /** By 方面, in the order of each one's lowest 编号; together they are all issues. */
  aspects: GroupCounts[];
  /** By 责任部门; an issue of several departments counts under each, so these may exceed the total. */
  departments: GroupCounts[];
  measures: MeasureCounts;
  /** All records of 整改成果. */
  outcomes: OutcomesByKind;
  /** Only those ticked 公开: what a public report may state. */
  publicOutcomes: OutcomesByKind;
}

/** 元 per unit of money. */
const MONEY: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };
/** Sums are taken in millionths, so that 0.1 + 0.2 is 0.3 and the order of rows changes nothing. */
const MILLION = 1_000_000;

/** All counts of the ledger as of `today`; they depend on the records alone, not on the order of rows. */
export function statisticsOf(ledger: Ledger, today: LedgerDate): Statistics {
  const issues = ledger.issues.records;
  const count = (some: readonly Issue[]): IssueCounts => countIssues(some, today);
  const grouped = (names: (issue: Issue) => string[]): GroupCounts[] =>
    group(issues, names).map(([name, some]) => ({ name, ...count(some) }));
  return {
    fedBack: ledger.settings.fedBack ?? issues.length,
    issues: count(issues),
    aspects: grouped((issue) => [issue.aspect.trim()]),
    departments: grouped((issue) => namesIn(issue.department)),
    measures: countMeasures(ledger.measures.records),
    outcomes: sumOutcomes(ledger.outcomes.records),
    publicOutcomes: sumOutcomes(ledger.outcomes.records.filter((outcome) => outcome.public)),
  };
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

function countIssues(issues: readonly Issue[], today: LedgerDate): IssueCounts {
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

/** Issues by each name they bear, ordered by the lowest 编号 of each name (blank numbers last), then by name. */
function group(issues: readonly Issue[], namesOf: (issue: Issue) => string[]): [string, Issue[]][] {
  const lowest = ([, some]: [string, Issue[]]): number =>
    some.reduce((least, { number }) => Math.min(least, number ?? Infinity), Infinity);
  const groups = [...grouped(issues, namesOf)].sort(([a], [b]) => compare(a, b));
  return byNumber(groups, lowest);
}

/** By code unit: a locale's order differs between Apps Script and Node. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function countMeasures(measures: readonly Measure[]): MeasureCounts {
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

function sumOutcomes(outcomes: readonly Outcome[]): OutcomesByKind {
  const sums = Object.fromEntries(OUTCOME_KINDS.map((kind) => [kind, sumOf(outcomes.filter((o) => o.kind === kind))]));
  // built from OUTCOME_KINDS itself, so every kind is there
  return sums as OutcomesByKind;
}

function sumOf(outcomes: readonly Outcome[]): OutcomeSums {
  const millionths = new Map<string, number>();
  let number = 0;
  let money = 0;
  for (const { quantity, unit: written } of outcomes) {
    const unit = written.trim();
    const yuan = MONEY[unit];
    if (yuan === undefined) number += Math.round((quantity ?? 1) * MILLION);
    if (quantity === null) continue;
    millionths.set(unit, (millionths.get(unit) ?? 0) + Math.round(quantity * MILLION));
    if (yuan !== undefined) money += Math.round((quantity * yuan * MILLION) / 10_000);
  }
  const byUnit = Object.fromEntries([...millionths].map(([unit, sum]) => [unit, sum / MILLION]));
  return { records: outcomes.length, byUnit, number: number / MILLION, money: money / MILLION };
}
