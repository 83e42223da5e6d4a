/** Number formats of automatic lists (ISO/IEC 29500-1, 17.18.59) as far as Chinese documents use them. */
import { toChineseNumber } from '../text/numerals';

const LEGAL = '零壹贰叁肆伍陆柒捌玖拾佰仟';

const digits = (value: number, write: (digit: number) => string): string =>
  String(value).replace(/\d/g, (digit) => write(Number(digit)));
const cycle = (value: number, letters: string): string => letters.charAt((value - 1) % letters.length);
/** One of a run of ready-made characters, in digits beyond its end. */
const enclosed = (value: number, first: number, last: number): string =>
  value >= 1 && value <= last ? String.fromCharCode(first + value - 1) : String(value);

type Format = (value: number) => string;
const inCircles: Format = (value) => enclosed(value, 0x2460, 20);
const fullWidth: Format = (value) => digits(value, (digit) => String.fromCharCode(0xff10 + digit));

const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['decimalZero', (value) => (value < 10 ? `0${value}` : String(value))],
  ['upperRoman', (value) => roman(value).toUpperCase()],
  ['lowerRoman', roman],
  ['upperLetter', (value) => letters(value, 65)],
  ['lowerLetter', (value) => letters(value, 97)],
  ['chineseCounting', toChineseNumber],
  ['chineseCountingThousand', toChineseNumber],
  ['taiwaneseCounting', toChineseNumber],
  ['taiwaneseCountingThousand', toChineseNumber],
  ['japaneseCounting', toChineseNumber],
  ['ideographDigital', (value) => digits(value, (digit) => '〇一二三四五六七八九'.charAt(digit))],
  [
    'chineseLegalSimplified',
    (value) => toChineseNumber(value).replace(/[^\d]/g, (c) => LEGAL.charAt('零一二三四五六七八九十百千'.indexOf(c))),
  ],
  ['ideographTraditional', (value) => cycle(value, '甲乙丙丁戊己庚辛壬癸')],
  ['ideographZodiac', (value) => cycle(value, '子丑寅卯辰巳午未申酉戌亥')],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['decimalEnclosedCircle', inCircles],
  ['decimalEnclosedCircleChinese', inCircles],
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
function letters(value: number, first: number): string {
  if (value < 1) return '';
  const letter = String.fromCharCode(first + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.ceil(value / 26), 30));
}

/** Worths of the Roman signs, from one to the next. */
const ROMAN = 'm 1000 cm 900 d 500 cd 400 c 100 xc 90 l 50 xl 40 x 10 ix 9 v 5 iv 4 i 1';

function roman(value: number): string {
  if (value > 32767) return String(value);
  let rest = value;
  let text = '';
  for (const [, sign = '', worth] of ROMAN.matchAll(/(\w+) (\d+)/g)) {
    const times = Math.max(0, Math.floor(rest / Number(worth)));
    text += sign.repeat(times);
    rest -= times * Number(worth);
  }
  return text;
}
