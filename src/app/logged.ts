/** A log row as the last change of a command. */
import { addRecord, type Change } from '../ledger/changes';
import type { Ledger } from '../ledger/ledger';
import { continueLog, type LogDraft } from '../workflow/chain';
import type { Ports } from './ports';

/** Continues the log with what the person who runs the command did now. */
export function logged(ports: Ports, { log }: Ledger, ...drafts: Omit<LogDraft, 'at' | 'actor'>[]): Change[] {
  const stamp = { at: ports.clock.now(), actor: ports.actor() };
  return continueLog(
    log.records,
    drafts.map((draft) => ({ ...draft, ...stamp })),
  ).map((entry) => addRecord('log', entry));
}
