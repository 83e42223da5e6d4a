import type { sheets_v4 } from '@googleapis/sheets';
import { type Ledger, ledger, row, write } from './ledger';

const column = (index: number, sheetId = 0, rows = 4): object => ({
  sourceRange: {
    sources: [{ sheetId, startRowIndex: 0, endRowIndex: rows, startColumnIndex: index, endColumnIndex: index + 1 }],
  },
});
const at = (rowIndex: number, columnIndex = 5, sheetId = 0): sheets_v4.Schema$EmbeddedObjectPosition => ({
  overlayPosition: { anchorCell: { sheetId, rowIndex, columnIndex }, widthPixels: 480 },
});
const PROGRESS = {
  title: '各部门整改进展',
  altText: '财务股已销号2个、整改中1个',
  basicChart: {
    chartType: 'BAR',
    stackedType: 'STACKED',
    legendPosition: 'BOTTOM_LEGEND',
    headerCount: 1,
    domains: [{ domain: column(0) }],
    series: [
      { series: column(1), targetAxis: 'BOTTOM_AXIS', colorStyle: { rgbColor: { green: 0.6 } } },
      { series: column(2), targetAxis: 'BOTTOM_AXIS' },
    ],
    axis: [{ position: 'BOTTOM_AXIS', title: '个' }, { position: 'LEFT_AXIS' }],
  },
};
const chart = (spec: object = PROGRESS, position: object = at(1)): object => ({
  addChart: { chart: { spec, position } },
});
const board = (): Ledger => {
  const made = ledger();
  made.update(write([row('部门', '已销号', '整改中'), row('财务股', 2, 1), row('人事股', 1, 0), row('资源股', 0, 3)]));
  return made;
};
const charts = (made: Ledger, sheet = 0): sheets_v4.Schema$EmbeddedChart[] =>
  made.host.spreadsheet().sheets?.[sheet]?.charts ?? [];
const basic = (change: object): object => ({ ...PROGRESS, basicChart: { ...PROGRESS.basicChart, ...change } });

