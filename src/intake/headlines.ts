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
/** 关于 … 问题 [的整改] up to the end of the clause; the headline holds no other sentence. */
const ABOUT = /^关于[^。]{1,300}?问题(?:的?整改(?:落实|进展|完成)?(?:情况)?)?(?:。|：(?=.)|$)/;
/** A finding's own clause. A colon ends it only where more follows: `党建工作薄弱：2024年……`. */
const CLAUSE = /^[^。：]+(?:。|：(?=.)|$)/;

/** True when the text begins with a headline of the 关于…问题 kind. */
export function isAbout(text: string): boolean {
  return ABOUT.test(text);
}

/**
 * The headline a numbered line begins with. Without 关于…问题 it is the whole line, or with `inClauses` its first
 * clause.
 */
export function headlineOf(text: string, inClauses: boolean): Headline {
  const hit = ABOUT.exec(text) ?? (inClauses ? CLAUSE.exec(text) : null);
  const end = hit ? hit[0].length : text.length;
  return { text: text.slice(0, end), rest: text.slice(end) };
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

/** How the report prints a 问题: as it is when it is a whole headline already, else in the form of 设置. */
export function printHeadline(title: string, form: HeadlineForm): string {
  return title.startsWith('关于') || title.endsWith('。') ? title : form.split(SLOT).join(title);
}

/** The 问题 that prints the headline again; `exact` is false when none does. */
export function titleFor(headline: string, form: HeadlineForm): { title: string; exact: boolean } {
  for (const title of [slotOf(headline, form), headline]) {
    if (title !== undefined && balanced(title) && printHeadline(title, form) === headline)
      return { title, exact: true };
  }
  return { title: headline, exact: false };
}

/** The finding itself, for a ledger that starts from a 反馈意见: without wrapping, number and full stop. */
export function findingOf(headline: string): string {
  const slot = slotOf(headline, formOf(headline)) ?? headline;
  const finding = slot.replace(/[：。]$/, '').replace(/的问题$/, '');
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

function balanced(text: string | undefined): boolean {
  if (text === undefined) return false;
  let depth = 0;
  for (const character of text) {
    if (character === '“') depth += 1;
    if (character === '”') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
