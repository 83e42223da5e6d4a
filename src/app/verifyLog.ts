/** 核验办理记录: whether the log is what it was, and the statuses what the log says. It shows changes, it prevents none. */
import { addRecord } from '../ledger/changes';
import { ok, type Result } from '../ledger/fault';
import { a1 } from '../ledger/grid';
import type { Ledger } from '../ledger/ledger';
import { readLedger } from '../ledger/read';
import { TABS } from '../ledger/schema';
import { bySequence } from '../workflow/chain';
import { type Difference, type Verification, verify } from '../workflow/verify';
import type { Gives } from './contract';
import type { Ports } from './ports';

export function verifyLog(ports: Ports): Result<Gives<'verifyLog'>> {
  const { ledger } = readLedger(ports.workbook.read());
  const verified = verify(ledger);
  const differs = verified.differs.map((difference) => {
    const { at, column } = difference;
    return {
      issue: ledger.issues.records[at]?.number ?? 0,
      cell: a1(ledger.issues.rows[at] ?? 1, ledger.issues.columns[column] ?? 0),
      message: differenceText(ledger, difference),
    };
  });
  return ok({ ...verified, differs });
}

/**
 * 每日核验, run by the owner's trigger: verifies the log and seals its head in 封存记录, where only the owner may write. One
 * row a day; a day on which nothing was logged since the last seal needs none.
 */
export function sealLog(ports: Ports): Result<Verification> {
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read();
    const { ledger } = readLedger(snapshot);
    const verified = verify(ledger);
    const log = bySequence(ledger.log.records);
    const head = log[log.length - 1];
    const date = ports.clock.today();
    const isKnown = ledger.seals.records.some((seal) => seal.date === date || seal.sequence === head?.sequence);
    if (head === undefined || (isKnown && verified.intact)) return ok(verified);
    const verdict = verified.intact ? `完整，共${verified.rows}行` : `第${verified.broken}行起与原记录不符`;
    // a head that does not follow is no head to hold later rows against
    const sealed = verified.intact ? { sequence: head.sequence, chain: head.chain } : {};
    const written = ports.workbook.commit(snapshot, [addRecord('seals', { date, ...sealed, verdict })]);
    return written.ok ? ok(verified) : written;
  });
}

/** `状态为“已销号”，办理记录（第12行）为“整改中”` */
export function differenceText({ issues }: Ledger, { at, column, stated, logged, row }: Difference): string {
  const number = issues.records[at]?.number ?? '';
  const where = row === null ? '' : `（第${row}行）`;
  return `问题${number}的${TABS.issues.columns[column].header}为“${stated}”，办理记录${where}为“${logged}”`;
}
