/** Every name Apps Script may call: menu items, triggers, the one remote door. It only binds. */
import { checkLedger } from './app/checkLedger';
import { callCommand } from './app/door';
import { generateReport } from './app/generateReport';
import type { Ports } from './app/ports';
import { setUpLedger } from './app/setUpLedger';
import { handleEdit } from './google/editTrigger';
import { driveFiles } from './google/files';
import { buildMenu } from './google/menu';
import { describeCheck, describeReport, describeSetUp, tell } from './google/messages';
import { showDialog, showSidebar } from './google/pages';
import { activeUser, exclusively, scriptClock } from './google/surroundings';
import { spreadsheetView } from './google/view';
import { sheetsWorkbook } from './google/workbook';
import type { Result } from './ledger/fault';

function ports(): Ports {
  return {
    workbook: sheetsWorkbook(),
    view: spreadsheetView(),
    files: driveFiles(),
    clock: scriptClock(),
    actor: activeUser,
    exclusively,
  };
}

export function onOpen(): void {
  buildMenu();
}

export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  handleEdit(event);
}

export function menuSetUpLedger(): void {
  tell(setUpLedger(ports()), describeSetUp);
}

export function menuImport(): void {
  showDialog('import', '导入反馈意见', 900, 640);
}

export function menuSidebar(): void {
  showSidebar('sidebar');
}

export function menuAddIssue(): void {
  showDialog('addIssue', '新增问题', 560, 640);
}

export function menuPreviewReport(): void {
  showDialog('preview', '预览报告', 1000, 700);
}

export function menuHelp(): void {
  showSidebar('help');
}

export function menuCheckLedger(): void {
  tell(checkLedger(ports()), describeCheck);
}

export function menuDraftReport(): void {
  tell(generateReport(ports(), { kind: 'public' }), describeReport);
}

export function remote(name: string, argument: unknown): Result<unknown> {
  return callCommand(ports(), name, argument);
}
