/** The tables of 党组会材料. */
import type { Issue } from '../../ledger/schema';
import { isOverdue, isSettled } from '../../progress/deadlines';
import type { GroupCounts } from '../../progress/statistics';
import { daysBetween, type LedgerDate } from '../../text/dates';
import { subjectOf } from '../../workflow/course';
import type { Dossier } from '../../workflow/dossier';
import type { Table } from '../document';
import { linesOf } from '../paragraphs';
import type { Ending, Happened } from './happened';
import { rateText } from './overall';
import { CLOSED_COLUMNS, type Columns, LEADER_COLUMNS, OPEN_COLUMNS, OVERDUE_COLUMNS, PACK } from './wording';

export interface Overdue {
  issue: Issue;
  days: number;
}

/** The overdue issues, the longest first. */
export function overdueOf(issues: readonly Issue[], today: LedgerDate): Overdue[] {
  return issues
    .filter((issue) => isOverdue(issue, today))
    .map((issue) => ({ issue, days: daysBetween(issue.deadline ?? today, today) }))
    .sort((a, b) => b.days - a.days);
}

export function overdueTable(overdue: readonly Overdue[], lastWords: Happened['lastWords']): Table {
  return tableOf(
    OVERDUE_COLUMNS,
    overdue.map(({ issue, days }) => [
      issue.number,
      issue.title,
      issue.department,
      issue.deadline,
      PACK.days(days),
      lastWords.get(subjectOf(issue.number)) ?? PACK.noWords,
    ]),
  );
}

export function closedTable(closed: readonly Ending[]): Table {
  return tableOf(
    CLOSED_COLUMNS,
    closed.map(({ dossier, issue, on, as, signers }) => {
      const undone = dossier !== undefined && dossier.issue.state !== as ? PACK.since(dossier.issue.state) : '';
      const { title = PACK.unknownIssue, department = '' } = dossier?.issue ?? {};
      return [issue, title, department, on, as + undone, signers];
    }),
  );
}

export function leaderTable(leaders: readonly GroupCounts[]): Table {
  return tableOf(
    LEADER_COLUMNS,
    leaders.map(({ name, total, closed, ongoing, inProgress, notStarted, terminated, overdue, completion }) => [
      name || PACK.blank,
      ...[total, closed, ongoing, inProgress, notStarted, terminated, overdue],
      rateText(completion),
    ]),
  );
}

/** All issues that are neither closed out, ongoing nor terminated. */
export function openTable(
  issues: readonly Issue[],
  dossiers: ReadonlyMap<number, Dossier>,
  today: LedgerDate,
  lastWords: Happened['lastWords'],
): Table {
  return tableOf(
    OPEN_COLUMNS,
    issues
      .filter(({ state }) => !isSettled(state))
      .map((issue) => {
        const { measures = [] } = dossiers.get(issue.number ?? 0) ?? {};
        const inForce = measures.filter(({ state }) => state !== '已取消');
        const done = inForce.filter(({ state }) => state === '已完成').length;
        const left = issue.deadline === null ? null : daysBetween(today, issue.deadline);
        return [
          ...[issue.number, issue.title, issue.leader, issue.department, issue.person, issue.deadline],
          left === null ? '' : left < 0 ? PACK.late(-left) : PACK.left(left),
          issue.state || '未启动',
          `${done}/${inForce.length}`,
          lastWords.get(subjectOf(issue.number)) ?? '',
        ];
      }),
  );
}

/** A table of rows of cells, each cell's lines normalised. */
export function tableOf(columns: Columns, rows: readonly (readonly (string | number | null)[])[]): Table {
  return {
    columns: columns.map(([header, share, align]) => ({ header, share, align })),
    rows: rows.map((cells) => cells.map((cell) => linesOf(String(cell ?? '')).join('\n'))),
  };
}
