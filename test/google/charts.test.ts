/** Charts and slicers as requests: made once, kept up to date, left where people put them. */
import { describe, expect, test } from '@jest/globals';
import { chartRequests } from '../../src/google/charts';
import { slicerRequests } from '../../src/google/slicers';
import { locateColumns } from '../../src/ledger/read';
import type { Chart } from '../../src/progress/charts';
import { gridOf } from '../support/gridOf';

type EmbeddedChart = GoogleAppsScript.Sheets.Schema.EmbeddedChart;
type Known = Record<string, number[]>;

const BOARD = 1014;
const WIDTHS = [150, 70, 70, 80, 70, 110, 150, 70, 70, 80, 70, 110];

const ages = (row: number, count: number): Chart => ({
  ...{ id: 'ages', form: 'column', title: '未完成问题历时（个）', alt: `未完成问题历时（个）。30天以内：${count}。` },
  domain: { row: 20, column: 0, rows: 5 },
  series: [{ row: 20, column: 1, rows: 5 }],
  at: { row, column: 8 },
});
const DEPARTMENTS: Chart = {
  ...{ id: 'departments', form: 'stackedBar', title: '各责任部门整改进度（问题数）', alt: '各责任部门整改进度。' },
  domain: { row: 12, column: 0, rows: 4 },
  series: [1, 2, 3, 4].map((column) => ({ row: 12, column, rows: 4 })),
  at: { row: 40, column: 0 },
};

/** The charts as they stand after the requests. */
function redrawn(present: readonly EmbeddedChart[], charts: readonly Chart[], known: Known = {}) {
  const taken = new Set(present.map(({ chartId = 0 }) => chartId));
  const { requests, known: kept } = chartRequests(BOARD, charts, present, known, taken, WIDTHS);
  let next = [...present];
  for (const { addChart, updateChartSpec, updateEmbeddedObjectPosition, deleteEmbeddedObject } of requests) {
    if (addChart?.chart) next.push(addChart.chart);
    next = next
      .filter(({ chartId }) => chartId !== deleteEmbeddedObject?.objectId)
      .map((one) => ({
        ...one,
        ...(one.chartId === updateChartSpec?.chartId ? { spec: updateChartSpec?.spec } : {}),
        ...(one.chartId === updateEmbeddedObjectPosition?.objectId
          ? { position: updateEmbeddedObjectPosition?.newPosition }
          : {}),
      }));
  }
  return { requests, present: next, known: kept };
}

const anchorOf = ({ position }: EmbeddedChart) => [
  position?.overlayPosition?.anchorCell?.rowIndex,
  position?.overlayPosition?.anchorCell?.columnIndex,
];

describe('a chart', () => {
  test('is made once, with its words for whoever can’t see it, as wide as the columns it stands under', () => {
    const first = redrawn([], [DEPARTMENTS, ages(40, 3)]);
    expect(first.present).toMatchObject([
      {
        spec: { altText: '各责任部门整改进度。', basicChart: { chartType: 'BAR', stackedType: 'STACKED' } },
        position: { overlayPosition: { widthPixels: 770 } },
      },
      { spec: { basicChart: { chartType: 'COLUMN' } }, position: { overlayPosition: { widthPixels: 330 } } },
    ]);
    expect(redrawn(first.present, [DEPARTMENTS, ages(40, 3)], first.known).requests).toEqual([]);
  });

  test('shows other numbers and a longer table when there are', () => {
    const { present, known } = redrawn([], [ages(40, 3)]);
    const next = redrawn(present, [ages(40, 4)], known);
    expect(next.requests.map((request) => Object.keys(request))).toEqual([['updateChartSpec']]);
    expect(next.present).toMatchObject([{ spec: { altText: '未完成问题历时（个）。30天以内：4。' } }]);
  });

  test('goes down with its table, but stays where a person moved it', () => {
    const { present, known } = redrawn([], [ages(40, 3)]);
    const lower = redrawn(present, [ages(44, 3)], known);
    expect(lower.present.map(anchorOf)).toEqual([[44, 8]]);
    const moved = lower.present.map((one) => ({
      ...one,
      position: { overlayPosition: { anchorCell: { sheetId: BOARD, rowIndex: 2, columnIndex: 13 } } },
    }));
    const next = redrawn(moved, [ages(50, 5)], lower.known);
    expect(next.present.map(anchorOf)).toEqual([[2, 13]]);
    expect(redrawn(next.present, [ages(60, 5)], next.known).requests).toEqual([]);
  });

  test('goes when its table has no lines; a person’s own charts are left', () => {
    const own: EmbeddedChart = { chartId: 5, spec: { title: '自己的图' } };
    const { present, known } = redrawn([own], [ages(40, 3)]);
    const none = redrawn(present, [], known);
    expect(none.present).toEqual([own]);
    expect(none.known).toEqual({});
  });

  test('is made again where a person removed it', () => {
    const { known } = redrawn([], [ages(40, 3)]);
    expect(redrawn([], [ages(40, 3)], known).present).toHaveLength(1);
  });
});

describe('the slicers', () => {
  const columns = locateColumns('issues', gridOf('issues').values[0] ?? []);

  test('stand in the header row, which grows for them, and hide no record', () => {
    const { requests, known } = slicerRequests(1001, columns, {}, new Set());
    const slicers = requests.flatMap(({ addSlicer }) => addSlicer?.slicer ?? []);
    expect(slicers).toMatchObject(
      ['方面', '责任部门', '状态'].map((title) => ({
        spec: { title, dataRange: { startRowIndex: 0, startColumnIndex: 0 } },
        position: { overlayPosition: { anchorCell: { rowIndex: 0 }, heightPixels: 30 } },
      })),
    );
    expect(requests[0]?.updateDimensionProperties?.properties).toEqual({ pixelSize: 96 });
    expect(Object.keys(known)).toEqual(['aspect', 'department', 'state']);
  });

  test('are made once only: one a person removed does not come back', () => {
    const { known } = slicerRequests(1001, columns, {}, new Set());
    expect(slicerRequests(1001, columns, known, new Set())).toEqual({ requests: [], known });
  });

  test('take ids nothing else on the sheets has', () => {
    const taken = new Set(Object.values(slicerRequests(1001, columns, {}, new Set()).known));
    const ids = Object.values(slicerRequests(1001, columns, {}, taken).known);
    expect(ids.filter((id) => taken.has(id))).toEqual([]);
  });
});
