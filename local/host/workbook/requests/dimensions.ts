/** Requests on rows and columns: insert, delete, append, move, and their properties. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../../errors';
import { type Axis, afterDelete, afterInsert, type Box, overlap } from '../box';
import type { Cell } from '../cells';
import { merge, requiredMask } from '../fieldMask';
import { assertMayWrite, closedBoxes, PROTECTED_MESSAGE } from '../protection';
import { type Draft, type GridRange, type Sheet, sheetIdOf, sizeOf, storedRow } from '../store';
import type { Handlers } from './handler';
import { moveRanges, spliceGrid } from './trim';

interface Span {
  sheet: Sheet;
  sheetId: number;
  axis: Axis;
  start: number;
  end: number;
  length: number;
}

const NOUN = { ROWS: 'row', COLUMNS: 'column' } as const;

function axisOf(dimension: string | null | undefined): Axis {
  if (dimension === 'ROWS' || dimension === 'COLUMNS') return dimension;
  throw new ApiFault('No dimension specified.');
}

const lengthOf = (sheet: Sheet, axis: Axis): number => (axis === 'ROWS' ? sizeOf(sheet).rows : sizeOf(sheet).columns);

function span(draft: Draft, range: sheets_v4.Schema$DimensionRange | undefined): Span {
  if (!range) throw new ApiFault('range must be set.');
  const sheet = draft.look(range.sheetId);
  const axis = axisOf(range.dimension);
  const length = lengthOf(sheet, axis);
  const start = range.startIndex ?? 0;
  const end = range.endIndex ?? length;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0)
    throw new ApiFault('range indexes must not be negative.');
  if (start >= end) throw new ApiFault('range is empty: startIndex must be before endIndex.');
  return { sheet, sheetId: sheetIdOf(sheet), axis, start, end, length };
}

function boxOfSpan({ sheet, axis, start, end }: Pick<Span, 'sheet' | 'axis' | 'start' | 'end'>): Box {
  const { rows, columns } = sizeOf(sheet);
  return axis === 'ROWS'
    ? { top: start, bottom: end, left: 0, right: columns }
    : { top: 0, bottom: rows, left: start, right: end };
}

function resize(draft: Draft, sheetId: number, axis: Axis, by: number): void {
  const sheet = draft.sheet(sheetId);
  const { rows, columns } = sizeOf(sheet);
  const grid = { ...sheet.properties?.gridProperties };
  if (axis === 'ROWS') grid.rowCount = rows + by;
  else grid.columnCount = columns + by;
  sheet.properties = { ...sheet.properties, gridProperties: grid };
}

/** A new row or column looks like its neighbour and takes its drop-downs, but not its values and notes. */
function inherited(cell: Cell | undefined): Cell {
  const out: Cell = {};
  if (cell?.userEnteredFormat) out.userEnteredFormat = cell.userEnteredFormat;
  if (cell?.dataValidation) out.dataValidation = cell.dataValidation;
  return out;
}

function insertDimension(draft: Draft, request: sheets_v4.Schema$InsertDimensionRequest): void {
  const { sheet, sheetId, axis, start, end, length } = span(draft, request.range);
  if (typeof request.range?.startIndex !== 'number' || typeof request.range.endIndex !== 'number') {
    throw new ApiFault('Both the start and end indexes of the range must be set.');
  }
  if (start > length) throw new ApiFault(`Cannot insert ${NOUN[axis]}s at index ${start}, past the last of ${length}.`);
  if (request.inheritFromBefore && start === 0)
    throw new ApiFault('inheritFromBefore cannot be true when inserting at index 0.');
  const inside = closedBoxes(draft, sheet).some((box) =>
    axis === 'ROWS' ? box.top < start && start < box.bottom : box.left < start && start < box.right,
  );
  if (inside) throw new ApiFault(PROTECTED_MESSAGE);
  const count = end - start;
  const model = request.inheritFromBefore ? start - 1 : start;
  if (axis === 'ROWS') {
    const pattern = storedRow(sheet, model).map(inherited);
    const row = (): sheets_v4.Schema$RowData => (pattern.length > 0 ? { values: pattern } : {});
    spliceGrid(draft, sheetId, axis, start, 0, Array.from({ length: count }, row));
  } else {
    spliceGrid(draft, sheetId, axis, start, 0, count);
    const rows = draft.rows(sheetId);
    rows.forEach((_row, r) => {
      const source = storedRow(sheet, r)[model];
      if (!source || (rows[r]?.values?.length ?? 0) < end) return;
      const cells = draft.cells(rows, r);
      for (let column = start; column < end; column++) cells[column] = inherited(source);
    });
  }
  resize(draft, sheetId, axis, count);
  moveRanges(draft, draft.sheet(sheetId), (range) => afterInsert(range, axis, start, count));
  draft.checkCellCount();
}

