/** One cell: what was entered, what it is worth, what it shows, kept consistent (Sheets API v4, "CellData"). */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault } from '../errors';
import { formatNumber } from './numberFormat';

export type Cell = sheets_v4.Schema$CellData;
type Value = sheets_v4.Schema$ExtendedValue;

/** The cell nothing was ever entered in; cells are never changed in place, so one serves for all. */
export const EMPTY_CELL: Cell = Object.freeze({});

/** Google's limit on the text of one cell. */
export const CELL_CHARACTERS = 50_000;

/** A change that looks at nothing but the cell, worked out once for a run of the same cell. */
export function uniform(change: (cell: Cell) => Cell): (cell: Cell) => Cell {
  let last: Cell | undefined;
  let changed: Cell = EMPTY_CELL;
  return (cell) => {
    if (cell !== last) changed = change(cell);
    last = cell;
    return changed;
  };
}

const STRING = `"((?:[^"]|"")*)"`;
const HYPERLINK = new RegExp(String.raw`^=\s*HYPERLINK\s*\(\s*${STRING}\s*(?:[,;]\s*${STRING}\s*)?\)\s*$`, 'i');

/** Address and label of a HYPERLINK formula of two literal texts; undefined for any other formula. */
export function hyperlinkOf(formula: string): { url: string; label: string } | undefined {
  const match = HYPERLINK.exec(formula);
  if (!match) return undefined;
  const url = (match[1] ?? '').replaceAll('""', '"');
  return { url, label: match[2] === undefined ? url : match[2].replaceAll('""', '"') };
}

const set = (item: unknown): number => (item === undefined || item === null ? 0 : 1);

/**
 * @param path where the value stands, asked for only when it is refused
 * @throws ApiFault when the value is longer than a cell holds or says two things at once
 */
export function checkValue(value: Value, path: () => string): void {
  const { stringValue, formulaValue, numberValue, boolValue, errorValue } = value;
  if (set(stringValue) + set(formulaValue) + set(numberValue) + set(boolValue) + set(errorValue) > 1) {
    throw new ApiFault(`Invalid value at '${path()}': oneof field 'value' is already set.`);
  }
  if (errorValue) throw new ApiFault(`Invalid value at '${path()}': error_value is read-only.`);
  if ((stringValue ?? formulaValue ?? '').length > CELL_CHARACTERS) {
    throw new ApiFault('Your input contains more than the maximum of 50000 characters in a single cell.');
  }
}

/** The cell as entered, with its derived fields made anew. A formula keeps the result stored for the same formula before. */
export function settle(cell: Cell, before?: Cell): Cell {
  const out: Cell = {};
  const entered = cell.userEnteredValue;
  // built field by field: half a million cells go through here in one write
  if (cell.userEnteredFormat) out.userEnteredFormat = cell.userEnteredFormat;
  if (cell.note) out.note = cell.note;
  if (cell.dataValidation) out.dataValidation = cell.dataValidation;
  if (!entered || isEmpty(entered)) return out;
  if (cell.textFormatRuns) out.textFormatRuns = cell.textFormatRuns;
  out.userEnteredValue = entered;
  if (typeof entered.formulaValue === 'string') return settleFormula(out, entered.formulaValue, before);
  out.effectiveValue = entered;
  out.formattedValue = shown(entered, out);
  return out;
}

function settleFormula(out: Cell, formula: string, before: Cell | undefined): Cell {
  const link = hyperlinkOf(formula);
  if (link) {
    out.effectiveValue = { stringValue: link.label };
    out.hyperlink = link.url;
  } else if (before?.effectiveValue && before.userEnteredValue?.formulaValue === formula) {
    out.effectiveValue = before.effectiveValue;
  } else {
    out.effectiveValue = { errorValue: { type: 'NAME', message: 'The local host evaluates no formulas.' } };
  }
  out.formattedValue = shown(out.effectiveValue, out);
  return out;
}

function isEmpty(value: Value): boolean {
  return (
    (value.stringValue ?? '') === '' &&
    (value.numberValue ?? undefined) === undefined &&
    (value.boolValue ?? undefined) === undefined &&
    (value.formulaValue ?? undefined) === undefined
  );
}

function shown(value: Value, cell: Cell): string {
  if (typeof value.stringValue === 'string') return value.stringValue;
  if (typeof value.boolValue === 'boolean') return value.boolValue ? 'TRUE' : 'FALSE';
  if (typeof value.numberValue === 'number')
    return formatNumber(value.numberValue, cell.userEnteredFormat?.numberFormat);
  return `#${value.errorValue?.type ?? 'ERROR'}${value.errorValue?.type === 'NAME' ? '?' : '!'}`;
}
