/** What every rule looks at: the ledger, the day, its statistics, and its records joined once by their keys. */
import type { Ledger } from '../ledger/ledger';
import type { Measure } from '../ledger/schema';
import { type Statistics, statisticsOf } from '../progress/statistics';
import type { LedgerDate } from '../text/dates';

export interface CheckContext {
  ledger: Ledger;
  today: LedgerDate;
  statistics: Statistics;
  joined: Joined;
  /** 反馈日期 to hold dates against; null while it is blank or, lying in the future, surely wrong itself. */
  feedbackOn: LedgerDate | null;
  /** A1 address of a 设置 item's value; '' when its row is not known. */
  settingCell(item: string): string;
}

/**
 * Positions (in `records`) of the records that belong together. Of several records of one key the first counts;
 * 措施编号 are held without blanks around them.
 */
export interface Joined {
  issueAt: ReadonlyMap<number, number>;
  measureAt: ReadonlyMap<string, number>;
  /** By 问题编号, in the order of the 措施编号. */
  measuresOf: ReadonlyMap<number, readonly number[]>;
  /** By 问题编号, whatever measure they are for. */
  evidenceOfIssue: ReadonlyMap<number, readonly number[]>;
  evidenceOfMeasure: ReadonlyMap<string, readonly number[]>;
}

export function contextOf(ledger: Ledger, today: LedgerDate, settingCell: (item: string) => string): CheckContext {
  const { feedbackOn: told } = ledger.settings;
  const feedbackOn = told !== null && told > today ? null : told;
  return { ledger, today, statistics: statisticsOf(ledger, today), joined: join(ledger), feedbackOn, settingCell };
}

/** The text the report prints for a measure: 落实情况 where it is filled in, else 措施内容. */
export function printedColumn(measure: Measure): 'result' | 'content' {
  return measure.result.trim() === '' ? 'content' : 'result';
}

/** Issue and sequence number of a 措施编号 such as `3-2`; undefined when it is written otherwise. */
export function measureIdParts(id: string): { issue: number; sequence: number } | undefined {
  const match = /^\s*(\d{1,7})\s*[-－—]\s*(\d{1,7})\s*$/.exec(id);
  return match ? { issue: Number(match[1]), sequence: Number(match[2]) } : undefined;
}

function join(ledger: Ledger): Joined {
  const issueAt = new Map<number, number>();
  const measureAt = new Map<string, number>();
  const measuresOf = new Map<number, number[]>();
  const evidenceOfIssue = new Map<number, number[]>();
  const evidenceOfMeasure = new Map<string, number[]>();
  ledger.issues.records.forEach(({ number }, at) => {
    if (number !== null && !issueAt.has(number)) issueAt.set(number, at);
  });
  ledger.measures.records.forEach(({ id, issue }, at) => {
    const key = id.trim();
    if (key !== '' && !measureAt.has(key)) measureAt.set(key, at);
    if (issue !== null) push(measuresOf, issue, at);
  });
  const sequence = (at: number): number => measureIdParts(ledger.measures.records[at]?.id ?? '')?.sequence ?? Infinity;
  for (const positions of measuresOf.values()) {
    positions.sort((a, b) => (sequence(a) === sequence(b) ? a - b : sequence(a) - sequence(b)));
  }
  ledger.evidence.records.forEach(({ issue, measure }, at) => {
    if (issue !== null) push(evidenceOfIssue, issue, at);
    if (measure.trim() !== '') push(evidenceOfMeasure, measure.trim(), at);
  });
  return { issueAt, measureAt, measuresOf, evidenceOfIssue, evidenceOfMeasure };
}

function push<K>(map: Map<K, number[]>, key: K, at: number): void {
  const positions = map.get(key);
  if (positions) positions.push(at);
  else map.set(key, [at]);
}
