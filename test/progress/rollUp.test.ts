/** Many units as one round: sums that balance, a fair league, the notice's sentence, and what units have in common. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { figuresOf, rollUpOf, type UnitFigures, type UnitSummary } from '../../src/progress/rollUp';
import { statisticsOf } from '../../src/progress/statistics';
import { ledgerOf } from '../support/ledgerOf';

const NONE: UnitFigures = figuresOf(statisticsOf(ledgerOf(), '2026-09-15'));

const unit = (name: string, figures: Partial<UnitFigures>, titles: string[] = []): UnitSummary => ({
  unit: name,
  statistics: { ...NONE, ...figures },
  issues: titles.map((title, at) => ({ number: at + 1, title })),
});

describe('a round', () => {
  const round = rollUpOf([
    unit('青禾县水务局', { fedBack: 300, closed: 295, inProgress: 5, overdue: 2 }),
    unit('青禾县教育局', { fedBack: 97, closed: 97 }),
    unit('青禾县交通局', { fedBack: 300, closed: 296, ongoing: 1, inProgress: 3 }),
    unit('青禾县档案馆', {}),
  ]);

  test('is told in the sentence of a notice', () => {
    expect(round.notice).toBe('4个单位反馈697个，完成688个、长期坚持1个、正在整改8个，完成率98.71%，逾期2个。');
  });

  test('ranks units by completion, one without issues last', () => {
    expect(round.league.map(({ rank, unit: name }) => [rank, name])).toEqual([
      [1, '青禾县教育局'],
      [2, '青禾县交通局'],
      [3, '青禾县水务局'],
      [4, '青禾县档案馆'],
    ]);
  });

  test('is a table whose last line is the sum', () => {
    expect(round.rows[0]).toEqual([
      '名次',
      '单位',
      '反馈',
      '已完成',
      '长期坚持',
      '正在整改',
      '未启动',
      '已终止',
      '逾期',
      '完成率',
    ]);
    expect(round.rows[1]).toEqual([1, '青禾县教育局', 97, 97, 0, 0, 0, 0, 0, '100%（97/97）']);
    expect(round.rows[5]).toEqual(['', '合计', 697, 688, 1, 8, 0, 0, 2, '98.71%（688/697）']);
  });
});

test('equal rates and overdue shares share a rank', () => {
  const { league } = rollUpOf([
    unit('甲镇', { fedBack: 10, closed: 5 }),
    unit('乙镇', { fedBack: 20, closed: 10 }),
    unit('丙镇', { fedBack: 10, closed: 5, overdue: 1 }),
  ]);
  expect(league.map(({ rank, unit: name }) => [rank, name])).toEqual([
    [1, '乙镇'],
    [1, '甲镇'],
    [3, '丙镇'],
  ]);
});

test('a feedback that names fewer issues than the ledger holds is taken as the ledger', () => {
  const ledger = ledgerOf({ settings: { fedBack: 1 }, issues: [{ state: '已销号' }, { state: '整改中' }] });
  expect(figuresOf(statisticsOf(ledger, '2026-09-15'))).toMatchObject({ fedBack: 2, closed: 1, inProgress: 1 });
});

describe('common issues', () => {
  const { common } = rollUpOf([
    unit('甲镇', {}, ['公务用车管理不规范，派车登记不完整', '村级财务公开不及时']),
    unit('乙镇', {}, ['公务用车管理不规范，派车登记不完整', '党员发展程序有遗漏']),
    unit('丙镇', {}, ['公务用车管理不规范，派车登记有缺漏', '公务用车管理不规范，派车单登记不完整']),
    unit('丁镇', {}, ['防汛物资储备不足，仓库未按时盘点']),
  ]);

  test('gather round the wording most units use and name who has them', () => {
    expect(common).toHaveLength(1);
    expect(common[0]).toMatchObject({ title: '公务用车管理不规范，派车登记不完整', units: ['甲镇', '乙镇', '丙镇'] });
    expect(common[0]?.issues).toHaveLength(4);
  });

  test('are none within one unit', () => {
    const alone = unit('甲镇', {}, ['公务用车管理不规范，派车登记不完整', '公务用车管理不规范，派车登记不完整']);
    expect(rollUpOf([alone]).common).toEqual([]);
  });
});

const someFigures = fc
  .record({
    closed: fc.nat(50),
    ongoing: fc.nat(10),
    inProgress: fc.nat(50),
    notStarted: fc.nat(10),
    terminated: fc.nat(3),
    overdue: fc.nat(5),
  })
  .map((figures) => ({
    ...figures,
    fedBack: figures.closed + figures.ongoing + figures.inProgress + figures.notStarted + figures.terminated,
  }));

test('whatever the units, sums balance and their order changes nothing', () => {
  fc.assert(
    fc.property(fc.array(someFigures, { maxLength: 20 }), (all) => {
      const units = all.map((figures, at) => unit(`第${String(at).padStart(2, '0')}单位`, figures));
      const round = rollUpOf(units);
      const { closed, ongoing, inProgress, notStarted, terminated, fedBack } = round.total;
      expect(closed + ongoing + inProgress + notStarted + terminated).toBe(fedBack);
      expect(round.league.map(({ unit: name }) => name).sort()).toEqual(units.map(({ unit: name }) => name));
      expect(rollUpOf([...units].reverse())).toEqual(round);
    }),
  );
});
