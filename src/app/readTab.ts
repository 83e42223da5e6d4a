/** A tab as objects by column header, the user's own columns included. */
import { readCell } from '../ledger/codec';
import type { Column, ColumnValue } from '../ledger/columns';
import { ok, type Result, refuse } from '../ledger/fault';
import type { CellValue } from '../ledger/grid';
import { isBlank } from '../ledger/grid';
import { columnsOf } from '../ledger/records';
import { TAB_ORDER, TABS, type TabId } from '../ledger/schema';
import type { Ports } from './ports';

export interface TabContents {
  columns: string[];
  /** Dates as `YYYY-MM-DD`; a cell its column can't read stands as it is. */
  rows: Record<string, ColumnValue>[];
}

export function readTab(ports: Ports, argument: { tab: string }): Result<TabContents> {
  const snapshot = ports.workbook.read();
  const grid = snapshot.grids.find(({ title }) => title === argument.tab);
  if (!grid) {
    const titles = snapshot.grids.map(({ title }) => title).join('、');
    return refuse({ code: 'missing-tab', tab: argument.tab, message: `没有“${argument.tab}”表，现有：${titles}。` });
  }
  const headers = (grid.values[0] ?? []).map((cell) => String(cell ?? '').trim());
  const id = TAB_ORDER.find((tab) => TABS[tab].title === argument.tab);
  const known = id === undefined ? new Map<string, Column>() : columnsByHeader(id);
  const rows = grid.values
    .slice(1)
    .filter((cells) => !cells.every(isBlank))
    .map((cells) => Object.fromEntries(headers.map((header, at) => [header, shown(known.get(header), cells[at])])));
  return ok({ columns: headers.filter((header) => header !== ''), rows });
}

function columnsByHeader(tab: TabId): Map<string, Column> {
  return new Map(columnsOf<TabId>(tab).map(([, column]) => [column.header, column]));
}

function shown(column: Column | undefined, cell: CellValue | undefined): ColumnValue {
  if (column === undefined) return cell ?? null;
  const reading = readCell(column, cell);
  return 'fault' in reading ? (cell ?? null) : reading.value;
}
