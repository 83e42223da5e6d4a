/** What the numbers take from 办理记录: who says it is done, whether in time, and how long it has been open. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ISSUE_STATES } from '../../src/ledger/schema';
import { statisticsOf } from '../../src/progress/statistics';
import { addDays } from '../../src/text/dates';
import { ledgerOf } from '../support/ledgerOf';
import { closing, logged, type Told } from './logged';

const TODAY = '2026-09-15';
const started = (issue: number, deadline: string, on = '2026-04-01'): Told => [on, '启动', issue, { deadline }];

/** Ten issues counted by hand; 反馈 2026-03-20. */
const roadBureau = () =>
  ledgerOf({
    settings: { feedbackOn: '2026-03-20' },
    issues: [
      // signed: 1 in time, 2 in time only by its extension, 3 late
      { number: 1, state: '已销号', deadline: '2026-06-30' },
      { number: 2, state: '已销号', deadline: '2026-08-31' },
      { number: 3, state: '已销号', deadline: '2026-06-30' },
      // taken over: closed before this ledger began, on a day that is known, and on one that is not
      { number: 4, state: '已销号', deadline: '2026-06-30', closedOn: '2026-06-01' },
      { number: 5, state: '长期坚持', deadline: '2026-12-31' },
      // open: late, waiting for signatures, with all measures done, reopened, not begun
      { number: 6, state: '整改中', deadline: '2026-08-31' },
      { number: 7, state: '待审核', deadline: '2026-09-30' },
      { number: 8, state: '整改中', deadline: '2026-12-31' },
      { number: 9, state: '重新整改', deadline: '2026-10-31' },
      { number: 10, state: '', deadline: null },
      { number: 11, state: '已终止', deadline: '2026-05-31' },
    ],
    measures: [
      { id: '6-1', issue: 6, state: '进行中' },
      { id: '8-1', issue: 8, state: '已完成' },
      { id: '8-2', issue: 8, state: '已取消' },
      { id: '9-1', issue: 9, state: '已完成' },
      { id: '9-2', issue: 9, state: '未开始' },
    ],
    evidence: [
      { id: '8-1-01', issue: 8, measure: '8-1' },
      { id: '9-0-01', issue: 9, measure: '' },
      { id: '8-2-01', issue: 8, measure: '8-2' },
    ],
    log: logged(
      started(1, '2026-06-30'),
      started(2, '2026-06-30'),
      started(3, '2026-06-30'),
      started(6, '2026-08-31'),
      started(7, '2026-09-30', '2026-08-20'),
      started(8, '2026-12-31', '2026-07-10'),
      started(9, '2026-06-30'),
      ...closing(1, '2026-06-20', '2026-06-30'),
      ['2026-06-25', '延期', 2, { deadline: '2026-08-31' }],
      ['2026-07-01', '申请销号', 2],
      ['2026-07-02', '退回', 2, { reason: '佐证不足' }],
      ...closing(2, '2026-07-10', '2026-08-01'),
      ...closing(3, '2026-06-25', '2026-07-01'),
      ...closing(9, '2026-06-01', '2026-06-10'),
      ['2026-08-01', '回头看', 9, { reasonClass: '反弹', reason: '台账又有空白', round: 1 }],
      ['2026-08-01', '回头看', 1, { reasonClass: '巩固', reason: '现场查看属实', round: 1 }],
      [
        '2026-08-05',
        '重新整改',
        9,
        { reasonClass: '回头看', reason: '台账又有空白', deadline: '2026-10-31', round: 2 },
      ],
      ['2026-09-10', '申请销号', 7],
    ),
  });

describe('a ledger with a history', () => {
  const statistics = statisticsOf(roadBureau(), TODAY);

  test('tells what was done in time by the first deadline and by the extended one', () => {
    const { first, present } = statistics.onTime;
    // 1 and 4 in time; 2 and 3 late; 6 and the reopened 9 still open past 31 August and 30 June
    expect(first).toEqual({ onTime: 2, closedLate: 2, openLate: 2, notDue: 2, unknown: 2, rate: { n: 2, d: 6 } });
    // by its extension 2 was in time, by its new deadline 9 is not late
    expect(present).toEqual({ onTime: 3, closedLate: 1, openLate: 1, notDue: 3, unknown: 2, rate: { n: 3, d: 5 } });
  });

  test('keeps apart what is reported done, what was signed, and what was taken over', () => {
    expect(statistics.acceptance).toEqual({
      reported: { selfChecked: 0, waiting: 1, measuresDone: 1, total: 2 },
      signed: { n: 3, d: 5 },
      takenOver: { n: 2, d: 5 },
    });
  });

  test('counts evidence by the measures in force, that for a whole issue for each of them', () => {
    expect(statistics.evidenced).toEqual({ n: 3, d: 4 });
  });

  test('counts returned applications and overturned close-outs', () => {
    expect(statistics.returned).toEqual({ n: 1, d: 5 });
    expect(statistics.overturned).toEqual({ n: 1, d: 2 });
  });

  test('ages open issues since their round began, those that have not since the feedback', () => {
    // 7: 26 days; 9: 41 days since it was reopened; 8: 67; 6: 167 and 10: 179 days
    expect(statistics.ages).toEqual([
      { name: '30天以内', count: 1 },
      { name: '31至60天', count: 1 },
      { name: '61至90天', count: 1 },
      { name: '90天以上', count: 2 },
      { name: '起点不明', count: 0 },
    ]);
    expect(statistics.oldestOpen.map(({ number, age }) => [number, age])).toEqual([
      [10, 179],
      [6, 167],
      [8, 67],
      [9, 41],
      [7, 26],
    ]);
  });

  test('names the deadlines that come next', () => {
    expect(statistics.nextDue.map(({ number, daysLeft }) => [number, daysLeft])).toEqual([
      [7, 15],
      [9, 46],
      [8, 107],
    ]);
  });

  test('burns down from all but the terminated to what is left today', () => {
    const { burnDown } = statistics;
    expect(burnDown[0]).toEqual({ date: '2026-03-20', planned: 10, left: 9 });
    expect(burnDown.find(({ date }) => date === TODAY)).toEqual({ date: TODAY, planned: 5, left: 5 });
    expect(burnDown[burnDown.length - 1]).toEqual({ date: '2026-12-31', planned: 1, left: null });
    expect(burnDown.length).toBeLessThanOrEqual(9);
  });
});

