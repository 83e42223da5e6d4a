/** 每日提醒: its trigger, who has it on, and what the menu asks and tells. */
import { as, mailOf } from '../support/closeOut';
import { type HostedLedger, OWNER } from '../support/hostedLedger';
import { DUE, nextDay, remindedBureau } from '../support/reminded';

const menu = (ledger: HostedLedger, name: string) => ledger.host.call(name, [], 'menu');
const lastAlert = (ledger: HostedLedger) => {
  const event = ledger.host
    .ui()
    .events.filter(({ kind }) => kind === 'alert')
    .pop();
  return event?.kind === 'alert' ? event.message : '';
};
const captions = (ledger: HostedLedger) =>
  ledger.host
    .ui()
    .menus.flatMap(({ items }) => items)
    .filter(({ caption }) => caption === '提醒')
    .flatMap(({ items = [] }) => items.map(({ caption }) => caption));
const daily = (ledger: HostedLedger) => ledger.host.triggers().filter(({ handler }) => handler === 'dailyRemind');

test('每日提醒 is switched on once by the owner, says so in the menu, and is switched off again', () => {
  const ledger = remindedBureau();
  ledger.host.call('onOpen', [{}], 'simpleTrigger');
  expect(captions(ledger)).toEqual(['试运行：看看会发给谁', '立即发送', '启用每日提醒', '停用每日提醒']);
  menu(ledger, 'menuEnableReminders');
  menu(ledger, 'menuEnableReminders');
  expect(daily(ledger)).toMatchObject([{ maker: OWNER, event: 'CLOCK', clock: { everyDays: 1, atHour: 8 } }]);
  expect(captions(ledger)[2]).toBe(`启用每日提醒（已由${OWNER}启用）`);
  as(ledger, '江一舟');
  menu(ledger, 'menuEnableReminders');
  expect(lastAlert(ledger)).toContain(`请表格所有者（${OWNER}）从菜单启用`);
  menu(ledger, 'menuDisableReminders');
  expect(lastAlert(ledger)).toBe(`您没有启用过每日提醒；由${OWNER}启用的，请其本人停用。`);
  expect(daily(ledger)).toHaveLength(1);
  ledger.host.setUser(OWNER);
  menu(ledger, 'menuDisableReminders');
  expect(daily(ledger)).toEqual([]);
  ledger.host.call('onOpen', [{}], 'simpleTrigger');
  expect(captions(ledger)[2]).toBe('启用每日提醒');
});

test('自动处理 and 每日提醒 are switched on and off apart', () => {
  const ledger = remindedBureau();
  menu(ledger, 'menuEnableReminders');
  menu(ledger, 'menuEnableAutomation');
  menu(ledger, 'menuDisableReminders');
  expect(ledger.host.triggers().map(({ handler }) => handler)).toEqual(['onOperation', 'dailyVerify']);
});

test('the trigger sends once a day in the name of whoever made it, and logs it so', () => {
  const ledger = remindedBureau();
  menu(ledger, 'menuEnableReminders');
  as(ledger, '江一舟');
  ledger.host.fireTimeTriggers('dailyRemind');
  ledger.host.fireTimeTriggers('dailyRemind');
  expect(ledger.host.failures()).toEqual([]);
  expect(ledger.host.mails()).toHaveLength(DUE.length);
  expect(ledger.host.mails().every(({ by, name }) => by === OWNER && name === '整改台账')).toBe(true);
  expect(ledger.rows('办理记录').at(-1)).toMatchObject({ 动作: '提醒', 办理人: OWNER });
  nextDay(ledger);
  ledger.host.fireTimeTriggers('dailyRemind');
  expect(ledger.host.mails()).toHaveLength(DUE.length + 1);
});

test('a trigger that dies sends the rest the next day', () => {
  const ledger = remindedBureau();
  menu(ledger, 'menuEnableReminders');
  ledger.host.stopAt({ call: 24, when: 'before', function: 'dailyRemind' });
  ledger.host.fireTimeTriggers('dailyRemind');
  expect(ledger.host.failures()).toHaveLength(1);
  nextDay(ledger);
  ledger.host.fireTimeTriggers('dailyRemind');
  const got = new Set(ledger.host.mails().flatMap(({ to }) => to));
  expect(DUE.filter((name) => !got.has(mailOf(name))).length).toBeLessThanOrEqual(1);
});

test('立即发送 asks first, naming whom it writes to', () => {
  const ledger = remindedBureau();
  ledger.host.ui().answerAlert('NO');
  menu(ledger, 'menuSendReminders');
  expect(lastAlert(ledger)).toContain('将以您的邮箱给5人各发一封提醒');
  expect(lastAlert(ledger)).toContain('江一舟（2项）');
  expect(ledger.host.mails()).toEqual([]);
  ledger.host.ui().answerAlert('YES');
  menu(ledger, 'menuSendReminders');
  expect(lastAlert(ledger)).toBe('已发送5封，今日还可发送95封；办理记录已登记。');
  menu(ledger, 'menuSendReminders');
  expect(lastAlert(ledger)).toBe('今天没有要发送的提醒。');
  expect(ledger.host.mails()).toHaveLength(5);
});
