/** 自动处理 and 每日提醒: the triggers, which run as the person who switches them on; only the file's owner may. */
import { type Fault, ok, type Result, refuse } from '../ledger/fault';

/** Before staff come to work. */
const VERIFY_HOUR = 6;
/** When staff come to work, after the verification. */
const REMIND_HOUR = 8;
const HANDLERS: readonly string[] = ['onOperation', 'dailyVerify'];
/** Script property: who switched 每日提醒 on, since nobody is told of other people's triggers. */
const REMINDING = 'reminding';

/** Switches on what is not on yet. Only the owner may: what the trigger seals nobody else may write. */
export function enableAutomation(): Result<string[]> {
  const stranger = notOwner('自动处理');
  if (stranger !== undefined) return refuse(stranger);
  const present = handlersOn();
  if (!present.includes('onOperation')) {
    ScriptApp.newTrigger('onOperation').forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create();
  }
  if (!present.includes('dailyVerify')) {
    ScriptApp.newTrigger('dailyVerify').timeBased().everyDays(1).atHour(VERIFY_HOUR).create();
  }
  return ok([
    '自动处理已启用：',
    '· 在“操作”列选择的动作会自动办理，手机上也可以，结果写在该格的批注里；',
    `· 每天${VERIFY_HOUR}时左右核验办理记录，在“封存记录”登记，并刷新看板和筛选视图。`,
    '再次点“启用”不会重复；停用请点“停用自动处理”。',
  ]);
}

/** Removes the triggers of ours that this person has made. */
export function disableAutomation(): Result<string[]> {
  return ok([
    removeOwn(HANDLERS) === 0
      ? '您没有启用过自动处理；如由他人启用，请其本人停用。'
      : '自动处理已停用：“操作”列不再自动办理，办理记录不再每日核验。',
  ]);
}

/** Mails go out from the account of whoever switches this on, within its quota. */
export function enableReminders(): Result<string[]> {
  const stranger = notOwner('每日提醒');
  if (stranger !== undefined) return refuse(stranger);
  const before = reminding();
  const self = Session.getEffectiveUser().getEmail();
  if (!handlersOn().includes('dailyRemind')) {
    ScriptApp.newTrigger('dailyRemind').timeBased().everyDays(1).atHour(REMIND_HOUR).create();
  }
  PropertiesService.getScriptProperties().setProperty(REMINDING, self);
  return ok([
    `每日提醒已启用：每天${REMIND_HOUR}时左右由您的邮箱发出，每人至多一封，同一事由不会重发。`,
    '何时提醒、督办、告诫在“设置”中规定；再次点“启用”不会重复，停用请点“停用每日提醒”。',
    ...(before === '' || before === self ? [] : [`此前由${before}启用，请其本人停用。`]),
  ]);
}

export function disableReminders(): Result<string[]> {
  const count = removeOwn(['dailyRemind']);
  const by = reminding();
  if (by === Session.getEffectiveUser().getEmail()) {
    PropertiesService.getScriptProperties().deleteProperty(REMINDING);
  }
  if (count > 0) return ok(['每日提醒已停用，不再自动发送；需要时可点“立即发送”。']);
  return ok([by === '' ? '每日提醒没有启用。' : `您没有启用过每日提醒；由${by}启用的，请其本人停用。`]);
}

/** Mail of whoever has 每日提醒 on; `''` for nobody, and where properties are out of reach. */
export function reminding(): string {
  try {
    return PropertiesService.getScriptProperties().getProperty(REMINDING) ?? '';
  } catch {
    // the menu is built in a simple trigger, and must come whatever that is denied
    return '';
  }
}

function notOwner(what: string): Fault | undefined {
  const owner = SpreadsheetApp.getActiveSpreadsheet().getOwner()?.getEmail() ?? '';
  if (owner === '' || owner === Session.getEffectiveUser().getEmail()) return undefined;
  return { code: 'not-owner', message: `${what}以启用者的身份运行，请表格所有者（${owner}）从菜单启用。` };
}

function handlersOn(): string[] {
  return ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction());
}

function removeOwn(handlers: readonly string[]): number {
  const own = ScriptApp.getProjectTriggers().filter((trigger) => handlers.includes(trigger.getHandlerFunction()));
  for (const trigger of own) ScriptApp.deleteTrigger(trigger);
  return own.length;
}
