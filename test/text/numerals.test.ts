import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromChineseNumber, toChineseNumber } from '../../src/text/numerals';

describe('Chinese counting numerals', () => {
  it.each([
    [0, '零'],
    [7, '七'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
    [697, '六百九十七'],
    [1005, '一千零五'],
    [1010, '一千零一十'],
    [9999, '九千九百九十九'],
  ])('%i is %s', (value, text) => {
    expect(toChineseNumber(value)).toBe(text);
    expect(fromChineseNumber(text)).toBe(value);
  });

  it.each([
    ['两', 2],
    ['两百', 200],
    ['一十', 10],
    ['一十二', 12],
    ['二〇二五', 2025],
    ['二○二五', 2025],
    ['二零二五', 2025],
  ])('%s is read as %i', (text, value) => {
    expect(fromChineseNumber(text)).toBe(value);
  });

  it.each(['', '十十', '一百百', '百一千', '二百十', '1', '第一', '一二十', '零十'])('%j is no number', (text) => {
    expect(fromChineseNumber(text)).toBeUndefined();
  });

  it('come back as the number they were made from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (value) => {
        expect(fromChineseNumber(toChineseNumber(value))).toBe(value);
      }),
    );
  });

  it('beyond 9,999, and for fractions, are digits', () => {
    expect([toChineseNumber(10_000), toChineseNumber(-1), toChineseNumber(1.5)]).toEqual(['10000', '-1', '1.5']);
  });

  it('any text is read or refused', () => {
    const numeral = fc
      .array(fc.constantFrom(...'零〇○一二两三九十百千'), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(numeral, (text) => {
        const value = fromChineseNumber(text);
        expect(value === undefined || (Number.isSafeInteger(value) && value >= 0)).toBe(true);
      }),
    );
  });
});
