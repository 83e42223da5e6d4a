/** Requests on charts, of which the host knows the basic ones; a chart is kept, never drawn. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../../errors';
import { type Draft, type GridRange, sheetIdOf } from '../store';
import { anchorSheet, checkedPosition, newEmbeddedId } from './embedded';
import type { Handlers } from './handler';

type ChartSpec = sheets_v4.Schema$ChartSpec;
type BasicChart = sheets_v4.Schema$BasicChartSpec;
type ChartData = sheets_v4.Schema$ChartData;

const CHARTS = [
  'basicChart',
  'bubbleChart',
  'candlestickChart',
  'histogramChart',
  'orgChart',
  'pieChart',
  'scorecardChart',
  'treemapChart',
  'waterfallChart',
] as const;

const CHART_TYPES = ['BAR', 'LINE', 'AREA', 'COLUMN', 'SCATTER', 'COMBO', 'STEPPED_AREA'];
const LEGENDS = ['BOTTOM_LEGEND', 'LEFT_LEGEND', 'RIGHT_LEGEND', 'TOP_LEGEND', 'NO_LEGEND', 'INSIDE_LEGEND'];
const AXES = ['BOTTOM_AXIS', 'LEFT_AXIS', 'RIGHT_AXIS'];
const STACKED = ['NOT_STACKED', 'STACKED', 'PERCENT_STACKED'];
const COMPARE = ['DATUM', 'CATEGORY'];
const HIDDEN = ['SKIP_HIDDEN_ROWS_AND_COLUMNS', 'SKIP_HIDDEN_ROWS', 'SKIP_HIDDEN_COLUMNS', 'SHOW_ALL'];
const WINDOWS = ['DEFAULT_VIEW_WINDOW_MODE', 'VIEW_WINDOW_MODE_UNSUPPORTED', 'EXPLICIT', 'PRETTY'];

/** BasicChartSpec: stackedType "applies to Area, Bar, Column, Combo, and Stepped Area charts". */
const MAY_STACK = new Set(['AREA', 'BAR', 'COLUMN', 'COMBO', 'STEPPED_AREA']);
/** BasicChartSeries: lineStyle and pointStyle are "valid only if the chartType is AREA, LINE, or SCATTER", or COMBO. */
const HAS_LINES = new Set(['AREA', 'LINE', 'SCATTER', 'COMBO']);

function oneOf(value: string | null | undefined, names: readonly string[], field: string): void {
  if (value !== undefined && value !== null && !names.includes(value))
    throw new ApiFault(`Invalid value at '${field}' (TYPE_ENUM), "${value}"`);
}

/** The number of source ranges. @throws ApiFault when one leaves its grid or is not one row or column wide */
function checkData(draft: Draft, data: ChartData | undefined, field: string): number {
  if (data?.columnReference || data?.groupRule || data?.aggregateType)
    throw new ApiFault(`${field} is only supported for data source charts.`);
  const sources = data?.sourceRange?.sources ?? [];
  if (sources.length === 0) throw new ApiFault(`${field}.sourceRange must have at least one source.`);
  const boxes = sources.map((source: GridRange, i) => draft.box(source, `${field}.sourceRange.sources[${i}]`));
  const narrow = boxes.every((box) => box.right - box.left === 1);
  const flat = boxes.every((box) => box.bottom - box.top === 1);
  // seen in public reports
  if (!narrow && !flat)
    throw new ApiFault('ChartSourceRange ranges require all rows or all columns to have length of 1');
  return sources.length;
}

function checkSeries(draft: Draft, series: sheets_v4.Schema$BasicChartSeries, type: string, field: string): number {
  const { dataLabel, lineStyle, pointStyle, targetAxis } = series;
  if (series.type && type !== 'COMBO') throw new ApiFault(`${field}.type is valid only if the chartType is COMBO.`);
  oneOf(series.type, ['LINE', 'AREA', 'COLUMN'], `${field}.type`);
  if ((lineStyle || pointStyle) && !HAS_LINES.has(type))
    throw new ApiFault(`${field}: line and point styles are not valid for a ${type} chart.`);
  oneOf(targetAxis, AXES, `${field}.target_axis`);
  const minor = type === 'BAR' ? ['BOTTOM_AXIS'] : ['LEFT_AXIS', 'RIGHT_AXIS'];
  if (targetAxis && !minor.includes(targetAxis))
    throw new ApiFault(`${field}.targetAxis ${targetAxis} is not a valid minor axis for a ${type} chart.`);
  if (dataLabel?.customLabelData) throw notImplemented(`${field}.dataLabel.customLabelData`);
  return checkData(draft, series.series, `${field}.series`);
}

