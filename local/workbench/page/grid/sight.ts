/** How far a sheet must be scrolled so that a cell is seen beside the frozen rows and columns. */

/** One direction of the sheet, in pixels; frozen lines stand still, the others move below them. */
export interface Axis {
  /** Where each row or column ends, from the first, hidden ones with no room of their own. */
  ends: readonly number[];
  /** How many are frozen. */
  frozen: number;
  /** How far it is scrolled. */
  scrolled: number;
  /** What the window shows, the frozen part included. */
  room: number;
}

const startOf = ({ ends }: Axis, at: number): number => ends[at - 1] ?? 0;

/**
 * How far to scroll; undefined when the row or column is seen whole, is frozen, or larger than the window and begun.
 * @param lead the part of the free room to leave before it, 0 to 1; without it no further than needed
 */
export function scrollFor(axis: Axis, at: number, lead?: number): number | undefined {
  const { ends, frozen, scrolled, room } = axis;
  if (at < frozen || at >= ends.length) return undefined;
  const still = startOf(axis, frozen);
  const start = startOf(axis, at);
  const end = ends[at] ?? start;
  const free = room - still - (end - start);
  // too large to be seen whole: its beginning is
  if (free <= 0) return scrolled === start - still ? undefined : start - still;
  if (start >= still + scrolled && end <= scrolled + room) return undefined;
  if (lead !== undefined) return Math.max(0, start - still - lead * free);
  return Math.max(0, start < still + scrolled ? start - still : end - room);
}

/**
 * A distance as Univer says it: a row or column counted from the very first, and pixels into it. Where it can, it is made
 * a little longer so that a row or column begins there: Univer leaves the edge undrawn otherwise.
 * @param most the longest it may be
 */
export function lineAt({ ends }: Pick<Axis, 'ends'>, distance: number, most: number): { line: number; offset: number } {
  const next = ends.findIndex((end) => end >= distance);
  const end = ends[next];
  if (distance > 0 && end !== undefined && end <= most) return { line: next + 1, offset: 0 };
  return { line: Math.max(0, next), offset: distance - (ends[next - 1] ?? 0) };
}

/** How far a sheet is scrolled that Univer says to begin at such a line. */
export function distanceOf({ ends }: Pick<Axis, 'ends'>, line: number, offset: number): number {
  return (ends[line - 1] ?? 0) + offset;
}

/** The longest way at which a row or column is seen from its beginning. */
export const mostFor = (axis: Axis, at: number): number => startOf(axis, at) - startOf(axis, axis.frozen);
