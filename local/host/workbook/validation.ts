/** Conditions on cells: what they may say, and whether a value keeps them (Sheets API v4, "ConditionType"). */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../errors';
import { resolveA1 } from './a1';
import { boxOf } from './box';
import type { Cell } from './cells';
import { serialOf } from './serial';
import { type Spreadsheet, sheetIdOf, sizeOf, storedRow } from './store';
import { typed } from './typed';

type Condition = sheets_v4.Schema$BooleanCondition;
type Rule = sheets_v4.Schema$DataValidationRule;

/** Condition types and how many values each takes: [least, most]. */
const VALUES: Record<string, readonly [number, number]> = {
  NUMBER_GREATER: [1, 1],
  NUMBER_GREATER_THAN_EQ: [1, 1],
  NUMBER_LESS: [1, 1],
  NUMBER_LESS_THAN_EQ: [1, 1],
  NUMBER_EQ: [1, 1],
  NUMBER_NOT_EQ: [1, 1],
  NUMBER_BETWEEN: [2, 2],
  NUMBER_NOT_BETWEEN: [2, 2],
  TEXT_CONTAINS: [1, 1],
  TEXT_NOT_CONTAINS: [1, 1],
  TEXT_STARTS_WITH: [1, 1],
  TEXT_ENDS_WITH: [1, 1],
  TEXT_EQ: [1, 1],
  TEXT_IS_EMAIL: [0, 0],
  TEXT_IS_URL: [0, 0],
  DATE_EQ: [1, 1],
  DATE_BEFORE: [1, 1],
  DATE_AFTER: [1, 1],
  DATE_ON_OR_BEFORE: [1, 1],
  DATE_ON_OR_AFTER: [1, 1],
  DATE_BETWEEN: [2, 2],
  DATE_NOT_BETWEEN: [2, 2],
  DATE_IS_VALID: [0, 0],
  ONE_OF_RANGE: [1, 1],
  ONE_OF_LIST: [1, Number.POSITIVE_INFINITY],
  BLANK: [0, 0],
  NOT_BLANK: [0, 0],
  CUSTOM_FORMULA: [1, 1],
  BOOLEAN: [0, 2],
  TEXT_NOT_EQ: [1, Number.POSITIVE_INFINITY],
  DATE_NOT_EQ: [1, Number.POSITIVE_INFINITY],
  FILTER_EXPRESSION: [1, 1],
};
/** "Supported by filters / conditional formatting" only, by the reference page. */
const NOT_FOR_VALIDATION = new Set([
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'BLANK',
  'NOT_BLANK',
  'TEXT_NOT_EQ',
  'DATE_NOT_EQ',
  'FILTER_EXPRESSION',
]);

/** ConditionValue: a relative date is "valid only if the type is" one of these. */
const MAY_BE_RELATIVE = new Set(['DATE_BEFORE', 'DATE_AFTER', 'DATE_ON_OR_BEFORE', 'DATE_ON_OR_AFTER']);
const RELATIVE_DATES = new Set(['PAST_YEAR', 'PAST_MONTH', 'PAST_WEEK', 'YESTERDAY', 'TODAY', 'TOMORROW']);

/** @throws ApiFault when the condition's type is unknown or has the wrong number of values */
export function checkCondition(condition: Condition): void {
  const type = condition.type ?? '';
  const bounds = VALUES[type];
  if (!bounds) throw new ApiFault(`Invalid value for condition type: "${type}"`);
  const count = condition.values?.length ?? 0;
  if (count < bounds[0] || count > bounds[1]) {
    throw new ApiFault(`Condition ${type} requires ${bounds[0]} values but ${count} values were supplied.`);
  }
  for (const value of condition.values ?? []) {
    if (value.relativeDate && !MAY_BE_RELATIVE.has(type))
      throw new ApiFault(`relativeDate is not supported with ${type}.`);
    if (value.relativeDate && !RELATIVE_DATES.has(value.relativeDate))
      throw new ApiFault(`Invalid relative date: "${value.relativeDate}"`);
    const formula = value.userEnteredValue ?? '';
    if (type === 'CUSTOM_FORMULA' && !formula.startsWith('='))
      throw new ApiFault('CUSTOM_FORMULA must begin with "=".');
    if (type === 'ONE_OF_RANGE' && !/^=/.test(formula))
      throw new ApiFault('ONE_OF_RANGE must be a formula such as "=Sheet1!A1:A9".');
  }
}

