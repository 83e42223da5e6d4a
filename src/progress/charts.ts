/** The charts of 看板: which of its cells they show, and what they say to who can't see them. */
import type { CellValue } from '../ledger/grid';
import { CHARTS } from './wording';

/** A column of cells with its header, 0-based from the top left cell of 看板; `rows` counts the header too. */
export interface ChartRange {
  row: number;
  column: number;
  rows: number;
}

export interface Chart {
  id: 'departments' | 'burnDown' | 'ages';
  form: 'stackedBar' | 'line' | 'column';
  title: string;
  /** The numbers shown, as text. */
  alt: string;
  domain: ChartRange;
  /** Each named by its header. */
  series: ChartRange[];
  /** Cell of the chart's top left corner, below the tables. */
  at: { row: number; column: number };
}

/** A table of 看板: where its header stands, and its lines with the header first. */
export interface Placed {
  row: number;
  column: number;
  lines: readonly (readonly CellValue[])[];
}

/** Longer texts tire whoever has them read out. */
const ALT_LIMIT = 400;

/** Those whose tables have lines, side by side from row `below` on. */
export function chartsOf(tables: { departments: Placed; course: Placed; ages: Placed }, below: number): Chart[] {
  const chart = (id: Chart['id'], form: Chart['form'], table: Placed, series: number, column: number): Chart[] => {
    const { lines, row } = table;
    if (lines.length < 2) return [];
    const range = (at: number): ChartRange => ({ row, column: table.column + at, rows: lines.length });
    return [
      {
        ...{ id, form, title: CHARTS[id], alt: altOf(CHARTS[id], lines, series), domain: range(0) },
        series: Array.from({ length: series }, (_, at) => range(at + 1)),
        at: { row: below, column },
      },
    ];
  };
  return [
    ...chart('departments', 'stackedBar', tables.departments, 4, 0),
    ...chart('burnDown', 'line', tables.course, 2, 4),
    ...chart('ages', 'column', tables.ages, 1, 8),
  ];
}

function altOf(title: string, [head = [], ...lines]: Placed['lines'], series: number): string {
  const told = lines.map((line) => {
    const values = line.slice(1, series + 1).flatMap((value, at) => {
      if (value === null) return [];
      return series === 1 ? [`${value}`] : [`${head[at + 1] ?? ''}${value}`];
    });
    return `${line[0]}：${values.join('、')}`;
  });
  const text = `${title}。${told.join('；')}。`;
  return text.length > ALT_LIMIT ? `${text.slice(0, ALT_LIMIT - 1)}…` : text;
}
