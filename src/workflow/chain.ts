/** 办理记录 as a chain: every row carries a fingerprint over itself and the row before, so a changed row shows. */
import { recordOf } from '../ledger/records';
import type { LogEntry } from '../ledger/schema';
import { sha256 } from '../text/sha256';
import { utf8Bytes } from '../text/utf8';

/** SHA-256 of a text's UTF-8 bytes, or of bytes, in lower-case hexadecimal. */
export function fingerprint(content: string | Uint8Array): string {
  return sha256(typeof content === 'string' ? utf8Bytes(content) : content);
}

/** What a command logs; number and chain follow from the log so far. */
export type LogDraft = Partial<Omit<LogEntry, 'sequence' | 'chain'>> & Pick<LogEntry, 'at' | 'actor' | 'action'>;

/** The drafts as log rows that continue `log` (in the order of its 序号). */
export function continueLog(log: readonly LogEntry[], drafts: readonly LogDraft[]): LogEntry[] {
  let { sequence, chain } = head(log);
  return drafts.map((draft) => {
    sequence += 1;
    const entry: LogEntry = recordOf('log', { ...draft, sequence });
    chain = linkOf(entry, chain);
    return { ...entry, chain };
  });
}

/** Verifies the chain. `broken` is the 序号 of the first row that does not follow from the one before. */
export function verifyLog(log: readonly LogEntry[]): { rows: number; intact: boolean; broken: number | null } {
  let chain = '';
  let sequence = 0;
  for (const entry of bySequence(log)) {
    sequence += 1;
    if (entry.sequence !== sequence || entry.chain !== linkOf(entry, chain)) {
      return { rows: log.length, intact: false, broken: entry.sequence ?? sequence };
    }
    chain = entry.chain;
  }
  return { rows: log.length, intact: true, broken: null };
}

function head(log: readonly LogEntry[]): { sequence: number; chain: string } {
  const last = bySequence(log)[log.length - 1];
  return { sequence: last?.sequence ?? 0, chain: last?.chain ?? '' };
}

/** The log in the order of its 序号, however its rows stand in the sheet. */
export function bySequence(log: readonly LogEntry[]): LogEntry[] {
  return [...log].sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
}

/**
 * Fields in a fixed order as JSON: no two different rows share a text. The fields the log gained later count only where
 * one of them is filled, so that older rows keep their fingerprints.
 */
function linkOf(entry: LogEntry, previous: string): string {
  const { sequence, at, actor, action, subject, from, to, reason, round, decidedOn } = entry;
  const { step, actingFor, reasonClass, deadline, doers, parts } = entry;
  const later = [step, actingFor, reasonClass, deadline, doers, parts];
  const fields = [previous, sequence, at, actor, action, subject, from, to, reason, round, decidedOn];
  return fingerprint(JSON.stringify(later.some((field) => field) ? [...fields, ...later] : fields));
}
