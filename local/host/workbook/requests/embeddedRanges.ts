/** Charts and slicers follow the cells they read from and stand on when a grid changes its rows or columns. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { Size } from '../box';
import { type Draft, type GridRange, type Sheet, sheetIdOf, sizeOf } from '../store';

type Moved = (range: GridRange) => GridRange | undefined;
type Position = sheets_v4.Schema$EmbeddedObjectPosition;
type ChartSpec = sheets_v4.Schema$ChartSpec;
type ChartData = sheets_v4.Schema$ChartData;

/** After `sheet` changed: ranges on it are what `moved` says; a chart or slicer whose data are gone keeps no source. */
export function moveEmbedded(draft: Draft, sheet: Sheet, moved: Moved): void {
  const id = sheetIdOf(sheet);
  const ranges = (range: GridRange): GridRange | undefined => ((range.sheetId ?? 0) === id ? moved(range) : range);
  for (const one of [...draft.sheets]) {
    const here = sheetIdOf(one) === id;
    const place = (position: Position | undefined): Position | undefined =>
      here && position ? movedPosition(position, moved, sizeOf(sheet)) : position;
    const touched =
      one.charts?.some(({ spec }) => here || readsFrom(spec, id)) ||
      one.slicers?.some(({ spec }) => here || (spec?.dataRange?.sheetId ?? 0) === id);
    if (!touched) continue;
    const own = draft.sheet(sheetIdOf(one));
    if (own.charts) {
      own.charts = own.charts.map(({ position, spec, ...rest }) => {
        const at = place(position);
        return { ...rest, ...(at ? { position: at } : {}), ...(spec ? { spec: withSources(spec, ranges) } : {}) };
      });
    }
    if (own.slicers) {
      own.slicers = own.slicers.map(({ position, spec, ...rest }) => {
        const at = place(position);
        return { ...rest, ...(at ? { position: at } : {}), ...(spec ? { spec: movedSlicer(spec, ranges) } : {}) };
      });
    }
  }
}

/** After a sheet is gone: charts elsewhere that read from it keep no source. */
export function forgetSheet(draft: Draft, sheetId: number): void {
  const left = (range: GridRange): GridRange | undefined => ((range.sheetId ?? 0) === sheetId ? undefined : range);
  for (const one of [...draft.sheets]) {
    if (!one.charts?.some(({ spec }) => readsFrom(spec, sheetId))) continue;
    const own = draft.sheet(sheetIdOf(one));
    own.charts = (own.charts ?? []).map(({ spec, ...rest }) =>
      spec ? { ...rest, spec: withSources(spec, left) } : rest,
    );
  }
}

function readsFrom(spec: ChartSpec | undefined, sheetId: number): boolean {
  const data = [
    ...(spec?.basicChart?.domains ?? []).map(({ domain }) => domain),
    ...(spec?.basicChart?.series ?? []).map(({ series }) => series),
  ];
  return data.some((one) => one?.sourceRange?.sources?.some((range) => (range.sheetId ?? 0) === sheetId));
}

function withSources(spec: ChartSpec, moved: Moved): ChartSpec {
  const chart = spec.basicChart;
  if (!chart) return spec;
  const read = (data: ChartData): ChartData => ({
    ...data,
    sourceRange: { sources: (data.sourceRange?.sources ?? []).flatMap((range) => moved(range) ?? []) },
  });
  const basicChart = { ...chart };
  if (chart.domains)
    basicChart.domains = chart.domains.map((one) => (one.domain ? { ...one, domain: read(one.domain) } : one));
  if (chart.series)
    basicChart.series = chart.series.map((one) => (one.series ? { ...one, series: read(one.series) } : one));
  return { ...spec, basicChart };
}

/** The object comes to stand on what took the place of its anchor cell when that is gone. */
function movedPosition(position: Position, moved: Moved, size: Size): Position {
  const anchor = position.overlayPosition?.anchorCell;
  if (!anchor) return position;
  const row = anchor.rowIndex ?? 0;
  const column = anchor.columnIndex ?? 0;
  const rowIndex =
    moved({ startRowIndex: row, endRowIndex: row + 1 })?.startRowIndex ??
    moved({ startRowIndex: 0, endRowIndex: row })?.endRowIndex ??
    0;
  const columnIndex =
    moved({ startColumnIndex: column, endColumnIndex: column + 1 })?.startColumnIndex ??
    moved({ startColumnIndex: 0, endColumnIndex: column })?.endColumnIndex ??
    0;
  const anchorCell = {
    ...anchor,
    rowIndex: Math.min(rowIndex, size.rows - 1),
    columnIndex: Math.min(columnIndex, size.columns - 1),
  };
  return { ...position, overlayPosition: { ...position.overlayPosition, anchorCell } };
}

function movedSlicer(spec: sheets_v4.Schema$SlicerSpec, moved: Moved): sheets_v4.Schema$SlicerSpec {
  const { dataRange, columnIndex, ...rest } = spec;
  if (!dataRange) return spec;
  const range = moved(dataRange);
  if (!range) return rest;
  // data ranges begin in column A, so that the column counts from there
  const { sheetId, startRowIndex, endRowIndex } = dataRange;
  const column = columnIndex ?? undefined;
  const rows = { sheetId: sheetId ?? 0, startRowIndex: startRowIndex ?? 0, endRowIndex: endRowIndex ?? 1 };
  const at =
    column === undefined ? undefined : moved({ ...rows, startColumnIndex: column, endColumnIndex: column + 1 });
  const to = at?.startColumnIndex ?? undefined;
  return { ...rest, dataRange: range, ...(to === undefined ? {} : { columnIndex: to }) };
}
