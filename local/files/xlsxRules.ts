/** Drop-downs, value rules and conditional formats of the Sheets API as Excel has them. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { ConditionalFormattingRule, DataValidation, Style } from 'exceljs';
import { address, columnLetters } from './a1';
import { argb, fontOf } from './xlsxStyle';

type Condition = sheets_v4.Schema$BooleanCondition;
type GridRange = sheets_v4.Schema$GridRange;

/** Longer lists of literals are refused by Excel. */
const LITERAL_LIST_CHARACTERS = 255;

export interface RuleContext {
  /** Rows of a sheet, by its title in the ledger, to close a range open at the bottom. */
  rowsOf(title: string): number;
  /** Name of a sheet in the .xlsx. */
  nameOf(title: string): string;
  /** Puts a list too long for a rule on a hidden sheet and gives its range. */
  keepList(items: readonly string[]): string;
}

const values = (condition: Condition): string[] => condition.values?.map((value) => value.userEnteredValue ?? '') ?? [];

/** `='设置'!D2:D` → `'设置'!$D$2:$D$200`; undefined for a range it cannot close. */
function absoluteRange(text: string, context: RuleContext): string | undefined {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)?(?::\$?([A-Z]+)\$?(\d+)?)?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, quoted, plain, from = '', top = '1', to, bottom] = match;
  const title = quoted?.replaceAll("''", "'") ?? plain ?? '';
  const last = bottom ?? (to === undefined ? top : String(Math.max(context.rowsOf(title), Number(top))));
  return `'${context.nameOf(title).replaceAll("'", "''")}'!$${from}$${top}:$${to ?? from}$${last}`;
}

function serial(text: string): number | undefined {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match;
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
}

function operand(text: string): string | number {
  if (text.startsWith('=')) return text.slice(1);
  return (
    serial(text) ??
    (Number.isFinite(Number(text)) && text.trim() !== '' ? Number(text) : `"${text.replaceAll('"', '""')}"`)
  );
}

const COMPARISONS = {
  GREATER: 'greaterThan',
  GREATER_THAN_EQ: 'greaterThanOrEqual',
  LESS: 'lessThan',
  LESS_THAN_EQ: 'lessThanOrEqual',
  EQ: 'equal',
  NOT_EQ: 'notEqual',
  BETWEEN: 'between',
  NOT_BETWEEN: 'notBetween',
  AFTER: 'greaterThan',
  ON_OR_AFTER: 'greaterThanOrEqual',
  BEFORE: 'lessThan',
  ON_OR_BEFORE: 'lessThanOrEqual',
} as const;

function comparison(type: string): (typeof COMPARISONS)[keyof typeof COMPARISONS] | undefined {
  const name = /^(?:NUMBER|DATE)_(.+)$/.exec(type)?.[1];
  return Object.entries(COMPARISONS).find(([key]) => key === name)?.[1];
}

/** The rule of a cell; undefined for a kind Excel does not have. */
export function validationOf(
  rule: sheets_v4.Schema$DataValidationRule,
  context: RuleContext,
): DataValidation | undefined {
  const condition = rule.condition ?? {};
  const core = validationCore(condition, context);
  if (!core) return undefined;
  const prompt = rule.inputMessage ?? '';
  return {
    ...core,
    allowBlank: true,
    // A list that only suggests must not answer every other entry with a box to click away.
    showErrorMessage: rule.strict === true,
    errorStyle: 'stop',
    errorTitle: '不能填入',
    error: core.type === 'list' ? '请从下拉列表中选择。' : prompt.slice(0, 200) || '填写的内容不符合本列的要求。',
    ...(prompt ? { showInputMessage: true, prompt: prompt.slice(0, 255) } : {}),
  };
}

