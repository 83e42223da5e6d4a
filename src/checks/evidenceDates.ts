/** Rules evidence-before-feedback and evidence-after-completion: evidence whose date cannot be true. */
import type { LedgerDate } from '../text/dates';
import type { CheckContext } from './context';
import type { Rule } from './finding';
import { about } from './observe';

export const evidenceBeforeFeedback: Rule = {
  code: 'evidence-before-feedback',
  severity: 'error',
  title: '佐证早于反馈',
  explains: '反馈之前形成的材料不能证明反馈之后的整改，拿旧材料充数属虚假整改。',
  check({ ledger, feedbackOn, settingCell }) {
    if (feedbackOn === null) return [];
    const cell = settingCell('反馈日期');
    return ledger.evidence.records.flatMap(({ date }, at) =>
      date === null || date >= feedbackOn
        ? []
        : about(ledger.evidence, at, 'date', {
            message: `材料日期${date}早于反馈日期${feedbackOn}${cell === '' ? '' : `（设置 ${cell}）`}`,
            remedy: '换成反馈之后形成的材料；日期填错的改正日期；边巡边改的，写明情况并申请豁免',
          }),
    );
  },
};

export const evidenceAfterCompletion: Rule = {
  code: 'evidence-after-completion',
  severity: 'warning',
  title: '佐证晚于完成',
  explains: '先报完成、后补材料，说明完成时并无依据。',
  check(context) {
    const { evidence } = context.ledger;
    return evidence.records.flatMap(({ date, issue, measure }, at) => {
      if (date === null) return [];
      const completed = measure.trim() === '' ? issueDone(context, issue) : measureDone(context, measure);
      if (completed === null || date <= completed) return [];
      return about(evidence, at, 'date', {
        message: `材料日期${date}晚于${measure.trim() === '' ? `问题${issue}` : `措施${measure}`}的完成日期${completed}`,
        remedy: '核对材料日期和完成日期，改正填错的一个；确系事后补证的，完成日期改为实际完成之日',
      });
    });
  },
};

/** A periodic measure goes on after any date, so it has no completion to compare with. */
function measureDone({ ledger, joined }: CheckContext, id: string): LedgerDate | null {
  const measure = ledger.measures.records[joined.measureAt.get(id.trim()) ?? -1];
  const periodic = measure !== undefined && measure.period !== '' && measure.period !== '一次';
  return measure === undefined || periodic || measure.state !== '已完成' ? null : measure.doneOn;
}

/** Only a closed issue is complete: the dates of a reopened one belong to its previous round. */
function issueDone({ ledger, joined }: CheckContext, number: number | null): LedgerDate | null {
  const issue = ledger.issues.records[(number === null ? undefined : joined.issueAt.get(number)) ?? -1];
  return issue?.state === '已销号' ? (issue.doneOn ?? issue.closedOn) : null;
}
