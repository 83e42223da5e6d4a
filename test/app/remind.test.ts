/** Reminders through the built file: what a dry run shows is what is sent, once, whatever dies in between. */
import { readFileSync } from 'node:fs';
import { mailOf } from '../support/closeOut';
import { HostedLedger, OWNER } from '../support/hostedLedger';
import { DUE, nextDay, remind, remindedBureau } from '../support/reminded';

const recipients = (ledger: HostedLedger) => ledger.host.mails().flatMap(({ to }) => to);
const sorted = (names: readonly string[]) => [...names].sort();
const logOf = (ledger: HostedLedger) =>
  ledger.rows('办理记录').filter(({ 动作 }) => ['提醒', '督办', '告诫'].includes(String(动作)));

describe('a dry run', () => {
  test('shows each mail as it would go out, and writes and sends nothing', () => {
    const ledger = remindedBureau();
    const before = ledger.host.spreadsheet();
    const { value } = remind(ledger, { dryRun: true });
    expect(sorted(value.mails.map(({ name }) => name))).toEqual(sorted(DUE));
    expect(value).toMatchObject({ sent: 0, quotaLeft: 100, postponed: [], doubtful: [] });
    expect(value.mails.find(({ name }) => name === '江一舟')).toMatchObject({
      to: mailOf('江一舟'),
      level: '告诫',
      subject: '【告诫】青禾县水利局整改事项2项（2026-11-24）',
      items: [
        { issue: 4, reason: '已逾期35天', level: '告诫', number: '告诫〔2026〕1号' },
        { issue: 1, reason: '今日到期', level: '提醒', number: '' },
      ],
    });
    expect(ledger.host.spreadsheet()).toEqual(before);
    expect(ledger.host.mails()).toEqual([]);
    expect(ledger.host.properties()).toEqual({});
    const mails = remind(ledger).value.mails;
    expect(mails).toEqual(value.mails);
    expect(ledger.host.mails().map(({ subject, body }) => [subject, body])).toEqual(
      mails.map(({ subject, body }) => [subject, body]),
    );
  });

  test('tells of another day, which sending does not', () => {
    const ledger = remindedBureau();
    const { value } = remind(ledger, { dryRun: true, today: '2026-12-24' });
    expect(value.mails.flatMap(({ items }) => items.map(({ issue }) => issue))).toContain(5);
    expect(remind(ledger, { dryRun: true, today: '2026-13-01' }).faults[0]).toMatchObject({ code: 'bad-date' });
    expect(remind(ledger, { dryRun: false, today: '2026-12-24' }).faults[0]).toMatchObject({ code: 'dry-run-only' });
    expect(ledger.host.mails()).toEqual([]);
  });

  test('links each item to the row in which the issue stands now', () => {
    const ledger = remindedBureau();
    const sheet = ledger.host.spreadsheet().sheets?.find(({ properties }) => properties?.title === '问题台账');
    const id = sheet?.properties?.sheetId ?? 0;
    const range = { sheetId: id, startRowIndex: 1, endRowIndex: 6, startColumnIndex: 0 };
    ledger.host.apply([{ sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } }]);
    const { value } = remind(ledger, { dryRun: true });
    const mail = value.mails.find(({ name }) => name === '沐青');
    expect(mail?.items[0]?.url).toMatch(new RegExp(`^https://docs\\.google\\.com/.*#gid=${id}&range=A5$`));
    expect(mail?.body).toContain(mail?.items[0]?.url);
  });
});

