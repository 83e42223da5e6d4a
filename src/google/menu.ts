/** The menu 整改台账; every item names a top-level function of main.ts. */
import { reminding } from './automation';

export const MENU_TITLE = '整改台账';

/** Built in the simple `onOpen`, which runs without authorisation: only the interface and one property are touched. */
export function buildMenu(): void {
  const ui = SpreadsheetApp.getUi();
  const by = reminding();
  ui.createMenu(MENU_TITLE)
    .addItem('建立/升级台账', 'menuSetUpLedger')
    .addItem('导入反馈意见…', 'menuImport')
    .addSeparator()
    .addItem('打开侧栏', 'menuSidebar')
    .addItem('新增问题', 'menuAddIssue')
    .addItem('校验台账', 'menuCheckLedger')
    .addSubMenu(
      ui
        .createMenu('视图')
        .addItem('全部视图…', 'menuViews')
        .addItem('更新视图', 'menuRefreshViews')
        .addItem('刷新看板', 'menuRefreshDashboard'),
    )
    .addSubMenu(
      ui
        .createMenu('生成报告')
        .addItem('选择、预览、定稿…', 'menuReports')
        .addItem('通报草稿', 'menuDraftReport')
        .addItem('党组会材料', 'menuProgressPack')
        .addItem('与已发布的报告对账…', 'menuReconcile'),
    )
    .addSubMenu(
      ui
        .createMenu('自动处理')
        .addItem('启用自动处理', 'menuEnableAutomation')
        .addItem('停用自动处理', 'menuDisableAutomation'),
    )
    .addSubMenu(
      ui
        .createMenu('提醒')
        .addItem('试运行：看看会发给谁', 'menuPreviewReminders')
        .addItem('立即发送', 'menuSendReminders')
        .addItem(by === '' ? '启用每日提醒' : `启用每日提醒（已由${by}启用）`, 'menuEnableReminders')
        .addItem('停用每日提醒', 'menuDisableReminders'),
    )
    .addSubMenu(
      ui
        .createMenu('汇总')
        .addItem('建立汇总表', 'menuSetUpRollUp')
        .addItem('开始汇总', 'menuRollUp')
        .addItem('查看进度', 'menuRollUpProgress'),
    )
    .addSeparator()
    .addItem('自检', 'menuSelfTest')
    .addItem('帮助', 'menuHelp')
    .addToUi();
}
