/** Rules orphan-measure and orphan-evidence: records that belong to an issue or measure the ledger has not. */
import type { Rule } from './finding';
import { about } from './observe';

export const orphanMeasure: Rule = {
  code: 'orphan-measure',
  severity: 'error',
  title: '措施无所属问题',
  explains: '措施所属的问题不在台账里，这条措施就不会写进报告，措施数也与问题清单对不上。',
  check({ ledger, joined }) {
    return ledger.measures.records.flatMap(({ issue }, at) =>
      issue === null || joined.issueAt.has(issue)
        ? []
        : about(ledger.measures, at, 'issue', {
            message: `所属的问题${issue}不在问题台账中`,
            remedy: '改正“问题编号”，或在问题台账补登该问题',
          }),
    );
  },
};

export const orphanEvidence: Rule = {
  code: 'orphan-evidence',
  severity: 'error',
  title: '佐证无所属问题或措施',
  explains: '佐证材料要能对上问题和措施；对不上的材料在销号审核时不起作用。',
  check({ ledger, joined }) {
    const { evidence } = ledger;
    return evidence.records.flatMap(({ issue, measure }, at) => {
      if (issue !== null && !joined.issueAt.has(issue)) {
        return about(evidence, at, 'issue', {
          message: `所属的问题${issue}不在问题台账中`,
          remedy: '改正“问题编号”，或在问题台账补登该问题',
        });
      }
      if (measure.trim() === '' || joined.measureAt.has(measure.trim())) return [];
      return about(evidence, at, 'measure', {
        message: `所佐证的措施${measure}不在整改措施表中`,
        remedy: '改正“措施编号”；佐证整个问题的，“措施编号”留空',
      });
    });
  },
};
