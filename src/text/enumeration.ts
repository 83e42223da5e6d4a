/** Enumerations inside a text (一是…二是…、（1）…（2）…、①…②…): do their numbers run on? */
import { fromChineseNumber, toChineseNumber } from './numerals';

export interface EnumerationFault {
  /** The number as written, e.g. `三是`. */
  found: string;
  /** The number that should stand there, e.g. `二是`. */
  expected: string;
  /** `skipped`: a number is left out or out of order; `repeated`: the same number stands twice. */
  kind: 'skipped' | 'repeated';
}

interface Family {
  /** Matches one number at the start of a sentence or clause; group 1 is the number. */
  pattern: RegExp;
  valueIn(written: string): number | undefined;
  write(value: number): string;
}

/** Numbers count where a sentence or clause starts, so 坚持一是一、二是二 is none. */
const START = '(?:^|[。；：，！？\\n])[ \\u3000]*';

const FAMILIES: readonly Family[] = [
  {
    pattern: new RegExp(`${START}([一二三四五六七八九十]{1,3})是(?!否)`, 'g'),
    valueIn: fromChineseNumber,
    write: (value) => `${toChineseNumber(value)}是`,
  },
  {
    // not before 、, for 第二、三季度 counts quarters
    pattern: new RegExp(`${START}第([一二三四五六七八九十]{1,3})[，：]`, 'g'),
    valueIn: fromChineseNumber,
    write: (value) => `第${toChineseNumber(value)}`,
  },
  {
    pattern: new RegExp(`${START}[（(](\\d{1,2})[）)]`, 'g'),
    valueIn: Number,
    write: (value) => `（${value}）`,
  },
  {
    pattern: new RegExp(`${START}[（(]([一二三四五六七八九十]{1,3})[）)]`, 'g'),
    valueIn: fromChineseNumber,
    write: (value) => `（${toChineseNumber(value)}）`,
  },
  {
    pattern: new RegExp(`${START}([①-⑳])`, 'g'),
    valueIn: (written) => written.charCodeAt(0) - 0x245f,
    write: circled,
  },
];

/** The first fault of each kind of numbering in a text; a number one begins a new enumeration. */
export function enumerationFaults(text: string): EnumerationFault[] {
  return FAMILIES.flatMap(({ pattern, valueIn, write }): EnumerationFault[] => {
    let last = 0;
    for (const match of text.matchAll(pattern)) {
      const value = valueIn(match[1] ?? '') ?? 0;
      if (value === 1 && last !== 1) {
        last = 1;
        continue;
      }
      if (value !== last + 1) {
        return [{ found: write(value), expected: write(last + 1), kind: value === last ? 'repeated' : 'skipped' }];
      }
      last = value;
    }
    return [];
  });
}

/** The first 、 between two quoted or bracketed names (`”、“`, `》、《`), with what stands around it. */
export function needlessPauseMark(text: string): string | undefined {
  return /.{0,6}[”》]、[“《].{0,6}/.exec(text)?.[0];
}

/** Where the circled numbers begin: ①, ㉑ and ㊱. */
const CIRCLED: readonly (readonly [first: number, code: number])[] = [
  [36, 0x32b1],
  [21, 0x3251],
  [1, 0x2460],
];

/** ① to ㊿; beyond fifty, which Unicode lacks, `（51）`. */
export function circled(count: number): string {
  const run = CIRCLED.find(([first]) => count >= first && count <= 50);
  return run ? String.fromCharCode(run[1] + count - run[0]) : `（${count}）`;
}
