/** What the door answers about the ledger: set-up, import, check, tabs and edits. */
import { type Fault, isObject } from '../../files/result';
import { faultsOf, isNumber, isTexts } from './values';

export interface Finding {
  code: string;
  severity: 'error' | 'warning' | 'note';
  message: string;
  remedy: string;
}

export interface CheckAnswer {
  errors: number;
  warnings: number;
  notes: number;
  findings: Finding[];
}

export interface ImportAnswer {
  aspects: number;
  groups: number;
  issues: number;
  measures: number;
  unplaced: string[];
  warnings: string[];
}

export interface MergeAnswer {
  changed: number;
  added: number;
  refused: Fault[];
}

export type Row = Record<string, unknown>;

function isFinding(value: unknown): value is Finding {
  return (
    isObject(value) &&
    typeof value.code === 'string' &&
    (value.severity === 'error' || value.severity === 'warning' || value.severity === 'note') &&
    typeof value.message === 'string' &&
    typeof value.remedy === 'string'
  );
}

/** Each answer read from what came back; undefined where it is not what was agreed. */
export const ledgerShapes = {
  setUpLedger: (value: unknown): { created: string[] } | undefined =>
    isObject(value) && isTexts(value.created) ? { created: value.created } : undefined,
  importDocument(value: unknown): ImportAnswer | undefined {
    if (!isObject(value)) return undefined;
    const { aspects, groups, issues, measures, unplaced, warnings } = value;
    if (!isNumber(aspects) || !isNumber(groups) || !isNumber(issues) || !isNumber(measures)) return undefined;
    return isTexts(unplaced) && isTexts(warnings)
      ? { aspects, groups, issues, measures, unplaced, warnings }
      : undefined;
  },
  checkLedger(value: unknown): CheckAnswer | undefined {
    if (!isObject(value)) return undefined;
    const { errors, warnings, notes, findings } = value;
    if (!isNumber(errors) || !isNumber(warnings) || !isNumber(notes)) return undefined;
    if (!Array.isArray(findings) || !findings.every(isFinding)) return undefined;
    return { errors, warnings, notes, findings };
  },
  readTab(value: unknown): { columns: string[]; rows: Row[] } | undefined {
    if (!isObject(value) || !isTexts(value.columns) || !Array.isArray(value.rows)) return undefined;
    return value.rows.every(isObject) ? { columns: value.columns, rows: value.rows } : undefined;
  },
  mergeEdits(value: unknown): MergeAnswer | undefined {
    if (!isObject(value) || !isNumber(value.changed) || !isNumber(value.added)) return undefined;
    return { changed: value.changed, added: value.added, refused: faultsOf(value.refused) };
  },
};
