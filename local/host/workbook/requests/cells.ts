/** Requests that write cells: updateCells, appendCells, repeatCell, setDataValidation, mergeCells, unmergeCells. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../../errors';
import { type Box, boxOf, overlap, widest } from '../box';
import { type Cell, checkValue, EMPTY_CELL, settle, uniform } from '../cells';
import { type Mask, merge, requiredMask } from '../fieldMask';
import { assertMayWrite } from '../protection';
import { type Draft, type GridRange, type Sheet, sizeOf, storedRow, storedRowCount } from '../store';
import { checkRule } from '../validation';
import type { Handlers } from './handler';

type RowData = sheets_v4.Schema$RowData;

const READ_ONLY: ReadonlySet<string> = new Set(['effectiveValue', 'effectiveFormat', 'formattedValue', 'hyperlink']);
const WRITABLE = ['userEnteredValue', 'userEnteredFormat', 'note', 'dataValidation', 'textFormatRuns'] as const;

type CellWriter = (old: Cell, from: Cell | undefined, row: number, column: number) => Cell;

/** What a write with this mask does to one cell; row and column are those of the request, for refusals. */
function cellWriter(fields: string | null | undefined): CellWriter {
  const mask: Mask = requiredMask(fields, 'CellData');
  const all = mask.has('*');
  for (const name of mask.keys()) {
    if (name !== '*' && !READ_ONLY.has(name) && !WRITABLE.some((one) => one === name))
      throw notImplemented(`writing CellData.${name}`);
  }
  const takes = new Set<string>(WRITABLE.filter((name) => all || mask.get(name)?.size === 0));
  // a mask below a field's own level is merged field by field
  const nested: Mask = all
    ? new Map()
    : new Map([...mask].filter(([name, inner]) => inner.size > 0 && !READ_ONLY.has(name)));
  const value = takes.has('userEnteredValue');
  const format = takes.has('userEnteredFormat');
  const note = takes.has('note');
  const rule = takes.has('dataValidation');
  const runs = takes.has('textFormatRuns');
  const unreadable = ['pivotTable', 'chipRuns', 'dataSourceTable', 'dataSourceFormula'] as const;
  return (old, from, row, column) => {
    const path = (): string => `rows[${row}].values[${column}].user_entered_value`;
    if (from) {
      if (from.userEnteredValue) checkValue(from.userEnteredValue, path);
      if (from.dataValidation) checkRule(from.dataValidation);
      for (const name of unreadable) if (all && from[name]) throw notImplemented(`writing CellData.${name}`);
    }
    const next: Cell = {};
    const entered = value ? from?.userEnteredValue : old.userEnteredValue;
    const look = format ? from?.userEnteredFormat : old.userEnteredFormat;
    const remark = note ? from?.note : old.note;
    const validation = rule ? from?.dataValidation : old.dataValidation;
    const styled = runs ? from?.textFormatRuns : value ? undefined : old.textFormatRuns;
    if (entered) next.userEnteredValue = entered;
    if (look) next.userEnteredFormat = look;
    if (remark) next.note = remark;
    if (validation) next.dataValidation = validation;
    if (styled) next.textFormatRuns = styled;
    return settle(nested.size > 0 ? merge(next, from, nested) : next, old);
  };
}

function writeRows(
  draft: Draft,
  sheetId: number,
  box: Box,
  rows: readonly RowData[],
  fields: string | null | undefined,
): void {
  const write = cellWriter(fields);
  const stored = draft.rows(sheetId);
  for (let row = box.top; row < box.bottom; row++) {
    const from = rows[row - box.top]?.values;
    const cells = draft.cells(stored, row);
    // within a range, cells without data are cleared in the masked fields; from a start, a short row leaves the rest alone
    for (let column = box.left; column < box.right; column++) {
      while (cells.length <= column) cells.push(EMPTY_CELL);
      cells[column] = write(cells[column] ?? EMPTY_CELL, from?.[column - box.left], row - box.top, column - box.left);
    }
  }
}

