/** Rule fed-back-count: the number of issues the feedback states against the number in the ledger. */
import type { Rule } from './finding';
import { aboutSetting } from './observe';

export const fedBackCount: Rule = {
  code: 'fed-back-count',
  severity: 'error',
  title: '反馈问题数不符',
  explains: '反馈意见载明的问题一个不能少；台账的问题数与反馈数不一致，就是漏登、合并或拆分了问题。',
  check({ ledger }) {
    const { fedBack } = ledger.settings;
    const count = ledger.issues.records.length;
    if (fedBack === null || fedBack === count) return [];
    const difference = fedBack > count ? `少${fedBack - count}个` : `多${count - fedBack}个`;
    return [
      aboutSetting('fedBack', {
        message: `反馈问题总数是${fedBack}个，问题台账登记了${count}个，${difference}`,
        remedy: '对照反馈意见补登或改正问题台账；数字填错的，改正“反馈问题总数”',
      }),
    ];
  },
};
