/** Every name Apps Script may call: menu items, triggers, the one remote door. It only binds. */
import { actInCells } from './app/act';
import { checkLedger } from './app/checkLedger';
import { callCommand } from './app/door';
import type { Ports } from './app/ports';
import { refreshDashboard, refreshProgress } from './app/refreshDashboard';
import { refreshViews } from './app/refreshViews';
import { remind } from './app/remind';
import { generateReport } from './app/report/generateReport';
import { progressPack } from './app/report/progressPack';
import { goOnRollingUp, rollUp, rollUpProgress } from './app/rollUp';
import { setUpLedger } from './app/setUpLedger';
import { sealLog } from './app/verifyLog';
import { disableAutomation, disableReminders, enableAutomation, enableReminders } from './google/automation';
import { selfTest } from './google/docs/selfTest';
import { handleEdit } from './google/editTrigger';
import { driveFiles } from './google/files';
import { longWork } from './google/longWork';
import { scriptMail } from './google/mail';
import { buildMenu } from './google/menu';
import {
  describeCheck,
  describePack,
  describeReport,
  describeSelfTest,
  describeSetUp,
  describeViews,
  tell,
} from './google/messages';
import { editorOf, operationRows } from './google/operationTrigger';
import { otherLedgers } from './google/otherLedgers';
import { showDialog, showSidebar } from './google/pages';
import { confirmSending, describeReminders } from './google/reminderDialogs';
import { describeRollUp, describeUnits } from './google/rollUpMessages';
import { activeUser, exclusively, scriptClock } from './google/surroundings';
import { unitList } from './google/unitList';
import { spreadsheetView } from './google/view';
import { sheetsWorkbook } from './google/workbook';
import type { Result } from './ledger/fault';
import { writeDocx } from './report/docx';
import { probe } from './report/probe';

function ports(spreadsheetId?: string): Ports {
  return {
    workbook: sheetsWorkbook(spreadsheetId),
    view: spreadsheetView(),
    files: driveFiles(),
    mail: scriptMail(),
    clock: scriptClock(),
    actor: activeUser,
    exclusively,
    rollUp: { units: unitList(), ledgers: otherLedgers(), long: longWork() },
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

export function menuReports(): void {
  showDialog('reports', '生成报告', 1150, 720);
}

export function menuReconcile(): void {
  showDialog('reconcile', '对账', 1000, 700);
}

export function menuSelfTest(): void {
  tell(selfTest(writeDocx(probe(scriptClock().today()))), describeSelfTest);
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

export function menuProgressPack(): void {
  tell(progressPack(ports(), {}), describePack);
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

/** Installable: the owner's daily verification of the log; then 看板, the day's snapshot and the views. */
export function dailyVerify(): void {
  sealLog(ports());
  refreshProgress(ports());
}

export function remote(name: string, argument: unknown): Result<unknown> {
  return callCommand(ports(), name, argument);
}

export function menuPreviewReminders(): void {
  showDialog('remind', '提醒试运行', 800, 640);
}

export function menuSendReminders(): void {
  const due = remind(ports(), { dryRun: true });
  if (due.ok && due.value.mails.length > 0 && !confirmSending(due.value)) return;
  tell(due.ok ? remind(ports(), { dryRun: false }) : due, describeReminders);
}

export function menuEnableReminders(): void {
  tell(enableReminders(), (lines) => lines);
  buildMenu();
}

export function menuDisableReminders(): void {
  tell(disableReminders(), (lines) => lines);
  buildMenu();
}

/** Installable: the day's reminders, in the name of whoever switched them on. */
export function dailyRemind(): void {
  const done = remind({ ...ports(), actor: () => Session.getEffectiveUser().getEmail() }, { dryRun: false });
  // the next day makes up for it; codes name no person
  if (!done.ok) console.error(`dailyRemind: ${done.faults.map(({ code }) => code).join()}`);
}

export function menuSetUpRollUp(): void {
  tell(ports().rollUp.units.setUp(), describeUnits);
}

export function menuRollUp(): void {
  tell(rollUp(ports()), describeRollUp);
}

export function menuRollUpProgress(): void {
  tell(rollUpProgress(ports()), describeRollUp);
}

/** Once, some time after a roll-up paused or was killed: goes on with it. */
export function continueRollUp(): void {
  goOnRollingUp(ports());
}

export function menuViews(): void {
  showSidebar('views');
}

export function menuRefreshViews(): void {
  tell(refreshViews(ports()), describeViews);
}

export function menuRefreshDashboard(): void {
  tell(refreshDashboard(ports()), () => ['“看板”已刷新，今日数据已记入“进度快照”。']);
}
