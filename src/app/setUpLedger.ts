/** 建立/升级台账: builds the tabs, completes what is missing, repairs what a paste carried away. */
import type { Result } from '../ledger/fault';
import type { Ports, SetUpSummary } from './ports';

export function setUpLedger(ports: Ports): Result<SetUpSummary> {
  return ports.exclusively(() => ports.workbook.setUp());
}
