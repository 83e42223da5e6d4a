// `npm run push`: sends dist/ to the script of one's own sheet with clasp, and refuses where clasp would mislead.
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

/** What stands in the committed .clasp.json until a unit puts its own script id there. */
export const PLACEHOLDER = 'PUT-YOUR-SCRIPT-ID-HERE';

/** How a run of clasp ended. */
export interface ClaspRun {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** What a push needs from outside: the project's clasp, and two places to write lines to. */
export interface PushWorld {
  clasp(args: readonly string[]): ClaspRun;
  say(line: string): void;
  complain(line: string): void;
}

const REFUSAL = [
  '没有推送：.clasp.json 里没有填好脚本 ID（scriptId 还是占位符，或文件不能识别）。请打开表格，在“扩展程序 ▸ Apps 脚本 ▸ 项目设置”里复制脚本 ID，填入 .clasp.json 后再运行 npm run push。',
  'Not pushed: the scriptId in .clasp.json is still the placeholder, or the file cannot be read. Copy the script ID from the sheet’s Extensions ▸ Apps Script ▸ Project Settings into .clasp.json, then run npm run push again.',
];

/** What clasp or Google says, and what to do about it; the first that fits is shown. */
const REMEDIES: readonly (readonly [sign: RegExp, chinese: string, english: string])[] = [
  [
    /no credentials found|invalid_grant|invalid_rapt|invalid authentication|login required/i,
    '没有登录，或登录已失效：请运行 npx clasp login，用能编辑该表格的账号登录。',
    'Not logged in, or no longer: run npx clasp login with an account that may edit the sheet.',
  ],
  [
    /has not enabled the Apps Script API/i,
    '该账号没有开启 Apps Script API：请打开 https://script.google.com/home/usersettings 开启，过几分钟再推送。',
    'The account has the Apps Script API off: switch it on at https://script.google.com/home/usersettings and push again some minutes later.',
  ],
  [
    /entity was not found|does not have permission/i,
    '找不到这个脚本，或没有编辑权限：请核对 .clasp.json 里的脚本 ID，并用能编辑该表格的账号登录。',
    'No such script, or no right to edit it: check the script ID in .clasp.json and log in with an account that may edit the sheet.',
  ],
  [
    /\b(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EAI_AGAIN)\b|socket hang up|socket disconnected|proxy|certificate|refresh access token/i,
    '连不上 Google：请检查网络；需要代理的，设置环境变量 HTTPS_PROXY 后再推送。',
    'Google cannot be reached: check the network; where a proxy is needed, set HTTPS_PROXY and push again.',
  ],
  [
    /manifest|invalid argument/i,
    'Google 不接受清单 appsscript.json：请恢复为本程序自带的内容后再推送。',
    'Google does not accept the manifest appsscript.json: restore the one that came with this program and push again.',
  ],
  [
    /syntax ?error|parse ?error|unexpected token|outside a module|"[^"\n]+:\d+"/i,
    'Google 不接受程序的语法，原来的程序没有变动：请恢复为未改动的源代码后再推送；仍不成功的，把上面的原文告诉维护者。',
    'Google does not accept the program’s syntax, and keeps the program it had: restore the unchanged sources and push again, or pass the text above on to the maintainer.',
  ],
];

