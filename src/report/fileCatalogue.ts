/** 档案目录: 一问题一档案, for each issue a table of its evidence by class; an internal document, with all issues. */
import type { Ledger } from '../ledger/ledger';
import { EVIDENCE_TYPES, type Evidence } from '../ledger/schema';
import { byNumber, grouped } from '../progress/grouping';
import { formatChineseDate, type LedgerDate } from '../text/dates';
import { LINE_END, normaliseParagraph } from '../text/punctuation';
import type { Block, ReportDocument, Table } from './document';
import { heading, linesOf, paragraphs } from './paragraphs';
import { titleLines } from './title';
import { CATALOGUE, CATALOGUE_HEADERS } from './wording';

type Entry = readonly [header: string, share: number, align: 'left' | 'center'];

/** Widths in millimetres of the type area's 156. */
const COLUMNS: readonly Entry[] = [
  [CATALOGUE_HEADERS.type, 20, 'center'],
  [CATALOGUE_HEADERS.piece, 11, 'center'],
  [CATALOGUE_HEADERS.name, 39, 'left'],
  [CATALOGUE_HEADERS.documentNumber, 24, 'left'],
  [CATALOGUE_HEADERS.date, 24, 'center'],
  [CATALOGUE_HEADERS.place, 38, 'left'],
];
const ELECTRONIC = /https?:\/\//i;

/**
 * The catalogue of one issue, or of all by 编号, with evidence of issues the ledger lacks at its end. `rows` counts the
 * evidence. 件号 runs on within an issue, by class in the order of 类型, then by date and 材料编号.
 */
export function fileCatalogueOf(
  ledger: Ledger,
  today: LedgerDate,
  issue?: number,
): { rows: number; document: ReportDocument } {
  const { settings } = ledger;
  const wanted = issue === undefined ? () => true : (number: number | null) => number === issue;
  const issues = byNumber(
    ledger.issues.records.filter(({ number }) => wanted(number)),
    ({ number }) => number,
  );
  const evidence = ledger.evidence.records.filter((entry) => wanted(entry.issue));
  const byIssue = grouped(evidence, (entry) => [entry.issue]);
  const unit = normaliseParagraph(settings.unit);
  const title = unit + CATALOGUE.title(settings.inspectionKind);
  const blocks: Block[] = [{ kind: 'title', lines: titleLines(title, unit) }, { kind: 'blank' }];
  const electronic = evidence.filter(({ location }) => ELECTRONIC.test(location)).length;
  const summary =
    issues.length === 0 && evidence.length === 0
      ? CATALOGUE.blank
      : CATALOGUE.summary(formatChineseDate(today), issues.length, evidence.length, electronic);
  blocks.push(...paragraphs([{ text: summary }]));
  const print = (head: string, entries: readonly Evidence[]): void => {
    blocks.push(...heading(1, head));
    if (entries.length === 0) blocks.push(...paragraphs([{ text: CATALOGUE.noEvidence }]));
    else blocks.push({ kind: 'table', table: tableOf(entries) });
  };
  for (const { number, title: name } of issues) {
    print(CATALOGUE.issue(number, linesOf(name).join('')), byIssue.get(number) ?? []);
    byIssue.delete(number);
  }
  for (const [number, entries] of byIssue) print(CATALOGUE.unknownIssue(number), entries);
  return { rows: evidence.length, document: { title, author: unit, date: today, blocks } };
}

function tableOf(entries: readonly Evidence[]): Table {
  const place = ({ type }: Evidence): number => (type === '' ? EVIDENCE_TYPES.length : EVIDENCE_TYPES.indexOf(type));
  const order = [...entries].sort(
    (a, b) => place(a) - place(b) || compare(a.date ?? '9999', b.date ?? '9999') || compare(a.id, b.id),
  );
  return {
    columns: COLUMNS.map(([header, share, align]) => ({ header, share, align })),
    rows: order.map((entry, i) => [
      entry.type || CATALOGUE.noType,
      String(i + 1),
      linesOf(entry.name).join('\n'),
      linesOf(entry.documentNumber).join('\n'),
      entry.date ?? '',
      placeOf(entry),
    ]),
  };
}

/** Paper by its pages and where it is filed, an electronic file by its link. */
function placeOf({ pages, location }: Evidence): string {
  // a link is not normalised as a text is, or it would open nothing
  const places = location.split(LINE_END).map((line) => line.trim());
  return [pages === null ? '' : CATALOGUE.pages(pages), ...places].filter((line) => line !== '').join(' ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
