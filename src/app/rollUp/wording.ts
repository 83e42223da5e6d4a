/** What people read in 下属单位, 汇总 and 共性问题. */

export const UNITS_TITLE = '下属单位';
/** The tabs that are drawn, and what stands in their first cell. */
export const DRAWN = [
  { title: '汇总', first: '整改汇总' },
  { title: '共性问题', first: '各单位共性问题' },
] as const;
/** What the result of every unit that was read begins with. */
export const READ = '已读取';

export const WORDING = {
  unreadable: (cells: number): string => `${READ}，有${cells}处不能识别，请该单位校验台账`,
  noUnits: `“${UNITS_TITLE}”没有填写单位，请填写单位名称、表格编号或链接后再汇总。`,
  badLink: '没有读：请填写表格编号，或表格的链接',
  repeated: '没有读：上面已列有同一表格',
  damaged: '读取的数据被改动：请清空“结果”后重新汇总',
  asOf: (at: string): string => `截至${at}（由“汇总 ▸ 开始汇总”更新，请勿手改）`,
  total: ['总体情况', '数量', '占比'],
  units: '下属单位（已读取）',
  fedBack: '反馈问题',
  closed: '已完成',
  ongoing: '长期坚持',
  inProgress: '正在整改',
  notStarted: '未启动',
  terminated: '已终止',
  overdue: '逾期',
  measures: '已完成措施',
  failed: ['未能汇总的单位', '原因'],
  common: ['共性问题', '单位数', '单位', '各单位的表述'],
  none: '没有两个以上单位共有的问题。',
  issue: (unit: string, number: number | null, title: string): string => `${unit}${number ?? ''}：${title}`,
  more: (count: number): string => `……共${count}条`,
};
