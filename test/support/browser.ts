/** A real headless Chromium from the npm registry, and the workbench it visits. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';

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
  stop(): Promise<void>;
}

/** Starts `npm start`'s program on a free port over a folder of its own, or over a given one. */
export async function startWorkbench(data = mkdtempSync(path.join(tmpdir(), 'workbench-'))): Promise<Workbench> {
  const program = path.join(process.cwd(), 'build/cli.cjs');
  const child = spawn(process.execPath, [program, 'start', '--port', '0', '--data', data, '--today', '2026-11-24'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await addressOf(child);
  return {
    address,
    data,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the workbench ended with ${code}: ${said}`)));
  });
}
