/** The ledger's numbers: what is counted, of how many, and that the parts make the whole. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ISSUE_STATES, type Issue, MEASURE_STATES, OUTCOME_KINDS } from '../../src/ledger/schema';
import { formatRate, statisticsOf } from '../../src/progress/statistics';
import { ledgerOf } from '../support/ledgerOf';

const TODAY = '2026-09-15';

const waterBureau = () =>
  ledgerOf({
    settings: { fedBack: 6 },
    issues: [
      { number: 1, aspect: '贯彻上级部署方面', department: '办公室', state: '已销号', deadline: '2026-06-30' },
      { number: 2, aspect: '贯彻上级部署方面', department: '河湖股、办公室', state: '整改中', deadline: '2026-08-31' },
      { number: 3, aspect: '全面从严治党方面', department: '财务股', state: '长期坚持', deadline: '2026-08-31' },
      { number: 4, aspect: '全面从严治党方面', department: '财务股', state: '待审核', deadline: '2026-12-31' },
      { number: 5, aspect: '全面从严治党方面', department: '', state: '', deadline: null },
    ],
    measures: [
      { id: '1-1', issue: 1, state: '已完成' },
      { id: '1-2', issue: 1, state: '已取消' },
      { id: '2-1', issue: 2, state: '进行中' },
      { id: '3-1', issue: 3, state: '已完成' },
      { id: '4-1', issue: 4, state: '' },
    ],
  });

describe('issues', () => {
  test('are counted by state, long-term ones apart from completed ones', () => {
    const { issues, fedBack } = statisticsOf(waterBureau(), TODAY);
    expect(issues).toMatchObject({
      total: 5,
      closed: 1,
      ongoing: 1,
      inProgress: 2,
      notStarted: 1,
      terminated: 0,
      overdue: 1,
      completion: { n: 1, d: 5 },
    });
    expect(fedBack).toBe(6);
  });

  test('stand for the number fed back where 设置 leaves it blank', () => {
    const ledger = waterBureau();
    ledger.settings.fedBack = null;
    expect(statisticsOf(ledger, TODAY).fedBack).toBe(5);
  });

  test('are counted by aspect and under each of their departments', () => {
    const { aspects, departments } = statisticsOf(waterBureau(), TODAY);
    expect(aspects.map(({ name, total, completion }) => [name, total, completion.n])).toEqual([
      ['贯彻上级部署方面', 2, 1],
      ['全面从严治党方面', 3, 0],
    ]);
    expect(departments.map(({ name, total }) => [name, total])).toEqual([
      ['办公室', 2],
      ['河湖股', 1],
      ['财务股', 2],
      ['', 1],
    ]);
  });
});

test('cancelled measures are no part of what is to be completed', () => {
  expect(statisticsOf(waterBureau(), TODAY).measures).toEqual({
    total: 5,
    done: 2,
    inProgress: 1,
    notStarted: 1,
    cancelled: 1,
    inForce: 4,
    completion: { n: 2, d: 4 },
  });
});

describe('outcomes', () => {
  const ledger = ledgerOf({
    outcomes: [
      { id: 'C01', kind: '资金追缴', quantity: 7.132, unit: '万元', public: true },
      { id: 'C02', kind: '资金追缴', quantity: 1800, unit: '元', public: false },
      { id: 'C03', kind: '制度新建', matter: '取水计量管理办法', public: true },
      { id: 'C04', kind: '制度新建', quantity: 2, unit: '项', public: true },
      { id: 'C05', kind: '测评', quantity: 0.1, unit: '分', public: true },
      { id: 'C06', kind: '测评', quantity: 0.2, unit: '分', public: true },
    ],
  });

  test('are summed by unit as written, and money in 万元', () => {
    const { outcomes } = statisticsOf(ledger, TODAY);
    expect(outcomes.资金追缴).toEqual({ records: 2, byUnit: { 万元: 7.132, 元: 1800 }, number: 0, money: 7.312 });
    expect(outcomes.测评.byUnit).toEqual({ 分: 0.3 });
  });

  test('without a quantity count one', () => {
    expect(statisticsOf(ledger, TODAY).outcomes.制度新建).toMatchObject({ records: 2, number: 3 });
  });

  test('of a public report are those ticked 公开, the others nought', () => {
    const { publicOutcomes } = statisticsOf(ledger, TODAY);
    expect(publicOutcomes.资金追缴.money).toBe(7.132);
    expect(publicOutcomes.诫勉).toEqual({ records: 0, byUnit: {}, number: 0, money: 0 });
  });
});

test('rates are printed with at most two decimals and never rounded up to all or down to none', () => {
  expect(formatRate({ n: 19, d: 25 })).toBe('76%');
  expect(formatRate({ n: 688, d: 697 })).toBe('98.71%');
  expect(formatRate({ n: 2, d: 3 })).toBe('66.67%');
  expect(formatRate({ n: 5, d: 5 })).toBe('100%');
  expect(formatRate({ n: 0, d: 5 })).toBe('0%');
  expect(formatRate({ n: 99_999, d: 100_000 })).toBe('99.99%');
  expect(formatRate({ n: 1, d: 100_000 })).toBe('0.01%');
  expect(formatRate({ n: 0, d: 0 })).toBe('—');
});

const anyIssue = fc.record({
  aspect: fc.constantFrom('', '政治建设方面', '组织建设方面', '队伍建设方面'),
  department: fc.constantFrom('', '办公室', '财务股', '人事股'),
  state: fc.constantFrom('' as const, ...ISSUE_STATES),
  deadline: fc.constantFrom(null, '2026-01-31', '2026-09-15', '2027-01-31'),
});
const anyLedger = fc.record({
  issues: fc.array(anyIssue, { maxLength: 30 }),
  measures: fc.array(fc.record({ state: fc.constantFrom('' as const, ...MEASURE_STATES) }), { maxLength: 30 }),
  outcomes: fc.array(
    fc.record({
      kind: fc.constantFrom(...OUTCOME_KINDS),
      quantity: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }).map((q) => Math.round(q * 1000) / 1000)),
      unit: fc.constantFrom('万元', '元', '人', '项'),
      public: fc.boolean(),
    }),
    { maxLength: 20 },
  ),
});

test('the parts of every count add up to the whole', () => {
  fc.assert(
    fc.property(anyLedger, (parts) => {
      const issues: Partial<Issue>[] = parts.issues.map((issue, i) => ({ ...issue, number: i + 1 }));
      const { issues: counts, aspects, departments, measures } = statisticsOf(ledgerOf({ ...parts, issues }), TODAY);
      const { closed, ongoing, inProgress, notStarted, terminated } = counts;
      expect(closed + ongoing + inProgress + notStarted + terminated).toBe(issues.length);
      expect(Object.values(counts.byState).reduce((a, b) => a + b, 0)).toBe(counts.total);
      expect(counts.overdue).toBeLessThanOrEqual(inProgress + notStarted);
      for (const part of ['total', 'closed', 'ongoing', 'inProgress', 'notStarted', 'overdue'] as const) {
        expect(aspects.reduce((sum, aspect) => sum + aspect[part], 0)).toBe(counts[part]);
        expect(departments.reduce((sum, department) => sum + department[part], 0)).toBe(counts[part]);
      }
      expect(measures.done + measures.inProgress + measures.notStarted + measures.cancelled).toBe(measures.total);
    }),
  );
});

test('the order of rows changes no number', () => {
  fc.assert(
    fc.property(anyLedger, (parts) => {
      const ledger = ledgerOf({ ...parts, issues: parts.issues.map((issue, i) => ({ ...issue, number: i + 1 })) });
      const sorted = statisticsOf(ledger, TODAY);
      for (const table of [ledger.issues, ledger.measures, ledger.outcomes]) table.records.reverse();
      expect(statisticsOf(ledger, TODAY)).toEqual(sorted);
    }),
  );
});
