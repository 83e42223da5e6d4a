/** How series are told apart: by colour, and for who cannot see colours by pattern, dash and mark. */
import type { ChartView } from '../../protocol';
import { type Shape, shape } from './shape';

const COLOURS = ['#1d5fa8', '#d9822b', '#2e8b57', '#8e44ad', '#b03a48', '#5b6875'];
const DASHES = ['', '7 4', '2 3', '9 3 2 3'];
const INK = 'rgb(255 255 255 / 75%)';

export const colourOf = ({ series }: ChartView, at: number): string =>
  series[at]?.color ?? COLOURS[at % COLOURS.length] ?? '#1d5fa8';

/** The fill of a bar; its pattern is among `patternsOf`. */
export const fillOf = (chart: ChartView, at: number): string =>
  at === 0 ? colourOf(chart, at) : `url(#${patternId(chart, at)})`;

const patternId = ({ id }: ChartView, at: number): string => `chart-${id}-${at}`;

/** The first series is of one colour, each other has a pattern of its own. */
export function patternsOf(chart: ChartView): Shape {
  const drawn = [
    [shape('path', { d: 'M0 8L8 0M-2 2L2 -2M6 10L10 6', stroke: INK, 'stroke-width': 2 })],
    [shape('circle', { cx: 4, cy: 4, r: 1.7, fill: INK })],
    [shape('path', { d: 'M0 4H8', stroke: INK, 'stroke-width': 2 })],
    [shape('path', { d: 'M4 0V8', stroke: INK, 'stroke-width': 2 })],
    [shape('path', { d: 'M0 4H8M4 0V8', stroke: INK, 'stroke-width': 1.4 })],
  ];
  const patterns = chart.series
    .slice(1)
    .map((_one, index) =>
      shape(
        'pattern',
        { id: patternId(chart, index + 1), width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
        shape('rect', { width: 8, height: 8, fill: colourOf(chart, index + 1) }),
        drawn[index % drawn.length] ?? [],
      ),
    );
  return shape('defs', {}, patterns);
}

export const dashOf = (at: number): Shape['attributes'] => {
  const dash = DASHES[at % DASHES.length] ?? '';
  return dash === '' ? {} : { 'stroke-dasharray': dash };
};

/** The mark of a line's points. */
export function markOf(chart: ChartView, at: number, x: number, y: number): Shape {
  const fill = colourOf(chart, at);
  const kinds = [
    shape('circle', { cx: x, cy: y, r: 3.5, fill }),
    shape('rect', { x: x - 3, y: y - 3, width: 6, height: 6, fill }),
    shape('path', { d: `M${x} ${y - 4.5}L${x + 4} ${y + 3}H${x - 4}Z`, fill }),
    shape('path', { d: `M${x} ${y - 4.5}L${x + 4.5} ${y}L${x} ${y + 4.5}L${x - 4.5} ${y}Z`, fill }),
  ];
  return kinds[at % kinds.length] ?? shape('g', {});
}
