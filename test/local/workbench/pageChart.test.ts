import { drawChart } from '../../../local/workbench/page/charts/draw';
import { ticksOf } from '../../../local/workbench/page/charts/frame';
import type { Shape } from '../../../local/workbench/page/charts/shape';
import type { ChartView } from '../../../local/workbench/protocol';

const chart = (change: Partial<ChartView> = {}): ChartView => ({
  ...{
    id: 3,
    form: 'bar',
    stacked: true,
    title: '各部门整改进展',
    alt: '水资源股：已销号3、整改中1',
    legend: 'bottom',
  },
  categories: ['水资源股', '办公室'],
  series: [
    { name: '已销号', values: [3, 2] },
    { name: '整改中', values: [1, 4] },
  ],
  ...{ categoryTitle: '', valueTitle: '问题数', anchor: { row: 0, column: 0, x: 0, y: 0 }, width: 480, height: 260 },
  ...change,
});

function all(shape: Shape, name: string): Shape[] {
  const inside = shape.children.flatMap((one) => (typeof one === 'string' ? [] : all(one, name)));
  return shape.name === name ? [shape, ...inside] : inside;
}
const texts = (shape: Shape): string[] => all(shape, 'text').map(({ children }) => String(children[0]));
/** Bars, without the frame, the patterns' ground and the legend's squares. */
const bars = (shape: Shape, thick: 'height' | 'width'): Shape[] =>
  all(shape, 'rect').filter(({ attributes }) => Number(attributes[thick]) > 14 && attributes.x !== 0.5);

test('a chart reads: title, names, axis, legend, every value; and its alternative text is its label', () => {
  const drawn = drawChart(chart());
  expect(drawn.attributes).toMatchObject({ role: 'img', 'aria-label': '水资源股：已销号3、整改中1' });
  expect(texts(drawn)).toEqual(
    expect.arrayContaining(['各部门整改进展', '水资源股', '办公室', '问题数', '已销号', '整改中', '3', '1', '2', '4']),
  );
});

test('bars of a stack are as long as their values, end to end', () => {
  const [a, b, c, d] = bars(drawChart(chart()), 'height').map(({ attributes }) => attributes);
  const long = (bar: Shape['attributes'] | undefined): number => Number(bar?.width);
  expect(long(a) / long(b)).toBeCloseTo(3, 1);
  expect(long(d) / long(c)).toBeCloseTo(2, 1);
  expect(Number(b?.x)).toBeCloseTo(Number(a?.x) + long(a), 1);
});

test('columns stand side by side, each as high as its value', () => {
  const drawn = bars(drawChart(chart({ form: 'column', stacked: false })), 'width');
  const [a, b] = drawn.map(({ attributes }) => attributes);
  expect(drawn).toHaveLength(4);
  expect(Number(a?.height) / Number(b?.height)).toBeCloseTo(3, 1);
  expect(Number(b?.x)).toBeGreaterThan(Number(a?.x));
});

test('without colours series are told apart: bars by a pattern, lines by dashes and marks', () => {
  const fills = bars(drawChart(chart()), 'height').map(({ attributes }) => attributes.fill);
  expect(fills).toEqual(['#1d5fa8', 'url(#chart-3-1)', '#1d5fa8', 'url(#chart-3-1)']);
  const lines = all(drawChart(chart({ form: 'line', stacked: false })), 'path').filter(
    ({ attributes }) => attributes.fill === 'none',
  );
  expect(lines.map(({ attributes }) => attributes['stroke-dasharray'])).toEqual([undefined, '7 4']);
});

test('a missing value breaks a line; it is no nought', () => {
  const series = [{ name: '实际', values: [5, null, 3, 2] }];
  const drawn = drawChart(chart({ form: 'line', stacked: false, categories: ['1月', '2月', '3月', '4月'], series }));
  const line = all(drawn, 'path').find(({ attributes }) => attributes.fill === 'none');
  expect(String(line?.attributes.d)).toMatch(/^M[\d. ]+M[\d. ]+L[\d. ]+$/);
});

test.each([
  [0, 1, [0, 1]],
  [0, 6, [0, 1, 2, 3, 4, 5, 6]],
  [0, 43, [0, 10, 20, 30, 40, 50]],
  [-4, 4, [-4, -2, 0, 2, 4]],
])('an axis from %s to %s names %j', (least, most, ticks) => {
  expect(ticksOf(least, most)).toEqual(ticks);
});

test('a chart without values, or with one word of a name, is drawn all the same', () => {
  for (const form of ['bar', 'column', 'line'] as const) {
    const drawn = drawChart(chart({ form, categories: [], series: [{ name: '', values: [] }], title: '' }));
    expect(JSON.stringify(drawn)).not.toMatch(/NaN|Infinity|null/);
  }
});
