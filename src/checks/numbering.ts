/** Rule numbering: 编号 and 措施编号 that do not run on. */
import { measureIdParts } from './context';
import type { Rule } from './finding';
import { about, aboutAll } from './observe';

export const numbering: Rule = {
  code: 'numbering',
  severity: 'note',
  title: '编号不连续',
  explains: '编号中断可能是漏登了问题或措施。确已删除的不必补号：编号不重复使用，报告序号在生成时另行计算。',
  check({ ledger, joined }) {
    const { issues, measures } = ledger;
    const numbers = [...joined.issueAt.keys()].sort((a, b) => a - b);
    const gaps: { after: number; before: number }[] = [];
    numbers.forEach((number, index) => {
      const after = index === 0 ? 0 : (numbers[index - 1] ?? 0);
      if (number > after + 1) gaps.push({ after, before: number });
    });
    const [first] = gaps;
    const found = first === undefined ? undefined : joined.issueAt.get(first.before);
    const ofIssues =
      first === undefined || found === undefined
        ? []
        : [
            about(issues, found, 'number', {
              message: `编号不连续，缺${gaps.slice(0, 5).map(rangeWords).join('、')}${gaps.length > 5 ? '等' : ''}`,
              remedy: '漏登的问题请补登；确已删除的不必处理',
            }),
          ];
    const skipping: number[] = [];
    for (const number of numbers) {
      let expected = 1;
      for (const at of joined.measuresOf.get(number) ?? []) {
        const parts = measureIdParts(measures.records[at]?.id ?? '');
        if (parts?.issue !== number) continue;
        if (parts.sequence > expected) skipping.push(at);
        expected = parts.sequence + 1;
      }
    }
    return [
      ...ofIssues,
      ...aboutAll(measures, skipping, 'id', {
        message: '措施编号不连续，前面缺号',
        remedy: '漏登的措施请补登；确已删除的不必处理',
      }),
    ];
  },
};

function rangeWords({ after, before }: { after: number; before: number }): string {
  return before - after === 2 ? String(after + 1) : `${after + 1}～${before - 1}`;
}
