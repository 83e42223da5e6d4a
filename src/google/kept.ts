/**
 * What the program made on the sheets besides cells: ids of filter views, charts and slicers, remembered in one developer
 * metadata of the file. The API gives such objects no metadata of their own, and titles and places are the people's to
 * change; a new object's id, though, may be chosen, so that object and memory are written in one call.
 */
import { dictionary, list, object, text, whole } from '../app/shape';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;

const KEY = 'rectification-ledger.objects';

export interface Kept {
  /** filterViewId by the view's key. */
  views: Record<string, number>;
  /** By the chart's id in the program: chartId, row and column the program put it at. */
  charts: Record<string, number[]>;
  /** By column; kept when a person removes the slicer, so that it is made once only. */
  slicers: Record<string, number>;
  /** Sheet and column widths 看板 was last given. */
  widths: string;
}

const KEPT = object({
  views: dictionary(whole),
  charts: dictionary(list(whole)),
  slicers: dictionary(whole),
  widths: text,
});

export function keptIn(spreadsheet: Spreadsheet): Kept {
  const nothing: Kept = { views: {}, charts: {}, slicers: {}, widths: '' };
  try {
    const read = KEPT(JSON.parse(itemIn(spreadsheet)?.metadataValue ?? ''), KEY);
    return 'value' in read ? read.value : nothing;
  } catch {
    return nothing;
  }
}

/** Writes the memory when it changed. At 30,000 characters a file it holds some 800 views. */
export function keptRequests(spreadsheet: Spreadsheet, kept: Kept): Request[] {
  const metadataValue = JSON.stringify(kept);
  const present = itemIn(spreadsheet);
  if (present?.metadataValue === metadataValue || JSON.stringify(keptIn(spreadsheet)) === metadataValue) return [];
  if (present?.metadataId !== undefined) {
    const dataFilters = [{ developerMetadataLookup: { metadataId: present.metadataId } }];
    return [
      { updateDeveloperMetadata: { dataFilters, developerMetadata: { metadataValue }, fields: 'metadataValue' } },
    ];
  }
  const location = { spreadsheet: true };
  const developerMetadata = { metadataKey: KEY, metadataValue, location, visibility: 'DOCUMENT' };
  return [{ createDeveloperMetadata: { developerMetadata } }];
}

function itemIn({ developerMetadata = [] }: Spreadsheet) {
  return developerMetadata.find(({ metadataKey }) => metadataKey === KEY);
}

/** A free id, the same for the same name as long as nobody else has it, so that old links open the new object. */
export function idFor(name: string, taken: ReadonlySet<number>): number {
  let id = 1;
  for (let at = 0; at < name.length; at += 1) id = (id * 31 + name.charCodeAt(at)) % 2_000_000_011;
  while (taken.has(id)) id += 1;
  return id;
}
