/** Reports with a narrative of their own in 报告素材, around what the ledger tells; a starter stands in for missing rows. */
import { type Result, refuse } from '../../ledger/fault';
import type { Ledger } from '../../ledger/ledger';
import { recordOf } from '../../ledger/records';
import type { NarrativeKind } from '../../ledger/schema';
import { type Statistics, statisticsOf } from '../../progress/statistics';
import type { LedgerDate } from '../../text/dates';
import { isHeaded } from '../compose';
import { isPrinted, narrativeBlocks, type PrintedPart, resolveNarrative } from '../narrative';
import { heading } from '../paragraphs';
import { defaultHeading } from '../wording';
import { type Closing, type Page, startPage } from './page';
import { starterNarrative } from './starter';
import type { Composed } from './types';

/** What a report adds to its narrative. */
export interface Body extends Pick<Closing, 'attached' | 'author'> {
  title: string;
  /** Whom it is addressed to. */
  addressee?: string;
  /** Level-one heading of what the ledger tells, where the narrative's 整改落实 has none of its own. */
  heading: string;
  /** What the ledger tells, in headings of level two and below. */
  tell(page: Page, statistics: Statistics): void;
  /** Said after everything else. */
  contact?: string;
}

/** The ledger with the kind's starter text where it has no rows of that kind. */
export function withStarter(ledger: Ledger, kind: '' | NarrativeKind): { ledger: Ledger; usesStarter: boolean } {
  const { narrative, settings } = ledger;
  if (narrative.records.some((row) => row.kind === kind && row.part !== '未归位'))
    return { ledger, usesStarter: false };
  const starter = starterNarrative(kind, settings).map((row) => recordOf('narrative', row));
  const records = [...narrative.records, ...starter];
  return { ledger: { ...ledger, narrative: { ...narrative, records } }, usesStarter: true };
}

/** The report of a kind. Refused with the faults of its narrative's placeholders. */
export function narrated(plain: Ledger, kind: NarrativeKind, today: LedgerDate, body: Body): Result<Composed> {
  const { ledger, usesStarter } = withStarter(plain, kind);
  const { settings } = ledger;
  const statistics = statisticsOf(ledger, today);
  const { rows, faults } = resolveNarrative(ledger, { ledger, statistics, date: today }, kind);
  if (faults.length > 0) return refuse(...faults);

  const page = startPage(body.title, settings);
  const { blocks, numbering, say } = page;
  const print = (part: PrintedPart, fallback = ''): void => {
    const some = rows.filter((row) => row.part === part && isPrinted(row));
    const wanted = part === '整改落实' || some.length > 0;
    if (fallback !== '' && wanted && !isHeaded(some)) blocks.push(...heading(1, numbering.next(1) + fallback));
    blocks.push(...some.flatMap((row) => narrativeBlocks(row, numbering)));
  };
  const usual = (...parts: Parameters<typeof defaultHeading>[0][]): void => {
    for (const part of parts) print(part, defaultHeading(part, '四部分', settings.inspectionKind));
  };
  if (body.addressee !== undefined) {
    blocks.push({ kind: 'paragraph', flush: true, runs: [{ text: `${body.addressee}：` }] });
  }
  print('引言');
  usual('组织整改', '第一责任人');
  print('整改落实', body.heading);
  body.tell(page, statistics);
  usual('整改成效', '下一步打算');
  print('结尾');
  say(body.contact ?? '');
  return page.close(today, { ...body, usesStarter });
}
