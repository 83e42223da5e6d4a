/** 校验台账: runs every rule, and writes what each issue's row should show (提示, 措施进度, 佐证), 看板, and the looks a paste carried away. */
import { type Change, setRecord } from '../ledger/changes';
import { ok, type Result } from '../ledger/fault';
import type { Ledger } from '../ledger/ledger';
import { readLedger } from '../ledger/read';
import { TABS } from '../ledger/schema';
import { dashboardRows } from '../progress/dashboard';
import { statisticsOf } from '../progress/statistics';
import type { LedgerDate } from '../text/dates';
import { type Course, coursesOf, newCourse } from '../workflow/course';
import { cellsOf } from '../workflow/decide';
import { differencesIn } from '../workflow/verify';
import type { Gives } from './contract';
import { type ShownFinding, shownFindings } from './findings';
import { hintOf } from './hint';
import { logged } from './logged';
import { offerOperations } from './operations';
import type { Ports } from './ports';
import { applied, staleAttempts } from './stale';

export type CheckSummary = Gives<'checkLedger'>;

export function checkLedger(ports: Ports): Result<CheckSummary> {
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read({ formulas: true });
    const reading = readLedger(snapshot);
    const today = ports.clock.today();
    const stale = staleAttempts(ports, reading.ledger, []);
    const log = logged(ports, reading.ledger, ...stale.drafts);
    const ledger = applied(reading.ledger, [...stale.changes, ...log]);
    const findings = shownFindings({ ...reading, ledger }, today);
    const written = ports.workbook.commit(snapshot, [
      { kind: 'repair' },
      ...stale.changes,
      ...log,
      ...afterCheck(ledger, findings, today),
    ]);
    return written.ok ? ok(summaryOf(findings)) : written;
  });
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
export function afterCheck(ledger: Ledger, findings: readonly ShownFinding[], today: LedgerDate): Change[] {
  const measures = countBy(ledger.measures.records.filter(({ state }) => state !== '已取消').map(({ issue }) => issue));
  const done = countBy(ledger.measures.records.filter(({ state }) => state === '已完成').map(({ issue }) => issue));
  const evidence = countBy(ledger.evidence.records.map(({ issue }) => issue));
  const byIssue = findingsByIssue(findings);
  const courses = coursesOf(ledger.log.records);
  const rows = ledger.issues.records.flatMap((issue, index) =>
    setRecord(ledger.issues, index, {
      measureProgress: `${done.get(issue.number) ?? 0}/${measures.get(issue.number) ?? 0}`,
      evidenceCount: evidence.get(issue.number) ?? 0,
      hints: hintOf(
        issue,
        byIssue.get(String(issue.number)) ?? [],
        ledger.settings,
        today,
        courses.get(issue.number ?? 0),
      ),
    }),
  );
  return [
    ...rows,
    ...restored(ledger, findings, courses),
    ...offerOperations(ledger, courses),
    { kind: 'draw', rows: dashboardRows(statisticsOf(ledger, today), ledger.settings, today) },
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

function countBy(values: readonly (number | null)[]): Map<number | null, number> {
  const counts = new Map<number | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