/** The script id of the project in `root`; undefined where the file gives none that could be real. */
function scriptId(root: string): string | undefined {
  let settings: unknown;
  try {
    // editors of Windows set a byte order mark before it, which clasp bears
    settings = JSON.parse(readFileSync(path.join(root, '.clasp.json'), 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
  if (typeof settings !== 'object' || settings === null || !('scriptId' in settings)) return undefined;
  const id = settings.scriptId;
  return typeof id === 'string' && id.trim() !== '' && id !== PLACEHOLDER ? id : undefined;
}

/** The text of each file below a folder, by path with forward slashes. */
function textsIn(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile());
  return new Map(files.map((name) => [name.replaceAll(path.sep, '/'), readFileSync(path.join(folder, name), 'utf8')]));
}

/** Whether two texts of a file say the same: a manifest as JSON, another whatever its line ends and its last one. */
function alike(name: string, one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').trimEnd();
  if (plain(one) === plain(other)) return true;
  try {
    return name === 'appsscript.json' && isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
  } catch {
    return false;
  }
}

/** One line for each file in which what Google holds is not what was built. */
function differences(built: ReadonlyMap<string, string>, held: ReadonlyMap<string, string>): string[] {
  const wrong = [...built].flatMap(([name, text]) => {
    const there = held.get(name);
    if (there === undefined) return [`Google 上缺少 ${name}。 Missing at Google: ${name}`];
    return alike(name, text, there) ? [] : [`Google 上的 ${name} 与 dist/ 中的不同。 Different at Google: ${name}`];
  });
  const strangers = [...held.keys()].filter((name) => !built.has(name));
  return [
    ...wrong,
    ...strangers.map(
      (name) =>
        `Google 上多出 ${name}，会与本程序一起运行：请在 Apps Script 编辑器中删除。 Not of this program, delete it in the editor: ${name}`,
    ),
  ];
}

/** Reads the script back with `clasp pull` into a folder of its own, since pulling into dist/ would overwrite it. */
function readBack(id: string, args: readonly string[], world: PushWorld): ClaspRun | Map<string, string> {
  // clasp refuses folders reached by a symbolic link, as the temporary folder of macOS is
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'ledger-pulled-')));
  try {
    mkdirSync(path.join(folder, 'held'));
    writeFileSync(path.join(folder, '.clasp.json'), JSON.stringify({ scriptId: id, rootDir: 'held' }));
    const run = world.clasp(['pull', '--json', ...args, '--project', folder]);
    return run.status === 0 ? textsIn(path.join(folder, 'held')) : run;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tells in clasp's words what happened, in ours what it means and, where that is known, what to do. */
function explain({ stderr, stdout }: ClaspRun, meaning: string, world: PushWorld): void {
  const told = (stderr.trim() === '' ? stdout : stderr).trim();
  const [, ...remedy] = REMEDIES.find(([sign]) => sign.test(told)) ?? [];
  for (const line of [told, meaning, ...remedy]) if (line !== '') world.complain(line);
}

/**
 * Pushes dist/ of the project in `root`; further `args` go to clasp (`--user NAME`).
 * Gives the exit code: 0 pushed or up to date, 1 clasp failed or Google does not hold dist/, 2 no script id.
 *
 * `--force` because without it, away from a terminal, clasp 3.4.1 skips a changed manifest and still exits 0. What
 * clasp lists as pushed is what it found here, not what arrived, and a file that is only Google's it never notices;
 * so the script is read back and compared.
 */
export function push(root: string, args: readonly string[], world: PushWorld): number {
  const id = scriptId(root);
  if (id === undefined) {
    for (const line of REFUSAL) world.complain(line);
    return 2;
  }
  const pushed = world.clasp(['push', '--force', '--json', ...args]);
  if (pushed.status !== 0) {
    explain(
      pushed,
      `推送失败：clasp 退出码 ${pushed.status}。 Push failed: clasp exited with ${pushed.status}.`,
      world,
    );
    return 1;
  }
  const held = readBack(id, args, world);
  if (!(held instanceof Map)) {
    explain(held, '已推送，但没能读回核对，请再运行一次。 Pushed, but not read back: run it again.', world);
    return 1;
  }
  const built = textsIn(path.join(root, 'dist'));
  const wrong = differences(built, held);
  if (wrong.length > 0) {
    world.complain('推送不完整。 The push is incomplete.');
    for (const line of wrong) world.complain(line);
    return 1;
  }
  if (pushed.stdout.trim() === '[]') world.say('脚本已是最新，无需推送。 The script is already up to date.');
  else for (const file of [...built.keys()].sort()) world.say(`已推送并核对 pushed and read back: ${file}`);
  return 0;
}

/** Runs the clasp of the project's own node_modules. */
function runClasp(root: string, args: readonly string[]): ClaspRun {
  const entry = path.join(root, 'node_modules/@google/clasp/build/src/index.js');
  const run = spawnSync(process.execPath, [entry, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['inherit', 'pipe', 'pipe'],
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

if (path.basename(process.argv[1] ?? '') === 'push.cjs') {
  const root = process.cwd();
  process.exitCode = push(root, process.argv.slice(2), {
    clasp: (args) => runClasp(root, args),
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
  });
}
