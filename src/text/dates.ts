/** Date-only values: every usual written form in, `YYYY-MM-DD` inside, serial numbers in cells, GB/T 15835 form out. */
import { fromChineseNumber } from './numerals';
import { toHalfWidth } from './spacing';

/** A calendar date as `YYYY-MM-DD`, without time or zone. */
export type LedgerDate = string;

const DAY_MS = 86_400_000;
/** Day zero of spreadsheet serial numbers (Sheets API v4, "Date/time serial numbers"). */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const DIGIT_FORM = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/;
const COMPACT_FORM = /^(\d{4})(\d{2})(\d{2})$/;
const CHINESE_FORM =
  /^([零〇○一二三四五六七八九]{4})年([一二三四五六七八九]|十[一二]?)月([一二三四五六七八九]|[一二三]?十[一二三四五六七八九]?)[日号]$/;

/** The date of year, month (1–12) and day, or undefined where the calendar has no such day (30 February). */
export function dateOf(year: number, month: number, day: number): LedgerDate | undefined {
  const instant = new Date(Date.UTC(year, month - 1, day));
  const real =
    year >= 1900 && year <= 9999 && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day && month >= 1;
  return real ? instant.toISOString().slice(0, 10) : undefined;
}

/**
 * The date a text writes: 2025-09-15, 2025/9/15, 2025.9.15, 20250915, 2025年9月15日, 二〇二五年九月十五日,
 * with full-width digits too; undefined when it writes none or a day the calendar has not.
 */
export function parseDate(text: string): LedgerDate | undefined {
  const plain = toHalfWidth(text.trim());
  const digits = DIGIT_FORM.exec(plain) ?? COMPACT_FORM.exec(plain);
  if (digits) return dateOf(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const chinese = CHINESE_FORM.exec(plain);
  if (!chinese) return undefined;
  const [year, month, day] = chinese.slice(1).map((part) => fromChineseNumber(part));
  return year === undefined || month === undefined || day === undefined ? undefined : dateOf(year, month, day);
}

/** `2025年9月15日`, without leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function formatChineseDate(date: LedgerDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** Spreadsheet serial number of a date. */
export function toSerial(date: LedgerDate): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - SERIAL_EPOCH) / DAY_MS);
}

/** Date of a spreadsheet serial number (its time of day is dropped); undefined outside 1900–9999. */
export function fromSerial(serial: number): LedgerDate | undefined {
  if (!Number.isFinite(serial) || serial < 2 || serial >= 2_958_466) return undefined;
  return new Date(SERIAL_EPOCH + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}

/** The date `days` after `date` (before, when negative). */
export function addDays(date: LedgerDate, days: number): LedgerDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LedgerDate, to: LedgerDate): number {
  return toSerial(to) - toSerial(from);
}
