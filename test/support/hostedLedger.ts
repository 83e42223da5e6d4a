/** The built file in the strict host, over a fresh or a given workbook. `npm test` builds first. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createHost, type Host, newSpreadsheet } from '../../local/host';

export const OWNER = 'zhengban@example.invalid';

export interface Answer<T> {
  ok: boolean;
  value: T;
  faults: { code: string; message: string; tab?: string; cell?: string; key?: string }[];
}

export class HostedLedger {
  readonly host: Host;

  constructor(spreadsheet = newSpreadsheet('整改台账'), today = '2026-11-24') {
    const root = process.cwd();
    const built = path.join(root, 'dist', 'Code.js');
    if (!existsSync(built)) throw new Error('dist/Code.js is missing: run `npm run build` first (`npm test` does)');
    this.host = createHost({
      spreadsheet,
      owner: OWNER,
      user: OWNER,
      now: () => new Date(`${today}T02:00:00Z`),
      manifest: JSON.parse(readFileSync(path.join(root, 'dist', 'appsscript.json'), 'utf8')),
    });
    this.host.load(readFileSync(built, 'utf8'));
  }

  /** Calls a command through the remote door, as a client would. */
  ask<T = Record<string, unknown>>(command: string, argument: unknown = {}): Answer<T> {
    // the door's answer has this form (src/app/door.ts)
    return this.host.call('remote', [command, argument], 'client') as Answer<T>;
  }

  rows(tab: string): Record<string, string | number | boolean | null>[] {
    return this.ask<{ rows: Record<string, string | number | boolean | null>[] }>('readTab', { tab }).value.rows;
  }

  /** Merges records given by header into one tab. */
  merge(title: string, records: Record<string, string | number | boolean | null>[], options = {}) {
    const rows = records.map((values, at) => ({ row: at + 2, values }));
    return this.ask<{ changed: number; added: number; refused: Answer<never>['faults'] }>('mergeEdits', {
      tabs: [{ title, rows }],
      ...options,
    });
  }

  /** Calls of advanced services in the last command: what costs (PLATFORM, Cost). */
  serviceCalls(): string[] {
    return this.host
      .calls()
      .filter(({ service }) => service === 'Sheets' || service === 'Drive' || service === 'Docs')
      .map(({ method }) => method);
  }
}

/** A ledger that was just set up. */
export function freshLedger(today?: string): HostedLedger {
  const ledger = new HostedLedger(newSpreadsheet('整改台账'), today);
  const answer = ledger.ask('setUpLedger');
  if (!answer.ok) throw new Error(answer.faults.map(({ message }) => message).join('\n'));
  return ledger;
}
