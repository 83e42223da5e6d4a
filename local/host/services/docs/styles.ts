/** Word's styles as the importer is taken to read them: the built-in ones become named styles, others are flattened. */
import type { docs_v1 } from '@googleapis/docs';
import { child, numberOf, switched, val, type XmlElement } from './xml';

type ParagraphStyle = docs_v1.Schema$ParagraphStyle;
type TextStyle = docs_v1.Schema$TextStyle;

/** What a style or a paragraph sets, in the Docs API's words. */
export interface Look {
  paragraph: ParagraphStyle;
  text: TextStyle;
}

const ALIGNMENTS: Readonly<Record<string, string>> = {
  left: 'START',
  start: 'START',
  right: 'END',
  end: 'END',
  center: 'CENTER',
  both: 'JUSTIFIED',
  distribute: 'JUSTIFIED',
};

/** A length of twips. Zero has no magnitude, as the API leaves out what is 0. */
export function points(twips: number): docs_v1.Schema$Dimension {
  return twips === 0 ? { unit: 'PT' } : { magnitude: twips / 20, unit: 'PT' };
}

/** w:pPr. An exact or least pitch is taken to be lost: the model has percentages only. */
export function paragraphLook(properties: XmlElement | undefined): ParagraphStyle {
  const look: ParagraphStyle = {};
  const alignment = ALIGNMENTS[val(properties, 'w:jc') ?? ''];
  if (alignment) look.alignment = alignment;
  const spacing = child(properties, 'w:spacing');
  const line = numberOf(spacing, 'w:line');
  const rule = spacing?.attributes['w:lineRule'] ?? 'auto';
  if (line !== undefined) look.lineSpacing = rule === 'auto' ? (line / 240) * 100 : 100;
  const [before, after] = [numberOf(spacing, 'w:before'), numberOf(spacing, 'w:after')];
  if (before !== undefined) look.spaceAbove = points(before);
  if (after !== undefined) look.spaceBelow = points(after);
  const indent = child(properties, 'w:ind');
  const start = numberOf(indent, 'w:left') ?? numberOf(indent, 'w:start');
  const end = numberOf(indent, 'w:right') ?? numberOf(indent, 'w:end');
  const hanging = numberOf(indent, 'w:hanging');
  const first = numberOf(indent, 'w:firstLine') ?? (hanging === undefined ? undefined : -hanging);
  if (start !== undefined) look.indentStart = points(start);
  if (end !== undefined) look.indentEnd = points(end);
  // the API measures the first line from the margin, Word from the other lines
  if (first !== undefined) look.indentFirstLine = points((start ?? 0) + first);
  const keep = switched(properties, 'w:keepNext');
  if (keep !== undefined) look.keepWithNext = keep;
  const widows = switched(properties, 'w:widowControl');
  if (widows !== undefined) look.avoidWidowAndOrphan = widows;
  return look;
}

/** w:rPr. One family a run: that of Chinese text. Spacing between characters is not in the model. */
export function textLook(properties: XmlElement | undefined): TextStyle {
  const look: TextStyle = {};
  const fonts = child(properties, 'w:rFonts')?.attributes;
  const family = fonts?.['w:eastAsia'] ?? fonts?.['w:ascii'];
  if (family) look.weightedFontFamily = { fontFamily: family, weight: 400 };
  const size = Number(val(properties, 'w:sz') ?? Number.NaN);
  if (Number.isFinite(size)) look.fontSize = { magnitude: size / 2, unit: 'PT' };
  const marks = { bold: 'w:b', italic: 'w:i' } as const;
  const bold = switched(properties, marks.bold);
  if (bold !== undefined) look.bold = bold;
  const italic = switched(properties, marks.italic);
  if (italic !== undefined) look.italic = italic;
  return look;
}

interface WordStyle {
  named: string | undefined;
  basedOn: string | undefined;
  look: Look;
}

export class Styles {
  readonly #styles = new Map<string, WordStyle>();
  readonly #defaults: Look;

  constructor(part: XmlElement | undefined) {
    const defaults = child(part, 'w:docDefaults');
    this.#defaults = {
      paragraph: paragraphLook(child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
      text: textLook(child(child(defaults, 'w:rPrDefault'), 'w:rPr')),
    };
    for (const style of part?.children ?? []) {
      if (style.name !== 'w:style' || style.attributes['w:type'] !== 'paragraph') continue;
      this.#styles.set(style.attributes['w:styleId'] ?? '', {
        named: namedType(val(style, 'w:name') ?? ''),
        basedOn: val(style, 'w:basedOn'),
        look: { paragraph: paragraphLook(child(style, 'w:pPr')), text: textLook(child(style, 'w:rPr')) },
      });
    }
  }

  /** The named style a paragraph of the Word style gets, and what the style sets beyond it. */
  of(id: string | undefined): { type: string; beyond: Look } {
    const beyond: Look = { paragraph: {}, text: {} };
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = this.#styles.get(at)?.basedOn) {
      seen.add(at);
      const style = this.#styles.get(at);
      if (!style || style.named) return { type: style?.named ?? 'NORMAL_TEXT', beyond };
      beyond.paragraph = { ...style.look.paragraph, ...beyond.paragraph };
      beyond.text = { ...style.look.text, ...beyond.text };
    }
    return { type: 'NORMAL_TEXT', beyond };
  }

  /** Normal text is complete; the others say what they set. */
  namedStyles(): docs_v1.Schema$NamedStyle[] {
    const normal: docs_v1.Schema$NamedStyle = {
      namedStyleType: 'NORMAL_TEXT',
      paragraphStyle: {
        namedStyleType: 'NORMAL_TEXT',
        alignment: 'START',
        lineSpacing: 115,
        direction: 'LEFT_TO_RIGHT',
        indentStart: points(0),
        indentEnd: points(0),
        indentFirstLine: points(0),
        ...this.#defaults.paragraph,
      },
      textStyle: {
        bold: false,
        italic: false,
        fontSize: { magnitude: 11, unit: 'PT' },
        weightedFontFamily: { fontFamily: 'Arial', weight: 400 },
        ...this.#defaults.text,
      },
    };
    const all = [normal];
    for (const { named, look } of this.#styles.values()) {
      if (named === 'NORMAL_TEXT') {
        normal.paragraphStyle = { ...normal.paragraphStyle, ...look.paragraph };
        normal.textStyle = { ...normal.textStyle, ...look.text };
      } else if (named && !all.some((one) => one.namedStyleType === named))
        all.push({
          namedStyleType: named,
          paragraphStyle: { namedStyleType: named, ...look.paragraph },
          textStyle: look.text,
        });
    }
    return all;
  }
}

function namedType(name: string): string | undefined {
  const heading = /^heading ([1-6])$/i.exec(name)?.[1];
  if (heading) return `HEADING_${heading}`;
  return { normal: 'NORMAL_TEXT', title: 'TITLE', subtitle: 'SUBTITLE' }[name.toLowerCase()];
}
