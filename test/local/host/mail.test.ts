import type { HostOptions, SentMail } from '../../../local/host';
import { CLERK, type Ledger, ledger, OWNER } from './ledger';

const START = Date.parse('2026-09-15T01:30:00Z');
const HOUR = 3_600_000;
const send = (made: Ledger, count: number): unknown =>
  made.run(
    `for (let n = 0; n < a; n += 1) MailApp.sendEmail({ to: 'lichun@qinghe.example.cn', subject: '催办', body: '第' + n + '封' });`,
    'menu',
    [count],
  );
const left = (made: Ledger): unknown => made.run('return MailApp.getRemainingDailyQuota();');
const withScopes = (...scopes: string[]): Partial<HostOptions> => ({
  manifest: { timeZone: 'Asia/Shanghai', oauthScopes: scopes.map((one) => `https://www.googleapis.com/auth/${one}`) },
});

describe('MailApp (Apps Script reference, class MailApp)', () => {
  test('a mail is kept with who sent it to whom, when, and how it reads', () => {
    const made = ledger();
    made.run(
      `MailApp.sendEmail({ to: 'lichun@qinghe.example.cn, 王秋 <wangqiu@qinghe.example.cn>', cc: 'zgb@qinghe.example.cn', subject: '整改提醒', body: '1个问题到期', htmlBody: '<p>1个问题到期</p>', name: '整改台账', noReply: true, replyTo: 'zgb@qinghe.example.cn' });
       MailApp.sendEmail('lichun@qinghe.example.cn', '督办', '请于3日内办理');
       MailApp.sendEmail('lichun@qinghe.example.cn', '督办', '请办理', { name: '整改办' });`,
    );
    const common = { by: OWNER, at: '2026-09-15T01:30:00.000Z' };
    expect(made.host.mails()).toEqual([
      {
        ...common,
        to: [CLERK, 'wangqiu@qinghe.example.cn'],
        cc: [OWNER],
        subject: '整改提醒',
        body: '1个问题到期',
        htmlBody: '<p>1个问题到期</p>',
        name: '整改台账',
        replyTo: OWNER,
        noReply: true,
      },
      { ...common, to: [CLERK], subject: '督办', body: '请于3日内办理' },
      { ...common, to: [CLERK], subject: '督办', body: '请办理', name: '整改办' },
    ]);
    expect(made.host.calls().map(({ service, method }) => `${service}.${method}`)).toEqual([
      'SpreadsheetApp.getActiveSpreadsheet',
      'SpreadsheetApp.Spreadsheet.getId',
      ...Array.from({ length: 3 }, () => 'MailApp.sendEmail'),
    ]);
  });

  test.each([
    [`{ subject: '催办' }`, 'Failed to send email: no recipient'],
    [`{ to: '李春' }`, 'Invalid email: 李春'],
    [`{ to: 'a@qinghe.example.cn', subject: '催'.repeat(251) }`, 'Argument too large: subject'],
    [`{ to: 'a@qinghe.example.cn', body: '办'.repeat(70000) }`, 'Limit Exceeded: Email Body Size.'],
    [
      `{ to: Array.from({ length: 51 }, (_, n) => n + '@qinghe.example.cn').join() }`,
      'Limit Exceeded: Email Recipients Per Message.',
    ],
    [
      `{ to: 'a@qinghe.example.cn', attachments: [] }`,
      '"attachments" of MailApp.sendEmail is not implemented by the local host',
    ],
    [
      `'a@qinghe.example.cn', 'b@qinghe.example.cn', '催办', '请办理'`,
      'MailApp.sendEmail(to, replyTo, subject, body) is not implemented',
    ],
    [`'a@qinghe.example.cn', '催办'`, "don't match the method signature for MailApp.sendEmail"],
  ])('sendEmail(%s) is refused and nothing is sent', (args, message) => {
    const made = ledger();
    expect(() => made.run(`MailApp.sendEmail(${args});`)).toThrow(message);
    expect(made.host.mails()).toEqual([]);
  });

  test('the scope must stand in the manifest, and a simple trigger may not', () => {
    const denied =
      'You do not have permission to call MailApp.sendEmail. Required permissions: (https://www.googleapis.com/auth/script.send_mail)';
    const sending = `MailApp.sendEmail('a@qinghe.example.cn', '催办', '');`;
    expect(() => ledger(withScopes('spreadsheets')).run(sending)).toThrow(denied);
    expect(() => ledger().run(sending, 'simpleTrigger')).toThrow(denied);
    ledger(withScopes('spreadsheets', 'script.send_mail')).run(sending);
  });
});

describe('the daily quota of mails ("Quotas for Google Services")', () => {
  test('counts recipients of each user, and refuses what goes over', () => {
    const made = ledger();
    expect(left(made)).toBe(100);
    send(made, 98);
    made.run(`MailApp.sendEmail({ to: 'a@qinghe.example.cn', cc: 'b@qinghe.example.cn' });`);
    expect(left(made)).toBe(0);
    expect(() => send(made, 1)).toThrow('Service invoked too many times for one day: email.');
    expect(made.host.mails()).toHaveLength(99);
    made.host.setUser(CLERK);
    expect(left(made)).toBe(100);
    expect(left(ledger({ mailQuota: 1500 }))).toBe(1500);
  });

  test('is there again 24 hours after the first mail of the day', () => {
    const made = ledger({ mailQuota: 3 });
    send(made, 1);
    made.host.advance(20 * HOUR);
    send(made, 2);
    made.host.advance(4 * HOUR - 1);
    expect(left(made)).toBe(0);
    made.host.advance(1);
    expect(left(made)).toBe(3);
  });

  test('a host made anew with the mails of the one before goes on with them', () => {
    const before = ledger({ mailQuota: 3 });
    send(before, 2);
    const mails: SentMail[] = JSON.parse(JSON.stringify(before.host.mails()));
    const made = ledger({ mailQuota: 3, mails, now: () => new Date(START + HOUR) });
    expect(left(made)).toBe(1);
    expect(made.host.mails()).toEqual(mails);
  });

  test('a script killed right after a mail has sent it', () => {
    const made = ledger();
    made.host.stopAt({ call: 3, when: 'after' });
    expect(() => send(made, 5)).toThrow('stopped after service call 3');
    expect(made.host.mails()).toHaveLength(1);
  });
});
