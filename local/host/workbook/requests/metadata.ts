/** Requests on developer metadata of the file, a sheet, a row or a column. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../../errors';
import type { Axis } from '../box';
import { merge, requiredMask } from '../fieldMask';
import { type Draft, type Sheet, type Spreadsheet, sheetIdOf, sizeOf } from '../store';
import type { Handlers } from './handler';

type Metadata = sheets_v4.Schema$DeveloperMetadata;
type Location = sheets_v4.Schema$DeveloperMetadataLocation;

/** Every piece of metadata of the file, with its location as Google answers it. */
export function allMetadata(spreadsheet: Spreadsheet): Metadata[] {
  const out: Metadata[] = [...(spreadsheet.developerMetadata ?? [])];
  for (const sheet of spreadsheet.sheets ?? []) {
    out.push(...(sheet.developerMetadata ?? []));
    const grid = sheet.data?.[0];
    for (const axis of ['ROWS', 'COLUMNS'] as const) {
      const dimensions = axis === 'ROWS' ? grid?.rowMetadata : grid?.columnMetadata;
      dimensions?.forEach((one, i) => {
        for (const item of one.developerMetadata ?? [])
          out.push({ ...item, location: dimensionLocation(sheet, axis, i) });
      });
    }
  }
  return out;
}

function dimensionLocation(sheet: Sheet, axis: Axis, index: number): Location {
  return {
    locationType: axis === 'ROWS' ? 'ROW' : 'COLUMN',
    dimensionRange: { sheetId: sheetIdOf(sheet), dimension: axis, startIndex: index, endIndex: index + 1 },
  };
}

/** Where the metadata goes: a list on the file, on a sheet, or on one row or column. */
function put(draft: Draft, location: Location, change: (list: Metadata[]) => Metadata[]): void {
  if (location.spreadsheet) {
    draft.spreadsheet.developerMetadata = change(draft.spreadsheet.developerMetadata ?? []);
    return;
  }
  if (location.dimensionRange) {
    const { sheetId, dimension, startIndex } = location.dimensionRange;
    const grid = draft.grid(sheetId);
    const dimensions = draft.ownList(dimension === 'ROWS' ? grid.rowMetadata : grid.columnMetadata);
    const at = startIndex ?? 0;
    while (dimensions.length <= at) dimensions.push({});
    dimensions[at] = { ...dimensions[at], developerMetadata: change(dimensions[at]?.developerMetadata ?? []) };
    if (dimension === 'ROWS') grid.rowMetadata = dimensions;
    else grid.columnMetadata = dimensions;
    return;
  }
  const sheet = draft.sheet(location.sheetId);
  sheet.developerMetadata = change(sheet.developerMetadata ?? []);
}

function located(draft: Draft, location: Location | undefined): Location {
  const ways = [location?.spreadsheet, location?.dimensionRange, location?.sheetId].filter(
    (way) => way !== undefined && way !== null,
  );
  if (!location || ways.length !== 1) throw new ApiFault('Exactly one developerMetadata.location must be set.');
  if (location.spreadsheet) return { locationType: 'SPREADSHEET', spreadsheet: true };
  const range = location.dimensionRange;
  if (!range) {
    draft.look(location.sheetId);
    return { locationType: 'SHEET', sheetId: location.sheetId ?? 0 };
  }
  const sheet = draft.look(range.sheetId);
  const axis = range.dimension === 'COLUMNS' ? 'COLUMNS' : 'ROWS';
  const size = sizeOf(sheet);
  const start = range.startIndex ?? 0;
  const length = axis === 'ROWS' ? size.rows : size.columns;
  if (range.endIndex !== start + 1 || start < 0 || start >= length) {
    throw new ApiFault('dimensionRange must represent a single row or column of the grid.');
  }
  return dimensionLocation(sheet, axis, start);
}

function create(draft: Draft, request: sheets_v4.Schema$CreateDeveloperMetadataRequest): sheets_v4.Schema$Response {
  const given = request.developerMetadata ?? {};
  if (!given.metadataKey) throw new ApiFault('developerMetadata.metadataKey must be set.');
  if (given.visibility !== 'DOCUMENT' && given.visibility !== 'PROJECT') {
    throw new ApiFault('developerMetadata.visibility must be specified.');
  }
  const used = allMetadata(draft.spreadsheet).map((one) => one.metadataId);
  const metadataId = given.metadataId ?? draft.nextId(used);
  if (used.includes(metadataId)) throw new ApiFault(`Developer metadata with id ${metadataId} already exists.`);
  const location = located(draft, given.location);
  const developerMetadata: Metadata = { ...given, metadataId, location };
  put(draft, location, (list) => [...list, developerMetadata]);
  return { createDeveloperMetadata: { developerMetadata } };
}

function matches(filter: sheets_v4.Schema$DataFilter | undefined): (item: Metadata) => boolean {
  const lookup = filter?.developerMetadataLookup;
  if (!lookup) throw notImplemented('a dataFilter other than developerMetadataLookup');
  if (lookup.metadataLocation || lookup.locationMatchingStrategy)
    throw notImplemented('developerMetadataLookup.metadataLocation');
  const same = <T>(asked: T | null | undefined, has: T | null | undefined): boolean =>
    asked === undefined || asked === null || asked === has;
  return (item) =>
    same(lookup.metadataId, item.metadataId) &&
    same(lookup.metadataKey, item.metadataKey) &&
    same(lookup.metadataValue, item.metadataValue) &&
    same(lookup.visibility, item.visibility) &&
    same(lookup.locationType, item.location?.locationType);
}

function update(draft: Draft, request: sheets_v4.Schema$UpdateDeveloperMetadataRequest): sheets_v4.Schema$Response {
  const mask = requiredMask(request.fields, 'DeveloperMetadata');
  const tests = (request.dataFilters ?? []).map(matches);
  if (tests.length === 0) throw new ApiFault('dataFilters must not be empty.');
  const found = allMetadata(draft.spreadsheet).filter((item) => tests.some((test) => test(item)));
  if (found.length === 0) throw new ApiFault('No developer metadata matched the data filters.');
  const done = found.map((item) => {
    const next = merge(item, request.developerMetadata, mask, ['metadataId']);
    const location = located(draft, next.location);
    const changed: Metadata = { ...next, location };
    put(draft, item.location ?? {}, (list) => list.filter((one) => one.metadataId !== item.metadataId));
    put(draft, location, (list) => [...list, changed]);
    return changed;
  });
  return { updateDeveloperMetadata: { developerMetadata: done } };
}

function remove(draft: Draft, request: sheets_v4.Schema$DeleteDeveloperMetadataRequest): sheets_v4.Schema$Response {
  const gone = allMetadata(draft.spreadsheet).filter(matches(request.dataFilter));
  for (const item of gone)
    put(draft, item.location ?? {}, (list) => list.filter((one) => one.metadataId !== item.metadataId));
  return { deleteDeveloperMetadata: { deletedDeveloperMetadata: gone } };
}

export const metadataRequests: Handlers = {
  createDeveloperMetadata: create,
  updateDeveloperMetadata: update,
  deleteDeveloperMetadata: remove,
};