test('without a feedback date or a log the age of an issue is not known', () => {
  const { ages, oldestOpen } = statisticsOf(ledgerOf({ issues: [{ number: 1, state: '整改中' }] }), TODAY);
  expect(ages.find(({ name }) => name === '起点不明')?.count).toBe(1);
  expect(oldestOpen).toEqual([]);
});

const aDay = fc.integer({ min: -200, max: 200 }).map((days) => addDays(TODAY, days));
const anIssue = fc.record({
  state: fc.constantFrom('' as const, ...ISSUE_STATES),
  deadline: fc.option(aDay),
  firstDeadline: fc.option(aDay),
  closedOn: fc.option(aDay),
  leader: fc.constantFrom('', '卫兰', '陆衡'),
  deadlineKind: fc.constantFrom('' as const, '立行立改' as const, '限期整改' as const),
});
const aRow = fc.tuple(
  aDay.filter((day) => day <= TODAY),
  fc.constantFrom('启动', '申请销号', '签批', '退回', '销号', '延期', '重新整改', '转长期坚持', '回头看' as const),
  fc.integer({ min: 1, max: 12 }),
  fc.record({ deadline: fc.option(aDay) }),
);
const aHistory = fc.record({
  issues: fc.array(anIssue, { maxLength: 12 }),
  rows: fc.array(aRow, { maxLength: 60 }),
  measures: fc.array(
    fc.record({ issue: fc.integer({ min: 1, max: 12 }), state: fc.constantFrom('', '已完成', '已取消' as const) }),
    { maxLength: 20 },
  ),
});

const ledgerWith = ({ issues, rows, measures }: typeof aHistory extends fc.Arbitrary<infer H> ? H : never) =>
  ledgerOf({
    settings: { feedbackOn: '2026-03-20' },
    issues: issues.map((issue, at) => ({ ...issue, number: at + 1, title: `问题${at + 1}` })),
    measures: measures.map((measure, at) => ({ ...measure, id: `${measure.issue}-${at}` })),
    evidence: measures.slice(0, 5).map((measure, at) => ({ issue: measure.issue, measure: `${measure.issue}-${at}` })),
    log: logged(...(rows as Told[])),
  });

test('whatever the history, the parts make the whole', () => {
  fc.assert(
    fc.property(aHistory, (history) => {
      const { issues, onTime, acceptance, ages, leaders, deadlineKinds, evidenced, returned, burnDown } = statisticsOf(
        ledgerWith(history),
        TODAY,
      );
      const open = issues.inProgress + issues.notStarted;
      for (const { rate, ...parts } of [onTime.first, onTime.present]) {
        expect(Object.values(parts).reduce((a, b) => a + b, 0)).toBe(issues.total - issues.terminated);
        expect(parts.openLate + parts.notDue).toBeLessThanOrEqual(open);
        expect(rate.n).toBeLessThanOrEqual(rate.d);
      }
      expect(acceptance.signed.n + acceptance.takenOver.n).toBe(issues.closed + issues.ongoing);
      expect(acceptance.reported.total).toBeLessThanOrEqual(open);
      expect(ages.reduce((sum, { count }) => sum + count, 0)).toBe(open);
      for (const groups of [leaders, deadlineKinds]) {
        expect(groups.reduce((sum, { total }) => sum + total, 0)).toBe(issues.total);
      }
      expect(evidenced.n).toBeLessThanOrEqual(evidenced.d);
      expect(returned.n).toBeLessThanOrEqual(returned.d);
      const planned = burnDown.map((point) => point.planned);
      expect(planned).toEqual([...planned].sort((a, b) => b - a));
      for (const { left } of burnDown) expect(left ?? 0).toBeLessThanOrEqual(issues.total - issues.terminated);
    }),
  );
});

test('whatever the history, the order of rows changes no number', () => {
  fc.assert(
    fc.property(aHistory, (history) => {
      const ledger = ledgerWith(history);
      const sorted = statisticsOf(ledger, TODAY);
      for (const { records } of [ledger.issues, ledger.measures, ledger.evidence, ledger.log]) records.reverse();
      expect(statisticsOf(ledger, TODAY)).toEqual(sorted);
    }),
  );
});
