/** One edited cell judged by its column: good as it is, clear and to be tidied, or not clear. */
import { fromSerial, type LedgerDate, parseDate } from '../text/dates';
import { tidyBlanks, toHalfWidth } from '../text/spacing';
import { readCell } from './codec';
import type { Column, TextColumn } from './columns';
import { type Listed, readNames } from './editNames';
import { quote } from './editNotes';
import { checkMeant, choiceMeant } from './editSynonyms';
import type { CellValue } from './grid';
import { TABS } from './schema';
import type { Setting } from './settings';

/** A cell the sheet shows as a date or time, by its serial number. */
export interface SheetDate {
  serial: number;
}
export type EditedValue = CellValue | SheetDate;

export type Judgement =
  | { kind: 'good' }
  | { kind: 'tidy'; value: CellValue }
  /** `clause`: why, and what to do. `listHelps`: 名单, which was not at hand, might settle it. */
  | { kind: 'unclear'; clause: string; listHelps?: boolean };

const GOOD: Judgement = { kind: 'good' };
/** Earlier dates come from a cell in which the year was left out or a plain number was typed. */
const EARLIEST: LedgerDate = '1949-10-01';
/** Columns that hold numbers of records or periods: half-width, without blanks. */
const CODES = ['措施编号', '材料编号', '成果编号', '收文编号', '问题编号', '所属期'];
/** Its text may carry a link that is lost when the text is written anew; only a bare address is tidied. */
export const LOCATION = '链接或档号';

/** @param listed the people of 名单, when they were read */
export function judgeCell(column: Column, value: EditedValue, listed?: readonly Listed[]): Judgement {
  if (value === null || value === '') return GOOD;
  if (column.kind === 'date') return judgeDate(value);
  if (isSheetDate(value)) return unclear('被表格识别成了日期，请先将单元格设为纯文本格式再重新填写');
  const reading = readCell(column, value);
  switch (column.kind) {
    case 'integer':
    case 'amount': {
      const number = 'fault' in reading && typeof value === 'string' ? readCell(column, plainNumber(value)) : reading;
      if ('fault' in number) return unclear(reading === number ? faultOf(reading) : faultOf(number));
      if (column.kind === 'amount' && Number(number.value) < 0)
        return unclear(`${quote(value)}小于0，请填写不小于0的数字`);
      // -0 is 0
      return number.value === value ? GOOD : tidy(number.value === 0 ? 0 : number.value);
    }
    case 'check': {
      if (typeof value === 'boolean') return GOOD;
      const meant = checkMeant(String(value));
      return meant === undefined ? unclear(faultOf(reading)) : tidy(meant);
    }
    case 'choice': {
      const meant = typeof value === 'boolean' ? undefined : choiceMeant(column.values, String(value));
      if (meant === undefined) return unclear(faultOf(reading));
      return meant === value ? GOOD : tidy(meant);
    }
    case 'text':
      if ('fault' in reading) return unclear(reading.fault);
      return typeof value === 'string' ? judgeText(column, value, listed) : GOOD;
    case 'instant':
      return GOOD;
  }
}

/** The value of a 设置 item, judged by the item's kind. */
export function judgeSetting(setting: Setting, value: EditedValue): Judgement {
  if (value === null || value === '') return GOOD;
  if (setting.kind === 'date') return judgeDate(value);
  if (isSheetDate(value)) return unclear('被表格识别成了日期，请先将单元格设为纯文本格式再重新填写');
  if (setting.kind === 'choice') {
    const meant = choiceMeant(setting.values, String(value));
    if (meant === undefined) return unclear(`${quote(value)}不在可选值之内，请选择：${setting.values.join(' / ')}`);
    return meant === value ? GOOD : tidy(meant);
  }
  if (setting.kind === 'integer') {
    const text = plainNumber(String(value));
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= setting.min && number <= setting.max))
      return unclear(`${quote(value)}应为${setting.min}至${setting.max}之间的整数，请改正`);
    // a settings cell is text
    return text === String(value) ? GOOD : tidy(text);
  }
  if (typeof value !== 'string') return GOOD;
  return changed(value, value.trim());
}

export function isSheetDate(value: EditedValue | undefined): value is SheetDate {
  return typeof value === 'object' && value !== null;
}

function judgeDate(value: string | number | boolean | SheetDate): Judgement {
  const advice = '请改为如 2026-06-30 的日期';
  if (typeof value === 'boolean') return unclear(`${quote(value)}不是有效日期，${advice}`);
  if (typeof value === 'string') {
    const date = parseDate(value.trim().replace(/\s*([-/.年月日号．－／])\s*/g, '$1'));
    if (date === undefined) return unclear(`${quote(value)}不是有效日期，${advice}`);
    return date < EARLIEST ? early(date) : changed(value, date);
  }
  const serial = isSheetDate(value) ? value.serial : value;
  const date = fromSerial(serial);
  if (date !== undefined) return date < EARLIEST ? early(date) : GOOD;
  // 20260630 typed into a cell of a date format is taken for a day in the far future
  const compact = parseDate(String(serial));
  return compact === undefined || compact < EARLIEST
    ? unclear(`${quote(serial)}不是有效日期，${advice}`)
    : tidy(compact);
}

function early(date: LedgerDate): Judgement {
  return unclear(`读作${date}，早于新中国成立，像是缺了年份或填成了数字，请改为如 2026-06-30 的日期`);
}

function judgeText(column: TextColumn, value: string, listed: readonly Listed[] | undefined): Judgement {
  if (column.list?.from === 'people') {
    const names = readNames(value, listed);
    if ('unclear' in names) return { kind: 'unclear', clause: names.unclear, listHelps: names.listHelps };
    return changed(value, names.value);
  }
  // what is asked for is read as it stands (src/workflow/operation.ts)
  if (column.header === TABS.issues.columns.operation.header) return GOOD;
  if (column.header === LOCATION) return /^\s*https?:\/\//.test(value) ? changed(value, value.trim()) : GOOD;
  if (CODES.includes(column.header)) {
    return changed(value, plainCode(value));
  }
  if (column.list?.from === 'settings' && column.list.list === '责任部门') {
    const parts = tidyBlanks(value)
      .split(/\s*[、，,；;\n]\s*/)
      .filter((part) => part !== '');
    return changed(value, parts.join('、'));
  }
  return changed(value, tidyBlanks(value));
}

/** A tidied text; what would be left of mere blanks or separators is nothing, and nothing is never written. */
function changed(value: string, text: string): Judgement {
  return text === value || text === '' ? GOOD : tidy(text);
}

/** `３ — ２` → `3-2`, `3，5` → `3、5`; brackets and words of a unit's own numbering stay. */
function plainCode(text: string): string {
  return tidyBlanks(text)
    .replace(/[０-９Ａ-Ｚａ-ｚ－]/g, toHalfWidth)
    .replace(/\s*[-—–‐−][-—–‐−\s]*/g, '-')
    .replace(/\s*[、,;，；]\s*/g, '、');
}

function plainNumber(text: string): string {
  return toHalfWidth(tidyBlanks(text)).replace(/。$/, '');
}

function tidy(value: CellValue): Judgement {
  return { kind: 'tidy', value };
}

function unclear(clause: string): Judgement {
  return { kind: 'unclear', clause };
}

function faultOf(reading: ReturnType<typeof readCell>): string {
  return 'fault' in reading ? reading.fault : '不能识别，请改正';
}
