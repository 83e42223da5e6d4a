/** Rule done-without-evidence: completed or closed out, with nothing to show for it. */
import { measureIdParts } from './context';
import type { Rule } from './finding';
import { aboutAll } from './observe';

const REMEDY = '在“佐证材料”表登记材料（没有电子件的写档号）；尚未完成的，改回实际状态';

export const doneWithoutEvidence: Rule = {
  code: 'done-without-evidence',
  severity: 'error',
  title: '完成而无佐证',
  explains: '没有佐证材料的“完成”无法核实，是虚假整改最常见的样子；回头看首先查这一项。',
  check({ ledger, joined }) {
    const { issues, measures, evidence } = ledger;
    const bare = issues.records.flatMap(({ number, state }, at) =>
      state === '已销号' && number !== null && !joined.evidenceOfIssue.has(number) ? [at] : [],
    );
    const bareNumbers = new Set(bare.map((at) => issues.records[at]?.number));
    // evidence for the whole issue (措施编号 blank) stands for each of its measures
    const whole = new Set(evidence.records.flatMap(({ issue, measure }) => (measure.trim() === '' ? [issue] : [])));
    const done = measures.records.flatMap(({ id, issue, state }, at) => {
      if (state !== '已完成') return [];
      const owner = issue ?? measureIdParts(id)?.issue ?? null;
      const shown = joined.evidenceOfMeasure.has(id.trim()) || whole.has(owner) || bareNumbers.has(owner);
      return shown ? [] : [at];
    });
    return [
      ...aboutAll(issues, bare, 'state', { message: '已销号，但没有登记任何佐证材料', remedy: REMEDY }),
      ...aboutAll(measures, done, 'state', { message: '状态为已完成，但没有登记佐证材料', remedy: REMEDY }),
    ];
  },
};
