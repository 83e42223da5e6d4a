/** The number a line begins with: which level of GB/T 9704-2012, 7.3.3 it stands for, and its value. */
import { fromChineseNumber } from '../text/numerals';
import { toHalfWidth } from '../text/spacing';

/** 1 `一、` · 2 `（一）` · 3 `1.` · 4 `（1）` · 5 `①` and `1）`, which the standard does not know. */
export type MarkLevel = 1 | 2 | 3 | 4 | 5;

export interface Mark {
  level: MarkLevel;
  /** Its value; undefined for a heading known by its style alone, which prints no number. */
  number: number | undefined;
  /** Characters of the line it takes, 0 for a heading known by its style alone. */
  length: number;
  /** True when a report would print the same characters for this level and value. */
  usual: boolean;
}

const CHINESE = '([一二三四五六七八九十百]{1,5})';
const DIGITS = '([0-9０-９]{1,3})';

/** A number is none when a digit follows (`1.5万元`), unless it begins a year (`1.2024年以来`) or a decimal (`1.3.5万元`). */
const FORMS: readonly { level: MarkLevel; pattern: RegExp; print?: (value: string) => string }[] = [
  { level: 1, pattern: new RegExp(`^${CHINESE}[、．.]`), print: (value) => `${value}、` },
  { level: 2, pattern: new RegExp(`^（${CHINESE}）`), print: (value) => `（${value}）` },
  {
    level: 3,
    pattern: new RegExp(`^${DIGITS}[.．、](?![0-9](?![0-9]{3}年|[0-9]*\\.[0-9]))`),
    print: (value) => `${value}.`,
  },
  { level: 4, pattern: new RegExp(`^（${DIGITS}）`), print: (value) => `（${value}）` },
  { level: 5, pattern: /^([①-⑳])/ },
  { level: 5, pattern: new RegExp(`^${DIGITS}）`) },
];

/**
 * The mark a normalised line begins with. `label` is its automatic number, when a word processor made one: it is
 * believed even where the text after it begins with a digit.
 */
export function markOf(line: string, label = ''): Mark | undefined {
  const head = label !== '' && line.startsWith(label) ? label : line;
  for (const { level, pattern, print } of FORMS) {
    const hit = pattern.exec(head);
    const value = hit?.[1];
    if (!hit || value === undefined) continue;
    const number = numberFrom(value);
    if (number !== undefined) return { level, number, length: hit[0].length, usual: print?.(String(value)) === hit[0] };
  }
  return undefined;
}

function numberFrom(text: string): number | undefined {
  const circled = text.charCodeAt(0) - 0x245f;
  if (circled >= 1 && circled <= 20) return circled;
  const plain = toHalfWidth(text);
  return /^\d+$/.test(plain) ? Number(plain) : fromChineseNumber(plain);
}
