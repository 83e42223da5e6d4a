/** 生成报告: composes the report from the ledger, stores it, and enters it in 报告登记. */
import { type Fault, ok, type Result } from '../ledger/fault';
import { readLedger } from '../ledger/read';
import { composeReport } from '../report/compose';
import { textOf } from '../report/text';
import type { Gives, Takes } from './contract';
import { shownFindings } from './findings';
import type { Ports } from './ports';
import { storeReport } from './storeReport';

export const VARIANTS = { 'four-part': '四部分', 'two-part': '两部分', 'statistics-first': '统计在前' } as const;
const KINDS = { public: '社会公开通报' } as const;

export type ReportSummary = Gives<'generateReport'>;
type Argument = Takes<'generateReport'>;

export function generateReport(ports: Ports, argument: Argument): Result<ReportSummary> {
  return ports.exclusively((): Result<ReportSummary> => {
    const snapshot = ports.workbook.read();
    const reading = readLedger(snapshot);
    const today = ports.clock.today();
    const status: ReportSummary['status'] = argument.final ? 'final' : 'draft';
    const nothing = (refused: Fault[]) =>
      ok({ status, docx: null, document: null, text: null, refused } satisfies ReportSummary);
    if (argument.final) {
      const errors = shownFindings(reading, today).filter(
        ({ severity, waiver }) => severity === 'error' && waiver === null,
      );
      if (errors.length > 0) {
        return nothing(errors.map(({ code, message, tab, cell, key }) => ({ code, message, tab, cell, key })));
      }
    }
    const variant = argument.variant === undefined ? {} : { variant: VARIANTS[argument.variant] };
    const composed = composeReport(reading.ledger, { kind: argument.kind, ...variant, today });
    if (!composed.ok) return nothing(composed.faults);
    const { title } = composed.value;
    const kind = KINDS[argument.kind];
    const stored = storeReport(ports, snapshot, reading.ledger, {
      document: composed.value,
      name: title === '' ? reading.ledger.settings.unit + kind : title,
      kind,
      state: argument.final ? '定稿' : '草稿',
    });
    return stored.ok ? ok({ status, ...stored.value, text: textOf(composed.value), refused: [] }) : stored;
  });
}
