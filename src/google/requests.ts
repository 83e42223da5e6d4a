/** Changes by record and column → the Sheets requests that write them; pure, so that they are compared in tests. */
import type { Change, Dress } from '../ledger/changes';
import { writeCell } from '../ledger/codec';
import type { Column, ColumnValue } from '../ledger/columns';
import { type CellValue, isBlank, type TabGrid } from '../ledger/grid';
import { locateColumns } from '../ledger/read';
import { columnsOf } from '../ledger/records';
import type { TabId } from '../ledger/schema';
import { formatRequests, type ListRanges, rule } from './formats';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type CellData = GoogleAppsScript.Sheets.Schema.CellData;

/** One cell to write: 0-based row and column. */
interface Target {
  row: number;
  column: number;
  cell: CellData;
}

/**
 * The requests for all changes of one tab. `grid` is the tab as it stands now; every `set` names a row that holds its
 * record now. Text is written as text, so that `=…` never becomes a formula (PLATFORM, Sheets).
 */
export function requestsFor(tab: TabId, grid: TabGrid, changes: readonly Change[], sources: ListRanges): Request[] {
  const columns: Partial<Record<string, number>> = locateColumns(tab, grid.values[0] ?? []);
  const kinds = new Map<string, Column>(columnsOf<TabId>(tab));
  const targets: Target[] = [];
  const put = (row: number, id: string, value: ColumnValue) => {
    const at = columns[id];
    const column = kinds.get(id);
    if (at !== undefined && column !== undefined)
      targets.push({ row, column: at, cell: cellData(writeCell(column, value)) });
  };
  const looks = new Map<string, Target[]>();
  const dress = (row: number, { column, note, choices }: Dress) => {
    const at = columns[column];
    if (at === undefined) return;
    const look = (fields: string, cell: CellData) => {
      const some = looks.get(fields);
      if (some === undefined) looks.set(fields, [{ row, column: at, cell }]);
      else some.push({ row, column: at, cell });
    };
    if (note !== undefined) look('note', { note });
    if (choices !== undefined) look('dataValidation', choicesCell(choices));
  };
  let free = grid.values.length;
  for (const change of changes) {
    if (change.kind === 'dress') dress(change.row - 1, change);
    else if (change.kind === 'set') {
      for (const [id, value] of Object.entries(change.values)) put(change.row - 1, id, value);
    } else if (change.kind === 'setting') {
      put(change.row - 1, 'value', change.value);
    } else if (change.kind === 'repair') {
      // no record: src/google/formats.ts sees to it
    } else if (change.kind === 'list') {
      const at = columns[change.list];
      let row = at === undefined ? 0 : firstFree(grid, at);
      for (const entry of change.entries) {
        put(row, change.list, entry);
        row += 1;
      }
    } else {
      // a whole row side by side, so that many new records make one block
      for (const id of kinds.keys()) put(free, id, change.values[id] ?? null);
      if (change.dress !== undefined) dress(free, change.dress);
      free += 1;
    }
  }
  const needed = targets.reduce((most, { row }) => Math.max(most, row + 1), grid.rowCount);
  return [
    ...growth(tab, grid, columns, needed, sources),
    ...runsOf(targets).map((run) => updateCells(grid.sheetId, run, 'userEnteredValue')),
    ...[...looks].flatMap(([fields, some]) => runsOf(some).map((run) => updateCells(grid.sheetId, run, fields))),
  ];
}

/** Rows added at the end of a full sheet get the formats, drop-downs and rules of the rows above. */
function growth(
  tab: TabId,
  grid: TabGrid,
  columns: Partial<Record<string, number>>,
  needed: number,
  sources: ListRanges,
): Request[] {
  if (needed <= grid.rowCount) return [];
  return [
    { appendDimension: { sheetId: grid.sheetId, dimension: 'ROWS', length: needed - grid.rowCount } },
    ...formatRequests(tab, grid.sheetId, columns, { from: grid.rowCount, to: needed }, sources),
  ];
}

function firstFree(grid: TabGrid, column: number): number {
  let row = grid.values.length;
  while (row > 1 && isBlank(grid.values[row - 1]?.[column])) row -= 1;
  return row;
}

/** A block of cells: rows below one another, each the same columns side by side. */
interface Block {
  row: number;
  column: number;
  rows: CellData[][];
}

/** Joins neighbouring cells into as few blocks as there are runs: first side by side, then rows of the same extent. */
function runsOf(targets: readonly Target[]): Block[] {
  const sorted = [...targets].sort((a, b) => a.row - b.row || a.column - b.column);
  const strips: Block[] = [];
  for (const { row, column, cell } of sorted) {
    const last = strips[strips.length - 1];
    const cells = last?.rows[0];
    if (last && cells && last.row === row && last.column + cells.length === column) cells.push(cell);
    else strips.push({ row, column, rows: [[cell]] });
  }
  const blocks: Block[] = [];
  const open = new Map<string, Block>();
  for (const strip of strips) {
    const width = strip.rows[0]?.length ?? 0;
    const extent = `${strip.column}:${width}`;
    const above = open.get(extent);
    if (above && above.row + above.rows.length === strip.row) above.rows.push(...strip.rows);
    else {
      blocks.push(strip);
      open.set(extent, strip);
    }
  }
  return blocks;
}

function updateCells(sheetId: number, { row, column, rows }: Block, fields: string): Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: rows.map((values) => ({ values })),
      fields,
    },
  };
}

/** A drop-down that proposes; reasons and dates may be typed after a choice, so it does not force. */
function choicesCell(choices: readonly string[]): CellData {
  return choices.length === 0 ? {} : { dataValidation: rule('ONE_OF_LIST', choices, false, '') };
}

/** The cell as the API takes it; a blank cell clears the value. */
export function cellData(value: CellValue): CellData {
  if (value === null || value === '') return {};
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  return { userEnteredValue: { stringValue: value } };
}
