/** Decisions on what the privacy scan found, kept in 办理记录: the hit by its fingerprint, never its text. */
import { PRIVACY_CHOICES, type PrivacyChoice } from '../../ledger/lists';
import type { LogEntry } from '../../ledger/schema';
import type { PrivacyDecision } from '../../report/privacy';
import { continueLog } from '../../workflow/chain';
import type { Ports } from '../ports';

/** The last decision on each hit, by its key. */
export function decisionsIn(log: readonly LogEntry[]): Map<string, PrivacyDecision> {
  const decisions = new Map<string, PrivacyDecision>();
  for (const { action, decidedOn, reasonClass, actor, at, reason } of log) {
    const choice = PRIVACY_CHOICES.find((one) => one === reasonClass);
    if (action === '审查' && choice !== undefined)
      decisions.set(decidedOn, { key: decidedOn, choice, by: actor, at, reason });
  }
  return decisions;
}

/** The log row of one decision; `title` names the rule. */
export function decided(
  ports: Ports,
  log: readonly LogEntry[],
  {
    kind,
    key,
    title,
    choice,
    reason,
  }: { kind: string; key: string; title: string; choice: PrivacyChoice; reason: string },
): LogEntry[] {
  return continueLog(log, [
    {
      at: ports.clock.now(),
      actor: ports.actor(),
      action: '审查',
      subject: `报告 ${kind}`,
      from: title,
      reasonClass: choice,
      reason,
      decidedOn: key,
    },
  ]);
}
