/** Rule done-without-evidence: completed or closed out, with nothing to show for it. */
import { measureIdParts } from './context';
import type { Check } from './finding';
import { aboutAll } from './observe';

const REMEDY = '在“佐证材料”表登记材料（没有电子件的写档号）；尚未完成的，改回实际状态';

export const doneWithoutEvidence: Check = ({ issues, measures, evidence }) => {
  const shown = new Set(evidence.map(({ record }) => record.issue));
  const bare = issues.filter(
    ({ record: { number, state } }) => state === '已销号' && number !== null && !shown.has(number),
  );
  const bareNumbers = new Set(bare.map(({ record }) => record.number));
  // evidence for the whole issue (措施编号 blank) stands for each of its measures
  const named = new Set(evidence.map(({ record }) => record.measure.trim()).filter((id) => id !== ''));
  const whole = new Set(
    evidence.filter(({ record }) => record.measure.trim() === '').map(({ record }) => record.issue),
  );
  const done = measures.filter(({ record: { id, issue, state } }) => {
    const owner = issue ?? measureIdParts(id)?.issue ?? null;
    return state === '已完成' && !named.has(id.trim()) && !whole.has(owner) && !bareNumbers.has(owner);
  });
  return [
    ...aboutAll(bare, 'state', '已销号，但没有登记任何佐证材料', REMEDY),
    ...aboutAll(done, 'state', '状态为已完成，但没有登记佐证材料', REMEDY),
  ];
};
