/** 生成报告: composes the report from the ledger, stores it, and enters it in 报告登记. */
import { addRecord } from '../ledger/changes';
import { type Fault, ok, type Result } from '../ledger/fault';
import { type LedgerReading, readLedger } from '../ledger/read';
import { TABS } from '../ledger/schema';
import { composeReport } from '../report/compose';
import { writeDocx } from '../report/docx';
import { textOf } from '../report/text';
import { fingerprint } from '../workflow/chain';
import type { Gives, Takes } from './contract';
import { shownFindings } from './findings';
import { logged } from './logged';
import type { Ports, StoredFile } from './ports';

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
    const bytes = writeDocx(composed.value);
    const version = 1 + Math.max(0, ...reading.ledger.reports.records.map((report) => report.version ?? 0));
    const name = nameOf(reading, composed.value.title, argument, version);
    const stored = ports.files.storeReport(name, bytes);
    if (!stored.ok) return stored;
    const registered = ports.workbook.commit(
      snapshot,
      entriesFor(ports, reading, argument, version, bytes, stored.value),
    );
    if (!registered.ok) return registered;
    return ok({ status, ...stored.value, text: textOf(composed.value), refused: [] });
  });
}

function nameOf({ ledger }: LedgerReading, title: string, argument: Argument, version: number): string {
  const subject = title === '' ? `${ledger.settings.unit}${KINDS[argument.kind]}` : title;
  return `${subject}（${argument.final ? '定稿' : '草稿'}${version}）`;
}

function entriesFor(
  ports: Ports,
  { ledger }: LedgerReading,
  argument: Argument,
  version: number,
  bytes: Uint8Array,
  files: { docx: StoredFile; document: StoredFile },
) {
  const decidedOn = fingerprint(bytes);
  return [
    addRecord('reports', {
      version,
      kind: KINDS[argument.kind],
      generatedAt: ports.clock.now(),
      generatedBy: ports.actor(),
      files: `${files.docx.url}\n${files.document.url}`,
      fingerprint: decidedOn,
      basis: ledger.log.records.reduce((last, { sequence }) => Math.max(last, sequence ?? 0), 0),
      state: argument.final ? '定稿' : '草稿',
    }),
    ...logged(ports, ledger, {
      action: '报告',
      subject: `${TABS.reports.title} ${version}`,
      to: argument.final ? '定稿' : '草稿',
      decidedOn,
    }),
  ];
}
