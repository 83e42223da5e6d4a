/** 侧栏随行: which issue the person stands on, standing them on a cell, and who they are. */
import { ok, type Result, refuse } from '../ledger/fault';
import { readLedger } from '../ledger/read';
import { TABS } from '../ledger/schema';
import type { Gives, Takes } from './contract';
import type { Ports } from './ports';

/** Columns that name the issue and the measure of a row, by tab. */
const FOLLOWED: Readonly<Record<string, { issue: string; measure?: string }>> = {
  [TABS.issues.title]: { issue: TABS.issues.columns.number.header },
  [TABS.measures.title]: { issue: TABS.measures.columns.issue.header, measure: TABS.measures.columns.id.header },
  [TABS.evidence.title]: { issue: TABS.evidence.columns.issue.header, measure: TABS.evidence.columns.measure.header },
};

/** The issue, and the measure, whose row the active cell is in. */
export function selection(ports: Ports): Result<Gives<'selection'>> {
  const { tab, row, header, cells } = ports.view.standing();
  const columns = row < 2 ? undefined : FOLLOWED[tab];
  const cellUnder = (title: string | undefined) => (title === undefined ? undefined : cells[header.indexOf(title)]);
  const issue = Number(cellUnder(columns?.issue) || Number.NaN);
  const measure = String(cellUnder(columns?.measure) ?? '');
  return ok({ tab, row, issue: Number.isInteger(issue) ? issue : null, measure: measure === '' ? null : measure });
}

export function jumpTo(ports: Ports, { tab, cell }: Takes<'jumpTo'>): Result<Gives<'jumpTo'>> {
  if (!/^[A-Z]{1,3}[1-9]\d{0,6}$/.test(cell) || !ports.view.show(tab, cell)) {
    return refuse({ code: 'no-such-cell', tab, message: `没有“${tab}”表的${cell}单元格，可能已被删除，请重新校验。` });
  }
  return ok({});
}

export function whoAmI(ports: Ports): Result<Gives<'whoAmI'>> {
  const { ledger } = readLedger(ports.workbook.read());
  const mail = ports.actor();
  const person = ledger.people.records.find((candidate) => candidate.mail !== '' && candidate.mail === mail);
  return ok({ mail, name: person?.name ?? '', role: person?.role ?? '', unit: ledger.settings.unit });
}
