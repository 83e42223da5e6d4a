/** 办理记录 from elsewhere: taken over whole into an empty log when its chain holds, otherwise left as it is. */
import { readCell } from '../../ledger/codec';
import type { ColumnValue } from '../../ledger/columns';
import type { Fault } from '../../ledger/fault';
import { isBlank } from '../../ledger/grid';
import type { Table } from '../../ledger/ledger';
import { columnsOf, recordOf } from '../../ledger/records';
import { type LogEntry, TABS } from '../../ledger/schema';
import { verifyLog } from '../../workflow/chain';
import type { EditedRow } from './merge';

export function mergeLog(
  log: Table<'log'>,
  rows: readonly EditedRow[],
  adopt: boolean,
): { entries: LogEntry[]; refused: Fault[] } {
  const given = rows.filter(({ values }) => !Object.values(values).every(isBlank)).map(({ values }) => entryOf(values));
  const { title } = TABS.log;
  if (given.length === 0 || same(given, log.records)) return { entries: [], refused: [] };
  if (!adopt || log.records.length > 0) {
    const message = `${title}只由程序追加，文件中的改动未收入。`;
    return { entries: [], refused: [{ code: 'log-is-append-only', tab: title, message }] };
  }
  const verdict = verifyLog(given);
  if (verdict.intact) return { entries: given, refused: [] };
  const message = `${title}第${verdict.broken}号记录与链指纹不符，整表未收入；各问题的状态按“导入”重新记录。`;
  return { entries: [], refused: [{ code: 'log-chain-broken', tab: title, message }] };
}

function entryOf(cells: EditedRow['values']): LogEntry {
  const values: Record<string, ColumnValue> = {};
  for (const [id, column] of columnsOf('log')) values[id] = readCell(column, cells[column.header]).value;
  // read by the log's own columns
  return recordOf('log', values as Partial<LogEntry>);
}

function same(a: readonly LogEntry[], b: readonly LogEntry[]): boolean {
  return a.length === b.length && a.every((entry, at) => JSON.stringify(entry) === JSON.stringify(b[at]));
}
