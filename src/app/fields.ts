/** A record as fields of a form: what the sidebar shows and edits, by the same schema as the sheet. */
import type { Column, ColumnValue } from '../ledger/columns';
import type { Ledger } from '../ledger/ledger';
import { columnsOf } from '../ledger/records';
import type { RecordOf, TabId } from '../ledger/schema';
import type { Gives } from './contract';

export type Field = Gives<'blankRecord'>[number];

const KINDS = {
  choice: 'choice',
  date: 'date',
  integer: 'number',
  amount: 'number',
  check: 'check',
  instant: 'text',
} as const;

export function fieldsOf<T extends TabId>(tab: T, record: RecordOf<T>, ledger: Ledger): Field[] {
  const values: Readonly<Record<string, ColumnValue>> = record;
  return columnsOf<TabId>(tab).map(([id, column]) => ({
    id,
    header: column.header,
    kind: column.kind === 'text' ? (column.long ? 'long' : 'text') : KINDS[column.kind],
    note: column.note,
    required: column.required,
    system: column.system,
    options: optionsOf(column, ledger),
    value: values[id] ?? null,
  }));
}

function optionsOf(column: Column, { settings, people }: Ledger): string[] {
  if (column.kind === 'choice') return [...column.values];
  if (column.kind !== 'text' || column.list === undefined) return [];
  if (column.list.from === 'people') return people.records.map(({ name }) => name).filter((name) => name !== '');
  const { lists } = settings;
  return { 方面: lists.aspects, 类: lists.groups, 责任部门: lists.departments }[column.list.list];
}
