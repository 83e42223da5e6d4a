/** Finds every character of the .docx in the PDF, in order; what a reader can't see (blanks) is left out on both sides. */
import type { Page, Word } from './pdf';
import { areaOf, PAPER } from './standard';
import type { Cell, Paragraph, WordDocument } from './word';

/** Where a character was painted. */
export interface Mark {
  page: number;
  word: Word;
}

export interface Alignment {
  /** For each paragraph, each of its characters (code points): where it stands, or undefined for blanks and what is missing. */
  marks: (Mark | undefined)[][];
  /** Pages on which each table stands, and those where its header row was found once more. */
  tablePages: Set<number>[];
  headerPages: Set<number>[];
  matched: number;
  faults: { page: number; message: string }[];
}

const BLANK = /\s/u;
/** Sizes of a chart's texts, which stand in parts of their own. */
const CHART_SIZES = [10.5, 13];
/** After so many faults the rest is only guesswork. */
const MOST_FAULTS = 40;
const LOOK_AHEAD = 80;
const SURE = 5;

interface Glyph {
  character: string;
  page: number;
  word: Word;
}

/** The words of a page that are neither its number nor a chart's. */
export function bodyWords(page: Page, charts: boolean): Word[] {
  const { bottom } = areaOf(page);
  return page.words.filter(
    ({ yMin, yMax, size }) =>
      (yMin + yMax) / 2 < bottom && !(charts && CHART_SIZES.some((one) => Math.abs(one - size) < 0.6)),
  );
}

export function align(document: WordDocument, pages: readonly Page[]): Alignment {
  const { paragraphs, grids } = document;
  const charts = paragraphs.some(({ drawing }) => drawing);
  const glyphs: Glyph[] = [];
  pages.forEach((page, number) => {
    for (const word of bodyWords(page, charts)) {
      for (const character of word.text) if (!BLANK.test(character)) glyphs.push({ character, page: number, word });
    }
  });
  const alignment: Alignment = {
    marks: paragraphs.map(({ text }) => Array.from(text, () => undefined)),
    tablePages: grids.map(() => new Set()),
    headerPages: grids.map(() => new Set()),
    matched: 0,
    faults: [],
  };
  let at = 0;
  /** Keeps what is wrong; false once it is no use to go on. */
  const fault = (message: string): boolean => {
    const page = (glyphs[at] ?? glyphs[glyphs.length - 1])?.page ?? 0;
    alignment.faults.push({ page, message });
    return alignment.faults.length < MOST_FAULTS;
  };
  const giveUp = (message: string): false => {
    fault(`${message}; nothing after it was compared`);
    return false;
  };
  const take = (slot: Slot): void => {
    const glyph = glyphs[at];
    const marks = alignment.marks[slot.paragraph];
    if (glyph && marks) marks[slot.index] = { page: glyph.page, word: glyph.word };
    alignment.matched += 1;
    at += 1;
  };
  /** Whether the characters from `from` in `slots` stand in the PDF from `start`. */
  const agrees = (slots: readonly Slot[], from: number, start: number): boolean => {
    const some = slots.slice(from, from + SURE);
    return some.length > 0 && some.every(({ character }, i) => glyphs[start + i]?.character === character);
  };

  const flow = (slots: readonly Slot[]): boolean => {
    for (let i = 0; i < slots.length; ) {
      const slot = slots[i];
      if (slot === undefined) break;
      if (glyphs[at]?.character === slot.character) {
        take(slot);
        i += 1;
        continue;
      }
      const seen = textAt(glyphs, at);
      const lost = distance((k) => agrees(slots, i + k, at));
      const added = distance((k) => agrees(slots, i, at + k));
      if (lost === undefined && added === undefined) {
        return giveUp(`“${said(slots, i, 12)}” is not found where “${seen}” stands`);
      }
      if (added === undefined || (lost !== undefined && lost <= added)) {
        if (!fault(`“${said(slots, i, lost ?? 0)}” is missing before “${seen}”`)) return false;
        i += lost ?? 1;
      } else {
        if (!fault(`“${textAt(glyphs, at, added)}” is painted but not in the document`)) return false;
        at += added;
      }
    }
    return true;
  };

  const table = (number: number, all: readonly (readonly [Paragraph, number])[]): boolean => {
    const rows = rowsOf(all);
    const header = rows
      .filter((row) => row.some(({ cell }) => cell.header))
      .flatMap((row) => row.flatMap(({ slots }) => slots));
    const grid = grids[number] ?? [0];
    let page: number | undefined;
    for (const row of rows) {
      while (row.some(({ slots, next }) => next < slots.length)) {
        const glyph = glyphs[at];
        if (glyph === undefined) {
          const rest = row.flatMap(({ slots, next }) => slots.slice(next));
          return giveUp(`the table ends before “${said(rest, 0, 12)}”`);
        }
        if (page !== undefined && glyph.page !== page && header.length > 0) {
          const repeated = header.every(({ character }, i) => glyphs[at + i]?.character === character);
          page = glyph.page;
          alignment.tablePages[number]?.add(page);
          if (repeated) {
            alignment.headerPages[number]?.add(page);
            at += header.length;
            continue;
          }
        }
        page = glyph.page;
        alignment.tablePages[number]?.add(page);
        const x = (glyph.word.xMin + glyph.word.xMax) / 2 - areaOf(pages[page] ?? PAPER).left;
        const cell = row.find(({ cell: { from, to } }) => x >= (grid[from] ?? 0) && x < (grid[to] ?? 0));
        const slot = cell?.slots[cell.next];
        if (cell && slot?.character === glyph.character) {
          take(slot);
          cell.next += 1;
          continue;
        }
        const wanted = cell ? said(cell.slots, cell.next, 12) : '';
        const seen = textAt(glyphs, at);
        const lost = cell && distance((k) => agrees(cell.slots, cell.next + k, at));
        if (cell && lost !== undefined) {
          if (!fault(`“${said(cell.slots, cell.next, lost)}” is missing before “${seen}” in a cell`)) return false;
          cell.next += lost;
        } else {
          // the rest of the row is given up, or what is painted passed over
          if (!fault(`a cell says “${wanted}”, painted is “${seen}”`)) return false;
          at += 1;
        }
      }
    }
    if (rows.some((row) => row.some(({ cell }) => cell.header))) {
      const first = Math.min(...(alignment.tablePages[number] ?? []));
      if (Number.isFinite(first)) alignment.headerPages[number]?.add(first);
    }
    return true;
  };

  for (let i = 0; i < paragraphs.length; ) {
    const paragraph = paragraphs[i];
    if (paragraph === undefined) break;
    const number = paragraph.cell?.table;
    let next = i + 1;
    if (number === undefined) {
      if (!flow(slotsOf(paragraph, i))) return alignment;
    } else {
      while (paragraphs[next]?.cell?.table === number) next += 1;
      const all = paragraphs.slice(i, next).map((one, k) => [one, i + k] as const);
      if (!table(number, all)) return alignment;
    }
    i = next;
  }
  if (at < glyphs.length) fault(`“${textAt(glyphs, at)}” is painted after the end of the document`);
  return alignment;
}

