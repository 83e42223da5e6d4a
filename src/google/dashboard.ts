/** Draws 看板: one updateCells over what is there and what was there, values and looks together. */
import type { DrawDashboard, Step } from '../app/ports';
import { type CellValue, isBlank, type Snapshot } from '../ledger/grid';
import { DASHBOARD_TITLE } from '../ledger/schema';
import { cellData } from './requests';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type CellData = GoogleAppsScript.Sheets.Schema.CellData;

const HEAD = { red: 0.86, green: 0.91, blue: 0.95 };

/** Rows of the grid a chart of 看板 covers. */
const CHART_ROWS = 14;

/** The requests that draw the dashboard, when a step asks for it and the tab is there and looks otherwise. */
export function dashboardRequests(snapshot: Snapshot, steps: readonly Step[]): Request[] {
  const drawing = steps.find((step): step is DrawDashboard => step.kind === 'draw');
  const grid = snapshot.grids.find(({ title }) => title === DASHBOARD_TITLE);
  if (drawing === undefined || grid === undefined) return [];
  const { dashboard, stamp } = drawing;
  const { sheetId, rowCount, columnCount, values } = grid;
  const height = Math.max(dashboard.rows.length, values.length);
  const width = Math.max(dashboard.widths.length, ...values.map((row) => row.length));
  const lowest = dashboard.charts.reduce((most, { at }) => Math.max(most, at.row + CHART_ROWS), height);
  const growth = [...grow(sheetId, 'ROWS', lowest - rowCount), ...grow(sheetId, 'COLUMNS', width - columnCount)];
  if (same(dashboard.rows, values, stamp)) return growth;
  const widest = Math.max(...dashboard.widths);
  const rows = Array.from({ length: height }, (_, at) => {
    const cells = dashboard.rows[at] ?? [];
    const isHead = at > 2 && (dashboard.rows[at - 1] ?? []).length === 0;
    return {
      values: Array.from({ length: width }, (_, column) =>
        // names of aspects are long; the widest columns hold them
        drawn(
          cells[column] ?? null,
          at === 0,
          isHead && !isBlank(cells[column]),
          at > 2 && dashboard.widths[column] === widest,
        ),
      ),
    };
  });
  return [
    ...growth,
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows,
        fields: 'userEnteredValue,userEnteredFormat(textFormat,backgroundColor,wrapStrategy)',
      },
    },
  ];
}

function drawn(value: CellValue, isTitle: boolean, isHead: boolean, isWrapped: boolean): CellData {
  if (isTitle) return { ...cellData(value), userEnteredFormat: { textFormat: { bold: true, fontSize: 14 } } };
  if (isHead) return { ...cellData(value), userEnteredFormat: { textFormat: { bold: true }, backgroundColor: HEAD } };
  return isWrapped ? { ...cellData(value), userEnteredFormat: { wrapStrategy: 'WRAP' } } : cellData(value);
}

function grow(sheetId: number, dimension: 'ROWS' | 'COLUMNS', length: number): Request[] {
  return length > 0 ? [{ appendDimension: { sheetId, dimension, length } }] : [];
}

/** @param stamp  whether another time of day makes a difference */
function same(a: readonly CellValue[][], b: readonly CellValue[][], stamp: boolean): boolean {
  const trimmed = (rows: readonly CellValue[][]) =>
    JSON.stringify(
      rows.map((row, at) => {
        const cells = row.slice(
          0,
          row.reduce<number>((last, cell, column) => (isBlank(cell) ? last : column + 1), 0),
        );
        return at === 1 && !stamp ? cells.map((cell) => String(cell).replace(/ \d\d:\d\d/, '')) : cells;
      }),
    );
  return trimmed(a) === trimmed(b);
}
