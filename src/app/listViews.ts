/** 视图列表: every filter view with how many issues it shows now, and where it opens. */
import { ok, type Result } from '../ledger/fault';
import { readLedger } from '../ledger/read';
import { TABS } from '../ledger/schema';
import { viewsOf } from '../progress/views';
import type { Gives } from './contract';
import type { Ports } from './ports';

export function listViews(ports: Ports): Result<Gives<'listViews'>> {
  const snapshot = ports.workbook.read({ objects: true });
  const views = viewsOf(readLedger(snapshot).ledger, ports.clock.today());
  const urls = ports.workbook.viewUrls(snapshot, views);
  return ok(
    views.map(({ title, family, subject, tab, count }, at) => ({
      ...{ title, family, subject, tab: TABS[tab].title, count, url: urls[at] ?? '' },
    })),
  );
}
