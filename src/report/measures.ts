/** An issue's measures as one text in the issue's form; line ends in it separate paragraphs. */
import { leadWord, standApart } from '../intake/measures';
import type { Issue, MEASURE_FORMS, Measure } from '../ledger/schema';
import { byNumber } from '../progress/grouping';
import { closeSentence, closeUnmarked, linesOf } from './paragraphs';

export type MeasureForm = (typeof MEASURE_FORMS)[number];

/**
 * What the report prints of an issue's measures: 落实情况 once it is filled in, 措施内容 before. Cancelled and blank ones
 * are left out; the rest follow their ids (3-2 before 3-10).
 */
export function printedTexts(measures: readonly Measure[]): string[] {
  return inOrder(measures)
    .filter(({ state }) => state !== '已取消')
    .map(printedText)
    .filter((text) => text !== '');
}

/**
 * 措施引语, the measures in their form, and 措施结语. A single measure has no lead word; 一方面 with other than two
 * measures falls back to 一是. A measure without any mark at its end gets 。.
 * @param printed  the measures' printed texts, when the caller has them already
 */
export function measuresText(
  issue: Issue,
  measures: readonly Measure[],
  usual: MeasureForm,
  printed: readonly string[] = printedTexts(measures),
): string {
  const text = issue.measureLead + inForm(printed, issue.measureForm || usual);
  if (issue.measureClosing.trim() === '') return text;
  return text === '' ? issue.measureClosing : `${text}\n${issue.measureClosing}`;
}

/** An issue's measures as their ids follow one another, 3-2 before 3-10. */
export function inOrder(measures: readonly Measure[]): Measure[] {
  const orders = new Map(measures.map((measure) => [measure, orderIn(measure.id)]));
  return byNumber(measures, (measure) => orders.get(measure));
}

function inForm(texts: readonly string[], form: MeasureForm): string {
  if (texts.length < 2) return closeUnmarked(texts[0] ?? '');
  const fitting = form.startsWith('一方面') && texts.length !== 2 ? '一是' : form;
  const apart = standApart(form);
  // in one paragraph each but the last must end a clause, or the next lead word could not be told
  const close = (text: string, i: number) =>
    apart || i === texts.length - 1 ? closeUnmarked(text) : closeSentence(text);
  return texts.map((text, i) => leadWord(fitting, i + 1) + close(text, i)).join(apart ? '\n' : '');
}

function printedText({ result, content }: Measure): string {
  return linesOf(result.trim() === '' ? content : result).join('\n');
}

function orderIn(id: string): number | undefined {
  const order = /-(\d+)$/.exec(id.trim())?.[1];
  return order === undefined ? undefined : Number(order);
}
