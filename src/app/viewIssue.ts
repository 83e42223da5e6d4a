/** 侧栏的一个问题: everything about one issue in one answer. */
import { type Fault, ok, type Result, refuse } from '../ledger/fault';
import { a1 } from '../ledger/grid';
import type { Ledger, Table } from '../ledger/ledger';
import { type LedgerReading, readLedger } from '../ledger/read';
import { type ColumnId, type Issue, TABS, type TabId } from '../ledger/schema';
import { deadlineStatus } from '../progress/deadlines';
import type { LedgerDate } from '../text/dates';
import { dossiersOf } from '../workflow/dossier';
import { nameOf } from '../workflow/people';
import { worldOf } from './act';
import type { Gives, Takes } from './contract';
import { actionsView, courseView, periodsView } from './courseView';
import { fieldsOf } from './fields';
import { type ShownFinding, shownFindings } from './findings';
import type { Ports } from './ports';

export function viewIssue(ports: Ports, { issue }: Takes<'viewIssue'>): Result<Gives<'viewIssue'>> {
  const reading = readLedger(ports.workbook.read());
  const { issues } = reading.ledger;
  const at = issues.records.findIndex(({ number }) => number === issue);
  const record = issues.records[at];
  if (record === undefined) return refuse(noSuchIssue(issue));
  const world = worldOf(reading.ledger, ports);
  const dossier = dossiersOf(reading.ledger).get(issue);
  if (dossier === undefined) return refuse(noSuchIssue(issue));
  return ok({
    ...viewOf(reading, record, at, world.today, periodsView(dossier, world)),
    course: courseView(dossier, world),
    actions: actionsView(dossier, world, ports.actor(), ports.clock.now()),
  });
}

type View = Gives<'viewIssue'>;

function viewOf(
  reading: LedgerReading,
  issue: Issue,
  at: number,
  today: LedgerDate,
  periods: ReturnType<typeof periodsView>,
): Omit<View, 'course' | 'actions'> {
  const { ledger } = reading;
  const { word, days } = deadlineStatus(issue, today, ledger.settings.soonDays ?? 0);
  const measureIds = new Set(ledger.measures.records.filter((m) => m.issue === issue.number).map(({ id }) => id));
  const numbers = byNumber(ledger.issues.records).map(({ number }) => number ?? 0);
  const place = numbers.indexOf(issue.number ?? 0);
  const { title, aspect, state, deadline, leader, department, person, hints } = issue;
  return {
    number: issue.number ?? 0,
    title,
    aspect,
    state,
    deadline,
    daysLeft: days,
    due: word,
    leader,
    department,
    person,
    hints,
    cell: cellOf(ledger.issues, at, 'title'),
    fields: fieldsOf('issues', issue, ledger),
    measures: measuresOf(ledger, issue, periods),
    evidence: evidenceOf(ledger, issue),
    history: historyOf(ledger, issue, measureIds),
    findings: shownFindings(reading, today).filter((finding) => concerns(finding, issue, measureIds)),
    previous: numbers[place - 1] ?? null,
    next: numbers[place + 1] ?? null,
  };
}

function measuresOf(ledger: Ledger, issue: Issue, periods: ReturnType<typeof periodsView>): View['measures'] {
  const { records } = ledger.measures;
  return records.flatMap((measure, at) => {
    if (measure.issue !== issue.number) return [];
    const { id, content, result, state, person, deadline } = measure;
    const evidence = ledger.evidence.records.filter((entry) => entry.measure === id).length;
    const cell = cellOf(ledger.measures, at, 'content');
    const fields = fieldsOf('measures', measure, ledger);
    return [{ id, content, result, state, person, deadline, evidence, periods: periods.get(id) ?? [], cell, fields }];
  });
}

function evidenceOf(ledger: Ledger, issue: Issue): Gives<'viewIssue'>['evidence'] {
  return ledger.evidence.records.flatMap((entry, at) => {
    if (entry.issue !== issue.number) return [];
    const { id, measure, type, name, date, location } = entry;
    return [{ id, measure, type, name, date, location, cell: cellOf(ledger.evidence, at, 'name') }];
  });
}

function historyOf(ledger: Ledger, issue: Issue, measureIds: ReadonlySet<string>): Gives<'viewIssue'>['history'] {
  const people = ledger.people.records;
  const subjects = new Set([
    `${TABS.issues.title} ${issue.number}`,
    ...[...measureIds].map((id) => `${TABS.measures.title} ${id}`),
  ]);
  return ledger.log.records
    .filter(({ subject }) => subjects.has(subject))
    .map(({ sequence, at, actor, actingFor, action, subject, from, to, reason }) => {
      const by =
        actingFor === '' ? nameOf(people, actor) : `${nameOf(people, actor)}（代${nameOf(people, actingFor)}）`;
      return { sequence: sequence ?? 0, at, actor: by, action, subject, from, to, reason };
    })
    .sort((a, b) => b.sequence - a.sequence);
}

/** A finding concerns an issue when it lies in its row, a measure's or an evidence's, or names one of them as alike. */
function concerns(finding: ShownFinding, issue: Issue, measureIds: ReadonlySet<string>): boolean {
  const keys = finding.alike ? [finding.key, ...finding.related] : [finding.key];
  if (finding.tab === TABS.issues.title) return keys.includes(String(issue.number));
  if (finding.tab === TABS.measures.title) return keys.some((key) => measureIds.has(key));
  return finding.tab === TABS.evidence.title && keys.some((key) => key.startsWith(`${issue.number}-`));
}

function cellOf<T extends TabId>(table: Table<T>, at: number, column: ColumnId<T>): string {
  return a1(table.rows[at] ?? 1, table.columns[column] ?? 0);
}

/** Issues in the order of their 编号. */
export function byNumber(issues: readonly Issue[]): Issue[] {
  return [...issues].sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
}

export function noSuchIssue(issue: number): Fault {
  return {
    code: 'no-such-issue',
    tab: TABS.issues.title,
    key: String(issue),
    message: `“${TABS.issues.title}”表没有编号${issue}，可能已被删除，请刷新侧栏。`,
  };
}
