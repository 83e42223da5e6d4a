/** Rule overdue: the deadline has passed and the work is not closed. */
import { deadlineStatus, isSettled } from '../progress/deadlines';
import { daysBetween } from '../text/dates';
import type { Rule } from './finding';
import { about } from './observe';

export const overdue: Rule = {
  code: 'overdue',
  severity: 'warning',
  title: '逾期未完成',
  explains: '久拖不改是监督重点。时限过后没有销号也没有延期审批的，要么抓紧办结，要么按程序延期。',
  check({ ledger, joined, today }) {
    const { issues, measures } = ledger;
    const late = new Set<number>();
    const ofIssues = issues.records.flatMap((issue, at) => {
      const { word, days } = deadlineStatus(issue, today, 0);
      if (word !== '逾期' || days === null) return [];
      if (issue.number !== null) late.add(issue.number);
      return about(issues, at, 'deadline', {
        message: `整改时限${issue.deadline}已过${-days}天，状态仍为${issue.state || '未启动'}`,
        remedy: '抓紧办结并申请销号；不能按期完成的，说明理由申请延期',
      });
    });
    const ofMeasures = measures.records.flatMap(({ issue, deadline, state }, at) => {
      if (deadline === null || deadline >= today || state === '已完成' || state === '已取消') return [];
      // the issue's own finding says it for all its measures
      if (issue === null || late.has(issue)) return [];
      const owner = issues.records[joined.issueAt.get(issue) ?? -1];
      if (owner === undefined || isSettled(owner.state)) return [];
      return about(measures, at, 'deadline', {
        message: `时限${deadline}已过${daysBetween(deadline, today)}天，状态仍为${state || '未开始'}`,
        remedy: '已经完成的更新状态和完成日期；没有完成的抓紧落实或调整时限',
      });
    });
    return [...ofIssues, ...ofMeasures];
  },
};
