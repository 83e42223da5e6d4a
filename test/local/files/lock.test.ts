import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { lockOf, lockStore } from '../../../local/files/lock';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
  file = path.join(folder, 'ledger.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function taken(patience = 0) {
  const lock = await lockStore(file, { patience });
  if (!lock.ok) throw new Error(lock.faults.map((fault) => fault.message).join(''));
  return lock.value;
}

test('while one holds the ledger, another is refused and told who holds it', async () => {
  const lock = await taken();
  const second = await lockStore(file, { patience: 0 });
  expect(second).toMatchObject({ ok: false, faults: [{ code: 'store-locked' }] });
  expect(JSON.stringify(second)).toContain(`进程 ${process.pid}`);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('one that waits gets the ledger when the other is done', async () => {
  const lock = await taken();
  const second = taken(2_000);
  setTimeout(() => lock.release(), 60);
  (await second).release();
  expect(existsSync(lockOf(file))).toBe(false);
});

test('of many at once each has it alone', async () => {
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const lock = await taken(5_000);
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resume) => setTimeout(resume, 5));
      inside -= 1;
      lock.release();
    }),
  );
  expect(most).toBe(1);
});

test('the lock of a process that died does not stand', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(lockOf(file), JSON.stringify({ process: dead, machine: hostname(), key: '' }));
  (await taken(1_000)).release();
});

test('the lock of another machine stands until it is old', async () => {
  writeFileSync(lockOf(file), JSON.stringify({ process: 1, machine: '另一台电脑', key: '' }));
  expect(await lockStore(file, { patience: 0 })).toMatchObject({ ok: false });
  utimesSync(lockOf(file), new Date(0), new Date(0));
  (await taken(1_000)).release();
});
