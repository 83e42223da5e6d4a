/** What must be written into the drawn sheet so that it shows another state of the same tab. */
import type { CellView, SheetView, StyleView } from '../../protocol';
import { noteId, noteOf, type UniverCell, type UniverNote, univerValue } from './bookToUniver';
import { drawnRows, rowHeight, type UniverStyle, univerStyle } from './look';
import { rulesBetween, type UniverRule } from './rules';

export interface Shown {
  sheet: SheetView;
  styles: readonly StyleView[];
}

/** `f`, `p`, `si` null: whatever Univer made of typed text (a formula, rich text) gives way to the host's value. */
export interface WrittenCell extends Omit<UniverCell, 's'> {
  s: UniverStyle;
  f: null;
  p: null;
  si: null;
}

export interface SheetChange {
  cells: Record<number, Record<number, WrittenCell>>;
  cellCount: number;
  notes: { row: number; column: number; note: UniverNote | null; id: string }[];
  heights: Record<number, number>;
  /** Rows to draw when there are more than before. */
  rows: number | null;
  widths: Record<number, number>;
  /** Drop-downs and checkboxes. */
  rules: { gone: string[]; come: UniverRule[] };
  title: string | null;
  freeze: boolean;
}

/** Tabs whose columns differ are drawn anew instead. */
export function sameShape(before: SheetView, after: SheetView): boolean {
  return before.columnCount === after.columnCount && before.hideGridlines === after.hideGridlines;
}

/** Cells are named by `cellKey`. */
export const cellKey = (row: number, column: number): string => `${row},${column}`;

/**
 * @param dirty cells the page itself changed and that must show the host's state whether it changed or not
 * @param held cells with an edit still on its way, which keep what was typed
 */
export function changeOf(
  before: Shown,
  after: Shown,
  dirty: ReadonlySet<string> = new Set(),
  held: ReadonlySet<string> = new Set(),
): SheetChange {
  const looks = sameStyles(before.styles, after.styles);
  const change: SheetChange = {
    cells: {},
    cellCount: 0,
    notes: [],
    heights: {},
    rows: null,
    widths: {},
    rules: rulesBetween(before.sheet, after.sheet),
    title: before.sheet.title === after.sheet.title ? null : after.sheet.title,
    freeze:
      before.sheet.frozenRows !== after.sheet.frozenRows || before.sheet.frozenColumns !== after.sheet.frozenColumns,
  };
  const drawnBefore = drawnRows(before.sheet);
  const drawn = Math.max(drawnBefore, drawnRows(after.sheet));
  const rows = Math.min(drawn, Math.max(before.sheet.rows.length, after.sheet.rows.length));
  const widthsChanged = compareWidths(before.sheet, after.sheet, change);
  for (let r = 0; r < rows; r += 1) {
    // a row not drawn so far is written whole
    const old = r < drawnBefore ? (before.sheet.rows[r] ?? []) : [];
    const now = after.sheet.rows[r] ?? [];
    const touched = compareRow(r, old, now, looks, after.styles, held, change);
    if (touched || widthsChanged) {
      const height = rowHeight(r, after.sheet, after.styles);
      if (r >= drawnBefore || height !== rowHeight(r, before.sheet, before.styles)) change.heights[r] = height;
    }
  }
  for (const key of dirty) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (held.has(key)) continue;
    put(change, row, column, after.sheet.rows[row]?.[column] ?? null, after.styles);
  }
  if (drawn > drawnBefore) change.rows = drawn;
  return change;
}

function compareRow(
  row: number,
  old: readonly (CellView | null)[],
  now: readonly (CellView | null)[],
  looks: (a: number | undefined, b: number | undefined) => boolean,
  styles: readonly StyleView[],
  held: ReadonlySet<string>,
  change: SheetChange,
): boolean {
  let touched = false;
  for (let c = 0; c < Math.max(old.length, now.length); c += 1) {
    const a = old[c] ?? null;
    const b = now[c] ?? null;
    if (a?.note !== b?.note) {
      const note = b?.note ? noteOf(b.note, row, c) : null;
      change.notes.push({ row, column: c, note, id: noteId(row, c) });
    }
    if (a?.value === b?.value && a?.shown === b?.shown && looks(a?.style, b?.style)) continue;
    touched = true;
    if (!held.has(cellKey(row, c))) put(change, row, c, b, styles);
  }
  return touched;
}

function put(change: SheetChange, row: number, column: number, cell: CellView | null, styles: readonly StyleView[]) {
  const line = change.cells[row] ?? {};
  if (!(column in line)) change.cellCount += 1;
  const shown = cell ?? {};
  line[column] = { ...univerValue(shown), s: univerStyle(shown, styles), f: null, p: null, si: null };
  change.cells[row] = line;
}

function compareWidths(before: SheetView, after: SheetView, change: SheetChange): boolean {
  let differ = false;
  for (let column = 0; column < after.columnCount; column += 1) {
    const width = after.columnWidths[column] ?? null;
    if (width === (before.columnWidths[column] ?? null) || width === null) continue;
    change.widths[column] = width;
    differ = true;
  }
  return differ;
}

/** Whether two style numbers of two tables look the same; the tables may be numbered differently. */
function sameStyles(before: readonly StyleView[], after: readonly StyleView[]) {
  const name = (style: StyleView | undefined): string => JSON.stringify(Object.entries(style ?? {}).sort());
  const old = before.map(name);
  const now = after.map(name);
  const none = name(undefined);
  return (a: number | undefined, b: number | undefined): boolean =>
    (a === undefined ? none : (old[a] ?? none)) === (b === undefined ? none : (now[b] ?? none));
}
