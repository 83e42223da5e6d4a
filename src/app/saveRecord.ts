/** 修改一条记录: fields of an issue or a measure, by the same rules as the sheet, against what the person saw. */
import type { Change } from '../ledger/changes';
import { readCell } from '../ledger/codec';
import type { ColumnValue } from '../ledger/columns';
import { type Fault, ok, type Result, refuse } from '../ledger/fault';
import { a1, type CellValue, isBlank } from '../ledger/grid';
import type { Table } from '../ledger/ledger';
import { readLedger } from '../ledger/read';
import { columnsOf, keyOf } from '../ledger/records';
import { TABS } from '../ledger/schema';
import { removeUnprintable } from '../text/punctuation';
import { coursesOf } from '../workflow/course';
import type { Gives, Takes } from './contract';
import { logged } from './logged';
import type { Ports } from './ports';
import { staleAttempts } from './stale';

type Values = Readonly<Record<string, ColumnValue>>;

/**
 * Writes the fields that differ. Refused, and nothing written: a system or unknown column, a value its column can't
 * hold, a record that is gone, a field somebody else has changed since (the fault says what stands there now).
 */
export function saveRecord(
  ports: Ports,
  { tab, key, expected, values }: Takes<'saveRecord'>,
): Result<Gives<'saveRecord'>> {
  const typed = readFields(tab, values);
  if (!typed.ok) return typed;
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read();
    const { ledger } = readLedger(snapshot);
    const table = ledger[tab];
    const at = [...table.records.keys()].find((index) => keyAt(table, index) === key);
    const record: Values | undefined = at === undefined ? undefined : table.records[at];
    if (at === undefined || record === undefined) {
      const { title } = TABS[tab];
      return refuse({
        code: 'no-such-record',
        tab: title,
        key,
        message: `${title}已没有编号${key}，可能刚刚被删除；您填写的内容未保存，请另行记下。`,
      });
    }
    const conflicts = conflictsWith(table, at, record, typed.value, expected);
    if (conflicts.length > 0) return refuse(...conflicts);
    const different = Object.entries(typed.value).filter(([id, value]) => value !== record[id]);
    if (different.length === 0) return ok({ changed: 0 });
    const course = tab === 'issues' ? coursesOf(ledger.log.records).get(Number(key)) : undefined;
    if (course !== undefined && course.startedOn !== null && different.some(([id]) => id === 'deadline'))
      return refuse({
        code: 'deadline-by-extension',
        tab: TABS.issues.title,
        key,
        message: `问题${key}已经启动，整改时限只能通过“申请延期”改变；其余内容也未保存，请恢复时限后再保存。`,
      });
    const first = tab === 'issues' && isBlank(record.firstDeadline) ? typed.value.deadline : undefined;
    const changed = { ...Object.fromEntries(different), ...(isBlank(first) ? {} : { firstDeadline: first ?? null }) };
    const names = columnsOf<typeof tab>(tab)
      .filter(([id]) => id in changed)
      .map(([, column]) => column.header);
    const change: Change = { kind: 'set', tab, key, row: table.rows[at] ?? 0, values: changed };
    const stale = staleAttempts(ports, ledger, [change]);
    const written = ports.workbook.commit(snapshot, [
      change,
      ...stale.changes,
      ...logged(
        ports,
        ledger,
        {
          action: '修改',
          subject: `${TABS[tab].title} ${key}`,
          reason: `修改${names.join('、')}`,
          deadline: isBlank(first) ? null : String(first),
        },
        ...stale.drafts,
      ),
    ]);
    return written.ok ? ok({ changed: different.length }) : written;
  });
}

/** Fields as typed, read by their columns: blanks trimmed, dates in every usual form. */
export function readFields(
  tab: 'issues' | 'measures' | 'evidence' | 'documents',
  fields: Record<string, CellValue>,
): Result<Values> {
  const { title } = TABS[tab];
  const columns = new Map(columnsOf<typeof tab>(tab).map(([id, column]) => [String(id), column]));
  const values: Record<string, ColumnValue> = {};
  const faults: Fault[] = [];
  for (const [id, cell] of Object.entries(fields)) {
    const column = columns.get(id);
    if (column === undefined || column.system) {
      const header = column?.header ?? id;
      faults.push({ code: 'system-column', tab: title, message: `${title}的“${header}”由程序填写，不能在此修改。` });
      continue;
    }
    const reading = readCell(column, typeof cell === 'string' ? removeUnprintable(cell).trim() : cell);
    if ('fault' in reading) {
      faults.push({ code: reading.code, tab: title, key: id, message: `${column.header}：${reading.fault}。` });
    } else values[id] = reading.value;
  }
  return faults.length > 0 ? refuse(...faults) : ok(values);
}

function keyAt(table: Table<'issues'> | Table<'measures'>, at: number): string {
  if (table.tab === 'issues') return String(table.records[at]?.number ?? '');
  const measure = table.records[at];
  return measure === undefined ? '' : keyOf('measures', measure);
}

function conflictsWith(
  table: Table<'issues'> | Table<'measures'>,
  at: number,
  record: Values,
  typed: Values,
  expected: Record<string, CellValue>,
): Fault[] {
  const { title } = TABS[table.tab];
  const positions: Partial<Record<string, number>> = table.columns;
  return columnsOf<typeof table.tab>(table.tab).flatMap(([id, column]) => {
    const seen = expected[id];
    const now = record[id] ?? null;
    if (!(id in typed) || seen === undefined || seen === now || (isBlank(seen) && isBlank(now)) || typed[id] === now)
      return [];
    const cell = a1(table.rows[at] ?? 1, positions[id] ?? 0);
    const shown = isBlank(now) ? '已清空' : `现为“${String(now).slice(0, 60)}”`;
    const message = `${title} ${cell}（${column.header}）刚刚被他人改动，${shown}；您填写的内容还在表单中，未保存，请核对后再保存。`;
    return [{ code: 'changed-meanwhile', tab: title, cell, key: id, message }];
  });
}
