/** 侧栏随行: which issue the person stands on, standing them on a cell, and who they are. */
import { ok, type Result, refuse } from '../ledger/fault';
import { readLedger } from '../ledger/read';
import { TABS } from '../ledger/schema';
import type { Gives, Takes } from './contract';
import type { Ports } from './ports';

/** The issue whose row, or one of whose measures' or evidence's rows, the active cell is in. */
export function selection(ports: Ports): Result<Gives<'selection'>> {
  const { tab, row } = ports.view.standing();
  const followed: string[] = [TABS.issues.title, TABS.measures.title, TABS.evidence.title];
  if (row < 2 || !followed.includes(tab)) return ok({ tab, row, issue: null });
  const { ledger } = readLedger(ports.workbook.read());
  const issue =
    tab === TABS.issues.title
      ? ledger.issues.records[ledger.issues.rows.indexOf(row)]?.number
      : tab === TABS.measures.title
        ? ledger.measures.records[ledger.measures.rows.indexOf(row)]?.issue
        : ledger.evidence.records[ledger.evidence.rows.indexOf(row)]?.issue;
  return ok({ tab, row, issue: issue ?? null });
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
