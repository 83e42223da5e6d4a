/** The statistics paragraph: how many issues are done, and what the rectification has yielded, in the genre's wording. */
import type { Narrative } from '../ledger/schema';
import type { Settings } from '../ledger/settings';
import { formatRate, type OutcomesByKind, type Statistics } from '../progress/statistics';

/** A sentence that states the numbers already, in figures or by placeholder. */
const STATED = /完成(?:整改|问题|了)*\d+[个项条]|完成率[为达到是]*\d/;

/** Whether the report writes the paragraph: 有, or 自动 in 统计在前 when no row of the narrative states the numbers. */
export function wantsSummary(
  settings: Pick<Settings, 'statistics'>,
  variant: Settings['variant'],
  narrative: readonly Narrative[],
): boolean {
  if (settings.statistics !== '自动') return settings.statistics === '有';
  return variant === '统计在前' && !narrative.some(({ title, body }) => STATED.test(title + body));
}

/**
 * `县委第二巡察组反馈问题25个，已完成整改18个、阶段性完成（长期坚持）2个、正在整改5个，整改完成率72%。` and the public outcomes.
 * The words are those of the status lines; 已完成 and 正在整改 are printed even when zero, the others only when there are
 * any.
 */
export function summaryText(statistics: Statistics, settings: Pick<Settings, 'inspectionTeam'>): string {
  const { fedBack, issues, publicOutcomes } = statistics;
  const states = [
    `已完成整改${issues.closed}个`,
    ...(issues.ongoing > 0 ? [`阶段性完成（长期坚持）${issues.ongoing}个`] : []),
    `正在整改${issues.inProgress}个`,
    ...(issues.notStarted > 0 ? [`未完成${issues.notStarted}个`] : []),
    ...(issues.terminated > 0 ? [`已终止${issues.terminated}个`] : []),
  ];
  const progress =
    `${settings.inspectionTeam}反馈问题${fedBack}个，${states.join('、')}，` +
    `整改完成率${formatRate(issues.completion)}。`;
  const yields = [rules(publicOutcomes), money(publicOutcomes), discipline(publicOutcomes)].filter((s) => s !== '');
  return yields.length === 0 ? progress : `${progress}通过整改，${yields.join('；')}。`;
}

function rules(outcomes: OutcomesByKind): string {
  return [
    ['新建制度', outcomes.制度新建.number] as const,
    ['修订制度', outcomes.制度修订.number] as const,
    ['废止制度', outcomes.制度废止.number] as const,
  ]
    .filter(([, number]) => number > 0)
    .map(([word, number]) => `${word}${number}项`)
    .join('、');
}

function money(outcomes: OutcomesByKind): string {
  return [
    ['追缴资金', outcomes.资金追缴.money] as const,
    ['清退资金', outcomes.资金清退.money] as const,
    ['追回资金', outcomes.资金追回.money] as const,
    ['挽回损失', outcomes.挽回损失.money] as const,
  ]
    .filter(([, sum]) => sum > 0)
    .map(([word, sum]) => `${word}${sum}万元`)
    .join('、');
}

/** Once anybody was dealt with, the usual classes are all stated, zeros included (`诫勉0人`). */
function discipline(outcomes: OutcomesByKind): string {
  const usual = ['党纪处分', '政务处分', '组织处理', '诫勉', '谈话提醒'] as const;
  const further = ['批评教育', '责令检查'] as const;
  if (![...usual, ...further].some((kind) => outcomes[kind].number > 0)) return '';
  return [...usual, ...further.filter((kind) => outcomes[kind].number > 0)]
    .map((kind) => `${kind}${outcomes[kind].number}人`)
    .join('、');
}
