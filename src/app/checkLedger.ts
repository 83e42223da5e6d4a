/** 校验台账: runs every rule, and writes what each issue's row should show (提示, 措施进度, 佐证). */
import { checkLedger as findingsOf } from '../checks/catalogue';
import type { Finding } from '../checks/finding';
import { type Change, setRecord } from '../ledger/changes';
import { ok, type Result } from '../ledger/fault';
import type { Ledger } from '../ledger/ledger';
import { readLedger } from '../ledger/read';
import { TABS } from '../ledger/schema';
import { dashboardRows } from '../progress/dashboard';
import { statisticsOf } from '../progress/statistics';
import type { LedgerDate } from '../text/dates';
import { hintOf } from './hint';
import type { Ports } from './ports';

export interface CheckSummary {
  errors: number;
  warnings: number;
  notes: number;
  findings: Finding[];
}

export function checkLedger(ports: Ports): Result<CheckSummary> {
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read({ formulas: true });
    const { ledger, faults, settingRows } = readLedger(snapshot);
    const today = ports.clock.today();
    const findings = findingsOf(ledger, faults, today, settingRows);
    const written = ports.workbook.commit(snapshot, [
      ...rowSummaries(ledger, findings, today),
      { kind: 'draw', rows: dashboardRows(statisticsOf(ledger, today), ledger.settings, today) },
    ]);
    if (!written.ok) return written;
    return ok(summaryOf(findings));
  });
}

export function summaryOf(findings: Finding[]): CheckSummary {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), notes: count('note'), findings };
}

/** The system cells that summarise an issue in its own row, where they differ from what stands there. */
export function rowSummaries(ledger: Ledger, findings: readonly Finding[], today: LedgerDate): Change[] {
  const measures = countBy(ledger.measures.records.filter(({ state }) => state !== '已取消').map(({ issue }) => issue));
  const done = countBy(ledger.measures.records.filter(({ state }) => state === '已完成').map(({ issue }) => issue));
  const evidence = countBy(ledger.evidence.records.map(({ issue }) => issue));
  const byIssue = new Map<string, Finding[]>();
  for (const finding of findings.filter(({ tab }) => tab === TABS.issues.title)) {
    const keys = finding.alike ? [finding.key, ...finding.related] : [finding.key];
    for (const key of keys) byIssue.set(key, [...(byIssue.get(key) ?? []), finding]);
  }
  return ledger.issues.records.flatMap((issue, index) =>
    setRecord(ledger.issues, index, {
      measureProgress: `${done.get(issue.number) ?? 0}/${measures.get(issue.number) ?? 0}`,
      evidenceCount: evidence.get(issue.number) ?? 0,
      hints: hintOf(issue, byIssue.get(String(issue.number)) ?? [], ledger.settings, today),
    }),
  );
}

function countBy(values: readonly (number | null)[]): Map<number | null, number> {
  const counts = new Map<number | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
