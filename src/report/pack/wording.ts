/** What people read in 党组会材料. */
import type { IssueCounts } from '../../progress/statistics';
import type { LedgerDate } from '../../text/dates';

export const PACK_KIND = '党组会材料';

export type Columns = readonly (readonly [header: string, share: number, align: 'left' | 'center'])[];

export const PACK = {
  internal: '内部材料',
  title: (inspection: string): string => `${inspection}整改进展情况汇报`,
  period: (from: LedgerDate, to: LedgerDate): string => `${from}至${to}`,
  scope: (from: string, to: string, today: string): string => `本期为${from}至${to}，各项数字截至${today}。`,
  none: '无',
  headings: {
    overall: '总体进度',
    closed: '本期销号',
    overdue: '逾期情况及原因',
    asked: '提请研究事项',
    leaders: '按牵头领导',
    charts: '进度图',
  },
  happened: (closed: number, ongoing: number, terminated: number, reopened: number): string =>
    `本期销号${closed}个，转长期坚持${ongoing}个，终止${terminated}个，重新整改${reopened}个。`,
  imported: '签批不在本台账',
  since: (state: string): string => `（现为${state}）`,
  actingFor: (by: string, principal: string): string => `${by}（代${principal}）`,
  unknownIssue: '（台账中没有此编号）',
  overdue: (count: number, most: number): string => `逾期未完成${count}个，最长逾期${most}天。`,
  days: (days: number): string => `${days}天`,
  noWords: '没有进展或延期记录',
  late: (days: number): string => `逾期${days}天`,
  left: (days: number): string => `剩${days}天`,
  issue: (number: number, title: string, department: string): string =>
    `问题${number}“${title}”${department && `（${department}）`}`,
  extension: (issue: string, from: string, to: string, why: string, by: string, on: string, who: string): string =>
    `延期申请：${issue}，申请时限由${from}延至${to}，理由：${why}；${by}${on}提出，待${who}决定。`,
  noDeadline: '未定时限',
  closeOut: (issue: string, target: string, by: string, on: string, signed: string, who: string): string =>
    `${target}申请：${issue}，${by}${on}申请，${signed ? `已签批：${signed}；` : ''}待${who}签批。`,
  waiting: (role: string, names: string, days: number): string =>
    `${role}（${names || '名单中没有可以办理的人'}，已等${days}天）`,
  termination: (issue: string, on: string, why: string, by: string): string =>
    `终止事项：${issue}，${by}${on}终止，理由：${why}，提请确认。`,
  severally: '一个问题有几位牵头领导的，在各人名下都计入。',
  blank: '（未填写）',
  open: '未完成问题一览表',
};

export const OVERALL = {
  issues: (fedBack: number, counts: IssueCounts, completion: string): string => {
    const { total, closed, ongoing, inProgress, notStarted, terminated } = counts;
    return (
      `反馈问题${fedBack}个，列入台账${total}个：已销号${closed}个，长期坚持${ongoing}个，正在整改${inProgress}个，` +
      `未启动${notStarted}个，已终止${terminated}个。整改完成率${completion}。`
    );
  },
  overdue: (count: number, share: string): string => `逾期未完成${count}个，占${share}。`,
  measures: (inForce: number, done: number, completion: string): string =>
    `整改措施${inForce}项（不含已取消），已完成${done}项，措施完成率${completion}。`,
  quality: (
    rates: Record<'first' | 'present' | 'signed' | 'evidenced' | 'returned' | 'overturned', string> & {
      reported: number;
    },
  ): string =>
    `按原定时限完成${rates.first}，按现行时限完成${rates.present}；销号和长期坚持中，经独立签批的${rates.signed}；` +
    `报告完成而未认定的${rates.reported}个；措施佐证覆盖率${rates.evidenced}，申请退回率${rates.returned}，` +
    `回头看反弹率${rates.overturned}。`,
};

/** Widths in millimetres of the type area's 156. */
export const CLOSED_COLUMNS: Columns = [
  ['编号', 13, 'center'],
  ['问题', 45, 'left'],
  ['责任部门', 20, 'center'],
  ['日期', 24, 'center'],
  ['结果', 20, 'center'],
  ['签批人', 34, 'left'],
];
export const OVERDUE_COLUMNS: Columns = [
  ['编号', 13, 'center'],
  ['问题', 42, 'left'],
  ['责任部门', 20, 'center'],
  ['时限', 24, 'center'],
  ['逾期', 16, 'center'],
  ['最近进展或延期事由', 41, 'left'],
];
export const LEADER_COLUMNS: Columns = [
  ['牵头领导', 24, 'center'],
  ['问题', 13, 'center'],
  ['已销号', 15, 'center'],
  ['长期坚持', 13, 'center'],
  ['正在整改', 13, 'center'],
  ['未启动', 15, 'center'],
  ['已终止', 15, 'center'],
  ['逾期', 13, 'center'],
  ['完成率', 35, 'center'],
];
/** Of the 225 of a page across. */
export const OPEN_COLUMNS: Columns = [
  ['编号', 13, 'center'],
  ['问题', 44, 'left'],
  ['牵头领导', 20, 'center'],
  ['责任部门', 20, 'center'],
  ['责任人', 17, 'center'],
  ['时限', 24, 'center'],
  ['期限', 22, 'center'],
  ['状态', 20, 'center'],
  ['措施', 13, 'center'],
  ['最近进展', 32, 'left'],
];
