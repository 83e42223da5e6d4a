/** A document in the making: what is said, headed and tabulated, with the running numbers. */
import { ok, type Result } from '../../ledger/fault';
import type { Settings } from '../../ledger/settings';
import { formatChineseDate, type LedgerDate } from '../../text/dates';
import type { Block, HeadingLevel, Table } from '../document';
import { type Numbering, startNumbering } from '../numbering';
import { heading, linesOf, paragraphs } from '../paragraphs';
import { signatoryOf, titleLines } from '../title';
import { ATTACHMENT_LABEL } from '../wording';
import type { Composed } from './types';
import { NONE } from './wording';

export interface Page {
  blocks: Block[];
  numbering: Numbering;
  /** Paragraphs; empty ones are left out. */
  say(...texts: readonly string[]): void;
  /** A heading with the next number of its level. */
  head(level: HeadingLevel, text: string): void;
  /** A table, or 无 where it has no rows. */
  tabulate(table: Table): void;
  /**
   * The whole, closed by the note of its attachments, the signature (as 设置 says, unless another is given) and the
   * attachments that have rows, each on pages of its own.
   */
  close(date: LedgerDate, more?: Closing): Result<Composed>;
}

export interface Closing {
  attached?: readonly (readonly [title: string, table: Table])[] | undefined;
  author?: string | undefined;
  usesStarter?: boolean;
}

/** A page that begins with a mark (where there is one) and the title. */
export function startPage(title: string, settings: Settings, mark = ''): Page {
  const blocks: Block[] = mark === '' ? [] : [{ kind: 'mark', text: mark }];
  const numbering = startNumbering();
  blocks.push({ kind: 'title', lines: titleLines(title, settings.unit) }, { kind: 'blank' });
  const say = (...texts: readonly string[]): void => {
    for (const text of texts) blocks.push(...paragraphs([{ text }]));
  };
  return {
    blocks,
    numbering,
    say,
    head(level, text) {
      blocks.push(...heading(level, numbering.next(level) + text));
    },
    tabulate(table) {
      if (table.rows.length === 0) say(NONE);
      else blocks.push({ kind: 'table', table });
    },
    close(date, { attached = [], author = signatoryOf(settings), usesStarter = false } = {}) {
      const kept = attached.filter(([, { rows }]) => rows.length > 0);
      if (kept.length > 0) blocks.push({ kind: 'blank' }, { kind: 'attachments', names: kept.map(([name]) => name) });
      const signature = { kind: 'signature', date: formatChineseDate(date) } as const;
      blocks.push({ kind: 'blank' }, author === '' ? signature : { ...signature, unit: author });
      kept.forEach(([name, table], i) => {
        const label = ATTACHMENT_LABEL + (kept.length > 1 ? i + 1 : '');
        blocks.push({ kind: 'attachment', label, title: name, table });
      });
      return ok({ document: { title, author, date, blocks }, usesStarter });
    },
  };
}

/** A cell's text on one line, without the stop that would end the sentence it is put in. */
export function inSentence(text: string): string {
  return linesOf(text)
    .join('')
    .replace(/[。；]$/, '');
}

/** The day of a date or an instant as the text writes it; `''` where there is none. */
export function dated(date: string | null): string {
  return date ? formatChineseDate(date.slice(0, 10)) : '';
}
