/** The store as text: the workbook without loss, and whatever else the file carries. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { InstalledTrigger } from '../host';
import { canonicalJson } from './canonical';
import { type Look, LookTable } from './looks';
import { isObject, messageOf } from './result';
import { rowsOf, rowsText } from './storedCells';

export type Spreadsheet = sheets_v4.Schema$Spreadsheet;

export interface Store {
  /** The workbook, shaped like the Sheets API v4 resource. */
  spreadsheet: Spreadsheet;
  /** Script properties. */
  properties: Record<string, string>;
  /** Document properties; none when left out. */
  documentProperties?: Record<string, string>;
  /** The script's installed triggers; none when left out. */
  triggers?: readonly InstalledTrigger[];
  /** Mail of the file's owner. */
  owner: string;
  /** Fields of the file this program does not know: kept as they are. */
  extra: Record<string, unknown>;
}

export const STORE_KIND = 'rectification-ledger-store';
export const STORE_VERSION = 1;
const OWN_FIELDS: ReadonlySet<string> = new Set([
  'kind',
  'version',
  'owner',
  'properties',
  'documentProperties',
  'triggers',
  'spreadsheet',
  'looks',
  'sheets',
]);

/** Runs of equal items as [count, item]. */
function runs(items: readonly unknown[]): [number, unknown][] {
  const out: [number, unknown][] = [];
  let before: string | undefined;
  for (const item of items) {
    const text = canonicalJson(item ?? null);
    const last = out[out.length - 1];
    if (last && text === before) last[0] += 1;
    else out.push([1, item ?? null]);
    before = text;
  }
  return out;
}

function unrun(stored: unknown): sheets_v4.Schema$DimensionProperties[] {
  if (!Array.isArray(stored)) throw new RangeError('metadata');
  return stored.flatMap((run: unknown) => {
    if (!Array.isArray(run) || typeof run[0] !== 'number' || !isObject(run[1])) throw new RangeError('metadata');
    const item = run[1];
    return Array.from({ length: run[0] }, () => ({ ...item }));
  });
}

function gridText(grid: sheets_v4.Schema$GridData, table: LookTable): string {
  const { rowData, rowMetadata, columnMetadata, ...rest } = grid;
  const parts = [`"grid":${canonicalJson(rest)}`];
  if (columnMetadata) parts.push(`"columns":${canonicalJson(runs(columnMetadata))}`);
  if (rowMetadata) parts.push(`"rows":${canonicalJson(runs(rowMetadata))}`);
  if (rowData) parts.push(`"cells":${rowsText(rowData, table)}`);
  return `{${parts.join(',')}}`;
}

function gridOf(stored: unknown, looks: readonly Look[]): sheets_v4.Schema$GridData {
  if (!isObject(stored) || !isObject(stored.grid)) throw new RangeError('grid');
  const grid: sheets_v4.Schema$GridData = { ...stored.grid };
  if (stored.columns !== undefined) grid.columnMetadata = unrun(stored.columns);
  if (stored.rows !== undefined) grid.rowMetadata = unrun(stored.rows);
  if (stored.cells !== undefined) grid.rowData = rowsOf(stored.cells, looks);
  return grid;
}

/** The text of the store. The same store gives the same text. */
export function storeText(store: Store): string {
  const table = new LookTable();
  const { sheets, ...workbook } = store.spreadsheet;
  const sheetTexts = sheets?.map(({ data, ...sheet }) => {
    const grids = data ? `,"data":[${data.map((grid) => gridText(grid, table)).join(',\n')}]` : '';
    return `{"sheet":${canonicalJson(sheet)}${grids}}`;
  });
  const head = { kind: STORE_KIND, version: STORE_VERSION, owner: store.owner };
  const parts = [
    // The kind stands first: it tells a store cut off from another file.
    JSON.stringify(head).slice(1, -1),
    `"properties":${canonicalJson(store.properties)}`,
    ...(Object.keys(store.documentProperties ?? {}).length
      ? [`"documentProperties":${canonicalJson(store.documentProperties)}`]
      : []),
    ...(store.triggers?.length ? [`"triggers":${canonicalJson(store.triggers)}`] : []),
    ...Object.entries(store.extra)
      .filter(([name, value]) => !OWN_FIELDS.has(name) && value !== undefined)
      .map(([name, value]) => `${canonicalJson(name)}:${canonicalJson(value)}`),
    `"spreadsheet":${canonicalJson(workbook)}`,
    `"looks":[\n${table.looks.map((look) => canonicalJson(look)).join(',\n')}\n]`,
    ...(sheetTexts ? [`"sheets":[\n${sheetTexts.join(',\n')}\n]`] : []),
  ];
  return `{${parts.join(',\n')}}\n`;
}

