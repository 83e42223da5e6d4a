/** The one batchUpdate that builds, completes, migrates and repairs the ledger; pure, from the workbook as it stands. */

import type { SetUpSummary } from '../app/ports';
import type { Column } from '../ledger/columns';
import { type CellValue, isBlank, type Snapshot, type TabGrid } from '../ledger/grid';
import { migrationsFrom } from '../ledger/migrations';
import { locateColumns } from '../ledger/read';
import { readSettings } from '../ledger/readSettings';
import { columnsOf } from '../ledger/records';
import { DASHBOARD_TITLE, SCHEMA_VERSION, TAB_ORDER, TABS, type TabId } from '../ledger/schema';
import { conditionalFormats, isOurs as isOurFormat } from './conditionalFormats';
import { formatRequests, headerCell, type ListRanges, listRanges, type Positions } from './formats';
import { isOurs as isOurProtection, protections } from './protections';
import { settingRequests } from './settingRows';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;
type Sheet = GoogleAppsScript.Sheets.Schema.Sheet;

export const VERSION_KEY = 'rectification-ledger.schema';
/** Rows of a new tab; more are appended when they are needed. */
const NEW_ROWS = 500;
const DASHBOARD_COLUMNS = 12;
const HEADER_FIELDS =
  'userEnteredValue,note,userEnteredFormat(backgroundColor,textFormat,horizontalAlignment,verticalAlignment,wrapStrategy)';

/** A tab as it will stand: its sheet, its size, and where its columns are. */
interface Placed {
  tab: TabId;
  sheetId: number;
  isNew: boolean;
  rowCount: number;
  /** The sheet before this run; absent for a new one. */
  sheet: Sheet | undefined;
  grid: TabGrid | undefined;
  columns: Positions;
  added: [string, Column][];
  requests: Request[];
}

/** The requests that bring the workbook to the present schema; none of them changes a workbook that is there already. */
export function planSetUp(current: Spreadsheet, snapshot: Snapshot): { requests: Request[]; summary: SetUpSummary } {
  const takenIds = new Set((current.sheets ?? []).map((sheet) => sheet.properties?.sheetId ?? 0));
  const placed = TAB_ORDER.map((tab, order) => placeTab(tab, order, current, snapshot, takenIds));
  const dashboard = placeDashboard(current, takenIds);
  const columnsFor = (tab: TabId) => placed.find((place) => place.tab === tab)?.columns ?? {};
  const lists = listRanges(columnsFor('people'), columnsFor('settings'));
  const { settings } = readSettings(
    snapshot.grids.find(({ title }) => title === TABS.settings.title),
    [],
  );
  const keepers = mailsOf(snapshot, '整改办');
  const requests = [
    ...dashboard,
    ...placed.flatMap((place) => [
      ...place.requests,
      ...columnRequests(place, lists),
      ...(place.tab === 'settings' ? settingRequests(place.sheetId, place.columns, place.grid) : []),
      ...protectionRequests(place, keepers),
      ...conditionalRequests(place, settings.soonDays ?? 7),
    ]),
    ...namedRangeRequests(current, placed),
    ...versionRequests(current),
    ...blankFirstSheet(current, snapshot),
  ];
  return {
    requests,
    summary: {
      created: placed.filter(({ isNew }) => isNew).map(({ tab }) => TABS[tab].title),
      addedColumns: placed.flatMap(({ tab, isNew, added }) =>
        isNew ? [] : added.map(([, column]) => `${TABS[tab].title}·${column.header}`),
      ),
      migratedFrom: snapshot.version,
      version: SCHEMA_VERSION,
    },
  };
}

