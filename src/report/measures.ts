/** An issue's measures as one text in the issue's form; line ends in it separate paragraphs. */
import type { Issue, MEASURE_FORMS, Measure } from '../ledger/schema';
import { toChineseNumber } from '../text/numerals';
import { circled } from './numbering';
import { closeSentence, closeUnmarked, linesOf } from './paragraphs';

export type MeasureForm = (typeof MEASURE_FORMS)[number];

/**
 * What the report prints of an issue's measures: 落实情况 once it is filled in, 措施内容 before. Cancelled and blank ones
 * are left out; the rest follow their ids (3-2 before 3-10).
 */
export function printedTexts(measures: readonly Measure[]): string[] {
  return measures
    .filter(({ state }) => state !== '已取消')
    .map((measure, row) => ({ text: printedText(measure), row, rank: rankOf(measure.id) }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.rank - b.rank || a.row - b.row)
    .map(({ text }) => text);
}

/**
 * 措施引语, the measures in their form, and 措施结语. A single measure has no lead word; 一方面 with other than two
 * measures falls back to 一是. A measure without any mark at its end gets 。.
 */
export function measuresText(issue: Issue, measures: readonly Measure[], usual: MeasureForm): string {
  const text = issue.measureLead + inForm(printedTexts(measures), issue.measureForm || usual);
  if (issue.measureClosing.trim() === '') return text;
  return text === '' ? issue.measureClosing : `${text}\n${issue.measureClosing}`;
}

function inForm(texts: readonly string[], form: MeasureForm): string {
  const only = texts[0] ?? '';
  if (texts.length < 2) return closeUnmarked(only);
  switch (form) {
    case '一是分段':
      return apart(texts, (count) => `${counted(count)}是`);
    case '（1）':
      return apart(texts, (count) => `（${count}）`);
    case '分段':
      return apart(texts, () => '');
    case '①':
      return inline(texts, circled);
    case '连写':
      return inline(texts, () => '');
    case '一方面':
    case '一方面是':
      if (texts.length === 2) return inline(texts, (count) => (count === 1 ? form : `另${form}`));
      return inline(texts, (count) => `${counted(count)}是`);
    case '一是':
      return inline(texts, (count) => `${counted(count)}是`);
  }
}

/** Each measure a paragraph of its own. */
function apart(texts: readonly string[], lead: (count: number) => string): string {
  return texts.map((text, i) => lead(i + 1) + closeUnmarked(text)).join('\n');
}

/** All measures in one paragraph: each but the last must end a clause, or the next lead word could not be told. */
function inline(texts: readonly string[], lead: (count: number) => string): string {
  const last = texts.length - 1;
  return texts.map((text, i) => lead(i + 1) + (i < last ? closeSentence(text) : closeUnmarked(text))).join('');
}

const COUNTED = Array.from({ length: 21 }, (_, count) => toChineseNumber(count));

/** The lead word's numeral; nearly every issue has fewer than twenty measures. */
function counted(count: number): string {
  return COUNTED[count] ?? toChineseNumber(count);
}

function printedText({ result, content }: Measure): string {
  return linesOf(result.trim() === '' ? content : result).join('\n');
}

function rankOf(id: string): number {
  const order = /-(\d+)$/.exec(id.trim())?.[1];
  return order === undefined ? Infinity : Number(order);
}