function deleteDimension(draft: Draft, request: sheets_v4.Schema$DeleteDimensionRequest): void {
  const part = span(draft, request.range);
  const { sheet, sheetId, axis, start, end, length } = part;
  if (end > length) {
    throw new ApiFault(
      `Cannot delete a ${NOUN[axis]} that doesn't exist. Tried to delete ${NOUN[axis]} index ${end - 1} but there are only ${length} ${NOUN[axis]}s.`,
    );
  }
  if (end - start === length) throw new ApiFault(`You can't delete all the ${NOUN[axis]}s on the sheet.`);
  const grid = { ...sheet.properties?.gridProperties };
  const frozen = axis === 'ROWS' ? (grid.frozenRowCount ?? 0) : (grid.frozenColumnCount ?? 0);
  const gone = Math.max(0, Math.min(end, frozen) - Math.min(start, frozen));
  if (length - (end - start) <= frozen - gone)
    throw new ApiFault("You can't delete all the non-frozen rows or columns on the sheet.");
  assertMayWrite(draft, sheetId, boxOfSpan(part));
  spliceGrid(draft, sheetId, axis, start, end - start, 0);
  resize(draft, sheetId, axis, start - end);
  const changed = draft.sheet(sheetId);
  if (gone > 0) {
    const field = axis === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount';
    changed.properties = {
      ...changed.properties,
      gridProperties: { ...changed.properties?.gridProperties, [field]: frozen - gone },
    };
  }
  moveRanges(draft, changed, (range) => afterDelete(range, axis, start, end));
}

function appendDimension(draft: Draft, request: sheets_v4.Schema$AppendDimensionRequest): void {
  const sheet = draft.look(request.sheetId);
  const count = request.length ?? 0;
  if (!Number.isInteger(count) || count < 1) throw new ApiFault('length must be at least 1.');
  resize(draft, sheetIdOf(sheet), axisOf(request.dimension), count);
  draft.checkCellCount();
}

/** New place of index `i` when `start … end-1` moves in front of `to`. */
function movedIndex(i: number, start: number, end: number, to: number): number {
  const count = end - start;
  if (i >= start && i < end) return to > start ? i + (to - end) : i - (start - to);
  if (to > start && i >= end && i < to) return i - count;
  if (to <= start && i >= to && i < start) return i + count;
  return i;
}

function moveDimension(draft: Draft, request: sheets_v4.Schema$MoveDimensionRequest): void {
  const part = span(draft, request.source);
  const { sheet, sheetId, axis, start, end, length } = part;
  const to = request.destinationIndex ?? 0;
  if (end > length || to < 0 || to > length)
    throw new ApiFault(`destinationIndex[${to}] or source is outside the grid.`);
  if (to >= start && to <= end) return;
  const touched = { sheet, axis, start: Math.min(start, to), end: Math.max(end, to) };
  assertMayWrite(draft, sheetId, boxOfSpan(touched));
  const box = boxOfSpan(touched);
  if ((sheet.merges ?? []).some((one) => overlap(draft.box(one), box)))
    throw notImplemented('moveDimension over merged cells');
  const order = Array.from({ length: touched.end - touched.start }, (_none, i) => touched.start + i);
  const placed = <T>(list: readonly T[], blank: T): T[] => {
    const out = list.slice();
    while (out.length < touched.end) out.push(blank);
    for (const from of order) out[movedIndex(from, start, end, to)] = list[from] ?? blank;
    return out;
  };
  const rows = draft.rows(sheetId);
  const grid = draft.grid(sheetId);
  if (axis === 'ROWS') {
    grid.rowData = placed(rows, {});
    if (grid.rowMetadata) grid.rowMetadata = placed(grid.rowMetadata, {});
  } else {
    rows.forEach((row, r) => {
      if (row.values) rows[r] = { ...row, values: placed(row.values, {}) };
    });
    if (grid.columnMetadata) grid.columnMetadata = placed(grid.columnMetadata, {});
  }
  const [from, upto] =
    axis === 'ROWS' ? (['startRowIndex', 'endRowIndex'] as const) : (['startColumnIndex', 'endColumnIndex'] as const);
  moveRanges(draft, draft.sheet(sheetId), (range: GridRange) => {
    const a = range[from];
    const b = range[upto];
    // a range moves when it lies wholly within the moved rows or columns; others stay where they are
    if (typeof a !== 'number' || typeof b !== 'number' || a < start || b > end) return range;
    const shift = to > start ? to - end : to - start;
    return { ...range, [from]: a + shift, [upto]: b + shift };
  });
}

function updateDimensionProperties(draft: Draft, request: sheets_v4.Schema$UpdateDimensionPropertiesRequest): void {
  if (request.dataSourceSheetRange) throw notImplemented('updateDimensionProperties.dataSourceSheetRange');
  const mask = requiredMask(request.fields, 'DimensionProperties');
  if (mask.has('developerMetadata')) throw new ApiFault('developerMetadata is read-only.');
  const { sheetId, axis, start, end, length } = span(draft, request.range);
  if (end > length) throw new ApiFault(`range.endIndex[${end}] is after last ${NOUN[axis]} in grid[${length}]`);
  if ((request.properties?.pixelSize ?? 0) < 0) throw new ApiFault('pixelSize must not be negative.');
  const grid = draft.grid(sheetId);
  const metadata = draft.ownList(axis === 'ROWS' ? grid.rowMetadata : grid.columnMetadata);
  while (metadata.length < end) metadata.push({});
  for (let i = start; i < end; i++)
    metadata[i] = merge(metadata[i] ?? {}, request.properties, mask, ['developerMetadata', 'hiddenByFilter']);
  if (axis === 'ROWS') grid.rowMetadata = metadata;
  else grid.columnMetadata = metadata;
}

export const dimensionRequests: Handlers = {
  insertDimension: (draft, request) => void insertDimension(draft, request),
  deleteDimension: (draft, request) => void deleteDimension(draft, request),
  appendDimension: (draft, request) => void appendDimension(draft, request),
  moveDimension: (draft, request) => void moveDimension(draft, request),
  updateDimensionProperties: (draft, request) => void updateDimensionProperties(draft, request),
};
