/** 新增问题、措施、佐证: a new record with the next number, which is never one that was used before. */
import { addRecord } from '../ledger/changes';
import type { ColumnValue } from '../ledger/columns';
import { ok, type Result, refuse } from '../ledger/fault';
import type { Ledger } from '../ledger/ledger';
import { readLedger } from '../ledger/read';
import { recordOf } from '../ledger/records';
import { TABS } from '../ledger/schema';
import type { Gives, Takes } from './contract';
import { fieldsOf } from './fields';
import { logged } from './logged';
import type { Ports } from './ports';
import { readFields } from './saveRecord';
import { noSuchIssue } from './viewIssue';

type Added = Result<{ key: string }>;
type Kind = 'issues' | 'measures' | 'evidence';

export function addIssue(ports: Ports, { values }: Takes<'addIssue'>): Added {
  return add(ports, 'issues', values, (ledger, given) => {
    const number = 1 + Math.max(highestLogged(ledger), ...ledger.issues.records.map((issue) => issue.number ?? 0));
    return ok({
      key: String(number),
      record: {
        ...given,
        number,
        state: '未启动',
        round: 1,
        firstDeadline: given.deadline ?? null,
        evidenceCount: 0,
        measureProgress: '0/0',
      },
    });
  });
}

export function addMeasure(ports: Ports, { issue, values }: Takes<'addMeasure'>): Added {
  return add(ports, 'measures', values, (ledger, given) => {
    if (!hasIssue(ledger, issue)) return refuse(noSuchIssue(issue));
    const id = nextId(
      `${issue}-`,
      ledger.measures.records.map((measure) => measure.id),
      1,
    );
    return ok({ key: id, record: { state: '未开始', period: '一次', ...withoutBlanks(given), id, issue } });
  });
}

export function addEvidence(ports: Ports, { issue, measure, values }: Takes<'addEvidence'>): Added {
  return add(ports, 'evidence', values, (ledger, given) => {
    if (!hasIssue(ledger, issue)) return refuse(noSuchIssue(issue));
    const prefix = measure === '' ? `${issue}-0-` : `${measure}-`;
    const id = nextId(
      prefix,
      ledger.evidence.records.map((entry) => entry.id),
      2,
    );
    const stamp = { registeredBy: ports.actor(), registeredAt: ports.clock.now() };
    return ok({ key: id, record: { ...given, ...stamp, id, issue, measure } });
  });
}

/** Blank fields of a new record, for a form. */
export function blankRecord(ports: Ports, { tab }: Takes<'blankRecord'>): Result<Gives<'blankRecord'>> {
  const { ledger } = readLedger(ports.workbook.read());
  const fields = {
    issues: () => fieldsOf('issues', recordOf('issues'), ledger),
    measures: () => fieldsOf('measures', recordOf('measures'), ledger),
    evidence: () => fieldsOf('evidence', recordOf('evidence'), ledger),
  };
  const byProgram = new Set<string>([...TABS[tab].key, ...(tab === 'issues' ? [] : ['issue', 'measure'])]);
  return ok(fields[tab]().filter(({ id, system }) => !system && !byProgram.has(id)));
}

type Given = Readonly<Record<string, ColumnValue>>;

function add(
  ports: Ports,
  tab: Kind,
  fields: Takes<'addIssue'>['values'],
  complete: (ledger: Ledger, given: Given) => Result<{ key: string; record: Given }>,
): Added {
  const given = readFields(tab, fields);
  if (!given.ok) return given;
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read();
    const { ledger } = readLedger(snapshot);
    const completed = complete(ledger, given.value);
    if (!completed.ok) return completed;
    const { key, record } = completed.value;
    const subject = `${TABS[tab].title} ${key}`;
    const entry =
      tab === 'issues'
        ? { action: '建立' as const, subject, to: '未启动', reason: '新增问题', round: 1 }
        : { action: '修改' as const, subject, reason: '新增' };
    const written = ports.workbook.commit(snapshot, [addRecord(tab, record), ...logged(ports, ledger, entry)]);
    return written.ok ? ok({ key }) : written;
  });
}

function hasIssue(ledger: Ledger, issue: number): boolean {
  return ledger.issues.records.some(({ number }) => number === issue);
}

/** The highest issue number the log knows, so that the number of a deleted issue is not given again. */
function highestLogged(ledger: Ledger): number {
  const prefix = `${TABS.issues.title} `;
  return ledger.log.records.reduce((highest, { subject }) => {
    const number = subject.startsWith(prefix) ? Number(subject.slice(prefix.length)) : 0;
    return Number.isInteger(number) ? Math.max(highest, number) : highest;
  }, 0);
}

/** The next id after the highest that begins with the prefix: `3-` → `3-4`, `3-2-` → `3-2-05`. */
function nextId(prefix: string, ids: readonly string[], digits: number): string {
  const numbers = ids.filter((id) => id.startsWith(prefix)).map((id) => Number(id.slice(prefix.length)));
  const next = 1 + Math.max(0, ...numbers.filter((number) => Number.isInteger(number)));
  return `${prefix}${String(next).padStart(digits, '0')}`;
}

function withoutBlanks(given: Given): Given {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '' && value !== null));
}
