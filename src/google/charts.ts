/** The charts of 看板 as Sheets requests: made once, brought up to date after, left where a person moved them. */
import type { Chart, ChartRange } from '../app/ports';
import { idFor } from './kept';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type EmbeddedChart = GoogleAppsScript.Sheets.Schema.EmbeddedChart;
type ChartSpec = GoogleAppsScript.Sheets.Schema.ChartSpec;
type Color = GoogleAppsScript.Sheets.Schema.Color;

const HEIGHT = 260;
const GREEN = { red: 0.18, green: 0.49, blue: 0.2 };
const BLUE = { red: 0.22, green: 0.46, blue: 0.74 };
const GREY = { red: 0.7, green: 0.72, blue: 0.74 };
const RED = { red: 0.78, green: 0.16, blue: 0.16 };
/** Colours of the series in their order: 已销号, 长期坚持, 未到期, 逾期; 应剩余, 实剩余; 数量. */
const COLOURS: Record<Chart['id'], Color[]> = {
  departments: [GREEN, BLUE, GREY, RED],
  burnDown: [GREY, BLUE],
  ages: [BLUE],
};
const TYPES: Record<Chart['form'], { chartType: string; stackedType?: string }> = {
  stackedBar: { chartType: 'BAR', stackedType: 'STACKED' },
  line: { chartType: 'LINE' },
  column: { chartType: 'COLUMN' },
};

/**
 * Nothing where every chart shows what it should. A chart whose table has no lines any more goes; one that a person
 * removed is made again.
 * @param known  chartId, row and column of ours by id; what it is afterwards is in the result
 * @param taken  ids of all charts and slicers of the file
 * @param widths  of the columns of 看板, in pixels
 */
export function chartRequests(
  sheetId: number,
  charts: readonly Chart[],
  present: readonly EmbeddedChart[],
  known: Readonly<Record<string, readonly number[]>>,
  taken: ReadonlySet<number>,
  widths: readonly number[],
): { requests: Request[]; known: Record<string, number[]> } {
  const find = (id: string) => present.find(({ chartId }) => chartId !== undefined && chartId === known[id]?.[0]);
  const ids = new Set(taken);
  const kept: Record<string, number[]> = {};
  const requests = Object.keys(known).flatMap((id): Request[] => {
    const { chartId: objectId } = find(id) ?? {};
    const isGone = objectId !== undefined && !charts.some((chart) => chart.id === id);
    return isGone ? [{ deleteEmbeddedObject: { objectId } }] : [];
  });
  charts.forEach((chart, index) => {
    const { row, column } = chart.at;
    const before = find(chart.id);
    const spec = specOf(sheetId, chart);
    const anchorCell = { sheetId, rowIndex: row, columnIndex: column };
    if (before?.chartId === undefined) {
      const chartId = idFor(`chart·${chart.id}`, ids);
      ids.add(chartId);
      kept[chart.id] = [chartId, row, column];
      const widthPixels = widths.slice(column, charts[index + 1]?.at.column).reduce((sum, width) => sum + width, 0);
      const overlayPosition = { anchorCell, widthPixels, heightPixels: HEIGHT };
      requests.push({ addChart: { chart: { chartId, position: { overlayPosition }, spec } } });
      return;
    }
    const { chartId: objectId, position } = before;
    const [, putRow = row, putColumn = column] = known[chart.id] ?? [];
    const { rowIndex = 0, columnIndex = 0 } = position?.overlayPosition?.anchorCell ?? {};
    const isMoved = rowIndex !== putRow || columnIndex !== putColumn;
    kept[chart.id] = isMoved ? [objectId, putRow, putColumn] : [objectId, row, column];
    if (!isMoved && (row !== putRow || column !== putColumn)) {
      const newPosition = { overlayPosition: { anchorCell } };
      requests.push({ updateEmbeddedObjectPosition: { objectId, newPosition, fields: 'anchorCell' } });
    }
    if (essence(before.spec) !== essence(spec)) requests.push({ updateChartSpec: { chartId: objectId, spec } });
  });
  return { requests, known: kept };
}

function specOf(sheetId: number, { id, form, title, alt, domain, series }: Chart): ChartSpec {
  const data = ({ row, column, rows }: ChartRange) => ({
    sourceRange: {
      sources: [
        {
          sheetId,
          startRowIndex: row,
          endRowIndex: row + rows,
          startColumnIndex: column,
          endColumnIndex: column + 1,
        },
      ],
    },
  });
  const targetAxis = form === 'stackedBar' ? 'BOTTOM_AXIS' : 'LEFT_AXIS';
  return {
    title,
    altText: alt,
    basicChart: {
      ...TYPES[form],
      legendPosition: series.length > 1 ? 'BOTTOM_LEGEND' : 'NO_LEGEND',
      headerCount: 1,
      domains: [{ domain: data(domain) }],
      series: series.map((range, at) => {
        const rgbColor = COLOURS[id][at];
        return { series: data(range), targetAxis, ...(rgbColor && { colorStyle: { rgbColor } }) };
      }),
    },
  };
}

/** What of a chart the program decides again each time: its words, and the cells it shows. */
function essence({ title, altText, basicChart }: ChartSpec = {}): string {
  const { domains = [], series = [] } = basicChart ?? {};
  const data = [...domains.map(({ domain }) => domain), ...series.map((one) => one.series)];
  return JSON.stringify([
    title,
    altText,
    data.map((one) =>
      (one?.sourceRange?.sources ?? []).map((range) => [
        range.startRowIndex ?? 0,
        range.endRowIndex ?? 0,
        range.startColumnIndex ?? 0,
        range.endColumnIndex ?? 0,
      ]),
    ),
  ]);
}
