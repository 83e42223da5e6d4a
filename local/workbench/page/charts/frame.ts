/** What surrounds the bars and lines of a chart: title, legend, axes, and the room they leave. */
import type { ChartView } from '../../protocol';
import { colourOf, dashOf, fillOf, markOf } from './looks';
import { fitted, label, round, type Shape, SMALL, shape, widthOf } from './shape';

/** The room of the bars, in pixels, and where a value or a category stands in it. */
export interface Plot {
  left: number;
  top: number;
  right: number;
  bottom: number;
  least: number;
  most: number;
}

const PAD = 12;
const TITLE = 15;
const LINE = 18;
const SWATCH = 14;
const GRID = '#d9dee4';
/** A category's name takes no more of a chart's width. */
const NAMES_AT_MOST = 0.35;

/** Values the axis names: round, at most seven, from the least below to the most above. */
export function ticksOf(least: number, most: number): number[] {
  const span = Math.max(most - least, 1);
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => span / one <= 6) ?? span);
  const ticks: number[] = [];
  for (let value = Math.floor(least / step) * step; value < most + step; value += step) ticks.push(value);
  return ticks;
}

/** The least and the most a bar or point reaches; 0 is among them. */
function reach({ series, categories, stacked }: ChartView): [number, number] {
  const reached = categories.flatMap((_category, at) => {
    const values = series.map(({ values: own }) => own[at] ?? 0);
    return stacked ? [values.reduce((sum, value) => sum + Math.max(0, value), 0)] : values;
  });
  return [Math.min(0, ...reached), Math.max(1, ...reached)];
}

export function plotOf(chart: ChartView): { plot: Plot; ticks: number[]; around: Shape[] } {
  const { width, height, form, categories } = chart;
  const ticks = ticksOf(...reach(chart));
  const hasLegend = chart.legend !== 'none' && chart.series.some(({ name }) => name !== '');
  const side = hasLegend && chart.legend === 'right' ? sideWidth(chart) : 0;
  const names = form === 'bar' ? categories : ticks.map(String);
  const room = Math.min(width * NAMES_AT_MOST, Math.max(0, ...names.map((name) => widthOf(name))));
  const [leftTitle, bottomTitle] =
    form === 'bar' ? [chart.categoryTitle, chart.valueTitle] : [chart.valueTitle, chart.categoryTitle];
  const top = PAD + (chart.title ? TITLE + 12 : 4) + (hasLegend && chart.legend === 'top' ? LINE : 0);
  const below = LINE + (bottomTitle ? LINE : 0) + (hasLegend && chart.legend === 'bottom' ? LINE : 0);
  const plot: Plot = {
    left: PAD + room + 8 + (leftTitle ? LINE : 0),
    top,
    right: width - PAD - 8 - side,
    bottom: height - PAD - below,
    least: ticks[0] ?? 0,
    most: ticks[ticks.length - 1] ?? 1,
  };
  const around: Shape[] = [];
  if (chart.title) {
    const text = fitted(chart.title, width - 2 * PAD, TITLE);
    around.push(label(text, PAD, PAD + TITLE, { 'font-size': TITLE, 'font-weight': 600 }));
  }
  if (hasLegend) around.push(...legend(chart, plot));
  around.push(...axes(chart, plot, ticks, room));
  const middle = (plot.top + plot.bottom) / 2;
  if (leftTitle) {
    const x = PAD + SMALL;
    around.push(
      label(leftTitle, x, middle, { 'text-anchor': 'middle', transform: `rotate(-90 ${x} ${round(middle)})` }),
    );
  }
  if (bottomTitle) {
    const x = (plot.left + plot.right) / 2;
    around.push(label(bottomTitle, x, plot.bottom + 2 * LINE - 3, { 'text-anchor': 'middle' }));
  }
  return { plot, ticks, around };
}

/** Where a value stands: across for lying bars, down otherwise. */
export function placeOf({ form }: ChartView, plot: Plot, value: number): number {
  const share = (value - plot.least) / (plot.most - plot.least);
  return round(
    form === 'bar' ? plot.left + share * (plot.right - plot.left) : plot.bottom - share * (plot.bottom - plot.top),
  );
}

/** The middle of a category and the room it has. */
export function bandOf({ form, categories }: ChartView, plot: Plot, at: number): { middle: number; room: number } {
  const [from, to] = form === 'bar' ? [plot.top, plot.bottom] : [plot.left, plot.right];
  const room = (to - from) / Math.max(1, categories.length);
  return { middle: round(from + (at + 0.5) * room), room };
}

function axes(chart: ChartView, plot: Plot, ticks: readonly number[], names: number): Shape[] {
  const lies = chart.form === 'bar';
  const { left, right, top, bottom } = plot;
  const values = ticks.flatMap((tick) => {
    const at = placeOf(chart, plot, tick);
    const line = lies ? { x1: at, x2: at, y1: top, y2: bottom } : { x1: left, x2: right, y1: at, y2: at };
    const text = lies
      ? label(String(tick), at, bottom + LINE - 4, { 'text-anchor': 'middle' })
      : label(String(tick), left - 6, at + 4, { 'text-anchor': 'end' });
    return [shape('line', { ...line, stroke: tick === 0 ? '#5b6875' : GRID }), text];
  });
  const { room } = bandOf(chart, plot, 0);
  // names that would cover each other are left out, evenly
  const widest = Math.max(1, ...chart.categories.map((name) => widthOf(name)));
  const every = lies ? Math.max(1, Math.ceil(SMALL / room)) : Math.ceil(Math.min(widest, room * 3) / room);
  const named = chart.categories.flatMap((name, at) => {
    if (at % Math.max(1, every) !== 0) return [];
    const { middle } = bandOf(chart, plot, at);
    return lies
      ? [label(fitted(name, names), left - 6, middle + 4, { 'text-anchor': 'end' })]
      : [label(fitted(name, room * Math.max(1, every)), middle, bottom + LINE - 4, { 'text-anchor': 'middle' })];
  });
  return [...values, ...named];
}

const sideWidth = ({ series }: ChartView): number =>
  Math.min(140, SWATCH + 14 + Math.max(0, ...series.map(({ name }) => widthOf(name))));

function legend(chart: ChartView, plot: Plot): Shape[] {
  let x = plot.left;
  const y = chart.legend === 'top' ? plot.top - 10 : chart.height - PAD;
  return chart.series.flatMap(({ name }, at) => {
    const [left, base] = chart.legend === 'right' ? [plot.right + 14, plot.top + SMALL + at * LINE] : [x, y];
    x += SWATCH + 6 + widthOf(name) + 16;
    return [swatch(chart, at, left, base), label(fitted(name, chart.width), left + SWATCH + 6, base)];
  });
}

function swatch(chart: ChartView, at: number, x: number, base: number): Shape {
  if (chart.form !== 'line')
    return shape('rect', { x: round(x), y: base - 10, width: SWATCH, height: 11, fill: fillOf(chart, at) });
  const y = base - 4;
  const line = { x1: round(x), x2: round(x) + SWATCH, y1: y, y2: y, stroke: colourOf(chart, at), 'stroke-width': 2 };
  return shape('g', {}, shape('line', { ...line, ...dashOf(at) }), markOf(chart, at, round(x) + SWATCH / 2, y));
}
