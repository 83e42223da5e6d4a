/** 看板 in the ledger: drawn with its charts in few calls, a snapshot a day, nothing twice. */
import { describe, expect, test } from '@jest/globals';
import { bureauLedger } from '../support/closeOut';
import { HostedLedger } from '../support/hostedLedger';

const sheetOf = (ledger: HostedLedger, title: string) =>
  ledger.host.spreadsheet().sheets?.find(({ properties }) => properties?.title === title) ?? {};
const board = (ledger: HostedLedger) =>
  (sheetOf(ledger, '看板').data?.[0]?.rowData ?? []).map(({ values = [] }) =>
    values.map(({ formattedValue }) => formattedValue ?? ''),
  );
const charts = (ledger: HostedLedger) => sheetOf(ledger, '看板').charts ?? [];

describe('刷新看板', () => {
  test('draws, keeps the day and makes the charts in four calls at any size', () => {
    const calls = [2, 120].map((size) => {
      const ledger = bureauLedger(size);
      expect(ledger.ask('refreshDashboard').value).toEqual({ asOf: '2026-11-24T10:00:00+08:00' });
      const made = ledger.serviceCalls();
      expect(charts(ledger)).toHaveLength(3);
      ledger.merge('问题台账', [{ 编号: 1, 整改时限: '2026-11-20' }]);
      ledger.ask('refreshDashboard');
      expect(ledger.serviceCalls()).toEqual(made);
      return made;
    });
    expect(calls[0]).toEqual([
      'Spreadsheets.get',
      'Spreadsheets.Values.batchGet',
      'Spreadsheets.Values.batchGet',
      'Spreadsheets.batchUpdate',
    ]);
    expect(calls[1]).toEqual(calls[0]);
  });

  test('shows the time, the numbers as n of d, and charts over their tables with words', () => {
    const ledger = bureauLedger(3);
    ledger.ask('refreshDashboard');
    const rows = board(ledger);
    expect(rows[1]?.[0]).toMatch(/^截至2026年11月24日 10:00/);
    expect(rows.find(([name]) => name === '已销号')?.slice(0, 3)).toEqual(['已销号', '0', '0%（0/3）']);
    const [departments] = charts(ledger);
    const domain = departments?.spec?.basicChart?.domains?.[0]?.domain?.sourceRange?.sources?.[0];
    expect(rows[domain?.startRowIndex ?? 0]?.[0]).toBe('责任部门');
    expect(departments?.spec?.altText).toContain('工程股：已销号0、长期坚持0、未到期3、逾期0');
    const { row, column } = { row: rows.length, column: 11 };
    for (const { position } of charts(ledger)) {
      expect(position?.overlayPosition?.anchorCell?.rowIndex).toBeGreaterThanOrEqual(row);
      expect(position?.overlayPosition?.anchorCell?.columnIndex).toBeLessThanOrEqual(column);
    }
  });

  test('fits one landscape page: twelve columns, 1,100 pixels wide', () => {
    const ledger = bureauLedger(3);
    ledger.ask('refreshDashboard');
    const widths = sheetOf(ledger, '看板').data?.[0]?.columnMetadata?.map(({ pixelSize }) => pixelSize ?? 100) ?? [];
    expect(widths.slice(0, 12).reduce((sum, width) => sum + width, 0)).toBe(1100);
    expect(board(ledger).length).toBeLessThanOrEqual(60);
    expect(Math.max(...board(ledger).map((row) => row.length))).toBeLessThanOrEqual(12);
  });

  test('keeps one row a day in 进度快照, brought up to date when run again', () => {
    const ledger = bureauLedger(2);
    ledger.ask('refreshDashboard');
    ledger.merge('问题台账', [{ 编号: 2, 整改时限: '2026-11-20' }]);
    ledger.ask('refreshDashboard');
    expect(ledger.rows('进度快照')).toMatchObject([{ 日期: '2026-11-24', 台账问题: 2, 逾期: 1 }]);
    const before = ledger.host.spreadsheet();
    ledger.ask('refreshDashboard');
    expect(ledger.host.spreadsheet()).toBe(before);
    const next = new HostedLedger(before, '2026-11-25');
    next.ask('refreshDashboard');
    expect(next.rows('进度快照').map(({ 日期 }) => 日期)).toEqual(['2026-11-24', '2026-11-25']);
  });

  test('makes charts and slicers once; a chart a person moved and a slicer a person removed stay so', () => {
    const ledger = bureauLedger(2);
    ledger.ask('refreshDashboard');
    const [first] = charts(ledger);
    const [slicer] = sheetOf(ledger, '问题台账').slicers ?? [];
    const { sheetId = 0 } = sheetOf(ledger, '看板').properties ?? {};
    const newPosition = { overlayPosition: { anchorCell: { sheetId, rowIndex: 1, columnIndex: 3 } } };
    ledger.host.apply([
      { updateEmbeddedObjectPosition: { objectId: first?.chartId ?? 0, newPosition, fields: 'anchorCell' } },
      { deleteEmbeddedObject: { objectId: slicer?.slicerId ?? 0 } },
    ]);
    ledger.merge('问题台账', [{ 编号: 1, 整改时限: '2026-11-20', 责任部门: '质监股' }]);
    ledger.ask('refreshDashboard');
    expect(charts(ledger)).toHaveLength(3);
    const moved = charts(ledger).find(({ chartId }) => chartId === first?.chartId);
    expect(moved?.position?.overlayPosition?.anchorCell).toMatchObject({ rowIndex: 1, columnIndex: 3 });
    expect(moved?.spec?.altText).toContain('质监股');
    expect(sheetOf(ledger, '问题台账').slicers?.map(({ spec }) => spec?.title)).toEqual(['责任部门', '状态']);
  });

  test('leaves the widths a person gave the columns', () => {
    const ledger = bureauLedger(2);
    ledger.ask('refreshDashboard');
    const { sheetId = 0 } = sheetOf(ledger, '看板').properties ?? {};
    const range = { sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 };
    ledger.host.apply([{ updateDimensionProperties: { range, properties: { pixelSize: 222 }, fields: 'pixelSize' } }]);
    ledger.merge('问题台账', [{ 编号: 1, 整改时限: '2026-11-20' }]);
    ledger.ask('refreshDashboard');
    expect(sheetOf(ledger, '看板').data?.[0]?.columnMetadata?.[0]?.pixelSize).toBe(222);
  });
});

