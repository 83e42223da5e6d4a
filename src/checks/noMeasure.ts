/** Rule no-measure: an issue for which no measure is in force. */
import type { Rule } from './finding';
import { aboutAll } from './observe';

export const noMeasure: Rule = {
  code: 'no-measure',
  severity: 'error',
  title: '问题没有措施',
  explains: '每个问题都要有整改措施，任务清单才与问题清单一一对应；已经启动或销号的问题没有措施，整改无从核实。',
  check({ ledger, joined }) {
    const { issues, measures } = ledger;
    const notStarted: number[] = [];
    const further: number[] = [];
    issues.records.forEach(({ number, state }, at) => {
      if (number === null || state === '已终止') return;
      const own = joined.measuresOf.get(number) ?? [];
      if (own.some((measure) => measures.records[measure]?.state !== '已取消')) return;
      if (state === '未启动' || state === '') notStarted.push(at);
      else further.push(at);
    });
    const remedy = '在“整改措施”表为该问题增加至少一条措施';
    return [
      ...aboutAll(issues, further, 'state', { message: '已经启动整改，但没有任何整改措施', remedy }),
      ...aboutAll(issues, notStarted, 'title', { message: '还没有整改措施', remedy, severity: 'warning' }),
    ];
  },
};
