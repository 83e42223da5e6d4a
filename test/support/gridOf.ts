/** Grids as a spreadsheet gives them, from records by header. */
import type { CellValue, Snapshot, TabGrid } from '../../src/ledger/grid';
import { columnsOf } from '../../src/ledger/records';
import { TAB_ORDER, TABS, type TabId } from '../../src/ledger/schema';

export function gridOf(tab: TabId, rows: Record<string, CellValue>[] = [], headers?: string[]): TabGrid {
  const header = headers ?? columnsOf<TabId>(tab).map(([, column]) => column.header);
  const values = [header, ...rows.map((row) => header.map((name) => row[name] ?? null))];
  const sheetId = 1001 + TAB_ORDER.indexOf(tab);
  return { title: TABS[tab].title, sheetId, rowCount: 1000, columnCount: header.length, values };
}

export function snapshotOf(grids: TabGrid[] = []): Snapshot {
  const given = new Set(grids.map(({ title }) => title));
  const rest = TAB_ORDER.filter((tab) => !given.has(TABS[tab].title)).map((tab) => gridOf(tab));
  return { version: 1, grids: [...grids, ...rest] };
}
