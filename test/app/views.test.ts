/** The filter views in the ledger: made, kept, opened by their links; and right as soon as somebody acted. */
import { describe, expect, test } from '@jest/globals';
import { type Filter, rowsShownBy, todayOf } from '../../local/host';
import { act, bureauLedger } from '../support/closeOut';
import { freshLedger, type HostedLedger } from '../support/hostedLedger';

interface Listed {
  title: string;
  family: string;
  subject: string;
  tab: string;
  count: number;
  url: string;
}
interface Refreshed {
  views: number;
  made: number;
  changed: number;
  removed: number;
}

const list = (ledger: HostedLedger) => ledger.ask<Listed[]>('listViews').value;
const refresh = (ledger: HostedLedger) => ledger.ask<Refreshed>('refreshViews').value;
const issueSheet = (ledger: HostedLedger) =>
  ledger.host.spreadsheet().sheets?.find(({ properties }) => properties?.title === '问题台账') ?? {};
const titles = (ledger: HostedLedger) => issueSheet(ledger).filterViews?.map(({ title }) => title) ?? [];

/** 编号 of the rows a view shows, in its order; a pattern is matched here, the host's formulas know none. */
function shownBy(ledger: HostedLedger, title: string): number[] {
  const sheet = issueSheet(ledger);
  const view = sheet.filterViews?.find((one) => one.title === title) ?? {};
  const rows = sheet.data?.[0]?.rowData ?? [];
  const textAt = (row: number, column: number) => rows[row]?.values?.[column]?.formattedValue ?? '';
  const patterns: [number, RegExp][] = [];
  const filterSpecs = (view.filterSpecs ?? []).filter(({ columnIndex, filterCriteria }) => {
    const formula = filterCriteria?.condition?.values?.[0]?.userEnteredValue ?? '';
    const [, pattern] = /^=REGEXMATCH\(\$[A-Z]+2&"","(.*)"\)$/.exec(formula) ?? [];
    if (pattern !== undefined) patterns.push([columnIndex ?? 0, new RegExp(pattern.replace(/""/g, '"'))]);
    return pattern === undefined;
  });
  const filter: Filter = { ...view, filterSpecs };
  return rowsShownBy(filter, sheet, todayOf(new Date('2026-11-24T02:00:00Z'), 'Asia/Shanghai'))
    .filter((row) => patterns.every(([column, pattern]) => pattern.test(textAt(row, column))))
    .flatMap((row) => Number(textAt(row, 0)) || []);
}

