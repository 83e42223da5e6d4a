/** Drop-down lists taken from a range (`=设置!$A$2:$A$9`) follow their range and the name of its sheet. */
import type { sheets_v4 } from '@googleapis/sheets';
import { columnLetters, parseCells, quoteSheet } from '../a1';
import { type Draft, type GridRange, type Sheet, sheetIdOf, titleOf } from '../store';

type Rule = sheets_v4.Schema$DataValidationRule;

interface Reference {
  /** the sheet's name and `!` as written; empty for the sheet the rule stands on */
  prefix: string;
  sheet: string | undefined;
  cells: string;
}

const FORMULA = /^=((?:'((?:[^']|'')*)'|([^'!]+))!)?(\$?[A-Za-z]*\$?\d*(?::\$?[A-Za-z]*\$?\d*)?)$/;

function parse(formula: string): Reference | undefined {
  const match = FORMULA.exec(formula);
  if (!match) return undefined;
  return { prefix: match[1] ?? '', sheet: match[2]?.replaceAll("''", "'") ?? match[3], cells: match[4] ?? '' };
}

/** The cells part for another range: letters and numbers change where they stand, `$` stays. */
function withRange(cells: string, range: GridRange): string {
  const from = { column: range.startColumnIndex ?? 0, row: (range.startRowIndex ?? 0) + 1 };
  const to = { column: (range.endColumnIndex ?? 1) - 1, row: range.endRowIndex ?? 1 };
  return cells
    .split(':')
    .map((part, i) => {
      const corner = i === 0 ? from : to;
      return part.replace(/[A-Za-z]+/, columnLetters(corner.column)).replace(/\d+/, String(corner.row));
    })
    .join(':');
}

/** Writes anew every drop-down list of the file that reads from `target`, whose title was `title`. */
function rewriteLists(draft: Draft, target: Sheet, title: string, change: (reference: Reference) => string): void {
  const low = title.toLowerCase();
  for (const sheet of [...draft.sheets]) {
    const sheetId = sheetIdOf(sheet);
    const local = sheetId === sheetIdOf(target);
    // one rule object stands in many cells
    const done = new Map<Rule, Rule>();
    const next = (rule: Rule): Rule => {
      const known = done.get(rule);
      if (known) return known;
      const formula = rule.condition?.values?.[0]?.userEnteredValue ?? '';
      const found = parse(formula);
      const reads = found && (found.sheet === undefined ? local : found.sheet.toLowerCase() === low);
      const text = reads ? `=${change(found)}` : formula;
      const out =
        text === formula ? rule : { ...rule, condition: { ...rule.condition, values: [{ userEnteredValue: text }] } };
      done.set(rule, out);
      return out;
    };
    sheet.data?.[0]?.rowData?.forEach((row, r) => {
      row.values?.forEach((cell, c) => {
        const rule = cell.dataValidation;
        if (rule?.condition?.type !== 'ONE_OF_RANGE') return;
        const changed = next(rule);
        if (changed !== rule) draft.cells(draft.rows(sheetId), r)[c] = { ...cell, dataValidation: changed };
      });
    });
  }
}

/** After rows or columns of `sheet` came or went: `moved` says what a range of it has become. */
export function moveListReferences(
  draft: Draft,
  sheet: Sheet,
  moved: (range: GridRange) => GridRange | undefined,
): void {
  rewriteLists(draft, sheet, titleOf(sheet), ({ prefix, cells }) => {
    const range = parseCells(cells);
    if (!range) return prefix + cells;
    const next = moved(range);
    return prefix + (next ? withRange(cells, next) : '#REF!');
  });
}

/** After `sheet` was given another title. */
export function renameListReferences(draft: Draft, sheet: Sheet, oldTitle: string): void {
  rewriteLists(draft, sheet, oldTitle, ({ prefix, cells }) => (prefix ? `${quoteSheet(titleOf(sheet))}!` : '') + cells);
}
