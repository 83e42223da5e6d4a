/** A small bureau in the strict host: its people, and issues that are ready to be closed out. */
import { freshLedger, HostedLedger } from './hostedLedger';

/** The owner's domain: an installed trigger learns who edited only within it. */
const DOMAIN = 'example.invalid';
export const mailOf = (name: string) => (name === '' ? '' : `${name}@${DOMAIN}`);

export interface Result {
  issue: number;
  ok: boolean;
  from: string;
  to: string;
  round: number;
  seal: string;
  message: string;
  unmet: { code: string; message: string; remedy: string }[];
}

const PEOPLE: [name: string, role: string, department: string][] = [
  ['江一舟', '经办人', '工程股'],
  ['沐青', '部门负责人', '工程股'],
  ['卫兰', '分管领导', '局领导'],
  ['任佳', '整改办', '办公室'],
  ['严格', '主要负责人', '局领导'],
  ['岑静', '纪检', '派驻组'],
];

const built = new Map<string, ReturnType<HostedLedger['host']['spreadsheet']>>();

/** A ledger of `count` issues, all but started; the clock stands on 24 November 2026. */
export function bureauLedger(count = 1, chain = '部门负责人→分管领导→整改办→主要负责人'): HostedLedger {
  const kept = built.get(`${count} ${chain}`) ?? buildLedger(count, chain).host.spreadsheet();
  built.set(`${count} ${chain}`, kept);
  return new HostedLedger(structuredClone(kept));
}

function buildLedger(count: number, chain: string): HostedLedger {
  const ledger = freshLedger();
  ledger.merge(
    '名单',
    PEOPLE.map(([姓名, 角色, 部门]) => ({ 邮箱: mailOf(姓名), 姓名, 角色, 部门 })),
  );
  ledger.merge('设置', [
    { 项: '反馈日期', 值: '2026-03-20' },
    { 项: '销号流程', 值: chain },
  ]);
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  as(ledger, '江一舟');
  ledger.merge(
    '问题台账',
    numbers.map((编号) => ({
      编号,
      方面: '工程管理方面',
      问题: `第${编号}个项目档案归集不及时`,
      整改类型: '限期整改',
      整改时限: '2026-12-31',
      牵头领导: '卫兰',
      责任部门: '工程股',
      责任人: '江一舟',
      整改成效: '归集档案1卷。',
    })),
  );
  ledger.merge(
    '整改措施',
    numbers.map((n) => ({
      措施编号: `${n}-1`,
      问题编号: n,
      措施内容: `补齐第${n}个项目的竣工档案。`,
      责任人: '江一舟',
      周期: '一次',
      状态: '已完成',
      完成日期: '2026-11-20',
    })),
  );
  ledger.merge(
    '佐证材料',
    numbers.map((n) => ({
      材料编号: `${n}-1-01`,
      问题编号: n,
      措施编号: `${n}-1`,
      类型: '台账资料',
      名称: '竣工档案移交清单',
      日期: '2026-11-18',
      链接或档号: `溪建档2026-${n}`,
    })),
  );
  return ledger;
}

/** Makes a person of the bureau the active user. */
export function as(ledger: HostedLedger, name: string): HostedLedger {
  ledger.host.setUser(mailOf(name));
  return ledger;
}

/** One action on issues by a person; throws when the command as a whole was refused. */
export function act(ledger: HostedLedger, name: string, action: string, more: object = {}): Result[] {
  const answer = as(ledger, name).ask<{ results: Result[] }>('act', { action, issues: [1], ...more });
  if (!answer.ok) throw new Error(answer.faults.map(({ message }) => message).join('\n'));
  return answer.value.results;
}
