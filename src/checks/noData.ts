/** Rule no-data: a completed measure whose account has neither a number nor a named document. */
import type { Check } from './finding';
import { aboutAll } from './observe';

const FACT =
  /[0-9０-９]|《[^》]{1,60}》|[一二三四五六七八九十百千两][余多]?(?:[个次项条份场人名户家件起处批轮期台套座公里亩吨]|万元|元|小时|天|月|年)/;

export const noData: Check = ({ measures }) =>
  aboutAll(
    measures.filter(({ record, printed }) => {
      const text = record[printed];
      return record.state === '已完成' && text.trim() !== '' && !FACT.test(text);
    }),
    'result',
    '已完成，但落实情况没有数据、文件名称或实例',
    '在“落实情况”写明数量、日期、文件名称或具体事例',
  );
