/** Cells ↔ values: one column's cell read strictly, and a value written so that it reads back the same. */
import { fromSerial, parseDate, toSerial } from '../text/dates';
import type { Column, ColumnValue } from './columns';
import type { CellValue } from './grid';
import { isBlank } from './grid';
import { blankOf } from './records';

/** Google's limit for one cell (PLATFORM: 50,000 characters). */
export const CELL_LIMIT = 50_000;

/** A read cell: its value, or why it can't be read (`fault`, a Chinese clause without place). */
export type CellReading = { value: ColumnValue } | { value: ColumnValue; code: string; fault: string };

const ERROR_VALUE = /^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|ERROR!)$/;
const TRUE_WORDS = ['是', 'TRUE', 'true', '√', '✓', '1'];
const FALSE_WORDS = ['否', 'FALSE', 'false', '×', '0'];

/** Reads one cell by its column; an unreadable cell gives the column's blank value together with the fault. */
export function readCell(column: Column, cell: CellValue | undefined): CellReading {
  const blank = blankOf(column);
  if (cell === undefined || cell === null || cell === '') return { value: blank };
  const shown = `“${String(cell).slice(0, 30)}”`;
  if (typeof cell === 'string' && ERROR_VALUE.test(cell)) {
    return { value: blank, code: 'formula-error', fault: `公式出错，显示为${shown}，请改正公式或直接填写内容` };
  }
  switch (column.kind) {
    case 'text':
    case 'instant': {
      const value = typeof cell === 'boolean' ? (cell ? '是' : '否') : String(cell);
      if (value.length <= CELL_LIMIT) return { value };
      return {
        value: blank,
        code: 'cell-too-long',
        fault: `有${value.length}字，超过单元格上限${CELL_LIMIT}字，请拆分`,
      };
    }
    case 'choice': {
      const value = String(cell).trim();
      if (column.values.includes(value)) return { value };
      return {
        value: blank,
        code: 'unknown-choice',
        fault: `${shown}不在可选值之内，请选择：${column.values.join('、')}`,
      };
    }
    case 'integer':
    case 'amount':
      return readNumber(column, cell, shown);
    case 'date': {
      const value = typeof cell === 'number' ? fromSerial(cell) : parseDate(String(cell));
      if (value !== undefined) return { value };
      return { value: blank, code: 'unreadable-date', fault: `${shown}不是有效日期，请改为如 2026-06-30 的日期` };
    }
    case 'check': {
      const word = String(cell).trim();
      if (cell === true || TRUE_WORDS.includes(word)) return { value: true };
      if (cell === false || FALSE_WORDS.includes(word)) return { value: false };
      return { value: blank, code: 'unreadable-check', fault: `${shown}不是“是”或“否”，请打勾或取消打勾` };
    }
  }
}

/** The cell a value is stored as: dates as serial numbers, blanks as null. */
export function writeCell(column: Column, value: ColumnValue): CellValue {
  if (value === '' || value === null) return null;
  if (column.kind === 'date' && typeof value === 'string') return toSerial(value);
  return value;
}

/** True when two cells hold the same for a reader: blank is blank however it is stored. */
export function sameCell(a: CellValue | undefined, b: CellValue | undefined): boolean {
  return isBlank(a) ? isBlank(b) : a === b;
}

function readNumber(
  column: Extract<Column, { kind: 'integer' | 'amount' }>,
  cell: string | number | boolean,
  shown: string,
): CellReading {
  const text = String(cell)
    .trim()
    .replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[,，](?=\d{3}(\D|$))/g, '');
  const value = typeof cell === 'boolean' || !/^-?\d+(\.\d+)?$/.test(text) ? Number.NaN : Number(text);
  if (Number.isNaN(value)) return { value: null, code: 'unreadable-number', fault: `${shown}不是数字，请填写数字` };
  if (column.kind === 'amount') return { value };
  if (Number.isInteger(value) && value >= column.min && value <= column.max) return { value };
  return {
    value: null,
    code: 'number-out-of-range',
    fault: `${shown}应为${column.min}至${column.max}之间的整数，请改正`,
  };
}
