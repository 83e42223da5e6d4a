/** How the text is to look in a Google Doc, and how it does. Numbers are those of the .docx (GB/T 9704-2012). */
import type { Document, Paragraph, ParagraphStyle, TextStyle } from './shapes';

const NORMAL = 'NORMAL_TEXT';

export const HEI = '黑体';

/** Typefaces of the .docx and what stands for them elsewhere; Docs keeps a name it does not know and shows Arial. */
const OURS = /^(?:方正小标宋|黑体|楷体|仿宋|宋体|Sim|Fang|Kai)/;

/** First-line indent of two characters, in points. */
export const TWO_CHARACTERS = 32;

/** Exact pitch in points by the size of the text. */
const PITCHES: Readonly<Record<number, number>> = { 22: 32, 16: 28.95, 12: 16 };
/** Height of a line at 100 % as part of the size: that of Arial, which Docs shows for typefaces it lacks. */
const LINE_HEIGHT = 1.15;

/** Typeface of a named style. */
export function familyOf(type: string): string {
  return { TITLE: '方正小标宋简体', HEADING_1: HEI, HEADING_2: '楷体_GB2312' }[type] ?? '仿宋_GB2312';
}

export function isOurs(family: string): boolean {
  return OURS.test(family);
}

/** Line spacing in percent that comes nearest to the exact pitch; undefined for sizes the report has not. */
export function spacingOf(size: number): number | undefined {
  const pitch = PITCHES[size];
  return pitch && Math.round((pitch / size / LINE_HEIGHT) * 100);
}

/** Lengths and percentages are rounded on their way. */
export function differs(one: number, other: number): boolean {
  return Math.abs(one - other) > 1;
}

/** What a paragraph looks like once its named style has given what it does not say itself. */
export interface Look {
  type: string;
  own: ParagraphStyle;
  alignment: string;
  line: number;
  /** Of the first line, in points. */
  indent: number;
  /** Of a run's text. */
  size(style: TextStyle | null | undefined): number;
  family(style: TextStyle | null | undefined): string;
}

/** Looks of the document's paragraphs. */
export function lookup({ namedStyles }: Document): (paragraph: Paragraph) => Look {
  const named = (type: string) => namedStyles?.styles?.find(({ namedStyleType }) => namedStyleType === type);
  const normal = named(NORMAL);
  return ({ paragraphStyle }) => {
    const own = paragraphStyle ?? {};
    const type = own.namedStyleType ?? NORMAL;
    const style = named(type);
    const whole: ParagraphStyle = { ...normal?.paragraphStyle, ...style?.paragraphStyle, ...own };
    const text: TextStyle = { ...normal?.textStyle, ...style?.textStyle };
    return {
      type,
      own,
      alignment: whole.alignment ?? 'START',
      line: whole.lineSpacing ?? 0,
      indent: whole.indentFirstLine?.magnitude ?? 0,
      size: (run) => (run?.fontSize ?? text.fontSize)?.magnitude ?? 0,
      family: (run) => (run?.weightedFontFamily ?? text.weightedFontFamily)?.fontFamily ?? '',
    };
  };
}