/** A visible character of a paragraph. */
interface Slot {
  character: string;
  paragraph: number;
  index: number;
}

function slotsOf({ text }: Paragraph, paragraph: number): Slot[] {
  return Array.from(text, (character, index) => ({ character, paragraph, index })).filter(
    ({ character }) => !BLANK.test(character),
  );
}

interface OpenCell {
  cell: Cell;
  slots: Slot[];
  /** How much of it was found. */
  next: number;
}

function rowsOf(all: readonly (readonly [Paragraph, number])[]): OpenCell[][] {
  const rows: OpenCell[][] = [];
  for (const [paragraph, index] of all) {
    const { cell } = paragraph;
    if (cell === undefined) continue;
    rows[cell.row] ??= [];
    const row = rows[cell.row] ?? [];
    const last = row[row.length - 1];
    const slots = slotsOf(paragraph, index);
    if (last?.cell.from === cell.from) last.slots.push(...slots);
    else row.push({ cell, slots, next: 0 });
  }
  return rows.filter((row) => row !== undefined);
}

function distance(found: (k: number) => boolean): number | undefined {
  for (let k = 1; k <= LOOK_AHEAD; k += 1) if (found(k)) return k;
  return undefined;
}

function said(slots: readonly Slot[], from: number, count: number): string {
  return slots
    .slice(from, from + count)
    .map(({ character }) => character)
    .join('');
}

function textAt(glyphs: readonly Glyph[], at: number, count = 12): string {
  return glyphs
    .slice(at, at + count)
    .map(({ character }) => character)
    .join('');
}
