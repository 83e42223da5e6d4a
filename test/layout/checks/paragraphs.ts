/** Indents of the text, the title's shape, and the signature's place (GB/T 9704-2012, 7.3.1, 7.3.3 and 7.3.5). */
import type { Rendered } from '../context';
import { isFullWidth, type Line } from '../lines';
import { areaOf, PAPER, SIZES, TOLERANCE } from '../standard';

const TWO = 2 * SIZES.body;
/** Words no line of a title is broken in. */
const WORDS =
  /中国共产党|中共|委员会|党总支|党支部|党组|党委|关于|巡察|巡视|整改|落实|进展|情况|通报|公告|报告|反馈|问题|清单|台账|目录|档案|汇报|会议|材料|医院|公司|人民/g;

/** First lines are indented two characters, wrapped ones stand flush left. */
export function checkIndents({ word, pages, lines, tally }: Rendered): void {
  for (const line of lines) {
    const paragraph = word.paragraphs[line.paragraph];
    if (!paragraph || paragraph.drawing || !/^(Normal|Heading\d)$/.test(paragraph.style)) continue;
    if (['right', 'center'].includes(paragraph.align) || line.page >= pages.length) continue;
    const { left } = areaOf(pages[line.page] ?? PAPER);
    const place = { page: line.page + 1, line: line.number };
    const indent = line.xMin - left;
    const own = paragraph.ind.left ?? 0;
    const asked = own + (line.isFirst ? (paragraph.ind.firstLine ?? TWO) : 0);
    const what = line.isFirst ? 'first-line indent' : 'wrapped line flush left';
    tally.check(
      what,
      Math.abs(indent - asked) <= TOLERANCE,
      () => `${indent.toFixed(1)} pt instead of ${asked}`,
      place,
    );
  }
}

/** Titles: centred, as many lines as they were given, no word broken, and neither a rectangle nor an hourglass. */
export function checkTitles({ word, pages, lines, unit, tally }: Rendered): number {
  let titles = 0;
  word.paragraphs.forEach((paragraph, index) => {
    if (paragraph.style !== 'Title') return;
    titles += 1;
    const own = lines.filter((line) => line.paragraph === index);
    const asked = paragraph.text.split('\n');
    const place = own[0] ? { page: own[0].page + 1, line: own[0].number } : {};
    tally.check(
      'title’s lines',
      own.length === asked.length && own.every((line, i) => line.characters.join('') === asked[i]?.replace(/\s/g, '')),
      () => `painted as ${own.map((line) => line.characters.join('')).join(' / ')}`,
      place,
    );
    for (const line of own) {
      const { left, right } = areaOf(pages[line.page] ?? PAPER);
      const away = (line.xMin + line.xMax - left - right) / 2;
      tally.check('title centred', Math.abs(away) <= TOLERANCE, () => `${away.toFixed(1)} pt from the middle`, {
        page: line.page + 1,
        line: line.number,
      });
    }
    if (asked.length < 2) return;
    const widths = own.map(({ xMin, xMax }) => xMax - xMin);
    tally.check('title’s shape', widths.length < 2 || !isRectangle(widths), () => 'all lines are equally long', place);
    tally.check(
      'title’s shape',
      !isHourglass(widths),
      () => `lines of ${widths.map((w) => (w / SIZES.title).toFixed(1)).join(', ')} characters`,
      place,
    );
    const broken = brokenWords(asked, unit);
    tally.check('title broken at sense units', broken.length === 0, () => `breaks ${broken.join('、')}`, place);
  });
  tally.check('title', titles > 0, () => 'there is none');
  return titles;
}

function isRectangle(widths: readonly number[]): boolean {
  return widths.every((width) => Math.abs(width - (widths[0] ?? 0)) < SIZES.title / 2);
}

function isHourglass(widths: readonly number[]): boolean {
  return widths.some((width, i) => {
    const [before, after] = [widths[i - 1], widths[i + 1]];
    return before !== undefined && after !== undefined && width < before - 1 && width < after - 1;
  });
}

