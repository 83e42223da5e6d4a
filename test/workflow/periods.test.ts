import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { recordOf } from '../../src/ledger/records';
import { MEASURE_STATES, type Measure, PERIODS } from '../../src/ledger/schema';
import { addDays, daysBetween, fromSerial, type LedgerDate, toSerial } from '../../src/text/dates';
import { periodAt, periodsOf, type Recurrence, readPeriod } from '../../src/workflow/periods';

const FEEDBACK = '2025-12-16';
const measureOf = (values: Partial<Measure>): Measure =>
  recordOf('measures', { id: '3-1', issue: 3, state: '进行中', period: '每月', ...values });
/** The strip as the sidebar shows it. */
const strip = (values: Partial<Measure>, shown: string[], today: LedgerDate): string =>
  periodsOf(measureOf(values), shown, FEEDBACK, today)
    .map(({ label, state }) => `${label} ${state}`)
    .join('，');

describe('the periods due', () => {
  test('run from 起始日期 to the present one, shown ones done, the present open, others missed', () => {
    expect(strip({ startOn: '2026-01-01' }, ['2026年1月', '2026-03'], '2026-04-10')).toBe(
      '2026-01 done，2026-02 missed，2026-03 done，2026-04 open',
    );
  });

  test('a period may be shown before it is over, is open on its last day and missed on the next', () => {
    const quarterly = { period: '每季度', startOn: '2026-01-01' } as const;
    expect(strip(quarterly, ['2026年一季度'], '2026-02-01')).toBe('2026-Q1 done');
    expect(strip(quarterly, [], '2026-03-31')).toBe('2026-Q1 open');
    expect(strip(quarterly, [], '2026-04-01')).toBe('2026-Q1 missed，2026-Q2 open');
  });

  test('start with the feedback where 起始日期 is blank; half a month counts, less does not', () => {
    // 16 to 31 December are 16 of 31 days
    expect(strip({}, [], '2026-01-31')).toBe('2025-12 missed，2026-01 open');
    expect(strip({ startOn: '2025-12-17' }, [], '2026-01-31')).toBe('2026-01 open');
    expect(periodsOf(measureOf({}), [], null, '2026-01-31')).toEqual([]);
  });

  test('end with 时限, or with 完成日期 once done; a 长期坚持 measure runs on', () => {
    expect(strip({ startOn: '2026-01-01', deadline: '2026-02-28' }, [], '2026-09-01')).toBe(
      '2026-01 missed，2026-02 missed',
    );
    expect(strip({ startOn: '2026-01-01', doneOn: '2026-02-13', state: '已完成' }, [], '2026-09-01')).toBe(
      '2026-01 missed',
    );
    expect(strip({ startOn: '2026-01-01', doneOn: '2026-02-14', state: '已完成' }, [], '2026-09-01')).toBe(
      '2026-01 missed，2026-02 missed',
    );
    // the date was left over from a completion taken back
    expect(strip({ startOn: '2026-01-01', doneOn: '2026-01-31' }, ['2026.1'], '2026-02-20')).toBe(
      '2026-01 done，2026-02 open',
    );
    expect(strip({ period: '每年', startOn: '2024-01-01' }, ['2025年'], '2026-06-01')).toBe(
      '2024 missed，2025 done，2026 open',
    );
  });

  test('are none of what is done once, cancelled or not begun', () => {
    expect(strip({ period: '一次' }, [], '2026-06-01')).toBe('');
    expect(strip({ period: '' }, [], '2026-06-01')).toBe('');
    expect(strip({ state: '已取消' }, [], '2026-06-01')).toBe('');
    expect(strip({ startOn: '2026-07-01' }, [], '2026-06-01')).toBe('');
  });

  test('weeks are those of ISO 8601, over the turn of the year too', () => {
    expect(periodAt('2026-12-31', '每周')).toEqual({ label: '2026-W53', from: '2026-12-28', to: '2027-01-03' });
    expect(periodAt('2027-01-03', '每周').label).toBe('2026-W53');
    expect(periodAt('2024-12-30', '每周').label).toBe('2025-W01');
    expect(strip({ period: '每周', startOn: '2026-06-01' }, ['2026年第24周'], '2026-06-20')).toBe(
      '2026-W23 missed，2026-W24 done，2026-W25 open',
    );
  });
});

