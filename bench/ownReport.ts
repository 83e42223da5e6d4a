/** Our own part of a report, as `freshContext.ts` loads it: a ledger's tabs in, the bytes of the .docx out. */
import type { CellValue } from '../src/ledger/grid';
import type { Ledger } from '../src/ledger/ledger';
import { readLedger } from '../src/ledger/read';
import { composeReport } from '../src/report/compose';
import { writeDocx } from '../src/report/docx';

export interface PlainTab {
  title: string;
  columns: string[];
  rows: Record<string, CellValue>[];
}

export function ledgerFrom(tabs: readonly PlainTab[]): Ledger {
  const grids = tabs.map(({ title, columns, rows }, sheetId) => ({
    title,
    sheetId,
    rowCount: rows.length + 1,
    columnCount: columns.length,
    values: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))],
  }));
  return readLedger({ version: 1, grids }).ledger;
}

/** @throws Error with the faults when the report is refused: a bench on a refusal would measure nothing */
export function reportBytes(ledger: Ledger, today: string): number {
  const composed = composeReport(ledger, { kind: 'public', today });
  if (!composed.ok) throw new Error(JSON.stringify(composed.faults).slice(0, 500));
  return writeDocx(composed.value).length;
}
