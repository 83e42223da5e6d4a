/** Rules date-order and closed-before-done: dates and states that cannot follow each other so. */
import { SETTINGS } from '../ledger/settings';
import { isSettled } from '../progress/deadlines';
import type { LedgerDate } from '../text/dates';
import type { CheckContext } from './context';
import type { Check, Observation } from './finding';
import { about, aboutSetting, keyAt } from './observe';

/** Settings in the order their dates must have; of each pair of neighbours that are filled in. */
const COURSE = ['inspectedFrom', 'inspectedTo', 'feedbackOn', 'dueOn'] as const;
const ONE_IS_WRONG = '核对两个日期，改正填错的一个';

export const dateOrder: Check = (context) => [...ofSettings(context), ...ofRecords(context)];

export const closedBeforeDone: Check = ({ issues }) =>
  issues.flatMap((row) => {
    const { state, closedOn, doneOn } = row.record;
    if (state !== '已销号') return [];
    const open = row.measures.filter(({ record }) => record.state === '未开始' || record.state === '进行中').map(keyAt);
    if (open.length > 0) {
      const names = `${open.slice(0, 3).join('、')}${open.length > 3 ? `等${open.length}项` : ''}`;
      const remedy = '补办措施的完成情况，或退回重新整改';
      return about(row, 'state', `已销号，但措施${names}尚未完成`, remedy, { related: open });
    }
    if (closedOn === null) return [];
    const remedy = '核对日期，改正填错的一个；确系先销号的，退回重新整改';
    if (doneOn !== null && doneOn > closedOn) {
      return about(row, 'closedOn', `销号日期${closedOn}早于完成日期${doneOn}`, remedy);
    }
    const late = row.measures.filter(
      ({ record: { doneOn: done, period } }) =>
        done !== null && done > closedOn && (period === '' || period === '一次'),
    );
    const [first] = late;
    if (first === undefined) return [];
    const message = `销号日期${closedOn}早于措施${keyAt(first)}的完成日期${first.record.doneOn}`;
    return about(row, 'closedOn', message, remedy, { related: late.map(keyAt) });
  });

function ofSettings({ ledger: { settings }, today }: CheckContext): Observation[] {
  const { feedbackOn } = settings;
  const early = (id: 'reportOn' | (typeof COURSE)[number], before: (typeof COURSE)[number]): Observation[] => {
    const [date, earlier] = [settings[id], settings[before]];
    if (date === null || earlier === null || earlier <= date) return [];
    return [aboutSetting(id, `${SETTINGS[id].item}${date}早于${SETTINGS[before].item}${earlier}`, ONE_IS_WRONG)];
  };
  const filled = COURSE.filter((id) => settings[id] !== null);
  return [
    ...filled.flatMap((id, i) => early(id, filled[i - 1] ?? id)),
    ...early('reportOn', 'feedbackOn'),
    ...(feedbackOn !== null && feedbackOn > today
      ? [aboutSetting('feedbackOn', inFuture('反馈日期', feedbackOn, today), ONE_IS_WRONG)]
      : []),
  ];
}

function ofRecords({ issues, measures, evidence, feedbackOn, today }: CheckContext): Observation[] {
  const notYet = '改为实际日期；尚未发生的留空';
  const completion = (doneOn: LedgerDate | null): [message: string, remedy: string] | undefined => {
    if (doneOn === null) return undefined;
    if (doneOn > today) return [inFuture('完成日期', doneOn, today), notYet];
    if (feedbackOn === null || doneOn >= feedbackOn) return undefined;
    return [`完成日期${doneOn}早于反馈日期${feedbackOn}`, '核对日期；巡察期间边巡边改的，写明情况并申请豁免'];
  };
  return [
    ...issues.flatMap((row) => {
      const { doneOn, closedOn, deadline, state } = row.record;
      const found = completion(doneOn);
      if (found) return about(row, 'doneOn', ...found);
      if (closedOn !== null && closedOn > today) {
        return about(row, 'closedOn', inFuture('销号日期', closedOn, today), notYet);
      }
      if (deadline === null || feedbackOn === null || deadline >= feedbackOn || isSettled(state)) return [];
      return about(row, 'deadline', `整改时限${deadline}早于反馈日期${feedbackOn}`, ONE_IS_WRONG);
    }),
    ...measures.flatMap((row) => {
      const { issue, doneOn, deadline, state } = row.record;
      const found = completion(doneOn);
      if (found) return about(row, 'doneOn', ...found);
      const owner = row.owner?.record;
      const limit = owner?.deadline ?? null;
      if (deadline === null || limit === null || deadline <= limit || state === '已取消') return [];
      if (owner === undefined || isSettled(owner.state)) return [];
      const message = `时限${deadline}晚于问题${issue}的整改时限${limit}`;
      const remedy = '把措施时限改到问题时限之内；确需延长的，先申请延期';
      return about(row, 'deadline', message, remedy, { related: [String(issue)] });
    }),
    ...evidence.flatMap((row) => {
      const { date } = row.record;
      return date !== null && date > today ? about(row, 'date', inFuture('材料日期', date, today), notYet) : [];
    }),
  ];
}

function inFuture(name: string, date: LedgerDate, today: LedgerDate): string {
  return `${name}${date}在今天（${today}）之后`;
}
