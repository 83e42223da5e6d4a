/** Rule no-data: a completed measure whose account has neither a number nor a named document. */
import { printedColumn } from './context';
import type { Rule } from './finding';
import { aboutAll } from './observe';

const FACT =
  /[0-9０-９]|《[^》]{1,60}》|[一二三四五六七八九十百千两][余多]?(?:[个次项条份场人名户家件起处批轮期台套座公里亩吨]|万元|元|小时|天|月|年)/;

export const noData: Rule = {
  code: 'no-data',
  severity: 'note',
  title: '无数据无实例',
  explains: '说完成了却没有一个数字、一份有名称的文件或一个实例，读来空泛，也无从核对。',
  check({ ledger }) {
    const { measures } = ledger;
    const found = measures.records.flatMap((measure, at) => {
      const text = measure[printedColumn(measure)];
      return measure.state === '已完成' && text.trim() !== '' && !FACT.test(text) ? [at] : [];
    });
    return aboutAll(measures, found, 'result', {
      message: '已完成，但落实情况没有数据、文件名称或实例',
      remedy: '在“落实情况”写明数量、日期、文件名称或具体事例',
    });
  },
};
