/** The menu 整改台账; every item names a top-level function of main.ts. */

export const MENU_TITLE = '整改台账';

/** Built in the simple `onOpen`, which runs without authorisation: nothing but the interface is touched. */
export function buildMenu(): void {
  const ui = SpreadsheetApp.getUi();
  ui.createMenu(MENU_TITLE)
    .addItem('建立/升级台账', 'menuSetUpLedger')
    .addItem('导入反馈意见…', 'menuImport')
    .addSeparator()
    .addItem('打开侧栏', 'menuSidebar')
    .addItem('新增问题', 'menuAddIssue')
    .addItem('校验台账', 'menuCheckLedger')
    .addSubMenu(ui.createMenu('生成报告').addItem('通报草稿', 'menuDraftReport').addItem('预览', 'menuPreviewReport'))
    .addSubMenu(
      ui
        .createMenu('自动处理')
        .addItem('启用自动处理', 'menuEnableAutomation')
        .addItem('停用自动处理', 'menuDisableAutomation'),
    )
    .addSeparator()
    .addItem('帮助', 'menuHelp')
    .addToUi();
}
