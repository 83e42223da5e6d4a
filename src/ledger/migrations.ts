/** How a ledger of an older schema version becomes one of the present: tabs and columns renamed, never dropped. */
import { SCHEMA_VERSION, type TabId } from './schema';

export interface Migration {
  /** The version the step leads to. */
  to: number;
  /** Old tab titles that become a tab's title, in order of preference. */
  tabs: Partial<Record<TabId, readonly string[]>>;
  /** Old headers that become a column, by tab and column id. */
  columns: Partial<Record<TabId, Readonly<Record<string, readonly string[]>>>>;
}

/** Version 0 is a ledger kept by hand before the program: its usual headers are taken for the columns they mean. */
export const MIGRATIONS: readonly Migration[] = [
  {
    to: 1,
    tabs: { issues: ['整改台账', '问题清单', '问题整改台账', '巡察整改台账'], measures: ['措施清单', '任务清单'] },
    columns: {
      issues: {
        number: ['序号', '问题编号', '问题序号'],
        aspect: ['问题类别', '所属方面'],
        title: ['存在问题', '反馈问题', '具体问题', '问题内容'],
        deadline: ['整改期限', '完成时限', '时限'],
        leader: ['责任领导', '分管领导', '牵头责任人'],
        department: ['责任科室', '牵头部门', '责任单位'],
        person: ['具体责任人', '经办人'],
        effect: ['成效', '整改效果'],
      },
      measures: {
        content: ['整改措施', '措施'],
        result: ['完成情况', '进展情况', '整改情况'],
        deadline: ['整改时限', '完成时限'],
      },
    },
  },
];

/** The steps from a version up to the present one. */
export function migrationsFrom(version: number): Migration[] {
  return MIGRATIONS.filter(({ to }) => to > version && to <= SCHEMA_VERSION);
}