function validationCore(
  condition: Condition,
  context: RuleContext,
): Pick<DataValidation, 'type' | 'formulae' | 'operator'> | undefined {
  const type = condition.type ?? '';
  const given = values(condition);
  if (type === 'ONE_OF_LIST') {
    const literal = given.join(',');
    const fits = literal.length <= LITERAL_LIST_CHARACTERS && !given.some((item) => /[,"]/.test(item));
    return { type: 'list', formulae: [fits ? `"${literal}"` : context.keepList(given)] };
  }
  if (type === 'ONE_OF_RANGE') {
    const range = absoluteRange(given[0] ?? '', context);
    return range ? { type: 'list', formulae: [range] } : undefined;
  }
  if (type === 'BOOLEAN') return { type: 'list', formulae: ['"TRUE,FALSE"'] };
  if (type === 'DATE_IS_VALID') return { type: 'date', operator: 'greaterThan', formulae: [0] };
  if (type === 'CUSTOM_FORMULA') return { type: 'custom', formulae: [(given[0] ?? '').replace(/^=/, '')] };
  const operator = comparison(type);
  if (!operator) return undefined;
  return { type: type.startsWith('DATE_') ? 'date' : 'decimal', operator, formulae: given.map(operand) };
}

/** `A2:C100` of a range with all its sides; open sides end at the sheet's size. */
export function rangeText(range: GridRange, rows: number, columns: number): string {
  const top = range.startRowIndex ?? 0;
  const left = range.startColumnIndex ?? 0;
  const bottom = Math.max(range.endRowIndex ?? rows, top + 1);
  const right = Math.max(range.endColumnIndex ?? columns, left + 1);
  return `${address(top, left)}:${columnLetters(right - 1)}${bottom}`;
}

/** A conditional format as an Excel rule; undefined for gradients and conditions Excel does not have. */
export function conditionalRule(
  rule: sheets_v4.Schema$ConditionalFormatRule,
  priority: number,
): ConditionalFormattingRule | undefined {
  const { condition, format } = rule.booleanRule ?? {};
  if (!condition) return undefined;
  const range = rule.ranges?.[0] ?? {};
  const cell = address(range.startRowIndex ?? 0, range.startColumnIndex ?? 0);
  const style = conditionalStyle(format);
  const type = condition.type ?? '';
  const given = values(condition);
  const operator = comparison(type);
  if (operator && given.length > 0) {
    return { type: 'cellIs', operator: operatorOf(operator), formulae: given.map(operand), priority, style };
  }
  const formula = expressionOf(type, cell, given);
  return formula === undefined ? undefined : { type: 'expression', formulae: [formula], priority, style };
}

/** ExcelJS types name four operators of a conditional format, and write any of the standard. */
function operatorOf(operator: string): 'equal' | 'greaterThan' | 'lessThan' | 'between' {
  return operator as 'equal';
}

function expressionOf(type: string, cell: string, given: readonly string[]): string | undefined {
  const first = `"${(given[0] ?? '').replaceAll('"', '""')}"`;
  switch (type) {
    case 'CUSTOM_FORMULA':
      return (given[0] ?? '').replace(/^=/, '');
    case 'TEXT_EQ':
      return `EXACT(${cell},${first})`;
    case 'TEXT_CONTAINS':
      return `ISNUMBER(SEARCH(${first},${cell}))`;
    case 'TEXT_NOT_CONTAINS':
      return `NOT(ISNUMBER(SEARCH(${first},${cell})))`;
    case 'TEXT_STARTS_WITH':
      return `LEFT(${cell},${(given[0] ?? '').length})=${first}`;
    case 'TEXT_ENDS_WITH':
      return `RIGHT(${cell},${(given[0] ?? '').length})=${first}`;
    case 'BLANK':
      return `LEN(TRIM(${cell}))=0`;
    case 'NOT_BLANK':
      return `LEN(TRIM(${cell}))>0`;
    default:
      return undefined;
  }
}

function conditionalStyle(format: sheets_v4.Schema$CellFormat | undefined): Partial<Style> {
  const fill = argb(format?.backgroundColorStyle, format?.backgroundColor);
  const font = fontOf(format?.textFormat, false);
  return {
    ...(Object.keys(font).length > 0 ? { font } : {}),
    // In a differential format Excel paints bgColor, whatever fgColor says.
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill }, bgColor: { argb: fill } } } : {}),
  };
}
