/** Rule enumeration-order: 一是、三是 — an enumeration inside a text that skips or repeats a number. */
import { enumerationFaults } from '../text/enumeration';
import type { Rule } from './finding';
import { printedCells } from './printed';

export const enumerationOrder: Rule = {
  code: 'enumeration-order',
  severity: 'note',
  title: '文内序号错乱',
  explains: '“一是”之后是“三是”，读者会以为漏了一项；多半是删改时留下的。',
  check({ ledger }) {
    return printedCells(ledger).flatMap(({ text, about }) =>
      enumerationFaults(text)
        .slice(0, 1)
        .map(({ found, expected, kind }) =>
          about({
            message: kind === 'repeated' ? `“${found}”重复出现` : `出现“${found}”，此处应为“${expected}”`,
            remedy: '补上漏写的一项，或把序号改为连续',
          }),
        ),
    );
  },
};
