/** 自动处理: the triggers that carry out 操作 and verify the log daily. They run as the person who switches them on. */
import { ok, type Result, refuse } from '../ledger/fault';

/** Before staff come to work. */
const VERIFY_HOUR = 6;
const HANDLERS: readonly string[] = ['onOperation', 'dailyVerify'];

/** Switches on what is not on yet. Only the owner may: what the trigger seals nobody else may write. */
export function enableAutomation(): Result<string[]> {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const owner = spreadsheet.getOwner()?.getEmail() ?? '';
  if (owner !== '' && owner !== Session.getEffectiveUser().getEmail()) {
    return refuse({ code: 'not-owner', message: `自动处理以启用者的身份运行，请表格所有者（${owner}）从菜单启用。` });
  }
  const present = ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction());
  if (!present.includes('onOperation')) {
    ScriptApp.newTrigger('onOperation').forSpreadsheet(spreadsheet).onEdit().create();
  }
  if (!present.includes('dailyVerify')) {
    ScriptApp.newTrigger('dailyVerify').timeBased().everyDays(1).atHour(VERIFY_HOUR).create();
  }
  return ok([
    '自动处理已启用：',
    '· 在“操作”列选择的动作会自动办理，手机上也可以，结果写在该格的批注里；',
    `· 每天${VERIFY_HOUR}时左右核验办理记录，并在“封存记录”登记。`,
    '再次点“启用”不会重复；停用请点“停用自动处理”。',
  ]);
}

/** Removes the triggers of ours that this person has made. */
export function disableAutomation(): Result<string[]> {
  const own = ScriptApp.getProjectTriggers().filter((trigger) => HANDLERS.includes(trigger.getHandlerFunction()));
  for (const trigger of own) ScriptApp.deleteTrigger(trigger);
  return ok([
    own.length === 0
      ? '您没有启用过自动处理；如由他人启用，请其本人停用。'
      : '自动处理已停用：“操作”列不再自动办理，办理记录不再每日核验。',
  ]);
}
