/** 更新视图: the filter views of 问题台账 as its records and people want them; 3 service calls at any size. */
import { ok, type Result, refuse } from '../ledger/fault';
import type { Ledger } from '../ledger/ledger';
import { readLedger } from '../ledger/read';
import { TABS } from '../ledger/schema';
import { viewsOf } from '../progress/views';
import type { LedgerDate } from '../text/dates';
import type { Dossier } from '../workflow/dossier';
import type { Gives } from './contract';
import type { KeepViews, Ports } from './ports';

export function refreshViews(ports: Ports): Result<Gives<'refreshViews'>> {
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read({ objects: true });
    const { title } = TABS.issues;
    if (!snapshot.grids.some((grid) => grid.title === title)) {
      const message = `缺少“${title}”表，请运行“建立/升级台账”补建后重试。`;
      return refuse({ code: 'missing-tab', tab: title, message });
    }
    const step = keptViews(readLedger(snapshot).ledger, ports.clock.today());
    const written = ports.workbook.commit(snapshot, [step]);
    return written.ok ? ok({ views: step.views.length, ...written.value.views }) : written;
  });
}

export function keptViews(ledger: Ledger, today: LedgerDate, dossiers?: ReadonlyMap<number, Dossier>): KeepViews {
  return { kind: 'views', views: viewsOf(ledger, today, dossiers) };
}
