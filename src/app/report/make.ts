/** A report as it would be made now: composed, and for the public with posts for names and the decisions on it applied. */
import { ok, type Result, refuse } from '../../ledger/fault';
import type { Ledger } from '../../ledger/ledger';
import type { ReportEntry } from '../../ledger/schema';
import type { ReportDocument } from '../../report/document';
import { composeKind, isPublic } from '../../report/kinds';
import { type PrivacyHit, rolesForNames, scanReport } from '../../report/privacy';
import { worldOf } from '../act';
import type { Ports } from '../ports';
import { type Asked, labelOf, variantOf } from './asked';
import { decisionsIn } from './decisions';
import { FAULTS } from './wording';

export interface Made {
  /** What is printed. */
  document: ReportDocument;
  /** The same before names and hits were replaced. */
  original: ReportDocument;
  /** Of a public report alone. */
  hits: PrivacyHit[];
  /** No narrative of its kind has been written yet. */
  usesStarter: boolean;
  label: string;
}

/** Refused: what composing refuses, and a version to go on from that is not there. */
export function makeReport(ports: Ports, ledger: Ledger, asked: Asked): Result<Made> {
  const since = sinceOf(ledger, asked);
  if (!since.ok) return since;
  const variant = variantOf(asked);
  const composed = composeKind(ledger, {
    kind: asked.kind,
    today: ports.clock.today(),
    world: worldOf(ledger, ports),
    ...(variant === undefined ? {} : { variant }),
    ...(asked.issue === undefined ? {} : { issue: asked.issue }),
    ...(since.value === undefined ? {} : { since: since.value }),
  });
  if (!composed.ok) return composed;
  const { document: original, usesStarter } = composed.value;
  const label = labelOf(
    { ...asked, ...(since.value === undefined ? {} : { since: since.value.version }) },
    ledger.settings,
  );
  if (!isPublic(asked.kind)) return ok({ document: original, original, hits: [], usesStarter, label });
  const { settings, people, log } = ledger;
  const named = settings.names === '职务' ? rolesForNames(original, people.records, settings.contact) : original;
  const { document, hits } = scanReport(named, ledger, decisionsIn(log.records));
  return ok({ document, original, hits, usesStarter, label });
}

type Since = { version: number; basis: number; generatedAt: string };

/** The version a 后续进展报告 goes on from: the one asked for, else the last notice that was made final. */
function sinceOf({ reports }: Ledger, { kind, since }: Asked): Result<Since | undefined> {
  if (kind !== 'follow-up') return ok(undefined);
  const fits = (entry: ReportEntry): boolean =>
    since === undefined ? entry.kind === '社会公开通报' && entry.state !== '草稿' : entry.version === since;
  const found = reports.records.filter(fits).pop();
  if (found === undefined) return refuse(since === undefined ? FAULTS.noPublished : FAULTS.noVersion(since));
  return ok({ version: found.version ?? 0, basis: found.basis ?? 0, generatedAt: found.generatedAt });
}
