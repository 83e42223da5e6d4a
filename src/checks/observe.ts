/** How rules say where something is wrong: about one record, about many alike, about a setting. */
import { keyOf } from '../ledger/records';
import type { ColumnId, TabId } from '../ledger/schema';
import { SETTINGS, type SettingId } from '../ledger/settings';
import type { Row } from './context';
import type { Observation } from './finding';

/** What an observation may have besides place, message and remedy. */
type More = Pick<Observation, 'related' | 'alike' | 'severity'>;

/** Up to so many records alike are reported one by one; more are one finding that names the rest. */
const ONE_BY_ONE = 3;
/** So many keys of the rest stand in the sentence; `related` has them all. */
const NAMED = 5;

/** An observation about a record. */
export function about<T extends TabId>(
  row: Row<T>,
  column: ColumnId<T>,
  message: string,
  remedy: string,
  more: More = {},
): Observation {
  const { table, at } = row;
  return { tab: table.tab, key: keyAt(row), row: table.rows[at] ?? 0, column, message, remedy, ...more };
}

/** The record's key, as `related` names it. */
export function keyAt<T extends TabId>({ table, record }: Row<T>): string {
  return keyOf(table.tab, record);
}

/**
 * The same fault in many records: one observation each when they are few, else a single one at the first record that
 * counts and names the rest, so that a freshly imported ledger is not buried in findings.
 */
export function aboutAll<T extends TabId>(
  rows: readonly Row<T>[],
  column: ColumnId<T>,
  message: string,
  remedy: string,
  more: More = {},
): Observation[] {
  const [first, ...rest] = rows;
  if (first === undefined) return [];
  if (rows.length <= ONE_BY_ONE) return rows.map((row) => about(row, column, message, remedy, more));
  const keys = rest.map(keyAt);
  const named = keys.filter((key) => key !== '').slice(0, NAMED);
  const names = named.join('、') + (named.length < keys.length ? '等' : '');
  const counted = `${message}；另有${rest.length}条相同：${names}`;
  return [about(first, column, counted, remedy, { ...more, related: keys, alike: true })];
}

/** An observation about the value of a 设置 item. */
export function aboutSetting(setting: SettingId, message: string, remedy: string): Observation {
  return { tab: 'settings', key: SETTINGS[setting].item, column: 'value', message, remedy };
}

/** A stretch of text as a sentence quotes it: on one line, cut after twenty characters. */
export function quoted(text: string): string {
  const line = Array.from(text.replace(/\s+/g, ' ').trim());
  return `“${line.slice(0, 20).join('')}${line.length > 20 ? '……' : ''}”`;
}
