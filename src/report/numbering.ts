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
  const clearBelow = (level: HeadingLevel): void => {
    if (level < 2) counts[2] = 0;
    if (level < 3) counts[3] = 0;
    if (level < 4) counts[4] = 0;
  };
  return {
    next(level) {
      counts[level] += 1;
      clearBelow(level);
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

const CIRCLED: readonly (readonly [from: number, to: number, first: number])[] = [
  [1, 20, 0x2460],
  [21, 35, 0x3251],
  [36, 50, 0x32b1],
];

/** ① to ㊿; beyond fifty, which Unicode lacks, `（51）`. */
export function circled(count: number): string {
  const range = CIRCLED.find(([from, to]) => count >= from && count <= to);
  return range ? String.fromCharCode(range[2] + count - range[0]) : `（${count}）`;
}
