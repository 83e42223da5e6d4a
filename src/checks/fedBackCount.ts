/** Rule fed-back-count: the number of issues the feedback states against the number in the ledger. */
import type { Check } from './finding';
import { aboutSetting } from './observe';

export const fedBackCount: Check = ({ ledger, issues }) => {
  const { fedBack } = ledger.settings;
  const count = issues.length;
  if (fedBack === null || fedBack === count) return [];
  const difference = fedBack > count ? `少${fedBack - count}个` : `多${count - fedBack}个`;
  return [
    aboutSetting(
      'fedBack',
      `反馈问题总数是${fedBack}个，问题台账登记了${count}个，${difference}`,
      '对照反馈意见补登问题，或改正“反馈问题总数”',
    ),
  ];
};