function updateCells(draft: Draft, request: sheets_v4.Schema$UpdateCellsRequest): void {
  const rows = request.rows ?? [];
  if (request.range && request.start) throw new ApiFault("oneof field 'area' is already set. Cannot set 'start'");
  if (request.range) {
    const box = draft.box(request.range);
    const width = widest(rows.map((row) => row.values ?? []));
    if (box.top + rows.length > box.bottom) {
      throw new ApiFault(`Attempting to write row: ${box.bottom}, beyond the last requested row of: ${box.bottom - 1}`);
    }
    if (box.left + width > box.right) {
      throw new ApiFault(
        `Attempting to write column: ${box.right}, beyond the last requested column of: ${box.right - 1}`,
      );
    }
    assertMayWrite(draft, request.range.sheetId, box);
    writeRows(draft, request.range.sheetId ?? 0, box, rows, request.fields);
    return;
  }
  if (!request.start) throw new ApiFault('Either start or range must be set.');
  const sheetId = request.start.sheetId ?? 0;
  const size = sizeOf(draft.look(sheetId));
  const top = request.start.rowIndex ?? 0;
  const left = request.start.columnIndex ?? 0;
  if (top >= size.rows)
    throw new ApiFault(`GridCoordinate.rowIndex[${top}] is after last row in grid[${size.rows - 1}]`);
  if (left >= size.columns) {
    throw new ApiFault(`GridCoordinate.columnIndex[${left}] is after last column in grid[${size.columns - 1}]`);
  }
  if (top < 0 || left < 0) throw new ApiFault('GridCoordinate must not be negative.');
  if (top + rows.length > size.rows) {
    throw new ApiFault(`Attempting to write row: ${size.rows}, beyond the last requested row of: ${size.rows - 1}`);
  }
  rows.forEach((row) => {
    const width = row.values?.length ?? 0;
    if (left + width > size.columns) {
      throw new ApiFault(
        `Attempting to write column: ${size.columns}, beyond the last requested column of: ${size.columns - 1}`,
      );
    }
  });
  const touched = rows.map((row, r) => ({
    top: top + r,
    bottom: top + r + 1,
    left,
    right: left + (row.values?.length ?? 0),
  }));
  assertMayWrite(draft, sheetId, touched);
  const write = cellWriter(request.fields);
  const stored = draft.rows(sheetId);
  rows.forEach((row, r) => {
    if (!row.values?.length) return;
    const cells = draft.cells(stored, top + r);
    row.values.forEach((cell, c) => {
      while (cells.length <= left + c) cells.push(EMPTY_CELL);
      cells[left + c] = write(cells[left + c] ?? EMPTY_CELL, cell, r, c);
    });
  });
}

function appendCells(draft: Draft, request: sheets_v4.Schema$AppendCellsRequest): void {
  if (request.tableId) throw notImplemented('appendCells.tableId');
  const sheetId = request.sheetId ?? 0;
  const sheet = draft.sheet(sheetId);
  const rows = request.rows ?? [];
  let top = storedRowCount(sheet);
  // "after the last row with data": a format or a validation alone is no data
  while (top > 0 && !storedRow(sheet, top - 1).some((cell) => cell.userEnteredValue)) top--;
  const size = sizeOf(sheet);
  const width = widest(rows.map((row) => row.values ?? []));
  // rows are added where needed, columns are not
  if (width > size.columns) {
    throw new ApiFault(
      `Attempting to write column: ${size.columns}, beyond the last requested column of: ${size.columns - 1}`,
    );
  }
  sheet.properties = {
    ...sheet.properties,
    gridProperties: { ...sheet.properties?.gridProperties, rowCount: Math.max(size.rows, top + rows.length) },
  };
  draft.checkCellCount();
  if (rows.length === 0 || width === 0) return;
  assertMayWrite(draft, sheetId, { top, bottom: top + rows.length, left: 0, right: width });
  const write = cellWriter(request.fields);
  const stored = draft.rows(sheetId);
  rows.forEach((row, r) => {
    const cells = draft.cells(stored, top + r);
    row.values?.forEach((cell, c) => {
      while (cells.length <= c) cells.push(EMPTY_CELL);
      cells[c] = write(cells[c] ?? EMPTY_CELL, cell, r, c);
    });
  });
}

