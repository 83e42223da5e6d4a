/**
 * The ledger in numbers, the one source for 看板, reports, checks and roll-ups: pure counts over records and log, every
 * rate as numerator and denominator.
 */
import type { Ledger } from '../ledger/ledger';
import type { LedgerDate } from '../text/dates';
import { type Course, coursesOf } from '../workflow/course';
import { overturnRate } from '../workflow/recheck';
import { type Acceptance, acceptanceOf } from './acceptance';
import { type AgeBand, ageBands, type DatedIssue, nextDue, oldestOpen } from './ageing';
import {
  countGroups,
  countIssues,
  countMeasures,
  type GroupCounts,
  type IssueCounts,
  type MeasureCounts,
  namesIn,
  type Rate,
} from './counts';
import { type OutcomesByKind, sumOutcomes } from './outcomes';
import { standingsOf } from './standings';
import { type BurnPoint, burnDown, type Punctuality, punctuality } from './timeliness';

export type { Acceptance } from './acceptance';
export type { AgeBand, DatedIssue } from './ageing';
export { formatRate, type GroupCounts, type IssueCounts, type MeasureCounts, namesIn, type Rate } from './counts';
export type { OutcomeSums, OutcomesByKind } from './outcomes';
export type { BurnPoint, Punctuality } from './timeliness';

export interface Statistics {
  /** 反馈问题总数 of the settings; where blank, the number of issues in the ledger. */
  fedBack: number;
  issues: IssueCounts;
  /** By 方面, in the order of each one's lowest 编号; together they are all issues. */
  aspects: GroupCounts[];
  /** By 责任部门; an issue of several departments counts under each, so these may exceed the total. */
  departments: GroupCounts[];
  /** By 牵头领导, counted like the departments. */
  leaders: GroupCounts[];
  /** By 整改类型; together they are all issues. */
  deadlineKinds: GroupCounts[];
  measures: MeasureCounts;
  /** All records of 整改成果. */
  outcomes: OutcomesByKind;
  /** Only those ticked 公开: what a public report may state. */
  publicOutcomes: OutcomesByKind;
  /** Done on time, by the deadline first set and by the present one, extensions included. */
  onTime: { first: Punctuality; present: Punctuality };
  /** Reported done, signed independently, and taken over from elsewhere: three things, never added up. */
  acceptance: Acceptance;
  /** Open issues by the days since their round began. */
  ages: AgeBand[];
  /** 佐证覆盖率: n = measures in force with evidence, d = measures in force. */
  evidenced: Rate;
  /** 退回率: n = applications returned or void, d = those and the ones that led to a close-out; withdrawn ones in neither. */
  returned: Rate;
  /** 反弹率: n = re-checked close-outs with 反弹 or 部分反弹, d = re-checked close-outs. */
  overturned: Rate;
  /** The ten open issues that fall due next, today included. */
  nextDue: DatedIssue[];
  /** The ten issues open longest. */
  oldestOpen: DatedIssue[];
  /** What is left against what the deadlines would leave, on at most nine days. */
  burnDown: BurnPoint[];
}

/** Those of the counts that a report's text may state: none of them takes a replay of the log. */
export type Stated = Pick<Statistics, 'fedBack' | 'issues' | 'aspects' | 'measures' | 'outcomes' | 'publicOutcomes'>;

/** The counts of the ledger as of `today` that records alone tell, without the log. */
export function statedOf(ledger: Ledger, today: LedgerDate): Stated {
  const issues = ledger.issues.records;
  return {
    fedBack: ledger.settings.fedBack ?? issues.length,
    issues: countIssues(issues, today),
    aspects: countGroups(issues, ({ aspect }) => [aspect.trim()], today),
    measures: countMeasures(ledger.measures.records),
    outcomes: sumOutcomes(ledger.outcomes.records),
    publicOutcomes: sumOutcomes(ledger.outcomes.records.filter((outcome) => outcome.public)),
  };
}

/**
 * All counts of the ledger as of `today`; they depend on the records alone, not on the order of rows.
 * @param courses  what 办理记录 says of each issue, when the caller has replayed it already
 */
export function statisticsOf(
  ledger: Ledger,
  today: LedgerDate,
  courses: ReadonlyMap<number, Course> = coursesOf(ledger.log.records),
): Statistics {
  const issues = ledger.issues.records;
  const { fedBack, issues: counted, aspects, ...others } = statedOf(ledger, today);
  const { issues: standings, evidenced, returned, granted } = standingsOf(ledger, courses);
  return {
    fedBack,
    issues: counted,
    aspects,
    departments: countGroups(issues, ({ department }) => namesIn(department), today),
    leaders: countGroups(issues, ({ leader }) => namesIn(leader), today),
    deadlineKinds: countGroups(issues, ({ deadlineKind }) => [deadlineKind], today),
    ...others,
    onTime: {
      first: punctuality(standings, ({ firstDue }) => firstDue, today),
      present: punctuality(standings, ({ due }) => due, today),
    },
    acceptance: acceptanceOf(standings),
    ages: ageBands(standings, today),
    evidenced: { n: evidenced, d: others.measures.inForce },
    returned: { n: returned, d: returned + granted },
    overturned: overturnRate(ledger.log.records),
    nextDue: nextDue(standings, today),
    oldestOpen: oldestOpen(standings, today),
    burnDown: burnDown(standings, ledger.settings.feedbackOn, today),
  };
}
