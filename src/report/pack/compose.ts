/** 党组会材料: the report of a period to the unit's party body, an internal paper with names, reasons and pictures. */
import type { Ledger } from '../../ledger/ledger';
import { type Dashboard, dashboardOf } from '../../progress/dashboard';
import { byNumber } from '../../progress/grouping';
import { statisticsOf } from '../../progress/statistics';
import { formatChineseDate } from '../../text/dates';
import { dossiersOf } from '../../workflow/dossier';
import type { World } from '../../workflow/people';
import type { Block, ChartPicture, ReportDocument, Table } from '../document';
import { startNumbering } from '../numbering';
import { heading, paragraphs } from '../paragraphs';
import { partyBodyName, titleLines } from '../title';
import { ATTACHMENT_LABEL } from '../wording';
import { askedOf } from './asked';
import { happenedIn } from './happened';
import { overallOf } from './overall';
import type { Period } from './period';
import { closedTable, leaderTable, openTable, overdueOf, overdueTable } from './tables';
import { PACK } from './wording';

export interface Pack {
  document: ReportDocument;
  /** What the period closed, what is overdue today, and what is asked to be decided. */
  counts: { closed: number; overdue: number; asked: number };
}

/** The paper as of `world.today`; only what closed, ended or began anew is of the period. */
export function packOf(ledger: Ledger, world: World, period: Period): Pack {
  const { settings } = ledger;
  const { today } = world;
  const dossiers = dossiersOf(ledger);
  const courses = new Map([...dossiers].map(([number, { course }]) => [number, course]));
  const statistics = statisticsOf(ledger, today, courses);
  const happened = happenedIn(ledger.log.records, dossiers, world, period);
  const { closed, terminated, lastWords } = happened;
  const issues = byNumber(ledger.issues.records, ({ number }) => number);
  const overdue = overdueOf(issues, today);
  const asked = askedOf(
    byNumber([...dossiers.values()], ({ issue }) => issue.number),
    terminated,
    world,
  );

  const numbering = startNumbering();
  const title = settings.unit.trim() + PACK.title(settings.inspectionKind);
  const [from, to, on] = [period.from, period.to, today].map(formatChineseDate);
  const blocks: Block[] = [
    { kind: 'mark', text: PACK.internal },
    { kind: 'title', lines: titleLines(title, settings.unit) },
    { kind: 'blank' },
    ...paragraphs([{ text: PACK.scope(from ?? '', to ?? '', on ?? '') }]),
  ];
  const say = (...sentences: readonly string[]): void => {
    for (const text of sentences) blocks.push(...paragraphs([{ text }]));
  };
  const part = (id: keyof typeof PACK.headings): void => {
    blocks.push(...heading(1, numbering.next(1) + PACK.headings[id]));
  };
  /** A table, or 无 where it has no rows. */
  const tabulate = (table: Table): void => {
    if (table.rows.length === 0) say(PACK.none);
    else blocks.push({ kind: 'table', table });
  };

  part('overall');
  say(...overallOf(statistics));
  part('closed');
  const ongoing = closed.filter((one) => one.as === '长期坚持').length;
  const ended = [closed.length - ongoing, ongoing, terminated.length, happened.reopened] as const;
  if (ended.some((count) => count > 0)) say(PACK.happened(...ended));
  if (closed.length > 0 || ended.every((count) => count === 0)) tabulate(closedTable(closed));
  part('overdue');
  const [longest] = overdue;
  if (longest !== undefined) say(PACK.overdue(overdue.length, longest.days));
  tabulate(overdueTable(overdue, lastWords));
  part('asked');
  say(...(asked.length === 0 ? [PACK.none] : asked.map((matter) => numbering.next(3) + matter)));
  part('leaders');
  tabulate(leaderTable(statistics.leaders));
  if (statistics.leaders.reduce((sum, { total }) => sum + total, 0) > statistics.issues.total) say(PACK.severally);
  part('charts');
  const charts = picturesOf(dashboardOf(statistics, settings, today, ledger.snapshots.records));
  blocks.push(...charts.map((chart): Block => ({ kind: 'chart', chart })));
  if (charts.length === 0) say(PACK.none);

  const table = openTable(issues, dossiers, today, lastWords);
  if (table.rows.length > 0) {
    blocks.push({ kind: 'blank' }, { kind: 'attachments', names: [PACK.open] });
    blocks.push({ kind: 'attachment', label: ATTACHMENT_LABEL, title: PACK.open, table });
  }
  const counts = { closed: closed.length, overdue: overdue.length, asked: asked.length };
  return { document: { title, author: partyBodyName(settings), date: today, blocks }, counts };
}

/** The charts of 看板 with the values of the cells they show. */
function picturesOf({ rows, charts }: Dashboard): ChartPicture[] {
  return charts.map(({ form, title, alt, domain, series }) => {
    const cellsOf = ({ row, column, rows: count }: typeof domain) =>
      rows.slice(row, row + count).map((line) => line[column] ?? null);
    return {
      ...{ form, title, alt },
      categories: cellsOf(domain).slice(1).map(String),
      series: series.map((one) => {
        const [name, ...values] = cellsOf(one);
        return { name: String(name), values: values.map((value) => (typeof value === 'number' ? value : null)) };
      }),
    };
  });
}
