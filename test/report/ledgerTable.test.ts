/** The attached ledger: what stands in its columns, and whose names do not. */
import { expect, test } from '@jest/globals';
import type { Block } from '../../src/report/document';
import { textOf } from '../../src/report/text';
import { composed, forestryBureau } from './reports';

const attached = () => {
  const ledger = forestryBureau({
    settings: { attachment: '是' },
    people: [
      { mail: 'qiao@zhuxiwan.example', name: '乔松年', position: '党组书记、局长', role: '主要负责人' },
      { mail: 'lu@zhuxiwan.example', name: '陆知微', role: '分管领导' },
    ],
  });
  const [first, second, third] = ledger.issues.records;
  Object.assign(first ?? {}, {
    leader: '乔松年、陆知微',
    department: '办公室',
    person: '陆知微',
    deadline: '2026-06-30',
  });
  Object.assign(second ?? {}, {
    leader: '分管副局长、钱不在册、钱局长',
    department: '防火办',
    deadlineKind: '长期坚持',
  });
  Object.assign(third ?? {}, { publicity: '概括公开', publicText: '接待管理有差距\n已规范审批' });
  return ledger;
};
const isAttachment = (block: Block) => block.kind === 'attachment';

test('has a row for each printed issue, with posts and departments', () => {
  const block = composed(attached()).blocks.find(isAttachment);
  if (block?.kind !== 'attachment') throw new Error('no attachment');
  expect(block.label).toBe('附件');
  expect(block.title).toBe('巡察反馈问题整改台账');
  expect(block.table.columns.map(({ header }) => header)).toEqual([
    '序号',
    '方面',
    '问题',
    '整改措施',
    '牵头领导',
    '责任部门',
    '整改时限',
    '整改状态',
  ]);
  expect(block.table.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  expect(block.table.rows).toEqual([
    [
      '1',
      '落实上级部署方面',
      '林长制巡林记录不完整',
      '1.统一印制巡林日志120册。\n2.每月抽查巡林轨迹并通报。',
      '党组书记、局长',
      '办公室',
      '2026年6月30日',
      '已完成',
    ],
    [
      '2',
      '落实上级部署方面',
      '森林防火物资管理混乱',
      '1.清点防火物资1360件套；\n2.建立出入库登记。',
      '分管副局长',
      '防火办',
      '长期坚持',
      '正在整改',
    ],
    ['3', '从严管党治党方面', '接待管理有差距', '已规范审批', '', '', '', '阶段性完成'],
    ['4', '从严管党治党方面', '党支部活动不经常', '制定支部年度活动计划。', '', '', '', '未完成'],
  ]);
});

test('no person’s name is in the report', () => {
  expect(textOf(composed(attached()))).not.toMatch(/乔松年|陆知微|钱/);
});

test('columns that nobody filled in are left out', () => {
  const block = composed(forestryBureau({ settings: { attachment: '是' } })).blocks.find(isAttachment);
  if (block?.kind !== 'attachment') throw new Error('no attachment');
  expect(block.table.columns.map(({ header }) => header)).not.toContain('牵头领导');
});

test('as text it is announced by name and follows the date as tab-separated rows', () => {
  const lines = textOf(composed(attached())).split('\n');
  const date = lines.indexOf('2026年9月15日');
  expect(lines.slice(date - 2, date)).toEqual(['附件：巡察反馈问题整改台账', '中共竹溪湾县林业局党组']);
  expect(lines.slice(date + 1, date + 4)).toEqual([
    '附件',
    '巡察反馈问题整改台账',
    '序号\t方面\t问题\t整改措施\t牵头领导\t责任部门\t整改时限\t整改状态',
  ]);
  expect(lines).toHaveLength(date + 4 + 4);
});
