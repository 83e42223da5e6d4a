/** Where the project stands, and the built program in it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isObject, ok, type Result, refuse } from '../files/result';

const PROJECT_NAME = 'rectification-ledger';

/** What runs in the host: the built file and its manifest, as they are pushed to Apps Script. */
export interface Program {
  code: string;
  manifest: object;
}

function isProject(folder: string): boolean {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) return false;
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isObject(content) && content.name === PROJECT_NAME;
  } catch {
    return false;
  }
}

/** The project's folder, at or above one of the given places. */
export function projectRoot(places: readonly string[]): string | undefined {
  for (const place of places) {
    for (let folder = path.resolve(place); ; folder = path.dirname(folder)) {
      if (isProject(folder)) return folder;
      if (folder === path.dirname(folder)) break;
    }
  }
  return undefined;
}

/** Reads dist/. Fault `not-built` when it is not there or not whole. */
export function readProgram(root: string | undefined): Result<Program> {
  const missing = refuse({
    code: 'not-built',
    message: '找不到构建好的程序（dist/Code.js）：请在项目目录运行 npm run build 后再试。',
  });
  if (root === undefined) return missing;
  try {
    const code = readFileSync(path.join(root, 'dist/Code.js'), 'utf8');
    const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'dist/appsscript.json'), 'utf8'));
    return isObject(manifest) ? ok({ code, manifest }) : missing;
  } catch {
    return missing;
  }
}
