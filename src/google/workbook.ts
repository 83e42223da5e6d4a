/** The spreadsheet behind the ledger, through the advanced Sheets service: read whole, written in one call. */
import type { Step, Workbook } from '../app/ports';
import type { Change } from '../ledger/changes';
import { type Fault, ok, refuse } from '../ledger/fault';
import { type CellValue, columnLetters, quotedTitle, type Snapshot, type TabGrid } from '../ledger/grid';
import { DASHBOARD_TITLE, TAB_ORDER, TABS, type TabId } from '../ledger/schema';
import { dashboardRequests } from './dashboard';
import { serviceFault } from './faults';
import { listRangesOf, repairRequests } from './formats';
import { noteRequests } from './notes';
import { OBJECT_FIELDS, objectRequests, viewAnchors, viewsKept } from './objects';
import { requestsFor } from './requests';
import { spreadsheetsService } from './services';
import { settle } from './settle';
import { planSetUp, VERSION_KEY } from './setUp';

type Schema = GoogleAppsScript.Sheets.Schema.Spreadsheet;
type Request = GoogleAppsScript.Sheets.Schema.Request;

const READ_FIELDS = 'sheets.properties,developerMetadata';
const SET_UP_FIELDS = 'sheets(properties,protectedRanges,conditionalFormats),namedRanges,developerMetadata';

/** @param id  asked once, since a command's calls all go to the file it was started from */
export function sheetsWorkbook(id = SpreadsheetApp.getActiveSpreadsheet().getId()): Workbook {
  // what was read of the sheets besides cells, by the snapshot it was read with
  const structures = new WeakMap<Snapshot, Schema>();
  return {
    read({ formulas = false, objects = false } = {}) {
      const titles = [DASHBOARD_TITLE, ...TAB_ORDER.map((tab): string => TABS[tab].title)];
      const structure = structureOf(id, objects ? OBJECT_FIELDS : READ_FIELDS);
      const snapshot = readGrids(id, structure, titles, formulas);
      if (objects) structures.set(snapshot, structure);
      return snapshot;
    },

    commit(snapshot, steps) {
      const structure = structures.get(snapshot);
      const byTab = groupByTab(steps);
      const settled = byTab.size === 0 ? ok([]) : settle(snapshot, byTab, (ranges) => columnsNow(id, ranges));
      if (!settled.ok) return settled;
      const lists = listRangesOf(snapshot.grids);
      const requests = [
        ...(steps.some(({ kind }) => kind === 'repair')
          ? [...repairRequests(snapshot.grids, lists), ...noteRequests(id, snapshot)]
          : []),
        ...settled.value.flatMap(({ tab, grid, changes }) => requestsFor(tab, grid, changes, lists)),
        ...dashboardRequests(snapshot, steps),
        ...(structure === undefined ? [] : objectRequests(structure, snapshot, steps)),
      ];
      const fault = write(id, requests);
      return fault === undefined ? ok({ cells: cellsIn(requests), views: viewsKept(requests) }) : refuse(fault);
    },

    viewUrls(snapshot, views) {
      const anchors = viewAnchors(structures.get(snapshot) ?? {}, views);
      return anchors.map((anchor) => anchor && `https://docs.google.com/spreadsheets/d/${id}/edit#${anchor}`);
    },

    setUp() {
      const structure = structureOf(id, SET_UP_FIELDS);
      const titles = (structure.sheets ?? []).map((sheet) => sheet.properties?.title ?? '');
      const { requests, summary } = planSetUp(structure, readGrids(id, structure, titles, false));
      const fault = write(id, requests);
      return fault === undefined ? ok(summary) : refuse(fault);
    },
  };
}

function structureOf(id: string, fields: string): Schema {
  return spreadsheetsService().get(id, { fields });
}

function readGrids(id: string, structure: Schema, titles: readonly string[], formulas: boolean): Snapshot {
  const sheets = (structure.sheets ?? []).filter(({ properties }) => titles.includes(properties?.title ?? ''));
  const ranges = sheets.map(({ properties }) => quotedTitle(properties?.title ?? ''));
  const values = ranges.length === 0 ? [] : valuesOf(id, ranges, 'UNFORMATTED_VALUE');
  const entered = formulas && ranges.length > 0 ? valuesOf(id, ranges, 'FORMULA') : undefined;
  const grids = sheets.map(({ properties }, at): TabGrid => {
    const grid = {
      title: properties?.title ?? '',
      sheetId: properties?.sheetId ?? 0,
      rowCount: properties?.gridProperties?.rowCount ?? 0,
      columnCount: properties?.gridProperties?.columnCount ?? 0,
      values: values[at] ?? [],
    };
    return entered === undefined ? grid : { ...grid, formulas: entered[at] ?? [] };
  });
  const version = (structure.developerMetadata ?? []).find(({ metadataKey }) => metadataKey === VERSION_KEY);
  return { version: version?.metadataValue === undefined ? null : Number(version.metadataValue), grids };
}

/** Each range's rows. The types of the service leave a cell's type open; the API gives text, numbers and booleans. */
function valuesOf(
  id: string,
  ranges: readonly string[],
  valueRenderOption: string,
  majorDimension = 'ROWS',
): CellValue[][][] {
  const options = { ranges, valueRenderOption, dateTimeRenderOption: 'SERIAL_NUMBER', majorDimension };
  const response = spreadsheetsService().Values.batchGet(id, options);
  return (response.valueRanges ?? []).map((range): CellValue[][] => range.values ?? []);
}

/** Present values of whole columns, keyed `title!column`. */
function columnsNow(id: string, wanted: readonly { title: string; column: number }[]): Map<string, CellValue[]> {
  const ranges = wanted.map(({ title, column }) => {
    const letters = columnLetters(column);
    return `${quotedTitle(title)}!${letters}:${letters}`;
  });
  const columns = valuesOf(id, ranges, 'UNFORMATTED_VALUE', 'COLUMNS');
  return new Map(wanted.map(({ title, column }, at) => [`${title}!${column}`, columns[at]?.[0] ?? []]));
}

function write(id: string, requests: Request[]): Fault | undefined {
  if (requests.length === 0) return undefined;
  try {
    spreadsheetsService().batchUpdate({ requests }, id);
    return undefined;
  } catch (error) {
    return serviceFault(error);
  }
}

function groupByTab(steps: readonly Step[]): Map<TabId, Change[]> {
  const groups = new Map<TabId, Change[]>();
  for (const change of steps) {
    if (change.kind === 'draw' || change.kind === 'views' || change.kind === 'repair') continue;
    if (change.kind === 'list' && change.entries.length === 0) continue;
    const tab = change.kind === 'set' || change.kind === 'add' || change.kind === 'dress' ? change.tab : 'settings';
    const group = groups.get(tab);
    if (group === undefined) groups.set(tab, [change]);
    else group.push(change);
  }
  return groups;
}

function cellsIn(requests: readonly Request[]): number {
  return requests.reduce(
    (sum, { updateCells }) =>
      sum + (updateCells?.rows ?? []).reduce((cells, { values }) => cells + (values ?? []).length, 0),
    0,
  );
}
