/** The report's running numbers. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printedNumber, startNumbering } from '../../src/report/numbering';
import { circled } from '../../src/text/enumeration';

test('numbers are written as GB/T 9704 has them', () => {
  expect([1, 2, 3, 4].map((level) => printedNumber(level as 1 | 2 | 3 | 4, 12))).toEqual([
    '十二、',
    '（十二）',
    '12.',
    '（12）',
  ]);
  expect([1, 20, 21, 35, 36, 50, 51].map(circled)).toEqual(['①', '⑳', '㉑', '㉟', '㊱', '㊿', '（51）']);
});

test('a level begins anew after any heading above it and goes on otherwise', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), { maxLength: 60 }),
      (levels) => {
        const numbering = startNumbering();
        levels.forEach((level, i) => {
          const since = levels.slice(0, i).reduce((from, above, at) => (above < level ? at + 1 : from), 0);
          const count = levels.slice(since, i + 1).filter((other) => other === level).length;
          expect(numbering.next(level)).toBe(printedNumber(level, count));
        });
      },
    ),
  );
});
