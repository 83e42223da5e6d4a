import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PLACEHOLDER, push } from '../../local/push';
import { ROOT, ThrowAwayProjects } from './project';

const projects = new ThrowAwayProjects();
afterAll(() => projects.removeAll());

const READY = JSON.stringify({ scriptId: '1aBcD-efGhIjKlMnOpQrStUvWxYz_0123456789', rootDir: 'dist' });
const BUILT = { 'Code.js': 'function onOpen() {}\n', 'appsscript.json': '{"timeZone":"Asia/Shanghai"}' };
const SENT = { status: 0, stdout: '["dist/Code.js","dist/appsscript.json"]', stderr: '' };

/** A project with this .clasp.json and BUILT as its dist/. */
function project(settings: string | undefined): string {
  const dist = Object.fromEntries(Object.entries(BUILT).map(([name, text]) => [`dist/${name}`, text]));
  return projects.make(settings === undefined ? dist : { ...dist, '.clasp.json': settings });
}

/** Pushes with a clasp that answers so, and pulls these files. */
function pushFrom(root: string, answer = SENT, held: Record<string, string> = BUILT, pulled = { ...SENT, stdout: '' }) {
  const said: string[] = [];
  const asked: string[][] = [];
  const folders: string[] = [];
  const code = push(root, ['--user', 'office'], {
    clasp: (args) => {
      asked.push([...args]);
      if (args[0] !== 'pull') return answer;
      const folder = args[args.indexOf('--project') + 1] ?? '';
      folders.push(folder);
      const { scriptId, rootDir } = JSON.parse(readFileSync(path.join(folder, '.clasp.json'), 'utf8'));
      expect(scriptId).toBe(JSON.parse(READY).scriptId);
      for (const [name, text] of Object.entries(held)) {
        mkdirSync(path.dirname(path.join(folder, rootDir, name)), { recursive: true });
        writeFileSync(path.join(folder, rootDir, name), text);
      }
      return pulled;
    },
    say: (line) => said.push(line),
    complain: (line) => said.push(line),
  });
  expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
  return { code, said: said.join('\n'), asked };
}

test('the project as it is shipped refuses to push, and says in both languages what to do', () => {
  const { code, said, asked } = pushFrom(ROOT);
  expect(code).toBe(2);
  expect(said).toContain('scriptId 还是占位符');
  expect(said).toContain('the scriptId in .clasp.json is still the placeholder');
  expect(asked).toEqual([]);
});

test.each([
  ['the placeholder', JSON.stringify({ scriptId: PLACEHOLDER })],
  ['an empty id', '{"scriptId":" "}'],
  ['no id', '{}'],
  ['a broken file', '{"scriptId":'],
  ['no file', undefined],
])('refuses %s without calling clasp', (_case, settings) => {
  const { code, asked } = pushFrom(project(settings));
  expect([code, asked]).toEqual([2, []]);
});

test('pushes over a changed manifest, reads back as the same user and lists what went', () => {
  const { code, said, asked } = pushFrom(project(READY));
  expect(code).toBe(0);
  expect(asked).toEqual([
    ['push', '--force', '--json', '--user', 'office'],
    ['pull', '--json', '--user', 'office', '--project', expect.any(String)],
  ]);
  expect(said).toContain('Code.js');
  expect(said).toContain('appsscript.json');
});

test('takes a script id from a file with a byte order mark', () => {
  expect(pushFrom(project(`\uFEFF${READY}`)).code).toBe(0);
});

test('says so when the script is up to date', () => {
  const { code, said } = pushFrom(project(READY), { ...SENT, stdout: '[]\n' });
  expect(code).toBe(0);
  expect(said).toContain('已是最新');
});

test('takes what says the same in other line ends, and a manifest written otherwise', () => {
  const held = { 'Code.js': 'function onOpen() {}\r\n', 'appsscript.json': '{\n  "timeZone": "Asia/Shanghai"\n}\n' };
  expect(pushFrom(project(READY), SENT, held).code).toBe(0);
});

test.each([
  ['a file did not arrive', { 'appsscript.json': BUILT['appsscript.json'] }, 'Google 上缺少 Code.js'],
  ['another text arrived', { ...BUILT, 'Code.js': 'function onOpen() { }\n' }, 'Code.js 与 dist/ 中的不同'],
  ['another manifest arrived', { ...BUILT, 'appsscript.json': '{}' }, 'appsscript.json 与 dist/ 中的不同'],
  ['the manifest cannot be read', { ...BUILT, 'appsscript.json': '{' }, 'appsscript.json 与 dist/ 中的不同'],
  ['a file stands there beside', { ...BUILT, '旧/Old.js': 'function onOpen() {}' }, 'Google 上多出 旧/Old.js'],
])('fails and names the file when %s', (_case, held, told) => {
  const { code, said } = pushFrom(project(READY), SENT, held);
  expect(code).toBe(1);
  expect(said).toContain(told);
});

test('fails, in clasp’s own words too, when clasp fails', () => {
  const { code, said, asked } = pushFrom(project(READY), { status: 3, stdout: '', stderr: 'Something went amiss.\n' });
  expect(code).toBe(1);
  expect(asked).toHaveLength(1);
  expect(said).toBe('Something went amiss.\n推送失败：clasp 退出码 3。 Push failed: clasp exited with 3.');
});

test.each([
  ['No credentials found.', 'npx clasp login'],
  ['invalid_grant', 'npx clasp login'],
  ['User has not enabled the Apps Script API. Enable it by visiting …', 'script.google.com/home/usersettings'],
  ['Requested entity was not found.', '脚本 ID'],
  ['The caller does not have permission', '脚本 ID'],
  ['request to https://script.googleapis.com/… failed, reason: connect ECONNREFUSED 127.0.0.1:1', 'HTTPS_PROXY'],
  ['unable to get local issuer certificate', 'HTTPS_PROXY'],
  ['Could not refresh access token:', 'HTTPS_PROXY'],
  ['Could not refresh access token: invalid_grant', 'npx clasp login'],
  ['Project contents must include a manifest file named appsscript.', '清单'],
  ['Request contains an invalid argument.', '清单'],
  ['SyntaxError: Unexpected token - "Code:3"', '语法'],
])('adds what to do to “%s”', (stderr, remedy) => {
  expect(pushFrom(project(READY), { status: 1, stdout: '', stderr }).said).toContain(remedy);
});

test('fails when what was pushed cannot be read back', () => {
  const { code, said } = pushFrom(project(READY), SENT, {}, { status: 1, stdout: '', stderr: 'read ECONNRESET' });
  expect(code).toBe(1);
  expect(said).toContain('没能读回核对');
  expect(said).toContain('HTTPS_PROXY');
});
