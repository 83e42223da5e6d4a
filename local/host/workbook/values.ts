/** The values collection: ranges of plain values out of the workbook and into it (Sheets API v4, spreadsheets.values). */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault } from '../errors';
import { cellsA1, columnLetters, quoteSheet, resolveA1 } from './a1';
import { type Box, boxOf, widest } from './box';
import { type Cell, checkValue, EMPTY_CELL, settle } from './cells';
import { formatNumber, isDateFormat } from './numberFormat';
import { assertMayWrite } from './protection';
import {
  type Draft,
  type Sheet,
  type Spreadsheet,
  sheetIdOf,
  sizeOf,
  storedRow,
  storedRowCount,
  titleOf,
} from './store';
import { typed } from './typed';

type Scalar = string | number | boolean;

export interface ReadOptions {
  majorDimension?: string | undefined;
  valueRenderOption?: string | undefined;
  dateTimeRenderOption?: string | undefined;
}

const oneOf = (value: string | null | undefined, field: string, allowed: readonly string[]): string => {
  const given = value ?? allowed[0] ?? '';
  if (!allowed.includes(given)) throw new ApiFault(`Invalid value at '${field}' (TYPE_ENUM), "${given}"`);
  return given;
};
const MAJOR = ['ROWS', 'COLUMNS'];
const RENDER = ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'];
const DATE_RENDER = ['SERIAL_NUMBER', 'FORMATTED_STRING'];
const INPUT = ['INPUT_VALUE_OPTION_UNSPECIFIED', 'RAW', 'USER_ENTERED'];

function sheetById(spreadsheet: Spreadsheet, sheetId: number): Sheet {
  const sheet = spreadsheet.sheets?.find((one) => sheetIdOf(one) === sheetId);
  if (!sheet) throw new ApiFault(`No grid with id: ${sheetId}`);
  return sheet;
}

const a1Of = (sheet: Sheet, box: Box): string => `${quoteSheet(titleOf(sheet))}!${cellsA1(box)}`;

function exceeds(sheet: Sheet, box: Box): ApiFault {
  const size = sizeOf(sheet);
  return new ApiFault(
    `Range (${a1Of(sheet, box)}) exceeds grid limits. Max rows: ${size.rows}, max columns: ${size.columns}`,
  );
}

/** The values of one A1 range; what lies beyond the grid is left out, a range wholly beyond it is refused. */
export function readValues(spreadsheet: Spreadsheet, a1: string, options: ReadOptions): sheets_v4.Schema$ValueRange {
  const major = oneOf(options.majorDimension, 'major_dimension', MAJOR);
  const render = renderer(options);
  const range = resolveA1(a1, spreadsheet);
  const sheet = sheetById(spreadsheet, range.sheetId ?? 0);
  const size = sizeOf(sheet);
  const asked = boxOf(range, size);
  if (asked.top >= size.rows || asked.left >= size.columns) throw exceeds(sheet, asked);
  const box = { ...asked, bottom: Math.min(asked.bottom, size.rows), right: Math.min(asked.right, size.columns) };
  const rows: Scalar[][] = [];
  for (let row = box.top; row < Math.min(box.bottom, storedRowCount(sheet)); row++) {
    const cells = storedRow(sheet, row);
    const values: Scalar[] = [];
    for (let column = box.left; column < Math.min(box.right, cells.length); column++)
      values.push(render(cells[column] ?? {}));
    rows.push(trim(values));
  }
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  const out: sheets_v4.Schema$ValueRange = { range: a1Of(sheet, box), majorDimension: major };
  if (rows.length > 0) out.values = major === 'ROWS' ? rows : transpose(rows);
  return out;
}

function trim(values: Scalar[]): Scalar[] {
  while (values.length > 0 && values[values.length - 1] === '') values.pop();
  return values;
}

function transpose(rows: Scalar[][]): Scalar[][] {
  const width = widest(rows);
  return Array.from({ length: width }, (_none, column) => trim(rows.map((row) => row[column] ?? '')));
}

function renderer(options: ReadOptions): (cell: Cell) => Scalar {
  const option = oneOf(options.valueRenderOption, 'value_render_option', RENDER);
  const asText = oneOf(options.dateTimeRenderOption, 'date_time_render_option', DATE_RENDER) === 'FORMATTED_STRING';
  if (option === 'FORMATTED_VALUE') return (cell) => cell.formattedValue ?? '';
  return (cell) => {
    const formula = cell.userEnteredValue?.formulaValue;
    if (option === 'FORMULA' && typeof formula === 'string') return formula;
    const value = cell.effectiveValue;
    if (!value) return '';
    if (typeof value.numberValue === 'number') {
      const format = cell.userEnteredFormat?.numberFormat;
      return asText && isDateFormat(format) ? formatNumber(value.numberValue, format) : value.numberValue;
    }
    return value.stringValue ?? value.boolValue ?? cell.formattedValue ?? '';
  };
}

