/** Fictitious units for the report's tests, and what a reader finds in a composed report. */

import type { Fault } from '../../src/ledger/fault';
import type { Ledger } from '../../src/ledger/ledger';
import { composeReport, type ReportOptions } from '../../src/report/compose';
import type { ReportDocument } from '../../src/report/document';
import { textOf } from '../../src/report/text';
import { ledgerOf } from '../support/ledgerOf';

export const TODAY = '2026-09-15';

type Parts = Parameters<typeof ledgerOf>[0];

/** A county forestry bureau: two aspects, four issues in four states, narrative for all parts. */
export function forestryBureau(overrides: NonNullable<Parts> = {}): Ledger {
  const { settings, ...tables } = overrides;
  return ledgerOf({
    settings: {
      unit: '竹溪湾县林业局',
      inspectionTeam: '县委第三巡察组',
      feedbackOn: '2026-03-20',
      fedBack: 4,
      contact: '联系电话：0999-5550166\n电子邮箱：lyj@zhuxiwan.example',
      ...settings,
    },
    issues: [
      { number: 1, aspect: '落实上级部署方面', title: '林长制巡林记录不完整', state: '已销号', measureLead: '' },
      { number: 2, aspect: '落实上级部署方面', title: '森林防火物资管理混乱', state: '整改中' },
      { number: 3, aspect: '从严管党治党方面', title: '公务接待审批手续不全', state: '长期坚持' },
      { number: 4, aspect: '从严管党治党方面', title: '党支部活动不经常', state: '未启动' },
    ],
    measures: [
      { id: '1-1', issue: 1, content: '修订巡林日志样式', result: '统一印制巡林日志120册', state: '已完成' },
      { id: '1-2', issue: 1, content: '每月抽查巡林轨迹并通报', state: '已完成' },
      { id: '2-1', issue: 2, content: '清点防火物资1360件套；', state: '已完成' },
      { id: '2-2', issue: 2, content: '建立出入库登记。', state: '进行中' },
      { id: '2-3', issue: 2, content: '另建仓库', state: '已取消' },
      { id: '3-1', issue: 3, content: '退回超标准接待费0.326万元', state: '已完成' },
      { id: '4-1', issue: 4, content: '制定支部年度活动计划', state: '未开始' },
    ],
    narrative: [
      { part: '引言', order: 1, level: '段落', body: '现将巡察整改情况通报如下。' },
      { part: '组织整改', order: 1, level: '一、', title: '党组抓整改情况' },
      { part: '组织整改', order: 2, level: '1.', title: '提高站位', body: '召开党组会4次研究整改。' },
      { part: '组织整改', order: 3, level: '1.', title: '压实责任。', body: '班子成员逐条认领。' },
      { part: '整改落实', order: 1, level: '一、', title: '问题整改落实情况' },
      { part: '下一步打算', order: 1, level: '一、', title: '下一步打算' },
      { part: '下一步打算', order: 2, level: '段落', body: '对长期坚持的事项每季度复查。' },
      { part: '结尾', order: 1, level: '段落', body: '欢迎干部群众监督。' },
      { part: '未归位', order: 1, level: '段落', body: '未能归位的一段。' },
    ],
    ...tables,
  });
}

/** The composed report; a refusal fails the test with its sentences. */
export function composed(ledger: Ledger, options: Partial<ReportOptions> = {}): ReportDocument {
  const result = composeReport(ledger, { kind: 'public', today: TODAY, ...options });
  if (!result.ok) throw new Error(result.faults.map(({ message }) => message).join('\n'));
  return result.value;
}

/** The lines a reader sees. */
export function linesOf(ledger: Ledger, options: Partial<ReportOptions> = {}): string[] {
  return textOf(composed(ledger, options)).split('\n');
}

/** Why no report is made. */
export function faultsOf(ledger: Ledger): Fault[] {
  const result = composeReport(ledger, { kind: 'public', today: TODAY });
  return result.ok ? [] : result.faults;
}
