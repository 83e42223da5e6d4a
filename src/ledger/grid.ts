/** Tabs as grids of plain cell values, the way a spreadsheet gives them, and A1 addresses. */

export type CellValue = string | number | boolean | null;

export interface TabGrid {
  title: string;
  sheetId: number;
  rowCount: number;
  columnCount: number;
  /** Computed values row by row, the header first; rows and cells may be cut off at the last non-empty one. */
  values: CellValue[][];
  /** The same cells with formulas as text, when they were asked for. */
  formulas?: CellValue[][];
}

/** A workbook as it was read: everything a command decides on. */
export interface Snapshot {
  /** Schema version the ledger was built by; null when the program never set it up. */
  version: number | null;
  grids: TabGrid[];
}

/** Column letters of a 0-based column: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 address of a 1-based row and a 0-based column. */
export function a1(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** A sheet's title as it stands in a range: quoted, inner quotes doubled. */
export function quotedTitle(title: string): string {
  return `'${title.replace(/'/g, "''")}'`;
}

export function isBlank(value: CellValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}
