import { settle } from '../../src/google/settle';
import type { Change } from '../../src/ledger/changes';
import type { CellValue, TabGrid } from '../../src/ledger/grid';
import { gridOf, snapshotOf } from '../support/gridOf';

const before = gridOf('measures', [
  { 措施编号: '1-1', 问题编号: 1, 状态: '未开始' },
  { 措施编号: '1-2', 问题编号: 1, 状态: '进行中' },
]);
const change: Change = { kind: 'set', tab: 'measures', key: '1-2', row: 3, values: { state: '已完成' } };

/** What re-reading the columns gives when the tab now looks like `now`. */
function reader(now: TabGrid) {
  return (wanted: readonly { title: string; column: number }[]) =>
    new Map(
      wanted.map(({ title, column }) => [
        `${title}!${column}`,
        now.values.map((row): CellValue => row[column] ?? null),
      ]),
    );
}
const settleWith = (now: TabGrid) => settle(snapshotOf([before]), new Map([['measures', [change]]]), reader(now));

test('a record that was sorted elsewhere is followed by its key', () => {
  const sorted = gridOf('measures', [
    { 措施编号: '1-2', 问题编号: 1, 状态: '进行中' },
    { 措施编号: '1-1', 问题编号: 1, 状态: '未开始' },
  ]);
  const settled = settleWith(sorted);
  expect(settled.ok && settled.value[0]?.changes).toMatchObject([{ key: '1-2', row: 2 }]);
});

test('a cell that somebody changed meanwhile is not written over', () => {
  const changed = gridOf('measures', [
    { 措施编号: '1-1', 问题编号: 1, 状态: '未开始' },
    { 措施编号: '1-2', 问题编号: 1, 状态: '已取消' },
  ]);
  expect(settleWith(changed)).toMatchObject({
    ok: false,
    faults: [{ code: 'changed-meanwhile', cell: 'I3', key: '1-2' }],
  });
});

test('a record that vanished, and a column that moved, are refused by name', () => {
  expect(settleWith(gridOf('measures', [{ 措施编号: '1-1', 问题编号: 1 }]))).toMatchObject({
    ok: false,
    faults: [{ code: 'changed-meanwhile', message: expect.stringContaining('“1-2”一行刚刚被他人删除') }],
  });
  const moved = gridOf('measures', [], ['备注', ...(before.values[0]?.slice(1).map(String) ?? [])]);
  expect(settleWith(moved)).toMatchObject({ ok: false, faults: [{ cell: 'A1' }] });
});

test('rows typed below meanwhile are not overwritten by new records', () => {
  const longer = gridOf('measures', [
    { 措施编号: '1-1', 问题编号: 1, 状态: '未开始' },
    { 措施编号: '1-2', 问题编号: 1, 状态: '进行中' },
    { 措施编号: '1-3', 问题编号: 1 },
  ]);
  const settled = settle(
    snapshotOf([before]),
    new Map([['measures', [{ kind: 'add', tab: 'measures', values: { id: '2-1' } }]]]),
    reader(longer),
  );
  expect(settled.ok && settled.value[0]?.grid.values).toHaveLength(4);
});
