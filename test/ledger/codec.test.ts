import fc from 'fast-check';
import { readCell, writeCell } from '../../src/ledger/codec';
import type { Column, ColumnValue } from '../../src/ledger/columns';
import { amount, check, choice, date, integer, longText, text } from '../../src/ledger/columns';
import { columnsOf, recordOf } from '../../src/ledger/records';
import { TAB_ORDER } from '../../src/ledger/schema';
import { addDays } from '../../src/text/dates';

const deadline = date('整改时限', '');
const state = choice('状态', ['未开始', '已完成'], '');

describe('a cell read by its column', () => {
  test.each([
    ['2026-06-30', '2026-06-30'],
    ['2026.6.30', '2026-06-30'],
    ['2026/6/30', '2026-06-30'],
    ['2026年6月30日', '2026-06-30'],
    ['二〇二六年六月三十日', '2026-06-30'],
    ['２０２６年６月３０日', '2026-06-30'],
    [46203, '2026-06-30'],
  ])('the date %s is read as %s', (cell, expected) => {
    expect(readCell(deadline, cell)).toEqual({ value: expected });
  });

  test('30 February is no date, and the fault says what to write', () => {
    expect(readCell(deadline, '2026年2月30日')).toEqual({
      value: null,
      code: 'unreadable-date',
      fault: '“2026年2月30日”不是有效日期，请改为如 2026-06-30 的日期',
    });
  });

  test('a word outside the list is a fault that names the list', () => {
    expect(readCell(state, '做完了')).toMatchObject({ value: '', code: 'unknown-choice' });
    expect(readCell(state, '做完了')).toMatchObject({ fault: expect.stringContaining('未开始、已完成') });
  });

  test('numbers are read with full-width digits and thousands separators', () => {
    expect(readCell(amount('数量', ''), '１,２３４.5'.replace('１', '1').replace('２', '2'))).toEqual({
      value: 1234.5,
    });
    expect(readCell(amount('数量', ''), '７.132')).toEqual({ value: 7.132 });
    expect(readCell(integer('编号', '', { min: 1 }), '３')).toEqual({ value: 3 });
    expect(readCell(integer('编号', '', { min: 1 }), 0)).toMatchObject({ code: 'number-out-of-range' });
    expect(readCell(integer('编号', ''), '三')).toMatchObject({ code: 'unreadable-number' });
  });

  test('a number in a text column is its digits', () => {
    expect(readCell(text('文号', ''), 2026)).toEqual({ value: '2026' });
  });

  test('an error value of a formula is a fault in every column', () => {
    for (const column of [deadline, state, longText('问题', ''), check('公开', '')]) {
      expect(readCell(column, '#REF!')).toMatchObject({ code: 'formula-error' });
    }
  });

  test('60,000 characters are more than a cell holds', () => {
    expect(readCell(longText('问题', ''), '问'.repeat(60_000))).toMatchObject({ code: 'cell-too-long' });
  });
});

function valueFor(column: Column): fc.Arbitrary<ColumnValue> {
  switch (column.kind) {
    case 'choice':
      return fc.constantFrom('', ...column.values);
    case 'integer':
      return fc.option(fc.integer({ min: column.min, max: column.max }));
    case 'amount':
      return fc.option(fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000));
    case 'date':
      return fc.option(fc.integer({ min: 0, max: 200_000 }).map((days) => addDays('1900-01-01', days)));
    case 'check':
      return fc.boolean();
    default:
      return fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => !/^#[A-Z/0]+[!?A]$/.test(value));
  }
}

test('whatever a column may hold reads back as it was written, in every tab', () => {
  for (const tab of TAB_ORDER) {
    for (const [, column] of columnsOf(tab)) {
      fc.assert(
        fc.property(valueFor(column), (value) => {
          expect(readCell(column, writeCell(column, value))).toEqual({ value });
        }),
        { numRuns: 20 },
      );
    }
  }
});

test('reading never throws and never invents: any cell gives its value or a fault with a blank', () => {
  const cells = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
  const columns = TAB_ORDER.flatMap((tab) => columnsOf(tab).map(([, column]) => column));
  fc.assert(
    fc.property(fc.constantFrom(...columns), cells, (column, cell) => {
      const reading = readCell(column, cell);
      if ('fault' in reading) expect(['', null, false]).toContain(reading.value);
      else expect(readCell(column, writeCell(column, reading.value))).toEqual(reading);
    }),
  );
});

test('a blank record has every column of its tab', () => {
  expect(Object.keys(recordOf('measures'))).toEqual(columnsOf('measures').map(([id]) => id));
});
