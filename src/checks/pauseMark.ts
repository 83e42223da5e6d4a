/** Rule pause-mark: 、 between neighbouring quoted names. */
import { needlessPauseMark } from '../text/enumeration';
import type { Observation, Rule } from './finding';
import { printedCells } from './printed';

export const pauseMark: Rule = {
  code: 'pause-mark',
  severity: 'note',
  title: '顿号多余',
  explains: '标有引号或书名号的并列成分之间通常不用顿号（GB/T 15834-2011，4.5.3.5）。',
  check({ ledger }) {
    return printedCells(ledger).flatMap(({ text, about }): Observation[] => {
      const found = needlessPauseMark(text);
      if (found === undefined) return [];
      const better = found.replace(/([”》])、(?=[“《])/g, '$1');
      return [about({ message: `${found}：引号或书名号之间的顿号多余`, remedy: `去掉顿号，写作${better}` })];
    });
  },
};
