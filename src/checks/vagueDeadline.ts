/** Rule vague-deadline: a deadline that binds nobody. */

import { isSettled } from '../progress/deadlines';
import { vagueDeadlineWord } from '../text/vagueDeadline';
import type { Rule } from './finding';
import { about, aboutAll } from './observe';

export const vagueDeadline: Rule = {
  code: 'vague-deadline',
  severity: 'warning',
  title: '时限含糊',
  explains: '“尽快”“适时”不是时限，限期整改没有日期、以“长期坚持”代替阶段目标，都会使整改无从督办。',
  check({ ledger, joined }) {
    const { issues, measures } = ledger;
    const undated = issues.records.flatMap(({ deadlineKind, deadline, state }, at) =>
      deadlineKind === '限期整改' && deadline === null && state !== '已终止' ? [at] : [],
    );
    const excuses = issues.records.flatMap(({ number, deadlineKind, state }, at) => {
      if (number === null || (deadlineKind !== '长期坚持' && state !== '长期坚持')) return [];
      const own = (joined.measuresOf.get(number) ?? []).flatMap((position) => measures.records[position] ?? []);
      const inForce = own.filter((measure) => measure.state !== '已取消');
      const bound = inForce.some(({ period, deadline }) => (period !== '' && period !== '一次') || deadline !== null);
      return inForce.length > 0 && !bound ? [at] : [];
    });
    const vague = measures.records.flatMap((measure, at) => {
      const { issue, state, deadline, content } = measure;
      const owner = issue === null ? undefined : issues.records[joined.issueAt.get(issue) ?? -1];
      if (deadline !== null || state === '已完成' || state === '已取消') return [];
      if (owner !== undefined && isSettled(owner.state)) return [];
      const word = vagueDeadlineWord(content);
      if (word === undefined) return [];
      return about(measures, at, 'content', {
        message: `写了“${word}”，“时限”又没有填写，何时完成不明确`,
        remedy: '在“时限”列填写日期，或把措施中的说法改为具体时间',
      });
    });
    return [
      ...aboutAll(issues, undated, 'deadline', {
        message: '整改类型是限期整改，却没有填写“整改时限”',
        remedy: '在“整改时限”列填写日期',
      }),
      ...aboutAll(issues, excuses, 'deadlineKind', {
        message: '列为长期坚持，但各项措施既没有周期，也没有时限',
        remedy: '在“整改措施”表为措施选定周期（如每季度），或给阶段目标填写时限',
      }),
      ...vague,
    ];
  },
};
