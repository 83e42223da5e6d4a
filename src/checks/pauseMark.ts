/** Rule pause-mark: 、 between neighbouring quoted names. */
import { needlessPauseMark } from '../text/enumeration';
import type { Check } from './finding';
import { aboutCells, printedCells } from './printed';

export const pauseMark: Check = (context) =>
  aboutCells(printedCells(context), (text) => {
    const found = needlessPauseMark(text);
    if (found === undefined) return undefined;
    return [`${found}：引号或书名号之间的顿号多余`, `去掉顿号，写作${found.replace(/([”》])、(?=[“《])/g, '$1')}`];
  });
