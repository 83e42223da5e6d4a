/** What people read in the further kinds of report. */
import type { NarrativeKind } from '../../ledger/schema';

const FED_BACK = '引言||{{反馈日期}}，{{巡察组}}向{{党组织名称}}反馈了{{巡察类型}}意见。';
const EFFECT = '整改成效||【整改带来的变化，用事实和数据说明】';
const WATCHED = '结尾||欢迎广大党员、干部和群众监督。';
const SUBMITTED = '结尾||特此报告。';

/** A gap in a starter text; the check `placeholder` finds it in 报告素材. */
export const gap = (what: string): string => `【请填写：${what}】`;

/** Starter texts, a row a line: 版块|标题|正文. 【…】 is a gap: what is to be filled in. */
export const STARTERS: Record<'' | NarrativeKind, string> = {
  '': `${FED_BACK}根据有关规定，现将整改情况通报如下。
组织整改|加强组织领导|【组织机构、研究整改的会议】
组织整改|压实整改责任|针对{{问题数}}个问题制定{{措施总数}}项措施，逐项明确责任和时限。
组织整改|严格对账销号|【审核销号、督促检查的做法】
第一责任人||【书记研究、部署、督促整改的情况】
${EFFECT}
下一步打算|持续推进整改|对尚未完成和需要长期坚持的问题，按既定措施抓紧推进。
下一步打算|巩固整改成果|对已完成的问题适时“回头看”，发现反弹的重新整改。
下一步打算|健全长效机制|【拟建立、修订的制度】
${WATCHED}`,
  整改情况报告: `${FED_BACK}现将整改情况报告如下。
组织整改|研究部署|【传达学习、研究整改、成立机构的情况】
组织整改|制定方案|【方案的研究、报审和任务分解】
组织整改|督促检查|【督查、通报、审核销号的情况】
${EFFECT}
下一步打算||【未完成问题的安排、困难和需要支持的事项】
${SUBMITTED}`,
  组织落实情况报告: `引言||作为{{巡察类型}}整改第一责任人，现将组织落实整改的情况报告如下。
第一责任人|研究部署|【主持召开的会议、议题和决定】
第一责任人|督促落实|【听取汇报、实地督查、协调解决难点的情况】
第一责任人|带头整改|【领办问题、带动班子成员整改的情况】
下一步打算||【对未完成问题的安排】
${SUBMITTED}`,
  后续进展报告: `引言||{{党组织名称}}持续推进{{巡察类型}}整改，现将后续进展情况通报如下。
${EFFECT}
下一步打算||【对正在整改和需要长期坚持的问题的安排】
${WATCHED}`,
};

export const NO_ISSUE = '请指定要生成销号审批表的问题编号。';
export const unknownIssue = (issue: number): string => `“问题台账”没有编号${issue}，请核对编号。`;
export const noChain = (chain: string): string => `“设置”的“销号流程”“${chain}”不能识别，请用“→”连接各环节的角色。`;
export const NO_SINCE = '请指定后续进展报告从“报告登记”的哪个版本起算。';

export const NONE = '无';
export const UNSET = '未定';
export const ADDRESSEE = gap('主送单位');

export const committeeTitle = (party: string, round: string): string => `${party}关于${round}整改情况的报告`;
export const committeeHeading = (inspection: string): string => `${inspection}反馈问题整改落实情况`;
export const NO_ASPECT = '其他方面';
export const WORK = '整改措施及落实情况';
/** Before a colon stands the header of the column it is from. */
export const field = (header: string, text: string): string => `${header}：${text}`;
export const inBrackets = (...texts: readonly string[]): string => {
  const some = texts.filter((text) => text !== '');
  return some.length === 0 ? '' : `（${some.join('，')}）`;
};
export const pieces = (list: readonly string[]): string => `佐证材料${list.length}件：${list.join('；') || NONE}。`;
export const history = (events: readonly string[]): string => `办理经过：${events.join('；')}。`;
export const account = (inspection: string): string => `${inspection}整改台账`;
export const EVIDENCE_LIST = '佐证材料清单';

export const extendedTo = (on: string, to: string): string => `${on}批准延期至${to}`;
export const refusedOn = (on: string): string => `${on}不予延期`;
export const reopenedOn = (on: string, to: string): string => `${on}重新整改，时限${to || UNSET}`;

