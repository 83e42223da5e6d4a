/** Drop-downs and checkboxes as Univer's rules, and which of them an edit changes. */
import type { SheetView, ValidationView } from '../../protocol';
import { drawnRows, textOf } from './look';

export interface UniverRange {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}

/** Typing outside the list is never refused by the page: the host judges it, and nothing typed is lost. */
export interface UniverRule {
  uid: string;
  type: 'list' | 'checkbox';
  formula1: string;
  formula2?: string;
  ranges: UniverRange[];
  errorStyle: 2;
  renderMode: 1;
  allowBlank: true;
  showErrorMessage: false;
}

const known = new WeakMap<SheetView, ReadonlyMap<string, UniverRule>>();

/** By their names: a rule of another place or content has another name. */
export function rulesOf(sheet: SheetView): ReadonlyMap<string, UniverRule> {
  const found = known.get(sheet);
  if (found) return found;
  const rows = drawnRows(sheet);
  const rules = new Map<string, UniverRule>();
  for (const validation of sheet.validations) {
    if (validation.fromRow >= rows) continue;
    const rule = ruleOf(validation, rows, severalOf(sheet, validation));
    rules.set(rule.uid, rule);
  }
  known.set(sheet, rules);
  return rules;
}

/** The rules to take away and to add. */
export function rulesBetween(before: SheetView, after: SheetView): { gone: string[]; come: UniverRule[] } {
  const old = rulesOf(before);
  const now = rulesOf(after);
  return {
    gone: [...old.keys()].filter((uid) => !now.has(uid)),
    come: [...now].flatMap(([uid, rule]) => (old.has(uid) ? [] : [rule])),
  };
}

function ruleOf({ kind, column, fromRow, toRow, values }: ValidationView, rows: number, more: string[]): UniverRule {
  const check = kind === 'check';
  const endRow = Math.min(toRow, rows) - 1;
  const formula1 = check ? '1' : [...values, ...more].filter((value) => !value.includes(',')).join(',');
  return {
    uid: [column, fromRow, endRow, kind, formula1].join(' '),
    type: check ? 'checkbox' : 'list',
    formula1,
    ...(check ? { formula2: '0' } : {}),
    ranges: [{ startRow: fromRow, endRow, startColumn: column, endColumn: column }],
    errorStyle: 2,
    renderMode: 1,
    allowBlank: true,
    showErrorMessage: false,
  };
}

/** Cells that hold several of a list's values, joined by 、: right as they are, so the grid must not mark them as wrong. */
function severalOf(sheet: SheetView, { column, values, fromRow, toRow, kind }: ValidationView): string[] {
  if (kind === 'check') return [];
  const several = new Set<string>();
  for (let row = fromRow; row < Math.min(toRow, sheet.rows.length); row += 1) {
    const text = textOf(sheet.rows[row]?.[column]);
    if (text.includes('、')) several.add(text);
  }
  return [...several].filter((text) => text.split('、').every((part) => values.includes(part)));
}
