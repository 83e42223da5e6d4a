/** Applications whose content is no longer what was applied for: void, whoever changed it and by whatever way. */
import { type Change, setRecord } from '../ledger/changes';
import type { ColumnValue } from '../ledger/columns';
import type { Ledger, Table } from '../ledger/ledger';
import { keyOf, recordOf } from '../ledger/records';
import type { RecordOf, TabId } from '../ledger/schema';
import type { LogDraft } from '../workflow/chain';
import { voidedBy } from '../workflow/decide';
import { dossiersOf } from '../workflow/dossier';
import { hintAfter } from './hint';
import { choicesFor } from './operations';
import type { Ports } from './ports';

export interface Stale {
  drafts: LogDraft[];
  changes: Change[];
  /** One sentence for each application that became void. */
  messages: string[];
}

/** What the changes make void, and what was void already, as log rows and cells to be written in the same commit. */
export function staleAttempts(ports: Ports, ledger: Ledger, changes: readonly Change[]): Stale {
  const stamp = { by: ports.actor(), now: ports.clock.now() };
  const today = ports.clock.today();
  const stale: Stale = { drafts: [], changes: [], messages: [] };
  for (const dossier of dossiersOf(applied(ledger, changes)).values()) {
    const decision = voidedBy(stamp, dossier);
    if (decision === undefined) continue;
    const { issue, at } = dossier;
    const hints = hintAfter({ ...issue, ...decision.values }, ledger.settings, today, decision.course, []);
    stale.drafts.push(...decision.drafts);
    stale.messages.push(decision.message);
    stale.changes.push(...setRecord(ledger.issues, at, { ...decision.values, hints }), {
      kind: 'dress',
      tab: 'issues',
      key: String(issue.number ?? ''),
      row: ledger.issues.rows[at] ?? 0,
      column: 'operation',
      note: `【办理】${stamp.now.slice(0, 16)}\n${decision.message}`,
      choices: choicesFor(decision.course, ledger.settings),
    });
  }
  return stale;
}

/** The ledger as the changes will leave it, as far as its records go. */
export function applied(ledger: Ledger, changes: readonly Change[]): Ledger {
  const table = <T extends 'issues' | 'measures' | 'evidence' | 'log'>(tab: T): Table<T> => {
    const before = ledger[tab] as Table<T>;
    const own = changes.filter((change) => 'tab' in change && change.tab === tab);
    if (own.length === 0) return before;
    const records = [...before.records];
    const rows = [...before.rows];
    for (const change of own) {
      // the values of a change are column values of its own tab
      if (change.kind === 'add') {
        records.push(recordOf(tab, change.values as Partial<RecordOf<T>>));
        rows.push((rows[rows.length - 1] ?? 1) + 1);
      } else if (change.kind === 'set') {
        const at = records.findIndex((record) => keyOf<TabId>(tab, record) === change.key);
        const record = records[at];
        if (record !== undefined) records[at] = { ...record, ...(change.values as Record<string, ColumnValue>) };
      }
    }
    return { ...before, records, rows };
  };
  return {
    ...ledger,
    issues: table('issues'),
    measures: table('measures'),
    evidence: table('evidence'),
    log: table('log'),
  };
}
