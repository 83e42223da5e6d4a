/** Rule measure-id-mismatch: a number that says one issue beside a 问题编号 that says another. */
import { measureIdParts } from './context';
import type { Check } from './finding';
import { about } from './observe';

export const measureIdMismatch: Check = ({ measures, evidence }) => [
  ...measures.flatMap((row) => {
    const { id, issue } = row.record;
    if (id.trim() === '' || issue === null) return [];
    const named = measureIdParts(id)?.issue;
    if (named === undefined) {
      const message = `措施编号“${id}”不是“问题编号-顺序号”的写法`;
      return about(row, 'id', message, `改为如“${issue}-1”的编号`, { severity: 'warning' });
    }
    return named === issue ? [] : about(row, 'issue', ...mismatch(`措施编号${id}`, named, issue));
  }),
  ...evidence.flatMap((row) => {
    const { id, issue, measure } = row.record;
    if (issue === null) return [];
    const owner = row.measure ? row.measure.record.issue : measureIdParts(measure)?.issue;
    if (measure !== '' && typeof owner === 'number' && owner !== issue) {
      return about(row, 'measure', ...mismatch(`所佐证的措施${measure}`, owner, issue));
    }
    const named = Number(/^\s*(\d{1,7})\s*-/.exec(id)?.[1] ?? issue);
    return named === issue ? [] : about(row, 'id', ...mismatch(`材料编号${id}`, named, issue));
  }),
];

function mismatch(subject: string, named: number, issue: number): [string, string, { related: string[] }] {
  return [
    `${subject}属于问题${named}，而“问题编号”填的是${issue}`,
    '两者改为一致',
    { related: [String(named), String(issue)] },
  ];
}
