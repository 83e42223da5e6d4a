/** Each issue with what the statistics ask of it, joined once: its log, its measures, and the days that count. */
import type { Ledger } from '../ledger/ledger';
import { type Issue, TABS } from '../ledger/schema';
import type { LedgerDate } from '../text/dates';
import type { Course } from '../workflow/course';
import { isSettled } from './deadlines';

export interface Standing {
  issue: Issue;
  course: Course | undefined;
  /** Neither 已销号, 长期坚持 nor 已终止. */
  open: boolean;
  /**
   * The day the present round began: 启动, or the last 重新整改; 反馈日期 of 设置 where the log tells of neither; else
   * null.
   */
  since: LedgerDate | null;
  /** Deadlines as the log tells them once the work has begun; before, and where it tells none, as the cells do. */
  firstDue: LedgerDate | null;
  due: LedgerDate | null;
  /** The day of the last signature, or 销号日期 where the log knows no close-out; null while open or not known. */
  settledOn: LedgerDate | null;
  /** Measures that are not cancelled, and those of them that are 已完成. */
  inForce: number;
  done: number;
}

/** What the log and the records say of all issues, in the order of 问题台账. */
export interface Standings {
  issues: Standing[];
  /** Measures in force that have evidence: their own, or such as stands for the whole issue. */
  evidenced: number;
  /** Applications that were returned or became void, and those that led to a close-out. */
  returned: number;
  granted: number;
}

/** One pass over each table. */
export function standingsOf(ledger: Ledger, courses: ReadonlyMap<number, Course>): Standings {
  const { named, whole } = evidenceIn(ledger);
  const tallies = new Map<number | null, { inForce: number; done: number }>();
  let evidenced = 0;
  for (const { id, issue, state } of ledger.measures.records) {
    if (state === '已取消') continue;
    if (named.has(id.trim()) || whole.has(issue)) evidenced += 1;
    const tally = tallies.get(issue) ?? { inForce: 0, done: 0 };
    tallies.set(issue, tally);
    tally.inForce += 1;
    if (state === '已完成') tally.done += 1;
  }
  const { reopened, returned, granted } = eventsIn(ledger);
  const { feedbackOn } = ledger.settings;
  const issues = ledger.issues.records.map((issue): Standing => {
    const { number, state } = issue;
    const course = number === null ? undefined : courses.get(number);
    const open = !isSettled(state);
    const begun = course !== undefined && course.state !== '未启动';
    const { inForce = 0, done = 0 } = (number === null ? undefined : tallies.get(number)) ?? {};
    return {
      issue,
      course,
      open,
      since: (number === null ? undefined : reopened.get(number)) ?? course?.startedOn ?? feedbackOn,
      firstDue: course?.firstDeadline ?? issue.firstDeadline ?? issue.deadline,
      due: (begun ? course.deadline : null) ?? issue.deadline,
      settledOn: open ? null : course?.closed?.closedOn || issue.closedOn,
      inForce,
      done,
    };
  });
  return { issues, evidenced, returned, granted };
}

/** 措施编号 that evidence names, and issues with evidence that names no measure. */
function evidenceIn({ evidence }: Ledger): { named: Set<string>; whole: Set<number | null> } {
  const named = new Set<string>();
  const whole = new Set<number | null>();
  for (const { issue, measure } of evidence.records) {
    if (measure.trim() !== '') named.add(measure.trim());
    else if (issue !== null) whole.add(issue);
  }
  return { named, whole };
}

/** The log's own events: the last reopening of each issue, and how applications ended. */
function eventsIn({ log }: Ledger): { reopened: Map<number, LedgerDate>; returned: number; granted: number } {
  const reopened = new Map<number, LedgerDate>();
  let returned = 0;
  let granted = 0;
  for (const { action, at, subject } of log.records) {
    if (action === '退回' || action === '作废') returned += 1;
    else if (action === '销号' || action === '转长期坚持') granted += 1;
    else if (action === '重新整改') {
      const issue = Number(subject.slice(TABS.issues.title.length));
      const on = at.slice(0, 10);
      if (on > (reopened.get(issue) ?? '')) reopened.set(issue, on);
    }
  }
  return { reopened, returned, granted };
}
