import fc from 'fast-check';
import { keysThrough, lensOf, throughLens, typedBehind } from '../../../local/workbench/page/lens';
import type { SheetView } from '../../../local/workbench/protocol';

const ALL = { sheet: 1, view: 7, slicers: [] };
const LINES = ['编号', '1', '2', '3', '4'];
const sheet: SheetView = {
  ...{ id: 1, title: '问题台账', rowCount: 1000, columnCount: 2, frozenRows: 1, frozenColumns: 0, columnWidths: [] },
  ...{ hideGridlines: false, systemColumns: [] },
  rows: LINES.map((value) => [{ value }]),
  validations: [{ fromRow: 1, toRow: 1000, column: 1, kind: 'list', values: ['整改中'] }],
};
const line = (text: string) => new Map([[0, text]]);

test('a view shows its rows in its order, and no others, with the drop-downs of their columns', () => {
  const shown = throughLens(sheet, lensOf(ALL, [0, 4, 2]));
  expect(shown.rows.map(([cell]) => cell?.value)).toEqual(['编号', '4', '2']);
  expect(shown.rowCount).toBe(3);
  expect(shown.validations).toEqual([{ fromRow: 1, toRow: 3, column: 1, kind: 'list', values: ['整改中'] }]);
  expect(throughLens(sheet, undefined)).toBe(sheet);
});

test('a drop-down of one row goes where the row went', () => {
  const one = { fromRow: 2, toRow: 3, column: 1, kind: 'list' as const, values: ['已销号'] };
  const shown = throughLens({ ...sheet, validations: [one] }, lensOf(ALL, [0, 4, 3, 2]));
  expect(shown.validations).toEqual([{ ...one, fromRow: 3, toRow: 4 }]);
});

test('what is typed in a row shown is written to the row behind it; below the view there is nothing to write to', () => {
  const typed = new Map([
    [1, line('甲')],
    [2, line('乙')],
    [9, line('丙')],
  ]);
  expect([...typedBehind(typed, lensOf(ALL, [0, 4, 2]))]).toEqual([
    [4, line('甲')],
    [2, line('乙')],
  ]);
});

test('a cell is drawn anew where its row is shown, and only if it is', () => {
  expect([...keysThrough(new Set(['4,1', '3,0']), lensOf(ALL, [0, 4, 2]))]).toEqual(['1,1']);
});

test('in whatever order rows are shown, what is typed over each arrives at the very row that was shown', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 60 }), (rows) => {
      const lens = lensOf(ALL, rows);
      const behind = typedBehind(new Map(rows.map((row, place) => [place, line(String(row))])), lens);
      expect([...behind].map(([row, cells]) => [row, cells.get(0)])).toEqual(rows.map((row) => [row, String(row)]));
      const keys = rows.map((row) => `${row},3`);
      expect([...keysThrough(new Set(keys), lens)]).toEqual(rows.map((_row, place) => `${place},3`));
    }),
  );
});
