/** Blank records and keys: what a record holds before anybody filled it in, and by what it is known. */
import type { Column, ColumnValue } from './columns';
import { type ColumnId, type RecordOf, TABS, type TabId } from './schema';

/** The columns of a tab with their ids, in the order of the sheet. */
export function columnsOf<T extends TabId>(tab: T): [ColumnId<T>, Column][] {
  // Object.entries gives the declared order; its key type is widened to string by the library
  return Object.entries(TABS[tab].columns) as [ColumnId<T>, Column][];
}

/** What a blank cell of the column reads as. */
export function blankOf(column: Column): ColumnValue {
  if (column.kind === 'text' || column.kind === 'choice' || column.kind === 'instant') return '';
  return column.kind === 'check' ? false : null;
}

/** A record of the tab with every column blank, overlaid with `values`. */
export function recordOf<T extends TabId>(tab: T, values: Partial<RecordOf<T>> = {}): RecordOf<T> {
  const blank = Object.fromEntries(columnsOf(tab).map(([id, column]) => [id, blankOf(column)]));
  // the schema's own columns and blanks are what RecordOf is inferred from
  return { ...blank, ...values } as RecordOf<T>;
}

/** The key a record is known by; `''` when all its key columns are blank. */
export function keyOf<T extends TabId>(tab: T, record: RecordOf<T>): string {
  const values: Readonly<Record<string, ColumnValue>> = record;
  const parts = TABS[tab].key.map((column: string) => String(values[column] ?? ''));
  return parts.every((part) => part === '') ? '' : joinKey(parts);
}

/** The values of key columns as one text, joined by `-`; of several a blank first one is left out. */
export function joinKey(parts: readonly string[]): string {
  return (parts.length > 1 && parts[0] === '' ? parts.slice(1) : parts).join('-');
}
