/** What `onEdit` reads through the sheet's own service, as plain values: cells, extents, other tabs. */
import { type EditedValue, isSheetDate } from '../ledger/editCell';
import type { Listed } from '../ledger/editNames';
import { type CellValue, columnLetters, quotedTitle } from '../ledger/grid';
import { locateColumns } from '../ledger/read';
import { columnsOf } from '../ledger/records';
import { TABS, type TabId } from '../ledger/schema';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const DAY_MS = 86_400_000;

/** The rows of another tab over the columns of the schema, in two calls; undefined when it is not as set up. */
export function readOther(source: Spreadsheet, tab: TabId): CellValue[][] | undefined {
  const last = columnLetters(columnsOf<TabId>(tab).length - 1);
  try {
    const rows: unknown[][] = source.getRange(`${quotedTitle(TABS[tab].title)}!A:${last}`).getValues();
    return rows.map((line) => line.map(editedValue).map((cell) => (isSheetDate(cell) ? null : cell)));
  } catch {
    return undefined;
  }
}

/** The people of 名单 from its rows, the header first. */
export function listedIn(rows: readonly (readonly CellValue[])[]): Listed[] {
  const { name, position } = locateColumns('people', rows[0] ?? []);
  if (name === undefined) return [];
  return rows
    .slice(1)
    .map((cells) => ({
      name: String(cells[name] ?? '').trim(),
      position: position === undefined ? '' : String(cells[position] ?? '').trim(),
    }))
    .filter((person) => person.name !== '');
}

/** A value as the sheet gives it; a date by its calendar day, whatever the time zone. */
export function editedValue(value: unknown): EditedValue {
  if (value instanceof Date) {
    const day = Date.UTC(value.getFullYear(), value.getMonth(), value.getDate());
    return { serial: Math.round((day - Date.UTC(1899, 11, 30)) / DAY_MS) };
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** 0-based extent of `B3`, `B3:D9`, `B:D` or `3:9`; an open end is undefined. */
export function extentOf(a1: string) {
  const match = /^([A-Z]*)(\d*)(?::([A-Z]*)(\d*))?$/.exec(a1.replace(/\$/g, ''));
  if (!match) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return {
    top: top === '' ? 0 : Number(top) - 1,
    left: left === '' ? 0 : columnNumber(left) - 1,
    bottom: bottom === '' ? undefined : Number(bottom),
    right: right === '' ? undefined : columnNumber(right),
  };
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
