import { freshLedger, type HostedLedger, OWNER } from '../../support/hostedLedger';

export const REVIEWER = 'baomi@example.invalid';
export const APPROVER = 'shuji@example.invalid';

export interface Reported {
  status: string;
  version: number | null;
  text: string | null;
  notes: string[];
  kept: unknown[];
  dropped: unknown[];
  docx: { id: string; name: string; url: string } | null;
  document: { id: string; name: string; url: string } | null;
  refused: { code: string; message: string; cell?: string }[];
}

/** A ledger whose one issue is closed, with nothing that stands against publishing it. */
export function filled(): HostedLedger {
  const ledger = freshLedger();
  ledger.merge('设置', [
    { 项: '单位名称', 值: '青禾县水务局' },
    { 项: '反馈日期', 值: '2026-05-08' },
    { 项: '报告日期', 值: '2026-10-09' },
    { 项: '联系方式', 值: '联系电话：0999-5550101' },
  ]);
  ledger.merge('名单', [
    { 邮箱: OWNER, 姓名: '任佳', 职务: '整改办主任', 角色: '整改办' },
    { 邮箱: REVIEWER, 姓名: '钟慎', 职务: '保密办主任', 角色: '经办人' },
    { 邮箱: APPROVER, 姓名: '许青', 职务: '党组书记、局长', 角色: '主要负责人' },
  ]);
  const shared = {
    方面: '履行职能责任方面',
    整改类型: '限期整改',
    整改时限: '2026-09-30',
    牵头领导: '许青',
    责任部门: '河湖股',
    责任人: '方禾',
  };
  const closed = {
    状态: '已销号',
    完成日期: '2026-08-28',
    销号日期: '2026-09-01',
    整改成效: '巡查做到有迹可查。',
    举一反三: '同步检查3座水库。',
  };
  ledger.merge('问题台账', [{ 编号: 1, 问题: '河道巡查记录不全', ...shared, ...closed }], { adopt: true });
  ledger.merge('整改措施', [
    {
      措施编号: '1-1',
      问题编号: 1,
      措施内容: '补录巡查记录46份。',
      状态: '已完成',
      完成日期: '2026-06-30',
      落实情况: '补录2025年巡查记录46份。',
    },
    {
      措施编号: '1-2',
      问题编号: 1,
      措施内容: '修订巡查办法。',
      状态: '已完成',
      完成日期: '2026-08-20',
      落实情况: '修订印发河道巡查办法，明确每月巡查2次。',
    },
  ]);
  ledger.merge('佐证材料', [
    {
      材料编号: '1-1-01',
      问题编号: 1,
      措施编号: '1-1',
      类型: '台账资料',
      名称: '河道巡查记录',
      日期: '2026-06-28',
      链接或档号: '档2026-031',
    },
    {
      材料编号: '1-2-01',
      问题编号: 1,
      措施编号: '1-2',
      类型: '制度文件',
      名称: '河道巡查办法',
      日期: '2026-08-18',
      链接或档号: '档2026-044',
    },
  ]);
  ledger.merge('报告素材', [
    { 版块: '引言', 序号: 1, 层级: '段落', 正文: '现将整改情况通报如下，共反馈{{反馈问题数}}个问题。' },
  ]);
  return ledger;
}
