import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { enumerationFaults, needlessPauseMark } from '../../src/text/enumeration';
import { toChineseNumber } from '../../src/text/numerals';

const told = (text: string): string[] =>
  enumerationFaults(text).map(({ found, expected, kind }) => `${found} ${expected} ${kind}`);

describe('enumerations inside a text', () => {
  test.each([
    ['一是建章立制。三是强化考核。', '三是 二是 skipped'],
    ['二是强化考核。', '二是 一是 skipped'],
    ['一是排查；二是整改；二是复查。', '二是 三是 repeated'],
    ['一是排查。\n一是整改。', '一是 二是 repeated'],
    ['（1）排查；（3）整改。', '（3） （2） skipped'],
    ['①排查；②整改；④复查。', '④ ③ skipped'],
    ['第一，排查。第三，整改。', '第三 第二 skipped'],
    ['（一）排查。（三）整改。', '（三） （二） skipped'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test.each([
    '坚持一是一、二是二，不打折扣。',
    '统一是关键，唯一是前提。',
    '一是排查；二是整改。工作中：一是抓早；二是抓小。',
    '（1）排查；（2）整改；（3）复查。',
    '会议（3）号文件、附件（5）。',
    '一是否到岗，二是否在岗。',
    '第三季度完成，第一、二季度复查。',
    '一方面抓整改，另一方面抓巩固。',
  ])('is in order: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test('numbers that run on from one are never a fault', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 30 }), { minLength: 1, maxLength: 4 }), (lengths) => {
        const runs = lengths.map((length) =>
          Array.from({ length }, (_, i) => `${toChineseNumber(i + 1)}是落实责任`).join('；'),
        );
        expect(told(`${runs.join('。')}。`)).toEqual([]);
      }),
    );
  });
});

describe('、 between quoted names', () => {
  test('is needless between closing and opening marks', () => {
    expect(needlessPauseMark('查“坝”、“渠”运行')).toBe('查“坝”、“渠”运行');
    expect(needlessPauseMark('《巡查办法》、《值守办法》')).toContain('》、《');
  });
  test('stands where other words come between', () => {
    expect(needlessPauseMark('《巡查办法》（试行）、《值守办法》')).toBeUndefined();
    expect(needlessPauseMark('“坝”“渠”“闸”、泵站')).toBeUndefined();
  });
});
