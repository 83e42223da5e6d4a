/** Phrases of an invented county, from which the sample's sentences are put together. */

export const UNIT = '栖霞湾县公路管理局';
export const DEPARTMENTS = [
  '办公室',
  '机关党委',
  '人事股',
  '财务股',
  '建设管理股',
  '公路养护股',
  '运输管理股',
  '安全监督股',
  '法制股',
  '执法大队',
];
export const SURNAMES = '顾 闻 阮 邢 裴 卓 桑 温 樊 戚 柏 虞 祁 骆 尹 滕 俞 楚 晏 傅'.split(' ');
export const GIVEN_NAMES = '知远 若川 景行 清和 怀瑾 望舒 书瑶 承泽 松年 安澜 牧之 云帆 思齐 长庚 晚晴 一诺'.split(' ');

export const ASPECTS = [
  '贯彻落实党的路线方针政策和上级决策部署方面',
  '落实全面从严治党主体责任和监督责任方面',
  '履行职能职责和服务群众方面',
  '选人用人和基层党组织建设方面',
  '巡察、审计等监督发现问题整改方面',
];

/** What each piece of work is about: subject, where it is done, what is counted in it. */
export const SUBJECTS = [
  ['农村公路日常养护', '乡道', '公里'],
  ['桥梁安全检测', '桥梁', '座'],
  ['货运源头治超', '货运站场', '处'],
  ['客运班线经营许可', '班线', '条'],
  ['工程变更签证审核', '合同段', '个'],
  ['质量保证金返还', '施工企业', '家'],
  ['公务用车维修报销', '车辆', '台'],
  ['固定资产清查登记', '资产', '件'],
  ['干部人事档案审核', '档案', '卷'],
  ['编外人员聘用', '岗位', '个'],
  ['党组会议议事规则', '议题', '项'],
  ['党员领导干部双重组织生活', '支部', '个'],
  ['廉政风险点排查', '岗位', '个'],
  ['执法文书制作', '案卷', '卷'],
  ['罚没款缴库', '票据', '份'],
  ['水上交通渡口管理', '渡口', '处'],
  ['出租车投诉处理', '投诉', '件'],
  ['招标代理机构选取', '项目', '个'],
  ['扶贫路桥项目后续管护', '项目', '个'],
  ['驾驶员培训市场监管', '驾校', '所'],
  ['办公用房使用', '房间', '间'],
  ['差旅费审核', '凭证', '张'],
  ['意识形态阵地管理', '账号', '个'],
  ['信访积案化解', '积案', '件'],
  ['路域环境整治', '路段', '段'],
  ['应急物资储备', '物资', '批'],
] as const;

export const FAULTS = [
  '底数不清、台账不实',
  '把关不严，程序倒置',
  '长期无人管护，责任悬空',
  '只有部署没有督办',
  '以会议代替落实',
  '审批超出时限',
  '前后标准不一',
  '存在应收未收情况',
  '监督检查流于形式',
  '制度多年没有修订',
  '记录事后补填',
  '对上级通报的问题整改不彻底',
];
export const SCENES = [
  '抽查上一年度{n}{unit}{object}，有{m}{unit}资料不全',
  '近三年办理的{n}{unit}{object}中，{m}{unit}没有集体研究记录',
  '走访{place}群众，{m}{unit}{object}的问题反映后半年未答复',
  '现场核对{n}{unit}{object}，账实不符的有{m}{unit}',
  '翻阅{place}的记录，{m}{unit}{object}的签字日期早于办理日期',
  '{n}{unit}{object}中有{m}{unit}超过规定期限仍未办结',
];
export const PLACES = '青螺镇 白鹭渡 松塘乡 望江口 杏花坪 石鼓寨 云梯岭 柳荫湖 梅溪场 金蟾镇 竹海乡 双桥铺'.split(' ');

export const OPENINGS = [
  '由{leader}牵头，{department}会同{other}',
  '{department}在{place}试点的基础上',
  '自{month}月起，{department}按月',
  '{department}抽调{k}名业务骨干组成专班',
  '针对{place}等地的突出情况，{department}',
  '{department}对照反馈意见列出{k}项任务，',
  '经党组第{k}次会议研究，{department}',
  '{department}邀请{place}群众代表{k}人参与，',
  '结合年度重点工作，{department}和{other}',
];
export const ACTIONS = [
  '逐{unit}核对{subject}的原始资料，补齐缺项{m}处',
  '对{subject}涉及的{n}{unit}{object}重新登记，做到一{unit}一档',
  '修订《{subject}管理办法》，明确受理、复核、签批三个环节的时限',
  '把{subject}纳入股室季度考核，权重提高到{k}分',
  '清退不符合条件的{m}{unit}{object}，收回款项{money}万元',
  '委托第三方对{n}{unit}{object}开展评估，形成问题清单{m}条',
  '建立{subject}预警提示，临期{k}日自动提醒经办人',
  '对{place}的{m}{unit}{object}实行挂牌督办，办结一件公布一件',
  '组织{subject}专题培训{k}期，参训{n}人次并当场测试',
  '公开{subject}的办事指南和监督电话，在{place}设公示牌{k}处',
  '与{place}签订共管协议，划清{n}{unit}{object}的管护界线',
  '开展交叉互查{k}轮，发现并改正{subject}不规范情形{m}个',
  '对履职不力的{k}名人员谈话提醒，并在{department}内部通报',
  '调整经办岗位{k}个，实行{subject}经办与复核分离',
];
export const CLOSINGS = [
  '，于{month}月底前全部到位。',
  '，由{other}每季度抽查一次。',
  '，结果报整改办备查。',
  '，有关数据与{other}按月核对。',
  '，并向{place}群众反馈办理情况。',
  '，差错率控制在百分之{k}以内。',
  '，相关资料由{department}归档。',
  '，新增情形即时登记、七日内处理。',
];
export const RESULTS = [
  '已核对{n}{unit}{object}，改正{m}处',
  '办结{m}{unit}{object}，其余按计划推进',
  '{place}的{n}{unit}{object}通过复查',
  '收回{money}万元，已缴入专户',
  '制度已印发，{department}等{k}个股室执行',
  '抽查{n}{unit}{object}，合格{m}{unit}',
];
export const CAUSES = [
  '对{subject}的要求学得不深，习惯于凭经验办事，{department}与{other}之间衔接不紧。',
  '重建设轻管理，{subject}没有固定的人管，检查之后缺少回访。',
  '制度更新慢，{subject}的复核环节缺位，领导班子听取汇报多、到{place}现场看得少。',
  '岗位长期不轮换，{department}对{subject}中的风险警觉不够。',
];
export const EFFECTS = [
  '{subject}实现一{unit}一档，{place}等地群众投诉比上年同期下降百分之{n}。',
  '{n}{unit}{object}全部纳入台账管理，{department}按月更新，未再发现同类情形。',
  '{subject}的办理时限由{n}个工作日缩短到{k}个工作日，{place}企业普遍认可。',
];
