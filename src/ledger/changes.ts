/** What a command wants changed, by record and column; the workbook adapter turns it into cells. */
import { CELL_LIMIT } from './codec';
import type { ColumnValue } from './columns';
import type { Fault } from './fault';
import type { Table } from './ledger';
import { columnsOf, joinKey, keyOf } from './records';
import { type RecordOf, TABS, type TabId } from './schema';

/** Sets some columns of one record. `row` is where it stood when read; the key decides when rows have moved since. */
export interface SetRecord {
  kind: 'set';
  tab: TabId;
  key: string;
  row: number;
  values: Readonly<Record<string, ColumnValue>>;
}

/** Adds a record below the last one. */
export interface AddRecord {
  kind: 'add';
  tab: TabId;
  values: Readonly<Record<string, ColumnValue>>;
  /** How one of its cells looks. */
  dress?: Dress;
}

/** A drop-down of its own, or a note, for one cell. */
export interface Dress {
  column: string;
  /** `''` takes the note away. */
  note?: string;
  /** What the drop-down proposes; other text is accepted too. None takes the drop-down away. */
  choices?: readonly string[];
}

/** Dresses one cell of a record; its value stays. */
export interface DressCell extends Dress {
  kind: 'dress';
  tab: TabId;
  key: string;
  row: number;
}

/** Sets the value of one 设置 item, found by its row. */
export interface SetSetting {
  kind: 'setting';
  item: string;
  row: number;
  value: ColumnValue;
}

/** Adds entries to a list beside the settings, in its first free rows. */
export interface ExtendList {
  kind: 'list';
  list: 'aspects' | 'groups' | 'departments';
  entries: readonly string[];
}

/**
 * Puts back the formats, drop-downs and rules of every known column, which a paste carries away, and judges the cells anew
 * that carry a note of edit-time validation.
 */
export interface RepairLooks {
  kind: 'repair';
}

export type Change = SetRecord | AddRecord | DressCell | SetSetting | ExtendList | RepairLooks;

/** Sets columns of the table's record at `index`. */
export function setRecord<T extends TabId>(table: Table<T>, index: number, values: Partial<RecordOf<T>>): Change[] {
  const record = table.records[index];
  const row = table.rows[index];
  if (record === undefined || row === undefined) return [];
  // Partial<RecordOf<T>> holds column values only; the library types cannot show it for a generic T
  const changed = values as Readonly<Record<string, ColumnValue>>;
  const current: Readonly<Record<string, ColumnValue>> = record;
  const different = Object.entries(changed).filter(([id, value]) => current[id] !== value);
  if (different.length === 0) return [];
  return [{ kind: 'set', tab: table.tab, key: keyOf(table.tab, record), row, values: Object.fromEntries(different) }];
}

/** Adds a record; columns left out stay blank. */
export function addRecord<T extends TabId>(tab: T, values: Partial<RecordOf<T>>, dress?: Dress): Change {
  const added: AddRecord = { kind: 'add', tab, values: values as Readonly<Record<string, ColumnValue>> };
  return dress === undefined ? added : { ...added, dress };
}

/** Faults of values no cell can hold: text over Google's limit of 50,000 characters a cell. */
export function tooLong(changes: readonly Change[]): Fault[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'set' && change.kind !== 'add') return [];
    const { title } = TABS[change.tab];
    return columnsOf<TabId>(change.tab).flatMap(([id, column]) => {
      const value = change.values[id];
      if (typeof value !== 'string' || value.length <= CELL_LIMIT) return [];
      const key =
        change.kind === 'set' ? change.key : joinKey(TABS[change.tab].key.map((k) => String(change.values[k] ?? '')));
      return [
        {
          code: 'cell-too-long',
          tab: title,
          key,
          message: `${title}（${key}）“${column.header}”有${value.length}字，超过单元格上限${CELL_LIMIT}字，请拆分后再填。`,
        },
      ];
    });
  });
}
