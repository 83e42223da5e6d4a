/** Every name Apps Script may call: menu items, triggers, the one remote door. It only binds. */
import { actInCells } from './app/act';
import { checkLedger } from './app/checkLedger';
import { callCommand } from './app/door';
import { generateReport } from './app/generateReport';
import type { Ports } from './app/ports';
import { setUpLedger } from './app/setUpLedger';
import { sealLog } from './app/verifyLog';
import { disableAutomation, enableAutomation } from './google/automation';
import { handleEdit } from './google/editTrigger';
import { driveFiles } from './google/files';
import { buildMenu } from './google/menu';
import { describeCheck, describeReport, describeSetUp, tell } from './google/messages';
import { editorOf, operationRows } from './google/operationTrigger';
import { showDialog, showSidebar } from './google/pages';
import { activeUser, exclusively, scriptClock } from './google/surroundings';
import { spreadsheetView } from './google/view';
import { sheetsWorkbook } from './google/workbook';
import type { Result } from './ledger/fault';

function ports(spreadsheetId?: string): Ports {
  return {
    workbook: sheetsWorkbook(spreadsheetId),
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

export function menuEnableAutomation(): void {
  tell(enableAutomation(), (lines) => lines);
}

export function menuDisableAutomation(): void {
  tell(disableAutomation(), (lines) => lines);
}

/** Installable: carries out what was chosen in 操作, as the person who chose it. */
export function onOperation(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const rows = operationRows(event);
  if (rows === undefined) return;
  const done = actInCells({ ...ports(event.source.getId()), actor: () => editorOf(event) }, rows);
  if (!done.ok) event.source.toast(done.faults.map(({ message }) => message).join(''), '整改台账', 10);
}

/** Installable: the owner's daily verification of the log. */
export function dailyVerify(): void {
  sealLog(ports());
}

export function remote(name: string, argument: unknown): Result<unknown> {
  return callCommand(ports(), name, argument);
}
