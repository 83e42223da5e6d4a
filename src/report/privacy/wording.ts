/** Titles of the privacy rules, places of hits, and what stands in for what is left out. */
import type { PrivacyRule } from './hit';

export const RULE_TITLES: Readonly<Record<PrivacyRule, string>> = {
  'id-number': '身份证号',
  'bank-card': '银行卡号或账号',
  mobile: '手机号码',
  plate: '车牌号',
  address: '乡镇以下住址',
  mail: '电子邮箱',
  link: '链接',
  'punished-name': '处分、谈话语句中的姓名',
  informant: '举报人、信访人信息',
  name: '姓名',
  case: '案件办理用语',
};

export const LEFT_OUT = { link: '〔链接已略〕', address: '某处', person: '某某' } as const;

export const PLACES = {
  title: '标题',
  mark: '首页标记',
  paragraph: (at: number): string => `正文第${at}段`,
  contact: '联系方式',
  signature: '落款',
  attachments: '附件说明',
  row: (table: string, row: number): string => table + (row === 0 ? '表头' : `第${row}行`),
  table: (at: number): string => `正文表${at}`,
  attachment: '附件表',
  form: '表单',
  chart: (at: number): string => `图${at}`,
  more: '等',
} as const;
