/** The sidebar and the dialogs: one page, shown in one of its views. */
import { MENU_TITLE } from './menu';

export type View = 'sidebar' | 'views' | 'import' | 'addIssue' | 'reports' | 'reconcile' | 'remind' | 'help';

/** Where the page expects its view; replaced as text, since a template would evaluate more than this. */
const VIEW_SLOT = '<?= view ?>';

export function showSidebar(view: View): void {
  SpreadsheetApp.getUi().showSidebar(page(view).setTitle(MENU_TITLE));
}

export function showDialog(view: View, title: string, width: number, height: number): void {
  SpreadsheetApp.getUi().showModalDialog(page(view).setWidth(width).setHeight(height), title);
}

function page(view: View): GoogleAppsScript.HTML.HtmlOutput {
  const content = HtmlService.createHtmlOutputFromFile('sidebar').getContent();
  return HtmlService.createHtmlOutput(content.replace(VIEW_SLOT, view));
}
