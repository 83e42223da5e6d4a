/** 对账: what a published report says, sentence by sentence, against what was generated then and would be now. */

import { readSource } from '../../intake/source';
import { ok, type Result, refuse } from '../../ledger/fault';
import { readLedger } from '../../ledger/read';
import type { ReportEntry } from '../../ledger/schema';
import { linesOfReport, reconcile } from '../../report/reconcile';
import type { Gives, Takes } from '../contract';
import type { Ports } from '../ports';
import { askedIn } from './asked';
import { makeReport } from './make';
import { baseLines, filesOf } from './versions';
import { FAULTS } from './wording';

/** 报告登记 as a list to choose from, the last first. */
export function listReports(ports: Ports): Result<Gives<'listReports'>> {
  const { ledger } = readLedger(ports.workbook.read());
  const entries = ledger.reports.records.map((entry) => ({
    version: entry.version ?? 0,
    kind: entry.kind,
    variant: entry.variant,
    state: entry.state,
    generatedAt: entry.generatedAt,
    generatedBy: entry.generatedBy,
    ...linksOf(entry),
    hasBase: baseLines(ledger, entry.version).length > 0,
  }));
  return ok(entries.reverse());
}

/**
 * Compares a version (the last one that can be, when none is named) with the ledger: its Google Doc, or a file given.
 * Reads only. Refused: no such version, one without a document, and what reading the file refuses.
 */
export function reconcileReport(ports: Ports, { version, file }: Takes<'reconcile'>): Result<Gives<'reconcile'>> {
  const { ledger } = readLedger(ports.workbook.read());
  const fits = (entry: ReportEntry): boolean =>
    version === undefined ? askedIn(entry) !== undefined : entry.version === version;
  const entry = ledger.reports.records.filter(fits).pop();
  if (entry === undefined && version !== undefined) return refuse(FAULTS.noVersion(version));
  if (entry === undefined && file === undefined) return refuse(FAULTS.noReports);
  const asked = entry === undefined ? { kind: 'public' as const } : askedIn(entry);
  const number = entry?.version ?? 0;
  if (asked === undefined) return refuse(FAULTS.notComparable(number, entry?.kind ?? ''));
  const base = entry === undefined ? [] : baseLines(ledger, entry.version);
  if (entry !== undefined && base.length === 0) return refuse(FAULTS.superseded(number));
  const published = file === undefined ? documentOf(ports, entry) : fileOf(ports, file);
  if (!published.ok) return published;
  const made = makeReport(ports, ledger, asked);
  if (!made.ok) return made;
  const compared = reconcile(base, published.value, linesOfReport(made.value.document));
  return ok({ version: entry?.version ?? null, kind: entry?.kind ?? '', ...compared });
}

function documentOf(ports: Ports, entry: ReportEntry | undefined): Result<string[]> {
  const id = entry === undefined ? '' : filesOf(entry).document;
  return id === '' ? refuse(FAULTS.noDocument(entry?.version ?? 0)) : ports.files.readDocument(id);
}

function fileOf(ports: Ports, { name, base64 }: { name: string; base64: string }): Result<string[]> {
  const bytes = ports.files.fromBase64(base64);
  if (bytes === undefined) return refuse(FAULTS.brokenUpload(name));
  const read = readSource({ name, bytes }, (some) => ports.files.decodeGb18030(some));
  return read.ok ? ok(read.value.map(({ text }) => text)) : read;
}

function linksOf({ files }: Pick<ReportEntry, 'files'>): { docx: string; document: string } {
  const links = files.split('\n');
  const document = links.find((link) => link.includes('/document/d/')) ?? '';
  return { docx: links.find((link) => link !== document) ?? '', document };
}