describe('所属期 as people type it', () => {
  test.each<[Recurrence, string, string[]]>([
    [
      '每周',
      '2026-W23',
      ['2026年第23周', '2026年23周', '2026w23', '２０２６－Ｗ２３', '2026年第二十三周', '2026-06-05'],
    ],
    [
      '每月',
      '2026-03',
      ['2026年3月', '2026年03月', '2026.3', '2026-3', '2026/03', '202603', '2026 年 3 月份', '２０２６年３月'],
    ],
    [
      '每月',
      '2026-03',
      ['二〇二六年三月', '2026年三月', '2026-03-15', '20260315', '2026年3月15日', '2026-W12', '2026.3.1至3.31'],
    ],
    ['每月', '2026-12', ['2026年十二月', '2026.12', '202612', '2026-12-31']],
    [
      '每季度',
      '2026-Q3',
      [
        '2026年第三季度',
        '2026年三季度',
        '2026年3季度',
        '2026Q3',
        '2026-q3',
        '2026第3季度',
        '2026年8月',
        '2026.7至2026.9',
        '2026年7-9月',
        '2026年7月—9月',
      ],
    ],
    [
      '每半年',
      '2026-H1',
      ['2026上半年', '2026年上半年', '2026-H1', '2026H1', '2026年二季度', '2026-06', '2026年1至6月'],
    ],
    ['每半年', '2026-H2', ['2026年下半年', '2026h2', '2026-07-01']],
    ['每年', '2026', ['2026', '2026年', '2026年度', '二〇二六年', '2026年下半年', '2026-12-31']],
  ])('%s: %s', (recurrence, label, texts) => {
    for (const text of texts) expect([text, readPeriod(text, recurrence)]).toEqual([text, label]);
  });

  test.each<[Recurrence, string[]]>([
    ['每周', ['2026-03', '第23周', '2026-W54', '2026-W00', '2025-W53', '本周']],
    [
      '每月',
      [
        '',
        '3月',
        '三季度',
        '2026',
        '2026-Q1',
        '2026年上半年',
        '2026-13',
        '20263',
        '2026-00',
        '每月',
        '2026年2-3月',
        '2026年2月30日',
      ],
    ],
    ['每季度', ['三季度', 'Q3', '2026-Q5', '2026年', '2026年第五季度', '2026年3-4月']],
    ['每半年', ['上半年', '2026', '2026-H3']],
    ['每年', ['26年', '本年度', '0026年']],
  ])('of %s nothing is made up where the year is missing or several periods are named', (recurrence, texts) => {
    for (const text of texts) expect([text, readPeriod(text, recurrence)]).toEqual([text, undefined]);
  });
});

const recurrences = fc.constantFrom(...PERIODS.filter((period): period is Recurrence => period !== '一次'));
const dates = fc
  .integer({ min: toSerial('1999-01-01'), max: toSerial('2060-12-31') })
  .map((at) => fromSerial(at) ?? '');
const nearDates = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-06-01', days));

test('every period holds its date, its label reads back, and it begins the day after the one before', () => {
  fc.assert(
    fc.property(recurrences, dates, (recurrence, date) => {
      const period = periodAt(date, recurrence);
      expect(period.from <= date && date <= period.to).toBe(true);
      expect(readPeriod(period.label, recurrence)).toBe(period.label);
      const before = periodAt(addDays(period.from, -1), recurrence);
      expect(before.to).toBe(addDays(period.from, -1));
      expect(before.label < period.label).toBe(true);
      for (const day of [period.from, period.to]) expect(periodAt(day, recurrence)).toEqual(period);
    }),
  );
});

test('what is due does not hang on the evidence nor on its order; only what is due is done', () => {
  fc.assert(
    fc.property(
      fc.record({
        period: recurrences,
        startOn: fc.option(nearDates),
        deadline: fc.option(nearDates),
        doneOn: fc.option(nearDates),
        state: fc.constantFrom(...MEASURE_STATES),
      }),
      fc.array(nearDates, { maxLength: 12 }),
      fc.option(nearDates),
      nearDates,
      (values, shownOn, feedbackOn, today) => {
        const measure = measureOf(values);
        const { period: recurrence, startOn } = values;
        const shown = shownOn.map((date) => periodAt(date, recurrence).label);
        const marks = periodsOf(measure, shown, feedbackOn, today);
        expect(periodsOf(measure, [...shown].reverse(), feedbackOn, today)).toEqual(marks);
        const due = periodsOf(measure, [], feedbackOn, today);
        expect(marks.map(({ label }) => label)).toEqual(due.map(({ label }) => label));
        marks.forEach(({ label, from, to, state }, at) => {
          expect(state === 'done').toBe(shown.includes(label));
          expect(state === 'missed' && to >= today).toBe(false);
          expect(from <= today && to >= (startOn ?? feedbackOn ?? '')).toBe(true);
          const previous = marks[at - 1];
          if (previous) expect(daysBetween(previous.to, from)).toBe(1);
        });
        // as days go by nothing that was due is due no more
        const tomorrow = periodsOf(measure, shown, feedbackOn, addDays(today, 1));
        expect(tomorrow.slice(0, marks.length).map(({ label }) => label)).toEqual(marks.map(({ label }) => label));
      },
    ),
  );
});

test('whatever stands in the cell, reading gives a label that reads back, or nothing', () => {
  const typed = fc.stringMatching(
    /^[二〇零20６]{0,4}[-年./]?[第上下]?[0-9三Q W]{0,3}[-月季周度半年至]{0,3}[0-9]{0,2}[月日]?$/,
  );
  fc.assert(
    fc.property(recurrences, fc.oneof(typed, fc.string()), (recurrence, text) => {
      const label = readPeriod(text, recurrence);
      if (label !== undefined) expect(readPeriod(label, recurrence)).toBe(label);
    }),
  );
});
