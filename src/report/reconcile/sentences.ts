/** Lines in the form they are compared in: normalised, without numbers, cut into sentences. */
import { markOf } from '../../intake/marks';
import { grouped } from '../../progress/grouping';
import { LINE_END, normaliseParagraph } from '../../text/punctuation';
import type { Item } from './align';
import type { BaseLine } from './base';

export interface Paragraph extends Item {
  /** 编号 of the issue it belongs to. */
  about: number | null;
  /** Index of the line it was read from. */
  at: number;
  /** Level of its number (GB/T 9704-2012, 7.3.3), 0 without one. */
  level: number;
  /** The first line of its issue. */
  head: boolean;
  sentences: Sentence[];
  /** The paragraphs of the base its sentences come from, once compared. */
  sources: Set<Paragraph>;
}

export interface Sentence extends Item {
  paragraph: Paragraph;
  /** Its place in the published text, or that of what it became there; undefined before that is known. */
  place: number | undefined;
}

/** Stands between the cells of a row; normalisation leaves none in a text. */
export const CELL_GAP = '\u3000';
export const CELL_GAPS = /\u3000/g;
const PARTNERS: Readonly<Record<string, string>> = { '”': '“', '）': '（', '》': '《' };
const PAGE_NUMBER = /^(?:[-—–－─]+ ?\d+ ?[-—–－─]+|\d{1,4}|第\d+页(?:[，/]?共\d+页)?)$/;
const MAY_BE_NUMBERED = /^[\d０-９（①-⑳一二三四五六七八九十百]/;
/** 一是, 二是 … at a sentence's start are numbers too. */
const LEAD_WORD = /^[一二三四五六七八九十]{1,3}是(?!否)/;

/** The sentences of a normalised text, each with the 。！？； it ends in; what “…”, （…） and 《…》 enclose is never cut. */
export function sentencesIn(text: string): string[] {
  const ends: number[] = [];
  const open: number[] = [];
  for (const { 0: found, index } of text.matchAll(/[“”（）《》]|[。！？；]+/g)) {
    const opening = PARTNERS[found];
    if ('“（《'.includes(found)) open.push(index);
    else if (opening === undefined) ends.push(index + found.length);
    else {
      const at = open.map((i) => text.charAt(i)).lastIndexOf(opening);
      const [from = text.length] = at < 0 ? [] : open.splice(at);
      while ((ends[ends.length - 1] ?? 0) > from) ends.pop();
    }
  }
  return [...ends, text.length].map((end, i) => text.slice(ends[i - 1] ?? 0, end)).filter(Boolean);
}

/** The text's number as printed (`3.`, `（二）`); '' without one. */
export function numberOf(text: string): string {
  return MAY_BE_NUMBERED.test(text) ? text.slice(0, markOf(text)?.length ?? 0) : '';
}

/** Lines of ours, without empty ones, page numbers and repeated header rows; the first of an issue is its head. */
export function readLines(lines: readonly BaseLine[]): Paragraph[] {
  const seen = new Set<number>();
  return withoutRepeatedHeaders(
    lines.flatMap(({ about, text }, at) => {
      const paragraphs = paragraphsOf(text, at);
      for (const paragraph of paragraphs) {
        paragraph.about = about;
        paragraph.head = about !== null && !seen.has(about);
        if (about !== null) seen.add(about);
      }
      return paragraphs;
    }),
  );
}

/**
 * The paragraphs of a published document, a soft line break ending one, as lines; those of an issue are found later.
 * Where the reader gives each cell of a table as a paragraph, cells that make up a row of `known` are put together.
 */
export function readPublished(published: readonly string[], known: readonly BaseLine[]): Paragraph[] {
  return withoutRepeatedHeaders(gatheredRows(published, known).flatMap(paragraphsOf));
}

function paragraphsOf(line: string, at: number): Paragraph[] {
  const cells = line.includes('\t');
  return (cells ? [line.split(LINE_END).join('')] : line.split(LINE_END)).flatMap((one) => {
    const text = cells ? cellsOf(one).join(CELL_GAP) : normaliseParagraph(one);
    if (text === '' || PAGE_NUMBER.test(text)) return [];
    const number = numberOf(text);
    const level = markOf(number)?.level ?? 0;
    const paragraph: Paragraph = {
      text,
      key: '',
      mark: number,
      about: null,
      at,
      level,
      head: false,
      sentences: [],
      sources: new Set(),
    };
    paragraph.sentences = sentencesIn(text).map((sentence, i) => {
      return { text: sentence, key: keyOf(sentence), mark: i === 0 ? number : '', paragraph, place: undefined };
    });
    paragraph.key = paragraph.sentences.map(({ key }) => key).join('');
    return [paragraph];
  });
}

/** What counts of a sentence: all but its number, a row's first cell being one when it is a figure. */
function keyOf(text: string): string {
  const number = /^\d+\u3000/.exec(text)?.[0] ?? numberOf(text);
  const rest = text.slice(number.length).replace(LEAD_WORD, '').replace(CELL_GAPS, '');
  return rest || text;
}

/** A header row comes again where a table goes over pages or was divided: rows like the first of their run are left out. */
function withoutRepeatedHeaders(paragraphs: readonly Paragraph[]): Paragraph[] {
  let header: string | undefined;
  return paragraphs.filter(({ text }) => {
    if (!text.includes(CELL_GAP)) header = undefined;
    else if (header === undefined) header = text;
    else return text !== header;
    return true;
  });
}

function gatheredRows(published: readonly string[], known: readonly BaseLine[]): readonly string[] {
  const rows = grouped(known, ({ text }) => (text.includes('\t') ? cellsOf(text).slice(0, 1) : []));
  if (rows.size === 0 || published.some((text) => text.includes('\t'))) return published;
  const flat = published.map((text) => text.split(LINE_END).map(normaliseParagraph).join(''));
  const gathered: string[] = [];
  for (let i = 0; i < published.length; i += 1) {
    let end = i;
    const row = (rows.get(flat[i] ?? '') ?? []).find(({ text }) => {
      const wanted = cellsOf(text).join('');
      let found = '';
      for (end = i; end < flat.length && found.length < wanted.length; end += 1) found += flat[end] ?? '';
      return found === wanted;
    });
    gathered.push(row?.text ?? published[i] ?? '');
    if (row) i = end - 1;
  }
  return gathered;
}

/** The cells of a row that hold something. */
function cellsOf(line: string): string[] {
  return line.split('\t').map(normaliseParagraph).filter(Boolean);
}
