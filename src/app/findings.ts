/** Findings as people see them: each with its rule's name and, when somebody waived it, who and why. */
import { checkLedger as findingsOf, RULES } from '../checks/catalogue';
import type { Finding } from '../checks/finding';
import type { LedgerReading } from '../ledger/read';
import type { LogEntry } from '../ledger/schema';
import type { LedgerDate } from '../text/dates';
import { fingerprint } from '../workflow/chain';
import type { Gives } from './contract';

export type ShownFinding = Gives<'checkLedger'>['findings'][number];

/** Rules that keep the public from being told what is not so, or what is unfinished: nobody may waive their findings. */
const PROTECTS_THE_PUBLIC: readonly string[] = [
  'log-broken',
  'state-differs',
  'fed-back-count',
  'stated-totals',
  'wording-public-status',
  'placeholder',
];

/** Faults of cells and tabs are no judgement of a rule: they are put right, not waived. */
export function isWaivable({ code, severity }: Pick<Finding, 'code' | 'severity'>): boolean {
  const isRule = RULES.some((rule) => rule.code === code);
  return isRule && !(severity === 'error' && PROTECTS_THE_PUBLIC.includes(code));
}

/** Every finding of the ledger as of `today`, waived ones included and marked. */
export function shownFindings({ ledger, faults, settingRows }: LedgerReading, today: LedgerDate): ShownFinding[] {
  const titles = new Map(RULES.map(({ code, title }) => [code, title]));
  const waivers = waiversIn(ledger.log.records);
  return findingsOf(ledger, faults, today, settingRows).map((finding) => {
    const waivable = isWaivable(finding);
    return {
      ...finding,
      title: titles.get(finding.code) ?? '无法读取',
      waivable,
      waiver: (waivable && waivers.get(waiverKey(finding))) || null,
    };
  });
}

/** What a waiver speaks of: the rule, the record, and what was found; once that is different the waiver has lapsed. */
export function waiverKey(finding: Pick<Finding, 'code' | 'tab' | 'key' | 'message'>): string {
  const { code, tab, key, message } = finding;
  // the cell's address may move when rows are sorted, so what follows it counts
  return fingerprint(JSON.stringify([code, tab, key, message.slice(message.indexOf('：') + 1)]));
}

function waiversIn(log: readonly LogEntry[]): Map<string, { by: string; at: string; reason: string }> {
  return new Map(
    log
      .filter(({ action }) => action === '豁免')
      .map(({ decidedOn, actor, at, reason }) => [decidedOn, { by: actor, at, reason }]),
  );
}
