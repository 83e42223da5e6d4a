/** 看板 as people see it: on one page, every rate with its numbers, charts over the cells they name. */
import { describe, expect, test } from '@jest/globals';
import type { Issue } from '../../src/ledger/schema';
import { dashboardOf } from '../../src/progress/dashboard';
import { statisticsOf } from '../../src/progress/statistics';
import { snapshotOf, trendOf } from '../../src/progress/trend';
import { addDays } from '../../src/text/dates';
import { ledgerOf } from '../support/ledgerOf';
import { closing, logged } from './logged';

const TODAY = '2026-09-15';

const bureau = () =>
  ledgerOf({
    settings: { unit: '云溪县水利局', feedbackOn: '2026-03-20', fedBack: 4 },
    issues: [
      {
        number: 1,
        title: '取水口计量设施未按规定校验',
        aspect: '业务方面',
        department: '水政股',
        leader: '卫兰',
        state: '已销号',
        deadline: '2026-06-30',
      },
      {
        number: 2,
        title: '河道巡查记录有缺页',
        aspect: '业务方面',
        department: '河湖股',
        leader: '卫兰',
        state: '整改中',
        deadline: '2026-08-31',
      },
      {
        number: 3,
        title: '学习计划未落实',
        aspect: '党建方面',
        department: '办公室、河湖股',
        leader: '陆衡',
        state: '整改中',
        deadline: '2026-09-30',
      },
    ],
    measures: [
      { id: '1-1', issue: 1, state: '已完成' },
      { id: '2-1', issue: 2, state: '进行中' },
    ],
    log: logged(['2026-04-01', '启动', 1, { deadline: '2026-06-30' }], ...closing(1, '2026-06-20', '2026-06-28')),
  });

const pageOf = (ledger = bureau(), asOf = `${TODAY}T16:40:12+08:00`) =>
  dashboardOf(statisticsOf(ledger, TODAY), ledger.settings, asOf, ledger.snapshots.records);

describe('the page', () => {
  const { rows, widths, charts } = pageOf();
  const lineOf = (name: string, column = 0) => rows.find((row) => row[column] === name)?.slice(column, column + 6);

  test('says of which unit it is, and of what time', () => {
    expect(rows[0]).toEqual(['云溪县水利局巡察整改看板']);
    expect(rows[1]).toEqual(['截至2026年9月15日 16:40（由“校验台账”更新，请勿手改）']);
    expect(pageOf(bureau(), TODAY).rows[1]).toEqual(['截至2026年9月15日（由“校验台账”更新，请勿手改）']);
  });

  test('prints every rate with what it is a rate of', () => {
    expect(lineOf('已销号')?.slice(0, 3)).toEqual(['已销号', 1, '33.33%（1/3）']);
    expect(lineOf('整改措施')?.slice(0, 3)).toEqual(['整改措施', 2, '50%（1/2）']);
    expect(lineOf('按原定时限完成', 6)?.slice(0, 3)).toEqual(['按原定时限完成', 1, '50%（1/2）']);
    expect(lineOf('独立签批销号', 6)?.slice(0, 3)).toEqual(['独立签批销号', 1, '100%（1/1）']);
    expect(lineOf('申请被退回', 6)?.slice(0, 3)).toEqual(['申请被退回', 0, '0%（0/1）']);
  });

  test('counts an issue under each of its departments, late ones apart', () => {
    expect(lineOf('责任部门')).toEqual(['责任部门', '已销号', '长期坚持', '未到期', '逾期', '完成率']);
    expect(lineOf('河湖股')).toEqual(['河湖股', 0, 0, 1, 1, '0%（0/2）']);
    expect(lineOf('卫兰', 6)).toEqual(['卫兰', 1, 0, 0, 1, '50%（1/2）']);
  });

  test('names what falls due next and what has been open longest', () => {
    expect(lineOf('3 学习计划未落实')).toEqual([
      '3 学习计划未落实',
      '整改中',
      '办公室、河湖股',
      '陆衡',
      15,
      '2026-09-30',
    ]);
    expect(lineOf('2 河道巡查记录有缺页', 6)).toEqual([
      '2 河道巡查记录有缺页',
      '整改中',
      '河湖股',
      '卫兰',
      179,
      '2026-08-31',
    ]);
  });

  test('has twelve columns at most, each with a width', () => {
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(12);
    expect(widths).toHaveLength(12);
  });

  test('describes charts over cells that are there, and says their numbers in words', () => {
    expect(charts.map(({ id, form }) => [id, form])).toEqual([
      ['departments', 'stackedBar'],
      ['burnDown', 'line'],
      ['ages', 'column'],
    ]);
    for (const { title, alt, domain, series, at } of charts) {
      expect(alt.startsWith(title)).toBe(true);
      expect(at.row).toBeGreaterThan(rows.length);
      for (const { row, column, rows: height } of series) {
        expect(typeof rows[row]?.[column]).toBe('string');
        expect(height).toBe(domain.rows);
        const numbers = rows.slice(row + 1, row + height).map((cells) => cells[column]);
        expect(numbers.every((cell) => typeof cell === 'number' || cell === null)).toBe(true);
      }
    }
    expect(charts[0]?.alt).toContain('河湖股：已销号0、长期坚持0、未到期1、逾期1');
    expect(charts[2]?.alt).toContain('90天以上：2');
  });
});

