/** 收文登记: the register of incoming documents. */
import { ok, type Result } from '../ledger/fault';
import { a1 } from '../ledger/grid';
import { readLedger } from '../ledger/read';
import { TABS } from '../ledger/schema';
import { daysBetween } from '../text/dates';
import { add, nextId } from './addRecord';
import type { Gives, Takes } from './contract';
import type { Ports } from './ports';

type Listed = Gives<'listDocuments'>[number];

/**
 * A new incoming document, numbered by the year it came in (`2026-001`); without 收文日期 it came in today. A number
 * the log knows is never given again.
 */
export function addDocument(ports: Ports, { values }: Takes<'addDocument'>): Result<Gives<'addDocument'>> {
  return add(ports, 'documents', values, ({ documents, log }, given) => {
    const receivedOn = String(given.receivedOn || ports.clock.today());
    const subject = `${TABS.documents.title} `;
    const known = log.records.map((entry) =>
      entry.subject.startsWith(subject) ? entry.subject.slice(subject.length) : '',
    );
    const ids = documents.records.map(({ id }) => id.trim());
    const id = nextId(`${receivedOn.slice(0, 4)}-`, [...ids, ...known], 3);
    return ok({ key: id, record: { ...given, receivedOn, id } });
  });
}

/** The register: what is still to be settled by due date (none last), then what is settled, the latest first. */
export function listDocuments(ports: Ports): Result<Gives<'listDocuments'>> {
  const { documents } = readLedger(ports.workbook.read()).ledger;
  const today = ports.clock.today();
  const listed = documents.records.map((record, at): Listed => {
    const { id, sender, title, documentNumber, receivedOn, instruction, department, dueOn, settledOn } = record;
    const daysLeft = dueOn === null || settledOn !== null ? null : daysBetween(today, dueOn);
    const issues = [...new Set((record.issue.match(/\d+/g) ?? []).map(Number))];
    const cell = a1(documents.rows[at] ?? 1, documents.columns.title ?? 0);
    const shown = { id, sender, title, documentNumber, receivedOn, instruction, department, dueOn, settledOn };
    return { ...shown, daysLeft, issues, cell };
  });
  return ok(listed.sort(byUrgency));
}

function byUrgency(a: Listed, b: Listed): number {
  if (a.settledOn !== null || b.settledOn !== null) return compare(b.settledOn ?? '9999', a.settledOn ?? '9999');
  return compare(a.dueOn ?? '9999', b.dueOn ?? '9999') || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
