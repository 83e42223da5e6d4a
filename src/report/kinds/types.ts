/** The kinds of report, what each is called, and what one is composed from and comes to. */
import { REPORT_KINDS, type ReportKind } from '../../ledger/lists';
import type { Settings } from '../../ledger/settings';
import type { LedgerDate } from '../../text/dates';
import type { World } from '../../workflow/people';
import type { ReportDocument } from '../document';

export { REPORT_KINDS, type ReportKind };

/** 种类 in 报告登记. */
export const KIND_NAMES = {
  public: '社会公开通报',
  internal: '党内通报',
  committee: '整改情况报告',
  leader: '组织落实情况报告',
  approval: '销号审批表',
  lists: '三清单',
  catalogue: '档案目录',
  recheck: '回头看情况',
  'follow-up': '后续进展报告',
} as const satisfies Record<ReportKind, string>;

/** Whether it is for everybody to read. */
export const isPublic = (kind: ReportKind): boolean => kind === 'public' || kind === 'follow-up';

/** A row of 报告登记 a report goes on from. */
export interface Since {
  version: number;
  /** 序号 of the last row of 办理记录 it rested on. */
  basis: number;
  generatedAt: string;
}

export interface KindOptions {
  kind: ReportKind;
  /** Instead of 设置 报告体例; of the two notices. */
  variant?: Settings['variant'];
  today: LedgerDate;
  world: World;
  /** 编号; of 销号审批表, and of 档案目录 where only one issue's is wanted. */
  issue?: number;
  /** Of 后续进展报告. */
  since?: Since;
}

export interface Composed {
  document: ReportDocument;
  /** The ledger has no text of this kind yet, so a text to be edited stands in its place: nothing to be issued. */
  usesStarter: boolean;
}
