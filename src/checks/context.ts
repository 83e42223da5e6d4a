/** What every rule looks at: the ledger, the day, its statistics, and its records joined once by their keys. */
import type { Ledger, Table } from '../ledger/ledger';
import type { RecordOf, TabId } from '../ledger/schema';
import { type Statistics, statisticsOf } from '../progress/statistics';
import type { LedgerDate } from '../text/dates';
import { type Verification, verify } from '../workflow/verify';

/** A record and its position in its table. */
export interface Row<T extends TabId> {
  table: Table<T>;
  at: number;
  record: RecordOf<T>;
}

export interface IssueRow extends Row<'issues'> {
  /** The measures that name its 编号, in the order of their own. */
  measures: readonly MeasureRow[];
  /** Those that are not cancelled. */
  inForce: readonly MeasureRow[];
}

/** Of several issues or measures of one key the first owns what names it. */
export interface MeasureRow extends Row<'measures'> {
  owner: IssueRow | undefined;
  /** What the report prints of it: 落实情况 where it is filled in, else 措施内容. */
  printed: 'result' | 'content';
  /** The 2 of `3-2`; Infinity when the 措施编号 is written otherwise. */
  sequence: number;
}

export interface EvidenceRow extends Row<'evidence'> {
  owner: IssueRow | undefined;
  measure: MeasureRow | undefined;
}

export interface CheckContext {
  ledger: Ledger;
  today: LedgerDate;
  statistics: Statistics;
  issues: readonly IssueRow[];
  measures: readonly MeasureRow[];
  evidence: readonly EvidenceRow[];
  narrative: readonly Row<'narrative'>[];
  /** The first issue of each 编号. */
  issueOf: ReadonlyMap<number | null, IssueRow>;
  /** The ledger held against 办理记录. */
  verification: Verification;
  /** 反馈日期 to hold dates against; null while it is blank or, lying in the future, surely wrong itself. */
  feedbackOn: LedgerDate | null;
  /** A1 address of a 设置 item's value; '' when its row is not known. */
  settingCell(item: string): string;
}

export function contextOf(ledger: Ledger, today: LedgerDate, settingCell: (item: string) => string): CheckContext {
  const { feedbackOn: told } = ledger.settings;
  const ownMeasures = new Map<number | null, MeasureRow[]>([[null, []]]);
  const issues = rowsOf(ledger.issues).map((row): IssueRow => {
    const measures = ownMeasures.get(row.record.number) ?? [];
    ownMeasures.set(row.record.number, measures);
    return { ...row, measures, inForce: [] };
  });
  const issueOf = firstBy(issues, ({ record }) => record.number);
  const measures = rowsOf(ledger.measures).map((row): MeasureRow => {
    const { id, issue, result } = row.record;
    const measure: MeasureRow = {
      ...row,
      owner: issueOf.get(issue),
      printed: result.trim() === '' ? 'content' : 'result',
      sequence: measureIdParts(id)?.sequence ?? Infinity,
    };
    if (issue !== null) ownMeasures.get(issue)?.push(measure);
    return measure;
  });
  for (const own of ownMeasures.values()) own.sort(bySequence);
  for (const issue of issues) issue.inForce = issue.measures.filter(({ record }) => record.state !== '已取消');
  const measureOf = firstBy(measures, ({ record }) => record.id.trim() || null);
  return {
    ledger,
    today,
    statistics: statisticsOf(ledger, today),
    issues,
    measures,
    evidence: rowsOf(ledger.evidence).map((row) => ({
      ...row,
      owner: issueOf.get(row.record.issue),
      measure: measureOf.get(row.record.measure.trim()),
    })),
    narrative: rowsOf(ledger.narrative),
    issueOf,
    verification: verify(ledger),
    feedbackOn: told !== null && told > today ? null : told,
    settingCell,
  };
}

export function rowsOf<T extends TabId>(table: Table<T>): Row<T>[] {
  return table.records.map((record, at) => ({ table, at, record }));
}

/** Issue and sequence number of a 措施编号 such as `3-2`; undefined when it is written otherwise. */
export function measureIdParts(id: string): { issue: number; sequence: number } | undefined {
  const match = /^\s*(\d{1,7})\s*[-－—]\s*(\d{1,7})\s*$/.exec(id);
  return match ? { issue: Number(match[1]), sequence: Number(match[2]) } : undefined;
}

/** Order of measures by their numbers, then as they stand. */
export function bySequence(a: MeasureRow, b: MeasureRow): number {
  return a.sequence === b.sequence ? a.at - b.at : a.sequence - b.sequence;
}

/** The first row of each key; a key of null is none. */
function firstBy<R, K>(rows: readonly R[], keyOf: (row: R) => K | null): Map<K | null, R> {
  const first = new Map<K | null, R>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null && !first.has(key)) first.set(key, row);
  }
  return first;
}
