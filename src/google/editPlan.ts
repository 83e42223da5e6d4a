/** Which ranges an edit's values are written in: only cells that change or may be written back, within so many calls. */
import type { Block } from '../ledger/editing';
import type { CellValue } from '../ledger/grid';

/** A cell of the edited block on its way back. */
export interface PlannedCell {
  /** What stands there, as it was read, to be written back where a range covers it. */
  present: unknown;
  /** The new value; absent: the cell stays. */
  write?: CellValue;
  /** `fixed`: `present` may not be written back at all; `text`: only where the cells are made plain text first. */
  locked: 'fixed' | 'text' | null;
  /** `write` is text that Sheets would read as a number or date: the cell has to be made plain text first. */
  plainText: boolean;
}

/** A range to write, 0-based within the block. `calls`: what writing it costs. */
export interface PlannedRange {
  place: Block;
  plainText: boolean;
  calls: number;
  values: unknown[][];
}

/**
 * The ranges to write for at most `calls` service calls, the ones that change most first. `setValues` reads text as if
 * typed and fails as a whole on one value a strict rule refuses (PLATFORM, Sheets), so no range covers a locked cell.
 * The block itself costs one call, a part of it two (getRange, setValues), a part made plain text three.
 */
export function planWrites(cells: readonly (readonly PlannedCell[])[], calls: number): PlannedRange[] {
  const rows = cells.length;
  const columns = cells[0]?.length ?? 0;
  const whole = { row: 0, column: 0, rows, columns };
  const changed = boundsOf(cells);
  if (changed === undefined) return [];
  const isWhole = changed.rows === rows && changed.columns === columns;
  // the smaller range first: text written back loses what formats stood within it
  if (!isWhole && calls >= 2 && isFree(cells, changed, false)) return [rangeOf(cells, changed, false, 2)];
  if (isFree(cells, whole, false)) return calls >= 1 ? [rangeOf(cells, whole, false, 1)] : [];
  const candidates = [...strips(cells, false), ...strips(cells, true)];
  candidates.sort((a, b) => countChanges(cells, b.place) / b.calls - countChanges(cells, a.place) / a.calls);
  let left = calls;
  return candidates.filter(({ calls: cost }) => {
    if (cost > left) return false;
    left -= cost;
    return true;
  });
}

/** Text that Sheets would take for a number, a date, a time, a formula or a truth value if it were typed. */
export function readsOtherwise(text: string): boolean {
  if (text === '') return false;
  if (/^['=+@]/.test(text) || /^\s|\s$/.test(text)) return true;
  if (/^\d{2,4}年\d{1,2}月(\d{1,2}日?)?$|^\d{1,2}月\d{1,2}日$/.test(text)) return true;
  if (/[\u3400-\u9fff]/.test(text)) return /^[上下]午\s*\d/.test(text);
  return !/^https?:\/\/\S+$|^[^\s@]+@[^\s@]+$|^[\u2014\uff00-\uffef\u3000-\u303f]+$/.test(text);
}

/** Stretches of columns free of locked cells, joined sideways where they have the same rows. */
function strips(cells: readonly (readonly PlannedCell[])[], plainText: boolean): PlannedRange[] {
  const places: Block[] = [];
  const columns = cells[0]?.length ?? 0;
  for (let column = 0; column < columns; column += 1) {
    for (const place of runsIn(cells, column, plainText)) {
      const last = places[places.length - 1];
      const union = last && { ...last, row: 0, rows: 0, columns: column + 1 - last.column };
      if (last && union && !plainText) {
        union.row = Math.min(last.row, place.row);
        union.rows = Math.max(last.row + last.rows, place.row + place.rows) - union.row;
        if (isFree(cells, union, plainText)) {
          places[places.length - 1] = union;
          continue;
        }
      }
      places.push(place);
    }
  }
  return places.map((place) => rangeOf(cells, place, plainText, plainText ? 3 : 2));
}

function runsIn(cells: readonly (readonly PlannedCell[])[], column: number, plainText: boolean): Block[] {
  const runs: Block[] = [];
  let open: Block | undefined;
  cells.forEach((line, row) => {
    const cell = line[column];
    if (cell === undefined || !isWritable(cell, plainText)) {
      open = undefined;
      return;
    }
    if (cell.write === undefined || cell.plainText !== plainText) return;
    if (open === undefined) {
      open = { row, column, rows: 1, columns: 1 };
      runs.push(open);
    } else open.rows = row - open.row + 1;
  });
  return runs;
}

function isWritable({ write, present, locked, plainText: needed }: PlannedCell, plainText: boolean): boolean {
  if (!plainText) return write !== undefined ? !needed : locked === null;
  // what is no text would turn into text
  return locked !== 'fixed' && typeof (write ?? present) === 'string';
}

function isFree(cells: readonly (readonly PlannedCell[])[], place: Block, plainText: boolean): boolean {
  for (let row = place.row; row < place.row + place.rows; row += 1) {
    for (let column = place.column; column < place.column + place.columns; column += 1) {
      const cell = cells[row]?.[column];
      if (cell === undefined || !isWritable(cell, plainText)) return false;
    }
  }
  return true;
}

function rangeOf(
  cells: readonly (readonly PlannedCell[])[],
  place: Block,
  plainText: boolean,
  calls: number,
): PlannedRange {
  const values = cells
    .slice(place.row, place.row + place.rows)
    .map((line) =>
      line
        .slice(place.column, place.column + place.columns)
        .map(({ write, present }) => (write === undefined ? present : write)),
    );
  return { place, plainText, calls, values };
}

function countChanges(cells: readonly (readonly PlannedCell[])[], place: Block): number {
  let count = 0;
  for (const line of cells.slice(place.row, place.row + place.rows)) {
    for (const { write } of line.slice(place.column, place.column + place.columns)) if (write !== undefined) count += 1;
  }
  return count;
}

/** The smallest block that holds every change. */
function boundsOf(cells: readonly (readonly PlannedCell[])[]): Block | undefined {
  let bounds: { top: number; bottom: number; left: number; right: number } | undefined;
  cells.forEach((line, row) => {
    line.forEach((cell, column) => {
      if (cell.write === undefined) return;
      bounds ??= { top: row, bottom: row + 1, left: column, right: column + 1 };
      bounds.bottom = row + 1;
      bounds.left = Math.min(bounds.left, column);
      bounds.right = Math.max(bounds.right, column + 1);
    });
  });
  if (bounds === undefined) return undefined;
  const { top, bottom, left, right } = bounds;
  return { row: top, column: left, rows: bottom - top, columns: right - left };
}
