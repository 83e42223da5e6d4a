/** Whatever the ledger holds, the report's numbers ascend without a gap, and every public issue is in it once. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PUBLICITY } from '../../src/ledger/schema';
import { fromChineseNumber } from '../../src/text/numerals';
import { ledgerOf } from '../support/ledgerOf';
import { linesOf } from './reports';

const anyIssue = fc.record({
  aspect: fc.constantFrom('', '政治建设方面', '组织建设方面', '廉政建设方面'),
  publicity: fc.constantFrom('' as const, ...PUBLICITY),
});
const anyOptions = fc.record({
  variant: fc.constantFrom('四部分' as const, '两部分' as const, '统计在前' as const),
  numbering: fc.constantFrom('连续编号' as const, '分方面编号' as const),
  headlinePlace: fc.constantFrom('独立成段' as const, '接排' as const),
});

test('issues are numbered 1, 2, 3 … over the report or in each aspect, aspects （一）（二）（三）', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8]),
      fc.array(anyIssue, { minLength: 8, maxLength: 8 }),
      anyOptions,
      (numbers, some, settings) => {
        const issues = numbers.map((number, i) => ({
          ...some[i],
          number,
          title: `事项${number}有差距`,
          publicText: `事项${number}`,
        }));
        const measures = numbers.map((number) => ({ id: `${number}-1`, issue: number, content: '已整改。' }));
        const lines = linesOf(ledgerOf({ settings: { ...settings, statistics: '无' }, issues, measures }));
        const printed: number[] = [];
        const seen: number[] = [];
        let aspects = 0;
        for (const line of lines) {
          const aspect = /^（(.+?)）/.exec(line)?.[1];
          if (aspect !== undefined) {
            aspects += 1;
            expect(fromChineseNumber(aspect)).toBe(aspects);
            if (settings.numbering === '分方面编号') printed.length = 0;
          }
          const issue = /^(\d+)\.\D*(\d)/.exec(line);
          if (!issue) continue;
          printed.push(Number(issue[1]));
          seen.push(Number(issue[2]));
          expect(printed).toEqual(printed.map((_, i) => i + 1));
        }
        const expected = issues.filter(({ publicity }) => publicity !== '不公开').map(({ number }) => number);
        expect([...seen].sort()).toEqual([...expected].sort());
      },
    ),
  );
});
