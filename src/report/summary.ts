/** The statistics paragraph: how many issues are done, and what the rectification has yielded, in the genre's wording. */
import type { Narrative } from '../ledger/schema';
import type { Settings } from '../ledger/settings';
import { formatRate, type IssueCounts, type OutcomesByKind, type Stated } from '../progress/statistics';

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
export function summaryText(statistics: Stated, settings: Pick<Settings, 'inspectionTeam'>): string {
  const { fedBack, issues, publicOutcomes } = statistics;
  const yields = yieldText(publicOutcomes);
  const progress = `${settings.inspectionTeam}反馈问题${fedBack}个，${progressText(issues)}。`;
  return yields === '' ? progress : `${progress}通过整改，${yields}。`;
}

/** `已完成整改18个、阶段性完成（长期坚持）2个、正在整改5个，整改完成率72%` */
export function progressText(issues: IssueCounts): string {
  const states = [
    `已完成整改${issues.closed}个`,
    ...stated('阶段性完成（长期坚持）', issues.ongoing, '个'),
    `正在整改${issues.inProgress}个`,
    ...stated('未完成', issues.notStarted, '个'),
    ...stated('已终止', issues.terminated, '个'),
  ];
  return `${states.join('、')}，整改完成率${formatRate(issues.completion)}`;
}

/** `新建制度3项、修订制度2项；追缴资金7.132万元`; `''` where nothing was yielded. */
export function yieldText(outcomes: OutcomesByKind): string {
  return [rules(outcomes), money(outcomes), discipline(outcomes)]
    .filter((some) => some.length > 0)
    .map((some) => some.join('、'))
    .join('；');
}

/** The number with its words, unless it is zero. */
function stated(words: string, number: number, unit: string): string[] {
  return number > 0 ? [words + number + unit] : [];
}

function rules({ 制度新建, 制度修订, 制度废止 }: OutcomesByKind): string[] {
  return [
    ...stated('新建制度', 制度新建.number, '项'),
    ...stated('修订制度', 制度修订.number, '项'),
    ...stated('废止制度', 制度废止.number, '项'),
  ];
}

function money({ 资金追缴, 资金清退, 资金追回, 挽回损失 }: OutcomesByKind): string[] {
  return [
    ...stated('追缴资金', 资金追缴.money, '万元'),
    ...stated('清退资金', 资金清退.money, '万元'),
    ...stated('追回资金', 资金追回.money, '万元'),
    ...stated('挽回损失', 挽回损失.money, '万元'),
  ];
}

/** Once anybody was dealt with, the usual classes are all stated, zeros included (`诫勉0人`). */
function discipline(outcomes: OutcomesByKind): string[] {
  const usual = ['党纪处分', '政务处分', '组织处理', '诫勉', '谈话提醒'] as const;
  const further = (['批评教育', '责令检查'] as const).filter((kind) => outcomes[kind].number > 0);
  if (further.length === 0 && !usual.some((kind) => outcomes[kind].number > 0)) return [];
  return [...usual, ...further].map((kind) => `${kind}${outcomes[kind].number}人`);
}
