/** Rule measure-id-mismatch: a number that says one issue beside a 问题编号 that says another. */
import { measureIdParts } from './context';
import type { Rule } from './finding';
import { about } from './observe';

export const measureIdMismatch: Rule = {
  code: 'measure-id-mismatch',
  severity: 'error',
  title: '编号与问题编号不符',
  explains: '措施编号“3-2”就是问题3的第2项措施；与“问题编号”不一致时，措施和佐证会算到别的问题上。',
  check({ ledger, joined }) {
    const { measures, evidence } = ledger;
    const ofMeasures = measures.records.flatMap(({ id, issue }, at) => {
      if (id.trim() === '' || issue === null) return [];
      const parts = measureIdParts(id);
      if (!parts) {
        return about(measures, at, 'id', {
          severity: 'warning',
          message: `措施编号“${id}”不是“问题编号-顺序号”的写法`,
          remedy: `改为如“${issue}-1”的编号`,
        });
      }
      if (parts.issue === issue) return [];
      return about(measures, at, 'issue', {
        message: `措施编号${id}属于问题${parts.issue}，而“问题编号”填的是${issue}`,
        remedy: '两者改为一致',
        related: [String(parts.issue), String(issue)],
      });
    });
    const ofEvidence = evidence.records.flatMap(({ id, issue, measure }, at) => {
      if (issue === null) return [];
      const position = joined.measureAt.get(measure.trim());
      const owner =
        position === undefined ? measureIdParts(measure)?.issue : (measures.records[position]?.issue ?? undefined);
      if (measure !== '' && owner !== undefined && owner !== issue) {
        return about(evidence, at, 'measure', {
          message: `所佐证的措施${measure}属于问题${owner}，而“问题编号”填的是${issue}`,
          remedy: '两者改为一致',
          related: [String(owner), String(issue)],
        });
      }
      const named = /^\s*(\d{1,7})\s*-/.exec(id);
      if (!named || Number(named[1]) === issue) return [];
      return about(evidence, at, 'id', {
        message: `材料编号${id}属于问题${Number(named[1])}，而“问题编号”填的是${issue}`,
        remedy: '两者改为一致',
        related: [String(Number(named[1])), String(issue)],
      });
    });
    return [...ofMeasures, ...ofEvidence];
  },
};
