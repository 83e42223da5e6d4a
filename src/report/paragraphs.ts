/** Printed paragraphs: cell texts split at line ends, normalised, and joined into runs. */
import { LINE_END, normaliseParagraph } from '../text/punctuation';
import type { Block, HeadingLevel, Run } from './document';

/** A clause that ends in one of these needs no 。 after it. */
const STOPS = '。；：，！？…';
const MARKS = `${STOPS}、—～·“”‘’（）《》〈〉【】〔〕「」『』.,;:!?()"'[]{}`;

/** What normalisation could change: white space, half-width marks, unprintable characters, surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is this expression's purpose
const UNTIDY = /[\s,;:!?()\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200d\u2060\ufeff\ufffe\uffff\ud800-\udfff]/;

/** normaliseParagraph, without its cost for the many texts that are tidy already. */
export function tidy(text: string): string {
  return UNTIDY.test(text) ? normaliseParagraph(text) : text;
}

/** The lines of a text as the report prints them: normalised (docs/normalisation.md), empty ones dropped. */
export function linesOf(text: string): string[] {
  if (!UNTIDY.test(text)) return text === '' ? [] : [text];
  return text
    .split(LINE_END)
    .map(tidy)
    .filter((line) => line !== '');
}

/** The text with 。 after it unless it is empty or ends with a mark that ends a clause. */
export function closeSentence(text: string): string {
  const last = text.slice(-1);
  const closed = text === '' || STOPS.includes(last) || (last === '”' && '。！？'.includes(text.slice(-2, -1)));
  return closed ? text : `${text}。`;
}

/** The text with 。 after it unless it is empty or ends with any mark at all: a printed text keeps its own ending. */
export function closeUnmarked(text: string): string {
  return text === '' || MARKS.includes(text.slice(-1)) ? text : `${text}。`;
}

/** One paragraph of the given parts, the part before the first line end being its first; later lines follow as their own. */
export function paragraphs(parts: readonly Run[]): Block[] {
  const lines: Run[][] = [[]];
  let untidy = false;
  for (const part of parts) {
    const { text } = part;
    if (!UNTIDY.test(text)) {
      if (text !== '') lines[lines.length - 1]?.push(part);
      continue;
    }
    untidy = true;
    text.split(LINE_END).forEach((piece, i) => {
      if (i > 0) lines.push([]);
      if (piece !== '') lines[lines.length - 1]?.push({ ...part, text: piece });
    });
  }
  const tidied = untidy ? lines.map(tidyRuns) : lines;
  return tidied.flatMap((runs): Block[] => (runs.length === 0 ? [] : [{ kind: 'paragraph', runs }]));
}

/** A heading; a text with line ends is one heading line and paragraphs after it. */
export function heading(level: HeadingLevel, text: string): Block[] {
  return linesOf(text).map((line, i) =>
    i === 0 ? { kind: 'heading', level, runs: [{ text: line }] } : { kind: 'paragraph', runs: [{ text: line }] },
  );
}

/** The text of runs. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** Runs whose joined text is normalised; where that changes a seam between two, they become one plain run. */
function tidyRuns(runs: readonly Run[]): Run[] {
  const parts = runs.map((run) => ({ ...run, text: tidy(run.text) })).filter(({ text }) => text !== '');
  const whole = tidy(textOfRuns(runs));
  if (whole === '') return [];
  return textOfRuns(parts) === whole ? parts : [{ text: whole }];
}
