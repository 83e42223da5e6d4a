// `npm run push`: sends dist/ to the script of one's own sheet with clasp, and refuses where clasp would mislead.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What stands in the committed .clasp.json until a unit puts its own script id there. */
export const PLACEHOLDER = 'PUT-YOUR-SCRIPT-ID-HERE';

/** What a push needs from outside: the project's clasp, and two places to write lines to. */
export interface PushWorld {
  clasp(args: readonly string[]): { status: number | null; stdout: string };
  say(line: string): void;
  complain(line: string): void;
}

const REFUSAL = [
  '没有推送：.clasp.json 里的 scriptId 还是占位符。请打开表格，在“扩展程序 → Apps Script → 项目设置”里复制脚本 ID，填入 .clasp.json 后再运行 npm run push。',
  'Not pushed: the scriptId in .clasp.json is still the placeholder. Copy the script ID from the sheet’s Extensions → Apps Script → Project Settings into .clasp.json, then run npm run push again.',
];

/** The script id of the project in `root`; undefined where the file gives none that could be real. */
function scriptId(root: string): string | undefined {
  let settings: unknown;
  try {
    settings = JSON.parse(readFileSync(path.join(root, '.clasp.json'), 'utf8'));
  } catch {
    return undefined;
  }
  if (typeof settings !== 'object' || settings === null || !('scriptId' in settings)) return undefined;
  const id = settings.scriptId;
  return typeof id === 'string' && id.trim() !== '' && id !== PLACEHOLDER ? id : undefined;
}

/** The file paths in clasp's `--json` answer; undefined where it is something else. */
function pushedFiles(stdout: string): string[] | undefined {
  try {
    const answer: unknown = JSON.parse(stdout);
    return Array.isArray(answer) && answer.every((entry) => typeof entry === 'string') ? answer : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Pushes dist/ of the project in `root`; further `args` go to clasp (`--user NAME`).
 * Gives the exit code: 0 pushed or up to date, 1 clasp failed or pushed something else, 2 no script id.
 *
 * `--force` because without it, away from a terminal, clasp 3.4.1 skips a changed manifest and still exits 0; the
 * list of what it pushed is compared with dist/ for the same reason.
 */
export function push(root: string, args: readonly string[], world: PushWorld): number {
  if (scriptId(root) === undefined) {
    for (const line of REFUSAL) world.complain(line);
    return 2;
  }
  const { status, stdout } = world.clasp(['push', '--force', '--json', ...args]);
  if (status !== 0) {
    world.complain(`推送失败：clasp 退出码 ${status}。 Push failed: clasp exited with ${status}.`);
    return 1;
  }
  const pushed = pushedFiles(stdout)?.map((file) => path.basename(file));
  if (pushed?.length === 0) {
    world.say('脚本已是最新，无需推送。 The script is already up to date.');
    return 0;
  }
  const built = readdirSync(path.join(root, 'dist')).sort();
  if (pushed === undefined || pushed.sort().join() !== built.join()) {
    world.complain(`推送不完整：应有 ${built.join('、')}，clasp 报告 ${pushed?.join('、') ?? stdout.trim()}。`);
    world.complain('The push is incomplete: what clasp reports is not what dist/ holds.');
    return 1;
  }
  for (const file of built) world.say(`已推送 pushed: ${file}`);
  return 0;
}

/** Runs the clasp of the project's own node_modules. */
function runClasp(root: string, args: readonly string[]): { status: number | null; stdout: string } {
  const entry = path.join(root, 'node_modules/@google/clasp/build/src/index.js');
  const run = spawnSync(process.execPath, [entry, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  return { status: run.status, stdout: run.stdout };
}

if (path.basename(process.argv[1] ?? '') === 'push.cjs') {
  const root = process.cwd();
  process.exitCode = push(root, process.argv.slice(2), {
    clasp: (args) => runClasp(root, args),
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
  });
}
