/** SpreadsheetApp.Sheet. */
import { notImplemented, serviceFault, signatureFault } from '../../errors';
import { Face } from '../../runtime/face';
import { parseCells } from '../../workbook/a1';
import { boxOf } from '../../workbook/box';
import { type Sheet as SheetData, sizeOf, storedRow, storedRowCount, titleOf } from '../../workbook/store';
import { type Book, sheetById } from './book';
import { Range } from './range';

export class Sheet extends Face {
  readonly path = 'SpreadsheetApp.Sheet';
  constructor(
    readonly book: Book,
    readonly sheetId: number,
  ) {
    super();
  }

  getName(): string {
    return titleOf(dataOf(this));
  }
  getSheetName(): string {
    return this.getName();
  }
  getSheetId(): number {
    return this.sheetId;
  }
  getIndex(): number {
    return (dataOf(this).properties?.index ?? 0) + 1;
  }
  getMaxRows(): number {
    return sizeOf(dataOf(this)).rows;
  }
  getMaxColumns(): number {
    return sizeOf(dataOf(this)).columns;
  }
  getLastRow(): number {
    return extent(dataOf(this)).rows;
  }
  getLastColumn(): number {
    return extent(dataOf(this)).columns;
  }
  getDataRange(): Range {
    const { rows, columns } = extent(dataOf(this));
    return new Range(this.book, this.sheetId, {
      top: 0,
      bottom: Math.max(1, rows),
      left: 0,
      right: Math.max(1, columns),
    });
  }

  /** (row, column[, rows[, columns]]) counted from 1, or A1 notation. */
  getRange(...args: unknown[]): Range {
    const size = sizeOf(dataOf(this));
    const [first] = args;
    if (args.length === 1 && typeof first === 'string') {
      const cells = first.includes('!') ? sheetCells(this, first) : first;
      const range = parseCells(cells);
      if (!range) throw serviceFault('Range not found');
      const box = boxOf(range, size);
      if (box.bottom > size.rows || box.right > size.columns || box.top >= box.bottom || box.left >= box.right) {
        throw serviceFault('Range not found');
      }
      return new Range(this.book, this.sheetId, box);
    }
    const numbers = args.map((arg) => (typeof arg === 'number' && Number.isFinite(arg) ? Math.trunc(arg) : undefined));
    if (args.length < 2 || args.length > 4 || numbers.includes(undefined))
      throw signatureFault(`${this.path}.getRange`, args);
    const [row = 0, column = 0, rows = 1, columns = 1] = numbers;
    if (row < 1) throw serviceFault('The starting row of the range is too small.');
    if (column < 1) throw serviceFault('The starting column of the range is too small.');
    if (rows < 1) throw serviceFault('The number of rows in the range must be at least 1.');
    if (columns < 1) throw serviceFault('The number of columns in the range must be at least 1.');
    if (row - 1 + rows > size.rows || column - 1 + columns > size.columns) {
      throw serviceFault('The coordinates of the range are outside the dimensions of the sheet.');
    }
    const box = { top: row - 1, bottom: row - 1 + rows, left: column - 1, right: column - 1 + columns };
    return new Range(this.book, this.sheetId, box);
  }

  /** (row, column, rows, columns) counted from 1; the values as Range.getValues gives them. */
  getSheetValues(...args: unknown[]): unknown[][] {
    if (args.length !== 4) throw signatureFault(`${this.path}.getSheetValues`, args);
    if (args.includes(-1)) throw notImplemented('Sheet.getSheetValues with -1');
    return this.getRange(...args).getValues();
  }

  activate(): Sheet {
    const { selection } = this.book;
    if (selection.sheetId !== this.sheetId) selection.box = { top: 0, bottom: 1, left: 0, right: 1 };
    selection.sheetId = this.sheetId;
    return this;
  }
}

const dataOf = (sheet: Sheet): SheetData => sheetById(sheet.book, sheet.sheetId);

function sheetCells(sheet: Sheet, a1: string): string {
  const at = a1.lastIndexOf('!');
  const name = a1.slice(0, at).replace(/^'([\s\S]*)'$/, (_all, inner: string) => inner.replaceAll("''", "'"));
  if (name !== sheet.getName()) throw serviceFault('Range not found');
  return a1.slice(at + 1);
}

/** Rows and columns up to the last that holds content. */
function extent(sheet: SheetData): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (let row = 0; row < storedRowCount(sheet); row++) {
    const cells = storedRow(sheet, row);
    let last = cells.length;
    while (last > 0 && !cells[last - 1]?.userEnteredValue) last--;
    if (last > 0) rows = row + 1;
    columns = Math.max(columns, last);
  }
  return { rows, columns };
}

/** What scripts act on: an execution, and where the person stands. */
export function bookOf(run: Book['run'], selection: Book['selection']): Book {
  const book: Book = { run, selection, sheetFace: (sheetId) => new Sheet(book, sheetId) };
  return book;
}
