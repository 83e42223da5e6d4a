/** Rows of 报告素材 as blocks: placeholders resolved, numbers computed, run-in headings told from headings. */
import type { Fault } from '../ledger/fault';
import type { Ledger } from '../ledger/ledger';
import { keyOf } from '../ledger/records';
import type { Narrative } from '../ledger/schema';
import { byNumber } from '../progress/grouping';
import type { Block, HeadingLevel } from './document';
import { faultAt } from './fault';
import type { Numbering } from './numbering';
import { closeSentence, heading, linesOf, paragraphs } from './paragraphs';
import { type PlaceholderSource, resolvePlaceholders } from './placeholders';

export type PrintedPart = Exclude<Narrative['part'], '' | '未归位'>;

const LEVELS: Readonly<Record<Exclude<Narrative['level'], '' | '段落'>, HeadingLevel>> = {
  '一、': 1,
  '（一）': 2,
  '1.': 3,
  '（1）': 4,
};

/** The printed rows of a kind of report (`''`: the notice) with their placeholders resolved, by 序号 within each part (blank ones last). */
export function resolveNarrative(
  { narrative }: Ledger,
  source: PlaceholderSource,
  kind: Narrative['kind'] = '',
): { rows: Narrative[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const own = narrative.records.flatMap((row, at) => (row.kind === kind ? [{ row, at }] : []));
  const rows = own.map(({ row, at }) => {
    const resolve = (column: 'title' | 'body'): string => {
      if (row.part === '' || row.part === '未归位') return '';
      const { text, faults: found } = resolvePlaceholders(row[column], source);
      const key = keyOf('narrative', row);
      for (const { code, message } of found) {
        faults.push(faultAt(narrative, at, column, { code, key, message: (place) => message(`${place}（${key}）`) }));
      }
      return text;
    };
    return { ...row, title: resolve('title'), body: resolve('body') };
  });
  return { rows: byNumber(rows, ({ order }) => order), faults };
}

/** Whether a row prints anything. */
export function isPrinted(row: Narrative): boolean {
  return linesOf(row.title).length > 0 || linesOf(row.body).length > 0;
}

/**
 * One row: number by level, 标题, 正文 in one paragraph (`1.压实责任。……`); a 标题 without 正文 is a heading. A level-one
 * 标题 that does not end a sentence stands on its own line above its 正文.
 */
export function narrativeBlocks(row: Narrative, numbering: Numbering): Block[] {
  if (!isPrinted(row)) return [];
  if (row.level === '' || row.level === '段落') return plainBlocks(row);
  const level = LEVELS[row.level];
  const number = numbering.next(level);
  const title = row.title.trim();
  if (row.body.trim() === '') return heading(level, number + title);
  if (title === '') return paragraphs([{ text: number + row.body }]);
  if (level === 1 && closeSentence(title) !== title) {
    return [...heading(1, number + title), ...paragraphs([{ text: row.body }])];
  }
  return paragraphs([{ text: number + closeSentence(title), level }, { text: row.body }]);
}

/** One row as plain text, without number. */
export function plainBlocks(row: Narrative): Block[] {
  const title = row.title.trim();
  return paragraphs([{ text: row.body.trim() === '' ? title : closeSentence(title) }, { text: row.body }]);
}
