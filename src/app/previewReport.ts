/** 预览报告: the report as it would be made now, as a page; nothing is stored. */
import { ok, type Result } from '../ledger/fault';
import { readLedger } from '../ledger/read';
import { composeReport } from '../report/compose';
import { htmlOf } from '../report/html';
import type { Gives, Takes } from './contract';
import { VARIANTS } from './generateReport';
import type { Ports } from './ports';

export function previewReport(ports: Ports, { kind, variant }: Takes<'previewReport'>): Result<Gives<'previewReport'>> {
  const { ledger } = readLedger(ports.workbook.read());
  const shape = variant === undefined ? {} : { variant: VARIANTS[variant] };
  const composed = composeReport(ledger, { kind, ...shape, today: ports.clock.today() });
  return composed.ok ? ok({ title: composed.value.title, html: htmlOf(composed.value) }) : composed;
}
