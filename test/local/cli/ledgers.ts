/** A ledger of 云溪县林业局 for the commands of 办理: two issues with all that is needed to start, apply and sign. */
import { readProgram } from '../../../local/commands/project';
import { withLedger } from '../../../local/commands/session';
import { ok, type Result } from '../../../local/files/result';
import { ROOT, type Terminal } from './terminal';

export const PEOPLE = {
  head: 'zhurui@linye.example',
  handler: 'liangpeng@linye.example',
  leader: 'songqinghe@linye.example',
  office: 'yanzhizhou@linye.example',
  chief: 'gaoyuanshan@linye.example',
};

const TABS = {
  设置: [
    { 项: '单位名称', 值: '云溪县林业局' },
    { 项: '反馈日期', 值: '2026-05-11' },
    { 项: '销号流程', 值: '分管领导→整改办' },
  ],
  名单: [
    { 邮箱: PEOPLE.chief, 姓名: '高远山', 部门: '局领导', 角色: '主要负责人' },
    { 邮箱: PEOPLE.leader, 姓名: '宋清和', 部门: '局领导', 角色: '分管领导' },
    { 邮箱: PEOPLE.office, 姓名: '严知舟', 部门: '办公室', 角色: '整改办' },
    { 邮箱: PEOPLE.head, 姓名: '朱锐', 部门: '资源股', 角色: '部门负责人' },
    { 邮箱: PEOPLE.handler, 姓名: '梁鹏', 部门: '资源股', 角色: '经办人' },
  ],
  问题台账: [1, 2].map((number) => ({
    编号: number,
    方面: '落实主体责任方面',
    问题: number === 1 ? '护林员巡山记录补记代签' : '造林补助资金滞留',
    整改类型: '限期整改',
    整改时限: '2026-12-20',
    牵头领导: '宋清和',
    责任部门: '资源股',
    责任人: '梁鹏',
    整改成效: number === 1 ? '巡山轨迹上线率达到100%。' : '滞留补助全部兑付到户。',
    公开方式: '公开',
  })),
  整改措施: [1, 2].map((number) => ({
    措施编号: `${number}-1`,
    问题编号: number,
    措施内容: number === 1 ? '更换巡山定位设备86台，逐日核对轨迹。' : '核清滞留补助31.6万元，兑付到户。',
    责任人: '梁鹏',
    时限: '2026-11-30',
    周期: '一次',
    状态: '已完成',
    完成日期: '2026-11-10',
  })),
  佐证材料: [1, 2].map((number) => ({
    材料编号: `${number}-1-01`,
    问题编号: number,
    措施编号: `${number}-1`,
    类型: '台账资料',
    名称: number === 1 ? '巡山轨迹核对表' : '补助兑付花名册',
    日期: '2026-11-09',
    链接或档号: `云林档2026-0${number}`,
    页数: 6,
  })),
  收文登记: [
    {
      收文编号: '2026-004',
      来文单位: '云溪县委巡察办',
      标题: '关于反馈巡察意见的通知',
      办结日期: '2026-06-05',
      办结于: '2026-06-02',
    },
    {
      收文编号: '2026-009',
      来文单位: '云溪县财政局',
      标题: '关于核对造林补助的函',
      办结日期: '2026-11-20',
      问题编号: '2',
    },
  ],
};

/** Fills the terminal's ledger; with `started` both issues are under way. */
export async function fillLedger(terminal: Terminal, { started = true } = {}): Promise<void> {
  const program = readProgram(ROOT);
  if (!program.ok) throw new Error('not built');
  const tabs = Object.entries(TABS).map(([title, rows]) => ({
    title,
    rows: rows.map((values) => ({ row: null, values: { ...values } })),
  }));
  const options = { store: terminal.store, program: program.value, today: '2026-11-12', mode: 'new' } as const;
  const made = await withLedger(options, (session): Result<unknown> => {
    const merged = session.call('mergeEdits', { tabs });
    if (!merged.ok || merged.value.refused.length > 0)
      return merged.ok ? { ok: false, faults: merged.value.refused } : merged;
    if (started) {
      const at = new Date('2026-11-12T10:00:00+08:00');
      const answer = session.actingAs({ as: PEOPLE.office, at }, () =>
        session.call('act', { action: 'start', issues: [1, 2] }),
      );
      if (!answer.ok) return answer;
    }
    const saved = session.save();
    return saved.ok ? ok(undefined) : saved;
  });
  if (!made.ok) throw new Error(made.faults.map(({ message }) => message).join('\n'));
}

/** Changes one record of the terminal's ledger, as its owner might in an .xlsx. */
export async function edit(terminal: Terminal, title: string, values: Record<string, string>): Promise<void> {
  const program = readProgram(ROOT);
  if (!program.ok) throw new Error('not built');
  const options = { store: terminal.store, program: program.value, today: '2026-11-24', mode: 'write' } as const;
  await withLedger(options, (session): Result<unknown> => {
    const merged = session.call('mergeEdits', { tabs: [{ title, rows: [{ row: null, values }] }] });
    return merged.ok ? session.save() : merged;
  });
}
