/** Faults that lie in one cell of a tab and keep the report from being made. */
import type { Fault } from '../ledger/fault';
import { a1 } from '../ledger/grid';
import type { Table } from '../ledger/ledger';
import { type ColumnId, TABS, type TabId } from '../ledger/schema';

/** A fault of the record at a position; its message is given the place, `报告素材 E5`. */
export function faultAt<T extends TabId>(
  table: Table<T>,
  at: number,
  column: ColumnId<T>,
  { code, key, message }: { code: string; key: string; message: (place: string) => string },
): Fault {
  const { title: tab } = TABS[table.tab];
  const [row, position] = [table.rows[at], table.columns[column]];
  if (row === undefined || position === undefined) return { code, tab, key, message: message(tab) };
  const cell = a1(row, position);
  return { code, tab, cell, key, message: message(`${tab} ${cell}`) };
}
