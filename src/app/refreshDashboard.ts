/** 刷新看板: the numbers of now, drawn, and kept as the day's row of 进度快照; 4 service calls at any size. */
import { addRecord, type Change, setRecord } from '../ledger/changes';
import { ok, type Result } from '../ledger/fault';
import type { Snapshot } from '../ledger/grid';
import type { Ledger } from '../ledger/ledger';
import { readLedger } from '../ledger/read';
import { TABS } from '../ledger/schema';
import { dashboardOf } from '../progress/dashboard';
import { type Statistics, statisticsOf } from '../progress/statistics';
import { snapshotOf } from '../progress/trend';
import type { LedgerDate } from '../text/dates';
import { type Course, coursesOf } from '../workflow/course';
import { dossiersOf } from '../workflow/dossier';
import { worldOf } from './act';
import type { Gives } from './contract';
import { hintAfter } from './hint';
import { issueRows } from './issueRows';
import type { DrawDashboard, Ports, Step } from './ports';
import { keptViews } from './refreshViews';

export function refreshDashboard(ports: Ports): Result<Gives<'refreshDashboard'>> {
  return refresh(ports, () => []);
}

/**
 * The owner's daily trigger: 看板, the day's snapshot, the filter views, and the cells they filter by, which otherwise
 * wait for the next check; in the same 4 calls.
 */
export function refreshProgress(ports: Ports): Result<Gives<'refreshDashboard'>> {
  return refresh(ports, (ledger) => {
    const dossiers = dossiersOf(ledger);
    const world = worldOf(ledger, ports);
    const rows = issueRows(ledger, dossiers, world, (issue, course, signers) =>
      hintAfter(issue, ledger.settings, world.today, course, signers),
    );
    return [...rows, keptViews(ledger, world.today, dossiers)];
  });
}

function refresh(ports: Ports, more: (ledger: Ledger) => Step[]): Result<Gives<'refreshDashboard'>> {
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read({ objects: true });
    const { ledger } = readLedger(snapshot);
    const courses = coursesOf(ledger.log.records);
    const statistics = statisticsOf(ledger, ports.clock.today(), courses);
    const written = ports.workbook.commit(snapshot, [
      drawnOf(ports, ledger, statistics, true),
      ...dayKept(snapshot, ledger, statistics, ports.clock.today()),
      ...more(ledger),
    ]);
    return written.ok ? ok({ asOf: ports.clock.now() }) : written;
  });
}

/**
 * 看板 as the ledger stands.
 * @param stamp  draws also where only the time of day is another
 */
export function drawn(
  ports: Ports,
  ledger: Ledger,
  courses: ReadonlyMap<number, Course>,
  stamp: boolean,
): DrawDashboard {
  return drawnOf(ports, ledger, statisticsOf(ledger, ports.clock.today(), courses), stamp);
}

function drawnOf(ports: Ports, { settings, snapshots }: Ledger, statistics: Statistics, stamp: boolean): DrawDashboard {
  return { kind: 'draw', dashboard: dashboardOf(statistics, settings, ports.clock.now(), snapshots.records), stamp };
}

/** The day's row of 进度快照: one a day, brought up to date when the day has one. */
function dayKept(snapshot: Snapshot, { snapshots }: Ledger, statistics: Statistics, today: LedgerDate): Change[] {
  const row = snapshotOf(statistics, today);
  const at = snapshots.records.map(({ date }) => date).lastIndexOf(today);
  if (at < 0) return [addRecord('snapshots', row)];
  // a row is found again by what its key cell holds, which of a date is its serial number
  const { values = [] } = snapshot.grids.find(({ title }) => title === TABS.snapshots.title) ?? {};
  const key = String(values[(snapshots.rows[at] ?? 0) - 1]?.[snapshots.columns.date ?? -1] ?? '');
  return setRecord(snapshots, at, row).map((change) => ({ ...change, key }));
}