describe('charts (Sheets API v4, EmbeddedChart, ChartSpec, BasicChartSpec)', () => {
  test('a chart is added with an id and its size filled in, read by mask, changed whole, moved and deleted', () => {
    const made = board();
    const position = {
      overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 1, columnIndex: 5 }, widthPixels: 480, heightPixels: 371 },
    };
    expect(made.update(chart())).toMatchObject({
      replies: [{ addChart: { chart: { chartId: 1, spec: PROGRESS, position } } }],
    });
    expect(
      made.run(
        `return Sheets.Spreadsheets.get(id, { fields: 'sheets.charts(chartId,spec(title,altText,basicChart.chartType))' })`,
      ),
    ).toEqual({
      sheets: [
        {
          charts: [
            {
              chartId: 1,
              spec: { title: PROGRESS.title, altText: PROGRESS.altText, basicChart: { chartType: 'BAR' } },
            },
          ],
        },
      ],
    });
    const line = {
      title: '燃尽',
      basicChart: { chartType: 'LINE', series: [{ series: column(1), lineStyle: { width: 2 } }] },
    };
    expect(made.update({ updateChartSpec: { chartId: 1, spec: line } })).toMatchObject({ replies: [{}] });
    expect(charts(made)).toEqual([{ chartId: 1, spec: line, position }]);
    const moved = { anchorCell: { sheetId: 0, rowIndex: 9, columnIndex: 0 } };
    expect(
      made.update({
        updateEmbeddedObjectPosition: { objectId: 1, newPosition: { overlayPosition: moved }, fields: 'anchorCell' },
      }),
    ).toMatchObject({
      replies: [{ updateEmbeddedObjectPosition: { position: { overlayPosition: { ...moved, widthPixels: 480 } } } }],
    });
    expect(made.update({ deleteEmbeddedObject: { objectId: 1 } })).toMatchObject({ replies: [{}] });
    expect(charts(made)).toEqual([]);
  });

  test.each<[string, object, string]>([
    [
      'a source of several rows and columns',
      basic({
        series: [
          {
            series: {
              sourceRange: {
                sources: [{ sheetId: 0, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 1, endColumnIndex: 3 }],
              },
            },
          },
        ],
      }),
      'Invalid requests[0].addChart: ChartSourceRange ranges require all rows or all columns to have length of 1',
    ],
    ['a source beyond the grid', basic({ series: [{ series: column(30) }] }), 'after last column in grid[26]'],
    ['a source on no sheet', basic({ series: [{ series: column(1, 7) }] }), 'No grid with id: 7'],
    [
      'series of another number of ranges',
      basic({
        domains: [
          {
            domain: {
              sourceRange: {
                sources: [
                  { sheetId: 0, startColumnIndex: 0, endColumnIndex: 1 },
                  { sheetId: 0, startColumnIndex: 3, endColumnIndex: 4 },
                ],
              },
            },
          },
        ],
      }),
      'same number of source ranges',
    ],
    [
      'two domains',
      basic({ domains: [{ domain: column(0) }, { domain: column(1) }] }),
      'Only a single domain is supported.',
    ],
    ['no series', basic({ series: [] }), 'series must not be empty'],
    ['an unknown type', basic({ chartType: 'DONUT' }), 'chart_type'],
    ['an unknown legend', basic({ legendPosition: 'BOTTOM' }), 'legend_position'],
    [
      'stacked lines',
      basic({ chartType: 'LINE', series: [{ series: column(1) }] }),
      'stackedType is not supported for a LINE chart',
    ],
    [
      'a left axis for bars',
      basic({ series: [{ series: column(1), targetAxis: 'LEFT_AXIS' }] }),
      'not a valid minor axis',
    ],
    ['an axis twice', basic({ axis: [{ position: 'LEFT_AXIS' }, { position: 'LEFT_AXIS' }] }), 'given twice'],
    [
      'a line style for bars',
      basic({ series: [{ series: column(1), lineStyle: { width: 2 } }] }),
      'not valid for a BAR chart',
    ],
    [
      'a type of one series',
      basic({ series: [{ series: column(1), type: 'LINE' }] }),
      'valid only if the chartType is COMBO',
    ],
    ['no chart', { title: '空' }, 'spec must have a chart'],
    ['an unknown field', { ...PROGRESS, altTitle: '进展' }, 'Unknown name "altTitle"'],
    ['a pie', { pieChart: {} }, 'spec.pieChart (PieChartSpec) is not implemented'],
    ['sorting', { ...PROGRESS, sortSpecs: [{ dimensionIndex: 1 }] }, 'only supported for data source charts'],
  ])('%s is refused', (_what, spec, message) => {
    expect(() => board().update(chart(spec))).toThrow(message);
  });

  test.each<[string, object, string]>([
    ['an anchor beyond the grid', at(1000), 'rowIndex[1000] is after last row'],
    ['no anchor', { overlayPosition: {} }, 'anchorCell must be set'],
    ['no position', {}, 'overlayPosition must be set'],
    ['a sheet of its own', { newSheet: true }, 'is not implemented'],
    ['no width', { overlayPosition: { ...at(1).overlayPosition, widthPixels: -1 } }, 'must not be negative'],
  ])('%s is refused', (_what, position, message) => {
    expect(() => board().update(chart(PROGRESS, position))).toThrow(message);
  });

  test('an id is refused when any embedded object has it, and unknown ids are named', () => {
    const made = board();
    made.update({ addChart: { chart: { chartId: 7, spec: PROGRESS, position: at(1) } } });
    expect(() => made.update({ addSlicer: { slicer: { slicerId: 7, spec: {}, position: at(1) } } })).toThrow(
      'An embedded object with id 7 already exists.',
    );
    expect(() => made.update({ updateChartSpec: { chartId: 8, spec: PROGRESS } })).toThrow('No chart with id: 8');
    expect(() => made.update({ deleteEmbeddedObject: { objectId: 8 } })).toThrow('No embedded object with id: 8');
    expect(() => made.update({ updateEmbeddedObjectPosition: { objectId: 7, newPosition: at(1) } })).toThrow(
      'At least one field must be listed',
    );
  });

  test('data and anchor follow inserted and deleted rows, from other sheets too; a deleted sheet leaves no source', () => {
    const made = board();
    made.update({ addSheet: { properties: { sheetId: 4, title: '看板' } } }, chart(), chart(PROGRESS, at(2, 0, 4)));
    const rows = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 };
    made.update({ insertDimension: { range: rows } });
    const source = (sheet: number): unknown =>
      charts(made, sheet)[0]?.spec?.basicChart?.series?.[0]?.series?.sourceRange?.sources;
    expect(source(0)).toMatchObject([{ startRowIndex: 0, endRowIndex: 6 }]);
    expect(source(1)).toMatchObject([{ startRowIndex: 0, endRowIndex: 6 }]);
    expect(charts(made)[0]?.position?.overlayPosition?.anchorCell).toMatchObject({ rowIndex: 3, columnIndex: 5 });
    expect(charts(made, 1)[0]?.position?.overlayPosition?.anchorCell).toMatchObject({ rowIndex: 2, columnIndex: 0 });
    made.update({ deleteDimension: { range: { ...rows, startIndex: 2, endIndex: 5 } } });
    expect(charts(made)[0]?.position?.overlayPosition?.anchorCell).toMatchObject({ rowIndex: 2, columnIndex: 5 });
    made.update({ deleteSheet: { sheetId: 0 } });
    expect(source(0)).toEqual([]);
  });
});

