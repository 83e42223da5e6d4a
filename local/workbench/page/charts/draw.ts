/** A chart's picture: columns, lying bars or lines, with every value written at it. */
import type { ChartView } from '../../protocol';
import { bandOf, type Plot, placeOf, plotOf } from './frame';
import { colourOf, dashOf, fillOf, markOf, patternsOf } from './looks';
import { label, round, type Shape, SMALL, shape, widthOf } from './shape';

/** Bars take this part of a category's room. */
const FILLED = 0.7;
const THICKEST = 46;
const HALO = { stroke: '#ffffff', 'stroke-width': 3, 'paint-order': 'stroke' };

/** The picture of a chart; who cannot see it hears its alternative text. */
export function drawChart(chart: ChartView): Shape {
  const { plot, around } = plotOf(chart);
  const { width, height } = chart;
  return shape(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': chart.alt || chart.title },
    patternsOf(chart),
    shape('rect', { x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: '#ffffff', stroke: '#d9dee4' }),
    around,
    chart.form === 'line' ? lines(chart, plot) : bars(chart, plot),
  );
}

function bars(chart: ChartView, plot: Plot): Shape[] {
  const { series, stacked } = chart;
  return chart.categories.flatMap((_category, at) => {
    const { middle, room } = bandOf(chart, plot, at);
    const side = stacked ? 1 : series.length;
    const thick = round(Math.min(THICKEST, (room * FILLED) / side));
    let base = 0;
    return series.flatMap(({ values }, index) => {
      const value = values[at] ?? null;
      if (value === null || (stacked && value <= 0)) return [];
      const from = stacked ? base : 0;
      if (stacked) base += value;
      const across = round(middle - (thick * side) / 2 + (stacked ? 0 : index * thick));
      return bar(chart, index, value, [placeOf(chart, plot, from), placeOf(chart, plot, from + value)], across, thick);
    });
  });
}

function bar(
  chart: ChartView,
  index: number,
  value: number,
  [start, end]: [number, number],
  across: number,
  thick: number,
): Shape[] {
  const lies = chart.form === 'bar';
  const low = Math.min(start, end);
  const long = round(Math.abs(end - start));
  const box = lies
    ? { x: low, y: across, width: long, height: thick }
    : { x: across, y: low, width: thick, height: long };
  const rect = shape('rect', { ...box, fill: fillOf(chart, index) });
  const text = String(value);
  const middle = across + thick / 2;
  // inside a stack where it has room, beyond the end of a bar of its own
  if (chart.stacked) {
    const fits = lies ? long >= widthOf(text) + 4 && thick >= SMALL : long >= SMALL + 2;
    if (!fits) return [rect];
    const at = (start + end) / 2;
    const written = { 'text-anchor': 'middle', 'font-weight': 600, ...HALO };
    return [rect, lies ? label(text, at, middle + 4, written) : label(text, middle, at + 4, written)];
  }
  const written = lies ? label(text, end + 4, middle + 4) : label(text, middle, low - 4, { 'text-anchor': 'middle' });
  return [rect, written];
}

function lines(chart: ChartView, plot: Plot): Shape[] {
  return chart.series.flatMap(({ values }, index) => {
    const points = values.map((value, at) =>
      value === null ? null : { x: bandOf(chart, plot, at).middle, y: placeOf(chart, plot, value), value },
    );
    // a missing value breaks the line
    const path = points
      .map((point, at) => (point === null ? '' : `${points[at - 1] ? 'L' : 'M'}${point.x} ${point.y}`))
      .join('');
    const stroke = { stroke: colourOf(chart, index), 'stroke-width': 2, fill: 'none', ...dashOf(index) };
    const spaced = Math.ceil(26 / Math.max(1, bandOf(chart, plot, 0).room));
    const marked = points.flatMap((point, at) => {
      if (point === null) return [];
      const mark = markOf(chart, index, point.x, point.y);
      const above = index % 2 === 0 ? -8 : 16;
      const isWritten = at % spaced === 0 || at === points.length - 1;
      return isWritten
        ? [mark, label(String(point.value), point.x, point.y + above, { 'text-anchor': 'middle', ...HALO })]
        : [mark];
    });
    return [shape('path', { d: path, ...stroke }), ...marked];
  });
}
