/** Rule wording-public-status: 长期坚持 told to the public as 已完成. */
import { isIntention, statedIn } from '../text/stated';
import type { Check } from './finding';
import { about } from './observe';

const ALL_DONE =
  /(?:问题|任务)(?:均|都|全部)?(?:已)?(?:全部|均|都)(?:已)?(?:完成|整改|销号)|(?:已)?全部(?:完成|整改到位|整改完成|销号|整改完毕)|均已(?:完成|整改到位|整改完成|销号)|完成率(?:为|达|达到)?(?:100[%％]|百分之百)/;

export const wordingPublicStatus: Check = ({ issues, narrative, statistics }) => {
  const { ongoing, closed } = statistics.issues;
  if (ongoing === 0) return [];
  const related = issues.flatMap(({ record: { state, number } }) =>
    state === '长期坚持' && number !== null ? [String(number)] : [],
  );
  return narrative.flatMap((row) => {
    const { part, title, body } = row.record;
    if (part === '未归位' || part === '下一步打算') return [];
    const text = `${title}\n${body}`;
    const say = (message: string) =>
      about(
        row,
        body === '' ? 'title' : 'body',
        message,
        '改写为“已完成若干个，阶段性完成若干个”，长期坚持的不计入已完成',
        { related },
      );
    const claim = ALL_DONE.exec(text);
    if (claim && !isIntention(text, claim.index)) {
      return say(`写了“${claim[0]}”，而台账有${ongoing}个问题是长期坚持`);
    }
    const stated = text.split('\n').flatMap((line) => statedIn(line).filter(({ subject }) => subject === 'issues'));
    const completed = stated.find(({ what }) => what === 'completed');
    if (completed?.value !== closed + ongoing || stated.some(({ what }) => what === 'staged')) return [];
    return say(`“${completed.words}”把${ongoing}个长期坚持的问题也算作完成，已销号的是${closed}个`);
  });
};
