/** What a run may call: OAuth scopes of the manifest, and the narrow rights of simple triggers. */
import { serviceFault } from '../errors';
import type { Execution } from './execution';

const ROOT = 'https://www.googleapis.com/auth/';
/** Service (first part of a face's path) → scopes of which one is needed. */
const SCOPES: Record<string, readonly string[]> = {
  SpreadsheetApp: ['spreadsheets.currentonly', 'spreadsheets'],
  Sheets: ['spreadsheets', 'drive', 'drive.file'],
  Drive: ['drive.file', 'drive'],
  Docs: ['documents', 'drive', 'drive.file'],
  ScriptApp: ['script.scriptapp'],
  MailApp: ['script.send_mail'],
  'SpreadsheetApp.Ui.showSidebar': ['script.container.ui'],
  'SpreadsheetApp.Ui.showModalDialog': ['script.container.ui'],
  'SpreadsheetApp.Ui.showModelessDialog': ['script.container.ui'],
  'Session.User.getEmail': ['userinfo.email'],
};
/** Services that need a person's authorisation, which a simple trigger has not. */
const NOT_IN_SIMPLE_TRIGGER = new Set(['Sheets', 'Drive', 'Docs', 'ScriptApp', 'MailApp']);

/** @throws ScriptFault when the run may not call `name`, e.g. `Sheets.Spreadsheets.get` */
export function assertMayCall(execution: Execution, name: string): void {
  const service = name.split('.')[0] ?? '';
  const needed =
    SCOPES[name] ??
    (name === 'SpreadsheetApp.getUi' || name.startsWith('SpreadsheetApp.Ui') ? undefined : SCOPES[service]) ??
    [];
  const full = needed.map((scope) => ROOT + scope);
  const denied = `You do not have permission to call ${name}. Required permissions: (${full.join(' || ')})`;
  if (execution.mode === 'simpleTrigger') {
    if (NOT_IN_SIMPLE_TRIGGER.has(service)) throw serviceFault(denied);
    return;
  }
  if (execution.mode === 'timeTrigger' && name === 'SpreadsheetApp.getUi')
    throw serviceFault('Cannot call SpreadsheetApp.getUi() from this context.');
  const { scopes } = execution.manifest;
  if (scopes && full.length > 0 && !full.some((scope) => scopes.includes(scope))) throw serviceFault(denied);
}
