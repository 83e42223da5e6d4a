import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { edit, fillLedger, PEOPLE } from './ledgers';
import { Terminal } from './terminal';

let terminal: Terminal;
beforeEach(async () => {
  terminal = new Terminal();
  await fillLedger(terminal);
  await edit(terminal, '问题台账', { 编号: '2', 问题: '<b>造林</b>补助资金滞留' });
});
afterEach(() => terminal.remove());

/** One of the days on which what is due on 20 December is told. */
const DAY = '2026-12-13';
const remind = async (...args: string[]) => {
  const { code, out, err } = await terminal.bare('remind', ...args, '--store', terminal.store);
  return { code, out, err };
};

test('a dry run gives who would be written to, and writes neither the store nor a mail', async () => {
  const before = readFileSync(terminal.store, 'utf8');
  const { code, out } = await remind('--dry-run', '--today', DAY, '--json');
  expect(code).toBe(0);
  const value: unknown = JSON.parse(out);
  expect(value).toMatchObject({
    mails: [
      {
        to: PEOPLE.handler,
        name: '梁鹏',
        level: '提醒',
        subject: `【提醒】云溪县林业局整改事项2项（${DAY}）`,
        items: [
          { issue: 1, title: '护林员巡山记录补记代签', reason: '还有7天到期' },
          { issue: 2, title: '<b>造林</b>补助资金滞留', reason: '还有7天到期' },
        ],
      },
    ],
    sent: 0,
  });
  expect(readFileSync(terminal.store, 'utf8')).toBe(before);
  expect((await remind('--dry-run', '--today', DAY)).out).toContain(`收件人：梁鹏 <${PEOPLE.handler}>`);
  expect((await remind('--dry-run', '--today', '2026-12-12', '--json')).out).toContain('"mails":[]');
});

test('sending writes each mail as text and as HTML in which everything is escaped, logs it, and never sends it again', async () => {
  const folder = terminal.file('mail');
  const { code, out } = await remind('--today', DAY, '--out', folder);
  expect(code).toBe(0);
  const [html = '', text = ''] = readdirSync(folder).sort();
  expect([html, text]).toEqual([`${DAY} ${PEOPLE.handler}.html`, `${DAY} ${PEOPLE.handler}.txt`]);
  expect(out).toContain(path.join(folder, text));
  expect(readFileSync(path.join(folder, text), 'utf8')).toContain('2. 问题2 <b>造林</b>补助资金滞留：还有7天到期');
  const page = readFileSync(path.join(folder, html), 'utf8');
  expect(page).toContain('&lt;b&gt;造林&lt;/b&gt;补助资金滞留');
  expect(page).not.toContain('<b>');
  const log = await remind('--today', DAY, '--out', folder, '--json');
  expect(JSON.parse(log.out)).toMatchObject({ mails: [], sent: 0, files: [] });
  expect(readdirSync(folder)).toHaveLength(2);
  expect((await terminal.run('log')).out).toContain('提醒〔2026〕1号');
});

test('a store that is not there is misuse, and no folder is made', async () => {
  const folder = terminal.file('mail');
  const { code } = await terminal.bare('remind', '--store', terminal.file('none.json'), '--out', folder);
  expect(code).toBe(2);
  expect(existsSync(folder)).toBe(false);
});
