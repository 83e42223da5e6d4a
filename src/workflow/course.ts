/** What 办理记录 says of each issue, replayed row by row: the log is the truth, the status cells are copies of it. */
import { ISSUE_STATES, type IssueState, type LogEntry, ROLES, type Role, TABS } from '../ledger/schema';
import type { LedgerDate } from '../text/dates';
import { bySequence } from './chain';

export type Target = '已销号' | '长期坚持';

export interface Signature {
  role: Role;
  /** Mail of whoever signed. */
  by: string;
  /** Mail of the person signed for; `''` when nobody is. */
  actingFor: string;
  at: string;
}

/** An application under way. */
export interface Attempt {
  target: Target;
  by: string;
  at: string;
  /** Fingerprint of what was applied for, and those of its parts. */
  seal: string;
  parts: string;
  /** The chain as it was set when the application was made. */
  steps: Role[];
  signatures: Signature[];
}

export interface Extension {
  by: string;
  at: string;
  reasonClass: string;
  reason: string;
  to: LedgerDate;
}

/** A round that ended in a close-out. */
export interface ClosedRound {
  round: number;
  closedAs: IssueState;
  /** The day of the last signature. */
  closedOn: LedgerDate;
  /** The day of the application that led to it. */
  doneOn: LedgerDate;
  seal: string;
  parts: string;
  signatures: Signature[];
}

export interface Course {
  state: IssueState;
  round: number;
  /** The deadline as last set or decided; null where the log never told one. */
  deadline: LedgerDate | null;
  firstDeadline: LedgerDate | null;
  /** The day the work began. */
  startedOn: LedgerDate | null;
  attempt: Attempt | null;
  extension: Extension | null;
  /** Why the present round's last application came back. */
  returned: string;
  /** The close-out in force. */
  closed: ClosedRound | null;
  past: (ClosedRound & { reopened: string })[];
  /** Mails, or names where 名单 knew none, of all who did the work. */
  doers: ReadonlySet<string>;
  /** 序号 of the row that set the state. */
  stateRow: number | null;
}

/** Changes of these tabs are work on the issue; whoever made them is no independent signer. */
const WORK_TABS: readonly string[] = [TABS.measures.title, TABS.evidence.title];
const SUBJECT = /^(\S+) (\d+)(?:-[\d-]+)?$/;

export const newCourse = (): Course => ({
  state: '未启动',
  round: 1,
  deadline: null,
  firstDeadline: null,
  startedOn: null,
  attempt: null,
  extension: null,
  returned: '',
  closed: null,
  past: [],
  doers: new Set(),
  stateRow: null,
});

/** The subject of an issue's log rows. */
export function subjectOf(issue: number | null): string {
  return `${TABS.issues.title} ${issue ?? ''}`;
}

/** The course of every issue the log speaks of, in one pass. */
export function coursesOf(log: readonly LogEntry[]): Map<number, Course> {
  const courses = new Map<number, Course>();
  for (const entry of bySequence(log)) {
    const [, tab, number] = SUBJECT.exec(entry.subject) ?? [];
    if (tab === undefined || number === undefined) continue;
    const issue = Number(number);
    const course = courses.get(issue) ?? newCourse();
    if (tab === TABS.issues.title) courses.set(issue, after(course, entry));
    // a measure that was only planned is not done yet
    else if (WORK_TABS.includes(tab) && (tab === TABS.evidence.title || entry.reason !== '新增'))
      courses.set(issue, { ...course, doers: withDoers(course, [entry.actor]) });
  }
  return courses;
}

/** The course after one more row of the issue's own. */
export function after(course: Course, entry: LogEntry): Course {
  const { action, actor, at, reason, reasonClass, deadline } = entry;
  const on = at.slice(0, 10);
  const state = ISSUE_STATES.find((known) => known === entry.to);
  const next: Course = {
    ...course,
    ...(state === undefined ? {} : { state, stateRow: entry.sequence }),
    round: entry.round ?? course.round,
    firstDeadline: course.firstDeadline ?? deadline,
    doers: withDoers(course, entry.doers.split('、')),
  };
  switch (action) {
    case '导入':
    case '建立':
      return { ...next, deadline: deadline ?? course.deadline };
    case '启动':
      return { ...next, deadline, startedOn: on };
    case '进展':
    case '自查完成':
      return { ...next, doers: withDoers(next, [actor]) };
    case '申请销号':
    case '申请长期坚持': {
      const target: Target = action === '申请销号' ? '已销号' : '长期坚持';
      const { decidedOn: seal, parts } = entry;
      const attempt: Attempt = { target, by: actor, at, seal, parts, steps: stepsIn(entry.step), signatures: [] };
      return { ...next, attempt, doers: withDoers(next, [actor]) };
    }
    case '签批': {
      const role = stepsIn(entry.step)[0];
      if (course.attempt === null || role === undefined) return next;
      const signature = { role, by: actor, actingFor: entry.actingFor, at };
      return { ...next, attempt: { ...course.attempt, signatures: [...course.attempt.signatures, signature] } };
    }
    case '销号':
    case '转长期坚持': {
      const { attempt } = course;
      const closed = {
        round: next.round,
        closedAs: next.state,
        closedOn: on,
        doneOn: attempt?.at.slice(0, 10) ?? on,
        seal: entry.decidedOn,
        parts: attempt?.parts ?? '',
        signatures: attempt?.signatures ?? [],
      };
      return { ...next, attempt: null, returned: '', closed };
    }
    case '退回':
    case '作废':
      return { ...next, attempt: null, returned: reason };
    case '撤回':
      return { ...next, attempt: null };
    case '申请延期':
      if (deadline === null) return next;
      return { ...next, extension: { by: actor, at, reasonClass, reason, to: deadline } };
    case '延期':
      return { ...next, extension: null, deadline: deadline ?? course.deadline };
    case '不予延期':
    case '终止':
      return { ...next, extension: null };
    case '重新整改': {
      const closed = course.closed ?? {
        round: course.round,
        closedAs: course.state,
        closedOn: '',
        doneOn: '',
        seal: '',
        parts: '',
        signatures: [],
      };
      const past = [...course.past, { ...closed, reopened: `${reasonClass}：${reason}` }];
      return { ...next, past, closed: null, returned: '', extension: null, attempt: null, deadline };
    }
    default:
      return next;
  }
}

/** `部门负责人→整改办` as roles; what is no role is left out. */
export function stepsIn(text: string): Role[] {
  return text.split('→').flatMap((word) => ROLES.find((role) => role === word.trim()) ?? []);
}

function withDoers(course: Course, more: readonly string[]): ReadonlySet<string> {
  const fresh = more.map((who) => who.trim()).filter((who) => who !== '' && !course.doers.has(who));
  return fresh.length === 0 ? course.doers : new Set([...course.doers, ...fresh]);
}
