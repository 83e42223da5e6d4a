/** Paragraphs of a report that are no issues, as rows of 报告素材. */
import type { NARRATIVE_LEVELS } from '../ledger/schema';
import { type Line, place, placeNumbered, restOf } from './lines';
import type { ProposedNarrative } from './proposal';

export type NarrativePart = ProposedNarrative['part'];
type NarrativeLevel = (typeof NARRATIVE_LEVELS)[number];

/** A clause this short at the beginning is the paragraph's heading (强化政治担当。). */
const LONGEST_TITLE = 30;
const LEVELS: readonly NarrativeLevel[] = ['段落', '一、', '（一）', '1.', '（1）'];
/** Sentences that state totals and rates: `反馈9个问题，已完成整改7个`, `整改完成率90%`. */
const STATISTICS =
  /(?:完成率|落实率|整改率)[^。]{0,6}\d|反馈[^。；]{0,20}\d+[个项条](?:具体)?问题|已?完成(?:整改)?\d+[个项]/;

/** Collects rows part by part, in document order. */
export interface NarrativeRows {
  rows: ProposedNarrative[];
  /** Adds the line as a row of the part and says where its text went. */
  add(part: NarrativePart, line: Line): void;
}

export function narrativeRows(): NarrativeRows {
  const rows: ProposedNarrative[] = [];
  const orders = new Map<NarrativePart, number>();
  return {
    rows,
    add(part, line) {
      const order = (orders.get(part) ?? 0) + 1;
      orders.set(part, order);
      const level = LEVELS[line.mark?.level ?? 0] ?? '段落';
      const text = level === '段落' ? line.text : restOf(line);
      rows.push({ part, order, level, ...titled(level, text) });
      const key = `${part}-${order}`;
      const role = STATISTICS.test(text) ? 'statistics' : 'narrative';
      if (level === '段落') place(line, 0, role, key);
      else placeNumbered(line, role, key);
    },
  };
}

function titled(level: NarrativeLevel, text: string): { title: string; body: string } {
  const end = text.search(/[。：]/) + 1 || text.length;
  const alone = end === text.length && level === '一、';
  if (level === '段落' || (end > LONGEST_TITLE && !alone)) return { title: '', body: text };
  return { title: text.slice(0, end), body: text.slice(end) };
}
