/** An issue's headline: where it ends, in which of the forms of 设置 it is written, and what stands for the 问题. */
import { HEADLINE_FORMS } from '../ledger/settings';

export type HeadlineForm = (typeof HEADLINE_FORMS)[number];

/** A headline, cut from what follows it in the same paragraph. */
export interface Headline {
  text: string;
  /** Rest of the paragraph, '' when the headline stands alone. */
  rest: string;
}

const SLOT = '{问题}';
/** What a headline begins with, and how it goes on after 问题. */
const OPENING = /^(?:关于|针对)/;
const ENDING = /问题(?:的?整改(?:落实|进展|完成)?(?:情况)?)?(。|：|，|$)/g;
const LONGEST = 300;
/** A finding's own clause. A colon ends it only where more follows: `党建工作薄弱：2024年……`. */
const CLAUSE = /^(?:“[^”]*”|[^。：])+(?:。|：(?=.)|$)/;

/** True when the text begins with a headline of the 关于…问题 kind; `surely`: one that no comma ends. */
export function isAbout(text: string, surely = false): boolean {
  const end = aboutEnd(text);
  return end > 0 && !(surely && text.charAt(end - 1) === '，');
}

/**
 * The headline a numbered line begins with. Without 关于…问题 it is the whole line, or with `inClauses` its first
 * clause.
 */
export function headlineOf(text: string, inClauses: boolean): Headline {
  const end = aboutEnd(text) || (inClauses && CLAUSE.exec(text)?.[0].length) || text.length;
  return { text: text.slice(0, end), rest: text.slice(end) };
}

/**
 * Where 关于 … 问题 [的整改] ends, outside quotation marks and within one sentence; 0 when the text is no such
 * headline. A comma ends it only before a text of its own (`针对“…”的问题，一是……。`), not inside an enumeration.
 */
function aboutEnd(text: string): number {
  if (!OPENING.test(text)) return 0;
  const head = text.slice(0, LONGEST);
  for (const hit of head.matchAll(ENDING)) {
    const end = (hit.index ?? 0) + hit[0].length;
    if (end === head.length && head.length < text.length) return 0;
    const before = head.slice(0, end - (hit[1] ?? '').length);
    if (!balanced(before) && end < text.length) continue;
    if (before.replace(/“[^”]*”/g, '').includes('。')) return 0;
    const rest = text.slice(end);
    if (hit[1] !== '，' || (rest.includes('。') && !/问题[^。]{0,6}。?$/.test(rest))) return end;
  }
  return 0;
}

/** What stands for {问题} when the headline is written in the form; undefined when it is not. */
export function slotOf(headline: string, form: HeadlineForm): string | undefined {
  const [prefix = '', suffix = ''] = form.split(SLOT);
  if (headline.length <= prefix.length + suffix.length) return undefined;
  if (!headline.startsWith(prefix) || !headline.endsWith(suffix)) return undefined;
  return headline.slice(prefix.length, headline.length - suffix.length);
}

/** The most telling form a headline is written in: quotation marks count only as one pair around the whole. */
export function formOf(headline: string): HeadlineForm {
  return HEADLINE_FORMS.find((form) => balanced(slotOf(headline, form))) ?? SLOT;
}

/**
 * How the report prints a 问题: as it is when it is a whole headline already, else in the form of 设置, quotation marks
 * within the form's own as ‘’ (GB/T 15834-2011, 4.8).
 */
export function printHeadline(title: string, form: HeadlineForm): string {
  if (title.startsWith('关于') || title.endsWith('。')) return title;
  const quoted = form.includes('“') ? title.replace(/“/g, '‘').replace(/”/g, '’') : title;
  return form.split(SLOT).join(quoted);
}

/** The 问题 that prints the headline again; `exact` is false when none does. */
export function titleFor(headline: string, form: HeadlineForm): { title: string; exact: boolean } {
  const slot = slotOf(headline, form);
  const outside = form.includes('“') ? slot?.replace(/‘/g, '“').replace(/’/g, '”') : slot;
  for (const title of [outside, slot]) {
    if (title !== undefined && balanced(title) && printHeadline(title, form) === headline)
      return { title, exact: true };
  }
  return { title: headline, exact: printHeadline(headline, form) === headline };
}

/** The finding itself, for a ledger that starts from a 反馈意见: without 关于…的问题, quotation marks and full stop. */
export function findingOf(headline: string): string {
  const plain = headline.replace(/[：。，]$/, '');
  const about = OPENING.test(plain) ? plain.replace(OPENING, '').replace(/的?问题(?:的?整改.*)?$/, '') : plain;
  const finding = about.replace(/的问题$/, '').replace(/^“([^“”]+)”$/, '$1');
  return finding === '' ? headline : finding;
}

/** The value that occurs most; the first of equals. */
export function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** True when every “ has its ” after it. */
export function balanced(text: string | undefined): boolean {
  if (text === undefined) return false;
  let depth = 0;
  for (const character of text) {
    if (character === '“') depth += 1;
    if (character === '”') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
