/** What outlives the workbench besides the ledger: mails, Drive, properties, triggers; and the daily tasks. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answer } from '../../../local/workbench/server/api';
import { Desk } from '../../../local/workbench/server/desk';

const folder = mkdtempSync(path.join(tmpdir(), 'outside-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const code = `
function remote() { return { ok: true, value: { created: [] } }; }
function install() { ScriptApp.newTrigger('daily').timeBased().everyDays(1).atHour(8).create(); }
function installBad() { ScriptApp.newTrigger('broken').timeBased().everyDays(1).atHour(8).create(); }
function broken() { throw new Error('名单是空的'); }
function daily() { MailApp.sendEmail('jiang@example.invalid', '整改提醒', '问题3：时限已近。'); }
function remaining() { return MailApp.getRemainingDailyQuota(); }
function note() { PropertiesService.getDocumentProperties().setProperty('sent', '2026-11-24'); }
function noted() { return PropertiesService.getDocumentProperties().getProperty('sent'); }
function store() { return Drive.Files.create({ name: '台账.txt' }, Utilities.newBlob('水费核查', 'text/plain')).id; }
function rename(id) { Drive.Files.update({ name: '台账（定稿）.txt' }, id); }
function nameOf(id) { return Drive.Files.get(id).name; }`;

async function open(): Promise<Desk> {
  const desk = await Desk.open({
    ...{ folder, html: {}, material: undefined, now: () => new Date('2026-11-24T02:00:00Z'), log: () => undefined },
    program: {
      code,
      manifest: {
        timeZone: 'Asia/Shanghai',
        dependencies: { enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }] },
      },
    },
  });
  if (!desk.ok) throw new Error(desk.faults.map(({ message }) => message).join());
  return desk.value;
}
async function post(desk: Desk, where: Parameters<typeof answer>[0], body: object): Promise<unknown> {
  return answer(where, body, { desk, material: undefined });
}

test('a daily task is run on demand; its mails are listed, written to mail/ and count for the quota after a restart', async () => {
  let desk = await open();
  expect(await post(desk, '/api/daily', {})).toMatchObject({
    ok: true,
    value: { ui: [{ kind: 'alert', message: expect.stringContaining('还没有安装定时任务') }] },
  });
  desk.run('install', [], 'menu');
  desk.commit();
  const before = desk.revision;
  expect(await post(desk, '/api/daily', { revision: before })).toMatchObject({
    ok: true,
    value: {
      revision: before + 1,
      mails: [{ to: ['jiang@example.invalid'], subject: '整改提醒', body: '问题3：时限已近。' }],
      ui: [{ kind: 'alert', title: '每日任务', message: expect.stringMatching(/^daily（.+）：已运行$/) }],
    },
  });
  const text = readdirSync(path.join(folder, 'mail')).find((name) => name.endsWith('.txt')) ?? '';
  expect(readFileSync(path.join(folder, 'mail', text), 'utf8')).toContain('问题3：时限已近。');
  const left = desk.run('remaining', [], 'client');
  desk.close();

  desk = await open();
  expect(desk.state().mails).toMatchObject([{ id: 1, subject: '整改提醒' }]);
  expect(desk.patch(desk.revision).mails).toBeUndefined();
  expect(desk.run('remaining', [], 'client')).toBe(left);
  expect(desk.files.list()).toEqual([]);
  desk.close();
});

test('a daily task that fails is told with its reason', async () => {
  const desk = await open();
  desk.run('installBad', [], 'menu');
  expect(await post(desk, '/api/daily', {})).toMatchObject({
    value: { ui: [{ message: expect.stringMatching(/daily（.+）：已运行\nbroken（.+）：出错，.*名单是空的/) }] },
  });
  desk.close();
});

test('Drive and document properties are there after a restart, as they were left', async () => {
  let desk = await open();
  const id = desk.run('store', [], 'client');
  desk.run('note', [], 'menu');
  desk.commit();
  desk.close();

  desk = await open();
  expect(desk.run('noted', [], 'client')).toBe('2026-11-24');
  desk.run('rename', [id], 'client');
  desk.commit();
  desk.close();

  desk = await open();
  expect(desk.run('nameOf', [id], 'client')).toBe('台账（定稿）.txt');
  expect(desk.files.list()).toMatchObject([{ id, name: '台账（定稿）.txt', kind: 'other' }]);
  expect(Buffer.from(desk.files.read(String(id))?.bytes ?? []).toString()).toBe('水费核查');
  desk.close();
});

test('a new ledger begins without them; those of the old one lie aside', async () => {
  const desk = await open();
  expect(desk.replace(() => ({ ok: true, value: undefined })).ok).toBe(true);
  expect(desk.state()).toMatchObject({ mails: [], files: [] });
  expect(desk.run('remaining', [], 'client')).toBe(100);
  const aside = readdirSync(folder).find((name) => name.startsWith('mail-')) ?? '';
  expect(existsSync(path.join(folder, aside, '000001.json'))).toBe(true);
  desk.close();
});
