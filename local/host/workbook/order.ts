/** The order cells are sorted in: numbers before text before booleans, empty cells last. */
import type { Cell } from './cells';

const collator = new Intl.Collator('zh-CN');

function rank(cell: Cell): number {
  const value = cell.effectiveValue;
  if (!value) return 4;
  if (typeof value.numberValue === 'number') return 0;
  if (typeof value.stringValue === 'string') return 1;
  return typeof value.boolValue === 'boolean' ? 2 : 3;
}

/** @returns negative when `a` comes first; empty cells come last in either direction */
export function compareCells(a: Cell, b: Cell, descending: boolean): number {
  const ra = rank(a);
  const rb = rank(b);
  if (ra === 4 || rb === 4) return ra === rb ? 0 : ra - rb;
  let order = ra - rb;
  if (order === 0) {
    const x = a.effectiveValue ?? {};
    const y = b.effectiveValue ?? {};
    if (ra === 0) order = (x.numberValue ?? 0) - (y.numberValue ?? 0);
    else if (ra === 1) order = collator.compare(x.stringValue ?? '', y.stringValue ?? '');
    else if (ra === 2) order = Number(x.boolValue) - Number(y.boolValue);
  }
  return descending ? -order : order;
}
