/** Request sortRange: whole rows of the range change places; numbers before text before booleans, empty cells last. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../../errors';
import type { Cell } from '../cells';
import { assertMayWrite } from '../protection';
import { type Draft, storedRow } from '../store';
import type { Handlers } from './handler';

const collator = new Intl.Collator('zh-CN');

function rank(cell: Cell): number {
  const value = cell.effectiveValue;
  if (!value) return 4;
  if (typeof value.numberValue === 'number') return 0;
  if (typeof value.stringValue === 'string') return 1;
  return typeof value.boolValue === 'boolean' ? 2 : 3;
}

function compare(a: Cell, b: Cell, descending: boolean): number {
  const ra = rank(a);
  const rb = rank(b);
  if (ra === 4 || rb === 4) return ra === rb ? 0 : ra - rb;
  let order = ra - rb;
  if (order === 0) {
    const x = a.effectiveValue ?? {};
    const y = b.effectiveValue ?? {};
    if (ra === 0) order = (x.numberValue ?? 0) - (y.numberValue ?? 0);
    else if (ra === 1) order = collator.compare(x.stringValue ?? '', y.stringValue ?? '');
    else if (ra === 2) order = Number(x.boolValue) - Number(y.boolValue);
  }
  return descending ? -order : order;
}

function sortRange(draft: Draft, request: sheets_v4.Schema$SortRangeRequest): void {
  const box = draft.box(request.range);
  const sheetId = request.range?.sheetId ?? 0;
  assertMayWrite(draft, sheetId, box);
  const specs = (request.sortSpecs ?? []).map((spec) => {
    const { dimensionIndex, sortOrder, ...other } = spec;
    if (Object.keys(other).length > 0) throw notImplemented(`sortRange.sortSpecs.${Object.keys(other)[0]}`);
    const column = dimensionIndex ?? 0;
    if (column < box.left || column >= box.right)
      throw new ApiFault(`sortSpecs.dimensionIndex[${column}] is outside the range.`);
    return { column: column - box.left, descending: sortOrder === 'DESCENDING' };
  });
  if (specs.length === 0) throw new ApiFault('sortSpecs must not be empty.');
  const sheet = draft.look(sheetId);
  const width = box.right - box.left;
  const lines: Cell[][] = [];
  for (let row = box.top; row < box.bottom; row++) {
    const cells = storedRow(sheet, row);
    lines.push(Array.from({ length: width }, (_none, i) => cells[box.left + i] ?? {}));
  }
  const sorted = lines.slice().sort((a, b) => {
    for (const { column, descending } of specs) {
      const order = compare(a[column] ?? {}, b[column] ?? {}, descending);
      if (order !== 0) return order;
    }
    return 0;
  });
  draft.eachCell(sheetId, box, (cell, row, column) => {
    const { dataValidation: _theirs, ...moved } = sorted[row - box.top]?.[column - box.left] ?? {};
    return cell.dataValidation ? { ...moved, dataValidation: cell.dataValidation } : moved;
  });
}

export const sortRequests: Handlers = {
  sortRange: (draft, request) => void sortRange(draft, request),
};
