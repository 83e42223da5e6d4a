/**
 * What changed since a store was last written, one line a change, flushed before anybody is told it is saved: writing the
 * whole store takes longer than a person who types should wait. The journal names the store it goes with, so that one
 * left over from before is not taken for new.
 */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import type { sheets_v4 } from '@googleapis/sheets';
import type { InstalledTrigger } from '../host';
import { isObject } from './result';

type Spreadsheet = sheets_v4.Schema$Spreadsheet;
type Sheet = sheets_v4.Schema$Sheet;
type Row = sheets_v4.Schema$RowData;

export interface Contents {
  spreadsheet: Spreadsheet;
  properties: Record<string, string>;
  triggers?: readonly InstalledTrigger[];
}

/** With what a holder may leave to the store as it stands. */
export interface WholeContents extends Contents {
  documentProperties?: Record<string, string>;
}

interface SheetChange {
  id: number;
  /** The sheet without its grid; left out when only rows changed. */
  sheet?: Sheet;
  /** The grid without its rows; null where the sheet has none. */
  grid?: sheets_v4.Schema$GridData | null;
  /** Null where the grid has no list of rows. */
  rowCount: number | null;
  rows: [number, Row][];
}

/** What makes the contents before into those after. */
export interface Change {
  /** The workbook without its sheets. */
  book?: Spreadsheet;
  properties?: Record<string, string>;
  documentProperties?: Record<string, string>;
  triggers?: readonly InstalledTrigger[];
  /** Ids of all sheets, in order. */
  order: number[];
  sheets: SheetChange[];
}

const KIND = 'rectification-ledger-journal';

export const journalOf = (file: string): string => `${file}.journal`;

const idOf = (sheet: Sheet): number => sheet.properties?.sheetId ?? 0;

function isSame<T extends object>(a: T, b: T, without: string): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  names.delete(without);
  return [...names].every((name) => Reflect.get(a, name) === Reflect.get(b, name));
}

/** Contents are never changed in place, so what is the same object is unchanged. */
export function changeBetween(before: WholeContents, after: WholeContents): Change {
  const known = new Map((before.spreadsheet.sheets ?? []).map((sheet) => [idOf(sheet), sheet]));
  const sheets = after.spreadsheet.sheets ?? [];
  const change: Change = {
    order: sheets.map(idOf),
    sheets: sheets.flatMap((sheet) => {
      const old = known.get(idOf(sheet));
      return old === sheet ? [] : [sheetChange(old, sheet)];
    }),
  };
  if (!isSame(before.spreadsheet, after.spreadsheet, 'sheets')) {
    const { sheets: _sheets, ...book } = after.spreadsheet;
    change.book = book;
  }
  if (JSON.stringify(before.properties) !== JSON.stringify(after.properties)) change.properties = after.properties;
  const { documentProperties } = after;
  if (documentProperties && JSON.stringify(before.documentProperties ?? {}) !== JSON.stringify(documentProperties))
    change.documentProperties = documentProperties;
  if (JSON.stringify(before.triggers ?? []) !== JSON.stringify(after.triggers ?? []))
    change.triggers = after.triggers ?? [];
  return change;
}

function sheetChange(old: Sheet | undefined, sheet: Sheet): SheetChange {
  const { data, ...rest } = sheet;
  const { rowData, ...grid } = data?.[0] ?? {};
  const oldGrid = old?.data?.[0];
  const rows = (rowData ?? []).flatMap((row, at): [number, Row][] =>
    row === oldGrid?.rowData?.[at] ? [] : [[at, row]],
  );
  const change: SheetChange = { id: idOf(sheet), rowCount: rowData?.length ?? null, rows };
  if (!old || !isSame(old, sheet, 'data')) change.sheet = rest;
  if (!data?.[0]) change.grid = null;
  else if (!oldGrid || !isSame(oldGrid, data[0], 'rowData')) change.grid = grid;
  return change;
}

function changed(contents: WholeContents, change: Change): WholeContents {
  const { spreadsheet, properties } = contents;
  const known = new Map((spreadsheet.sheets ?? []).map((sheet) => [idOf(sheet), sheet]));
  for (const { id, sheet, grid, rowCount, rows } of change.sheets) {
    const old = known.get(id);
    const { data, ...rest } = old ?? {};
    const { rowData = [], ...oldGrid } = data?.[0] ?? {};
    const next = Array.from({ length: rowCount ?? 0 }, (_none, at) => rowData[at] ?? {});
    for (const [at, row] of rows) next[at] = row;
    const now: Sheet = { ...(sheet ?? rest) };
    if (grid !== null) now.data = [{ ...(grid ?? oldGrid), ...(rowCount === null ? {} : { rowData: next }) }];
    known.set(id, now);
  }
  const triggers = change.triggers ?? contents.triggers;
  const documentProperties = change.documentProperties ?? contents.documentProperties;
  return {
    spreadsheet: { ...(change.book ?? spreadsheet), sheets: change.order.map((id) => known.get(id) ?? {}) },
    properties: change.properties ?? properties,
    ...(documentProperties ? { documentProperties } : {}),
    ...(triggers ? { triggers } : {}),
  };
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const line = (value: unknown): string => {
  const json = JSON.stringify(value);
  return `${digest(json).slice(0, 16)} ${json}\n`;
};

/** The value of a whole line; undefined for one broken off. */
function lineValue(text: string): unknown {
  const json = text.slice(17);
  return digest(json).slice(0, 16) === text.slice(0, 16) ? JSON.parse(json) : undefined;
}

function isChange(value: unknown): value is Change {
  return isObject(value) && Array.isArray(value.order) && Array.isArray(value.sheets);
}

/** The contents with the journal beside the store applied; the same object when there is none that goes with `text`. */
export function withJournal(file: string, text: string, contents: WholeContents): WholeContents {
  let lines: string[];
  try {
    lines = readFileSync(journalOf(file), 'utf8').split('\n');
  } catch {
    return contents;
  }
  const head = lineValue(lines[0] ?? '');
  if (!isObject(head) || head.kind !== KIND || head.store !== digest(text)) return contents;
  let now = contents;
  for (const one of lines.slice(1)) {
    const change = lineValue(one);
    // a last line broken off was never answered for
    if (!isChange(change)) break;
    now = changed(now, change);
  }
  return now;
}

/** Appends to the journal of a store as it was last written. */
export class Journal {
  readonly #file: string;
  readonly #head: string;
  #handle: number | undefined;
  /** Bytes in the journal. */
  size = 0;

  /** @param text the text of the store as it stands on disk */
  constructor(file: string, text: string) {
    this.#file = journalOf(file);
    this.#head = line({ kind: KIND, store: digest(text) });
  }

  /** Returns when the change is on disk. @throws the file system's error; the line is then not to be relied on */
  append(change: Change): void {
    const first = this.#handle === undefined;
    // what stood here belongs to an older store, which holds it all
    this.#handle ??= openSync(this.#file, 'w', 0o600);
    const bytes = Buffer.from(`${first ? this.#head : ''}${line(change)}`);
    let at = 0;
    while (at < bytes.length) at += writeSync(this.#handle, bytes, at);
    fsyncSync(this.#handle);
    this.size += bytes.length;
  }

  /** To be called once the store holds everything. */
  discard(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
    this.size = 0;
    rmSync(this.#file, { force: true });
  }
}
