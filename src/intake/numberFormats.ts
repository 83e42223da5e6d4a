/** Number formats of automatic lists (ISO/IEC 29500-1, 17.18.59) as far as Chinese documents use them. */
import { toChineseNumber } from '../text/numerals';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';

const digits = (value: number, zero: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
const cycle = (value: number, letters: string): string => letters.charAt((value - 1) % letters.length);
/** One of a run of ready-made characters, in digits beyond its end. */
const enclosed = (value: number, first: number, last: number): string =>
  value >= 1 && value <= last ? String.fromCharCode(first + value - 1) : String(value);

const FORMATS: ReadonlyMap<string, (value: number) => string> = new Map<string, (value: number) => string>([
  ['decimal', String],
  ['decimalZero', (value) => (value < 10 ? `0${value}` : String(value))],
  ['upperRoman', (value) => roman(value).toUpperCase()],
  ['lowerRoman', (value) => roman(value)],
  ['upperLetter', (value) => letters(value, 'A')],
  ['lowerLetter', (value) => letters(value, 'a')],
  ['chineseCounting', toChineseNumber],
  ['chineseCountingThousand', toChineseNumber],
  ['taiwaneseCounting', toChineseNumber],
  ['taiwaneseCountingThousand', toChineseNumber],
  ['japaneseCounting', toChineseNumber],
  [
    'ideographDigital',
    (value) => String(value).replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit))),
  ],
  [
    'chineseLegalSimplified',
    (value) =>
      toChineseNumber(value).replace(
        /[零一二三四五六七八九十百千]/g,
        (c) => ({ 十: '拾', 百: '佰', 千: '仟' })[c] ?? LEGAL_DIGITS.charAt('零一二三四五六七八九'.indexOf(c)),
      ),
  ],
  ['ideographTraditional', (value) => cycle(value, STEMS)],
  ['ideographZodiac', (value) => cycle(value, BRANCHES)],
  ['decimalFullWidth', (value) => digits(value, 0xff10)],
  ['decimalFullWidth2', (value) => digits(value, 0xff10)],
  ['decimalHalfWidth', String],
  ['decimalEnclosedCircle', (value) => enclosed(value, 0x2460, 20)],
  ['decimalEnclosedCircleChinese', (value) => enclosed(value, 0x2460, 20)],
  ['decimalEnclosedParen', (value) => enclosed(value, 0x2474, 20)],
  ['decimalEnclosedFullstop', (value) => enclosed(value, 0x2488, 20)],
  ['ideographEnclosedCircle', (value) => enclosed(value, 0x3280, 10)],
  ['numberInDash', (value) => `- ${value} -`],
  ['none', () => ''],
]);

/** The number as the word processor shows it; a format not known here in digits. */
export function formatNumber(value: number, format: string): string {
  return (FORMATS.get(format) ?? String)(value);
}

/** A, B … Z, AA, BB … as Word counts, not AA, AB. */
function letters(value: number, first: string): string {
  if (value < 1) return '';
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.floor((value - 1) / 26) + 1, 30));
}

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  if (value > 32767) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
