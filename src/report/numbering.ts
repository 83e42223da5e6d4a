/** The report's running numbers, computed when it is made: `一、` `（一）` `1.` `（1）` (GB/T 9704-2012, 7.3.3). */
import { toChineseNumber } from '../text/numerals';
import type { HeadingLevel } from './document';

export interface Numbering {
  /** The next number of the level, as printed; the counts of all lower levels begin anew. */
  next(level: HeadingLevel): string;
  /** Sets the count of a level, so that `next` goes on after `count`. */
  goOn(level: HeadingLevel, count: number): void;
}

/** A new count. Level one runs through the whole report; a lower level restarts after any heading above it. */
export function startNumbering(): Numbering {
  const counts: Record<HeadingLevel, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
  return {
    next(level) {
      counts[level] += 1;
      for (const lower of [2, 3, 4] as const) if (lower > level) counts[lower] = 0;
      return printedNumber(level, counts[level]);
    },
    goOn(level, count) {
      counts[level] = count;
    },
  };
}

/** A number of the level: 3 → `三、` `（三）` `3.` `（3）`. */
export function printedNumber(level: HeadingLevel, count: number): string {
  if (level === 1) return `${toChineseNumber(count)}、`;
  if (level === 2) return `（${toChineseNumber(count)}）`;
  return level === 3 ? `${count}.` : `（${count}）`;
}