export const leaderPost = (party: string): string => party && `${party}书记`;
export const leaderTitle = (post: string, round: string): string => `${post}关于组织落实${round}整改情况的报告`;
export const LEADER = ['台账记载的履职情况', '牵头整改的问题', '签批和决定', '会议', '未完成的问题'] as const;
export const ledCount = (total: number, progress: string): string => `牵头整改问题${total}个，${progress}。`;
export const decisions = (
  signed: number,
  delegated: number,
  returned: number,
  granted: number,
  refused: number,
): string =>
  `签批${signed}次（委托代签${delegated}次），退回${returned}次，批准延期${granted}次，不予延期${refused}次。`;
export const meetings = (count: number): string => `台账登记会议${count}次。`;
export const NO_LEADER = gap('“名单”中角色为主要负责人的人');

export const approvalTitle = (inspection: string): string => `${inspection}整改问题销号审批表`;
export const roundOf = (round: number): string => `第${round}轮`;
export const APPROVAL = ['申请事项', '申请人', '办理结果', '以往办理'] as const;
export const opinionBy = (role: string): string => `${role}\n意见`;
export const signedOn = (opinion: string, who: string, on: string): string =>
  `${opinion || '同意'}。\n签名：${who}　　${on}`;
export const TO_SIGN = '\n签名：　　　　　　　　　　年　　月　　日';
export const pending = (role: string): string => `待${role}签批`;
export const sealNote = (seal: string, same: boolean): string =>
  `本表依据“办理记录”生成。申请内容指纹${seal}，台账内容${same ? '与其一致' : '已有改动，请核对'}。`;
export const EMPTY_NOTE = '本表依据“办理记录”生成，本轮尚无有效申请；是否销号以“办理记录”为准。';

export const LISTS = ['问题清单', '任务清单', '责任清单'] as const;
export const listsTitle = (unit: string, inspection: string): string => `${unit}${inspection}整改${LISTS.join('、')}`;
export const listsSaid = (on: string, issues: number, measures: number): string =>
  `截至${on}，列入问题${issues}个、整改措施${measures}项（不含已取消）。`;

export const recheckTitle = (unit: string, inspection: string): string => `${unit}${inspection}整改“回头看”情况`;
export const RECHECK = ['抽查', '结果', '分类处置', '重新整改', '比上次报告'] as const;
export const recheckCounts = (on: string, d: number, findings: readonly string[], rate: string): string =>
  `截至${on}，“回头看”${d}个（每轮计一次），其中${findings.join('、')}，反弹率${rate}。`;
/** The three classes of what was looked at again. */
export const CLASSES = ['已完成的，巩固成果', '需长期坚持的，持续推进', '效果不好的，再整改'] as const;
export const counted = (name: string, count: number): string => `${name}${count}个`;
export const again = (issue: string, finding: string, anew: boolean): string =>
  `${issue}：${finding}，${anew ? '已' : '尚未'}重新整改。`;
export const reopened = (issue: string, event: string, state: string): string => `${issue}：${event}，现为${state}。`;
export const FIRST = '此前没有同类报告。';
export const changes = (on: string, checked: string, overturned: string, reopened: string, closed: string): string =>
  `${on}报告以来，“回头看”${checked}，其中部分反弹、反弹${overturned}；重新整改${reopened}；重新整改后再次认定${closed}。`;
export const times = (issues: readonly string[]): string => `${issues.length}次${inBrackets(issues.join('、'))}`;
export const CHECKED_BY = '查看人';
export const CHECKED_ON = '日期';

export const followUpTitle = (party: string, round: string): string => `${party}关于${round}整改后续进展情况的通报`;
export const FOLLOW_UP = '后续整改进展情况';
export const standing = (on: string, total: number, progress: string): string =>
  `${on}，台账问题${total}个，${progress}。`;
export const sinceThen = (on: string, groups: readonly string[], same: number, gone: number): string =>
  `${on}以来，${groups.join('、')}，其余${same}个没有变化${gone > 0 ? `，移出台账${gone}个` : ''}。`;
/** What became of issues. */
export const CHANGES = {
  closed: '新完成整改',
  ongoing: '转入长期坚持',
  reopened: '重新整改',
  open: '仍在整改',
  ended: '已终止',
  added: '新增',
};
export const issuesThat = (change: string): string => `${change}的问题`;
export const publicState = (state: string, due: string, events: string): string =>
  `整改状态：${state}${due && `；整改时限：${due}`}${events}。`;
export const extendedFrom = (from: string, why: string): string =>
  `由${from || '原定时限'}延期${why && `，事由：${why}`}`;
export const reopenedSince = (on: string): string => `${on}起重新整改`;
export const RESULTS = '期间整改成果';
