/** Rules evidence-before-feedback and evidence-after-completion: evidence whose date cannot be true. */
import type { LedgerDate } from '../text/dates';
import type { EvidenceRow } from './context';
import type { Check } from './finding';
import { about } from './observe';

export const evidenceBeforeFeedback: Check = ({ evidence, feedbackOn, settingCell }) => {
  if (feedbackOn === null) return [];
  const cell = settingCell('反馈日期');
  return evidence.flatMap((row) => {
    const { date } = row.record;
    if (date === null || date >= feedbackOn) return [];
    return about(
      row,
      'date',
      `材料日期${date}早于反馈日期${feedbackOn}${cell && `（设置 ${cell}）`}`,
      '换成反馈之后的材料或改正日期；边巡边改的，写明情况并申请豁免',
    );
  });
};

export const evidenceAfterCompletion: Check = ({ evidence }) =>
  evidence.flatMap((row) => {
    const { date, issue, measure } = row.record;
    const completed = completionOf(row);
    if (date === null || completed === null || date <= completed) return [];
    const subject = measure.trim() === '' ? `问题${issue}` : `措施${measure}`;
    return about(
      row,
      'date',
      `材料日期${date}晚于${subject}的完成日期${completed}`,
      '核对两个日期，改正填错的一个；事后补证的，完成日期改为实际完成之日',
    );
  });

/**
 * When what the evidence is for was completed. A periodic measure goes on after any date; only a closed issue is
 * complete, the dates of a reopened one belong to its previous round.
 */
function completionOf({ record, owner, measure }: EvidenceRow): LedgerDate | null {
  if (record.measure.trim() === '') {
    return owner?.record.state === '已销号' ? (owner.record.doneOn ?? owner.record.closedOn) : null;
  }
  if (measure?.record.state !== '已完成') return null;
  const { period, doneOn } = measure.record;
  return period === '' || period === '一次' ? doneOn : null;
}
