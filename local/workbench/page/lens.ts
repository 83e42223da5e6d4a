/**
 * A tab as a filter view or slicers show it: its rows, some of them, in another order. The grid draws such a tab like any
 * other; what a person does there is done to the rows that stand behind.
 */
import type { Choice, SheetView, ValidationView } from '../protocol';
import type { Typed } from './grid/edits';
import { cellKey } from './grid/patch';

export interface Lens {
  choice: Choice;
  /** The row of the workbook behind each row shown. */
  rows: readonly number[];
  /** Where each row of the workbook that is shown stands. */
  places: ReadonlyMap<number, number>;
}

export function lensOf(choice: Choice, rows: readonly number[]): Lens {
  return { choice, rows, places: new Map(rows.map((row, place) => [row, place])) };
}

export function sameRows(lens: Lens | undefined, rows: readonly number[]): boolean {
  return lens !== undefined && lens.rows.length === rows.length && lens.rows.every((row, at) => row === rows[at]);
}

/** The tab as it is drawn. */
export function throughLens(sheet: SheetView, lens: Lens | undefined): SheetView {
  if (!lens) return sheet;
  const rows = lens.rows.map((row) => sheet.rows[row] ?? []);
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  const validations = sheet.validations.flatMap((rule) => rulesThrough(rule, lens));
  return { ...sheet, rowCount: lens.rows.length, rows, validations };
}

/** A drop-down over the runs of rows shown that it covers. */
function rulesThrough(rule: ValidationView, { rows }: Lens): ValidationView[] {
  const runs: ValidationView[] = [];
  rows.forEach((row, place) => {
    if (row < rule.fromRow || row >= rule.toRow) return;
    const last = runs[runs.length - 1];
    if (last?.toRow === place) last.toRow = place + 1;
    else runs.push({ ...rule, fromRow: place, toRow: place + 1 });
  });
  return runs;
}

/** What was typed in rows shown, by the rows of the workbook. */
export function typedBehind(typed: Typed, lens: Lens | undefined): Typed {
  if (!lens) return typed;
  const behind: Typed = new Map();
  for (const [place, line] of typed) {
    const row = lens.rows[place];
    if (row !== undefined) behind.set(row, line);
  }
  return behind;
}

/** Cells of the workbook by where they are shown; those not shown are left out. */
export function keysThrough(keys: ReadonlySet<string>, lens: Lens | undefined): ReadonlySet<string> {
  if (!lens) return keys;
  const shown = new Set<string>();
  for (const key of keys) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const place = lens.places.get(row);
    if (place !== undefined) shown.add(cellKey(place, column));
  }
  return shown;
}
