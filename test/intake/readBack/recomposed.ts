/** The report of what intake proposes. */
import type { Proposal } from '../../../src/intake/proposal';
import { composeReport } from '../../../src/report/compose';
import { textOf } from '../../../src/report/text';
import { ledgerOf } from '../../support/ledgerOf';

/** The text of the report composed from a proposal's records; what is 未归位 is not printed. */
export function recomposed({ settings, narrative, issues }: Proposal): string {
  const ledger = ledgerOf({
    settings,
    narrative,
    issues: issues.map(({ measures: _, printed: __, statusWord: ___, ...issue }) => ({ ...issue, publicity: '公开' })),
    measures: issues.flatMap(({ number, measures }) =>
      measures.map(({ id, text }) => ({ id, issue: number, content: text })),
    ),
  });
  const report = composeReport(ledger, { kind: 'public', today: '2026-01-01' });
  return report.ok ? textOf(report.value) : report.faults.map(({ message }) => message).join('\n');
}
