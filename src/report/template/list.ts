/** The listed tags: what a template may name, and what each comes to. */
import { PLACEHOLDERS } from '../placeholders';

export interface ListedTag {
  tag: string;
  meaning: string;
  /** Written `{#tag}……{/tag}`, once for each of its items. */
  list?: boolean;
  /** The list in whose items alone it has a value. */
  in?: string;
}

export const ISSUES = '问题清单';
export const MEASURES = '措施';
/** Tags that only ask whether something is so. */
const CONDITION = '条件，写作{#…}…{/…}，反之{^…}…{/…}：';
const one = (list: string | undefined, meanings: Readonly<Record<string, string>>): ListedTag[] =>
  Object.entries(meanings).map(([tag, meaning]) =>
    list === undefined ? { tag, meaning } : { tag, meaning: `${list}中：${meaning}`, in: list },
  );

/** Placeholders of 报告素材 that are tags too, outcomes apart: those may be unticked, and a nought be untrue. */
export const SHARED = Object.entries(PLACEHOLDERS).filter(([, { kind }]) => kind === undefined);

/** Tag names and meanings, in the order they are shown. */
export const LISTED_TAGS: readonly ListedTag[] = [
  { tag: '@body', meaning: '报告正文，单独成段' },
  ...one(undefined, {
    标题: '报告标题；正文写有此标签时，{@body}不再印标题',
    文号: '发文字号，留空待填',
    单位: '单位名称',
    党组织: '党组织全称',
    轮次: '巡察轮次',
    版本: '“报告登记”的版本号',
    状态: '草稿或定稿',
    种类: '报告的种类',
    保密审查人: '保密审查人',
    批准人: '批准人',
    是定稿: `${CONDITION}定稿`,
    是公开: `${CONDITION}对外公开的种类`,
    有附件: `${CONDITION}正文带附件`,
  }),
  ...SHARED.map(([tag]) => ({ tag, meaning: `同报告素材的{{${tag}}}` })),
  { tag: ISSUES, meaning: '报告所列的问题，写作{#问题清单}…{/问题清单}；起止标签在表格同一行则逐行重复', list: true },
  ...one(ISSUES, {
    序号: '顺序号',
    编号: '台账编号',
    方面: '方面',
    类: '类',
    问题: '问题；概括公开的为公开表述',
    整改措施: '各项措施，一项一行',
    整改状态: '整改状态',
    整改时限: '整改时限',
    责任部门: '责任部门',
    牵头领导: '牵头领导的职务',
  }),
  { tag: MEASURES, meaning: '问题清单中：该问题的措施，写作{#措施}…{/措施}；概括公开的没有', list: true, in: ISSUES },
  ...one(MEASURES, { 序号: '顺序号', 内容: '报告所印的文字', 状态: '状态', 时限: '时限' }),
];
