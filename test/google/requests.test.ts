import { listRangesOf } from '../../src/google/formats';
import { requestsFor } from '../../src/google/requests';
import { addRecord, type Change } from '../../src/ledger/changes';
import { recordOf } from '../../src/ledger/records';
import { gridOf, snapshotOf } from '../support/gridOf';

const lists = listRangesOf(snapshotOf().grids);
const measures = gridOf('measures', [
  { 措施编号: '1-1', 问题编号: 1, 措施内容: '修订办法。' },
  { 措施编号: '1-2', 问题编号: 1, 措施内容: '开展普查。' },
]);

test('one column set in neighbouring rows is one request', () => {
  const changes: Change[] = [
    { kind: 'set', tab: 'measures', key: '1-2', row: 3, values: { state: '进行中' } },
    { kind: 'set', tab: 'measures', key: '1-1', row: 2, values: { state: '已完成' } },
  ];
  expect(requestsFor('measures', measures, changes, lists)).toEqual([
    {
      updateCells: {
        start: { sheetId: measures.sheetId, rowIndex: 1, columnIndex: 8 },
        rows: [
          { values: [{ userEnteredValue: { stringValue: '已完成' } }] },
          { values: [{ userEnteredValue: { stringValue: '进行中' } }] },
        ],
        fields: 'userEnteredValue',
      },
    },
  ]);
});

test('many new records are one block below the last row, dates as serial numbers', () => {
  const changes = Array.from({ length: 50 }, (_, i) =>
    addRecord('measures', recordOf('measures', { id: `2-${i + 1}`, issue: 2, deadline: '2026-06-30' })),
  );
  const requests = requestsFor('measures', measures, changes, lists);
  expect(requests).toHaveLength(1);
  expect(requests[0]?.updateCells?.start).toMatchObject({ rowIndex: 3, columnIndex: 0 });
  expect(requests[0]?.updateCells?.rows).toHaveLength(50);
  expect(requests[0]?.updateCells?.rows?.[0]?.values?.[5]).toEqual({ userEnteredValue: { numberValue: 46203 } });
});

test('text that looks like a formula is written as text', () => {
  const change = addRecord('measures', { id: '2-1', content: '=IMPORTXML("http://example.invalid","//a")' });
  const [request] = requestsFor('measures', measures, [change], lists);
  expect(request?.updateCells?.rows?.[0]?.values?.[2]).toEqual({
    userEnteredValue: { stringValue: '=IMPORTXML("http://example.invalid","//a")' },
  });
});

test('a full sheet grows, and the new rows get the formats and drop-downs of the others', () => {
  const full = { ...measures, rowCount: 3 };
  const requests = requestsFor(
    'measures',
    full,
    [addRecord('measures', { id: '1-3' }), addRecord('measures', { id: '1-4' })],
    lists,
  );
  expect(requests[0]).toEqual({ appendDimension: { sheetId: full.sheetId, dimension: 'ROWS', length: 2 } });
  const rules = requests.flatMap(({ setDataValidation }) => setDataValidation ?? []);
  expect(rules.every(({ range }) => range?.startRowIndex === 3 && range.endRowIndex === 5)).toBe(true);
  expect(rules.some(({ rule }) => rule?.condition?.type === 'ONE_OF_LIST')).toBe(true);
});

test('a list grows in its own column from its first free row', () => {
  const settings = gridOf('settings', [{ 项: '单位名称', 方面: '党的建设' }, { 项: '巡察组' }]);
  const [request] = requestsFor(
    'settings',
    settings,
    [{ kind: 'list', list: 'aspects', entries: ['选人用人', '作风建设'] }],
    lists,
  );
  expect(request?.updateCells).toMatchObject({ start: { rowIndex: 2, columnIndex: 3 }, rows: [{}, {}] });
});