function placeTab(tab: TabId, order: number, current: Spreadsheet, snapshot: Snapshot, takenIds: Set<number>): Placed {
  const { title, columns, frozenColumns } = TABS[tab];
  const steps = migrationsFrom(snapshot.version ?? 0);
  const sheets = current.sheets ?? [];
  const titles = [title, ...steps.flatMap(({ tabs }) => tabs[tab] ?? [])];
  const found = titles
    .map((name) => sheets.find((sheet) => sheet.properties?.title === name))
    .find((sheet) => sheet !== undefined);
  if (found === undefined) {
    const sheetId = freeId(takenIds);
    const width = Object.keys(columns).length;
    const properties = {
      sheetId,
      title,
      index: order + 1,
      gridProperties: { rowCount: NEW_ROWS, columnCount: width, frozenRowCount: 1, frozenColumnCount: frozenColumns },
    };
    const positions: Positions = Object.fromEntries(Object.keys(columns).map((id, at) => [id, at]));
    return {
      tab,
      sheetId,
      isNew: true,
      rowCount: NEW_ROWS,
      sheet: undefined,
      grid: undefined,
      columns: positions,
      added: columnsOf<TabId>(tab),
      requests: [{ addSheet: { properties } }],
    };
  }
  const sheetId = found.properties?.sheetId ?? 0;
  const oldTitle = found.properties?.title ?? title;
  const grid = snapshot.grids.find((candidate) => candidate.title === oldTitle);
  const requests: Request[] = [];
  if (oldTitle !== title) requests.push({ updateSheetProperties: { properties: { sheetId, title }, fields: 'title' } });
  const header = renamed(tab, grid?.values[0] ?? [], snapshot.version ?? 0);
  const positions: Positions = { ...locateColumns(tab, header) };
  const added = columnsOf<TabId>(tab).filter(([id]) => positions[id] === undefined);
  const used = Math.max(header.length, ...(grid?.values.map((cells) => cells.length) ?? [0]));
  added.forEach(([id], at) => {
    positions[id] = used + at;
  });
  const columnCount = found.properties?.gridProperties?.columnCount ?? 0;
  const missing = used + added.length - columnCount;
  if (added.length > 0 && missing > 0) {
    requests.push({ appendDimension: { sheetId, dimension: 'COLUMNS', length: missing } });
  }
  if (snapshot.version === null) {
    const gridProperties = { frozenRowCount: 1 };
    requests.push({
      updateSheetProperties: { properties: { sheetId, gridProperties }, fields: 'gridProperties.frozenRowCount' },
    });
  }
  const rowCount = found.properties?.gridProperties?.rowCount ?? NEW_ROWS;
  return { tab, sheetId, isNew: false, rowCount, sheet: found, grid, columns: positions, added, requests };
}

/** The header row with the old names of migrated columns replaced by the present ones. */
function renamed(tab: TabId, header: readonly CellValue[], version: number): CellValue[] {
  const present = new Set(header.map((cell) => String(cell ?? '').trim()));
  const names = new Map<string, string>();
  for (const { columns } of migrationsFrom(version)) {
    for (const [id, column] of columnsOf<TabId>(tab)) {
      const old = (columns[tab]?.[id] ?? []).find((name) => present.has(name) && !names.has(name));
      if (old !== undefined && !present.has(column.header)) names.set(old, column.header);
    }
  }
  return header.map((cell) => names.get(String(cell ?? '').trim()) ?? cell);
}

function placeDashboard(current: Spreadsheet, takenIds: Set<number>): Request[] {
  if ((current.sheets ?? []).some((sheet) => sheet.properties?.title === DASHBOARD_TITLE)) return [];
  const gridProperties = { rowCount: 200, columnCount: DASHBOARD_COLUMNS, frozenRowCount: 1, hideGridlines: true };
  const sheetId = freeId(takenIds);
  const properties = { sheetId, title: DASHBOARD_TITLE, index: 0, gridProperties };
  return [{ addSheet: { properties } }];
}

function columnRequests({ tab, sheetId, columns, added, rowCount }: Placed, lists: ListRanges): Request[] {
  const headers = columnsOf<TabId>(tab).flatMap(([id, column]): Request[] => {
    const at = columns[id];
    if (at === undefined) return [];
    const start = { sheetId, rowIndex: 0, columnIndex: at };
    return [{ updateCells: { start, rows: [{ values: [headerCell(column)] }], fields: HEADER_FIELDS } }];
  });
  const widths = added.flatMap(([id, column]): Request[] => {
    const at = columns[id];
    if (at === undefined) return [];
    const range = { sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 };
    return [{ updateDimensionProperties: { range, properties: { pixelSize: column.width }, fields: 'pixelSize' } }];
  });
  return [...headers, ...widths, ...formatRequests(tab, sheetId, columns, { from: 1, to: rowCount }, lists)];
}

function protectionRequests({ tab, sheetId, sheet, columns }: Placed, keepers: readonly string[]): Request[] {
  const present = (sheet?.protectedRanges ?? []).filter(isOurProtection);
  const wanted = protections(tab, sheetId, columns, keepers);
  const isKept = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);
  const essence = (range: GoogleAppsScript.Sheets.Schema.ProtectedRange) => ({
    description: range.description,
    place: [
      range.range?.startRowIndex,
      range.range?.endRowIndex,
      range.range?.startColumnIndex,
      range.range?.endColumnIndex,
    ].map((n) => n ?? null),
    warningOnly: range.warningOnly ?? false,
    // Google adds whoever sets the protection; only a keeper who is missing asks for a change
    keepers: range.warningOnly ? [] : keepers.filter((mail) => (range.editors?.users ?? []).includes(mail)),
  });
  const kept = present.filter((range) => wanted.some((want) => isKept(essence(want), essence(range))));
  const stale = present.filter((range) => !kept.includes(range));
  const missing = wanted.filter((want) => !kept.some((range) => isKept(essence(want), essence(range))));
  return [
    ...stale.map(({ protectedRangeId }): Request => ({ deleteProtectedRange: { protectedRangeId } })),
    ...missing.map((protectedRange): Request => ({ addProtectedRange: { protectedRange } })),
  ];
}

