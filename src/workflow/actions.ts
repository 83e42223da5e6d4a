/** What can be done with an issue: each action with the states it starts from, what has to be given with it, and who may. */
import type { IssueState, LOG_ACTIONS, Role } from '../ledger/schema';

export type LogAction = (typeof LOG_ACTIONS)[number];

/** Why a deadline can't be kept. */
export const EXTENSION_CLASSES = ['客观条件', '政策调整', '资金程序', '涉法涉诉', '其他'] as const;
/** What shows that a closed issue is not settled. */
export const REOPEN_CLASSES = ['回头看', '群众反映', '审计', '抽查'] as const;
/** What a re-check finds. */
export const RECHECK_FINDINGS = ['巩固', '部分反弹', '反弹'] as const;
export const TERMINATION_CLASSES = ['机构撤并', '政策变化', '重复交办', '其他'] as const;

export type Need = 'reason' | 'date' | 'reasonClass';

/**
 * Who may: `listed` anybody in 名单; roles those of 名单, besides the 责任人 named in the records; `signer` who may sign
 * the present step; `applicant` who applied; a setting: the role it names.
 */
export type Doers = 'work' | 'signer' | 'applicant' | 'review' | 'extensionRole' | 'terminationRole';

export interface Action {
  /** What people see and choose. */
  title: string;
  /** Other words for it. */
  also?: readonly string[];
  /** The word of its log row. */
  logged: LogAction;
  from: readonly IssueState[];
  needs: readonly Need[];
  classes?: readonly string[];
  who: Doers;
}

const OPEN = ['整改中', '重新整改'] as const;
const CLOSED = ['已销号', '长期坚持'] as const;

const define = <const K extends string>(actions: Record<K, Action>): Readonly<Record<K, Action>> => actions;

export const ACTIONS = define({
  start: { title: '启动', logged: '启动', from: ['未启动'], needs: [], who: 'work' },
  progress: { title: '进展', logged: '进展', from: [...OPEN, '长期坚持'], needs: ['reason'], who: 'work' },
  apply: { title: '申请销号', logged: '申请销号', from: OPEN, needs: [], who: 'work' },
  applyOngoing: { title: '申请长期坚持', logged: '申请长期坚持', from: OPEN, needs: [], who: 'work' },
  selfCheck: { title: '自查完成', logged: '自查完成', from: OPEN, needs: [], who: 'work' },
  sign: { title: '同意', also: ['签批', '签字'], logged: '签批', from: ['待审核'], needs: [], who: 'signer' },
  return: { title: '退回', logged: '退回', from: ['待审核'], needs: ['reason'], who: 'signer' },
  withdraw: { title: '撤回', logged: '撤回', from: ['待审核'], needs: [], who: 'applicant' },
  extend: {
    title: '申请延期',
    logged: '申请延期',
    from: OPEN,
    needs: ['reasonClass', 'reason', 'date'],
    classes: EXTENSION_CLASSES,
    who: 'work',
  },
  grantExtension: {
    title: '批准延期',
    also: ['同意延期', '延期'],
    logged: '延期',
    from: OPEN,
    needs: [],
    who: 'extensionRole',
  },
  refuseExtension: { title: '不予延期', logged: '不予延期', from: OPEN, needs: ['reason'], who: 'extensionRole' },
  recheck: {
    title: '回头看',
    logged: '回头看',
    from: CLOSED,
    needs: ['reasonClass', 'reason'],
    classes: RECHECK_FINDINGS,
    who: 'review',
  },
  reopen: {
    title: '重新整改',
    logged: '重新整改',
    from: [...CLOSED, '自查完成'],
    needs: ['reasonClass', 'reason', 'date'],
    classes: REOPEN_CLASSES,
    who: 'review',
  },
  terminate: {
    title: '终止',
    logged: '终止',
    from: OPEN,
    needs: ['reasonClass', 'reason'],
    classes: TERMINATION_CLASSES,
    who: 'terminationRole',
  },
});

export type ActionId = keyof typeof ACTIONS;
export const ACTION_IDS = Object.keys(ACTIONS) as readonly ActionId[];

/** Roles that plan, do and report the work; whoever is named 责任人 may as well. */
export const WORK_ROLES: readonly (Role | '')[] = ['经办人', '部门负责人', '整改办'];
/** Roles that look again at what was closed. */
export const REVIEW_ROLES: readonly (Role | '')[] = ['整改办', '主要负责人', '纪检'];

/** The action of an id, a title or another word for it; undefined when there is none. */
export function actionOf(word: string): ActionId | undefined {
  const wanted = word.trim();
  return ACTION_IDS.find((id) => {
    const { title, also } = ACTIONS[id];
    return id === wanted || title === wanted || (also ?? []).includes(wanted);
  });
}
