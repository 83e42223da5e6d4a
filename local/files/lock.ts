/** One writer at a time: a lock file beside the store, which a process that died does not leave standing. */
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { isObject, messageOf, ok, type Result, refuse } from './result';
import { fileErrorCode } from './store';

export interface Lock {
  release(): void;
}

export interface LockOptions {
  /** How long to wait for another process, in milliseconds. */
  patience?: number;
  /** Age in milliseconds after which a lock from another machine is taken for abandoned. */
  abandonedAfter?: number;
}

const PAUSE = 40;

export const lockOf = (file: string): string => `${file}.lock`;

/**
 * Takes the lock of a store, waiting while another living process holds it.
 * Faults: `store-locked` (names the holder and the file), `store-lock-failed` (the folder can't be written).
 */
export async function lockStore(file: string, options: LockOptions = {}): Promise<Result<Lock>> {
  const { patience = 30_000, abandonedAfter = 600_000 } = options;
  const lock = lockOf(file);
  const mine = `${lock}.${process.pid}.${uniqueNumber()}`;
  const content = JSON.stringify({ process: process.pid, machine: hostname(), key: mine });
  const deadline = Date.now() + patience;
  try {
    writeFileSync(mine, content);
    for (;;) {
      // A link appears with its content or not at all, so nobody sees a lock half written.
      if (linked(mine, lock)) return ok({ release: () => release(lock, content) });
      breakAbandoned(lock, abandonedAfter);
      if (Date.now() > deadline) break;
      await wait(PAUSE);
    }
  } catch (thrown) {
    return refuse({
      code: 'store-lock-failed',
      message: `不能在“${file}”旁边建立锁文件（${messageOf(thrown)}）：请检查目录是否存在、是否可写。`,
    });
  } finally {
    rmSync(mine, { force: true });
  }
  const holder = holderOf(lock);
  const who = holder ? `进程 ${holder.process}，${holder.machine}` : '未知进程';
  return refuse({
    code: 'store-locked',
    message: `台账“${file}”正被另一个程序使用（${who}），没有改动：请稍后再试；确认没有程序在用时，可删除“${lock}”。`,
  });
}

let made = 0;
function uniqueNumber(): number {
  made += 1;
  return made;
}

/** False when the lock stands already. File systems without hard links fall back to exclusive creation. */
function linked(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (thrown) {
    if (fileErrorCode(thrown) === 'EEXIST') return false;
    if (fileErrorCode(thrown) === 'ENOENT') throw thrown;
  }
  try {
    writeFileSync(lock, readFileSync(mine), { flag: 'wx' });
    return true;
  } catch (thrown) {
    if (fileErrorCode(thrown) === 'EEXIST') return false;
    throw thrown;
  }
}

function release(lock: string, content: string): void {
  try {
    if (readFileSync(lock, 'utf8') === content) rmSync(lock);
  } catch {
    // Gone already: somebody deleted it by hand, as the refusal above suggests.
  }
}

function holderOf(lock: string): { process: number; machine: string } | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(lock, 'utf8'));
    if (isObject(holder) && typeof holder.process === 'number' && typeof holder.machine === 'string') {
      return { process: holder.process, machine: holder.machine };
    }
  } catch {
    // Unreadable or just released.
  }
  return undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return fileErrorCode(thrown) === 'EPERM';
  }
}

function ageOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function isAbandoned(lock: string, abandonedAfter: number): boolean {
  const holder = holderOf(lock);
  if (holder && holder.machine === hostname()) return !isAlive(holder.process);
  return ageOf(lock) > abandonedAfter;
}

/**
 * Removes a lock whose holder is gone. Only one process at a time may look and remove, or a second one could remove
 * the lock a third has just taken.
 */
function breakAbandoned(lock: string, abandonedAfter: number): void {
  if (!isAbandoned(lock, abandonedAfter)) return;
  const breaker = `${lock}.break`;
  try {
    writeFileSync(breaker, String(process.pid), { flag: 'wx' });
  } catch (thrown) {
    if (fileErrorCode(thrown) !== 'EEXIST') throw thrown;
    if (ageOf(breaker) > 5_000) rmSync(breaker, { force: true });
    return;
  }
  try {
    if (isAbandoned(lock, abandonedAfter)) rmSync(lock, { force: true });
  } finally {
    rmSync(breaker, { force: true });
  }
}
