/** What Sheets makes of text as if a person had typed it (Sheets API v4, ValueInputOption USER_ENTERED), locale zh_CN. */
import type { sheets_v4 } from '@googleapis/sheets';
import { serialOf } from './serial';

export interface Entered {
  value: sheets_v4.Schema$ExtendedValue | undefined;
  /** the format the cell takes on when it has none of its own */
  format?: sheets_v4.Schema$NumberFormat;
}

const DATE = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
/** `3-2`, `3/2`, `3-2-01`: an issue or evidence number to people, a date to Sheets. */
const SHORT_DATE = /^(?:(\d{1,2})([-/]))?(\d{1,2})([-/])(\d{1,2})$/;
const CHINESE_DATE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

/**
 * Empty text clears the cell; `'…` is text; `=…` and `+…` are formulas; numbers, percentages, dates and booleans are read.
 * @param year the year a day and month without one fall in; undefined leaves them text
 */
export function typed(text: string, year?: number): Entered {
  if (text === '') return { value: undefined };
  if (text.startsWith("'")) return { value: { stringValue: text.slice(1) } };
  if (text.startsWith('=') && text.length > 1) return { value: { formulaValue: text } };
  const trimmed = text.trim();
  const number = typedNumber(trimmed);
  if (number) return number;
  if (text.startsWith('+') && text.length > 1) return { value: { formulaValue: `=${text}` } };
  if (/^(true|false)$/i.test(trimmed)) return { value: { boolValue: trimmed.toLowerCase() === 'true' } };
  return typedDate(trimmed, year) ?? { value: { stringValue: text } };
}

function typedNumber(text: string): Entered | undefined {
  const percent = text.endsWith('%');
  const body = percent ? text.slice(0, -1) : text;
  if (!/\d/.test(body) || !NUMBER.test(body)) return undefined;
  const value = Number(body.replace(/,/g, ''));
  if (!Number.isFinite(value)) return undefined;
  if (percent) {
    return {
      value: { numberValue: value / 100 },
      format: { type: 'PERCENT', pattern: body.includes('.') ? '0.00%' : '0%' },
    };
  }
  if (body.includes(',')) {
    return {
      value: { numberValue: value },
      format: { type: 'NUMBER', pattern: body.includes('.') ? '#,##0.00' : '#,##0' },
    };
  }
  return { value: { numberValue: value } };
}

function typedDate(text: string, year: number | undefined): Entered | undefined {
  const chinese = CHINESE_DATE.exec(text);
  if (chinese) {
    const serial = serialOf(Number(chinese[1]), Number(chinese[2]), Number(chinese[3]));
    if (serial === undefined) return undefined;
    return { value: { numberValue: serial }, format: { type: 'DATE', pattern: 'yyyy"年"m"月"d"日"' } };
  }
  const date = DATE.exec(text);
  if (date) {
    const [, year, mark, month = '', day, hour, minute, second] = date;
    const serial = serialOf(
      Number(year),
      Number(month),
      Number(day),
      Number(hour ?? 0),
      Number(minute ?? 0),
      Number(second ?? 0),
    );
    if (serial === undefined) return undefined;
    const shown = mark === '/' ? 'yyyy/m/d' : month.length === 2 ? 'yyyy-mm-dd' : 'yyyy-m-d';
    const format =
      hour === undefined ? { type: 'DATE', pattern: shown } : { type: 'DATE_TIME', pattern: `${shown} h:mm:ss` };
    return { value: { numberValue: serial }, format };
  }
  const short = SHORT_DATE.exec(text);
  if (short && year !== undefined) {
    const [, first, mark, month, other, day] = short;
    if (first !== undefined && mark !== other) return undefined;
    const serial = serialOf(first === undefined ? year : longYear(Number(first)), Number(month), Number(day));
    const pattern = first === undefined ? `m${other}d` : `yyyy${other}m${other}d`;
    return serial === undefined ? undefined : { value: { numberValue: serial }, format: { type: 'DATE', pattern } };
  }
  const time = TIME.exec(text);
  if (time && Number(time[1]) < 24 && Number(time[2]) < 60 && Number(time[3] ?? 0) < 60) {
    const seconds = Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0);
    return { value: { numberValue: seconds / 86_400 }, format: { type: 'TIME', pattern: 'h:mm:ss' } };
  }
  return undefined;
}

/** Two digits name a year from 1930 to 2029. */
function longYear(year: number): number {
  return year < 30 ? 2000 + year : 1900 + year;
}
