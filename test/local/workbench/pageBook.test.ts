import { expect, test } from '@jest/globals';
import { bookToUniver, filterRange, univerValue } from '../../../local/workbench/page/grid/bookToUniver';
import { drawnRows, lineCount, rowHeight } from '../../../local/workbench/page/grid/look';
import { rulesBetween, rulesOf } from '../../../local/workbench/page/grid/rules';
import { book, sheet } from './pageSamples';

test('every tab is drawn with its frozen panes, widths and colours', () => {
  const drawn = bookToUniver(book([sheet({ title: '问题台账' }), sheet({ id: 2, title: '名单' })]));
  expect(drawn.sheetOrder.map((key) => drawn.sheets[key]?.name)).toEqual(['问题台账', '名单']);
  const issues = drawn.sheets[drawn.sheetOrder[0] ?? ''];
  expect(issues?.freeze).toEqual({ xSplit: 1, ySplit: 1, startRow: 1, startColumn: 1 });
  expect(issues?.columnData[1]).toEqual({ w: 240 });
  const header = drawn.styles[issues?.cellData[0]?.[0]?.s ?? ''];
  expect(header).toMatchObject({ bl: 1, bg: { rgb: '#1f4e79' }, cl: { rgb: '#ffffff' } });
});

test('a date stands as the text it reads as, so that editing it shows that text', () => {
  expect(univerValue({ value: 46113, shown: '2026-04-01' })).toEqual({ v: '2026-04-01', t: 1 });
});

test('a plain number stays a number, a check a check, a formula typed as text a text', () => {
  expect(univerValue({ value: 12 })).toEqual({ v: 12, t: 2 });
  expect(univerValue({ value: true })).toEqual({ v: 1, t: 3 });
  expect(univerValue({ value: '=IMPORTXML("http://青禾.example")' })).toEqual({
    v: '=IMPORTXML("http://青禾.example")',
    t: 1,
  });
  expect(univerValue({})).toEqual({ v: null });
});

test('a drop-down never refuses what is typed and stays within the rows drawn', () => {
  const states = { fromRow: 1, toRow: 1000, column: 2, kind: 'list' as const, values: ['整改中', '已销号'] };
  const [rule] = rulesOf(sheet({ validations: [states] })).values();
  expect(rule).toMatchObject({ type: 'list', formula1: '整改中,已销号', errorStyle: 2, showErrorMessage: false });
  expect(rule?.ranges).toEqual([{ startRow: 1, endRow: 99, startColumn: 2, endColumn: 2 }]);
});

test('of a thousand cells with lists of their own, one that changes is the one rule written', () => {
  const lists = (changed: number) =>
    Array.from({ length: 1000 }, (_none, at) => ({
      fromRow: at + 1,
      toRow: at + 2,
      column: 2,
      kind: 'list' as const,
      values: at === changed ? ['复核'] : ['申请销号', `退回第${at}条`],
    }));
  const rows = Array.from({ length: 1001 }, (_none, at) => [{ value: `${at}` }]);
  const before = sheet({ rows, rowCount: 1001, validations: lists(-1) });
  const { gone, come } = rulesBetween(before, sheet({ rows, rowCount: 1001, validations: lists(7) }));
  expect(gone).toHaveLength(1);
  expect(come).toMatchObject([{ formula1: '复核', ranges: [{ startRow: 8, endRow: 8 }] }]);
  expect(rulesBetween(before, { ...before, rows: [...rows] })).toEqual({ gone: [], come: [] });
});

test('rows coloured in advance are not drawn, room to go on writing is', () => {
  const rows = [...sheet({}).rows, ...Array.from({ length: 900 }, () => [{ style: 0 }])];
  expect(drawnRows(sheet({ rows, rowCount: 1000 }))).toBe(100);
  expect(drawnRows(sheet({ rowCount: 5 }))).toBe(5);
});

test('a tab with a header row can be filtered, a dashboard with a caption cannot', () => {
  expect(filterRange(sheet({}))).toMatchObject({ startRow: 0, startColumn: 0, endColumn: 2 });
  expect(filterRange(sheet({ rows: [[{ value: '云溪县整改看板' }]] }))).toBeNull();
  expect(filterRange(sheet({ frozenRows: 0 }))).toBeNull();
});

test('wrapped text makes its row higher, up to five lines', () => {
  expect(lineCount('云溪县水务局党组会议研究不够', 13, 65)).toBe(3);
  expect(lineCount('第一行\n第二行', 13, 1000)).toBe(2);
  const long = '会议记录不完整，'.repeat(60);
  const low = rowHeight(1, sheet({ rows: [[], [{ value: '短', style: 1 }]] }), book([]).styles);
  const high = rowHeight(1, sheet({ rows: [[], [{ value: long, style: 1 }]] }), book([]).styles);
  expect(low).toBeLessThan(40);
  expect(high).toBeGreaterThan(80);
  expect(high).toBeLessThan(120);
});

test('a note stands at its cell', () => {
  const drawn = bookToUniver(book([sheet({ rows: [[{ value: '编号', note: '一经使用不再改变。' }]] })]));
  const notes = drawn.resources.find(({ name }) => name === 'SHEET_NOTE_PLUGIN')?.data ?? '';
  expect(JSON.parse(notes)).toEqual({ t1: { 0: { 0: expect.objectContaining({ note: '一经使用不再改变。' }) } } });
});