function conditionalRequests({ tab, sheetId, sheet, columns }: Placed, soonDays: number): Request[] {
  const present = sheet?.conditionalFormats ?? [];
  const ours = present.flatMap((rule, index) => (isOurFormat(rule) ? [{ rule, index }] : []));
  const wanted = conditionalFormats(tab, sheetId, columns, soonDays);
  const conditions = (rules: typeof wanted) =>
    JSON.stringify(
      rules.map(({ booleanRule, ranges }) => [
        booleanRule?.condition?.values,
        (ranges ?? []).map((range) => range.startColumnIndex ?? 0),
      ]),
    );
  if (conditions(ours.map(({ rule }) => rule)) === conditions(wanted)) return [];
  return [
    ...[...ours].reverse().map(({ index }): Request => ({ deleteConditionalFormatRule: { sheetId, index } })),
    ...wanted.map((rule, index): Request => ({ addConditionalFormatRule: { rule, index } })),
  ];
}

const NAMED: readonly { name: string; tab: TabId; column: string }[] = [
  { name: 'ledger_people', tab: 'people', column: 'name' },
  { name: 'ledger_settings', tab: 'settings', column: 'value' },
  { name: 'ledger_aspects', tab: 'settings', column: 'aspects' },
  { name: 'ledger_groups', tab: 'settings', column: 'groups' },
  { name: 'ledger_departments', tab: 'settings', column: 'departments' },
  { name: 'ledger_issue_states', tab: 'issues', column: 'state' },
  { name: 'ledger_issue_deadlines', tab: 'issues', column: 'deadline' },
];

function namedRangeRequests(current: Spreadsheet, placed: readonly Placed[]): Request[] {
  const present = new Set((current.namedRanges ?? []).map(({ name }) => name));
  return NAMED.flatMap(({ name, tab, column }): Request[] => {
    const place = placed.find((candidate) => candidate.tab === tab);
    const at = place?.columns[column];
    if (present.has(name) || place === undefined || at === undefined) return [];
    const range = { sheetId: place.sheetId, startRowIndex: 1, startColumnIndex: at, endColumnIndex: at + 1 };
    return [{ addNamedRange: { namedRange: { name, range } } }];
  });
}

function versionRequests({ developerMetadata }: Spreadsheet): Request[] {
  const present = (developerMetadata ?? []).find(({ metadataKey }) => metadataKey === VERSION_KEY);
  const metadataValue = String(SCHEMA_VERSION);
  if (present?.metadataValue === metadataValue) return [];
  if (present?.metadataId !== undefined) {
    const dataFilters = [{ developerMetadataLookup: { metadataId: present.metadataId } }];
    return [
      { updateDeveloperMetadata: { dataFilters, developerMetadata: { metadataValue }, fields: 'metadataValue' } },
    ];
  }
  const developerMetadata_ = {
    metadataKey: VERSION_KEY,
    metadataValue,
    location: { spreadsheet: true },
    visibility: 'DOCUMENT',
  };
  return [{ createDeveloperMetadata: { developerMetadata: developerMetadata_ } }];
}

/** A new file's one empty sheet goes, once the ledger's own tabs stand; a sheet with anything in it stays. */
function blankFirstSheet({ sheets = [] }: Spreadsheet, snapshot: Snapshot): Request[] {
  const [only] = sheets;
  const sheetId = only?.properties?.sheetId;
  const grid = snapshot.grids.find(({ title }) => title === only?.properties?.title);
  const known = [DASHBOARD_TITLE, ...TAB_ORDER.map((tab): string => TABS[tab].title)];
  const empty = (grid?.values ?? []).every((cells) => cells.every(isBlank));
  if (sheets.length !== 1 || sheetId === undefined || !empty || known.includes(only?.properties?.title ?? ''))
    return [];
  return [{ deleteSheet: { sheetId } }];
}

function mailsOf(snapshot: Snapshot, role: string): string[] {
  const grid = snapshot.grids.find(({ title }) => title === TABS.people.title);
  const columns = locateColumns('people', grid?.values[0] ?? []);
  const { mail, role: roleAt } = columns;
  if (grid === undefined || mail === undefined || roleAt === undefined) return [];
  return grid.values
    .slice(1)
    .filter((cells) => cells[roleAt] === role)
    .map((cells) => String(cells[mail] ?? '').trim())
    .filter((address, at, all) => address.includes('@') && all.indexOf(address) === at);
}

function freeId(taken: Set<number>): number {
  let id = 1001;
  while (taken.has(id)) id += 1;
  taken.add(id);
  return id;
}
