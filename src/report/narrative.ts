/** Rows of 报告素材 as blocks: placeholders resolved, numbers computed, run-in headings told from headings. */
import type { Fault } from '../ledger/fault';
import { a1 } from '../ledger/grid';
import type { Ledger } from '../ledger/ledger';
import { type Narrative, TABS } from '../ledger/schema';
import type { Block, HeadingLevel } from './document';
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

/** The printed rows with their placeholders resolved, by 序号 within each part (blank ones last). */
export function resolveNarrative(
  { narrative }: Ledger,
  source: PlaceholderSource,
): { rows: Narrative[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const resolved: { row: Narrative; place: number; rank: number }[] = [];
  narrative.records.forEach((row, i) => {
    if (row.part === '' || row.part === '未归位') return;
    const resolve = (column: 'title' | 'body'): string => {
      const { text, faults: found } = resolvePlaceholders(row[column], source);
      for (const { code, message } of found) {
        const at = narrative.columns[column];
        const sheetRow = narrative.rows[i];
        const cell = at === undefined || sheetRow === undefined ? undefined : a1(sheetRow, at);
        const tab = TABS.narrative.title;
        const key = `${row.part}-${row.order ?? '未填'}`;
        const place = `${tab}${cell === undefined ? '' : ` ${cell}`}（${key}）`;
        faults.push({ code, tab, ...(cell === undefined ? {} : { cell }), key, message: message(place) });
      }
      return text;
    };
    resolved.push({
      row: { ...row, title: resolve('title'), body: resolve('body') },
      place: i,
      rank: row.order ?? Infinity,
    });
  });
  const rows = resolved.sort((a, b) => a.rank - b.rank || a.place - b.place).map(({ row }) => row);
  return { rows, faults };
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
