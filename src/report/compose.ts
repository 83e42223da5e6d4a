/** Composes the report of a ledger: narrative, statistics and issues in the order and wording of its variant. */
import { ok, type Result, refuse } from '../ledger/fault';
import type { Ledger } from '../ledger/ledger';
import type { Issue, Narrative } from '../ledger/schema';
import type { Settings } from '../ledger/settings';
import { namesIn, type Stated, statedOf } from '../progress/statistics';
import { formatChineseDate, type LedgerDate } from '../text/dates';
import { arrangeIssues, openedUp, withheldIn } from './arrange';
import type { Block, ReportDocument } from './document';
import { issueBlocks, printedByIssue, publicityFaults } from './issues';
import { leadersNamed, ledgerTable } from './ledgerTable';
import { isPrinted, narrativeBlocks, type PrintedPart, plainBlocks, resolveNarrative } from './narrative';
import { startNumbering } from './numbering';
import { heading, paragraphs } from './paragraphs';
import { summaryText, wantsSummary } from './summary';
import { signatoryOf, titleLines, titleOf } from './title';
import {
  ATTACHMENT_LABEL,
  defaultHeading,
  ledgerTitle,
  PARTY_MARK,
  responsibleNote,
  withheldSentence,
} from './wording';

export interface ReportOptions {
  /**
   * `public` 社会公开通报: no names, no internal columns, issues as their 公开方式 says. `internal` 党内通报: the same
   * skeleton for the unit's party members, with all issues and outcomes in full, and who answers for each. 具体表现 and
   * 原因剖析 are in neither: the first is the inspectors' own text, which may name persons, clues and cases nobody has
   * announced; the second is for the committee and the 民主生活会.
   */
  kind: 'public' | 'internal';
  /** Instead of 设置 报告体例. */
  variant?: Settings['variant'];
  /** Today; the report's date where 设置 报告日期 is blank, and what 逾期 is reckoned from. */
  today: LedgerDate;
}

/**
 * The report as a value. Refused with one fault for each placeholder that is unknown, broken or without a value, and
 * for each 概括公开 without 公开表述. The text of a ledger that came from a published report is that report's text.
 */
export function composeReport(whole: Ledger, options: ReportOptions): Result<ReportDocument> {
  const internal = options.kind === 'internal';
  const ledger = internal ? openedUp(whole) : whole;
  const { settings, people } = ledger;
  const variant = options.variant ?? settings.variant;
  const date = settings.reportOn ?? options.today;
  // many a report states none of the counts
  let stated: Stated | undefined;
  const source = {
    ledger,
    date,
    get statistics() {
      stated ??= statedOf(ledger, options.today);
      return stated;
    },
  };
  const { rows, faults } = resolveNarrative(ledger, source);
  const refused = [...faults, ...publicityFaults(ledger)];
  if (refused.length > 0) return refuse(...refused);

  const measures = printedByIssue(ledger.measures.records);
  const sections = arrangeIssues(ledger.issues.records);
  const withheld = withheldIn(ledger.issues.records);
  const numbering = startNumbering();
  const blocks: Block[] = [];
  const inPart = (part: PrintedPart): Narrative[] => rows.filter((row) => row.part === part && isPrinted(row));
  const print = (part: PrintedPart): void => {
    const some = inPart(part);
    if (
      part !== '引言' &&
      part !== '结尾' &&
      (some.length > 0 || (part === '整改落实' && sections.length + withheld > 0))
    ) {
      if (variant === '统计在前') {
        // after the issues a part's own heading goes on among the aspects', or it would hang on the last issue
        const [first] = some;
        const after = part === '整改成效' || part === '下一步打算';
        if (after && isHeaded(some)) blocks.push(...heading(2, numbering.next(2) + (first?.title.trim() || part)));
        blocks.push(
          ...(isHeaded(some) ? withoutHeadings(some) : some.flatMap((row) => narrativeBlocks(row, numbering))),
        );
        return;
      }
      if (!isHeaded(some)) {
        blocks.push(...heading(1, numbering.next(1) + defaultHeading(part, variant, settings.inspectionKind)));
      }
    }
    blocks.push(...some.flatMap((row) => narrativeBlocks(row, numbering)));
  };

  const title = titleOf(settings);
  if (internal) blocks.push({ kind: 'mark', text: PARTY_MARK });
  if (title !== '') blocks.push({ kind: 'title', lines: titleLines(title, settings.unit) }, { kind: 'blank' });
  print('引言');
  print('组织整改');
  print('第一责任人');
  print('整改落实');
  const summary =
    ledger.issues.records.length > 0 && wantsSummary(settings, variant, rows)
      ? summaryText(source.statistics, settings)
      : '';
  blocks.push(...paragraphs([{ text: summary + withheldSentence(withheld) }]));
  const note = ({ leader, department }: Issue): string =>
    internal ? responsibleNote(leadersNamed(leader, people.records), namesIn(department).join('、')) : '';
  // one by one: thousands of issues are more than a call takes as arguments
  for (const block of issueBlocks(ledger, measures, sections, variant, numbering, note)) blocks.push(block);
  print('整改成效');
  print('下一步打算');
  print('结尾');
  blocks.push(...paragraphs([{ text: settings.contact }]));

  const attached = settings.attachment === '是' && sections.length > 0;
  const attachment = ledgerTitle(settings.inspectionKind);
  if (attached) blocks.push({ kind: 'blank' }, { kind: 'attachments', names: [attachment] });
  const author = signatoryOf(settings);
  blocks.push(...signature(settings, author, date));
  if (attached) {
    const table = ledgerTable(ledger, sections, measures);
    blocks.push({ kind: 'attachment', label: ATTACHMENT_LABEL, title: attachment, table });
  }
  return ok({ title, author, date, blocks });
}

/** Whether a part begins with a level-one heading of its own; what stands before a later one would hang on the part above. */
export function isHeaded(rows: readonly Narrative[]): boolean {
  return rows[0]?.level === '一、';
}

/** A part written for another variant, as plain paragraphs: numbers that hung under its dropped heading would mislead. */
function withoutHeadings(rows: readonly Narrative[]): Block[] {
  return rows.flatMap((row) => plainBlocks(row.level === '一、' ? { ...row, title: '' } : row));
}

function signature(settings: Settings, unit: string, date: LedgerDate): Block[] {
  if (settings.signature === '无') return [];
  const written = formatChineseDate(date);
  const named = settings.signature === '单位和日期' && unit !== '';
  return [{ kind: 'blank' }, named ? { kind: 'signature', unit, date: written } : { kind: 'signature', date: written }];
}
