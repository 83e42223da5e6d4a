/** Request sortRange: whole rows of the range change places; numbers before text before booleans, empty cells last. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../../errors';
import type { Cell } from '../cells';
import { compareCells } from '../order';
import { assertMayWrite } from '../protection';
import { type Draft, storedRow } from '../store';
import type { Handlers } from './handler';

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
      const order = compareCells(a[column] ?? {}, b[column] ?? {}, descending);
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
