/** 22 lines of 28 characters on a page, and the text inside the type area (GB/T 9704-2012, 5.2.1 and 5.2.2). */
import type { Rendered } from '../context';
import { isFullWidth, type Line, unbroken } from '../lines';
import { areaOf, CHARACTERS, LINES, PAPER, PITCH, SIZES, TOLERANCE } from '../standard';
import type { Paragraph } from '../word';

/** Between neighbouring lines. LibreOffice writes tenths of a point, so 28.9 and 29.0 come by turns. */
const PITCH_TOLERANCE = 0.1;
/** What LibreOffice puts between Chinese and Latin, whatever autoSpaceDE and autoSpaceDN say. */
const AUTO_SPACE = 0.25 * SIZES.body;
/** Advance of a full-width character: the stand-ins' is 16 pt, closed by 0.2. */
const ADVANCE = SIZES.body - 0.2;

/**
 * How short of the edge a filled line may end. LibreOffice spreads a line by whole twips: what is less than a twentieth of
 * a point for each of its gaps is left over, 1.4 pt at most, and a tenth more by its rounding.
 */
const LEFT_OVER = CHARACTERS / 20 + 0.2;

export interface GridCounts {
  fullPages: number;
  lines: number;
  fullLines: number;
}

/** Checks pitch, page filling, line filling and margins of the text outside tables. */
export function checkGrid({ word, pages, alignment, lines, tally }: Rendered): GridCounts {
  const tablePages = new Set(alignment.tablePages.flatMap((on) => [...on]));
  const counts: GridCounts = { fullPages: 0, lines: lines.length, fullLines: 0 };
  const isText = ({ style, drawing }: Paragraph): boolean => /^(Normal|Heading\d)$/.test(style) && !drawing;
  const paragraphOf = (line: Line): Paragraph | undefined => word.paragraphs[line.paragraph];

  lines.forEach((line, i) => {
    const next = lines[i + 1];
    const paragraph = paragraphOf(line);
    const page = pages[line.page];
    if (!paragraph || !page || !isText(paragraph)) return;
    const place = { page: line.page + 1, line: line.number };
    const area = areaOf(page);
    tally.check('left margin', line.xMin >= area.left - TOLERANCE, () => `begins at ${line.xMin.toFixed(1)} pt`, place);
    const last = line.characters[line.characters.length - 1] ?? '';
    const holds = line.xMax <= area.right + TOLERANCE;
    tally.check('right margin', holds, () => `ends at ${line.xMax.toFixed(1)} pt with “${last}”`, place);

    if (next && next.page === line.page && isNeighbour(word.paragraphs, line.paragraph, next.paragraph, isText)) {
      const blanks = next.paragraph === line.paragraph ? 0 : next.paragraph - line.paragraph - 1;
      const pitch = (next.y - line.y) / (blanks + 1);
      const holds = Math.abs(pitch - PITCH) <= PITCH_TOLERANCE;
      tally.check('line pitch', holds, () => `${pitch.toFixed(2)} pt to the next line`, place);
    }
    if (next && next.paragraph === line.paragraph) {
      counts.fullLines += 1;
      checkFull(line, next, paragraph);
    }
  });

  /** A line that goes on in the next one fills the type area: no more would have gone in. */
  function checkFull(line: Line, next: Line, paragraph: Paragraph): void {
    const { right } = areaOf(pages[line.page] ?? PAPER);
    const place = { page: line.page + 1, line: line.number };
    const { characters } = line;
    const reaches = line.xMax >= right - LEFT_OVER;
    tally.check('line filled', reaches, () => `ends at ${line.xMax.toFixed(1)} of ${right.toFixed(1)} pt`, place);
    const capacity = CHARACTERS - Math.round((line.xMin - areaOf(pages[line.page] ?? PAPER).left) / SIZES.body);
    const own = characters.filter((_, i) => i < characters.length - 1 || line.xMax <= right + TOLERANCE).length;
    const text = Array.from(paragraph.text);
    const unit = unbroken(text, next.from);
    if ([...characters, ...unit].every(isFullWidth)) {
      const holds = own === capacity || (own < capacity && own + unit.length > capacity);
      const detail = (): string => `${own} characters instead of ${capacity}; “${unit.join('')}” would have gone in`;
      tally.check('28 characters', holds, detail, place);
      return;
    }
    const room = capacity * ADVANCE - widthOf(characters.slice(0, own)) - widthOf(unit);
    // Latin letters differ in width: one of them is let pass
    tally.check(
      'line as full as it can be',
      room < SIZES.body / 2,
      () => `${room.toFixed(1)} pt left for “${unit.join('')}”`,
      place,
    );
  }

  pages.forEach((page, number) => {
    if (page.width > page.height || tablePages.has(number)) return;
    const own = lines.filter((line) => line.page === number);
    const [first] = own;
    const last = own[own.length - 1];
    if (!first || !last) return;
    const from = first.paragraph;
    const to = last.paragraph;
    const stretch = word.paragraphs.slice(from, to + 1);
    if (!stretch.every((one) => isText(one) && !one.cell)) return;
    const area = areaOf(page);
    const slot = (line: Line): number => (line.y - area.top) / PITCH;
    tally.check(
      'first line',
      Math.abs(slot(first) - Math.round(slot(first))) * PITCH <= TOLERANCE,
      () => `${slot(first).toFixed(2)} lines below the top margin`,
      { page: number + 1, line: 1 },
    );
    const goesOn = lines.find((line) => line.page > number);
    const sectionEnds =
      goesOn === undefined || word.paragraphs[goesOn.paragraph]?.section !== word.paragraphs[to]?.section;
    const following = word.paragraphs.slice(to + 1, goesOn?.paragraph ?? to + 1);
    if (sectionEnds || following.some(({ cell, drawing }) => cell || drawing)) return;
    counts.fullPages += 1;
    const used = Math.round(slot(last)) + following.filter(({ text }) => text === '').length;
    // a heading stays with what follows it; the lines it would have taken stay empty
    const kept = goesOn && goesOn.from === 0 ? keptLines(word.paragraphs, lines, goesOn) : 0;
    const holds =
      used === LINES || (used < LINES && LINES - used <= kept) || (used > LINES && used - following.length <= LINES);
    tally.check('22 lines', holds, () => `${used} lines, ${kept} kept with the next page`, { page: number + 1 });
    const begins = Math.round(slot(first)) - 1;
    tally.check(
      '22 lines from the top',
      begins === 0 || number === 0 || word.paragraphs[from - 1]?.text === '',
      () => `the first line is the ${begins + 1}th`,
      { page: number + 1 },
    );
    tally.check('bottom margin', last.y <= area.bottom + TOLERANCE, () => `ends at ${last.y.toFixed(1)} pt`, {
      page: number + 1,
      line: last.number,
    });
  });
  return counts;
}

/** Whether nothing but empty lines of text stands between the paragraphs. */
function isNeighbour(
  paragraphs: readonly Paragraph[],
  from: number,
  to: number,
  isText: (paragraph: Paragraph) => boolean,
): boolean {
  return paragraphs
    .slice(from, to + 1)
    .every((one, i, all) => isText(one) && !one.cell && (i === 0 || i === all.length - 1 || one.text === ''));
}

/** Lines at the head of a page that had to stay with the line after them. */
function keptLines(paragraphs: readonly Paragraph[], lines: readonly Line[], first: Line): number {
  let count = 0;
  for (let i = first.paragraph; paragraphs[i] && isKept(paragraphs[i]); i += 1) {
    count += lines.filter(({ paragraph }) => paragraph === i).length;
  }
  return count;
}

function isKept(paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && (paragraph.keepNext || /^(Heading|Title)/.test(paragraph.style));
}

function widthOf(characters: readonly string[]): number {
  let width = 0;
  characters.forEach((character, i) => {
    const full = isFullWidth(character);
    width += full ? ADVANCE : SIZES.body / 2 - 0.2;
    const before = characters[i - 1];
    if (before !== undefined && isFullWidth(before) !== full) width += AUTO_SPACE;
  });
  return width;
}
