/** Between reading and writing others go on working: finds each record's row again, and refuses what has changed. */
import type { Change } from '../ledger/changes';
import { sameCell } from '../ledger/codec';
import { type Fault, ok, type Result, refuse } from '../ledger/fault';
import { a1, type CellValue, isBlank, type Snapshot, type TabGrid } from '../ledger/grid';
import { locateColumns } from '../ledger/read';
import { columnsOf, joinKey } from '../ledger/records';
import { TABS, type TabId } from '../ledger/schema';

export interface SettledTab {
  tab: TabId;
  /** The tab as it was read, as long as it is now. */
  grid: TabGrid;
  /** The changes with the rows their records stand in now. */
  changes: Change[];
}

type ColumnReader = (wanted: readonly { title: string; column: number }[]) => Map<string, CellValue[]>;

/**
 * Re-reads, in one call of `readColumns`, the key columns and the columns to be changed. A record that moved is
 * followed by its key; one that vanished, or a cell whose value is no longer the one decided on, is a fault.
 */
export function settle(
  snapshot: Snapshot,
  changes: ReadonlyMap<TabId, readonly Change[]>,
  readColumns: ColumnReader,
): Result<SettledTab[]> {
  const tabs = [...changes].map(([tab, list]) => touched(tab, list, snapshot));
  const missing = tabs.flatMap(({ fault }) => (fault === undefined ? [] : [fault]));
  if (missing.length > 0) return refuse(...missing);
  const wanted = tabs.flatMap(({ grid, columns }) =>
    grid === undefined ? [] : columns.map((column) => ({ title: grid.title, column })),
  );
  const now = readColumns(wanted);
  const faults: Fault[] = [];
  const settled = tabs.flatMap(({ tab, grid, list, columns, positions }): SettledTab[] => {
    if (grid === undefined) return [];
    const present = new Map(columns.map((column) => [column, now.get(`${grid.title}!${column}`) ?? []]));
    const keys = TABS[tab].key.map((id: string) => positions[id] ?? -1);
    const moved = columns.find((column) => !sameCell(present.get(column)?.[0], grid.values[0]?.[column]));
    if (moved !== undefined) {
      faults.push(conflict(grid.title, a1(1, moved), '列的位置刚刚被他人改动'));
      return [];
    }
    const keyAt = (row: number) => joinKey(keys.map((column) => String(present.get(column)?.[row] ?? '')));
    const places = placesOf(keys, present, keyAt);
    const rows = list.map((change) => {
      const found =
        change.kind === 'set' || change.kind === 'setting' || change.kind === 'dress'
          ? rowNow(change, grid, positions, present, keyAt, places)
          : undefined;
      if (found !== undefined && 'code' in found) faults.push(found);
      return found === undefined || 'code' in found ? change : { ...change, row: found.row };
    });
    // a log row continues the one before it, so nothing may have been logged since the log was read
    const logged = (column: readonly CellValue[]) => column.filter((value) => !isBlank(value)).length;
    const sequence = keys[0] ?? -1;
    if (
      tab === 'log' &&
      logged(present.get(sequence) ?? []) !== logged(grid.values.map((cells) => cells[sequence] ?? null))
    ) {
      faults.push(conflict(grid.title, a1(grid.values.length + 1, sequence), '刚刚有他人办理了别的事项'));
    }
    const length = Math.max(grid.values.length, ...[...present.values()].map((column) => column.length));
    const values = grid.values.concat(Array.from({ length: length - grid.values.length }, () => []));
    return [{ tab, grid: { ...grid, values }, changes: rows }];
  });
  return faults.length > 0 ? refuse(...faults) : ok(settled);
}

/** Which columns of a tab the changes depend on. */
function touched(tab: TabId, list: readonly Change[], snapshot: Snapshot) {
  const { title, key } = TABS[tab];
  const grid = snapshot.grids.find((candidate) => candidate.title === title);
  const positions: Partial<Record<string, number>> = locateColumns(tab, grid?.values[0] ?? []);
  const ids = new Set<string>(key);
  for (const change of list) {
    if (change.kind === 'list') ids.add(change.list);
    if (change.kind === 'setting') ids.add('value');
    if (change.kind === 'set') for (const id of Object.keys(change.values)) ids.add(id);
    if (change.kind === 'dress') ids.add(change.column);
  }
  const lost = [...ids].filter((id) => positions[id] === undefined);
  const headers = columnsOf<TabId>(tab).flatMap(([id, column]) => (lost.includes(id) ? [column.header] : []));
  const fault: Fault | undefined =
    grid === undefined
      ? { code: 'missing-tab', tab: title, message: `缺少“${title}”表，请运行“建立/升级台账”补建后重试。` }
      : headers.length > 0
        ? {
            code: 'missing-column',
            tab: title,
            message: `“${title}”表缺少“${headers.join('”“')}”列，请运行“建立/升级台账”补建后重试。`,
          }
        : undefined;
  const columns = [...ids].flatMap((id) => positions[id] ?? []);
  return { tab, list, grid, positions, columns, fault };
}

/** Rows (0-based) of every key that stands in the tab now. */
function placesOf(
  keys: readonly number[],
  present: ReadonlyMap<number, CellValue[]>,
  keyAt: (row: number) => string,
): Map<string, number[]> {
  const length = Math.max(0, ...keys.map((column) => present.get(column)?.length ?? 0));
  const places = new Map<string, number[]>();
  for (let row = 1; row < length; row += 1) {
    if (keys.every((column) => isBlank(present.get(column)?.[row]))) continue;
    const key = keyAt(row);
    const rows = places.get(key);
    if (rows === undefined) places.set(key, [row]);
    else rows.push(row);
  }
  return places;
}

function rowNow(
  change: Extract<Change, { kind: 'set' | 'setting' | 'dress' }>,
  grid: TabGrid,
  positions: Partial<Record<string, number>>,
  present: ReadonlyMap<number, CellValue[]>,
  keyAt: (row: number) => string,
  places: ReadonlyMap<string, number[]>,
): { row: number } | Fault {
  const key = change.kind === 'setting' ? change.item : change.key;
  const stays = keyAt(change.row - 1) === key;
  const found = places.get(key) ?? [];
  const row = stays ? change.row - 1 : found.length === 1 ? found[0] : undefined;
  if (row === undefined)
    return { ...conflict(grid.title, a1(change.row, 0), `“${key}”一行刚刚被他人删除或改了编号`), key };
  const ids = change.kind === 'set' ? Object.keys(change.values) : change.kind === 'setting' ? ['value'] : [];
  for (const id of ids) {
    const column = positions[id] ?? -1;
    if (!sameCell(present.get(column)?.[row], grid.values[change.row - 1]?.[column])) {
      return { ...conflict(grid.title, a1(row + 1, column), `“${key}”的此格刚刚被他人改动`), key };
    }
  }
  return { row: row + 1 };
}

function conflict(tab: string, cell: string, what: string): Fault {
  return { code: 'changed-meanwhile', tab, cell, message: `${tab} ${cell}：${what}，本次操作未作任何改动，请重试。` };
}
