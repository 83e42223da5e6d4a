/** Rule enumeration-order: 一是、三是 — an enumeration inside a text that skips or repeats a number. */
import { enumerationFaults } from '../text/enumeration';
import type { Check } from './finding';
import { aboutCells, printedCells } from './printed';

export const enumerationOrder: Check = (context) =>
  aboutCells(printedCells(context), (text) => {
    const [fault] = enumerationFaults(text);
    if (fault === undefined) return undefined;
    const { found, expected, kind } = fault;
    return [
      kind === 'repeated' ? `“${found}”重复出现` : `出现“${found}”，此处应为“${expected}”`,
      '补上漏写的一项，或把序号改为连续',
    ];
  });
