import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { recordOf } from '../../src/ledger/records';
import type { LogEntry } from '../../src/ledger/schema';
import { type Drawable, drawSample, overturnRate } from '../../src/workflow/recheck';

const ASPECTS = ['党的建设方面', '工程建设方面', '财务管理方面'];
const issueOf = (number: number, stratum = ASPECTS[number % 3] ?? ''): Drawable => ({
  number,
  title: `第${number}号泵站管护不到位`,
  stratum,
});
const closed = (count: number): Drawable[] => Array.from({ length: count }, (_, at) => issueOf(at + 1));
const numbers = (sample: readonly Drawable[]): number[] => sample.map(({ number }) => number);

describe('the sample', () => {
  test('can be drawn again by anybody from the seed', () => {
    // as `printf '2026年第一次回头看\n5' | sha256sum` ranks 1 to 6: 5, 2, 4, 1, 6, 3
    const issues = closed(6).map(({ number }) => issueOf(number, '工程建设方面'));
    expect(numbers(drawSample(issues, 0.5, '2026年第一次回头看'))).toEqual([2, 4, 5]);
    const seeds = Array.from({ length: 8 }, (_, at) => numbers(drawSample(closed(30), 0.1, `种子${at}`)).join());
    expect(new Set(seeds).size).toBeGreaterThan(1);
  });

  test('takes its share of each stratum, rounded up, and at least one', () => {
    const sizes = (share: number, counts: number[]): number[] => {
      let number = 0;
      const issues = counts.flatMap((count, at) => Array.from({ length: count }, () => issueOf(++number, ASPECTS[at])));
      const sample = drawSample(issues, share, 'K');
      return counts.map((_, at) => sample.filter(({ stratum }) => stratum === ASPECTS[at]).length);
    };
    // 0.1 × 30 must not come out as four
    expect(sizes(0.1, [30, 9, 1])).toEqual([3, 1, 1]);
    expect(sizes(0.34, [3, 6])).toEqual([2, 3]);
    expect(sizes(1, [5, 2])).toEqual([5, 2]);
    expect(drawSample([], 0.1, 'K')).toEqual([]);
  });

  test('does not hang on the order of the rows, grows with the share, and stands in the order of 编号', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 30 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.string(),
        (list, one, other, seed) => {
          const issues = list.map((number) => issueOf(number));
          const sample = numbers(drawSample(issues, Math.min(one, other), seed));
          expect(numbers(drawSample([...issues].reverse(), Math.min(one, other), seed))).toEqual(sample);
          expect(sample).toEqual([...new Set(sample)].sort((a, b) => a - b));
          const larger = numbers(drawSample(issues, Math.max(one, other), seed));
          expect(larger).toEqual(expect.arrayContaining(sample));
          expect(numbers(drawSample(issues, 1, seed))).toEqual([...list].sort((a, b) => a - b));
        },
      ),
    );
  });
});

describe('the overturn rate', () => {
  const found = (sequence: number, issue: number, reasonClass: string, round = 1): LogEntry =>
    recordOf('log', { sequence, action: '回头看', subject: `问题台账 ${issue}`, reasonClass, round });

  test('counts relapses, whole or in part, among the closings re-checked', () => {
    expect(overturnRate([])).toEqual({ n: 0, d: 0 });
    expect(overturnRate([found(1, 1, '巩固'), found(2, 2, '部分反弹'), found(3, 3, '反弹')])).toEqual({ n: 2, d: 3 });
  });

  test('goes by the last finding of each round, whatever the order of the rows', () => {
    const log = [found(7, 1, '反弹'), found(4, 1, '巩固'), found(9, 1, '巩固', 2)];
    expect(overturnRate(log)).toEqual({ n: 1, d: 2 });
    expect(overturnRate([...log].reverse())).toEqual({ n: 1, d: 2 });
    expect(overturnRate([...log, found(8, 1, '巩固')])).toEqual({ n: 0, d: 2 });
  });

  test('is of re-checks only', () => {
    const drawn = recordOf('log', { sequence: 5, action: '抽样', subject: '问题台账 2', round: 1 });
    const reopened = recordOf('log', { sequence: 6, action: '重新整改', subject: '问题台账 1', reasonClass: '回头看' });
    expect(overturnRate([found(1, 1, '反弹'), drawn, reopened])).toEqual({ n: 1, d: 1 });
  });
});
