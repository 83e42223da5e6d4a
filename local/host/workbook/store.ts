/**
 * The workbook and its drafts. Nothing in a committed workbook is ever changed in place: a draft copies what it touches
 * on the way down, so a failed batch leaves no trace and a large workbook is never copied whole.
 */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault } from '../errors';
import type { Box, Size } from './box';
import { boxOf } from './box';
import { type Cell, EMPTY_CELL } from './cells';

export type Spreadsheet = sheets_v4.Schema$Spreadsheet;
export type Sheet = sheets_v4.Schema$Sheet;
export type GridRange = sheets_v4.Schema$GridRange;

/** Who acts and in which year: rights hang on the one, what `3-2` means when typed on the other. */
export interface Actor {
  year: number;
  user: string;
  owner: string;
}

export const CELLS_PER_FILE = 10_000_000;

export const sheetIdOf = (sheet: Sheet): number => sheet.properties?.sheetId ?? 0;
export const titleOf = (sheet: Sheet): string => sheet.properties?.title ?? '';

export function sizeOf(sheet: Sheet): Size {
  const grid = sheet.properties?.gridProperties;
  return { rows: grid?.rowCount ?? 0, columns: grid?.columnCount ?? 0 };
}

/** The cells of a row as stored; rows and cells past the last stored one are empty. */
export function storedRow(sheet: Sheet, row: number): readonly Cell[] {
  return sheet.data?.[0]?.rowData?.[row]?.values ?? [];
}

export const storedRowCount = (sheet: Sheet): number => sheet.data?.[0]?.rowData?.length ?? 0;

export class Draft {
  spreadsheet: Spreadsheet;
  readonly #owned = new Set<object>();

  constructor(
    base: Spreadsheet,
    readonly actor: Actor,
  ) {
    this.spreadsheet = { ...base, sheets: [...(base.sheets ?? [])] };
  }

  get sheets(): Sheet[] {
    this.spreadsheet.sheets ??= [];
    return this.spreadsheet.sheets;
  }

  /** A list that may be changed: the same one when this draft made it, else a copy. */
  ownList<T>(list: readonly T[] | null | undefined): T[] {
    if (list && this.#owned.has(list)) return list as T[];
    const copy = list ? list.slice() : [];
    this.#owned.add(copy);
    return copy;
  }

  #ownObject<T extends object>(value: T): T {
    if (this.#owned.has(value)) return value;
    const copy = { ...value };
    this.#owned.add(copy);
    return copy;
  }

  /** The sheet, not to be changed. @throws ApiFault when there is none of that id */
  look(sheetId: number | null | undefined): Sheet {
    const id = sheetId ?? 0;
    const sheet = this.sheets.find((one) => sheetIdOf(one) === id);
    if (!sheet) throw new ApiFault(`No grid with id: ${id}`);
    return sheet;
  }

  /** The sheet, to be changed at its top level. */
  sheet(sheetId: number | null | undefined): Sheet {
    const found = this.look(sheetId);
    const own = this.#ownObject(found);
    if (own !== found) this.sheets[this.sheets.indexOf(found)] = own;
    return own;
  }

  /** The grid data of a sheet, to be changed at its top level. */
  grid(sheetId: number | null | undefined): sheets_v4.Schema$GridData {
    const sheet = this.sheet(sheetId);
    const own = this.#ownObject(sheet.data?.[0] ?? {});
    sheet.data = [own];
    return own;
  }

  /** The stored rows of a sheet, to be changed. */
  rows(sheetId: number | null | undefined): sheets_v4.Schema$RowData[] {
    const grid = this.grid(sheetId);
    grid.rowData = this.ownList(grid.rowData);
    return grid.rowData;
  }

  /** The cells of one row of `rows`, to be changed; the row is made when it is not stored yet. */
  cells(rows: sheets_v4.Schema$RowData[], row: number): Cell[] {
    while (rows.length <= row) rows.push({});
    const found = rows[row] ?? {};
    const values = this.ownList(found.values);
    if (found.values !== values) rows[row] = { ...found, values };
    return values;
  }

  /** Replaces every cell of the box by what `change` makes of it. */
  eachCell(
    sheetId: number | null | undefined,
    box: Box,
    change: (cell: Cell, row: number, column: number) => Cell,
  ): void {
    const rows = this.rows(sheetId);
    for (let row = box.top; row < box.bottom; row++) {
      const cells = this.cells(rows, row);
      for (let column = box.left; column < box.right; column++) {
        while (cells.length <= column) cells.push(EMPTY_CELL);
        cells[column] = change(cells[column] ?? EMPTY_CELL, row, column);
      }
    }
  }

  /** The box of a GridRange within the grid. @throws ApiFault when it leaves the grid or is empty */
  box(range: GridRange | undefined, field = 'range'): Box {
    if (!range) throw new ApiFault(`${field} must be set.`);
    const size = sizeOf(this.look(range.sheetId));
    const box = boxOf(range, size);
    const check = (name: string, value: number, limit: number, what: string): void => {
      if (!Number.isInteger(value) || value < 0) throw new ApiFault(`${field}.${name}[${value}] is less than zero.`);
      if (value > limit) throw new ApiFault(`${field}.${name}[${value}] is after last ${what} in grid[${limit}]`);
    };
    check('startRowIndex', box.top, size.rows, 'row');
    check('endRowIndex', box.bottom, size.rows, 'row');
    check('startColumnIndex', box.left, size.columns, 'column');
    check('endColumnIndex', box.right, size.columns, 'column');
    if (box.top >= box.bottom || box.left >= box.right)
      throw new ApiFault(`${field} is empty: start must be before end.`);
    return box;
  }

  /** @throws ApiFault when the file has grown past Google's limit */
  checkCellCount(): void {
    let count = 0;
    for (const sheet of this.sheets) {
      const size = sizeOf(sheet);
      count += size.rows * size.columns;
    }
    if (count > CELLS_PER_FILE) {
      throw new ApiFault(
        `This action would increase the number of cells in the workbook above the limit of ${CELLS_PER_FILE} cells.`,
      );
    }
  }

  /** An id no part of the workbook bears: one above the highest given. */
  nextId(used: readonly (number | null | undefined)[]): number {
    return Math.max(0, ...used.map((id) => id ?? 0)) + 1;
  }
}

/** The committed workbook. A draft that is not committed is simply forgotten. */
export class Workbook {
  current: Spreadsheet;

