/** 统计: the ledger's numbers as they are, every rate as n of d. */
import { ok, type Result } from '../ledger/fault';
import { readLedger } from '../ledger/read';
import { statisticsOf } from '../progress/statistics';
import type { Gives } from './contract';
import type { Ports } from './ports';

export function statistics(ports: Ports): Result<Gives<'statistics'>> {
  const asOf = ports.clock.today();
  return ok({ asOf, ...statisticsOf(readLedger(ports.workbook.read()).ledger, asOf) });
}