function checkBasic(draft: Draft, chart: BasicChart): void {
  const field = 'spec.basicChart';
  const type = chart.chartType ?? '';
  oneOf(type, CHART_TYPES, `${field}.chart_type`);
  oneOf(chart.legendPosition, LEGENDS, `${field}.legend_position`);
  oneOf(chart.stackedType, STACKED, `${field}.stacked_type`);
  oneOf(chart.compareMode, COMPARE, `${field}.compare_mode`);
  if (chart.stackedType && chart.stackedType !== 'NOT_STACKED' && !MAY_STACK.has(type))
    throw new ApiFault(`${field}.stackedType is not supported for a ${type} chart.`);
  if (chart.threeDimensional && type !== 'BAR' && type !== 'COLUMN')
    throw new ApiFault(`${field}.threeDimensional applies to Bar and Column charts.`);
  const headers = chart.headerCount ?? 0;
  if (!Number.isInteger(headers) || headers < 0) throw new ApiFault(`${field}.headerCount must not be negative.`);
  const positions = (chart.axis ?? []).map((axis, i) => {
    oneOf(axis.position, AXES, `${field}.axis[${i}].position`);
    oneOf(axis.viewWindowOptions?.viewWindowMode, WINDOWS, `${field}.axis[${i}].view_window_options.view_window_mode`);
    return axis.position;
  });
  if (new Set(positions).size < positions.length) throw new ApiFault(`${field}.axis: one axis is given twice.`);
  if ((chart.domains?.length ?? 0) > 1) throw new ApiFault('Only a single domain is supported.');
  if (!chart.series?.length) throw new ApiFault(`${field}.series must not be empty.`);
  const counts = [
    ...(chart.domains ?? []).map((domain, i) => checkData(draft, domain.domain, `${field}.domains[${i}].domain`)),
    ...chart.series.map((series, i) => checkSeries(draft, series, type, `${field}.series[${i}]`)),
  ];
  if (new Set(counts).size > 1)
    throw new ApiFault('The domain and all series must have the same number of source ranges.');
}

function checkSpec(draft: Draft, spec: ChartSpec | undefined): ChartSpec {
  if (!spec) throw new ApiFault('spec must be set.');
  const kinds = CHARTS.filter((kind) => spec[kind]);
  if (kinds.length > 1)
    throw new ApiFault(`Invalid value at 'spec' (oneof), oneof field 'chart' is already set. Cannot set '${kinds[1]}'`);
  if (!spec.basicChart) {
    if (kinds[0]) throw notImplemented(`spec.${kinds[0]}`);
    throw new ApiFault('spec must have a chart.');
  }
  if (spec.dataSourceChartProperties || spec.filterSpecs || spec.sortSpecs)
    throw new ApiFault(
      'spec: filterSpecs, sortSpecs and data source properties are only supported for data source charts.',
    );
  oneOf(spec.hiddenDimensionStrategy, HIDDEN, 'spec.hidden_dimension_strategy');
  checkBasic(draft, spec.basicChart);
  return spec;
}

function add(draft: Draft, request: sheets_v4.Schema$AddChartRequest): sheets_v4.Schema$Response {
  const given = request.chart ?? {};
  const chart = {
    ...given,
    chartId: newEmbeddedId(draft, given.chartId),
    position: checkedPosition(draft, given.position, 'chart.position'),
    spec: checkSpec(draft, given.spec),
  };
  const sheet = draft.sheet(anchorSheet(chart.position));
  sheet.charts = [...(sheet.charts ?? []), chart];
  return { addChart: { chart } };
}

/** The specification given takes the whole place of the old one: the request has no mask. */
function update(draft: Draft, request: sheets_v4.Schema$UpdateChartSpecRequest): void {
  const sheet = draft.sheets.find((one) => one.charts?.some(({ chartId }) => chartId === request.chartId));
  if (!sheet) throw new ApiFault(`No chart with id: ${request.chartId}`);
  const spec = checkSpec(draft, request.spec);
  const own = draft.sheet(sheetIdOf(sheet));
  own.charts = (own.charts ?? []).map((one) => (one.chartId === request.chartId ? { ...one, spec } : one));
}

export const chartRequests: Handlers = {
  addChart: add,
  updateChartSpec: (draft, request) => void update(draft, request),
};
