/** Rule copied-finding: a measure that only repeats what the inspection found. */
import { repeatedShare } from '../text/similarity';
import type { Check } from './finding';
import { about } from './observe';

/** A measure must name its issue's matter, so some overlap is natural; this much leaves no room for a measure. */
const SHARE = 0.7;

export const copiedFinding: Check = ({ measures }) =>
  measures.flatMap((row) => {
    const { owner, printed, record } = row;
    if (owner === undefined || record.state === '已取消') return [];
    const { number, title, detail } = owner.record;
    const share = repeatedShare(record[printed], `${title}\n${detail}`);
    if (share < SHARE) return [];
    return about(
      row,
      printed,
      `有${Math.round(share * 100)}%的文字重复问题${number}的反馈内容，没有写出做法`,
      '写明做了什么、由谁做、做到什么程度',
      { related: [String(number)] },
    );
  });
