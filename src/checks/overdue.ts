/** Rule overdue: the deadline has passed and the work is not closed. */
import { isOverdue, isSettled } from '../progress/deadlines';
import { daysBetween } from '../text/dates';
import type { Check } from './finding';
import { about } from './observe';

export const overdue: Check = ({ issues, measures, today }) => {
  const late = issues.filter(({ record }) => isOverdue(record, today));
  const lateNumbers = new Set(late.map(({ record }) => record.number));
  const passed = (deadline: string | null): string =>
    `时限${deadline}已过${daysBetween(deadline ?? today, today)}天，状态仍为`;
  return [
    ...late.map((row) =>
      about(
        row,
        'deadline',
        `整改${passed(row.record.deadline)}${row.record.state || '未启动'}`,
        '抓紧办结并申请销号；不能按期完成的，说明理由申请延期',
      ),
    ),
    ...measures.flatMap((row) => {
      const { issue, deadline, state } = row.record;
      if (deadline === null || deadline >= today || state === '已完成' || state === '已取消') return [];
      // the issue's own finding says it for all its measures
      if (!row.owner || lateNumbers.has(issue) || isSettled(row.owner.record.state)) return [];
      return about(
        row,
        'deadline',
        passed(deadline) + (state || '未开始'),
        '已完成的更新状态和完成日期；没有完成的抓紧落实或调整时限',
      );
    }),
  ];
};
