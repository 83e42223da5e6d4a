/** A ledger for tests from partial records, laid out as a freshly set-up workbook would be. */
import type { Ledger, Table } from '../../src/ledger/ledger';
import { columnsOf, recordOf } from '../../src/ledger/records';
import type { ColumnId, RecordOf, TabId } from '../../src/ledger/schema';
import { initialSettings, type Settings } from '../../src/ledger/settings';

type Parts = { [T in Exclude<TabId, 'settings'>]?: Partial<RecordOf<T>>[] } & { settings?: Partial<Settings> };

function tableOf<T extends TabId>(tab: T, records: Partial<RecordOf<T>>[] = []): Table<T> {
  const columns: Partial<Record<ColumnId<T>, number>> = {};
  columnsOf(tab).forEach(([id], index) => {
    columns[id] = index;
  });
  return { tab, records: records.map((values) => recordOf(tab, values)), rows: records.map((_, i) => i + 2), columns };
}

export function ledgerOf(parts: Parts = {}): Ledger {
  return {
    settings: { ...initialSettings(), ...parts.settings },
    issues: tableOf('issues', parts.issues),
    measures: tableOf('measures', parts.measures),
    evidence: tableOf('evidence', parts.evidence),
    outcomes: tableOf('outcomes', parts.outcomes),
    documents: tableOf('documents', parts.documents),
    narrative: tableOf('narrative', parts.narrative),
    reports: tableOf('reports', parts.reports),
    log: tableOf('log', parts.log),
    people: tableOf('people', parts.people),
    delegations: tableOf('delegations', parts.delegations),
    seals: tableOf('seals', parts.seals),
    snapshots: tableOf('snapshots', parts.snapshots),
    bases: tableOf('bases', parts.bases),
  };
}