test('a ledger without issues has a page, and no chart of departments', () => {
  const { rows, charts } = pageOf(ledgerOf());
  expect(rows.find((row) => row[0] === '已销号')?.slice(0, 3)).toEqual(['已销号', 0, '—']);
  expect(charts.some(({ id }) => id === 'departments')).toBe(false);
});

test('however many departments and leaders there are, the page is one page and sums the rest', () => {
  const issues: Partial<Issue>[] = Array.from({ length: 300 }, (_, at) => ({
    number: at + 1,
    title: '问题'.repeat(20),
    ...{ aspect: `方面${at % 30}`, department: `第${at % 40}股`, leader: `领导${at % 20}` },
    state: at % 40 < 5 ? ('整改中' as const) : ('已销号' as const),
    deadline: addDays(TODAY, at - 100),
  }));
  const { rows } = pageOf(ledgerOf({ settings: { feedbackOn: '2026-03-20' }, issues }));
  expect(rows.length).toBeLessThanOrEqual(60);
  const head = rows.findIndex((row) => row[0] === '责任部门');
  const lines = rows.slice(head + 1, head + 11);
  expect(lines[9]?.[0]).toBe('其余31个');
  expect(lines.slice(0, 5).map(([name]) => name)).toEqual(['第0股', '第1股', '第2股', '第3股', '第4股']);
  const sum = (columns: number[]) =>
    lines.reduce((all, line) => all + columns.reduce((some, column) => some + Number(line[column]), 0), 0);
  expect(sum([1, 2, 3, 4])).toBe(300);
});

describe('the daily snapshot', () => {
  test('is the row of its day, and shows in the course of the page', () => {
    const ledger = bureau();
    const july = { ...snapshotOf(statisticsOf(ledger, '2026-07-20'), '2026-07-20') };
    expect(july).toMatchObject({
      date: '2026-07-20',
      total: 3,
      closed: 1,
      overdue: 0,
      measuresDone: 1,
      measuresInForce: 2,
    });
    ledger.snapshots.records.push(july);
    const { rows } = pageOf(ledger);
    const shown = rows.filter((row) => /^2026-/.test(String(row[6])) && typeof row[9] === 'number');
    expect(shown.map((row) => row.slice(9, 12))).toEqual([
      [1, 0, '33.33%（1/3）'],
      [1, 1, '33.33%（1/3）'],
    ]);
  });

  test('is thinned to so many points, the first and the last kept, the last row of a day counting', () => {
    const rows = Array.from({ length: 100 }, (_, at) => ({
      ...snapshotOf(statisticsOf(bureau(), TODAY), addDays('2026-04-01', at)),
      closed: at,
    }));
    const trend = trendOf(
      [...rows.slice(50), ...rows.slice(0, 50), { ...rows[99], closed: 7 } as (typeof rows)[number]],
      12,
    );
    expect(trend).toHaveLength(12);
    expect(trend[0]?.date).toBe('2026-04-01');
    expect(trend[11]).toMatchObject({ date: '2026-07-09', closed: 7 });
  });
});
