/** What staff write instead of a choice, as data: each choice with the words that can mean nothing else in its column. */
import { tidyBlanks, toHalfWidth } from '../text/spacing';

const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  // measures
  未开始: ['未启动', '没开始', '尚未开始', '未开展', '待开始', '未实施'],
  进行中: ['进行', '正在进行', '在办', '办理中', '正在办理', '推进中', '正在推进', '整改中', '正在整改'],
  已完成: ['完成', '已办结', '办结', '办理完毕', '完成整改', '已完成整改', '已整改', '整改到位', '已整改到位'],
  已取消: ['取消', '作废', '不再实施'],
  一次: ['一次性', '单次', '只一次'],
  每周: ['每周一次', '一周一次', '按周', '每星期', '每星期一次'],
  每月: ['每月一次', '一月一次', '每个月', '每个月一次', '按月', '月度', '每月1次'],
  每季度: ['每季', '每季一次', '每季度一次', '一季度一次', '按季', '按季度', '季度', '每季度1次'],
  每半年: ['半年', '半年一次', '每半年一次', '每半年1次'],
  每年: ['每年一次', '一年一次', '按年', '年度', '每年1次'],
  // issues
  立行立改: ['立行立改类', '立即整改', '立知立改', '即知即改', '立改'],
  限期整改: ['限期整改类', '限期', '限期改', '限期完成'],
  分阶段整改: ['分阶段整改类', '分阶段', '分步整改', '分期整改', '阶段性整改'],
  长期坚持: ['长期坚持类', '长期', '长期整改', '持续坚持', '持续整改'],
  公开: ['对外公开', '全文公开', '予以公开', '可公开', '可以公开'],
  概括公开: ['概括', '概述公开', '简要公开'],
  不公开: ['不予公开', '不对外公开', '不宜公开'],
  // evidence
  会议记录: ['会议纪要', '会议材料'],
  制度文件: ['制度', '规章制度'],
  通知文件: ['通知'],
  票据凭证: ['票据', '凭证', '发票', '收据'],
  照片影像: ['照片', '图片', '影像', '视频', '录像'],
  台账资料: ['台账', '台帐', '台帐资料'],
  培训学习: ['培训', '学习', '学习培训'],
  公示宣传: ['公示', '宣传'],
  其他: ['其它'],
  // outcomes
  制度新建: ['新建制度', '制定制度', '新增制度', '制度制定'],
  制度修订: ['修订制度', '修改制度', '制度修改', '完善制度'],
  制度废止: ['废止制度'],
  谈话提醒: ['提醒谈话'],
  // people and reports
  经办人: ['经办', '承办人'],
  部门负责人: ['科室负责人', '股室负责人', '部门领导'],
  分管领导: ['分管', '分管负责人'],
  整改办: ['整改办公室'],
  主要负责人: ['主要领导', '一把手'],
  纪检: ['纪检组', '纪检监察', '纪检监察组'],
  草稿: ['草案', '初稿'],
  定稿: ['终稿'],
  已公开: ['公开', '已发布'],
  // settings
  是: ['√', '✓', '✔', '要', '附'],
  否: ['×', '✗', '不附'],
};

const TRUE_WORDS = ['√', '✓', '✔', '☑', '是', '对', '有', '已归档', '归档', '公开', 'true', 'yes', 'y', '1'];
const FALSE_WORDS = ['×', '✗', '✕', '☐', '否', '无', '未归档', '不公开', 'false', 'no', 'n', '0'];

/** The one of `values` that a written word means, by itself, by width, or as a synonym; undefined when it is not clear. */
export function choiceMeant(values: readonly string[], written: string): string | undefined {
  const word = folded(written);
  if (word === '') return undefined;
  const same = values.filter((value) => folded(value) === word);
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  const meant = values.filter((value) => (SYNONYMS[value] ?? []).includes(word));
  return meant.length === 1 ? meant[0] : undefined;
}

/** True or false as staff write it into a check column; undefined when it is not clear. */
export function checkMeant(written: string): boolean | undefined {
  const word = folded(written).toLowerCase();
  if (TRUE_WORDS.includes(word)) return true;
  return FALSE_WORDS.includes(word) ? false : undefined;
}

/** Blanks and widths set aside, and a full stop at the end. */
function folded(text: string): string {
  return toHalfWidth(tidyBlanks(text)).replace(/[\s。]/g, '');
}
