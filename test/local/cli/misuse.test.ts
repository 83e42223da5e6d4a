import { readdirSync } from 'node:fs';
import { Terminal } from './terminal';

let terminal: Terminal;
beforeEach(() => {
  terminal = new Terminal();
});
afterEach(() => terminal.remove());

test.each([
  ['an unknown command', ['审核'], '没有“审核”这个命令'],
  ['an option before the command', ['--json', 'new'], '命令要写在选项前面'],
  ['an unknown option', ['check', '--fast'], '没有 --fast 这个选项'],
  ['an option without its value', ['check', '--store'], '--store'],
  ['an empty value', ['check', '--store='], '选项 --store 后面没有内容'],
  ['a day the calendar does not have', ['check', '--today', '2026-02-30'], '不能是“2026-02-30”'],
  ['a missing argument', ['import'], '缺少 FILE'],
  ['one argument too many', ['show', '问题台账', '整改措施'], '多了“整改措施”'],
  ['an unknown kind of report', ['report', '--kind', 'secret'], '没有“secret”这种报告'],
  ['an unknown variant', ['report', '--kind', 'public', '--variant', 'long'], '没有“long”这种体例'],
  ['an export without a file', ['export'], '--xlsx FILE'],
  ['a number that is none', ['sample', '--issues', '十'], '不能是“十”'],
  ['a file that is not there', ['import', '/nonexistent/反馈意见.docx'], '找不到文件“/nonexistent/反馈意见.docx”'],
  ['a ledger that is not there', ['check', '--store', '/nonexistent/ledger.json'], '找不到台账文件'],
])('%s is misuse, said in a sentence', async (_what, args, sentence) => {
  const { code, out, err } = await terminal.bare(...args);
  expect({ code, out: args[0] === '--json' ? '' : out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(sentence);
});

test('a ledger that is not there is looked for, not made', async () => {
  await terminal.bare('check', '--store', terminal.file('没有/ledger.json'));
  expect(readdirSync(terminal.folder)).toEqual([]);
});

test('with --json a misuse is still one JSON value', async () => {
  const { code, out } = await terminal.bare('check', '--fast', '--json');
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ refused: [{ code: 'misuse' }] });
});

test('--help lists every command, and no command at all shows it too', async () => {
  const help = await terminal.bare('--help');
  expect(help.code).toBe(0);
  for (const name of [
    'start',
    'new',
    'import',
    'check',
    'report',
    'act',
    'log',
    'recheck',
    'documents',
    'catalogue',
    'show',
    'export',
    'open',
    'sample',
  ]) {
    expect(help.out).toMatch(new RegExp(`^  ${name}`, 'm'));
  }
  expect(await terminal.bare()).toMatchObject({ code: 2, out: '', err: help.out });
});

test('a refused import leaves no half-made ledger behind', async () => {
  const empty = terminal.put('空.txt', '');
  const { code, err } = await terminal.run('import', empty);
  expect(code).toBe(1);
  expect(err).not.toBe('');
  expect(readdirSync(terminal.folder)).toEqual(['空.txt']);
});
