/** The host's workbook as the snapshot Univer draws. */
import type { BookView, CellView, SheetView, StyleView } from '../../protocol';
import {
  COLUMN_WIDTH,
  drawnRows,
  FONT,
  FONT_SIZE,
  rowHeight,
  textOf,
  type UniverStyle,
  univerStyle,
  widthOf,
} from './look';
import { rulesOf, type UniverRange, type UniverRule } from './rules';

export const BOOK_ID = 'ledger';

/** Value and type of a cell: 1 text, 2 number, 3 check. */
export interface UniverCell {
  v: string | number | null;
  t?: 1 | 2 | 3;
  /** Name of a style of the snapshot. */
  s?: string;
}

/** A style of a snapshot: what is not set is absent. */
export type SnapshotStyle = { [K in keyof UniverStyle]?: NonNullable<UniverStyle[K]> };

export interface UniverNote {
  id: string;
  row: number;
  col: number;
  width: number;
  height: number;
  note: string;
  show: false;
}

export interface UniverSheet {
  id: string;
  name: string;
  rowCount: number;
  columnCount: number;
  defaultColumnWidth: number;
  defaultRowHeight: number;
  freeze: { xSplit: number; ySplit: number; startRow: number; startColumn: number };
  columnData: Record<number, { w: number }>;
  rowData: Record<number, { h: number; ia: 0 }>;
  cellData: Record<number, Record<number, UniverCell>>;
  showGridlines: 0 | 1;
}

export interface UniverBook {
  id: string;
  name: string;
  appVersion: string;
  sheetOrder: string[];
  sheets: Record<string, UniverSheet>;
  styles: Record<string, SnapshotStyle>;
  defaultStyle: { ff: string; fs: number; vt: 2 };
  resources: { name: string; data: string }[];
}

export const sheetKey = (sheet: { id: number }): string => `t${sheet.id}`;

export function bookToUniver(book: BookView): UniverBook {
  const styles = new StyleTable(book.styles);
  const sheets: Record<string, UniverSheet> = {};
  const rules: Record<string, UniverRule[]> = {};
  const notes: Record<string, Record<number, Record<number, UniverNote>>> = {};
  const filters: Record<string, { ref: UniverRange }> = {};
  for (const sheet of book.sheets) {
    const key = sheetKey(sheet);
    sheets[key] = sheetToUniver(sheet, book.styles, styles);
    rules[key] = [...rulesOf(sheet).values()];
    notes[key] = notesOf(sheet);
    const ref = filterRange(sheet);
    if (ref) filters[key] = { ref };
  }
  return {
    id: BOOK_ID,
    name: book.title,
    appVersion: '0.25.1',
    sheetOrder: book.sheets.map(sheetKey),
    sheets,
    styles: styles.table,
    defaultStyle: { ff: FONT, fs: FONT_SIZE, vt: 2 },
    resources: [
      { name: 'SHEET_DATA_VALIDATION_PLUGIN', data: JSON.stringify(rules) },
      { name: 'SHEET_NOTE_PLUGIN', data: JSON.stringify(notes) },
      { name: 'SHEET_FILTER_PLUGIN', data: JSON.stringify(filters) },
    ],
  };
}

/** A value as Univer keeps it. Dates and formatted numbers stand as the text they read as, which is also what is edited. */
export function univerValue(cell: CellView): { v: string | number | null; t?: 1 | 2 | 3 } {
  if (typeof cell.value === 'boolean') return { v: cell.value ? 1 : 0, t: 3 };
  if (typeof cell.value === 'number' && (cell.shown === undefined || cell.shown === String(cell.value)))
    return { v: cell.value, t: 2 };
  const text = textOf(cell);
  return text === '' ? { v: null } : { v: text, t: 1 };
}

function sheetToUniver(sheet: SheetView, styles: readonly StyleView[], table: StyleTable): UniverSheet {
  const cellData: UniverSheet['cellData'] = {};
  const listed = new Set(sheet.validations.map(({ column }) => column));
  const drawn = sheet.rows.slice(0, drawnRows(sheet));
  drawn.forEach((row, r) => {
    const cells: Record<number, UniverCell> = {};
    let some = false;
    row.forEach((cell, c) => {
      // an empty cell with a drop-down needs the look too, for where its arrow stands
      if (cell === null && !listed.has(c)) return;
      cells[c] = { ...univerValue(cell ?? {}), s: table.idOf(cell ?? {}) };
      some = true;
    });
    if (some) cellData[r] = cells;
  });
  const columnData: UniverSheet['columnData'] = {};
  for (let column = 0; column < sheet.columnCount; column += 1) columnData[column] = { w: widthOf(sheet, column) };
  const rowData: UniverSheet['rowData'] = {};
  drawn.forEach((_row, at) => {
    rowData[at] = { h: rowHeight(at, sheet, styles), ia: 0 };
  });
  return {
    id: sheetKey(sheet),
    name: sheet.title,
    rowCount: drawnRows(sheet),
    columnCount: Math.max(1, sheet.columnCount),
    defaultColumnWidth: COLUMN_WIDTH,
    defaultRowHeight: 24,
    freeze: freezeOf(sheet),
    columnData,
    rowData,
    cellData,
    showGridlines: sheet.hideGridlines ? 0 : 1,
  };
}

export function freezeOf(sheet: SheetView): UniverSheet['freeze'] {
  const { frozenRows, frozenColumns } = sheet;
  return {
    xSplit: frozenColumns,
    ySplit: frozenRows,
    startRow: frozenRows > 0 ? frozenRows : -1,
    startColumn: frozenColumns > 0 ? frozenColumns : -1,
  };
}

/** Where a tab with a header row can be filtered: the header and everything below. */
export function filterRange(sheet: SheetView): UniverRange | null {
  const header = sheet.frozenRows - 1;
  const width = sheet.rows[header]?.filter((cell) => textOf(cell) !== '').length ?? 0;
  // a single caption above a page of figures is no header row
  if (header < 0 || width < 2) return null;
  return {
    startRow: header,
    endRow: drawnRows(sheet) - 1,
    startColumn: 0,
    endColumn: (sheet.rows[header]?.length ?? 1) - 1,
  };
}

export const noteId = (row: number, column: number): string => `note-${row}-${column}`;

export function noteOf(note: string, row: number, column: number): UniverNote {
  const lines = note.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 18)), 0);
  return {
    id: noteId(row, column),
    row,
    col: column,
    width: 260,
    height: Math.min(320, 28 + lines * 20),
    note,
    show: false,
  };
}

function notesOf(sheet: SheetView): Record<number, Record<number, UniverNote>> {
  const notes: Record<number, Record<number, UniverNote>> = {};
  sheet.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (!cell?.note) return;
      const line = notes[r] ?? {};
      line[c] = noteOf(cell.note, r, c);
      notes[r] = line;
    });
  });
  return notes;
}

/** Each look once, by a short name. */
class StyleTable {
  readonly table: Record<string, SnapshotStyle> = {};
  readonly #ids = new Map<string, string>();
  constructor(readonly styles: readonly StyleView[]) {}

  idOf(cell: CellView): string {
    const key = `${cell.style ?? -1}${typeof cell.value === 'number' ? 'n' : ''}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `s${key}`;
    this.#ids.set(key, id);
    const entries = Object.entries(univerStyle(cell, this.styles)).filter(([, value]) => value !== null);
    this.table[id] = Object.fromEntries(entries);
    return id;
  }
}
