/** 脱敏检查 and what is decided of its hits. */
import { addRecord } from '../../ledger/changes';
import { ok, type Result, refuse } from '../../ledger/fault';
import { readLedger } from '../../ledger/read';
import { KIND_NAMES } from '../../report/kinds';
import type { Gives, Takes } from '../contract';
import type { Ports } from '../ports';
import { decided } from './decisions';
import { makeReport } from './make';
import { FAULTS } from './wording';

/** A reason shorter than this says nothing. */
const SHORTEST_REASON = 4;

/** The hits of a report as it would be made now; reads only. */
export function scanPrivacy(ports: Ports, asked: Takes<'scanPrivacy'>): Result<Gives<'scanPrivacy'>> {
  const made = makeReport(ports, readLedger(ports.workbook.read()).ledger, asked);
  return made.ok ? ok({ hits: made.value.hits }) : made;
}

/**
 * Decides one hit. Refused: a hit that is no longer there, a way it does not offer, 保留 without a reason or where the
 * public must be protected.
 */
export function decideHit(ports: Ports, wanted: Takes<'decideHit'>): Result<Gives<'decideHit'>> {
  const reason = wanted.reason.trim();
  const { choice, key } = wanted;
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read();
    const { ledger } = readLedger(snapshot);
    const made = makeReport(ports, ledger, wanted);
    if (!made.ok) return made;
    const hit = made.value.hits.find((one) => one.key === key);
    if (hit === undefined) return refuse(FAULTS.hitGone);
    const offered = choice === '保留' ? hit.keepable : (choice === '遮盖' ? hit.masked : hit.role) !== null;
    if (!offered) return refuse(FAULTS.notOffered(hit.title, choice));
    if (choice === '保留' && reason.length < SHORTEST_REASON) return refuse(FAULTS.noReason);
    const kind = KIND_NAMES[wanted.kind];
    const entries = decided(ports, ledger.log.records, { kind, key, title: hit.title, choice, reason });
    const written = ports.workbook.commit(
      snapshot,
      entries.map((entry) => addRecord('log', entry)),
    );
    if (!written.ok) return written;
    ledger.log.records.push(...entries);
    const after = makeReport(ports, ledger, wanted);
    return after.ok ? ok({ hits: after.value.hits }) : after;
  });
}
