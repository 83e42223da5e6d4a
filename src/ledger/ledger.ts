/** A whole ledger as records, each with its place in the workbook. */
import type { ColumnId, RecordOf, TabId } from './schema';
import type { Settings } from './settings';

/** The records of one tab with their place. `records[i]` stands in row `rows[i]` (1-based, the header is row 1). */
export interface Table<T extends TabId> {
  tab: T;
  records: RecordOf<T>[];
  rows: number[];
  /** 0-based column of each known column; a column the tab lacks is absent. */
  columns: Partial<Record<ColumnId<T>, number>>;
}

export interface Ledger {
  settings: Settings;
  issues: Table<'issues'>;
  measures: Table<'measures'>;
  evidence: Table<'evidence'>;
  outcomes: Table<'outcomes'>;
  documents: Table<'documents'>;
  narrative: Table<'narrative'>;
  reports: Table<'reports'>;
  log: Table<'log'>;
  people: Table<'people'>;
  delegations: Table<'delegations'>;
  seals: Table<'seals'>;
  snapshots: Table<'snapshots'>;
  bases: Table<'bases'>;
}
