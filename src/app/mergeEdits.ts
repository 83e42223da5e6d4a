/** Rows edited elsewhere (an .xlsx, an example's progress) come back into the ledger, every refused cell named. */
import { addRecord, type Change } from '../ledger/changes';
import { type Fault, ok, type Result } from '../ledger/fault';
import { isBlank } from '../ledger/grid';
import { readLedger } from '../ledger/read';
import { DASHBOARD_TITLE, type LogEntry, TAB_ORDER, TABS } from '../ledger/schema';
import { continueLog } from '../workflow/chain';
import { mergeLog } from './merge/log';
import type { EditedRow, Merge, MergeWay } from './merge/merge';
import { mergeSettings } from './merge/settings';
import { mergeTab } from './merge/tab';
import type { Ports } from './ports';
import { staleAttempts } from './stale';

export interface MergeArgument {
  tabs: { title: string; rows: EditedRow[] }[];
  /** The rows are a ledger kept elsewhere: system columns are taken over too, and logged as 导入. */
  adopt?: boolean;
  /** The tabs are given whole: a record that is not among the rows was deleted there, which is refused. */
  whole?: boolean;
}

export interface MergeSummary {
  /** Cells changed in records that were there before. */
  changed: number;
  /** Records added. */
  added: number;
  refused: Fault[];
}

export function mergeEdits(ports: Ports, argument: MergeArgument): Result<MergeSummary> {
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read();
    const reading = readLedger(snapshot);
    const { ledger } = reading;
    const way: MergeWay = {
      adopt: argument.adopt ?? false,
      whole: argument.whole ?? false,
      at: ports.clock.now(),
      actor: ports.actor(),
    };
    const adoptedLog: LogEntry[] = [];
    const merges = argument.tabs.map(({ title, rows }): Merge => {
      const tab = TAB_ORDER.find((id) => TABS[id].title === title);
      if (tab === undefined) return strangeTab(title, rows);
      if (tab === 'settings') return mergeSettings(reading, rows);
      if (tab !== 'log') return mergeTab(ledger[tab], rows, way);
      const { entries, refused } = mergeLog(ledger.log, rows, way.adopt);
      adoptedLog.push(...entries);
      return { changes: entries.map((entry) => addRecord('log', entry)), refused, drafts: [] };
    });
    const changes = merges.flatMap((merge) => merge.changes);
    const summary: MergeSummary = {
      changed: changes.reduce((sum, change) => sum + cellsChanged(change), 0),
      added: changes.filter((change) => change.kind === 'add').length,
      refused: merges.flatMap((merge) => merge.refused),
    };
    if (changes.length === 0) return ok(summary);
    // a log taken over already tells how the states came about
    const drafts = adoptedLog.length > 0 ? [] : merges.flatMap((merge) => merge.drafts);
    const { at, actor } = way;
    const reason = `合并台账外的修改：改动${summary.changed}格，新增${summary.added}条`;
    const stale = staleAttempts(ports, ledger, changes);
    const log = continueLog(
      [...ledger.log.records, ...adoptedLog],
      [...drafts, { at, actor, action: '修改', reason }, ...stale.drafts],
    );
    const written = ports.workbook.commit(snapshot, [
      ...changes,
      ...stale.changes,
      ...log.map((entry) => addRecord('log', entry)),
    ]);
    return written.ok ? ok(summary) : written;
  });
}

function cellsChanged(change: Change): number {
  if (change.kind === 'set') return Object.keys(change.values).length;
  if (change.kind === 'list') return change.entries.length;
  return change.kind === 'setting' ? 1 : 0;
}

/** A tab the ledger does not know is the user's own; only a tab with content is worth a word. */
function strangeTab(title: string, rows: readonly EditedRow[]): Merge {
  const empty = title === DASHBOARD_TITLE || rows.every(({ values }) => Object.values(values).every(isBlank));
  const message = `“${title}”不是台账的表，内容未收入；如属台账内容，请把表名改为：${TAB_ORDER.map((id) => TABS[id].title).join('、')}之一。`;
  return { changes: [], refused: empty ? [] : [{ code: 'unknown-tab', tab: title, message }], drafts: [] };
}