describe('slicers (Sheets API v4, Slicer, SlicerSpec)', () => {
  const dataRange = { sheetId: 0, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 3 };
  const spec = { dataRange, columnIndex: 0, title: '部门' };
  const add = (change: object = {}): object => ({
    addSlicer: { slicer: { spec: { ...spec, ...change }, position: at(1) } },
  });
  const slicers = (made: Ledger): unknown => made.host.spreadsheet().sheets?.[0]?.slicers;

  test('a slicer is added, read by mask, changed by mask, moved and deleted', () => {
    const made = board();
    expect(made.update(add())).toMatchObject({
      replies: [{ addSlicer: { slicer: { slicerId: 1, spec: { ...spec, applyToPivotTables: true } } } }],
    });
    const criteria = { hiddenValues: ['财务股'] };
    made.update({
      updateSlicerSpec: { slicerId: 1, spec: { filterCriteria: criteria, title: '略' }, fields: 'filterCriteria' },
    });
    expect(
      made.run(`return Sheets.Spreadsheets.get(id, { fields: 'sheets.slicers(slicerId,spec(title,filterCriteria))' })`),
    ).toEqual({
      sheets: [{ slicers: [{ slicerId: 1, spec: { title: '部门', filterCriteria: criteria } }] }],
    });
    made.update({ updateEmbeddedObjectPosition: { objectId: 1, newPosition: at(3), fields: '*' } });
    expect(slicers(made)).toMatchObject([{ position: at(3) }]);
    made.update({ deleteEmbeddedObject: { objectId: 1 } });
    expect(slicers(made)).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['a column outside', { columnIndex: 3 }, 'spec.columnIndex[3] is outside'],
    ['a range beyond the sheet', { dataRange: { ...dataRange, endRowIndex: 5000 } }, 'after last row'],
    ['a range not from column A', { dataRange: { ...dataRange, startColumnIndex: 1 } }, 'is not implemented'],
    [
      'a condition that is not for filters',
      { filterCriteria: { condition: { type: 'DATE_IS_VALID' } } },
      'not supported for filters',
    ],
    ['an unknown alignment', { horizontalAlignment: 'TOP' }, 'horizontal_alignment'],
  ])('%s is refused', (_what, change, message) => {
    expect(() => board().update(add(change))).toThrow(message);
  });

  test('range and column follow the grid', () => {
    const made = board();
    const place = { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 };
    made.update(add({ columnIndex: 2 }), { insertDimension: { range: place } });
    expect(slicers(made)).toMatchObject([
      { spec: { columnIndex: 3, dataRange: { endColumnIndex: 4 } }, position: at(1, 6) },
    ]);
  });
});
