/** Requests on the file and its sheets: addSheet, deleteSheet, updateSheetProperties, updateSpreadsheetProperties. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../../errors';
import { merge, requiredMask } from '../fieldMask';
import { closedBoxes, PROTECTED_MESSAGE } from '../protection';
import { type Draft, type Sheet, sheetIdOf, sizeOf, titleOf } from '../store';
import { forgetSheet } from './embeddedRanges';
import type { Handlers } from './handler';
import { renameListReferences } from './listReferences';
import { trimGrid } from './trim';

type Properties = sheets_v4.Schema$SheetProperties;

const DEFAULT_GRID = { rowCount: 1000, columnCount: 26 };
const TITLE_CHARACTERS = 100;

/** Sheets keep their order in `index`; it is made anew after every change of order. */
function renumber(draft: Draft): void {
  [...draft.sheets].forEach((one, index) => {
    if (one.properties?.index === index) return;
    const sheet = draft.sheet(sheetIdOf(one));
    sheet.properties = { ...sheet.properties, index };
  });
}

function checkTitle(draft: Draft, title: string, except?: number): void {
  if (title === '') throw new ApiFault('Sheet name cannot be empty.');
  if (title.length > TITLE_CHARACTERS)
    throw new ApiFault(`Sheet name cannot be longer than ${TITLE_CHARACTERS} characters.`);
  const low = title.toLowerCase();
  if (draft.sheets.some((one) => sheetIdOf(one) !== except && titleOf(one).toLowerCase() === low)) {
    throw new ApiFault(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

function checkGrid(properties: Properties): void {
  const grid = properties.gridProperties ?? {};
  const rows = grid.rowCount ?? 0;
  const columns = grid.columnCount ?? 0;
  if (!Number.isInteger(rows) || rows < 1) throw new ApiFault('gridProperties.rowCount must be at least 1.');
  if (!Number.isInteger(columns) || columns < 1) throw new ApiFault('gridProperties.columnCount must be at least 1.');
  const frozenRows = grid.frozenRowCount ?? 0;
  const frozenColumns = grid.frozenColumnCount ?? 0;
  if (frozenRows < 0 || frozenRows >= rows) throw new ApiFault("You can't freeze all rows on the sheet.");
  if (frozenColumns < 0 || frozenColumns >= columns) throw new ApiFault("You can't freeze all columns on the sheet.");
}

function freeTitle(draft: Draft): string {
  const taken = new Set(draft.sheets.map((one) => titleOf(one).toLowerCase()));
  for (let n = draft.sheets.length + 1; ; n++) if (!taken.has(`工作表${n}`)) return `工作表${n}`;
}

function addSheet(draft: Draft, request: sheets_v4.Schema$AddSheetRequest): sheets_v4.Schema$Response {
  const given = request.properties ?? {};
  if (given.sheetType && given.sheetType !== 'GRID')
    throw notImplemented(`addSheet.properties.sheetType ${given.sheetType}`);
  const title = given.title ?? freeTitle(draft);
  checkTitle(draft, title);
  const sheetId = given.sheetId ?? draft.nextId([...draft.sheets.map(sheetIdOf), 1_000_000]);
  if (!Number.isInteger(sheetId) || sheetId < 0) throw new ApiFault('sheetId must not be negative.');
  if (draft.sheets.some((one) => sheetIdOf(one) === sheetId)) {
    throw new ApiFault(`A sheet with id ${sheetId} already exists.`);
  }
  const at = given.index ?? draft.sheets.length;
  if (at < 0 || at > draft.sheets.length) throw new ApiFault(`Invalid index: ${at}`);
  const properties: Properties = {
    ...given,
    sheetId,
    title,
    index: at,
    sheetType: 'GRID',
    gridProperties: { ...DEFAULT_GRID, ...given.gridProperties },
  };
  checkGrid(properties);
  draft.sheets.splice(at, 0, { properties });
  renumber(draft);
  draft.checkCellCount();
  return { addSheet: { properties } };
}

function deleteSheet(draft: Draft, request: sheets_v4.Schema$DeleteSheetRequest): void {
  const sheet = draft.look(request.sheetId);
  if (!draft.sheets.some((one) => one !== sheet && !one.properties?.hidden)) {
    throw new ApiFault("You can't remove all the visible sheets in a document.");
  }
  if (closedBoxes(draft, sheet).length > 0) throw new ApiFault(PROTECTED_MESSAGE);
  draft.sheets.splice(draft.sheets.indexOf(sheet), 1);
  const id = sheetIdOf(sheet);
  const named = draft.spreadsheet.namedRanges;
  if (named) draft.spreadsheet.namedRanges = named.filter((one) => (one.range?.sheetId ?? 0) !== id);
  forgetSheet(draft, id);
  renumber(draft);
}

function move(draft: Draft, sheet: Sheet, to: number): void {
  const from = draft.sheets.indexOf(sheet);
  if (to < 0 || to > draft.sheets.length) throw new ApiFault(`Invalid index: ${to}`);
  draft.sheets.splice(from, 1);
  // the index is counted before the sheet is taken out of its old place
  draft.sheets.splice(to > from ? to - 1 : to, 0, sheet);
}

function updateSheetProperties(draft: Draft, request: sheets_v4.Schema$UpdateSheetPropertiesRequest): void {
  const mask = requiredMask(request.fields, 'SheetProperties');
  const given = request.properties ?? {};
  const id = given.sheetId ?? 0;
  const old = draft.look(id);
  const size = sizeOf(old);
  const properties = merge(old.properties ?? {}, given, mask, ['sheetId', 'sheetType', 'index']);
  if (properties.title !== titleOf(old)) checkTitle(draft, properties.title ?? '', id);
  // a mask of all gridProperties without a row count clears it, and a sheet without rows is refused
  checkGrid(properties);
  if (properties.hidden && !draft.sheets.some((one) => one !== old && !one.properties?.hidden)) {
    throw new ApiFault("You can't hide all the sheets in a document.");
  }
  const sheet = draft.sheet(id);
  const smaller = sizeOf({ properties }).rows < size.rows || sizeOf({ properties }).columns < size.columns;
  if (smaller && closedBoxes(draft, sheet).length > 0) throw new ApiFault(PROTECTED_MESSAGE);
  const oldTitle = titleOf(old);
  sheet.properties = properties;
  if (properties.title !== oldTitle) renameListReferences(draft, sheet, oldTitle);
  if (smaller) trimGrid(draft, sheet);
  if ((mask.has('index') || mask.has('*')) && typeof given.index === 'number') move(draft, sheet, given.index);
  renumber(draft);
  draft.checkCellCount();
}

function updateSpreadsheetProperties(draft: Draft, request: sheets_v4.Schema$UpdateSpreadsheetPropertiesRequest): void {
  const mask = requiredMask(request.fields, 'SpreadsheetProperties');
  if (mask.has('spreadsheetTheme')) throw notImplemented('updateSpreadsheetProperties.properties.spreadsheetTheme');
  const properties = merge(draft.spreadsheet.properties ?? {}, request.properties, mask, ['defaultFormat']);
  if (!properties.title) throw new ApiFault('Spreadsheet title cannot be empty.');
  if (properties.timeZone) {
    try {
      new Intl.DateTimeFormat('en-US', { timeZone: properties.timeZone });
    } catch {
      throw new ApiFault(`Invalid time zone: ${properties.timeZone}`);
    }
  }
  draft.spreadsheet.properties = properties;
}

export const sheetRequests: Handlers = {
  addSheet,
  deleteSheet: (draft, request) => void deleteSheet(draft, request),
  updateSheetProperties: (draft, request) => void updateSheetProperties(draft, request),
  updateSpreadsheetProperties: (draft, request) => void updateSpreadsheetProperties(draft, request),
};
