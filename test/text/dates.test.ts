import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dateOf, daysBetween, formatChineseDate, fromSerial, parseDate, toSerial } from '../../src/text/dates';

const date = fc
  .date({ min: new Date('1900-03-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

describe('a date', () => {
  it.each([
    '2025-09-05',
    '2025/9/5',
    '2025.9.5',
    '20250905',
    '2025年9月5日',
    '2025 年 9 月 5 日',
    '2025年09月05号',
    '２０２５年９月５日',
    '２０２５．９．５',
    '二〇二五年九月五日',
    '二○二五年九月五日',
    '二零二五年九月五日',
    ' 2025-09-05 ',
  ])('written %j is read', (text) => {
    expect(parseDate(text)).toBe('2025-09-05');
  });

  it('in Chinese numerals with tens', () => {
    expect(parseDate('二〇二五年十二月三十一日')).toBe('2025-12-31');
    expect(parseDate('二〇二五年十月二十日')).toBe('2025-10-20');
  });

  it.each(['2025-02-30', '2025年2月29日', '2025-13-01', '2025-00-10', '2025-1-0', '二〇二五年十三月一日', '20251301'])(
    '%s is no day of the calendar',
    (text) => {
      expect(parseDate(text)).toBeUndefined();
    },
  );

  it.each(['', '2025年9月', '9月5日', '年底前', '25-09-05', '2025-09-05前', '1899-12-31', '二〇二五年一二月五日'])(
    '%j is none',
    (text) => {
      expect(parseDate(text)).toBeUndefined();
    },
  );

  it('30 February of a leap year is none either, 29 February is', () => {
    expect([dateOf(2024, 2, 30), dateOf(2024, 2, 29)]).toEqual([undefined, '2024-02-29']);
  });

  it('is printed without leading zeros and read back', () => {
    expect(formatChineseDate('2025-09-05')).toBe('2025年9月5日');
    fc.assert(fc.property(date, (value) => expect(parseDate(formatChineseDate(value))).toBe(value)));
  });

  it('goes to a serial number and back', () => {
    expect([toSerial('1899-12-31'), toSerial('2025-09-05')]).toEqual([1, 45905]);
    fc.assert(fc.property(date, (value) => expect(fromSerial(toSerial(value))).toBe(value)));
    expect(fromSerial(45905.75)).toBe('2025-09-05');
    expect([fromSerial(-1), fromSerial(Number.NaN), fromSerial(3_000_000)]).toEqual([undefined, undefined, undefined]);
  });

  it('moved by days is that many days away', () => {
    expect([addDays('2024-02-28', 2), addDays('2025-01-01', -1)]).toEqual(['2024-03-01', '2024-12-31']);
    const nearby = fc.integer({ min: -10_000, max: 10_000 });
    const modern = date.filter((value) => value > '1950' && value < '9900');
    fc.assert(
      fc.property(modern, nearby, (value, days) => expect(daysBetween(value, addDays(value, days))).toBe(days)),
    );
  });
});
