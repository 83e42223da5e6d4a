/** One tab's edited rows against its records: by key, cell by cell, system columns apart. */
import type { Change } from '../../ledger/changes';
import { readCell } from '../../ledger/codec';
import type { ColumnValue } from '../../ledger/columns';
import type { Fault } from '../../ledger/fault';
import { a1, isBlank } from '../../ledger/grid';
import type { Table } from '../../ledger/ledger';
import { columnsOf, keyOf, recordOf } from '../../ledger/records';
import { TABS, type TabId } from '../../ledger/schema';
import type { LogDraft } from '../../workflow/chain';
import type { EditedRow, Merge, MergeWay } from './merge';

/** Tabs whose rows are records like any other; 设置 and 办理记录 have ways of their own. */
export type RecordTab = Exclude<TabId, 'settings' | 'log'>;

type Values = Readonly<Record<string, ColumnValue>>;

export function mergeTab<T extends RecordTab>(table: Table<T>, rows: readonly EditedRow[], way: MergeWay): Merge {
  const { tab } = table;
  const changes: Change[] = [];
  const drafts: LogDraft[] = [];
  const refused = strangeColumns(tab, rows);
  const places = new Map(table.records.map((record, at) => [keyOf(tab, record), at]));
  const seen = new Set<string>();
  for (const edited of rows) {
    if (Object.values(edited.values).every(isBlank)) continue;
    const { values, faults } = readRow(table, edited);
    refused.push(...faults);
    // the values were read by this tab's own columns
    const key = keyOf(tab, recordOf(tab, values as Partial<Table<T>['records'][number]>));
    if (key === '' || seen.has(key)) {
      refused.push(keyFault(tab, edited, key));
      continue;
    }
    seen.add(key);
    const at = places.get(key);
    const current: Values = at === undefined ? {} : (table.records[at] ?? {});
    const isNew = at === undefined;
    const { allowed, denied } = way.adopt
      ? { allowed: values, denied: [] }
      : staffMay(table, isNew, current, values, edited);
    refused.push(...denied);
    const different = differing(current, byProgram(tab, isNew, current, allowed, way));
    if (Object.keys(different).length === 0) continue;
    if (isNew) changes.push({ kind: 'add', tab, values: different });
    else changes.push({ kind: 'set', tab, key, row: table.rows[at] ?? 0, values: different });
    drafts.push(...stateDraft(tab, key, current, different, way));
  }
  if (way.whole) refused.push(...deletions(table, seen));
  return { changes, refused, drafts };
}

/** The row's readable values by column id, and a fault for every cell its column can't read. */
function readRow<T extends RecordTab>(table: Table<T>, { row, values: cells }: EditedRow) {
  const values: Record<string, ColumnValue> = {};
  const faults: Fault[] = [];
  for (const [id, column] of columnsOf(table.tab)) {
    const cell = cells[column.header];
    if (cell === undefined) continue;
    const reading = readCell(column, cell);
    if ('fault' in reading) {
      faults.push(cellFault(table, row, id, reading.code, `${reading.fault}；此格未收入`));
    } else values[id] = reading.value;
  }
  return { values, faults };
}

/** Leaves out system columns; one that was changed in an existing record is refused by name. */
function staffMay<T extends RecordTab>(
  table: Table<T>,
  isNew: boolean,
  current: Values,
  values: Values,
  { row }: EditedRow,
): { allowed: Values; denied: Fault[] } {
  const allowed: Record<string, ColumnValue> = { ...values };
  const denied: Fault[] = [];
  for (const [id, column] of columnsOf(table.tab)) {
    if (!column.system) continue;
    if (!isNew && values[id] !== undefined && values[id] !== current[id]) {
      denied.push(cellFault(table, row, id, 'system-column', '此列由程序填写，改动未收入'));
    }
    delete allowed[id];
  }
  return { allowed, denied };
}

