/** What people read in 看板, filter views, reminders and roll-ups. */

export const DASHBOARD = {
  title: (unit: string, inspection: string): string => `${unit}${inspection}整改看板`,
  asOf: (date: string, time: string): string => `截至${date}${time && ` ${time}`}（由“校验台账”更新，请勿手改）`,
  blank: '（未填写）',
  rest: (count: number): string => `其余${count}个`,
  totals: ['总体情况', '数量', '占比', '说明'],
  quality: ['时限与质量', '数量', '占比', '说明'],
  /** Each line's name, and what its rate is a rate of. */
  lines: {
    fedBack: ['反馈问题', '反馈意见载明的问题总数'],
    total: ['台账问题', '占反馈问题'],
    closed: ['已销号', '整改完成率：已销号÷台账问题'],
    ongoing: ['长期坚持', '单独统计，不计入已完成'],
    inProgress: ['正在整改', '含待审核、自查完成、重新整改'],
    notStarted: ['未启动', ''],
    terminated: ['已终止', ''],
    overdue: ['逾期未完成', '超过整改时限且未销号'],
    measures: ['整改措施', '措施完成率：已完成÷未取消'],
    onFirst: ['按原定时限完成', '按时÷应完成（含逾期未完成）'],
    onPresent: ['按现行时限完成', '时限含批准的延期'],
    signed: ['独立签批销号', '有签批记录÷已销号和长期坚持'],
    takenOver: ['接续的销号', '导入前已办结，签批不在本台账'],
    reported: ['报告完成未认定', ''],
    evidenced: ['措施有佐证', '有佐证÷未取消的措施'],
    returned: ['申请被退回', '退回和作废÷已有结果的申请'],
    overturned: ['回头看反弹', '反弹和部分反弹÷已回头看'],
  } as const,
  reported: (counts: { selfChecked: number; waiting: number; measuresDone: number }): string =>
    `自查完成${counts.selfChecked}、待审核${counts.waiting}、措施全完成${counts.measuresDone}`,
  aspect: '方面',
  deadlineKind: '整改类型',
  department: '责任部门',
  leader: '牵头领导',
  groups: (name: string): string[] => [name, '已销号', '长期坚持', '未到期', '逾期', '完成率'],
  ages: ['未完成问题历时', '数量', '占比'],
  burnDown: ['进度走势', '应剩余', '实剩余', '已销号', '逾期', '完成率'],
  nextDue: ['最近到期', '状态', '责任部门', '牵头领导', '剩余天', '时限'],
  oldest: ['历时最久', '状态', '责任部门', '牵头领导', '已历天', '时限'],
  issue: (number: number | null, title: string): string => `${number ?? '—'} ${title}`,
};

export const CHARTS = {
  departments: '各责任部门整改进度（问题数）',
  burnDown: '未完成问题：实际与按时限应有（个）',
  ages: '未完成问题历时（个）',
};

export const VIEWS = {
  mine: '我的',
  overdue: '已逾期',
  thisMonth: '本月到期',
  toSign: '待我审核',
  department: '部门',
  leader: '牵头领导',
  ongoing: '长期坚持',
  noEvidence: '无佐证',
  returned: '被退回',
  reopened: '重新整改',
  closed: '已销号',
  of: (family: string, subject: string): string => `${family}·${subject}`,
};

export const REMINDERS = {
  before: (days: number): string => `还有${days}天到期`,
  onDay: '今日到期',
  overdue: (days: number): string => `已逾期${days}天`,
  toSign: (step: string, days: number): string => `待您签批（${step}），已等${days}天`,
  toExtend: (until: string, days: number): string => `申请延期至${until}，待您决定，已等${days}天`,
  number: (level: string, year: string, sequence: number): string => `${level}〔${year}〕${sequence}号`,
  subject: (unit: string, level: string, items: number, date: string): string =>
    `【${level}】${unit}整改事项${items}项（${date}）`,
  line: (issue: number, title: string, what: string): string => `问题${issue} ${title}：${what}`,
  greeting: (name: string): string => `${name}同志：请办理下列整改事项。`,
  foot: (number: string): string => `${number}，由整改台账自动发出；办理后不再提醒。`,
  role: (role: string): string => `未登记“${role}”`,
  notListed: '不在“名单”中',
  noMail: '“名单”中没有邮箱',
  ambiguous: '“名单”中有重名，须分清',
  nobody: '未填责任人',
  mailed: (name: string, parts: string): string => `发给${name}：${parts}`,
  step: (days: number, to: string, level: string): string => `逾期${days}天，${level}：${to}`,
  postponed: (mails: number): string => `今日邮件限额已用完，另有${mails}人的提醒顺延至次日`,
};

export const ROLL_UP = {
  league: ['名次', '单位', '反馈', '已完成', '长期坚持', '正在整改', '未启动', '已终止', '逾期', '完成率'],
  total: '合计',
  units: (count: number): string => `${count}个单位`,
  done: (fedBack: number, closed: number): string => `反馈${fedBack}个，完成${closed}个`,
  states: (counts: { ongoing: number; inProgress: number; notStarted: number; terminated: number }): string => {
    const { ongoing, inProgress, notStarted, terminated } = counts;
    const stated = (words: string, count: number): string => (count > 0 ? `、${words}${count}个` : '');
    return (
      stated('长期坚持', ongoing) +
      stated('正在整改', inProgress) +
      stated('未启动', notStarted) +
      stated('已终止', terminated)
    );
  },
  rate: (rate: string): string => `完成率${rate}`,
  overdue: (count: number): string => `，逾期${count}个`,
};
