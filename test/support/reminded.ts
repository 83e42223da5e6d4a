/** A small bureau with issues due, overdue and far off on 24 November 2026, in the strict host. */
import { mailOf } from './closeOut';
import { type Answer, freshLedger, HostedLedger } from './hostedLedger';

export interface Reminded {
  mails: {
    to: string;
    name: string;
    level: string;
    number: string;
    subject: string;
    body: string;
    items: { issue: number; title: string; reason: string; level: string; number: string; url: string }[];
  }[];
  postponed: { to: string; name: string }[];
  unreachable: { name: string; why: string; issues: number[] }[];
  doubtful: string[];
  sent: number;
  unsent: number;
  quotaLeft: number;
}

/** Name and deadline of each issue's 责任人; 卫兰 and 严格 are told of what is overdue for long. */
export const ISSUES: [person: string, deadline: string][] = [
  ['江一舟', '2026-11-24'],
  ['沐青', '2026-11-27'],
  ['岑静', '2026-11-09'],
  ['江一舟', '2026-10-20'],
  ['任佳', '2026-12-31'],
];
/** Whom a mail is due on 24 November. */
export const DUE = ['江一舟', '沐青', '岑静', '卫兰', '严格'];

const PEOPLE: [name: string, role: string, department: string][] = [
  ['江一舟', '经办人', '工程股'],
  ['沐青', '部门负责人', '工程股'],
  ['岑静', '经办人', '工程股'],
  ['卫兰', '分管领导', '局领导'],
  ['任佳', '整改办', '办公室'],
  ['严格', '主要负责人', '局领导'],
];

let kept: ReturnType<HostedLedger['host']['spreadsheet']> | undefined;

export function remindedBureau(): HostedLedger {
  kept ??= build();
  return new HostedLedger(structuredClone(kept));
}

function build(): ReturnType<HostedLedger['host']['spreadsheet']> {
  const ledger = freshLedger();
  ledger.merge('设置', [{ 项: '单位名称', 值: '青禾县水利局' }]);
  ledger.merge(
    '名单',
    PEOPLE.map(([姓名, 角色, 部门]) => ({ 邮箱: mailOf(姓名), 姓名, 角色, 部门 })),
  );
  ledger.merge(
    '问题台账',
    ISSUES.map(([责任人, 整改时限], at) => ({
      编号: at + 1,
      方面: '工程管理方面',
      问题: `第${at + 1}处取水口计量设施未校验`,
      整改类型: '限期整改',
      整改时限,
      牵头领导: '卫兰',
      责任部门: '工程股',
      责任人,
    })),
  );
  return ledger.host.spreadsheet();
}

export const remind = (ledger: HostedLedger, argument: object = { dryRun: false }): Answer<Reminded> =>
  ledger.ask<Reminded>('remind', argument);

export const nextDay = (ledger: HostedLedger): void => ledger.host.advance(86_400_000);
