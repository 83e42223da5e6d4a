/** Which rows a filter or filter view shows and in which order; nothing is hidden in the workbook itself. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../errors';
import { boxOf } from './box';
import { type Cell, EMPTY_CELL } from './cells';
import { compile, type Value } from './formula';
import { compareCells } from './order';
import { calendarOf, serialOf } from './serial';
import { type Sheet, sizeOf, storedRow } from './store';
import { typed } from './typed';
import { checkCondition } from './validation';

type Criteria = sheets_v4.Schema$FilterCriteria;
type Condition = sheets_v4.Schema$BooleanCondition;
type FilterSpec = sheets_v4.Schema$FilterSpec;

/** "Supported by … filters", by the reference page of ConditionType, for other than data source objects. */
const FOR_FILTERS = new Set([
  'NUMBER_GREATER',
  'NUMBER_GREATER_THAN_EQ',
  'NUMBER_LESS',
  'NUMBER_LESS_THAN_EQ',
  'NUMBER_EQ',
  'NUMBER_NOT_EQ',
  'NUMBER_BETWEEN',
  'NUMBER_NOT_BETWEEN',
  'TEXT_CONTAINS',
  'TEXT_NOT_CONTAINS',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'TEXT_EQ',
  'DATE_EQ',
  'DATE_BEFORE',
  'DATE_AFTER',
  'BLANK',
  'NOT_BLANK',
  'CUSTOM_FORMULA',
]);

const COLOURS = [
  'visibleBackgroundColor',
  'visibleBackgroundColorStyle',
  'visibleForegroundColor',
  'visibleForegroundColorStyle',
] as const;

/** @throws ApiFault when a filter cannot have this condition */
export function checkCriteria(criteria: Criteria): void {
  const background = criteria.visibleBackgroundColor ?? criteria.visibleBackgroundColorStyle;
  const foreground = criteria.visibleForegroundColor ?? criteria.visibleForegroundColorStyle;
  if (background && foreground)
    throw new ApiFault('visibleBackgroundColor and visibleForegroundColor are mutually exclusive.');
  const { condition } = criteria;
  if (!condition) return;
  checkCondition(condition);
  if (!FOR_FILTERS.has(condition.type ?? ''))
    throw new ApiFault(`Condition ${condition.type} is not supported for filters.`);
}

/** A filter view, or the sheet's basic filter. */
export type Filter = Pick<sheets_v4.Schema$FilterView, 'criteria' | 'filterSpecs' | 'range' | 'sortSpecs'>;

/** The criteria by column, in whichever of the two fields they stand; filterSpecs wins. */
export function specsOf(filter: Filter): FilterSpec[] {
  if (filter.filterSpecs) return filter.filterSpecs;
  return Object.entries(filter.criteria ?? {}).map(([column, filterCriteria]) => ({
    columnIndex: Number(column),
    filterCriteria,
  }));
}

/**
 * The data rows a filter view shows, in the order it shows them: indexes of the sheet, from 0. The first row of the
 * range is its heading and not among them; rows outside the range are shown always.
 * @param today serial day number in the spreadsheet's time zone (`todayOf`), for relative dates and TODAY()
 * @throws ScriptFault "… is not implemented" for colours and for formulas beyond the few functions the host knows
 */
export function rowsShownBy(filter: Filter, sheet: Sheet, today: number): number[] {
  const box = boxOf(filter.range ?? {}, sizeOf(sheet));
  const first = box.top + 1;
  const tests = specsOf(filter).map(({ columnIndex, filterCriteria, dataSourceColumnReference }) => {
    if (dataSourceColumnReference) throw notImplemented('filterSpecs.dataSourceColumnReference');
    const test = shows(filterCriteria ?? {}, sheet, first, today);
    return (row: number): boolean => test(cellAt(sheet, row, columnIndex ?? 0), row);
  });
  const rows: number[] = [];
  for (let row = first; row < box.bottom; row++) if (tests.every((test) => test(row))) rows.push(row);
  const sorts = (filter.sortSpecs ?? []).map(({ dimensionIndex, sortOrder, ...other }) => {
    if (Object.keys(other).length > 0) throw notImplemented(`sortSpecs.${Object.keys(other)[0]}`);
    return { column: dimensionIndex ?? 0, descending: sortOrder === 'DESCENDING' };
  });
  if (sorts.length === 0) return rows;
  return rows.sort((a, b) => {
    for (const { column, descending } of sorts) {
      const order = compareCells(cellAt(sheet, a, column), cellAt(sheet, b, column), descending);
      if (order !== 0) return order;
    }
    return a - b;
  });
}

const cellAt = (sheet: Sheet, row: number, column: number): Cell => storedRow(sheet, row)[column] ?? EMPTY_CELL;

type Test = (cell: Cell, row: number) => boolean;

/** Hidden values are those the cell shows; an empty cell is hidden by the empty text. */
function shows(criteria: Criteria, sheet: Sheet, first: number, today: number): Test {
  const colour = COLOURS.find((name) => criteria[name]);
  if (colour) throw notImplemented(`filtering by ${colour}`);
  const hidden = new Set(criteria.hiddenValues ?? []);
  const keeps = criteria.condition ? conditionTest(criteria.condition, sheet, first, today) : undefined;
  return (cell, row) => !hidden.has(cell.formattedValue ?? '') && (!keeps || keeps(cell, row));
}

