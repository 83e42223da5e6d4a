/** The words a ledger's columns choose from. They stand apart from the schema, for clients that need no more of it. */

export const ISSUE_STATES = [
  '未启动',
  '整改中',
  '待审核',
  '自查完成',
  '已销号',
  '长期坚持',
  '重新整改',
  '已终止',
] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

export const MEASURE_STATES = ['未开始', '进行中', '已完成', '已取消'] as const;
export const PERIODS = ['一次', '每周', '每月', '每季度', '每半年', '每年'] as const;
export const DEADLINE_KINDS = ['立行立改', '限期整改', '分阶段整改', '长期坚持'] as const;
export const PUBLICITY = ['公开', '概括公开', '不公开'] as const;
export const ROLES = ['经办人', '部门负责人', '分管领导', '整改办', '主要负责人', '纪检'] as const;
export type Role = (typeof ROLES)[number];
export const EVIDENCE_TYPES = [
  '会议记录',
  '制度文件',
  '通知文件',
  '票据凭证',
  '照片影像',
  '台账资料',
  '培训学习',
  '公示宣传',
  '其他',
] as const;
export const OUTCOME_KINDS = [
  '制度新建',
  '制度修订',
  '制度废止',
  '会议',
  '资金追缴',
  '资金清退',
  '资金追回',
  '挽回损失',
  '党纪处分',
  '政务处分',
  '组织处理',
  '诫勉',
  '谈话提醒',
  '批评教育',
  '责令检查',
  '函询',
  '移交',
  '线索',
  '信访件',
  '立行立改',
  '测评',
] as const;
/** How an issue's measures are written in the report; blank follows 设置. */
export const MEASURE_FORMS = ['一是', '一是分段', '一方面', '一方面是', '（1）', '①', '分段', '连写'] as const;
export const LOG_ACTIONS = [
  '导入',
  '建立',
  '启动',
  '进展',
  '申请销号',
  '申请长期坚持',
  '签批',
  '退回',
  '撤回',
  '作废',
  '销号',
  '转长期坚持',
  '自查完成',
  '申请延期',
  '延期',
  '不予延期',
  '抽样',
  '回头看',
  '重新整改',
  '终止',
  '豁免',
  '报告',
  '审查',
  '修改',
  '提醒',
  '督办',
  '告诫',
] as const;
/** Parts of a report; 未归位 keeps what intake could not place, so that nothing is lost. */
export const NARRATIVE_PARTS = [
  '引言',
  '组织整改',
  '第一责任人',
  '整改落实',
  '整改成效',
  '下一步打算',
  '结尾',
  '未归位',
] as const;
/** A narrative paragraph's level; its number is computed when the report is made. */
export const NARRATIVE_LEVELS = ['段落', '一、', '（一）', '1.', '（1）'] as const;
/** The reports with a narrative of their own in 报告素材; rows of no kind are the notice's, internal and public alike. */
export const NARRATIVE_KINDS = ['整改情况报告', '组织落实情况报告', '后续进展报告'] as const;
export type NarrativeKind = (typeof NARRATIVE_KINDS)[number];
/** How the hits of the privacy scan may be decided. */
export const PRIVACY_CHOICES = ['遮盖', '改用职务', '保留'] as const;
export type PrivacyChoice = (typeof PRIVACY_CHOICES)[number];
/** The kinds of report, as commands call them; src/report/kinds names and composes them. */
export const REPORT_KINDS = [
  'public',
  'internal',
  'committee',
  'leader',
  'approval',
  'lists',
  'catalogue',
  'recheck',
  'follow-up',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];
