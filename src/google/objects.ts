/** What a commit makes on the sheets besides cells — filter views, charts, slicers — as requests of the same call. */
import type { LedgerView, Step, ViewsKept } from '../app/ports';
import type { Snapshot } from '../ledger/grid';
import { locateColumns } from '../ledger/read';
import { DASHBOARD_TITLE, TABS } from '../ledger/schema';
import { chartRequests } from './charts';
import { keptIn, keptRequests } from './kept';
import { slicerRequests } from './slicers';
import { viewKey, viewRequests } from './views';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;
/** The type package knows no slicers. */
type Sheet = GoogleAppsScript.Sheets.Schema.Sheet & { slicers?: { slicerId?: number }[] };

/** Fields of a Spreadsheet the requests are made from. */
export const OBJECT_FIELDS =
  'sheets(properties,filterViews,charts(chartId,position,spec(title,altText,basicChart(domains,series))),slicers(slicerId)),developerMetadata';

/** @param structure  as it was read with the snapshot, by OBJECT_FIELDS */
export function objectRequests(structure: Spreadsheet, snapshot: Snapshot, steps: readonly Step[]): Request[] {
  const kept = keptIn(structure);
  const sheets: Sheet[] = structure.sheets ?? [];
  const taken = new Set(
    sheets.flatMap(({ charts = [], slicers = [] }) => [
      ...charts.map(({ chartId = 0 }) => chartId),
      ...slicers.map(({ slicerId = 0 }) => slicerId),
    ]),
  );
  const gridOf = (title: string) => snapshot.grids.find((grid) => grid.title === title);
  const board = gridOf(DASHBOARD_TITLE);
  const issues = gridOf(TABS.issues.title);
  const columns = locateColumns('issues', issues?.values[0] ?? []);
  const sheetAt = (sheetId: number) => sheets.find(({ properties }) => (properties?.sheetId ?? 0) === sheetId);
  const requests: Request[] = [];
  for (const step of steps) {
    if (step.kind === 'draw' && board !== undefined) {
      const { sheetId } = board;
      const { charts, widths } = step.dashboard;
      const drawn = chartRequests(sheetId, charts, sheetAt(sheetId)?.charts ?? [], kept.charts, taken, widths);
      const layout = `${sheetId}:${widths.join()}`;
      if (kept.widths !== layout) requests.push(...widthRequests(sheetId, widths));
      requests.push(...drawn.requests);
      kept.charts = drawn.known;
      kept.widths = layout;
    }
    if (step.kind === 'draw' && issues !== undefined) {
      const sliced = slicerRequests(issues.sheetId, columns, kept.slicers, taken);
      requests.push(...sliced.requests);
      kept.slicers = sliced.known;
    }
    if (step.kind === 'views' && issues !== undefined) {
      const tab = { ...issues, columns, present: sheetAt(issues.sheetId)?.filterViews ?? [] };
      const viewed = viewRequests(tab, step.views, kept.views);
      requests.push(...viewed.requests);
      kept.views = viewed.known;
    }
  }
  return [...requests, ...keptRequests(structure, kept)];
}

export function viewsKept(requests: readonly Request[]): ViewsKept {
  const count = (kind: keyof Request) => requests.filter((request) => request[kind] !== undefined).length;
  return {
    made: count('addFilterView'),
    changed: count('updateFilterView'),
    removed: count('deleteFilterView'),
  };
}

/** Of each view given, where in the file it opens: `gid=…&fvid=…`; `''` for one that is not there. */
export function viewAnchors(structure: Spreadsheet, views: readonly LedgerView[]): string[] {
  const known = keptIn(structure).views;
  const sheet = structure.sheets?.find(({ properties }) => properties?.title === TABS.issues.title);
  const present = new Set((sheet?.filterViews ?? []).map(({ filterViewId }) => filterViewId));
  return views.map((view) => {
    const id = known[viewKey(view)];
    return id !== undefined && present.has(id) ? `gid=${sheet?.properties?.sheetId ?? 0}&fvid=${id}` : '';
  });
}

/** Columns are given their widths once for each layout, so that those a person dragged stay. */
function widthRequests(sheetId: number, widths: readonly number[]): Request[] {
  return widths.map((pixelSize, at) => {
    const range = { sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 };
    return { updateDimensionProperties: { range, properties: { pixelSize }, fields: 'pixelSize' } };
  });
}
