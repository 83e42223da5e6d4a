import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { journalOf } from '../../../local/files/journal';
import { readStore } from '../../../local/files/store';
import { cellOf, columnOf, Page, ROOT, sheetOf, Workbenches } from './client';

jest.setTimeout(60_000);
const workbenches = new Workbenches();
const children = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await workbenches.remove();
});

const ISSUES = '问题台账';

/** The server as people start it, in a process that can be killed. */
async function spawned(folder: string): Promise<{ child: ChildProcess; page: Page }> {
  const cli = path.join(ROOT, 'build/cli.cjs');
  const child = spawn(process.execPath, [cli, 'start', '--port', '0', '--data', folder], { cwd: ROOT });
  children.add(child);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (text: string): void => {
      said += text;
      const found = /http:\S+token=\S+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('exit', () => reject(new Error(said)));
  });
  return { child, page: await Page.at(address) };
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

test('work is there after a stop and a start, and reports too', async () => {
  const folder = workbenches.folder();
  const first = await workbenches.start(folder);
  const state = await first.page.state();
  const column = columnOf(sheetOf(state, ISSUES), '原因剖析');
  expect((await first.page.type(state, ISSUES, 1, column, '闸门管护责任不清')).ok).toBe(true);
  const { files } = await first.page.done('/api/menu', { functionName: 'menuDraftReport' });
  await workbenches.stop(first.workbench);
  expect(existsSync(journalOf(path.join(folder, 'ledger.json')))).toBe(false);
  const second = await workbenches.start(folder);
  const again = await second.page.state();
  expect(cellOf(sheetOf(again, ISSUES), 1, column)?.value).toBe('闸门管护责任不清');
  expect(again.files).toEqual(files);
  expect((await second.page.get(`/files/${files[0]?.id}`)).status).toBe(200);
});

test('the terminal is refused while the workbench has the ledger', async () => {
  const folder = workbenches.folder();
  await workbenches.start(folder, { example: false });
  await expect(workbenches.start(folder)).rejects.toThrow('正被另一个程序使用');
});

test('killed after the answer: everything answered for is there, for the terminal and the next start', async () => {
  const folder = workbenches.folder();
  const { child, page } = await spawned(folder);
  const state = await page.state();
  const column = columnOf(sheetOf(state, ISSUES), '原因剖析');
  for (const row of [1, 2, 3]) expect((await page.type(state, ISSUES, row, column, `原因${row}`)).ok).toBe(true);
  await killed(child);

  const store = path.join(folder, 'ledger.json');
  expect(readFileSync(store, 'utf8')).not.toContain('原因3');
  const read = readStore(store);
  expect(read.ok && JSON.stringify(read.value.store)).toContain('原因3');

  const again = await spawned(folder);
  const kept = sheetOf(await again.page.state(), ISSUES);
  expect([1, 2, 3].map((row) => cellOf(kept, row, column)?.value)).toEqual(['原因1', '原因2', '原因3']);
  await killed(again.child);
});

test('killed in the middle of writing: the change before is whole, the broken one is left out', async () => {
  const folder = workbenches.folder();
  const { child, page } = await spawned(folder);
  const state = await page.state();
  const column = columnOf(sheetOf(state, ISSUES), '原因剖析');
  expect((await page.type(state, ISSUES, 1, column, '写完的')).ok).toBe(true);
  expect((await page.type(state, ISSUES, 2, column, '没写完的')).ok).toBe(true);
  await killed(child);
  const journal = journalOf(path.join(folder, 'ledger.json'));
  const text = readFileSync(journal);
  // as the file stands when power fails in the last line, and with half a new store beside it
  writeFileSync(journal, text.subarray(0, text.length - 40));
  writeFileSync(path.join(folder, 'ledger.json.99999.tmp'), '{"kind":"rectification-ledger-store","vers');
  const again = await workbenches.start(folder);
  const kept = sheetOf(await again.page.state(), ISSUES);
  expect(cellOf(kept, 1, column)?.value).toBe('写完的');
  expect(cellOf(kept, 2, column)?.value).not.toBe('没写完的');
});

test('a journal of an older store is not applied again', async () => {
  const folder = workbenches.folder();
  const { child, page } = await spawned(folder);
  const state = await page.state();
  const column = columnOf(sheetOf(state, ISSUES), '原因剖析');
  await page.type(state, ISSUES, 1, column, '旧的');
  await killed(child);
  const journal = journalOf(path.join(folder, 'ledger.json'));
  copyFileSync(journal, `${journal}.old`);
  const first = await workbenches.start(folder);
  const now = await first.page.state();
  await first.page.type(now, ISSUES, 1, column, '新的');
  await workbenches.stop(first.workbench);
  copyFileSync(`${journal}.old`, journal);
  appendFileSync(journal, 'x');
  const second = await workbenches.start(folder);
  expect(cellOf(sheetOf(await second.page.state(), ISSUES), 1, column)?.value).toBe('新的');
});

test('what cannot be saved is not kept in memory either, and the answer says so', async () => {
  const folder = workbenches.folder();
  const { page } = await workbenches.start(folder, { example: false });
  const state = await page.state();
  // nothing can be written or put in the place of a folder that holds something, whoever runs this
  for (const name of ['ledger.json', 'ledger.json.journal', `ledger.json.${process.pid}.tmp`]) {
    const target = path.join(folder, name);
    if (name === 'ledger.json') continue;
    mkdirSync(path.join(target, 'x'), { recursive: true });
  }
  const column = columnOf(sheetOf(state, ISSUES), '原因剖析');
  const answer = await page.type(state, ISSUES, 1, column, '写不进去');
  expect(answer).toMatchObject({ ok: false, code: 'not-saved', message: expect.stringContaining('没有保存成功') });
  expect(cellOf(sheetOf(await page.state(), ISSUES), 1, column)).toBeNull();
});