test('校验台账 draws the same board, and leaves it where only the time would change', () => {
  const [checked, refreshed] = [bureauLedger(2), bureauLedger(2)];
  checked.ask('checkLedger');
  refreshed.ask('refreshDashboard');
  expect(board(checked)).toEqual(board(refreshed));
  expect(charts(checked)).toEqual(charts(refreshed));
  const before = checked.host.spreadsheet();
  checked.host.advance(3_600_000);
  checked.ask('checkLedger');
  expect(checked.host.spreadsheet()).toEqual(before);
  checked.ask('refreshDashboard');
  expect(board(checked)[1]?.[0]).toContain('11:00');
});

test('the owner’s daily trigger verifies, draws, keeps the day, the views and the cells they filter by', () => {
  const ledger = bureauLedger(2);
  ledger.merge('问题台账', [{ 编号: 1, 整改时限: '2026-11-20' }]);
  ledger.host.call('menuEnableAutomation', [], 'menu');
  ledger.host.fireTimeTriggers('dailyVerify');
  expect(ledger.host.failures()).toEqual([]);
  expect(ledger.serviceCalls().length).toBeLessThanOrEqual(8);
  expect(ledger.rows('进度快照')).toHaveLength(1);
  expect(charts(ledger)).toHaveLength(3);
  expect(sheetOf(ledger, '问题台账').filterViews).toHaveLength(10);
  expect(ledger.rows('问题台账')).toMatchObject([
    { 措施进度: '1/1', 佐证: 1, 提示: '已逾期4天' },
    { 措施进度: '1/1', 佐证: 1, 提示: '' },
  ]);
});

test('the menu tells what it did', () => {
  const ledger = bureauLedger(1);
  ledger.host.call('menuRefreshViews', [], 'menu');
  ledger.host.call('menuRefreshDashboard', [], 'menu');
  const said = JSON.stringify(ledger.host.ui());
  expect(said).toContain('筛选视图共10个：新建10个，更新0个，删除0个');
  expect(said).toContain('“看板”已刷新，今日数据已记入“进度快照”');
});

test('the statistics come as plain values', () => {
  const ledger = bureauLedger(2);
  expect(ledger.ask('statistics').value).toMatchObject({
    asOf: '2026-11-24',
    issues: { total: 2, completion: { n: 0, d: 2 } },
    departments: [{ name: '工程股', total: 2 }],
    evidenced: { n: 2, d: 2 },
    burnDown: expect.arrayContaining([{ date: '2026-11-24', planned: 2, left: 2 }]),
  });
  expect(ledger.serviceCalls()).toHaveLength(2);
});
