/** Rules date-order and closed-before-done: dates and states that cannot follow each other so. */
import { SETTINGS, type SettingId } from '../ledger/settings';
import { isSettled } from '../progress/deadlines';
import type { CheckContext } from './context';
import type { Observation, Rule } from './finding';
import { about, aboutSetting, keyAt } from './observe';

/** Settings in the order their dates must have; of each pair of neighbours that are filled in. */
const COURSE = ['inspectedFrom', 'inspectedTo', 'feedbackOn', 'dueOn'] as const satisfies readonly SettingId[];

export const dateOrder: Rule = {
  code: 'date-order',
  severity: 'warning',
  title: '日期先后不合',
  explains: '巡察、反馈、完成、销号有先后；日期颠倒或落在将来，多半填错，也会被疑为补造。',
  check: (context) => [...ofSettings(context), ...ofIssues(context), ...ofMeasures(context), ...ofEvidence(context)],
};

export const closedBeforeDone: Rule = {
  code: 'closed-before-done',
  severity: 'error',
  title: '先销号后整改',
  explains: '销号以整改完成为前提：措施没有完成就销号，或销号日期早于完成日期，是销号不严。',
  check({ ledger, joined }) {
    const { issues, measures } = ledger;
    return issues.records.flatMap(({ number, state, closedOn, doneOn }, at): Observation[] => {
      if (state !== '已销号') return [];
      const own = number === null ? [] : (joined.measuresOf.get(number) ?? []);
      const open = own.filter((position) => ['未开始', '进行中'].includes(measures.records[position]?.state ?? ''));
      if (open.length > 0) {
        const keys = open.map((position) => keyAt(measures, position));
        const names = `${keys.slice(0, 3).join('、')}${keys.length > 3 ? `等${keys.length}项` : ''}`;
        const message = `已销号，但措施${names}尚未完成`;
        return [about(issues, at, 'state', { message, remedy: '补办措施的完成情况，或退回重新整改', related: keys })];
      }
      if (closedOn === null) return [];
      const remedy = '核对日期，改正填错的一个；确系先销号后整改的，退回重新整改';
      if (doneOn !== null && doneOn > closedOn) {
        return [about(issues, at, 'closedOn', { message: `销号日期${closedOn}早于完成日期${doneOn}`, remedy })];
      }
      const late = own.filter((position) => {
        const { doneOn: done = null, period = '' } = measures.records[position] ?? {};
        return done !== null && done > closedOn && (period === '' || period === '一次');
      });
      const [first] = late;
      if (first === undefined) return [];
      const related = late.map((position) => keyAt(measures, position));
      const message = `销号日期${closedOn}早于措施${related[0]}的完成日期${measures.records[first]?.doneOn}`;
      return [about(issues, at, 'closedOn', { message, remedy, related })];
    });
  },
};

function ofSettings({ ledger: { settings }, today }: CheckContext): Observation[] {
  const remedy = '核对两个日期，改正填错的一个';
  const filled = COURSE.filter((id) => settings[id] !== null);
  const course = filled.flatMap((id, index): Observation[] => {
    const before = filled[index - 1];
    const date = settings[id];
    const earlier = before === undefined ? null : settings[before];
    if (before === undefined || date === null || earlier === null || earlier <= date) return [];
    const message = `${SETTINGS[id].item}${date}早于${SETTINGS[before].item}${earlier}`;
    return [aboutSetting(id, { message, remedy })];
  });
  const { feedbackOn, reportOn } = settings;
  if (feedbackOn !== null && reportOn !== null && reportOn < feedbackOn) {
    course.push(aboutSetting('reportOn', { message: `报告日期${reportOn}早于反馈日期${feedbackOn}`, remedy }));
  }
  if (feedbackOn !== null && feedbackOn > today) {
    course.push(aboutSetting('feedbackOn', { message: `反馈日期${feedbackOn}在今天（${today}）之后`, remedy }));
  }
  return course;
}

function ofIssues({ ledger, feedbackOn, today }: CheckContext): Observation[] {
  const { issues } = ledger;
  return issues.records.flatMap(({ doneOn, closedOn, deadline, state }, at): Observation[] => {
    const found = completionFault(doneOn, feedbackOn, today);
    if (found !== undefined) return [about(issues, at, 'doneOn', found)];
    if (closedOn !== null && closedOn > today) {
      return [about(issues, at, 'closedOn', future('销号日期', closedOn, today))];
    }
    if (deadline === null || feedbackOn === null || deadline >= feedbackOn || isSettled(state)) {
      return [];
    }
    const message = `整改时限${deadline}早于反馈日期${feedbackOn}`;
    return [about(issues, at, 'deadline', { message, remedy: '核对两个日期，改正填错的一个' })];
  });
}

function ofMeasures({ ledger, joined, feedbackOn, today }: CheckContext): Observation[] {
  const { issues, measures } = ledger;
  return measures.records.flatMap(({ issue, doneOn, deadline, state }, at): Observation[] => {
    const found = completionFault(doneOn, feedbackOn, today);
    if (found !== undefined) return [about(measures, at, 'doneOn', found)];
    const owner = issue === null ? undefined : issues.records[joined.issueAt.get(issue) ?? -1];
    const limit = owner?.deadline ?? null;
    if (deadline === null || limit === null || deadline <= limit || state === '已取消') return [];
    if (owner === undefined || isSettled(owner.state)) return [];
    const message = `时限${deadline}晚于问题${issue}的整改时限${limit}`;
    return [
      about(measures, at, 'deadline', {
        message,
        remedy: '把措施时限改到问题时限之内；确需延长的，先申请延期',
        related: [String(issue)],
      }),
    ];
  });
}

function ofEvidence({ ledger: { evidence }, today }: CheckContext): Observation[] {
  return evidence.records.flatMap(({ date }, at) =>
    date !== null && date > today ? [about(evidence, at, 'date', future('材料日期', date, today))] : [],
  );
}

function completionFault(doneOn: string | null, feedbackOn: string | null, today: string) {
  if (doneOn === null) return undefined;
  if (doneOn > today) return future('完成日期', doneOn, today);
  if (feedbackOn === null || doneOn >= feedbackOn) return undefined;
  return {
    message: `完成日期${doneOn}早于反馈日期${feedbackOn}`,
    remedy: '核对日期；巡察期间边巡边改的，写明情况并申请豁免',
  };
}

function future(name: string, date: string, today: string) {
  return { message: `${name}${date}在今天（${today}）之后`, remedy: '改为实际日期；尚未发生的留空' };
}