/** Words, and the unit's name where it fits a line, that go from one line over to the next; and marks out of place. */
function brokenWords(lines: readonly string[], unit: string): string[] {
  const title = lines.join('');
  const breaks = lines.slice(0, -1).map((_, i) => lines.slice(0, i + 1).join('').length);
  const words = [...title.matchAll(WORDS)].map((found) => [found.index, found[0]] as const);
  const at = unit === '' || unit.length >= 20 ? -1 : title.indexOf(unit);
  if (at >= 0) words.push([at, unit]);
  const inside = words.filter(([from, text]) => breaks.some((one) => one > from && one < from + text.length));
  return [...inside.map(([, text]) => text), ...lines.slice(1).filter((line) => /^[的和。，、：”’》）]/.test(line))];
}

/** The unit two characters from the right; the date's first character two right of the unit's. Gives how many were found. */
export function checkSignature({ word, pages, lines, report, tally }: Rendered): number {
  const dated = word.paragraphs.flatMap(({ text, cell, style }, index) =>
    !cell && style === 'Normal' && /^\d{4}年\d{1,2}月\d{1,2}日$/.test(text) ? [index] : [],
  );
  for (const index of dated) {
    const [date] = lines.filter((line) => line.paragraph === index);
    const unit = lines.filter((line) => line.paragraph === index - 1);
    const [first] = unit;
    if (!date) continue;
    const place = { page: date.page + 1, line: date.number };
    tally.check(
      'date without leading zeros',
      !/[年月]0/.test(word.paragraphs[index]?.text ?? ''),
      () => 'has one',
      place,
    );
    const { right } = areaOf(pages[date.page] ?? PAPER);
    if (!first || word.paragraphs[index - 1]?.text === '') {
      tally.check(
        'date’s place',
        Math.abs(right - date.xMax - TWO) <= TOLERANCE,
        () => `${(right - date.xMax).toFixed(1)} pt from the right`,
        place,
      );
      continue;
    }
    tally.check(
      'signature on one line and page',
      unit.length === 1 && first.page === date.page,
      () => `${unit.length} lines`,
      place,
    );
    const gaps = autoSpaces(date);
    const shift = date.xMin - first.xMin;
    tally.check(
      'date’s place',
      shift >= TWO - gaps - 1.5 && shift <= TWO + 1.5,
      () => `begins ${shift.toFixed(1)} pt right of the unit, ${gaps.toFixed(1)} pt of blanks in it`,
      place,
    );
    if (Math.abs(shift - TWO) > 1.5) {
      tally.note(
        `the date begins ${shift.toFixed(1)} pt right of the unit: LibreOffice widens it by ${gaps.toFixed(1)} pt of blanks between figures and Chinese, which the document turns off; without them it is ${(shift + gaps).toFixed(1)} of ${TWO} pt`,
      );
    }
    const unitRight = right - first.xMax;
    const dateRight = right - date.xMax;
    // where the date is the longer, it keeps the distance and the unit moves
    const nearest = Math.min(unitRight, dateRight);
    tally.check(
      'signature’s place',
      Math.abs(nearest - TWO) <= TOLERANCE && unitRight >= TWO - TOLERANCE,
      () => `unit ${unitRight.toFixed(1)}, date ${dateRight.toFixed(1)} pt from the right`,
      place,
    );
  }
  if (report) tally.check('signature', dated.length === 1, () => `${dated.length} dates stand alone`);
  return dated.length;
}

/** Blanks LibreOffice put between figures and Chinese: what is left of the line beyond its characters' widths. */
function autoSpaces({ characters, words }: Line): number {
  let gaps = 0;
  words.forEach((word, i) => {
    const before = words[i - 1];
    if (before) gaps += Math.max(0, word.xMin - before.xMax);
  });
  return characters.some(isFullWidth) ? gaps : 0;
}
