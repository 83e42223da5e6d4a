/** The tabs 汇总 and 共性问题 as rows of cells. */
import { CELL_LIMIT } from '../../ledger/codec';
import type { CellValue } from '../../ledger/grid';
import { formatRate } from '../../progress/counts';
import type { CommonIssue, RollUp } from '../../progress/rollUp';
import type { DrawnTab } from '../ports';
import { DRAWN, WORDING as W } from './wording';

/** Wordings shown of one common issue; all units are named beside them. */
const WORDINGS = 50;

/** @param failed  units that are in no figure, each with the reason */
export function drawnTabs(round: RollUp, failed: readonly { unit: string; message: string }[], at: string): DrawnTab[] {
  const [whole, common] = DRAWN;
  return [
    {
      title: whole.title,
      widths: [180, 240, 160, 90, 90, 90, 90, 90, 90, 160],
      rows: [[whole.first], [W.asOf(at)], [round.notice], [], ...roundRows(round, failed)],
    },
    {
      title: common.title,
      widths: [320, 70, 320, 560],
      rows: [[common.first], [W.asOf(at)], [], ...commonRows(round.common)],
    },
  ];
}

function roundRows({ total, rows }: RollUp, failed: readonly { unit: string; message: string }[]): CellValue[][] {
  const { fedBack, closed, ongoing, inProgress, notStarted, terminated, overdue, measuresDone, measuresInForce } =
    total;
  const line = (name: string, n: number, d: number): CellValue[] => [
    name,
    n,
    d === 0 ? '' : `${formatRate({ n, d })}（${n}/${d}）`,
  ];
  return [
    W.total,
    line(W.units, total.units, total.units + failed.length),
    [W.fedBack, fedBack],
    line(W.closed, closed, fedBack),
    line(W.ongoing, ongoing, fedBack),
    line(W.inProgress, inProgress, fedBack),
    line(W.notStarted, notStarted, fedBack),
    line(W.terminated, terminated, fedBack),
    line(W.overdue, overdue, fedBack),
    line(W.measures, measuresDone, measuresInForce),
    [],
    ...rows,
    ...(failed.length === 0 ? [] : [[], W.failed, ...failed.map(({ unit, message }) => [unit, message])]),
  ];
}

function commonRows(common: readonly CommonIssue[]): CellValue[][] {
  if (common.length === 0) return [[W.none]];
  return [
    W.common,
    ...common.map(({ title, units, issues }): CellValue[] => {
      const shown = issues.slice(0, WORDINGS).map((issue) => W.issue(issue.unit, issue.number, issue.title));
      if (issues.length > WORDINGS) shown.push(W.more(issues.length));
      return [title, units.length, units.join('、').slice(0, CELL_LIMIT), shown.join('\n')];
    }),
  ];
}
