import { readLedger } from '../../src/ledger/read';
import { gridOf, snapshotOf } from '../support/gridOf';

test('records are read by header, wherever the columns stand, and blank rows are passed over', () => {
  const grid = gridOf(
    'measures',
    [
      { 措施编号: '1-1', 问题编号: 1, 措施内容: '修订节水管理办法。', 状态: '已完成', 完成日期: 46203 },
      {},
      { 措施编号: '1-2', 问题编号: 1, 措施内容: '开展管网普查。', 状态: '进行中', 备注: '自用列' },
    ],
    [
      '备注',
      '状态',
      '措施内容',
      '措施编号',
      '问题编号',
      '责任部门',
      '责任人',
      '时限',
      '周期',
      '起始日期',
      '完成日期',
      '落实情况',
    ],
  );
  const { ledger, faults } = readLedger(snapshotOf([grid]));
  expect(faults).toEqual([]);
  expect(ledger.measures.records).toMatchObject([
    { id: '1-1', issue: 1, state: '已完成', doneOn: '2026-06-30' },
    { id: '1-2', issue: 1, state: '进行中', doneOn: null },
  ]);
  expect(ledger.measures.rows).toEqual([2, 4]);
  expect(ledger.measures.columns.state).toBe(1);
});

test('every cell that cannot be read is named by tab and cell, and the rest of its row is read', () => {
  const grid = gridOf('measures', [
    { 措施编号: '1-1', 问题编号: '甲', 措施内容: '清理闸口。', 状态: '做完了', 完成日期: '2026年2月30日' },
  ]);
  const { ledger, faults } = readLedger(snapshotOf([grid]));
  expect(faults.map(({ code, cell }) => [code, cell])).toEqual([
    ['unreadable-number', 'B2'],
    ['unknown-choice', 'I2'],
    ['unreadable-date', 'J2'],
  ]);
  expect(faults[2]?.message).toBe('整改措施 J2（完成日期）：“2026年2月30日”不是有效日期，请改为如 2026-06-30 的日期。');
  expect(ledger.measures.records[0]).toMatchObject({
    id: '1-1',
    content: '清理闸口。',
    issue: null,
    state: '',
    doneOn: null,
  });
});

test('a renamed column and a missing tab are named with the remedy, and the other columns still read', () => {
  const renamed = gridOf(
    'people',
    [{ 邮箱: 'a@example.invalid', 名字: '许青' }],
    ['邮箱', '名字', '部门', '职务', '角色'],
  );
  const snapshot = snapshotOf([renamed]);
  const { ledger, faults } = readLedger({
    ...snapshot,
    grids: snapshot.grids.filter(({ title }) => title !== '收文登记'),
  });
  expect(faults.map(({ code, message }) => [code, message])).toEqual([
    ['missing-tab', '缺少“收文登记”表，请运行“建立/升级台账”补建。'],
    ['missing-column', '“名单”表缺少“姓名”列（可能被删除或改名），请改回列名或运行“建立/升级台账”补建。'],
  ]);
  expect(ledger.people.records).toMatchObject([{ mail: 'a@example.invalid', name: '' }]);
});

test('a formula in a text column is read as shown and pointed out', () => {
  const grid = gridOf('issues', [{ 编号: 1, 问题: '台账不实' }]);
  const formulas = grid.values.map((row) => row.map((cell) => (cell === '台账不实' ? '=A1&B1' : cell)));
  const { ledger, faults } = readLedger(snapshotOf([{ ...grid, formulas }]));
  expect(ledger.issues.records[0]?.title).toBe('台账不实');
  expect(faults).toMatchObject([{ code: 'formula-in-text', tab: '问题台账', cell: 'D2' }]);
});

test('settings are read by item; an unreadable one is named and keeps its initial value', () => {
  const grid = gridOf('settings', [
    { 项: '单位名称', 值: '青禾县水务局', 责任部门: '办公室' },
    { 项: '反馈日期', 值: '2026年1月8日', 责任部门: '河湖股' },
    { 项: '报告体例', 值: '五部分' },
    { 项: '反馈问题总数', 值: 12 },
  ]);
  const { ledger, faults, settingRows } = readLedger(snapshotOf([grid]));
  expect(ledger.settings).toMatchObject({
    unit: '青禾县水务局',
    feedbackOn: '2026-01-08',
    variant: '四部分',
    fedBack: 12,
  });
  expect(ledger.settings.lists.departments).toEqual(['办公室', '河湖股']);
  expect(faults).toMatchObject([{ code: 'unreadable-setting', cell: 'B4', key: '报告体例' }]);
  expect(settingRows.反馈日期).toBe(3);
});
