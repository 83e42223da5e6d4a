/** What the built program's remote door takes and gives, as far as the terminal needs it, with the shapes checked. */
import { type Fault, isObject } from '../files/result';
import type { XlsxTab } from '../files/xlsx';

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

export interface ReportAnswer {
  status: 'draft' | 'final';
  /** Ids of the files in Drive. */
  docx: string | null;
  document: string | null;
  /** The report's text, one line a paragraph. */
  text: string | null;
  refused: Fault[];
}

export interface MergeAnswer {
  changed: number;
  added: number;
  refused: Fault[];
}

export type Row = Record<string, unknown>;

export const VARIANTS = ['four-part', 'two-part', 'statistics-first'] as const;
export type Variant = (typeof VARIANTS)[number];

export interface Commands {
  setUpLedger: Record<string, never>;
  importDocument: { name: string; base64: string; append?: boolean };
  checkLedger: Record<string, never>;
  generateReport: { kind: 'public'; variant?: Variant; final?: boolean };
  readTab: { tab: string };
  mergeEdits: { tabs: XlsxTab[]; adopt?: boolean; whole?: boolean };
}

export interface Answers {
  setUpLedger: { created: string[] };
  importDocument: ImportAnswer;
  checkLedger: CheckAnswer;
  generateReport: ReportAnswer;
  readTab: { columns: string[]; rows: Row[] };
  mergeEdits: MergeAnswer;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** The faults of an answer. */
export function faultsOf(value: unknown): Fault[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (fault): fault is Fault => isObject(fault) && typeof fault.code === 'string' && typeof fault.message === 'string',
  );
}

function isFinding(value: unknown): value is Finding {
  return (
    isObject(value) &&
    typeof value.code === 'string' &&
    (value.severity === 'error' || value.severity === 'warning' || value.severity === 'note') &&
    typeof value.message === 'string' &&
    typeof value.remedy === 'string'
  );
}

function idOf(file: unknown): string | null {
  return isObject(file) && typeof file.id === 'string' ? file.id : null;
}

/** Each command's answer read from what came back; undefined where it is not what was agreed. */
export const shapes: { [C in keyof Answers]: (value: unknown) => Answers[C] | undefined } = {
  setUpLedger: (value) => (isObject(value) && isTexts(value.created) ? { created: value.created } : undefined),
  importDocument(value) {
    if (!isObject(value)) return undefined;
    const { aspects, groups, issues, measures, unplaced, warnings } = value;
    if (!isNumber(aspects) || !isNumber(groups) || !isNumber(issues) || !isNumber(measures)) return undefined;
    return isTexts(unplaced) && isTexts(warnings)
      ? { aspects, groups, issues, measures, unplaced, warnings }
      : undefined;
  },
  checkLedger(value) {
    if (!isObject(value)) return undefined;
    const { errors, warnings, notes, findings } = value;
    if (!isNumber(errors) || !isNumber(warnings) || !isNumber(notes)) return undefined;
    if (!Array.isArray(findings) || !findings.every(isFinding)) return undefined;
    return { errors, warnings, notes, findings };
  },
  generateReport(value) {
    if (!isObject(value)) return undefined;
    const { status, docx, document, text, refused } = value;
    if (status !== 'draft' && status !== 'final') return undefined;
    const files = { docx: idOf(docx), document: idOf(document), text: typeof text === 'string' ? text : null };
    return { status, ...files, refused: faultsOf(refused) };
  },
  readTab(value) {
    if (!isObject(value) || !isTexts(value.columns) || !Array.isArray(value.rows)) return undefined;
    return value.rows.every(isObject) ? { columns: value.columns, rows: value.rows } : undefined;
  },
  mergeEdits(value) {
    if (!isObject(value) || !isNumber(value.changed) || !isNumber(value.added)) return undefined;
    return { changed: value.changed, added: value.added, refused: faultsOf(value.refused) };
  },
};