/** Adds what the program itself records: a new issue's state and round, the first deadline, who registered evidence. */
function byProgram(tab: RecordTab, isNew: boolean, current: Values, values: Values, { at, actor }: MergeWay): Values {
  const fill = (id: string, value: ColumnValue | undefined) =>
    isBlank(values[id]) && isBlank(current[id]) && !isBlank(value) ? { [id]: value ?? null } : {};
  if (tab === 'issues') {
    const start = isNew ? { ...fill('state', '未启动'), ...fill('round', 1) } : {};
    return { ...values, ...start, ...fill('firstDeadline', values.deadline) };
  }
  if (tab === 'evidence' && isNew) return { ...values, ...fill('registeredBy', actor), ...fill('registeredAt', at) };
  return values;
}

function differing(current: Values, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([id, value]) =>
      isBlank(value) || value === false ? !isBlank(current[id]) && current[id] !== value : current[id] !== value,
    ),
  );
}

function stateDraft(
  tab: RecordTab,
  key: string,
  current: Values,
  values: Values,
  { adopt, at, actor }: MergeWay,
): LogDraft[] {
  const from = String(current.state ?? '');
  const to = values.state;
  if (tab !== 'issues' || typeof to !== 'string' || to === from) return [];
  const reason = adopt ? '接收原有台账所载状态，未经本台账销号程序' : '新增问题';
  const round = typeof values.round === 'number' ? values.round : 1;
  const due = values.deadline ?? current.deadline;
  const deadline = typeof due === 'string' && due !== '' ? due : null;
  const subject = `${TABS.issues.title} ${key}`;
  return [{ at, actor, action: adopt ? '导入' : '建立', subject, from, to, reason, round, deadline }];
}

function strangeColumns(tab: RecordTab, rows: readonly EditedRow[]): Fault[] {
  const { title } = TABS[tab];
  const known = new Set(columnsOf<RecordTab>(tab).map(([, column]) => column.header));
  const strange = new Set<string>();
  for (const { values } of rows) {
    for (const [header, cell] of Object.entries(values)) if (!known.has(header) && !isBlank(cell)) strange.add(header);
  }
  return [...strange].map((header) => ({
    code: 'unknown-column',
    tab: title,
    message: `${title}没有“${header}”列，该列内容未收入；如属台账内容，请改用台账的列名。`,
  }));
}

function keyFault(tab: RecordTab, { row }: EditedRow, key: string): Fault {
  const { title } = TABS[tab];
  const place = row === null ? title : `${title} 第${row}行`;
  return key === ''
    ? { code: 'missing-key', tab: title, message: `${place}：缺少编号，整行未收入，请补填编号。` }
    : {
        code: 'duplicate-key',
        tab: title,
        key,
        message: `${place}：编号“${key}”重复，整行未收入，请改为未用过的编号。`,
      };
}

function deletions<T extends RecordTab>({ tab, records, rows }: Table<T>, seen: ReadonlySet<string>): Fault[] {
  const { title } = TABS[tab];
  return records.flatMap((record, at) => {
    const key = keyOf(tab, record);
    if (seen.has(key)) return [];
    const message = `${title} 第${rows[at]}行：编号“${key}”在文件中已被删除，台账中予以保留；确需删除请在台账中删除该行。`;
    return [{ code: 'deleted-row', tab: title, key, message }];
  });
}

function cellFault<T extends RecordTab>(
  table: Table<T>,
  row: number | null,
  id: string,
  code: string,
  clause: string,
): Fault {
  const { title, columns } = TABS[table.tab];
  const entry = Object.entries(columns).find(([name]) => name === id);
  const positions: Partial<Record<string, number>> = table.columns;
  const at = positions[id];
  const header = entry?.[1].header ?? id;
  if (row === null || at === undefined) return { code, tab: title, message: `${title}（${header}）：${clause}。` };
  const cell = a1(row, at);
  return { code, tab: title, cell, message: `${title} ${cell}（${header}）：${clause}。` };
}
