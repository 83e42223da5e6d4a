/** Which rows filter views and slicers show, and what charts show, as the page is told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { sheets_v4 } from '@googleapis/sheets';
import type { SheetView } from '../../../local/workbench/protocol';
import { Desk } from '../../../local/workbench/server/desk';
import { shownAnswer, viewsAnswer } from '../../../local/workbench/server/shown';

const folder = mkdtempSync(path.join(tmpdir(), 'shown-'));
let desk: Desk;

const LINES: (string | number)[][] = [
  ['编号', '责任部门', '状态', '逾期天数'],
  [1, '水资源股', '整改中', 5],
  [2, '办公室', '已销号', 0],
  [3, '水资源股', '未启动', 9],
  [4, '办公室', '整改中', 7],
];
const range = { sheetId: 0, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: 4 };
const column = (at: number): sheets_v4.Schema$ChartData => ({
  sourceRange: { sources: [{ ...range, endRowIndex: 5, startColumnIndex: at, endColumnIndex: at + 1 }] },
});

beforeAll(async () => {
  const opened = await Desk.open({
    ...{ folder, html: {}, material: undefined, now: () => new Date('2026-11-24T02:00:00Z'), log: () => undefined },
    program: { code: 'function remote() { return { ok: true, value: { created: [] } }; }', manifest: {} },
  });
  if (!opened.ok) throw new Error(opened.faults[0]?.message);
  desk = opened.value;
  desk.host.edit(
    '工作表1!A1',
    LINES.map((line) => line.map(String)),
  );
  desk.host.apply([
    {
      addFilterView: {
        filter: {
          ...{ filterViewId: 11, title: '未销号', range, sortSpecs: [{ dimensionIndex: 3, sortOrder: 'DESCENDING' }] },
          filterSpecs: [{ columnIndex: 2, filterCriteria: { hiddenValues: ['已销号', ''] } }],
        },
      },
    },
    {
      addSlicer: {
        slicer: {
          slicerId: 12,
          spec: { title: '责任部门', dataRange: range, columnIndex: 1 },
          position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 0, columnIndex: 5 } } },
        },
      },
    },
    {
      addChart: {
        chart: {
          chartId: 13,
          spec: {
            ...{ title: '逾期天数', altText: '1号逾期5天' },
            basicChart: {
              ...{ chartType: 'COLUMN', headerCount: 1, legendPosition: 'BOTTOM_LEGEND' },
              domains: [{ domain: column(0) }],
              series: [{ series: column(3), targetAxis: 'LEFT_AXIS', colorStyle: { rgbColor: { red: 1 } } }],
              axis: [{ position: 'LEFT_AXIS', title: '天' }],
            },
          },
          position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 7, columnIndex: 1 }, widthPixels: 400 } },
        },
      },
    },
  ]);
  expect(desk.commit().ok).toBe(true);
});
afterAll(() => {
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const view = (): SheetView | undefined => desk.state().book.sheets[0];
const rows = (chosen: number | null, department?: string) => {
  const slicers = department === undefined ? [] : [{ id: 12, value: department }];
  const shown = shownAnswer(desk, { sheet: 0, view: chosen, slicers });
  return shown.ok ? shown.value.rows : shown.code;
};

test('views and slicers are named with the sheet, and counted when asked for', () => {
  expect(view()).toMatchObject({
    filterViews: [{ id: 11, title: '未销号' }],
    slicers: [{ id: 12, title: '责任部门' }],
  });
  expect(viewsAnswer(desk, 0)).toEqual({
    ok: true,
    value: {
      views: [{ id: 11, title: '未销号', count: 3 }],
      slicers: [{ id: 12, title: '责任部门', values: ['水资源股', '办公室'] }],
    },
  });
});

test('a view shows the heading and its rows in its order', () => {
  expect(rows(11)).toEqual([0, 3, 4, 1]);
});

test('a slicer lets through the rows of one value, within a view too', () => {
  expect(rows(null, '办公室')).toEqual([0, 2, 4]);
  expect(rows(11, '水资源股')).toEqual([0, 3, 1]);
});

test('a view that is gone is said to be gone', () => {
  expect(rows(99)).toBe('no-view');
});

test('a chart comes with its values, and anew when one of them changes', () => {
  expect(view()?.charts).toEqual([
    {
      ...{ id: 13, form: 'column', stacked: false, title: '逾期天数', alt: '1号逾期5天', legend: 'bottom' },
      categories: ['1', '2', '3', '4'],
      series: [{ name: '逾期天数', values: [5, 0, 9, 7], color: '#ff0000' }],
      ...{ categoryTitle: '', valueTitle: '天', anchor: { row: 7, column: 1, x: 0, y: 0 }, width: 400, height: 371 },
    },
  ]);
  const { revision } = desk;
  desk.host.edit('工作表1!D2', [['6']]);
  desk.commit();
  expect(desk.patch(revision, true).sheets[0]?.charts?.[0]?.series[0]?.values).toEqual([6, 0, 9, 7]);
});
