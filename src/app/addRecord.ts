/** 新增问题、措施、佐证: a new record with the next number, which is never one that was used before. */
import { addRecord, type Change, setRecord } from '../ledger/changes';
import type { ColumnValue } from '../ledger/columns';
import { ok, type Result, refuse } from '../ledger/fault';
import type { Ledger } from '../ledger/ledger';
import { readLedger } from '../ledger/read';
import { recordOf } from '../ledger/records';
import { TABS } from '../ledger/schema';
import type { Gives, Takes } from './contract';
import { checksumBehind, storeUpload, uploadFaults } from './evidenceFiles';
import { fieldsOf } from './fields';
import { logged } from './logged';
import { offeredFrom } from './operations';
import type { Ports } from './ports';
import { readFields } from './saveRecord';
import { staleAttempts } from './stale';
import { noSuchIssue } from './viewIssue';

type Added = Result<{ key: string }>;
type Kind = 'issues' | 'measures' | 'evidence' | 'documents';

/** A new issue; with `document` the 收文 that starts it names the issue too, in the same commit. */
export function addIssue(ports: Ports, { values, document }: Takes<'addIssue'>): Added {
  return add(ports, 'issues', values, (ledger, given) => {
    const number = 1 + Math.max(highestLogged(ledger), ...ledger.issues.records.map((issue) => issue.number ?? 0));
    const link = document === undefined ? undefined : linkIssue(ledger, document, number);
    if (link !== undefined && !link.ok) return link;
    return ok({
      key: String(number),
      ...(link === undefined ? {} : { also: link.value }),
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

/** New evidence; a `file` is stored in its issue's folder first (storeUpload says why). At most 8 service calls. */
export function addEvidence(ports: Ports, { issue, measure, values, file }: Takes<'addEvidence'>): Added {
  const faults = file === undefined ? [] : uploadFaults(file, values);
  if (faults.length > 0) return refuse(...faults);
  return add(ports, 'evidence', values, (ledger, given) => {
    const owner = ledger.issues.records.find(({ number }) => number === issue);
    if (owner === undefined) return refuse(noSuchIssue(issue));
    const prefix = measure === '' ? `${issue}-0-` : `${measure}-`;
    const id = nextId(
      prefix,
      ledger.evidence.records.map((entry) => entry.id),
      2,
    );
    const stamp = { registeredBy: ports.actor(), registeredAt: ports.clock.now() };
    const record = { ...given, ...stamp, id, issue, measure };
    if (file === undefined) {
      return ok({ key: id, record: { ...record, checksum: checksumBehind(ports, String(given.location ?? '')) } });
    }
    const stored = storeUpload(ports, owner, id, file);
    if (!stored.ok) return stored;
    return ok({ key: id, record: { ...record, ...stored.value.values }, takeBack: stored.value.takeBack });
  });
}

/** Blank fields of a new record, for a form. */
export function blankRecord(ports: Ports, { tab }: Takes<'blankRecord'>): Result<Gives<'blankRecord'>> {
  const { ledger } = readLedger(ports.workbook.read());
  const fields = {
    issues: () => fieldsOf('issues', recordOf('issues'), ledger),
    measures: () => fieldsOf('measures', recordOf('measures'), ledger),
    evidence: () => fieldsOf('evidence', recordOf('evidence'), ledger),
    documents: () => fieldsOf('documents', recordOf('documents', { receivedOn: ports.clock.today() }), ledger),
  };
  const owned = tab === 'measures' || tab === 'evidence';
  const byProgram = new Set<string>([...TABS[tab].key, ...(owned ? ['issue', 'measure'] : [])]);
  return ok(fields[tab]().filter(({ id, system }) => !system && !byProgram.has(id)));
}

type Given = Readonly<Record<string, ColumnValue>>;

/** A change of a record that exists, with what its log row says. */
interface Linked {
  changes: Change[];
  subject: string;
  reason: string;
}

interface Completed {
  key: string;
  record: Given;
  /** Another record that changes with it. */
  also?: Linked;
  /** Undoes what was done outside the ledger, when the ledger refuses the record. */
  takeBack?: () => void;
}

/**
 * Adds a record with its log row, and what it makes void, in one commit. `complete` gives the key and the fields the
 * program fills in, or refuses.
 */
export function add(
  ports: Ports,
  tab: Kind,
  fields: Takes<'addIssue'>['values'],
  complete: (ledger: Ledger, given: Given) => Result<Completed>,
): Added {
  const given = readFields(tab, fields);
  if (!given.ok) return given;
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read();
    const { ledger } = readLedger(snapshot);
    const completed = complete(ledger, given.value);
    if (!completed.ok) return completed;
    const { key, record, also, takeBack } = completed.value;
    const subject = `${TABS[tab].title} ${key}`;
    const entry =
      tab === 'issues'
        ? {
            action: '建立' as const,
            subject,
            to: '未启动',
            reason: '新增问题',
            round: 1,
            deadline: dateIn(record.deadline),
          }
        : { action: '修改' as const, subject, reason: '新增' };
    const linked = also === undefined ? [] : [{ action: '修改' as const, subject: also.subject, reason: also.reason }];
    const dress = tab === 'issues' ? offeredFrom('未启动', ledger.settings) : undefined;
    const changes = [addRecord(tab, record, dress), ...(also?.changes ?? [])];
    const stale = staleAttempts(ports, ledger, changes);
    const written = ports.workbook.commit(snapshot, [
      ...changes,
      ...stale.changes,
      ...logged(ports, ledger, entry, ...linked, ...stale.drafts),
    ]);
    if (written.ok) return ok({ key });
    takeBack?.();
    return written;
  });
}

function dateIn(value: ColumnValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The 收文 that starts an issue names it among its 问题编号. */
function linkIssue({ documents }: Ledger, id: string, number: number): Result<Linked> {
  const { title } = TABS.documents;
  const at = documents.records.findIndex((record) => record.id.trim() === id.trim());
  const record = documents.records[at];
  if (id.trim() === '' || record === undefined) {
    const message = `“${title}”表没有收文编号“${id}”，问题没有新增；请刷新侧栏后重新选择来文。`;
    return refuse({ code: 'no-such-document', tab: title, key: id, message });
  }
  const issue = [record.issue.trim(), String(number)].filter((part) => part !== '').join('、');
  const changes = setRecord(documents, at, { issue });
  return ok({ changes, subject: `${title} ${record.id}`, reason: `关联问题${number}` });
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
export function nextId(prefix: string, ids: readonly string[], digits: number): string {
  const numbers = ids.filter((id) => id.startsWith(prefix)).map((id) => Number(id.slice(prefix.length)));
  const next = 1 + Math.max(0, ...numbers.filter((number) => Number.isInteger(number)));
  return `${prefix}${String(next).padStart(digits, '0')}`;
}

function withoutBlanks(given: Given): Given {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '' && value !== null));
}