/** Why a text is no store: it stops short, is of another kind, of a later version, or holds what no store holds. */
export type StoreFlaw =
  | { flaw: 'cut-off' }
  | { flaw: 'other-kind' }
  | { flaw: 'later-version'; version: number }
  | { flaw: 'damaged'; where: string };

/** The store in the text, or the flaw. */
export function parseStore(text: string): { store: Store } | StoreFlaw {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const opening = `{"kind":"${STORE_KIND}"`;
    const ours = text.startsWith(opening) || opening.startsWith(text.trim());
    return { flaw: ours ? 'cut-off' : 'other-kind' };
  }
  if (!isObject(json) || json.kind !== STORE_KIND) return { flaw: 'other-kind' };
  if (typeof json.version !== 'number') return { flaw: 'damaged', where: 'version' };
  if (json.version > STORE_VERSION) return { flaw: 'later-version', version: json.version };
  try {
    return { store: storeOf(json) };
  } catch (thrown) {
    return { flaw: 'damaged', where: messageOf(thrown) };
  }
}

function isTrigger(value: unknown): value is InstalledTrigger {
  return (
    isObject(value) &&
    [value.id, value.maker, value.handler].every((text) => typeof text === 'string') &&
    (value.event === 'ON_EDIT' || value.event === 'CLOCK') &&
    (value.clock === undefined || isObject(value.clock)) &&
    (value.fired === undefined || value.fired === true)
  );
}

function textsOf(stored: unknown, where: string): Record<string, string> {
  if (!isObject(stored)) throw new RangeError(where);
  const texts = Object.entries(stored).map(([name, value]): [string, string] => {
    if (typeof value !== 'string') throw new RangeError(`${where}.${name}`);
    return [name, value];
  });
  return Object.fromEntries(texts);
}

function storeOf(json: Record<string, unknown>): Store {
  const { owner, properties, documentProperties, triggers, spreadsheet, looks, sheets } = json;
  if (typeof owner !== 'string') throw new RangeError('owner');
  if (triggers !== undefined && !(Array.isArray(triggers) && triggers.every(isTrigger)))
    throw new RangeError('triggers');
  if (!isObject(spreadsheet)) throw new RangeError('spreadsheet');
  if (!Array.isArray(looks) || !looks.every(isObject)) throw new RangeError('looks');
  const workbook: Spreadsheet = { ...spreadsheet };
  if (sheets !== undefined) {
    if (!Array.isArray(sheets)) throw new RangeError('sheets');
    workbook.sheets = sheets.map((one: unknown) => {
      if (!isObject(one) || !isObject(one.sheet)) throw new RangeError('sheet');
      const sheet: sheets_v4.Schema$Sheet = { ...one.sheet };
      if (Array.isArray(one.data)) sheet.data = one.data.map((grid) => gridOf(grid, looks));
      return sheet;
    });
  }
  const extra = Object.fromEntries(Object.entries(json).filter(([name]) => !OWN_FIELDS.has(name)));
  return {
    spreadsheet: workbook,
    properties: textsOf(properties, 'properties'),
    ...(documentProperties === undefined
      ? {}
      : { documentProperties: textsOf(documentProperties, 'documentProperties') }),
    ...(triggers === undefined ? {} : { triggers }),
    owner,
    extra,
  };
}
