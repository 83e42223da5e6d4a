/** Reads the shipped examples for the tests of this folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellValue } from '../../src/ledger/grid';

export const EXAMPLES_DIR = join(__dirname, '../../examples');
export const UNITS = ['county-bureau', 'hospital', 'small-office'] as const;
export type Unit = (typeof UNITS)[number];

export type Row = Record<string, CellValue>;
export type Progress = Record<string, Row[]>;

export interface Step {
  at: string;
  as: string;
  action: string;
  issues: number[];
  reason?: string;
  date?: string;
  measures?: { id: string; reason: string }[];
  fill?: Progress;
}

export interface Actions {
  imported: string;
  planned: string;
  steps: Step[];
  updated: { at: string; as: string };
}

export function feedbackText(unit: Unit): string {
  return readFileSync(join(EXAMPLES_DIR, unit, 'feedback.txt'), 'utf8');
}

export function feedbackBytes(unit: Unit): Uint8Array {
  return new Uint8Array(readFileSync(join(EXAMPLES_DIR, unit, 'feedback.docx')));
}

export function progressOf(unit: Unit): Progress {
  const parsed: Progress = JSON.parse(readFileSync(join(EXAMPLES_DIR, unit, 'progress.json'), 'utf8'));
  return parsed;
}

export function actionsOf(unit: Unit): Actions {
  const parsed: Actions = JSON.parse(readFileSync(join(EXAMPLES_DIR, unit, 'actions.json'), 'utf8'));
  return parsed;
}

export function rowsOf(unit: Unit, title: string): Row[] {
  return progressOf(unit)[title] ?? [];
}

/** A cell as text, `''` when it is absent. */
export function cellText(row: Row, header: string): string {
  return String(row[header] ?? '');
}

/** The published reports by file name. */
export function publishedReports(): [string, string][] {
  const folder = join(EXAMPLES_DIR, 'published');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

export function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
