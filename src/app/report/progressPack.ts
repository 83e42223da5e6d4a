/** 党组会材料: composes the paper of a period from the ledger, stores it, and enters it in 报告登记. */
import { ok, type Result } from '../../ledger/fault';
import { readLedger } from '../../ledger/read';
import { writeDocx } from '../../report/docx';
import { packOf } from '../../report/pack/compose';
import { periodOf } from '../../report/pack/period';
import { PACK, PACK_KIND } from '../../report/pack/wording';
import { textOf } from '../../report/text';
import { worldOf } from '../act';
import type { Gives, Takes } from '../contract';
import type { Ports } from '../ports';
import { storeReport } from './storeReport';

export type PackSummary = Gives<'progressPack'>;

/** 2 calls to read, 2 to store, and those of one commit. Faults: `wrong-period`, and what storing refuses. */
export function progressPack(ports: Ports, asked: Takes<'progressPack'>): Result<PackSummary> {
  return ports.exclusively((): Result<PackSummary> => {
    const snapshot = ports.workbook.read();
    const { ledger } = readLedger(snapshot);
    const world = worldOf(ledger, ports);
    const period = periodOf(ledger.log.records, asked, world.today);
    if (!period.ok) return period;
    const { document, counts } = packOf(ledger, world, period.value);
    const { from, to } = period.value;
    const stored = storeReport(ports, snapshot, ledger, {
      kind: PACK_KIND,
      bytes: writeDocx(document),
      state: '草稿',
      reason: PACK.period(from, to),
    });
    if (!stored.ok) return stored;
    const { docx, document: doc } = stored.value;
    return ok({ from, to, ...counts, docx, document: doc, text: textOf(document) });
  });
}
