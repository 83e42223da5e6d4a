import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeOf, type Shown, sameShape } from '../../../local/workbench/page/grid/patch';
import type { CellView, SheetView } from '../../../local/workbench/protocol';
import { STYLES, sheet } from './pageSamples';

const shown = (part: Partial<SheetView> = {}): Shown => ({ sheet: sheet(part), styles: STYLES });

/** The sample with one cell replaced. */
function withCell(row: number, column: number, cell: CellView | null): Shown {
  const { rows } = sheet({});
  return shown({ rows: rows.map((line, r) => line.map((old, c) => (r === row && c === column ? cell : old))) });
}

test('only what differs is written', () => {
  const change = changeOf(shown(), withCell(1, 2, { value: '已销号' }));
  expect(change.cells).toEqual({ 1: { 2: expect.objectContaining({ v: '已销号', t: 1, f: null, p: null }) } });
  expect(change.cellCount).toBe(1);
  expect(change).toMatchObject({ rules: { gone: [], come: [] }, title: null, freeze: false, rows: null, notes: [] });
});

test('nothing is written when nothing differs, also when the styles are numbered anew', () => {
  const { rows } = sheet({});
  const renumbered = rows.map((line) =>
    line.map((cell) => (cell?.style === undefined ? cell : { ...cell, style: cell.style + 1 })),
  );
  const after: Shown = { sheet: sheet({ rows: renumbered }), styles: [{ italic: true }, ...STYLES] };
  expect(changeOf(shown(), after).cellCount).toBe(0);
});

test('a system cell that was overwritten on the page is shown anew although the host did not change it', () => {
  const change = changeOf(shown(), shown(), new Set(['1,2']));
  expect(change.cells[1]?.[2]).toMatchObject({ v: '整改中' });
});

test('a cleared cell loses its text and its colours', () => {
  const change = changeOf(withCell(1, 1, { value: '旧', style: 0 }), withCell(1, 1, null));
  expect(change.cells[1]?.[1]).toMatchObject({ v: null, s: { bg: null, cl: null, bl: 0 } });
});

test('a cell whose edit is still on its way keeps what was typed', () => {
  const after = withCell(1, 1, { value: '旁人的改动', style: 1 });
  expect(changeOf(shown(), after, new Set(), new Set(['1,1'])).cellCount).toBe(0);
});

test('a note that came, changed or went is told', () => {
  const marked = withCell(1, 1, { value: '学习不深入', style: 1, note: '【校验】缺时限' });
  expect(changeOf(shown(), marked).notes).toEqual([
    expect.objectContaining({ row: 1, column: 1, note: expect.objectContaining({ note: '【校验】缺时限' }) }),
  ]);
  expect(changeOf(marked, shown()).notes).toEqual([expect.objectContaining({ row: 1, column: 1, note: null })]);
  expect(changeOf(shown(), marked).cellCount).toBe(0);
});

test('more used rows draw more rows', () => {
  const rows = [...sheet({}).rows, ...Array.from({ length: 100 }, (_none, at) => [{ value: at + 3 }])];
  const change = changeOf(shown(), shown({ rows }));
  expect(change.rows).toBe(163);
  expect(change.cells[102]?.[0]).toMatchObject({ v: 102 });
});

test('a longer text makes its row higher', () => {
  const change = changeOf(shown(), withCell(1, 1, { value: '学习不深入，'.repeat(20), style: 1 }));
  expect(change.heights[1]).toBeGreaterThan(50);
});

test('other columns mean drawing the tab anew', () => {
  expect(sameShape(sheet({}), sheet({ columnCount: 5 }))).toBe(false);
  expect(sameShape(sheet({}), sheet({ title: '整改措施' }))).toBe(true);
});

test('what is written and what was shown together give the new state', () => {
  const cell = fc.option(fc.record({ value: fc.oneof(fc.constantFrom('整改中', '已销号'), fc.integer()) }));
  const rows = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 });
  const text = (line: (CellView | null)[] | undefined, column: number) => line?.[column]?.value ?? null;
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const { cells } = changeOf(shown({ rows: before }), shown({ rows: after }));
      for (let r = 0; r < 6; r += 1)
        for (let c = 0; c < 4; c += 1)
          expect(cells[r]?.[c] ? cells[r]?.[c]?.v : text(before[r], c)).toEqual(text(after[r], c));
    }),
  );
});
