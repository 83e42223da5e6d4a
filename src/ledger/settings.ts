/** The unit's settings: the rows of the tab 设置, each with a type, a default and an explanation. */
import type { LedgerDate } from '../text/dates';
import { MEASURE_FORMS, ROLES } from './schema';

interface TextSetting {
  kind: 'text';
  item: string;
  initial: string;
  explanation: string;
}
interface ChoiceSetting<V extends string> {
  kind: 'choice';
  item: string;
  values: readonly V[];
  initial: V;
  explanation: string;
}
interface DateSetting {
  kind: 'date';
  item: string;
  explanation: string;
}
interface IntegerSetting {
  kind: 'integer';
  item: string;
  initial: number | null;
  min: number;
  max: number;
  explanation: string;
}
export type Setting = TextSetting | ChoiceSetting<string> | DateSetting | IntegerSetting;

type SettingValue<S> =
  S extends ChoiceSetting<infer V>
    ? V
    : S extends TextSetting
      ? string
      : S extends DateSetting
        ? LedgerDate | null
        : S extends IntegerSetting
          ? number | null
          : never;

const text = (item: string, explanation: string, initial = ''): TextSetting => ({
  kind: 'text',
  item,
  initial,
  explanation,
});
const choice = <const V extends string>(
  item: string,
  values: readonly V[],
  explanation: string,
  initial: NoInfer<V>,
): ChoiceSetting<V> => ({ kind: 'choice', item, values, initial, explanation });
const date = (item: string, explanation: string): DateSetting => ({ kind: 'date', item, explanation });
const integer = (
  item: string,
  explanation: string,
  initial: number | null,
  min: number,
  max: number,
): IntegerSetting => ({ kind: 'integer', item, initial, min, max, explanation });

/** How a headline is written around an issue's 问题; `{问题}` is where it stands. A 问题 that begins with 关于 or ends with 。 is printed as it is. */
export const HEADLINE_FORMS = [
  '关于“{问题}”的问题。',
  '关于“{问题}”的问题',
  '关于“{问题}”问题的整改。',
  '关于“{问题}”问题的整改',
  '关于{问题}的问题。',
  '关于{问题}的问题',
  '关于{问题}问题的整改。',
  '关于{问题}问题的整改',
  '{问题}。',
  '{问题}',
] as const;

export const SETTINGS = {
  unit: text('单位名称', '单位全称，如“青禾县水务局”。用于标题和落款。'),
  partyBody: choice('党组织形式', ['党组', '党委', '委员会', '党总支', '党支部'], '标题和落款中的党组织名称。', '党组'),
  inspectionKind: choice('巡察类型', ['巡察', '巡视'], '标题和正文用“巡察”还是“巡视”。', '巡察'),
  round: text('巡察轮次', '如“十四届县委第六轮”；标题需要写明轮次时填写，否则留空。'),
  inspectionTeam: text('巡察组', '巡察组名称，如“县委第二巡察组”。'),
  inspectedFrom: date('巡察开始日期', '巡察组进驻的日期。'),
  inspectedTo: date('巡察结束日期', '巡察结束的日期。'),
  feedbackOn: date('反馈日期', '反馈巡察意见的日期；佐证材料不得早于此日。'),
  fedBack: integer('反馈问题总数', '反馈意见载明的问题总数，用于核对台账。', null, 0, 100_000),
  dueOn: date('集中整改截止日期', '集中整改期限的最后一日。'),
  soonDays: integer('临期天数', '距时限不足多少天算临期。', 7, 0, 365),
  chain: text(
    '销号流程',
    '签批的各环节，按先后用“→”连接，每个环节写一种角色。小单位可只写“整改办”；只有一人的单位写“自查”，只能记自查完成，不算销号。',
    '部门负责人→分管领导→整改办→主要负责人',
  ),
  extensionRole: choice('延期审批', ROLES, '谁批准延期；申请延期的人和责任人不能自己批准。', '分管领导'),
  extensionCap: integer('延期上限天数', '比原定时限累计晚多少天以上，须由再上一级批准。', 90, 0, 3650),
  terminationRole: choice('终止审批', ROLES, '谁决定终止整改。', '主要负责人'),
  variant: choice(
    '报告体例',
    ['四部分', '两部分', '三部分', '统计在前'],
    '四部分：组织整改、整改落实、成效、打算；两部分：逐条列整改状态；三部分：主体责任、第一责任人责任、问题整改；统计在前：不设一级标题。',
    '四部分',
  ),
  numbering: choice(
    '问题序号',
    ['连续编号', '分方面编号'],
    '问题序号在各方面之间连续，或每个方面重新从1开始。',
    '连续编号',
  ),
  headline: choice('问题标题式', HEADLINE_FORMS, '报告中问题标题的写法。', '关于“{问题}”的问题。'),
  measureForm: choice(
    '措施体例',
    MEASURE_FORMS,
    '报告中各项措施的写法；问题台账可逐条另定。只有一项措施时不加“一是”。',
    '一是',
  ),
  statistics: choice(
    '统计段',
    ['自动', '有', '无'],
    '报告中是否写整改情况的统计段；“自动”：统计在前体例写，素材中已有统计表述的不重复。',
    '自动',
  ),
  headlinePlace: choice('问题标题排法', ['独立成段', '接排'], '问题标题独立成段，或与整改情况接排在一段。', '独立成段'),
  attachment: choice('附整改台账', ['否', '是'], '报告后是否附整改台账（横表）。', '否'),
  title: text('报告标题', '留空则按单位名称自动拟定；写“无”则不印标题；也可写明标题。'),
  signature: choice('落款', ['单位和日期', '仅日期', '无'], '报告末尾的落款。', '单位和日期'),
  signatory: text('落款单位', '留空则为“中共”加单位名称和党组织形式。'),
  reportOn: date('报告日期', '报告的成文日期；留空则为生成报告之日。'),
  contact: text('联系方式', '报告末尾的联系方式，逐行填写，如“联系电话：……”。'),
  names: choice('姓名写法', ['职务', '姓名'], '社会公开通报中“名单”里的人写职务还是姓名。', '职务'),
  allowed: text(
    '可公开内容',
    '逐行填写脱敏检查中可以原样公开的内容，如单位邮箱、办公地址；联系方式中的姓名和座机不必填写。',
  ),
  remindBefore: text('提前提醒天数', '到期前第几天提醒，用顿号分开；写“无”则不提前提醒。', '7、3、1'),
  remindOnDay: choice('到期当天提醒', ['是', '否'], '到期当天是否提醒。', '是'),
  remindOverdue: text(
    '逾期提醒天数',
    '逾期第几天提醒，用顿号分开；最后一个数之后每30天一次；写“无”则不提醒逾期。',
    '1、3、7、15、30',
  ),
  remindWaiting: integer(
    '待办提醒天数',
    '申请销号、申请延期超过多少天未签批的，提醒签批人，此后每隔这么多天再提醒；写0则不提醒。',
    3,
    0,
    365,
  ),
  superviseAfter: integer('督办起点', '逾期满多少天由提醒升为督办；写0则不督办。', 15, 0, 3650),
  superviseRole: choice('督办对象', ROLES, '督办时同时发给哪种角色。', '分管领导'),
  warnAfter: integer('告诫起点', '逾期满多少天由督办升为告诫；写0则不告诫。', 30, 0, 3650),
  warnRole: choice('告诫对象', ROLES, '告诫时同时发给哪种角色。', '主要负责人'),
} as const;

