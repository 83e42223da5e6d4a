/** Rectangles of a grid with all four sides known, and their way from and to GridRange (Sheets API v4, "GridRange"). */
import type { sheets_v4 } from '@googleapis/sheets';

type GridRange = sheets_v4.Schema$GridRange;

/** Half open: rows `top … bottom-1`, columns `left … right-1`, counted from 0. */
export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface Size {
  rows: number;
  columns: number;
}

/** A missing side is unbounded and so the grid's own side. Not held against the grid. */
export function boxOf(range: GridRange, size: Size): Box {
  return {
    top: range.startRowIndex ?? 0,
    bottom: range.endRowIndex ?? size.rows,
    left: range.startColumnIndex ?? 0,
    right: range.endColumnIndex ?? size.columns,
  };
}

export function overlap(a: Box, b: Box): Box | undefined {
  const box = {
    top: Math.max(a.top, b.top),
    bottom: Math.min(a.bottom, b.bottom),
    left: Math.max(a.left, b.left),
    right: Math.min(a.right, b.right),
  };
  return box.top < box.bottom && box.left < box.right ? box : undefined;
}

/** What is left of `box` when `hole` is cut out, as at most four boxes. */
export function subtract(box: Box, hole: Box): Box[] {
  const cut = overlap(box, hole);
  if (!cut) return [box];
  return [
    { ...box, bottom: cut.top },
    { ...box, top: cut.bottom },
    { top: cut.top, bottom: cut.bottom, left: box.left, right: cut.left },
    { top: cut.top, bottom: cut.bottom, left: cut.right, right: box.right },
  ].filter((part) => part.top < part.bottom && part.left < part.right);
}

export type Axis = 'ROWS' | 'COLUMNS';

const SIDES = {
  ROWS: ['startRowIndex', 'endRowIndex'],
  COLUMNS: ['startColumnIndex', 'endColumnIndex'],
} as const;

/** The range after `count` rows or columns were put in before `at`: it moves, or grows when `at` is strictly inside. */
export function afterInsert(range: GridRange, axis: Axis, at: number, count: number): GridRange {
  const [from, to] = SIDES[axis];
  const start = range[from];
  const end = range[to];
  const out = { ...range };
  if (typeof start === 'number' && start >= at) out[from] = start + count;
  if (typeof end === 'number' && end > at) out[to] = end + count;
  return out;
}

/** The range after rows or columns `start … end-1` were taken out, or undefined when nothing of it is left. */
export function afterDelete(range: GridRange, axis: Axis, start: number, end: number): GridRange | undefined {
  const [from, to] = SIDES[axis];
  const shift = (index: number): number => (index <= start ? index : Math.max(start, index - (end - start)));
  const out = { ...range };
  const a = range[from];
  const b = range[to];
  if (typeof a === 'number') out[from] = shift(a);
  if (typeof b === 'number') out[to] = shift(b);
  const left = out[from] ?? 0;
  const right = out[to];
  return typeof right === 'number' && right <= left && (b ?? 0) > (a ?? 0) ? undefined : out;
}

/** Length of the longest line; for any number of lines, which a spread into Math.max is not. */
export function widest(lines: readonly { readonly length: number }[]): number {
  return lines.reduce((most, line) => Math.max(most, line.length), 0);
}
