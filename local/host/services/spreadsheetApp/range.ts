/** SpreadsheetApp.Range. */
import { notImplemented, serviceFault, signatureFault } from '../../errors';
import { Face } from '../../runtime/face';
import { cellsA1 } from '../../workbook/a1';
import type { Box } from '../../workbook/box';
import { type Cell, settle } from '../../workbook/cells';
import { isDateFormat } from '../../workbook/numberFormat';
import { instantToSerial, serialToInstant } from '../../workbook/serial';
import { storedRow } from '../../workbook/store';
import { entered } from '../../workbook/values';
import { type Book, sheetById, writeCells, zoneOf } from './book';

export class Range extends Face {
  readonly path = 'SpreadsheetApp.Range';
  constructor(
    readonly book: Book,
    readonly sheetId: number,
    readonly box: Box,
  ) {
    super();
  }

  getSheet(): Face {
    return this.book.sheetFace(this.sheetId);
  }
  getRow(): number {
    return this.box.top + 1;
  }
  getColumn(): number {
    return this.box.left + 1;
  }
  getLastRow(): number {
    return this.box.bottom;
  }
  getLastColumn(): number {
    return this.box.right;
  }
  getNumRows(): number {
    return this.box.bottom - this.box.top;
  }
  getNumColumns(): number {
    return this.box.right - this.box.left;
  }
  getA1Notation(): string {
    return cellsA1(this.box);
  }

  getValue(): unknown {
    return scriptValue(cellAt(this), this.book);
  }
  getValues(): unknown[][] {
    return table(this, (cell) => scriptValue(cell, this.book));
  }
  getDisplayValue(): string {
    return cellAt(this).formattedValue ?? '';
  }
  getDisplayValues(): string[][] {
    return table(this, (cell) => cell.formattedValue ?? '');
  }
  getFormula(): string {
    return cellAt(this).userEnteredValue?.formulaValue ?? '';
  }
  getFormulas(): string[][] {
    return table(this, (cell) => cell.userEnteredValue?.formulaValue ?? '');
  }
  getNote(): string {
    return cellAt(this).note ?? '';
  }
  getNotes(): string[][] {
    return table(this, (cell) => cell.note ?? '');
  }

  setValue(...args: unknown[]): Range {
    if (args.length !== 1) throw signatureFault(`${this.path}.setValue`, args);
    writeCells(this.book, this.sheetId, this.box, (cell) => withValue(cell, args[0], this.book));
    return this;
  }
  setValues(...args: unknown[]): Range {
    const rows = tableArgument(this, args, 'setValues', 'data');
    writeCells(this.book, this.sheetId, this.box, (cell, row, column) =>
      withValue(cell, rows[row - this.box.top]?.[column - this.box.left], this.book),
    );
    return this;
  }
  setNote(...args: unknown[]): Range {
    if (args.length !== 1) throw signatureFault(`${this.path}.setNote`, args);
    writeCells(this.book, this.sheetId, this.box, (cell) => withNote(cell, args[0]));
    return this;
  }
  setNotes(...args: unknown[]): Range {
    const rows = tableArgument(this, args, 'setNotes', 'data');
    writeCells(this.book, this.sheetId, this.box, (cell, row, column) =>
      withNote(cell, rows[row - this.box.top]?.[column - this.box.left]),
    );
    return this;
  }

  /** `@` makes the cells plain text: what is written after it stays as it is. */
  setNumberFormat(...args: unknown[]): Range {
    const [pattern] = args;
    if (args.length !== 1 || typeof pattern !== 'string') throw signatureFault(`${this.path}.setNumberFormat`, args);
    if (pattern !== '@') throw notImplemented(`Range.setNumberFormat("${pattern}")`);
    const numberFormat = { type: 'TEXT', pattern };
    writeCells(this.book, this.sheetId, this.box, (cell) =>
      settle({ ...cell, userEnteredFormat: { ...cell.userEnteredFormat, numberFormat } }, cell),
    );
    return this;
  }

  activate(): Range {
    this.book.selection.sheetId = this.sheetId;
    this.book.selection.box = this.box;
    return this;
  }
}

function cellAt(range: Range): Cell {
  return storedRow(sheetById(range.book, range.sheetId), range.box.top)[range.box.left] ?? {};
}

function table<T>(range: Range, read: (cell: Cell) => T): T[][] {
  const sheet = sheetById(range.book, range.sheetId);
  const { top, bottom, left, right } = range.box;
  return Array.from({ length: bottom - top }, (_row, r) => {
    const cells = storedRow(sheet, top + r);
    return Array.from({ length: right - left }, (_cell, c) => read(cells[left + c] ?? {}));
  });
}

/** Numbers, booleans, text, and dates where the number format says date; an empty cell is the empty string. */
function scriptValue(cell: Cell, book: Book): unknown {
  const value = cell.effectiveValue;
  if (!value) return '';
  if (typeof value.numberValue === 'number') {
    if (!isDateFormat(cell.userEnteredFormat?.numberFormat)) return value.numberValue;
    return new Date(serialToInstant(value.numberValue, zoneOf(book)));
  }
  return value.stringValue ?? value.boolValue ?? cell.formattedValue ?? '';
}

function withValue(cell: Cell, value: unknown, book: Book): Cell {
  if (value === null || value === undefined) return entered(cell, '', undefined, () => 'value');
  if (value instanceof Date) {
    const numberValue = instantToSerial(value.getTime(), zoneOf(book));
    if (!Number.isFinite(numberValue)) throw serviceFault('Cannot write an invalid date.');
    const next: Cell = { ...cell, userEnteredValue: { numberValue } };
    if (!isDateFormat(cell.userEnteredFormat?.numberFormat)) {
      const whole = Number.isInteger(numberValue);
      const numberFormat = whole
        ? { type: 'DATE', pattern: 'yyyy-m-d' }
        : { type: 'DATE_TIME', pattern: 'yyyy-m-d h:mm:ss' };
      next.userEnteredFormat = { ...cell.userEnteredFormat, numberFormat };
    }
    return settle(next, cell);
  }
  if (typeof value === 'object')
    throw notImplemented(`writing ${Array.isArray(value) ? 'an array' : 'an object'} with Range.setValue(s)`);
  return entered(cell, value, book.run.actor.year, () => 'value');
}

function withNote(cell: Cell, note: unknown): Cell {
  const { note: _old, ...rest } = cell;
  return note === null || note === undefined || note === '' ? rest : { ...rest, note: String(note) };
}

function tableArgument(range: Range, args: readonly unknown[], method: string, what: string): unknown[][] {
  const [rows] = args;
  if (args.length !== 1 || !Array.isArray(rows) || !rows.every((row) => Array.isArray(row))) {
    throw signatureFault(`${range.path}.${method}`, args);
  }
  const height = range.getNumRows();
  const width = range.getNumColumns();
  if (rows.length !== height) {
    throw serviceFault(
      `The number of rows in the ${what} does not match the number of rows in the range. The ${what} has ${rows.length} but the range has ${height}.`,
    );
  }
  const odd = rows.find((row: unknown[]) => row.length !== width);
  if (odd) {
    throw serviceFault(
      `The number of columns in the ${what} does not match the number of columns in the range. The ${what} has ${odd.length} but the range has ${width}.`,
    );
  }
  return rows;
}