function worth(cell: Cell): Value {
  const value = cell.effectiveValue;
  return value?.numberValue ?? value?.stringValue ?? value?.boolValue ?? undefined;
}

function conditionTest(condition: Condition, sheet: Sheet, first: number, today: number): Test {
  checkCriteria({ condition });
  const { values = [] } = condition;
  const type = condition.type ?? '';
  const given = (at: number): string => values[at]?.userEnteredValue ?? '';
  if (type === 'CUSTOM_FORMULA') {
    const formula = compile(given(0));
    return (_cell, row) => {
      const cell = (r: number, column: number): Value => worth(cellAt(sheet, r, column));
      const result = formula({ cell, down: row - first, today });
      return result === true || (typeof result === 'number' && result !== 0);
    };
  }
  if (type === 'BLANK') return (cell) => isBlank(cell);
  if (type === 'NOT_BLANK') return (cell) => !isBlank(cell);
  if (type.startsWith('TEXT_')) return textTest(type, given(0));
  const operands = values.map((_value, at) => operand(values[at] ?? {}, today));
  return type.startsWith('DATE_') ? dateTest(type, operands[0] ?? 0) : numberTest(type, operands);
}

const isBlank = (cell: Cell): boolean => (cell.formattedValue ?? '') === '';

function textTest(type: string, operandText: string): Test {
  const wanted = operandText.toLowerCase();
  const shown = (cell: Cell): string => (cell.formattedValue ?? '').toLowerCase();
  switch (type) {
    case 'TEXT_CONTAINS':
      return (cell) => shown(cell).includes(wanted);
    case 'TEXT_NOT_CONTAINS':
      return (cell) => !shown(cell).includes(wanted);
    case 'TEXT_STARTS_WITH':
      return (cell) => shown(cell).startsWith(wanted);
    case 'TEXT_ENDS_WITH':
      return (cell) => shown(cell).endsWith(wanted);
    default:
      return (cell) => shown(cell) === wanted;
  }
}

/** What a number must be for the condition, of which `a` and `b` are the values. */
const NUMBER_TESTS = new Map<string, (n: number, a: number, b: number) => boolean>([
  ['NUMBER_GREATER', (n, a) => n > a],
  ['NUMBER_GREATER_THAN_EQ', (n, a) => n >= a],
  ['NUMBER_LESS', (n, a) => n < a],
  ['NUMBER_LESS_THAN_EQ', (n, a) => n <= a],
  ['NUMBER_EQ', (n, a) => n === a],
  ['NUMBER_NOT_EQ', (n, a) => n !== a],
  ['NUMBER_BETWEEN', (n, a, b) => n >= a && n <= b],
  ['NUMBER_NOT_BETWEEN', (n, a, b) => n < a || n > b],
]);

function numberTest(type: string, [a = 0, b = 0]: readonly number[]): Test {
  const test = NUMBER_TESTS.get(type);
  if (!test) throw notImplemented(`filtering by ${type}`);
  return (cell) => {
    const n = cell.effectiveValue?.numberValue;
    return typeof n === 'number' && test(n, a, b);
  };
}

/** Days are compared, whatever the time of day; a number without a date's format is no date. */
function dateTest(type: string, day: number): Test {
  return (cell) => {
    const n = cell.effectiveValue?.numberValue;
    const format = cell.userEnteredFormat?.numberFormat?.type ?? '';
    if (typeof n !== 'number' || !format.startsWith('DATE')) return false;
    const own = Math.floor(n);
    return type === 'DATE_BEFORE' ? own < day : type === 'DATE_AFTER' ? own > day : own === day;
  };
}

function operand(value: sheets_v4.Schema$ConditionValue, today: number): number {
  if (value.relativeDate) return relativeDay(value.relativeDate, today);
  const entered = value.userEnteredValue ?? '';
  if (/^[=+]/.test(entered)) {
    const result = compile(entered)({ cell: () => undefined, down: 0, today });
    if (typeof result === 'number') return result;
  }
  const read = typed(entered).value?.numberValue;
  if (typeof read !== 'number') throw notImplemented(`the condition value "${entered}"`);
  return read;
}

/** RelativeDate: "the value is one year, one month, one week before today", yesterday, today, tomorrow. */
function relativeDay(name: string, today: number): number {
  const days: Record<string, number> = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1, PAST_WEEK: -7 };
  const shift = days[name];
  if (shift !== undefined) return today + shift;
  const date = calendarOf(today);
  const months = name === 'PAST_YEAR' ? 12 : 1;
  const back = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1));
  const last = new Date(Date.UTC(back.getUTCFullYear(), back.getUTCMonth() + 1, 0)).getUTCDate();
  return serialOf(back.getUTCFullYear(), back.getUTCMonth() + 1, Math.min(date.getUTCDate(), last)) ?? today;
}
