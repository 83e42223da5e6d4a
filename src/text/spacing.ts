/** Stray blanks and full-width letters and digits in what people type into one cell. */
import { isChinese } from './punctuation';

const BLANKS_BETWEEN = /(\S)[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+(?=(\S))/gu;

/** The text without blanks at its ends and between two Chinese characters (`方 禾` → `方禾`); line ends inside stay. */
export function tidyBlanks(text: string): string {
  return text
    .trim()
    .replace(BLANKS_BETWEEN, (all: string, before: string, after: string) =>
      isChinese(before) && isChinese(after) ? before : all,
    );
}

/** Full-width letters, digits and signs as half-width ones (`３－２` → `3-2`), the full-width blank as a blank. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
}
