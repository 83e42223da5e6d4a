/** What a cell shows: numbers and dates by their pattern (Sheets API v4, "Date and number formats"). */
import type { sheets_v4 } from '@googleapis/sheets';
import { notImplemented } from '../errors';
import { calendarOf } from './serial';

type NumberFormat = sheets_v4.Schema$NumberFormat;

/** Patterns of a format that names a type only, for the locale zh_CN. */
const DEFAULT_PATTERNS: Record<string, string> = {
  DATE: 'yyyy-m-d',
  TIME: 'h:mm:ss',
  DATE_TIME: 'yyyy-m-d h:mm:ss',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  SCIENTIFIC: '0.00E+00',
};
const DATE_TYPES: ReadonlySet<string> = new Set(['DATE', 'TIME', 'DATE_TIME']);
const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

/** Whether numbers under this format are dates to SpreadsheetApp and to dateTimeRenderOption. */
export function isDateFormat(format: NumberFormat | undefined): boolean {
  if (!format) return false;
  if (format.type) return DATE_TYPES.has(format.type);
  return isDatePattern(format.pattern ?? '');
}

/** @returns what the cell shows for the number; throws for a pattern the host cannot render. */
export function formatNumber(value: number, format: NumberFormat | undefined): string {
  const type = format?.type ?? '';
  if (type === 'TEXT') return general(value);
  const pattern = format?.pattern || DEFAULT_PATTERNS[type];
  if (!pattern || pattern === 'General' || pattern === '@') return general(value);
  return DATE_TYPES.has(type) || (!type && isDatePattern(pattern))
    ? formatDate(value, pattern)
    : formatBySections(value, pattern);
}

function general(value: number): string {
  return String(Number(value.toPrecision(15)));
}

interface Token {
  text: string;
  literal: boolean;
}

const TOKEN = /"([^"]*)"|\\(.)|(y+|Y+|m+|M+|d+|D+|h+|H+|s+|S+|AM\/PM|am\/pm|a\/p|A\/P)|([\s\S])/g;

function tokens(pattern: string): Token[] {
  return [...pattern.matchAll(TOKEN)].map((match) => {
    if (match[3] !== undefined) return { text: match[3], literal: false };
    return { text: match[1] ?? match[2] ?? match[4] ?? '', literal: true };
  });
}

function isDatePattern(pattern: string): boolean {
  return !/[0#?]/.test(pattern.replace(/"[^"]*"|\\./g, '')) && tokens(pattern).some((token) => !token.literal);
}

function formatDate(serial: number, pattern: string): string {
  const at = calendarOf(serial);
  const parts = tokens(pattern);
  const fields = parts
    .map((token, i) => (token.literal ? i : -1))
    .map((skip, i) => (skip < 0 ? i : -1))
    .filter((i) => i >= 0);
  const halfDay = parts.some((token) => !token.literal && /[ap]/i.test(token.text[0] ?? ''));
  const pad = (value: number, width: number): string => String(value).padStart(Math.min(width, 2), '0');
  return parts
    .map((token, i) => {
      if (token.literal) return token.text;
      const text = token.text.toLowerCase();
      const place = fields.indexOf(i);
      const before = parts[fields[place - 1] ?? -1]?.text.toLowerCase();
      const after = parts[fields[place + 1] ?? -1]?.text.toLowerCase();
      switch (text[0]) {
        case 'y':
          return text.length <= 2
            ? String(at.getUTCFullYear()).slice(-2)
            : String(at.getUTCFullYear()).padStart(4, '0');
        case 'd':
          if (text.length > 2) return WEEKDAYS[at.getUTCDay()] ?? '';
          return pad(at.getUTCDate(), text.length);
        case 'm':
          if (before?.startsWith('h') || after?.startsWith('s')) return pad(at.getUTCMinutes(), text.length);
          if (text.length > 2) throw notImplemented(`number format "${pattern}"`);
          return pad(at.getUTCMonth() + 1, text.length);
        case 'h': {
          const hour = at.getUTCHours();
          return pad(halfDay ? hour % 12 || 12 : hour, text.length);
        }
        case 's':
          return pad(at.getUTCSeconds(), text.length);
        default:
          return at.getUTCHours() < 12 ? '上午' : '下午';
      }
    })
    .join('');
}

function formatBySections(value: number, pattern: string): string {
  const sections = pattern.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const negative = value < 0 && sections.length > 1;
  const section = value === 0 && sections[2] !== undefined ? sections[2] : negative ? sections[1] : sections[0];
  return formatSection(negative ? -value : value, section ?? '', pattern);
}

function formatSection(value: number, section: string, pattern: string): string {
  const match = /^((?:"[^"]*"|\\.|[^0#,."\\])*)((?:[0#,]+)(?:\.[0#]*)?)?((?:"[^"]*"|\\.|[^0#,."\\])*)$/.exec(section);
  if (!match || /[?*_/\]]|E[+-]/.test(section.replace(/"[^"]*"|\\./g, '')))
    throw notImplemented(`number format "${pattern}"`);
  const plain = (text: string): string =>
    text.replace(/"([^"]*)"|\\(.)/g, (_all, quoted, escaped) => quoted ?? escaped);
  const [, before = '', digits, after = ''] = match;
  if (digits === undefined) return plain(before + after);
  const percent = /%/.test((before + after).replace(/"[^"]*"|\\./g, ''));
  const [whole = '', fraction = ''] = digits.split('.');
  const least = fraction.lastIndexOf('0') + 1;
  const number = Math.abs(percent ? value * 100 : value);
  // the shift through a decimal exponent rounds half away from zero, as sheets do
  const rounded = Number(`${Math.round(Number(`${number}e${fraction.length}`))}e-${fraction.length}`);
  let [int = '0', dec = ''] = rounded.toFixed(fraction.length).split('.');
  while (dec.length > least && dec.endsWith('0')) dec = dec.slice(0, -1);
  const width = (whole.replace(/,/g, '').match(/0+$/)?.[0] ?? '').length;
  if (int === '0' && width === 0) int = '';
  int = int.padStart(width, '0');
  if (whole.includes(',')) int = int.replace(/\B(?=(\d{3})+$)/g, ',');
  const point = digits.includes('.') && (dec !== '' || fraction.length > 0) ? '.' : '';
  const sign = value < 0 && rounded !== 0 ? '-' : '';
  return `${sign}${plain(before)}${int}${point}${dec}${plain(after)}`;
}
