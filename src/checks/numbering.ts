/** Rule numbering: 编号 and 措施编号 that do not run on. */
import { type MeasureRow, measureIdParts } from './context';
import type { Check } from './finding';
import { about, aboutAll } from './observe';

export const numbering: Check = ({ issueOf }) => {
  const issues = [...issueOf.values()].sort((a, b) => (a.record.number ?? 0) - (b.record.number ?? 0));
  const gaps = issues.flatMap((row, i) => {
    const before = row.record.number ?? 0;
    const after = issues[i - 1]?.record.number ?? 0;
    if (before <= after + 1) return [];
    return [{ row, missing: before - after === 2 ? String(after + 1) : `${after + 1}～${before - 1}` }];
  });
  const skipping = issues.flatMap(({ record, measures }): MeasureRow[] => {
    let expected = 1;
    return measures.filter((measure) => {
      if (measureIdParts(measure.record.id)?.issue !== record.number) return false;
      const skips = measure.sequence > expected;
      expected = measure.sequence + 1;
      return skips;
    });
  });
  const [first] = gaps;
  const missing = gaps.slice(0, 5).map((gap) => gap.missing);
  return [
    ...(first
      ? [
          about(
            first.row,
            'number',
            `编号不连续，缺${missing.join('、')}${gaps.length > 5 ? '等' : ''}`,
            '漏登的问题请补登；确已删除的不必处理',
          ),
        ]
      : []),
    ...aboutAll(skipping, 'id', '措施编号不连续，前面缺号', '漏登的措施请补登；确已删除的不必处理'),
  ];
};
