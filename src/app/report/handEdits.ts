/** 沿用手工修改: what people wrote into the last draft, taken over where the ledger has not changed since. */
import { ok, type Result, refuse } from '../../ledger/fault';
import type { Ledger } from '../../ledger/ledger';
import { isPublic, KIND_NAMES } from '../../report/kinds';
import { scanReport } from '../../report/privacy';
import { keepHandEdits } from '../../report/reconcile';
import type { Gives } from '../contract';
import type { Ports } from '../ports';
import type { Asked } from './asked';
import { decisionsIn } from './decisions';
import type { Made } from './make';
import { baseLines, filesOf, lastDraft } from './versions';
import { FAULTS } from './wording';

export interface Edited extends Pick<Gives<'generateReport'>, 'kept' | 'dropped'> {
  made: Made;
}

/**
 * The report with the edits in it; a public one is scanned again, since nobody has decided on what was written by hand.
 * 1 call, for the Doc. Refused: no draft before, or one without base.
 */
export function withHandEdits(ports: Ports, ledger: Ledger, asked: Asked, made: Made): Result<Edited> {
  const draft = lastDraft(ledger, KIND_NAMES[asked.kind], made.label);
  const base = draft === undefined ? [] : baseLines(ledger, draft.version);
  const id = draft === undefined ? '' : filesOf(draft).document;
  if (base.length === 0 || id === '') return refuse(FAULTS.noDraft);
  const published = ports.files.readDocument(id);
  if (!published.ok) return published;
  const { document, kept, dropped } = keepHandEdits(made.document, base, published.value);
  if (!isPublic(asked.kind)) return ok({ made: { ...made, document }, kept, dropped });
  const scanned = scanReport(document, ledger, decisionsIn(ledger.log.records));
  return ok({ made: { ...made, ...scanned }, kept, dropped });
}
