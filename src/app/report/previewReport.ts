/** 预览报告: the report as it would be made now, as a page, and what the gate says of it; nothing is stored. */
import { ok, type Result } from '../../ledger/fault';
import { readLedger } from '../../ledger/read';
import { htmlOf } from '../../report/html';
import type { Gives, Takes } from '../contract';
import type { Ports } from '../ports';
import { gateOf } from './gate';
import { makeReport } from './make';

export function previewReport(ports: Ports, asked: Takes<'previewReport'>): Result<Gives<'previewReport'>> {
  const reading = readLedger(ports.workbook.read());
  const made = makeReport(ports, reading.ledger, asked);
  if (!made.ok) return made;
  const { document, usesStarter } = made.value;
  const gate = gateOf(ports, reading, asked, made.value);
  return ok({ title: document.title, html: htmlOf(document), usesStarter, gate });
}
