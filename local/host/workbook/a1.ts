/** A1 notation: reading it against a workbook's sheet names and writing it as Google answers it. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault } from '../errors';
import type { Box } from './box';

type GridRange = sheets_v4.Schema$GridRange;

const CELL_RANGE = /^\$?([A-Za-z]{1,3})?\$?([0-9]{1,7})?(?::\$?([A-Za-z]{1,3})?\$?([0-9]{1,7})?)?$/;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  let out = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) out = String.fromCharCode(65 + ((n - 1) % 26)) + out;
  return out;
}

export function columnIndex(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

/** `A1`, `A1:B2`, `A:C`, `2:5`, `A2:C`; undefined when the text is none of them. Missing sides are unbounded. */
export function parseCells(text: string): GridRange | undefined {
  const match = CELL_RANGE.exec(text);
  if (!match || text === '') return undefined;
  const [, c1, r1, c2, r2] = match;
  const out: GridRange = {};
  if (!text.includes(':')) {
    if (!c1 || !r1) return undefined;
    return rangeOf(Number(r1) - 1, Number(r1), columnIndex(c1), columnIndex(c1) + 1);
  }
  if ((!c1 && !r1) || (!c2 && !r2) || (!c1 && c2 && !r2) || (!c2 && !r2)) return undefined;
  if (c1 && !c2 && !r2) return undefined;
  if (c1 || c2) {
    const a = columnIndex(c1 ?? c2 ?? '');
    const b = c2 ? columnIndex(c2) : undefined;
    out.startColumnIndex = c1 && b !== undefined ? Math.min(a, b) : c1 ? a : 0;
    if (b !== undefined) out.endColumnIndex = (c1 ? Math.max(a, b) : b) + 1;
  }
  if (r1 || r2) {
    const a = Number(r1 ?? r2) - 1;
    const b = r2 ? Number(r2) - 1 : undefined;
    if (a < 0 || b === -1) return undefined;
    out.startRowIndex = r1 && b !== undefined ? Math.min(a, b) : r1 ? a : 0;
    if (b !== undefined) out.endRowIndex = (r1 ? Math.max(a, b) : b) + 1;
  }
  return out;
}

function rangeOf(top: number, bottom: number, left: number, right: number): GridRange | undefined {
  if (top < 0) return undefined;
  return { startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right };
}

/** Splits `'问题''台账'!A1` into sheet name and the rest; no name when there is no `!`. */
function splitSheet(text: string): { sheet: string | undefined; cells: string } {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), cells: quoted[2] ?? '' };
  const mark = text.lastIndexOf('!');
  return mark < 0 ? { sheet: undefined, cells: text } : { sheet: text.slice(0, mark), cells: text.slice(mark + 1) };
}

/**
 * The range a text names in the workbook: a sheet with or without cells, cells of the first sheet, or a named range.
 * @throws ApiFault "Unable to parse range: …" as Google says it
 */
export function resolveA1(text: string, workbook: sheets_v4.Schema$Spreadsheet): GridRange {
  const fail = (): never => {
    throw new ApiFault(`Unable to parse range: ${text}`);
  };
  const byTitle = (title: string): number | undefined => {
    const low = title.toLowerCase();
    const sheet = workbook.sheets?.find((one) => (one.properties?.title ?? '').toLowerCase() === low);
    return sheet ? (sheet.properties?.sheetId ?? 0) : undefined;
  };
  const { sheet, cells } = splitSheet(text);
  if (sheet === undefined) {
    const range = parseCells(cells);
    if (range) return { sheetId: workbook.sheets?.[0]?.properties?.sheetId ?? 0, ...range };
    const whole = byTitle(cells);
    if (whole !== undefined) return { sheetId: whole };
    const named = workbook.namedRanges?.find((one) => (one.name ?? '').toLowerCase() === cells.toLowerCase());
    return named?.range ? { ...named.range, sheetId: named.range.sheetId ?? 0 } : fail();
  }
  const sheetId = byTitle(sheet) ?? fail();
  if (cells === '' && text.endsWith("'")) return { sheetId };
  const range = parseCells(cells) ?? fail();
  return { sheetId, ...range };
}

/** A sheet name as it stands before `!`: quoted unless it is a plain ASCII word that could not be a cell. */
export function quoteSheet(title: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) && !/^[A-Za-z]{1,3}\d+$/.test(title)
    ? title
    : `'${title.replaceAll("'", "''")}'`;
}

/** `A1:B2`, or `A1` for one cell. */
export function cellsA1(box: Box): string {
  const from = `${columnLetters(box.left)}${box.top + 1}`;
  const to = `${columnLetters(box.right - 1)}${box.bottom}`;
  return from === to ? from : `${from}:${to}`;
}
