/** Chinese counting numerals as official documents number with: 一、十二、一百零三. */

const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/** Chinese counting numeral of a whole number from 0 to 9,999; other numbers come back in digits. */
export function toChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return String(value);
  if (value === 0) return '零';
  const digits = String(value);
  let text = '';
  let pendingZero = false;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.charAt(i));
    if (digit === 0) {
      pendingZero = text !== '';
      continue;
    }
    if (pendingZero) text += '零';
    pendingZero = false;
    text += DIGITS.charAt(digit) + (UNITS[digits.length - 1 - i] ?? '');
  }
  // ten to nineteen drop the leading 一: 十二, not 一十二
  return text.startsWith('一十') ? text.slice(1) : text;
}

/**
 * Whole number of a Chinese counting numeral (十二 → 12) or of a numeral read digit by digit (二〇二五 → 2025);
 * undefined when the text is neither.
 */
export function fromChineseNumber(text: string): number | undefined {
  if (text === '') return undefined;
  const plain = text.replace(/[〇○]/g, '零').replace(/两/g, '二');
  if (/^[零一二三四五六七八九]+$/.test(plain)) {
    return Number(Array.from(plain, (c) => DIGITS.indexOf(c)).join(''));
  }
  if (!/^[零一二三四五六七八九十百千]+$/.test(plain)) return undefined;
  let total = 0;
  let digit = 0;
  for (const c of plain) {
    const unit = UNITS.indexOf(c);
    if (unit > 0) {
      total += (digit === 0 ? 1 : digit) * 10 ** unit;
      digit = 0;
    } else {
      digit = DIGITS.indexOf(c);
    }
  }
  const value = total + digit;
  const canonical = toChineseNumber(value);
  const unabridged = canonical.startsWith('十') ? `一${canonical}` : canonical;
  return plain === canonical || plain === unabridged ? value : undefined;
}