/** Writes one ValueRange; gives what values.update answers. Data validation is not enforced here, as in Google's REST API. */
export function writeValues(
  draft: Draft,
  data: sheets_v4.Schema$ValueRange,
  inputOption: string | null | undefined,
): sheets_v4.Schema$UpdateValuesResponse {
  const option = oneOf(inputOption, 'value_input_option', INPUT);
  if (option === INPUT[0]) throw new ApiFault("'valueInputOption' is required but not specified");
  const major = oneOf(data.majorDimension, 'data.major_dimension', MAJOR);
  const range = resolveA1(data.range ?? '', draft.spreadsheet);
  const sheet = draft.look(range.sheetId);
  const size = sizeOf(sheet);
  const box = boxOf(range, size);
  if (box.bottom > size.rows || box.right > size.columns) throw exceeds(sheet, box);
  // one cell names a corner: the data may run on from it
  const single = box.bottom - box.top === 1 && box.right - box.left === 1;
  const limit = single ? { ...box, bottom: size.rows, right: size.columns } : box;
  const rows = asRows(data.values ?? [], major);
  const width = widest(rows);
  const target = { top: box.top, bottom: box.top + rows.length, left: box.left, right: box.left + width };
  checkExtent(sheet, target, limit, single);
  const answer = { updatedRange: a1Of(sheet, rows.length > 0 && width > 0 ? target : box) };
  if (rows.length === 0 || width === 0) return answer;
  assertMayWrite(draft, range.sheetId, target);
  const typedIn = option === 'USER_ENTERED' ? draft.actor.year : undefined;
  const stored = draft.rows(range.sheetId);
  let count = 0;
  rows.forEach((row, r) => {
    const cells = draft.cells(stored, target.top + r);
    row.forEach((value, c) => {
      if (value === null || value === undefined) return;
      const column = target.left + c;
      while (cells.length <= column) cells.push(EMPTY_CELL);
      cells[column] = entered(cells[column] ?? {}, value, typedIn, () => `data.values[${r}][${c}]`);
      count++;
    });
  });
  return { ...answer, updatedRows: rows.length, updatedColumns: width, updatedCells: count };
}

function checkExtent(sheet: Sheet, target: Box, limit: Box, single: boolean): void {
  const asked = `Requested writing within range [${a1Of(sheet, limit)}], but tried writing to`;
  if (target.bottom <= limit.bottom && target.right <= limit.right) return;
  if (single) throw exceeds(sheet, target);
  if (target.bottom > limit.bottom) throw new ApiFault(`${asked} row [${limit.bottom + 1}]`);
  throw new ApiFault(`${asked} column [${columnLetters(limit.right)}]`);
}

function asRows(values: unknown, major: string): unknown[][] {
  if (!Array.isArray(values))
    throw new ApiFault("Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue)");
  const lines = values.map((line: unknown, i) => {
    if (!Array.isArray(line)) {
      throw new ApiFault(
        `Invalid value at 'data.values[${i}]' (type.googleapis.com/google.protobuf.ListValue), ${JSON.stringify(line)}`,
      );
    }
    return line as unknown[];
  });
  if (major === 'ROWS') return lines;
  const height = widest(lines);
  return Array.from({ length: height }, (_none, row) => lines.map((line) => line[row] ?? null));
}

/**
 * The cell after a value came in; its format stays, and a typed date brings one where there is none.
 * @param typedIn the current year when text is read as typed, undefined when it is taken raw
 */
export function entered(cell: Cell, value: unknown, typedIn: number | undefined, path: () => string): Cell {
  const next: Cell = {};
  if (cell.userEnteredFormat) next.userEnteredFormat = cell.userEnteredFormat;
  if (cell.note) next.note = cell.note;
  if (cell.dataValidation) next.dataValidation = cell.dataValidation;
  if (typeof value === 'string') {
    const plainText = cell.userEnteredFormat?.numberFormat?.type === 'TEXT';
    const read =
      typedIn !== undefined && !plainText
        ? typed(value, typedIn)
        : { value: value === '' ? undefined : { stringValue: value } };
    if (read.value) next.userEnteredValue = read.value;
    if (read.format && !cell.userEnteredFormat?.numberFormat) {
      next.userEnteredFormat = { ...cell.userEnteredFormat, numberFormat: read.format };
    }
  } else if (typeof value === 'number') next.userEnteredValue = { numberValue: value };
  else if (typeof value === 'boolean') next.userEnteredValue = { boolValue: value };
  else {
    const kind = Array.isArray(value) ? 'list_value' : 'struct_value';
    throw new ApiFault(`Invalid ${path()}: ${kind} { ${JSON.stringify(value)} }`);
  }
  if (next.userEnteredValue) checkValue(next.userEnteredValue, path);
  return settle(next, cell);
}

/** Takes the values out of a range and leaves formats, notes and validation (values.clear). */
export function clearValues(draft: Draft, a1: string): string {
  const range = resolveA1(a1, draft.spreadsheet);
  const sheet = draft.look(range.sheetId);
  const size = sizeOf(sheet);
  const box = boxOf(range, size);
  if (box.bottom > size.rows || box.right > size.columns) throw exceeds(sheet, box);
  assertMayWrite(draft, range.sheetId, box);
  const inner = { ...box, bottom: Math.max(box.top, Math.min(box.bottom, storedRowCount(sheet))) };
  draft.eachCell(range.sheetId, inner, ({ userEnteredValue: _old, ...cell }) => settle(cell));
  return a1Of(sheet, box);
}
