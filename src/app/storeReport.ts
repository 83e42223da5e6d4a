/** A composed document is stored in Drive, and entered in 报告登记 and 办理记录. */
import { addRecord } from '../ledger/changes';
import { ok, type Result } from '../ledger/fault';
import type { Snapshot } from '../ledger/grid';
import type { Ledger } from '../ledger/ledger';
import { TABS } from '../ledger/schema';
import type { ReportDocument } from '../report/document';
import { writeDocx } from '../report/docx';
import { fingerprint } from '../workflow/chain';
import { logged } from './logged';
import type { Ports, StoredFile } from './ports';

export interface Entered {
  document: ReportDocument;
  /** Name of its files, without state and version. */
  name: string;
  /** 种类 in 报告登记, and 事由类别 of its log row. */
  kind: string;
  state: '草稿' | '定稿';
  /** 事由 of the log row. */
  reason?: string;
}

/** 2 calls to store the .docx and the Google Doc, and those of one commit. */
export function storeReport(
  ports: Ports,
  snapshot: Snapshot,
  ledger: Ledger,
  { document, name, kind, state, reason = '' }: Entered,
): Result<{ docx: StoredFile; document: StoredFile }> {
  const bytes = writeDocx(document);
  const version = 1 + Math.max(0, ...ledger.reports.records.map((report) => report.version ?? 0));
  const stored = ports.files.storeReport(`${name}（${state}${version}）`, bytes);
  if (!stored.ok) return stored;
  const decidedOn = fingerprint(bytes);
  const registered = ports.workbook.commit(snapshot, [
    addRecord('reports', {
      version,
      kind,
      generatedAt: ports.clock.now(),
      generatedBy: ports.actor(),
      files: `${stored.value.docx.url}\n${stored.value.document.url}`,
      fingerprint: decidedOn,
      basis: ledger.log.records.reduce((last, { sequence }) => Math.max(last, sequence ?? 0), 0),
      state,
    }),
    ...logged(ports, ledger, {
      action: '报告',
      subject: `${TABS.reports.title} ${version}`,
      to: state,
      reasonClass: kind,
      reason,
      decidedOn,
    }),
  ]);
  return registered.ok ? ok(stored.value) : registered;
}
