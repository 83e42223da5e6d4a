/** A real headless Chromium from the npm registry, and the workbench it visits. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';

/** A loaded machine takes seconds to load the program and make the example. */
const STARTED_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 20_000;

/**
 * The package unpacks Chromium into TMPDIR and takes whatever `chromium` lies there, so it gets a folder of its own by
 * version. CHROME_PATH names another Chromium (the packed one is for Linux on x64 only).
 */
export async function launchBrowser(): Promise<Browser> {
  const args = ['--disable-gpu'];
  const own = process.env.CHROME_PATH;
  if (own !== undefined)
    return playwright.launch({ executablePath: own, headless: true, chromiumSandbox: false, args });
  const outside = process.env.TMPDIR;
  const folder = path.join(outside ?? tmpdir(), 'rectification-ledger-chromium-147');
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath();
    return await playwright.launch({ executablePath, headless: true, chromiumSandbox: false, args });
  } finally {
    if (outside === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outside;
  }
}

export interface Workbench {
  /** The address with its token, as printed. */
  address: string;
  /** Where it keeps its work. */
  data: string;
  /** Ends it as Ctrl+C does, by force when it does not end. */
  stop(): Promise<void>;
}

/** Starts `npm start`'s program on a free port over a folder of its own, or over a given one. */
export async function startWorkbench(data = mkdtempSync(path.join(tmpdir(), 'workbench-'))): Promise<Workbench> {
  const program = path.join(process.cwd(), 'build/cli.cjs');
  const child = spawn(process.execPath, [program, 'start', '--port', '0', '--data', data, '--today', '2026-11-24'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await addressOf(child);
  return { address, data, stop: () => stopped(child) };
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Error(`the workbench ${why}: ${said}`));
    };
    const timer = setTimeout(() => fail('did not start in time'), STARTED_WITHIN_MS);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      // up to the end of the line, since an address may come in two pieces
      const found = /(http:\/\/127\.0\.0\.1:\d+\/\S*)\s/.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}
