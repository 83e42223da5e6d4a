/** 豁免: a finding is accepted as it is, with a reason that stays in the log. */
import { addRecord } from '../ledger/changes';
import { ok, type Result, refuse } from '../ledger/fault';
import { readLedger } from '../ledger/read';
import { continueLog } from '../workflow/chain';
import { afterCheck, type CheckSummary, summaryOf } from './checkLedger';
import type { Takes } from './contract';
import { type ShownFinding, shownFindings, waiverKey } from './findings';
import type { Ports } from './ports';

/** A reason shorter than this says nothing. */
const SHORTEST_REASON = 4;

/** Waives one standing finding. Refused: no reason, a finding that no longer stands, one that protects the public. */
export function waiveFinding(ports: Ports, wanted: Takes<'waiveFinding'>): Result<CheckSummary> {
  const reason = wanted.reason.trim();
  if (reason.length < SHORTEST_REASON) {
    return refuse({ code: 'no-reason', message: '请写明豁免的理由（至少4个字），理由将记入办理记录。' });
  }
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read({ formulas: true, objects: true });
    const reading = readLedger(snapshot);
    const today = ports.clock.today();
    const finding = shownFindings(reading, today).find((candidate) => isSame(candidate, wanted));
    if (finding === undefined) {
      return refuse({ code: 'finding-gone', message: '这一项已不存在或内容已变，请重新校验后再处理。' });
    }
    if (!finding.waivable) {
      return refuse({
        code: 'not-waivable',
        message: `“${finding.title}”关系对外公开内容的真实准确，不能豁免。${finding.remedy}`,
      });
    }
    const [entry] = continueLog(reading.ledger.log.records, [
      {
        at: ports.clock.now(),
        actor: ports.actor(),
        action: '豁免',
        subject: `${finding.tab} ${finding.key}`,
        from: finding.title,
        reason,
        decidedOn: waiverKey(finding),
      },
    ]);
    if (entry === undefined) throw new RangeError('one draft makes one entry');
    reading.ledger.log.records.push(entry);
    const findings = shownFindings(reading, today);
    const written = ports.workbook.commit(snapshot, [
      addRecord('log', entry),
      ...afterCheck(ports, reading.ledger, findings),
    ]);
    return written.ok ? ok(summaryOf(findings)) : written;
  });
}

function isSame(finding: ShownFinding, { code, tab, key, cell }: Takes<'waiveFinding'>): boolean {
  return (
    finding.code === code &&
    finding.tab === tab &&
    finding.key === key &&
    finding.cell === cell &&
    finding.waiver === null
  );
}
