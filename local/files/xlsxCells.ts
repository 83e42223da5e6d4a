/** What a cell of an .xlsx says, whichever program wrote it. */
import type { CellValue } from 'exceljs';
import { isObject } from './result';
import { CUT_MARK } from './xlsxText';

export type Plain = string | number | boolean | null;

/** A cell's value, with what must be said about it; or why it has none that could be taken. */
export type CellReading = { value: Plain; remark?: CellRemark } | { error: string } | { cut: true };

export type CellRemark = { kind: 'formula' } | { kind: 'link'; url: string };

/** `2026-03-20`, with the time when there is one. ExcelJS gives the clock reading of the cell as UTC. */
export function isoDate(date: Date): string {
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isObject(value) && Array.isArray(value.richText)) {
    return value.richText
      .map((run: unknown) => (isObject(run) && typeof run.text === 'string' ? run.text : ''))
      .join('');
  }
  return value === null || value === undefined ? '' : String(value);
}

/** Reads one cell as ExcelJS gives it: rich text flattened, formulas by their result, links by their text. */
export function readCell(value: CellValue): CellReading {
  if (value === null || value === undefined) return { value: null };
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : { error: '#NUM!' };
  if (typeof value === 'boolean') return { value };
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? { error: '#VALUE!' } : { value: isoDate(value) };
  if ('error' in value) return { error: value.error };
  if ('richText' in value) return text(textOf(value));
  if ('hyperlink' in value) {
    const shown = textOf(value.text);
    const url = value.hyperlink ?? '';
    if (shown === '') return { value: url === '' ? null : url };
    const said = url === '' || bare(url) === bare(shown);
    return said ? { value: shown } : { value: shown, remark: { kind: 'link', url } };
  }
  const { result } = value;
  if (result === undefined || result === null) return { error: '（公式没有计算结果）' };
  const reading = readCell(result);
  return 'value' in reading ? { value: reading.value, remark: { kind: 'formula' } } : reading;
}

function text(value: string): CellReading {
  if (value.endsWith(CUT_MARK)) return { cut: true };
  return { value: value === '' ? null : value.replace(/\r\n?/g, '\n') };
}

/** Programs add `mailto:` and a closing slash to what somebody typed. */
function bare(url: string): string {
  return url
    .replace(/^mailto:/i, '')
    .replace(/\/$/, '')
    .trim();
}
