/** Words of 视图, its files included. */
import type { Gives } from '../../app/contract';

export const VIEWS = {
  loading: '正在读取视图',
  none: '还没有视图。台账中有了问题，点“更新视图”即可生成。',
  own: '与我有关',
  standing: '按办理情况',
  families: { department: '按责任部门', leader: '按牵头领导', mine: '按责任人', toSign: '按审核人' },
  issues: (n: number) => `${n}个`,
  unmade: '未生成',
  unmadeAll: (n: number) => `有${n}个视图还没有生成，请点“更新视图”。`,
  update: '更新视图',
  updating: '正在更新视图',
  updated: ({ views, made, changed, removed }: Gives<'refreshViews'>) =>
    made + changed + removed === 0
      ? `${views}个视图都是最新的。`
      : `共${views}个视图：新建${made}个，更改${changed}个，移除${removed}个。`,
  dashboard: '刷新看板',
  drawing: '正在刷新看板',
  drawn: (asOf: string) => `看板已刷新，截至${asOf}。`,
} as const;

export const FILES_PART = {
  title: '文件',
  reports: '通报、报告和表格在菜单“生成报告”→“选择、预览、定稿…”中生成。',
  catalogue: '生成全部问题的档案目录',
  pack: '党组会材料',
  explain: '列明本期销号的、逾期的及原因、提请研究的事项，附台账表和图。',
  from: '起始日',
  fromNote: '不填则从上一份材料之后算起',
  to: '截止日',
  toNote: '不填则到今天',
  make: '生成党组会材料',
  making: '正在生成党组会材料，约需十几秒',
  made: ({ from, to, closed, overdue, asked }: Gives<'progressPack'>) =>
    `${from}至${to}的材料已生成：销号${closed}个，逾期${overdue}个，提请研究${asked}项。`,
} as const;