export type SettingId = keyof typeof SETTINGS;
export type Settings = { -readonly [K in SettingId]: SettingValue<(typeof SETTINGS)[K]> } & {
  /** The unit's own drop-down lists. */
  lists: { aspects: string[]; groups: string[]; departments: string[] };
};

/** The settings of a ledger in which nobody has filled in anything. */
export function initialSettings(): Settings {
  return {
    unit: SETTINGS.unit.initial,
    partyBody: SETTINGS.partyBody.initial,
    inspectionKind: SETTINGS.inspectionKind.initial,
    round: SETTINGS.round.initial,
    inspectionTeam: SETTINGS.inspectionTeam.initial,
    inspectedFrom: null,
    inspectedTo: null,
    feedbackOn: null,
    fedBack: SETTINGS.fedBack.initial,
    dueOn: null,
    soonDays: SETTINGS.soonDays.initial,
    chain: SETTINGS.chain.initial,
    extensionRole: SETTINGS.extensionRole.initial,
    extensionCap: SETTINGS.extensionCap.initial,
    terminationRole: SETTINGS.terminationRole.initial,
    variant: SETTINGS.variant.initial,
    numbering: SETTINGS.numbering.initial,
    headline: SETTINGS.headline.initial,
    measureForm: SETTINGS.measureForm.initial,
    statistics: SETTINGS.statistics.initial,
    headlinePlace: SETTINGS.headlinePlace.initial,
    attachment: SETTINGS.attachment.initial,
    title: SETTINGS.title.initial,
    signature: SETTINGS.signature.initial,
    signatory: SETTINGS.signatory.initial,
    reportOn: null,
    contact: SETTINGS.contact.initial,
    names: SETTINGS.names.initial,
    allowed: SETTINGS.allowed.initial,
    remindBefore: SETTINGS.remindBefore.initial,
    remindOnDay: SETTINGS.remindOnDay.initial,
    remindOverdue: SETTINGS.remindOverdue.initial,
    remindWaiting: SETTINGS.remindWaiting.initial,
    superviseAfter: SETTINGS.superviseAfter.initial,
    superviseRole: SETTINGS.superviseRole.initial,
    warnAfter: SETTINGS.warnAfter.initial,
    warnRole: SETTINGS.warnRole.initial,
    lists: { aspects: [], groups: [], departments: [] },
  };
}