describe('the views', () => {
  test('are made in three calls at any size, and asked for again change nothing', () => {
    const calls = [3, 120].map((size) => {
      const ledger = bureauLedger(size);
      expect(refresh(ledger)).toMatchObject({ made: 10, changed: 0, removed: 0 });
      const made = ledger.serviceCalls();
      const before = ledger.host.spreadsheet();
      expect(refresh(ledger)).toEqual({ views: 10, made: 0, changed: 0, removed: 0 });
      expect(ledger.host.spreadsheet()).toBe(before);
      return made;
    });
    expect(calls[0]).toEqual(['Spreadsheets.get', 'Spreadsheets.Values.batchGet', 'Spreadsheets.batchUpdate']);
    expect(calls[1]).toEqual(calls[0]);
  });

  test('show the rows they are listed with, the nearest deadline first', () => {
    const ledger = bureauLedger(4);
    ledger.merge('问题台账', [
      { 编号: 2, 整改时限: '2026-11-20', 责任部门: '县工程股' },
      { 编号: 3, 整改时限: '2026-11-28', 责任部门: '办公室、工程股' },
    ]);
    ledger.ask('checkLedger');
    refresh(ledger);
    for (const { title, count } of list(ledger)) expect([title, shownBy(ledger, title).length]).toEqual([title, count]);
    expect(shownBy(ledger, '我的·江一舟')).toEqual([2, 3, 1, 4]);
    expect(shownBy(ledger, '部门·工程股')).toEqual([3, 1, 4]);
    expect(shownBy(ledger, '部门·县工程股')).toEqual([2]);
    expect(shownBy(ledger, '已逾期')).toEqual([2]);
    expect(shownBy(ledger, '本月到期')).toEqual([2, 3]);
  });

  test('follow the departments: a new one gets its view, one that vanished loses it', () => {
    const ledger = bureauLedger(2);
    refresh(ledger);
    ledger.merge('问题台账', [{ 编号: 2, 责任部门: '质监股' }]);
    expect(refresh(ledger)).toMatchObject({ made: 1, removed: 0 });
    ledger.merge('问题台账', [{ 编号: 1, 责任部门: '质监股' }]);
    expect(refresh(ledger)).toMatchObject({ made: 0, removed: 1 });
    expect(titles(ledger).filter((title) => title?.startsWith('部门'))).toEqual(['部门·质监股']);
  });

  test('leave a person’s own view, and the name a person gave one of ours', () => {
    const ledger = bureauLedger(1);
    refresh(ledger);
    const { sheetId = 0 } = issueSheet(ledger).properties ?? {};
    const [mine] = issueSheet(ledger).filterViews ?? [];
    ledger.host.apply([
      { addFilterView: { filter: { title: '会上要议的', range: { sheetId } } } },
      { updateFilterView: { filter: { filterViewId: mine?.filterViewId ?? 0, title: '我手上的' }, fields: 'title' } },
    ]);
    expect(refresh(ledger)).toEqual({ views: 10, made: 0, changed: 0, removed: 0 });
    expect(titles(ledger)).toEqual(expect.arrayContaining(['会上要议的', '我手上的']));
    expect(list(ledger)[0]).toMatchObject({ title: '我的·江一舟', url: expect.stringContaining('fvid=') });
  });

  test('follow their columns when a person moves them', () => {
    const ledger = bureauLedger(1);
    refresh(ledger);
    const { sheetId = 0 } = issueSheet(ledger).properties ?? {};
    const range = { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 };
    ledger.host.apply([{ insertDimension: { range, inheritFromBefore: true } }]);
    expect(refresh(ledger).views).toBe(10);
    expect(shownBy(ledger, '部门·工程股')).toEqual([1]);
    const before = ledger.host.spreadsheet();
    refresh(ledger);
    expect(ledger.host.spreadsheet()).toBe(before);
  });

  test('are listed with the link that opens each, none while it is not made', () => {
    const ledger = bureauLedger(1);
    expect(list(ledger).map(({ url }) => url)).toEqual(Array(10).fill(''));
    expect(ledger.serviceCalls()).toHaveLength(2);
    refresh(ledger);
    const view = issueSheet(ledger).filterViews?.find(({ title }) => title === '已逾期');
    expect(list(ledger).find(({ title }) => title === '已逾期')).toEqual({
      ...{ title: '已逾期', family: 'overdue', subject: '', tab: '问题台账', count: 0 },
      url: `https://docs.google.com/spreadsheets/d/local-spreadsheet/edit#gid=1001&fvid=${view?.filterViewId}`,
    });
  });

  test('are refused where the tab is missing, with what to do', () => {
    const ledger = freshLedger();
    const { sheetId = 0 } = issueSheet(ledger).properties ?? {};
    ledger.host.apply([{ deleteSheet: { sheetId } }]);
    expect(ledger.ask('refreshViews').faults).toMatchObject([{ code: 'missing-tab', tab: '问题台账' }]);
  });
});

test('once somebody acted, 提示 says whom the issue waits for, and its views show it', () => {
  const ledger = bureauLedger(2);
  ledger.merge('问题台账', [{ 编号: 1, 整改成效: '' }]);
  ledger.merge('问题台账', [{ 编号: 1, 整改时限: '2026-11-26', 整改成效: '归集档案1卷。' }]);
  act(ledger, '任佳', 'start', { issues: [1, 2] });
  ledger.ask('checkLedger');
  const found = String(ledger.rows('问题台账')[0]?.提示);
  act(ledger, '江一舟', 'apply');
  refresh(ledger);
  const hint = () => String(ledger.rows('问题台账')[0]?.提示);
  expect(hint()).toBe(['待部门负责人（沐青）签批', found].filter((part) => part !== '').join('；'));
  expect(found).toContain('还有2天到期');
  expect(shownBy(ledger, '待我审核·沐青')).toEqual([1]);
  act(ledger, '沐青', 'sign');
  expect(hint()).toContain('待分管领导（卫兰）签批');
  act(ledger, '卫兰', 'return', { reason: '照片看不出时间；请补拍' });
  expect(hint()).toMatch(/^被退回：照片看不出时间，请补拍；还有2天到期/);
  refresh(ledger);
  expect(shownBy(ledger, '被退回')).toEqual([1]);
  expect(titles(ledger).filter((title) => title?.startsWith('待我审核'))).toEqual([]);
  const kept = hint();
  ledger.ask('checkLedger');
  expect(hint()).toBe(kept);
});

test('an edit that voids an application takes the issue out of the signer’s view at once', () => {
  const ledger = bureauLedger(1);
  act(ledger, '任佳', 'start');
  act(ledger, '江一舟', 'apply');
  const hint = () => String(ledger.rows('问题台账')[0]?.提示);
  expect(hint()).toBe('待部门负责人（沐青）签批');
  const saved = ledger.ask('saveRecord', {
    ...{ tab: 'issues', key: '1', expected: { effect: '归集档案1卷。' }, values: { effect: '归集档案2卷。' } },
  });
  expect(saved).toMatchObject({ ok: true });
  expect(hint()).toBe('被退回：申请后改动了问题台账 1（整改成效），原申请和签批作废');
  refresh(ledger);
  expect(titles(ledger).filter((title) => title?.startsWith('待我审核'))).toEqual([]);
  expect(shownBy(ledger, '被退回')).toEqual([1]);
});