describe('sending', () => {
  test('is one mail a person and one for each reason and day, and the log has every number', () => {
    const ledger = remindedBureau();
    expect(remind(ledger).value).toMatchObject({ sent: 5, unsent: 0, quotaLeft: 95 });
    expect(sorted(recipients(ledger))).toEqual(sorted(DUE.map(mailOf)));
    expect(sorted(logOf(ledger).map((row) => String(row.事由类别)))).toEqual(
      sorted(['告诫〔2026〕1号', '督办〔2026〕1号', ...[1, 2, 3, 4, 5].map((n) => `提醒〔2026〕${n}号`)]),
    );
    expect(remind(ledger).value).toMatchObject({ mails: [], sent: 0 });
    expect(ledger.ask<{ intact: boolean }>('verifyLog').value.intact).toBe(true);
    nextDay(ledger);
    const next = remind(ledger).value;
    expect(next.mails.map(({ name, items }) => [name, items.map(({ reason }) => reason)])).toEqual([
      ['江一舟', ['已逾期1天']],
    ]);
  });

  test('costs the same calls of the Sheets API however many mails there are', () => {
    const ledger = remindedBureau();
    remind(ledger);
    const reading = ['Spreadsheets.get', 'Spreadsheets.Values.batchGet'];
    expect(ledger.serviceCalls()).toEqual([...reading, 'Spreadsheets.Values.batchGet', 'Spreadsheets.batchUpdate']);
    expect(ledger.host.calls().filter(({ method }) => method === 'sendEmail')).toHaveLength(5);
    remind(ledger);
    expect(ledger.serviceCalls()).toEqual(reading);
  });

  test('numbers run on over the years, each year from 1', () => {
    const ledger = remindedBureau();
    remind(ledger);
    ledger.host.advance(40 * 86_400_000);
    const { mails } = remind(ledger).value;
    expect(mails[0]?.number).toBe('提醒〔2027〕1号');
    const steps = mails.flatMap(({ items }) => items).filter(({ level }) => level !== '提醒');
    // 3 has come from 督办 to 告诫; 4 keeps the number it was given
    expect([...new Set(steps.map(({ issue, number }) => `${issue} ${number}`))].sort()).toEqual(
      expect.arrayContaining(['4 告诫〔2026〕1号', '3 告诫〔2027〕1号']),
    );
    const numbers = logOf(ledger).map((row) => row.事由类别);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('puts nothing a person wrote into the HTML unescaped, and no line break into a line', () => {
    const ledger = remindedBureau();
    ledger.merge('问题台账', [
      { 编号: 1, 问题: '<img src=x onerror=alert(1)>&"档案"\n2. 问题9 假的一行' },
      { 编号: 2, 问题: '甲'.repeat(300) },
    ]);
    remind(ledger);
    const mail = ledger.host.mails().find(({ to }) => to.includes(mailOf('江一舟')));
    expect(mail?.htmlBody).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;档案&quot; 2. 问题9 假的一行');
    expect(mail?.htmlBody).not.toMatch(/<img/);
    expect(mail?.body).not.toMatch(/^2\. 问题9/m);
    const long = ledger.host.mails().find(({ to }) => to.includes(mailOf('沐青')));
    expect(long?.body).toContain(`${'甲'.repeat(79)}…：还有3天到期`);
  });
});

test('a mail of very many items stays within what the service takes, and says how many it leaves out', () => {
  const ledger = remindedBureau();
  const issues = Array.from({ length: 150 }, (_, at) => ({
    ...{ 编号: at + 11, 方面: '工程管理方面', 问题: '堤防隐患'.repeat(60), 整改时限: '2026-11-24' },
    ...{ 牵头领导: '卫兰', 责任部门: '工程股', 责任人: '任佳' },
  }));
  ledger.merge('问题台账', issues);
  expect(remind(ledger).value.sent).toBe(6);
  const mail = ledger.host.mails().find(({ to }) => to.includes(mailOf('任佳')));
  expect(mail?.subject).toContain('整改事项150项');
  expect(mail?.body).toContain('另有50项，见“问题台账”。');
  expect(mail?.htmlBody?.match(/<li>/g)).toHaveLength(100);
});

describe('who cannot be written to', () => {
  test('is named with the reason, and nobody else goes without', () => {
    const ledger = remindedBureau();
    ledger.merge('问题台账', [{ 编号: 1, 责任人: '路人' }]);
    ledger.host.edit('名单!A4', [['岑静，青禾县']]);
    const { value } = remind(ledger);
    expect(value.unreachable).toEqual([
      { name: '岑静', why: '“名单”中的邮箱写法不对', issues: [3] },
      { name: '路人', why: '不在“名单”中', issues: [1] },
    ]);
    expect(sorted(value.mails.map(({ name }) => name))).toEqual(sorted(['江一舟', '沐青', '卫兰', '严格']));
    expect(value.sent).toBe(4);
  });
});

/** Other scripts of the same person use up the day's quota too. */
function withOtherScripts(): HostedLedger {
  const ledger = remindedBureau();
  const code = readFileSync('dist/Code.js', 'utf8');
  const others = `function sendAway(count) {
    for (let n = 0; n < count; n += 1) MailApp.sendEmail('elsewhere@example.invalid', '会议通知', '明日上午开会。');
  }`;
  ledger.host.load(`${code}\n${others}`);
  return ledger;
}
const sendAway = (ledger: HostedLedger, count: number) => ledger.host.call('sendAway', [count], 'client');
const ours = (ledger: HostedLedger) => recipients(ledger).filter((to) => !to.startsWith('elsewhere'));

describe('the quota', () => {
  test('leaves the rest for the next day, and the log says so', () => {
    const ledger = withOtherScripts();
    sendAway(ledger, 98);
    const { value } = remind(ledger);
    expect([value.sent, value.postponed.length, value.quotaLeft]).toEqual([2, 3, 0]);
    expect(logOf(ledger).map((row) => row.事由)).toContain('今日邮件限额已用完，另有3人的提醒顺延至次日');
    expect(remind(ledger).value).toMatchObject({ sent: 0, mails: [] });
    nextDay(ledger);
    remind(ledger);
    expect(sorted([...new Set(ours(ledger))])).toEqual(sorted(DUE.map(mailOf)));
  });

  test('used up by others while mails go out leaves the rest to the next run, and the refused one is told', () => {
    const ledger = withOtherScripts();
    sendAway(ledger, 90);
    const third = callsOfARun().flatMap(({ method }, at) => (method === 'sendEmail' ? [at + 1] : []))[2] ?? 0;
    ledger.host.meanwhile({ call: third, when: 'before', function: 'remote' }, () => sendAway(ledger, 8));
    const { value } = remind(ledger);
    expect([value.sent, value.unsent, value.doubtful.length]).toEqual([2, 2, 1]);
    expect(remind(ledger).value).toMatchObject({ sent: 0, quotaLeft: 0 });
    nextDay(ledger);
    const next = remind(ledger).value;
    expect(next.unsent).toBe(0);
    expect(new Set(ours(ledger)).size).toBe(4);
    expect(logOf(ledger).filter((row) => row.事由类别 === '存疑')).toHaveLength(1);
    expect(logOf(ledger).map((row) => row.事由类别)).toContain('未发出 提醒〔2026〕4号—提醒〔2026〕5号');
  });
});

function callsOfARun(): { method: string }[] {
  const ledger = remindedBureau();
  remind(ledger);
  return ledger.host.calls();
}

test('somebody else who sends meanwhile is refused, while other commands go on', () => {
  const ledger = remindedBureau();
  const at = callsOfARun().findIndex(({ method }) => method === 'sendEmail') + 2;
  ledger.host.meanwhile({ call: at, when: 'before', function: 'remote' }, () => {
    ledger.host.setUser(mailOf('任佳'));
    expect(remind(ledger).faults[0]).toMatchObject({ code: 'busy' });
    expect(
      ledger.ask('waiveFinding', { code: 'x', tab: 'x', key: 'x', cell: 'x', reason: '' }).faults[0]?.code,
    ).not.toBe('busy');
    ledger.host.setUser(OWNER);
  });
  expect(remind(ledger).value.sent).toBe(5);
  expect(recipients(ledger)).toHaveLength(5);
});

test('a copy of the file has no mark of its own: what its log says was sent is not sent again', () => {
  const ledger = remindedBureau();
  remind(ledger);
  const copy = new HostedLedger(ledger.host.spreadsheet());
  expect(remind(copy).value).toMatchObject({ mails: [], sent: 0, doubtful: [] });
  nextDay(copy);
  expect(remind(copy).value.mails.map(({ number }) => number)).toEqual(['提醒〔2026〕6号']);
});

describe('a run that dies', () => {
  const total = 32;
  const points = [
    ...Array.from({ length: total }, (_, at) => ({ call: at + 1, when: 'before' as const })),
    { call: total, when: 'after' as const },
  ];

  test('has as many calls as are tried below', () => {
    expect(callsOfARun()).toHaveLength(total);
  });

  test.each(points)('$when call $call sends nothing twice, and at most one mail stays unsent and is told', (point) => {
    const ledger = remindedBureau();
    ledger.host.stopAt({ ...point, function: 'remote' });
    expect(() => remind(ledger)).toThrow();
    // a ledger that never sent anything starts with the day of its first run
    if (point.call % 2 === 0 && logOf(ledger).length > 0) nextDay(ledger);
    const { value, ok } = remind(ledger);
    expect(ok).toBe(true);
    const mails = ledger.host.mails().map(({ to, body }) => ({ to: to.join(), body }));
    const said = mails.flatMap(({ to, body }) => (body.match(/问题\d+ .*/g) ?? []).map((line) => `${to} ${line}`));
    expect(new Set(said).size).toBe(said.length);
    const missing = DUE.filter((name) => !mails.some(({ to }) => to === mailOf(name)));
    expect(missing.length).toBeLessThanOrEqual(1);
    const log = logOf(ledger);
    for (const name of missing) {
      expect(value.doubtful.join()).toContain(`发给${name}`);
      expect(log.find((row) => row.事由类别 === '存疑')?.事由).toContain(`发给${name}`);
    }
    const numbers = log.map((row) => String(row.事由类别)).filter((number) => /^.{2}〔\d+〕\d+号$/.test(number));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(ledger.ask<{ intact: boolean }>('verifyLog').value.intact).toBe(true);
    // the third run has nothing left to say
    expect(remind(ledger).value).toMatchObject({ mails: [], sent: 0, doubtful: [] });
  });

  test('and whose successor dies too is made good by the third', () => {
    const sends = callsOfARun().flatMap(({ method }, at) => (method === 'sendEmail' ? [at + 1] : []));
    const ledger = remindedBureau();
    // one mail is out, then none, the second run having no mark to begin with: both leave the rest to the third
    ledger.host.stopAt({ call: (sends[1] ?? 0) - 1, when: 'before', function: 'remote' });
    expect(() => remind(ledger)).toThrow();
    nextDay(ledger);
    ledger.host.stopAt({ call: (sends[0] ?? 0) - 2, when: 'before', function: 'remote' });
    expect(() => remind(ledger)).toThrow();
    nextDay(ledger);
    expect(remind(ledger).value.doubtful).toHaveLength(1);
    const got = recipients(ledger);
    expect(sorted([...new Set(got)])).toEqual(sorted(DUE.map(mailOf)));
  });
});
