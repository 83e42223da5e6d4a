/** How rules say where something is wrong: about one record, about many alike, about a setting. */
import type { Table } from '../ledger/ledger';
import { keyOf } from '../ledger/records';
import type { ColumnId, TabId } from '../ledger/schema';
import { SETTINGS, type SettingId } from '../ledger/settings';
import type { Observation, Severity } from './finding';

interface Saying {
  message: string;
  remedy: string;
  related?: string[];
  alike?: true;
  severity?: Severity;
}

/** Up to so many records alike are reported one by one; more are one finding that names the rest. */
const ONE_BY_ONE = 3;
/** So many keys of the rest stand in the sentence; `related` has them all. */
const NAMED = 5;

/** An observation about the record at position `at` of a table. */
export function about<T extends TabId>(table: Table<T>, at: number, column: ColumnId<T>, saying: Saying): Observation {
  const record = table.records[at];
  const row = table.rows[at];
  if (record === undefined || row === undefined) throw new RangeError(`no record at ${at} of ${table.tab}`);
  return { tab: table.tab, key: keyOf(table.tab, record), row, column, ...saying };
}

/** The key of the record at position `at`, as `related` names it. */
export function keyAt<T extends TabId>(table: Table<T>, at: number): string {
  const record = table.records[at];
  return record === undefined ? '' : keyOf(table.tab, record);
}

/**
 * The same fault in many records: one observation each when they are few, else a single one at the first record that
 * counts and names the rest, so that a freshly imported ledger is not buried in findings.
 */
export function aboutAll<T extends TabId>(
  table: Table<T>,
  positions: readonly number[],
  column: ColumnId<T>,
  saying: Saying,
): Observation[] {
  const [first, ...rest] = positions;
  if (first === undefined) return [];
  if (positions.length <= ONE_BY_ONE) return positions.map((at) => about(table, at, column, saying));
  const keys = rest.map((at) => keyAt(table, at));
  const named = keys.filter((key) => key !== '').slice(0, NAMED);
  const names = named.length < keys.length ? `${named.join('、')}等` : named.join('、');
  return [
    about(table, first, column, {
      ...saying,
      message: `${saying.message}；另有${rest.length}条相同：${names}`,
      related: keys,
      alike: true,
    }),
  ];
}

/** An observation about the value of a 设置 item. */
export function aboutSetting(setting: SettingId, saying: Saying): Observation {
  return { tab: 'settings', key: SETTINGS[setting].item, column: 'value', ...saying };
}

/** A stretch of text as a sentence quotes it: on one line, cut after `most` characters. */
export function quoted(text: string, most = 20): string {
  const line = Array.from(text.replace(/\s+/g, ' ').trim());
  return `“${line.length > most ? `${line.slice(0, most).join('')}……` : line.join('')}”`;
}
