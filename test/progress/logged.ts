/** Rows of 办理记录 for tests, told as short as they can be. */
import type { LogEntry } from '../../src/ledger/schema';
import { continueLog, type LogDraft } from '../../src/workflow/chain';

export const mail = (name: string) => `${name}@yunxi.example`;
const CHAIN = '部门负责人→整改办';

/** `[day, action, issue, what else]`, in the order of the log. */
export type Told = [on: string, action: LogEntry['action'], issue: number, more?: Partial<LogEntry>];

const TO: Partial<Record<LogEntry['action'], LogEntry['to']>> = {
  启动: '整改中',
  申请销号: '待审核',
  申请长期坚持: '待审核',
  退回: '整改中',
  作废: '整改中',
  销号: '已销号',
  转长期坚持: '长期坚持',
  自查完成: '自查完成',
  重新整改: '重新整改',
  终止: '已终止',
};

export function logged(...rows: Told[]): LogEntry[] {
  const drafts = rows.map(([on, action, issue, more]): LogDraft => {
    const step = action === '申请销号' || action === '申请长期坚持' ? CHAIN : '';
    return {
      ...{
        at: `${on}T09:00:00+08:00`,
        actor: mail('江一舟'),
        subject: `问题台账 ${issue}`,
        to: TO[action] ?? '',
        step,
      },
      ...more,
      action: action || '修改',
    };
  });
  return continueLog([], drafts);
}

/** An application signed through the chain, and the close-out on the last day. */
export function closing(issue: number, applied: string, closed: string): Told[] {
  return [
    [applied, '申请销号', issue],
    [closed, '签批', issue, { actor: mail('沐青'), step: '部门负责人' }],
    [closed, '签批', issue, { actor: mail('任佳'), step: '整改办' }],
    [closed, '销号', issue, { actor: mail('任佳') }],
  ];
}
