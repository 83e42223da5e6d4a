/** The charts of the tab that is seen, over the grid at their cells. */
import { h, type VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ChartView } from '../../protocol';
import { drawChart } from '../charts/draw';
import type { Shape } from '../charts/shape';
import type { Place } from '../grid/overlay';
import type { Shell } from '../model';
import type { Work } from '../work';
import './Charts.css';

export function Charts({ shell, work }: { shell: Shell; work: Work }) {
  const charts = shell.phase === 'ready' ? (shell.tab?.charts ?? []) : [];
  const [, setMoved] = useState(0);
  const some = charts.length > 0;
  useEffect(() => {
    if (!some) return;
    return work.grid?.moved(() => setMoved((count) => count + 1));
  }, [some, work]);
  return (
    <>
      {charts.map((chart) => {
        const place = work.grid?.placeOf(chart.anchor);
        return place ? <Chart key={chart.id} chart={chart} place={place} /> : null;
      })}
    </>
  );
}

function Chart({ chart, place: { window, left, top, zoom } }: { chart: ChartView; place: Place }) {
  const drawn = useMemo(() => nodeOf(drawChart(chart)), [chart]);
  return (
    <div class="chart-window" style={{ ...window }}>
      <div class="chart" style={{ transform: `translate(${left}px, ${top}px) scale(${zoom})` }}>
        {drawn}
      </div>
    </div>
  );
}

function nodeOf({ name, attributes, children }: Shape): VNode {
  return h(name, attributes, ...children.map((one) => (typeof one === 'string' ? one : nodeOf(one))));
}
