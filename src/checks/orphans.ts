/** Rules orphan-measure and orphan-evidence: records that belong to an issue or measure the ledger has not. */
import type { Check } from './finding';
import { about } from './observe';

const noIssue = (issue: number): [message: string, remedy: string] => [
  `所属的问题${issue}不在问题台账中`,
  '改正“问题编号”，或在问题台账补登该问题',
];

export const orphanMeasure: Check = ({ measures }) =>
  measures.flatMap((row) => {
    const { issue } = row.record;
    return issue === null || row.owner ? [] : about(row, 'issue', ...noIssue(issue));
  });

export const orphanEvidence: Check = ({ evidence }) =>
  evidence.flatMap((row) => {
    const { issue, measure } = row.record;
    if (issue !== null && !row.owner) return about(row, 'issue', ...noIssue(issue));
    if (measure.trim() === '' || row.measure) return [];
    const remedy = '改正“措施编号”；佐证整个问题的，“措施编号”留空';
    return about(row, 'measure', `所佐证的措施${measure}不在整改措施表中`, remedy);
  });
