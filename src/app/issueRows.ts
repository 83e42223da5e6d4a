/** The system cells of an issue's row that sum up its records — 措施进度, 佐证, 提示 — where they differ from what stands there. */
import { type Change, setRecord } from '../ledger/changes';
import type { Ledger } from '../ledger/ledger';
import type { Issue } from '../ledger/schema';
import { signersNow } from '../progress/turns';
import type { Course } from '../workflow/course';
import type { Dossier } from '../workflow/dossier';
import type { World } from '../workflow/people';

/** @param hint  what 提示 says, from the issue's course and the names of those who may sign now */
export function issueRows(
  { issues, measures, evidence }: Ledger,
  dossiers: ReadonlyMap<number, Dossier>,
  world: World,
  hint: (issue: Issue, course: Course | undefined, signers: readonly string[]) => string,
): Change[] {
  const inForce = countBy(measures.records.filter(({ state }) => state !== '已取消').map(({ issue }) => issue));
  const done = countBy(measures.records.filter(({ state }) => state === '已完成').map(({ issue }) => issue));
  const pieces = countBy(evidence.records.map(({ issue }) => issue));
  return issues.records.flatMap((issue, index) => {
    const dossier = dossiers.get(issue.number ?? 0);
    const signers = dossier === undefined ? [] : signersNow(dossier, world).map(({ name }) => name);
    return setRecord(issues, index, {
      measureProgress: `${done.get(issue.number) ?? 0}/${inForce.get(issue.number) ?? 0}`,
      evidenceCount: pieces.get(issue.number) ?? 0,
      hints: hint(issue, dossier?.course, signers),
    });
  });
}

function countBy(values: readonly (number | null)[]): Map<number | null, number> {
  const counts = new Map<number | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
