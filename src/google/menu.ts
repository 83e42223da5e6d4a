/** The menu 整改台账; every item names a top-level function of main.ts. */

export const MENU_TITLE = '整改台账';

/** Built in the simple `onOpen`, which runs without authorisation: nothing but the interface is touched. */
export function buildMenu(): void {
  const ui = SpreadsheetApp.getUi();
  ui.createMenu(MENU_TITLE)
    .addItem('建立/升级台账', 'menuSetUpLedger')
    .addSeparator()
    .addItem('校验台账', 'menuCheckLedger')
    .addSubMenu(ui.createMenu('生成报告').addItem('通报草稿', 'menuDraftReport'))
    .addToUi();
}