function repeatCell(draft: Draft, request: sheets_v4.Schema$RepeatCellRequest): void {
  const box = draft.box(request.range);
  assertMayWrite(draft, request.range?.sheetId, box);
  if (request.cell?.userEnteredValue?.formulaValue)
    throw notImplemented('repeatCell.cell.userEnteredValue.formulaValue');
  const write = cellWriter(request.fields);
  draft.eachCell(
    request.range?.sheetId,
    box,
    uniform((cell) => write(cell, request.cell, 0, 0)),
  );
}

function setDataValidation(draft: Draft, request: sheets_v4.Schema$SetDataValidationRequest): void {
  const box = draft.box(request.range);
  assertMayWrite(draft, request.range?.sheetId, box);
  const { rule } = request;
  if (rule) checkRule(rule);
  draft.eachCell(
    request.range?.sheetId,
    box,
    uniform(({ dataValidation: _old, ...cell }) => (rule ? { ...cell, dataValidation: rule } : cell)),
  );
}

function mergeCells(draft: Draft, request: sheets_v4.Schema$MergeCellsRequest): void {
  const box = draft.box(request.range);
  const sheetId = request.range?.sheetId ?? 0;
  assertMayWrite(draft, sheetId, box);
  const sheet = draft.sheet(sheetId);
  const size = sizeOf(sheet);
  const pieces = mergePieces(box, request.mergeType ?? 'MERGE_ALL');
  checkWhole(sheet, box);
  const kept = (sheet.merges ?? []).filter((old) => !overlap(boxOf(old, size), box));
  const added: GridRange[] = pieces.map((piece) => ({
    sheetId,
    startRowIndex: piece.top,
    endRowIndex: piece.bottom,
    startColumnIndex: piece.left,
    endColumnIndex: piece.right,
  }));
  sheet.merges = [...kept, ...added];
  // only the first cell of each merged piece keeps its value
  for (const piece of pieces) {
    draft.eachCell(sheetId, piece, (cell, row, column) => {
      if (row === piece.top && column === piece.left) return cell;
      const { userEnteredValue: _value, ...rest } = cell;
      return settle(rest);
    });
  }
}

function unmergeCells(draft: Draft, request: sheets_v4.Schema$UnmergeCellsRequest): void {
  const box = draft.box(request.range);
  assertMayWrite(draft, request.range?.sheetId, box);
  const sheet = draft.sheet(request.range?.sheetId);
  checkWhole(sheet, box);
  sheet.merges = (sheet.merges ?? []).filter((old) => !overlap(boxOf(old, sizeOf(sheet)), box));
}

/** "The range must not partially span any merge." */
function checkWhole(sheet: Sheet, box: Box): void {
  for (const old of sheet.merges ?? []) {
    const known = boxOf(old, sizeOf(sheet));
    const cut = overlap(known, box);
    if (!cut) continue;
    const whole =
      cut.top === known.top && cut.bottom === known.bottom && cut.left === known.left && cut.right === known.right;
    if (!whole) throw new ApiFault('You must select all cells in a merged range to merge or unmerge them.');
  }
}

function mergePieces(box: Box, type: string): Box[] {
  const rows = Array.from({ length: box.bottom - box.top }, (_none, i) => box.top + i);
  const columns = Array.from({ length: box.right - box.left }, (_none, i) => box.left + i);
  if (type === 'MERGE_ALL') return [box];
  if (type === 'MERGE_ROWS') return rows.map((row) => ({ ...box, top: row, bottom: row + 1 }));
  if (type === 'MERGE_COLUMNS') return columns.map((column) => ({ ...box, left: column, right: column + 1 }));
  throw new ApiFault(`Invalid mergeType: ${type}`);
}

export const cellRequests: Handlers = {
  updateCells: (draft, request) => void updateCells(draft, request),
  appendCells: (draft, request) => void appendCells(draft, request),
  repeatCell: (draft, request) => void repeatCell(draft, request),
  setDataValidation: (draft, request) => void setDataValidation(draft, request),
  mergeCells: (draft, request) => void mergeCells(draft, request),
  unmergeCells: (draft, request) => void unmergeCells(draft, request),
};
