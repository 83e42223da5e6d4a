/** Rule vague-deadline: a deadline that binds nobody. */
import { isSettled } from '../progress/deadlines';
import { vagueDeadlineWord } from '../text/vagueDeadline';
import type { Check } from './finding';
import { about, aboutAll } from './observe';

export const vagueDeadline: Check = ({ issues, measures }) => {
  const undated = issues.filter(
    ({ record: { deadlineKind, deadline, state } }) =>
      deadlineKind === '限期整改' && deadline === null && state !== '已终止',
  );
  const excuses = issues.filter(({ record: { number, deadlineKind, state }, inForce }) => {
    if (number === null || (deadlineKind !== '长期坚持' && state !== '长期坚持')) return false;
    const unbound = inForce.filter(
      ({ record: { period, deadline } }) => (period === '' || period === '一次') && deadline === null,
    );
    return inForce.length > 0 && unbound.length === inForce.length;
  });
  return [
    ...aboutAll(undated, 'deadline', '整改类型是限期整改，却没有填写“整改时限”', '在“整改时限”列填写日期'),
    ...aboutAll(
      excuses,
      'deadlineKind',
      '列为长期坚持，但各项措施既没有周期，也没有时限',
      '在“整改措施”表为措施选定周期（如每季度）或填写时限',
    ),
    ...measures.flatMap((row) => {
      const { state, deadline, content } = row.record;
      if (deadline !== null || state === '已完成' || state === '已取消') return [];
      if (row.owner && isSettled(row.owner.record.state)) return [];
      const word = vagueDeadlineWord(content);
      if (word === undefined) return [];
      const message = `写了“${word}”，“时限”又没有填写，何时完成不明确`;
      return about(row, 'content', message, '在“时限”列填写日期，或把措施中的说法改为具体时间');
    }),
  ];
};
