/** A sheet's charts with the values they show, as the page draws them. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { ChartView, SheetView } from '../protocol';

type Spreadsheet = sheets_v4.Schema$Spreadsheet;
type Cell = sheets_v4.Schema$CellData;
type Color = sheets_v4.Schema$Color;
type Series = sheets_v4.Schema$BasicChartSeries;

const FORMS: Readonly<Record<string, ChartView['form']>> = { COLUMN: 'column', BAR: 'bar', LINE: 'line' };
const LEGENDS: Readonly<Record<string, ChartView['legend']>> = {
  TOP_LEGEND: 'top',
  BOTTOM_LEGEND: 'bottom',
  NO_LEGEND: 'none',
};

/** Charts of other kinds than columns, bars and lines are left out. */
export function chartsOf(sheet: sheets_v4.Schema$Sheet, book: Spreadsheet): Pick<SheetView, 'charts'> {
  const charts = (sheet.charts ?? []).flatMap((chart) => chartOf(chart, book));
  return charts.length > 0 ? { charts } : {};
}

function chartOf({ chartId, spec, position }: sheets_v4.Schema$EmbeddedChart, book: Spreadsheet): ChartView[] {
  const basic = spec?.basicChart;
  const form = FORMS[basic?.chartType ?? ''];
  if (!basic || !form) return [];
  const headers = basic.headerCount ?? 0;
  const domain = cellsOf(basic.domains?.[0]?.domain, book).slice(headers);
  const series = (basic.series ?? []).map((one) => seriesOf(one, headers, book));
  const length = Math.max(domain.length, ...series.map(({ values }) => values.length));
  const titleAt = (place: string): string => basic.axis?.find((one) => one.position === place)?.title ?? '';
  const [categoryAxis, valueAxis] = form === 'bar' ? ['LEFT_AXIS', 'BOTTOM_AXIS'] : ['BOTTOM_AXIS', 'LEFT_AXIS'];
  const overlay = position?.overlayPosition ?? {};
  const title = spec?.title ?? '';
  return [
    {
      ...{ id: chartId ?? 0, form, title, alt: spec?.altText || title },
      stacked: (basic.stackedType ?? 'NOT_STACKED') !== 'NOT_STACKED',
      categories: Array.from({ length }, (_none, at) => domain[at]?.formattedValue ?? ''),
      series,
      ...{ categoryTitle: titleAt(categoryAxis), valueTitle: titleAt(valueAxis) },
      legend: LEGENDS[basic.legendPosition ?? ''] ?? 'right',
      anchor: {
        ...{ row: overlay.anchorCell?.rowIndex ?? 0, column: overlay.anchorCell?.columnIndex ?? 0 },
        ...{ x: overlay.offsetXPixels ?? 0, y: overlay.offsetYPixels ?? 0 },
      },
      ...{ width: overlay.widthPixels ?? 600, height: overlay.heightPixels ?? 371 },
    },
  ];
}

function seriesOf(series: Series, headers: number, book: Spreadsheet): ChartView['series'][number] {
  const cells = cellsOf(series.series, book);
  const color = cssColor(series.colorStyle?.rgbColor ?? series.color);
  return {
    name: headers > 0 ? (cells[0]?.formattedValue ?? '') : '',
    values: cells.slice(headers).map((cell) => cell.effectiveValue?.numberValue ?? null),
    ...(color ? { color } : {}),
  };
}

/** The cells of source ranges one after the other, each a row or a column. */
function cellsOf(data: sheets_v4.Schema$ChartData | undefined, book: Spreadsheet): Cell[] {
  return (data?.sourceRange?.sources ?? []).flatMap((range) => {
    const sheet = book.sheets?.find(({ properties }) => (properties?.sheetId ?? 0) === (range.sheetId ?? 0));
    const grid = sheet?.properties?.gridProperties;
    const cells: Cell[] = [];
    const bottom = range.endRowIndex ?? grid?.rowCount ?? 0;
    const right = range.endColumnIndex ?? grid?.columnCount ?? 0;
    for (let row = range.startRowIndex ?? 0; row < bottom; row += 1) {
      for (let column = range.startColumnIndex ?? 0; column < right; column += 1)
        cells.push(sheet?.data?.[0]?.rowData?.[row]?.values?.[column] ?? {});
    }
    return cells;
  });
}

/** What a colour leaves out is 0. */
function cssColor(color: Color | undefined): string | undefined {
  if (!color) return undefined;
  const part = (share: number | null | undefined): string =>
    Math.round((share ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(color.red)}${part(color.green)}${part(color.blue)}`;
}
