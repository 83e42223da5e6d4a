/** Holds the ledger against 办理记录: the chain of the log, its sealed heads, and every status against what the log says. */
import type { Ledger } from '../ledger/ledger';
import type { Issue } from '../ledger/schema';
import { verifyLog } from './chain';
import { coursesOf, newCourse } from './course';

/** A cell that is not what the log makes it. */
export interface Difference {
  /** Position of the issue in its table. */
  at: number;
  column: 'state' | 'round' | 'deadline' | 'firstDeadline';
  /** What the cell holds, and what the log says. */
  stated: string;
  logged: string;
  /** 序号 of the row that set the state; null when the log never speaks of the issue. */
  row: number | null;
}

export interface Verification {
  rows: number;
  /** The chain follows and every sealed head is in it. */
  intact: boolean;
  /** 序号 of the first row that is not what it was. */
  broken: number | null;
  /** Sealed heads that were compared. */
  seals: number;
  differs: Difference[];
}

export function verify(ledger: Ledger): Verification {
  const chain = verifyLog(ledger.log.records);
  const links = new Map(ledger.log.records.map((entry) => [entry.sequence, entry.chain]));
  const sealed = ledger.seals.records.filter(({ sequence }) => sequence !== null && sequence > 0);
  const lost = sealed
    .filter(({ sequence, chain: link }) => links.get(sequence) !== link)
    .map((seal) => seal.sequence ?? 0);
  const broken = [...(chain.broken === null ? [] : [chain.broken]), ...lost];
  return {
    rows: chain.rows,
    intact: broken.length === 0,
    broken: broken.length === 0 ? null : Math.min(...broken),
    seals: sealed.length,
    differs: differencesIn(ledger),
  };
}

/** Cells of 问题台账 that are not what the log makes them. A deadline counts from the moment the log told one. */
export function differencesIn({ issues, log }: Ledger): Difference[] {
  const courses = coursesOf(log.records);
  return issues.records.flatMap((issue, at) => {
    const course = courses.get(issue.number ?? 0) ?? newCourse();
    const { state, round, deadline, firstDeadline, stateRow: row } = course;
    const begun = state !== '未启动';
    const pairs: [Difference['column'], Issue[Difference['column']], string | number | null][] = [
      ['state', issue.state || '未启动', state],
      ['round', issue.round ?? 1, round],
      ['deadline', issue.deadline, begun && deadline !== null ? deadline : issue.deadline],
      ['firstDeadline', issue.firstDeadline, begun && firstDeadline !== null ? firstDeadline : issue.firstDeadline],
    ];
    return pairs.flatMap(([column, stated, logged]) =>
      stated === logged ? [] : [{ at, column, stated: String(stated ?? ''), logged: String(logged ?? ''), row }],
    );
  });
}
