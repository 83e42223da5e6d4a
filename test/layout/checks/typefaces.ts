/** Typeface and size of every character: what the standard asks for by level, as the stand-in for it. */

import type { Rendered } from '../context';
import { run } from '../pdf';
import { SIZES, STAND_INS } from '../standard';
import type { Paragraph } from '../word';

/** Typeface of a paragraph by its level (GB/T 9704-2012, 7.3.1 and 7.3.3). */
const BY_STYLE: Readonly<Record<string, readonly [face: string, size: number]>> = {
  Title: ['方正小标宋简体', SIZES.title],
  Heading1: ['黑体', SIZES.body],
  Heading2: ['楷体_GB2312', SIZES.body],
  Heading3: ['仿宋_GB2312', SIZES.body],
  Heading4: ['仿宋_GB2312', SIZES.body],
  Normal: ['仿宋_GB2312', SIZES.body],
  LedgerCell: ['仿宋_GB2312', SIZES.table],
};
/** A heading of level 1 or 2, as its own paragraph or running on into one. */
const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/^[一二三四五六七八九十百]+、/, '黑体'],
  [/^（[一二三四五六七八九十百]+）/, '楷体_GB2312'],
];

export interface FaceCounts {
  characters: number;
  /** Characters the stand-in lacks, set in another typeface. */
  lacking: Set<string>;
}

/** Checks each character found; `lacks` tells whether the stand-in of a typeface has no such character. */
export function checkFaces(
  { word, alignment, tally }: Rendered,
  lacks: (face: string, character: string) => boolean,
): FaceCounts {
  const counts: FaceCounts = { characters: 0, lacking: new Set() };
  word.paragraphs.forEach((paragraph, i) => {
    const asked = BY_STYLE[paragraph.style];
    if (asked === undefined) {
      tally.check('typeface', false, () => `no level is known for the style ${paragraph.style}`);
      return;
    }
    const [ofStyle, size] = asked;
    tally.check(
      'typeface of the style',
      (word.styleFaces.get(paragraph.style) ?? ofStyle) === ofStyle,
      () => `${paragraph.style} is set in ${word.styleFaces.get(paragraph.style)}`,
    );
    checkLevel(paragraph);
    let unit = 0;
    Array.from(paragraph.text).forEach((character, k) => {
      const own = paragraph.faces[unit] || ofStyle;
      unit += character.length;
      const mark = alignment.marks[i]?.[k];
      if (mark === undefined) return;
      counts.characters += 1;
      const { face, size: seen } = mark.word;
      const place = { page: mark.page + 1 };
      const stands = STAND_INS[own]?.inPdf.test(face) ?? false;
      if (!stands && lacks(own, character)) counts.lacking.add(character);
      else
        tally.check('typeface', stands, () => `“${character}” of ${own} is set in ${face || 'an unknown face'}`, place);
      // poppler tells sizes to a third of a point
      tally.check(
        'size',
        Math.abs(seen - size) < 0.4,
        () => `“${character}” is ${seen.toFixed(1)} pt, not ${size}`,
        place,
      );
    });
  });

  /** Whatever the style says, a numbered heading has its level's typeface. */
  function checkLevel({ text, faces, style, cell }: Paragraph): void {
    if (cell || style === 'Title') return;
    const level = LEVELS.find(([number]) => number.test(text));
    if (!level) return;
    const [, face] = level;
    const own = faces[0] || BY_STYLE[style]?.[0];
    tally.check('typeface of the level', own === face, () => `“${text.slice(0, 12)}” is set in ${own}`);
  }
  return counts;
}

/** The characters of font files, by fontconfig: `lacks(file, character)`. */
export function coverage(pathOf: (file: string) => string): (face: string, character: string) => boolean {
  const sets = new Map<string, (readonly [number, number])[]>();
  return (face, character) => {
    const file = STAND_INS[face]?.file;
    if (file === undefined) return false;
    let ranges = sets.get(file);
    if (ranges === undefined) {
      const listed = run('fc-query', ['--format', '%{charset}\n', pathOf(file)]).split('\n')[0] ?? '';
      ranges = listed.split(' ').map((range) => {
        const [from = '', to = from] = range.split('-');
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
      });
      sets.set(file, ranges);
    }
    const code = character.codePointAt(0) ?? 0;
    return !ranges.some(([from, to]) => code >= from && code <= to);
  };
}
