/** Draws 看板: one updateCells over what is there and what was there, values and looks together. */
import type { Change } from '../ledger/changes';
import { type CellValue, isBlank, type Snapshot } from '../ledger/grid';
import { DASHBOARD_TITLE } from '../ledger/schema';
import { cellData } from './requests';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type CellData = GoogleAppsScript.Sheets.Schema.CellData;

const HEAD = { red: 0.86, green: 0.91, blue: 0.95 };

/** The requests that draw the dashboard, when a change asks for it and the tab is there and looks otherwise. */
export function dashboardRequests(snapshot: Snapshot, changes: readonly Change[]): Request[] {
  const drawing = changes.find((change) => change.kind === 'draw');
  const grid = snapshot.grids.find(({ title }) => title === DASHBOARD_TITLE);
  if (drawing?.kind !== 'draw' || grid === undefined || same(drawing.rows, grid.values)) return [];
  const { sheetId, rowCount, columnCount, values } = grid;
  const height = Math.max(drawing.rows.length, values.length);
  const width = Math.max(...drawing.rows.map((row) => row.length), ...values.map((row) => row.length));
  const rows = Array.from({ length: height }, (_, at) => {
    const cells = drawing.rows[at] ?? [];
    const isHead = at > 2 && (drawing.rows[at - 1] ?? []).length === 0;
    return {
      values: Array.from({ length: width }, (_, column) =>
        drawn(cells[column] ?? null, at === 0, isHead && column < cells.length),
      ),
    };
  });
  return [
    ...grow(sheetId, 'ROWS', height - rowCount),
    ...grow(sheetId, 'COLUMNS', width - columnCount),
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows,
        fields: 'userEnteredValue,userEnteredFormat(textFormat,backgroundColor)',
      },
    },
  ];
}

function drawn(value: CellValue, isTitle: boolean, isHead: boolean): CellData {
  if (isTitle) return { ...cellData(value), userEnteredFormat: { textFormat: { bold: true, fontSize: 14 } } };
  if (isHead) return { ...cellData(value), userEnteredFormat: { textFormat: { bold: true }, backgroundColor: HEAD } };
  return cellData(value);
}

function grow(sheetId: number, dimension: 'ROWS' | 'COLUMNS', length: number): Request[] {
  return length > 0 ? [{ appendDimension: { sheetId, dimension, length } }] : [];
}

function same(a: readonly CellValue[][], b: readonly CellValue[][]): boolean {
  const trimmed = (rows: readonly CellValue[][]) =>
    JSON.stringify(
      rows.map((row) =>
        row.slice(
          0,
          row.reduce<number>((last, cell, at) => (isBlank(cell) ? last : at + 1), 0),
        ),
      ),
    );
  return trimmed(a) === trimmed(b);
}
