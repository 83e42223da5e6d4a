import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellsOfText, putClipboardTexts } from '../../../local/workbench/page/grid/clipboard';
import { policyOf } from '../../../local/workbench/page/grid/commands';
import {
  cellName,
  differs,
  isCheck,
  note,
  rangeName,
  rectangles,
  shownValues,
  type Typed,
  textOfMutated,
} from '../../../local/workbench/page/grid/edits';
import { sheet } from './pageSamples';

function typedOf(cells: [number, number, string][]): Typed {
  const typed: Typed = new Map();
  for (const [row, column, text] of cells) note(typed, row, column, text);
  return typed;
}

test('a pasted block is one rectangle', () => {
  const typed = typedOf([
    [4, 2, '限期整改'],
    [4, 3, '2026.4.1'],
    [5, 2, '立行立改'],
    [5, 3, ''],
  ]);
  expect(rectangles(typed)).toEqual([
    {
      row: 4,
      column: 2,
      texts: [
        ['限期整改', '2026.4.1'],
        ['立行立改', ''],
      ],
    },
  ]);
});

test('rows left out by a filter part the rectangles', () => {
  const typed = typedOf([
    [1, 0, '甲'],
    [3, 0, '乙'],
    [3, 2, '丙'],
  ]);
  expect(rectangles(typed).map(rangeName)).toEqual(['A2', 'A4', 'C4']);
});

test('rectangles hold every changed cell once', () => {
  const cells = fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(8), fc.string({ maxLength: 2 })), {
    selector: ([row, column]) => `${row},${column}`,
  });
  fc.assert(
    fc.property(cells, (list) => {
      const found = rectangles(typedOf(list)).flatMap(({ row, column, texts }) =>
        texts.flatMap((line, r) => line.map((text, c) => [row + r, column + c, text])),
      );
      const order = (a: unknown[], b: unknown[]) => String(a).localeCompare(String(b));
      expect(found.sort(order)).toEqual([...list].sort(order));
    }),
  );
});

test('the text of a changed cell is what was typed', () => {
  expect(textOfMutated({ v: '整改中' }, false)).toBe('整改中');
  expect(textOfMutated({ v: 3.186 }, false)).toBe('3.186');
  expect(textOfMutated({ f: '=1+2', v: null }, false)).toBe('=1+2');
  expect(textOfMutated({ v: null }, false)).toBe('');
  expect(textOfMutated(null, false)).toBe('');
  expect(textOfMutated({ v: '1' }, true)).toBe('TRUE');
  expect(textOfMutated({ v: 0 }, true)).toBe('FALSE');
  expect(textOfMutated({ p: { body: { dataStream: '第一行\r第二行\r\n' } } }, false)).toBe('第一行\n第二行');
});

test('a cell whose look alone changed is no edit', () => {
  expect(textOfMutated({}, false)).toBeUndefined();
});

test('what the host gave is sent along, not what was typed since', () => {
  expect(shownValues(sheet({}), { row: 1, column: 1, texts: [['新', '新', '新']] })).toEqual([
    ['学习不深入', '整改中', null],
  ]);
});

test('confirming a cell unchanged is no change', () => {
  expect(differs(sheet({}), { row: 1, column: 0, texts: [['1', '学习不深入']] })).toBe(false);
  expect(differs(sheet({}), { row: 1, column: 0, texts: [['1', '学习不够深入']] })).toBe(true);
});

test('cells are named as in the grid', () => {
  expect([cellName(8, 2), cellName(0, 25), cellName(0, 26), cellName(0, 701)]).toEqual(['C9', 'Z1', 'AA1', 'ZZ1']);
});

test('a checkbox is known by its column and rows', () => {
  const checks = sheet({ validations: [{ fromRow: 1, toRow: 9, column: 3, kind: 'check', values: [] }] });
  expect([isCheck(checks, 1, 3), isCheck(checks, 0, 3), isCheck(checks, 9, 3), isCheck(checks, 1, 2)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('text of a spreadsheet is read with its quoted line breaks', () => {
  expect(cellsOfText('编号\t问题\r\n1\t"第一行\n第二行，""从严""治党"\r\n')).toEqual([
    ['编号', '问题'],
    ['1', '第一行\n第二行，"从严"治党'],
  ]);
  expect(cellsOfText('只说"半句\t"未完')).toEqual([['只说"半句', '"未完']]);
});

test('a pasted date is sent as it stood in the clipboard, not as the number Univer made of it', () => {
  const typed = typedOf([
    [1, 0, '限期整改'],
    [1, 1, '46113'],
  ]);
  putClipboardTexts(typed, '限期整改\t2026.4.1');
  expect(rectangles(typed)[0]?.texts).toEqual([['限期整改', '2026.4.1']]);
});

test('a block pasted into a larger selection is repeated, a part of a block is left as it is', () => {
  const larger = typedOf([
    [1, 0, ''],
    [2, 0, ''],
  ]);
  putClipboardTexts(larger, '已完成');
  expect(rectangles(larger)[0]?.texts).toEqual([['已完成'], ['已完成']]);
  const part = typedOf([[1, 0, '甲']]);
  putClipboardTexts(part, '甲\n乙');
  expect(rectangles(part)[0]?.texts).toEqual([['甲']]);
});

test('typing, pasting, filling and filtering are allowed; columns, looks and tabs are not', () => {
  for (const id of ['set-range-values', 'paste', 'auto-fill', 'clear-selection-content', 'set-filter-criteria'])
    expect(policyOf(`sheet.command.${id}`)).toBe('allow');
  for (const id of ['insert-col-by-range', 'remove-col', 'set-range-bold', 'insert-sheet', 'add-worksheet-merge-all'])
    expect(policyOf(`sheet.command.${id}`)).toBe('refuse');
  expect(policyOf('sheet.command.insert-row')).toBe('insert-rows');
  expect(policyOf('sheet.command.remove-row')).toBe('delete-rows');
  expect(policyOf('sheet.command.sort-range-desc-ctx')).toBe('sort-down');
});
