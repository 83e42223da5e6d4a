import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT, Terminal } from './terminal';

jest.setTimeout(30_000);
const terminal = new Terminal();
afterAll(() => terminal.remove());

async function cli(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const run = promisify(execFile)(process.execPath, [path.join(ROOT, 'build/cli.cjs'), ...args], {
    cwd: terminal.folder,
  });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (failure: { code: unknown; stdout: string; stderr: string }) => ({
      code: failure.code,
      out: failure.stdout,
      err: failure.stderr,
    }),
  );
}

test('the built program sets up a ledger, from whatever folder it is called', async () => {
  const { code, out } = await cli('new', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ store: 'out/ledger.json', tabs: expect.arrayContaining(['问题台账']) });
  expect(existsSync(terminal.file('out/ledger.json'))).toBe(true);
});

test('two processes at once on one ledger: both do their work', async () => {
  const store = terminal.file('two.json');
  await cli('new', '--store', store);
  const report = ['report', '--kind', 'public', '--out', terminal.folder, '--store', store];
  const runs = await Promise.all([cli(...report), cli(...report)]);
  const { out } = await cli('show', '报告登记', '--store', store, '--json');
  const made = runs.filter((run) => run.code === 0).length;
  expect([made, JSON.parse(out).length]).toEqual([2, 2]);
});

test('misuse exits with 2', async () => {
  expect(await cli('审核')).toMatchObject({ code: 2, out: '' });
});
