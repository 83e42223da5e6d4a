/** 回头看: which closed issues are looked at again, drawn so that anybody can draw them anew, and how many relapsed. */
import type { LogEntry } from '../ledger/schema';
import { RECHECK_FINDINGS } from './actions';
import { bySequence, fingerprint } from './chain';

export interface Drawable {
  number: number;
  title: string;
  /** What the sample is spread over, e.g. its 方面; of every stratum at least one issue is drawn. */
  stratum: string;
}

/**
 * The sample in the order of 编号: of each stratum `share` of its issues, rounded up. Whose SHA-256 over seed and 编号
 * comes first is drawn, so the same seed gives the same sample, in whatever order the issues stand.
 * @param share 0 < share ≤ 1
 */
export function drawSample(issues: readonly Drawable[], share: number, seed: string): Drawable[] {
  const strata = new Map<string, { rank: string; issue: Drawable }[]>();
  for (const issue of issues) {
    const stratum = strata.get(issue.stratum) ?? [];
    stratum.push({ rank: fingerprint(`${seed}\n${issue.number}`), issue });
    strata.set(issue.stratum, stratum);
  }
  return [...strata.values()]
    .flatMap((stratum) =>
      stratum
        .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        // 0.1 of 30 is 3, though as floating point it comes out above
        .slice(0, Math.max(1, Math.ceil(share * stratum.length - 1e-9)))
        .map(({ issue }) => issue),
    )
    .sort((a, b) => a.number - b.number);
}

/**
 * The overturn rate of 办理记录: `d` closings that were re-checked, `n` of them with 部分反弹 or 反弹. An issue counts once
 * for each round of its own, by the last finding: looking again replaces what was found before.
 */
export function overturnRate(log: readonly LogEntry[]): { n: number; d: number } {
  const findings: readonly string[] = RECHECK_FINDINGS;
  const last = new Map<string, string>();
  for (const { action, subject, round, reasonClass } of bySequence(log)) {
    if (action === '回头看' && findings.includes(reasonClass)) last.set(`${subject} ${round ?? 1}`, reasonClass);
  }
  const overturned = [...last.values()].filter((finding) => finding !== '巩固');
  return { n: overturned.length, d: last.size };
}
