/** Who says an issue is done: those who did the work, or somebody independent who signed. */
import type { Rate } from './counts';
import type { Standing } from './standings';

export interface Acceptance {
  /** Open issues whose doers report them done while nobody independent has signed. */
  reported: {
    /** 自查完成. */
    selfChecked: number;
    /** 待审核. */
    waiting: number;
    /** Not applied for yet, though all measures in force (at least one) are 已完成. */
    measuresDone: number;
    /** selfChecked + waiting + measuresDone. */
    total: number;
  };
  /** Signed in this ledger: n = 已销号 or 长期坚持 with the chain's signatures in 办理记录, d = all 已销号 and 长期坚持. */
  signed: Rate;
  /** Taken over: n = 已销号 or 长期坚持 whose signatures 办理记录 does not hold (imported so), d as above. */
  takenOver: Rate;
}

export function acceptanceOf(standings: readonly Standing[]): Acceptance {
  let selfChecked = 0;
  let waiting = 0;
  let measuresDone = 0;
  let signed = 0;
  let closed = 0;
  for (const { issue, course, open, inForce, done } of standings) {
    const { state } = issue;
    if (state === '自查完成') selfChecked += 1;
    else if (state === '待审核') waiting += 1;
    else if (open && inForce > 0 && done === inForce) measuresDone += 1;
    if (state !== '已销号' && state !== '长期坚持') continue;
    closed += 1;
    if ((course?.closed?.signatures.length ?? 0) > 0) signed += 1;
  }
  return {
    reported: { selfChecked, waiting, measuresDone, total: selfChecked + waiting + measuresDone },
    signed: { n: signed, d: closed },
    takenOver: { n: closed - signed, d: closed },
  };
}
