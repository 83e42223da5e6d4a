/** The lines of the text as they were painted: what is outside tables, by paragraph and by page. */
import type { Alignment } from './align';
import type { Word } from './pdf';
import type { Paragraph, WordDocument } from './word';

export interface Line {
  /** Index of its paragraph. */
  paragraph: number;
  /** Index of its page, and its number there, from 1. */
  page: number;
  number: number;
  /** Its visible characters. */
  characters: string[];
  /** Index in the paragraph of its first character, and of the one after its last. */
  from: number;
  to: number;
  xMin: number;
  xMax: number;
  /** Lower edge of the letters' boxes: the base line but for a constant of the size. */
  y: number;
  isFirst: boolean;
  isLast: boolean;
  words: Word[];
}

/** Letters of one line do not differ so much in height. */
const SAME_LINE = 5;

/** The lines outside tables in the document's order, numbered on their pages from the top. */
export function linesOf({ paragraphs }: WordDocument, { marks }: Alignment): Line[] {
  const lines = paragraphs.flatMap((paragraph, i) =>
    paragraph.cell ? [] : paragraphLines(paragraph, marks[i] ?? [], i),
  );
  const numbers = new Map<number, number>();
  for (const line of lines) {
    line.number = (numbers.get(line.page) ?? 0) + 1;
    numbers.set(line.page, line.number);
  }
  return lines;
}

/** The lines of one paragraph; `marks` are those of its characters. */
export function paragraphLines({ text }: Paragraph, marks: Alignment['marks'][number], paragraph: number): Line[] {
  const lines: Line[] = [];
  Array.from(text).forEach((character, index) => {
    const mark = marks[index];
    if (mark === undefined) return;
    const { page, word } = mark;
    const last = lines[lines.length - 1];
    if (last && last.page === page && Math.abs(last.y - word.yMax) < SAME_LINE) {
      last.characters.push(character);
      last.to = index + 1;
      last.xMin = Math.min(last.xMin, word.xMin);
      last.xMax = Math.max(last.xMax, word.xMax);
      if (last.words[last.words.length - 1] !== word) last.words.push(word);
    } else {
      const box = { xMin: word.xMin, xMax: word.xMax, y: word.yMax };
      const place = { paragraph, page, number: 0, from: index, to: index + 1 };
      lines.push({ ...place, ...box, characters: [character], isFirst: false, isLast: false, words: [word] });
    }
  });
  const [first] = lines;
  const last = lines[lines.length - 1];
  if (first) first.isFirst = true;
  if (last) last.isLast = true;
  return lines;
}

/** Em dashes, quotes and the like are set at full width in Chinese text; Latin letters and digits are not. */
export function isFullWidth(character: string): boolean {
  return character >= '\u2010';
}

/** May not begin a line. */
const CLOSING = /[，。、；：！？”’）》〉】〕…—～·%‰℃]/;
/** May not end one. */
const OPENING = /[“‘（《〈【〔]/;

/** The characters from `at` on between which no program breaks a line: what must go to the next line together. */
export function unbroken(characters: readonly string[], at: number): string[] {
  let end = at + 1;
  while (end < characters.length && !breaks(characters[end - 1] ?? '', characters[end] ?? '')) end += 1;
  return characters.slice(at, end);
}

function breaks(before: string, after: string): boolean {
  if (CLOSING.test(after) || OPENING.test(before)) return false;
  const latin = !isFullWidth(before);
  // a figure holds together with what follows it up to a Chinese character: 63.64%（7/11）
  if (latin && (!isFullWidth(after) || OPENING.test(after))) return false;
  return true;
}
