// What the project tests share: building as a person does, throw-away projects, and the built file in a bare context.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';

export const ROOT = path.resolve(__dirname, '../..');

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a program of Node's in a folder and gives all of its answer, whatever its exit code. */
export function runNode(cwd: string, ...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, encoding: 'utf8' }, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ status, stdout, stderr });
    });
  });
}

/** `npm run build -- --quiet` of the project in `root`. */
export function build(root: string, ...args: string[]): Promise<Ran> {
  return runNode(ROOT, path.join(ROOT, 'build.mjs'), '--quiet', '--root', root, ...args);
}

/** Makes projects of a few files in temporary folders, with this project's manifest, and removes them again. */
export class ThrowAwayProjects {
  readonly #folders: string[] = [];

  make(files: Record<string, string>): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'ledger-project-'));
    this.#folders.push(folder);
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
    const manifest = readFileSync(path.join(ROOT, 'appsscript.json'), 'utf8');
    for (const [name, text] of Object.entries({ 'appsscript.json': manifest, ...files })) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    return folder;
  }

  removeAll(): void {
    for (const folder of this.#folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
}

export function builtCode(root: string): string {
  return readFileSync(path.join(root, 'dist/Code.js'), 'utf8');
}

/**
 * Runs a built file as Apps Script starts it: a classic script in a context that has the language and nothing else,
 * save the globals given, which become that context.
 */
export function load(code: string, globals: Record<string, unknown> = {}): vm.Context {
  const context = vm.createContext(globals);
  new vm.Script(code, { filename: 'Code.js' }).runInContext(context);
  return context;
}

/** The names Apps Script may call: the functions a built file declares at top level. */
export function topLevelFunctions(code: string): string[] {
  const context = load(code);
  return Object.keys(context)
    .filter((name) => typeof context[name] === 'function')
    .sort();
}