export function checkRule(rule: Rule): void {
  if (!rule.condition) throw new ApiFault('Data validation rule must have a condition.');
  if (NOT_FOR_VALIDATION.has(rule.condition.type ?? '')) {
    throw new ApiFault(`Condition ${rule.condition.type} is not supported for data validation.`);
  }
  checkCondition(rule.condition);
  if (rule.condition.values?.some((value) => value.relativeDate))
    throw new ApiFault('Relative dates are not supported in data validation.');
}

/** Whether the cell's value keeps its rule; an empty cell always does. */
export function keeps(cell: Cell, rule: Rule, spreadsheet: Spreadsheet, sheetId: number): boolean {
  const value = cell.effectiveValue;
  if (!value || !rule.condition) return true;
  const { type, values = [] } = rule.condition;
  const given = values.map((one) => one.userEnteredValue ?? '');
  const number = value.numberValue;
  const text = value.stringValue ?? cell.formattedValue ?? '';
  const operand = (i: number): number => {
    const one = values[i];
    if (one?.relativeDate || given[i]?.startsWith('='))
      throw notImplemented(`data validation with ${one?.relativeDate ?? given[i]}`);
    const read = typed(given[i] ?? '').value?.numberValue;
    if (typeof read !== 'number') throw notImplemented(`data validation operand "${given[i]}"`);
    return read;
  };
  const compare = (test: (n: number) => boolean): boolean => typeof number === 'number' && test(number);
  switch (type) {
    case 'ONE_OF_LIST':
      return given.includes(text) || given.includes(cell.formattedValue ?? '');
    case 'ONE_OF_RANGE':
      return listed(given[0] ?? '', spreadsheet, sheetId).has(cell.formattedValue ?? '');
    case 'NUMBER_GREATER':
    case 'DATE_AFTER':
      return compare((n) => n > operand(0));
    case 'NUMBER_GREATER_THAN_EQ':
    case 'DATE_ON_OR_AFTER':
      return compare((n) => n >= operand(0));
    case 'NUMBER_LESS':
    case 'DATE_BEFORE':
      return compare((n) => n < operand(0));
    case 'NUMBER_LESS_THAN_EQ':
    case 'DATE_ON_OR_BEFORE':
      return compare((n) => n <= operand(0));
    case 'NUMBER_EQ':
    case 'DATE_EQ':
      return compare((n) => n === operand(0));
    case 'NUMBER_NOT_EQ':
      return compare((n) => n !== operand(0));
    case 'NUMBER_BETWEEN':
    case 'DATE_BETWEEN':
      return compare((n) => n >= operand(0) && n <= operand(1));
    case 'NUMBER_NOT_BETWEEN':
    case 'DATE_NOT_BETWEEN':
      return compare((n) => n < operand(0) || n > operand(1));
    case 'DATE_IS_VALID':
      return compare((n) => n >= (serialOf(1899, 12, 30) ?? 0));
    case 'TEXT_CONTAINS':
      return text.toLowerCase().includes((given[0] ?? '').toLowerCase());
    case 'TEXT_NOT_CONTAINS':
      return !text.toLowerCase().includes((given[0] ?? '').toLowerCase());
    case 'TEXT_EQ':
      return text === given[0];
    case 'TEXT_IS_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    case 'TEXT_IS_URL':
      return /^(?:https?|ftp):\/\/\S+$/i.test(text) || /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(text);
    case 'BOOLEAN':
      return given.length === 0 ? typeof value.boolValue === 'boolean' : given.includes(text);
    default:
      throw notImplemented(`evaluating data validation ${type}`);
  }
}

/** What the cells of `=设置!A2:A9` show. */
function listed(formula: string, spreadsheet: Spreadsheet, sheetId: number): Set<string> {
  const text = formula.slice(1);
  const range = text.includes('!') ? resolveA1(text, spreadsheet) : localRange(text, spreadsheet, sheetId);
  const sheet = spreadsheet.sheets?.find((one) => sheetIdOf(one) === (range.sheetId ?? 0));
  const out = new Set<string>();
  if (!sheet) return out;
  const box = boxOf(range, sizeOf(sheet));
  for (let row = box.top; row < Math.min(box.bottom, sheet.data?.[0]?.rowData?.length ?? 0); row++) {
    for (const cell of storedRow(sheet, row).slice(box.left, box.right))
      if (cell.formattedValue) out.add(cell.formattedValue);
  }
  return out;
}

function localRange(text: string, spreadsheet: Spreadsheet, sheetId: number): sheets_v4.Schema$GridRange {
  const named = spreadsheet.namedRanges?.some((one) => one.name?.toLowerCase() === text.toLowerCase());
  const range = resolveA1(text, spreadsheet);
  return named ? range : { ...range, sheetId };
}
