/** Rule no-measure: an issue for which no measure is in force. */
import type { Check } from './finding';
import { aboutAll } from './observe';

export const noMeasure: Check = ({ issues }) => {
  const bare = issues.filter(
    ({ record, inForce }) => record.number !== null && record.state !== '已终止' && inForce.length === 0,
  );
  const begun = bare.filter(({ record }) => record.state !== '未启动' && record.state !== '');
  const notBegun = bare.filter((row) => !begun.includes(row));
  const remedy = '在“整改措施”表为该问题增加至少一条措施';
  return [
    ...aboutAll(begun, 'state', '已经启动整改，但没有任何整改措施', remedy),
    ...aboutAll(notBegun, 'title', '还没有整改措施', remedy, { severity: 'warning' }),
  ];
};
