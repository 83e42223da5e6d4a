/** 校验台账: runs every rule, and writes what each issue's row should show (提示, 措施进度, 佐证), 看板, and the looks a paste carried away. */
import { type Change, setRecord } from '../ledger/changes';
import { ok, type Result } from '../ledger/fault';
import type { Ledger } from '../ledger/ledger';
import { readLedger } from '../ledger/read';
import { TABS } from '../ledger/schema';
import { type Course, newCourse } from '../workflow/course';
import { cellsOf } from '../workflow/decide';
import { dossiersOf } from '../workflow/dossier';
import { differencesIn } from '../workflow/verify';
import { worldOf } from './act';
import type { Gives } from './contract';
import { type ShownFinding, shownFindings } from './findings';
import { hintOf } from './hint';
import { issueRows } from './issueRows';
import { logged } from './logged';
import { offerOperations } from './operations';
import type { Ports, Step } from './ports';
import { drawn } from './refreshDashboard';
import { applied, staleAttempts } from './stale';

export type CheckSummary = Gives<'checkLedger'>;

export function checkLedger(ports: Ports): Result<CheckSummary> {
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read({ formulas: true, objects: true });
    const reading = readLedger(snapshot);
    const today = ports.clock.today();
    const stale = staleAttempts(ports, reading.ledger, []);
    const changes = [...stale.changes.map(withoutHint), ...logged(ports, reading.ledger, ...stale.drafts)];
    const ledger = applied(reading.ledger, changes);
    const findings = shownFindings({ ...reading, ledger }, today);
    const written = ports.workbook.commit(snapshot, [
      { kind: 'repair' },
      ...changes,
      ...afterCheck(ports, ledger, findings),
    ]);
    return written.ok ? ok(summaryOf(findings)) : written;
  });
}

/** A check writes every hint itself, and a cell is written once. */
function withoutHint(change: Change): Change {
  if (change.kind !== 'set') return change;
  const { hints: _, ...values } = change.values;
  return { ...change, values };
}

/** Counts what still stands; a waived finding is counted apart. */
export function summaryOf(findings: ShownFinding[]): CheckSummary {
  const standing = findings.filter(({ waiver }) => waiver === null);
  const count = (severity: ShownFinding['severity']) =>
    standing.filter((finding) => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    waived: findings.length - standing.length,
    findings,
  };
}

/** The system cells that summarise the ledger, where they differ from what stands there, and the dashboard. */
export function afterCheck(ports: Ports, ledger: Ledger, findings: readonly ShownFinding[]): Step[] {
  const byIssue = findingsByIssue(findings);
  const dossiers = dossiersOf(ledger);
  const courses = new Map([...dossiers].map(([number, { course }]) => [number, course]));
  const world = worldOf(ledger, ports);
  const rows = issueRows(ledger, dossiers, world, (issue, course, signers) =>
    hintOf(issue, byIssue.get(String(issue.number)) ?? [], ledger.settings, world.today, course, signers),
  );
  return [
    ...rows,
    ...restored(ledger, findings, courses),
    ...offerOperations(ledger, courses),
    drawn(ports, ledger, courses, false),
  ];
}

/** System cells put back to what the log says; a log that is not intact puts back nothing. */
function restored(ledger: Ledger, findings: readonly ShownFinding[], courses: ReadonlyMap<number, Course>): Change[] {
  if (findings.some(({ code }) => code === 'log-broken')) return [];
  const places = differencesIn(ledger).flatMap(({ at, column }) => (column === 'deadline' ? [] : [at]));
  return [...new Set(places)].flatMap((at) => {
    const course = courses.get(ledger.issues.records[at]?.number ?? 0) ?? newCourse();
    const first = course.firstDeadline === null ? {} : { firstDeadline: course.firstDeadline };
    return setRecord(ledger.issues, at, { ...cellsOf(course), ...first });
  });
}

function findingsByIssue(findings: readonly ShownFinding[]): Map<string, ShownFinding[]> {
  const byIssue = new Map<string, ShownFinding[]>();
  for (const finding of findings) {
    if (finding.tab !== TABS.issues.title || finding.waiver !== null) continue;
    const keys = finding.alike ? [finding.key, ...finding.related] : [finding.key];
    for (const key of keys) {
      const found = byIssue.get(key);
      if (found === undefined) byIssue.set(key, [finding]);
      else found.push(finding);
    }
  }
  return byIssue;
}