  constructor(spreadsheet: Spreadsheet) {
    this.current = normalise(spreadsheet);
  }

  change<T>(actor: Actor, work: (draft: Draft) => T): T {
    const draft = new Draft(this.current, actor);
    const result = work(draft);
    this.current = draft.spreadsheet;
    return result;
  }
}

/** One GridData from row 0, column 0 for every sheet, whatever pieces the resource came in. */
function normalise(spreadsheet: Spreadsheet): Spreadsheet {
  const sheets = (spreadsheet.sheets ?? []).map((sheet, index) => {
    const pieces = sheet.data ?? [];
    const simple = pieces.length === 1 && !pieces[0]?.startRow && !pieces[0]?.startColumn;
    const properties = { sheetType: 'GRID', ...sheet.properties, index };
    if (pieces.length === 0 || simple) return { ...sheet, properties };
    const rowData: sheets_v4.Schema$RowData[] = [];
    const rowMetadata: sheets_v4.Schema$DimensionProperties[] = [];
    const columnMetadata: sheets_v4.Schema$DimensionProperties[] = [];
    for (const piece of pieces) {
      const top = piece.startRow ?? 0;
      const left = piece.startColumn ?? 0;
      piece.rowData?.forEach((row, r) => {
        while (rowData.length <= top + r) rowData.push({});
        const values = [...(rowData[top + r]?.values ?? [])];
        row.values?.forEach((cell, c) => {
          while (values.length <= left + c) values.push({});
          values[left + c] = cell;
        });
        rowData[top + r] = { values };
      });
      piece.rowMetadata?.forEach((one, r) => {
        while (rowMetadata.length <= top + r) rowMetadata.push({});
        rowMetadata[top + r] = one;
      });
      piece.columnMetadata?.forEach((one, c) => {
        while (columnMetadata.length <= left + c) columnMetadata.push({});
        columnMetadata[left + c] = one;
      });
    }
    return { ...sheet, properties, data: [{ rowData, rowMetadata, columnMetadata }] };
  });
  return { ...spreadsheet, sheets };
}
