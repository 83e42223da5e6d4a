// Google's own clasp, unpatched, pushes for real to a stand-in for the Apps Script API on this machine.
import { refusalOf, type ScriptFile } from './clasp/acceptance';
import { SCRIPT_HOST } from './clasp/loopback';
import { Pushing, SCRIPT_ID } from './clasp/pushing';
import { ThrowAwayProjects } from './project';

const CONTENT = `/v1/projects/${SCRIPT_ID}/content`;
const projects = new ThrowAwayProjects();
let pushing: Pushing;
let dist: ReadonlyMap<string, string>;

/** What a new bound script holds in a Chinese account. */
const FRESH: readonly ScriptFile[] = [
  { name: 'appsscript', type: 'JSON', source: '{"timeZone":"Asia/Shanghai","runtimeVersion":"V8"}' },
  { name: '代码', type: 'SERVER_JS', source: 'function myFunction() {\n}\n' },
];

const TYPES: Record<string, string> = { '.js': 'SERVER_JS', '.html': 'HTML', '.json': 'JSON' };

/** dist/ as the API writes it. */
function asPushed(files: ReadonlyMap<string, string>): ScriptFile[] {
  return [...files].map(([file, source]) => {
    const [, name = '', ending = ''] = /^(.*)(\.\w+)$/.exec(file) ?? [];
    return { name, type: TYPES[ending] ?? '', source };
  });
}

/** What the server holds, by the names the files have in dist/. */
function held(): Map<string, string> {
  const ending = (type: string) => Object.keys(TYPES).find((key) => TYPES[key] === type) ?? '';
  const files = pushing.api.projects.get(SCRIPT_ID) ?? [];
  return new Map(files.map(({ name, type, source }) => [name + ending(type), source]));
}

/** Pushes, holds it to loopback and to one host, and gives what came of it and what the server was asked. */
async function push(run = () => pushing.push()) {
  pushing.api.asked.splice(0);
  pushing.reached();
  const ran = await run();
  const { proxied, direct } = pushing.reached();
  expect(direct).toEqual([]);
  expect(proxied.filter((host) => host !== SCRIPT_HOST)).toEqual([]);
  return { ...ran, asked: [...pushing.api.asked] };
}

beforeAll(async () => {
  pushing = await Pushing.prepare(projects);
  dist = pushing.dist();
}, 60_000);
afterAll(async () => {
  await pushing.close();
  projects.removeAll();
});
beforeEach(() => {
  pushing.setId(SCRIPT_ID);
  pushing.api.enabled = true;
  pushing.api.projects.clear();
  pushing.api.projects.set(SCRIPT_ID, FRESH);
  for (const [name, text] of dist) pushing.write(name, text);
});

describe('npm run push', () => {
  test('the placeholder is refused in both languages before anything is sent', async () => {
    pushing.setId('PUT-YOUR-SCRIPT-ID-HERE');
    const { status, stderr, asked } = await push();
    expect(status).toBe(2);
    expect(stderr).toContain('scriptId 还是占位符');
    expect(stderr).toContain('still the placeholder');
    expect(asked).toEqual([]);
  });

  test('what arrives is dist/, byte for byte and nothing else; a second push finds it up to date', async () => {
    const first = await push();
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.asked).toEqual([`GET ${CONTENT}`, `PUT ${CONTENT}`, `GET ${CONTENT}`]);
    expect([...held().keys()].sort()).toEqual(['Code.js', 'appsscript.json', 'sidebar.html']);
    expect(held()).toEqual(dist);
    for (const name of dist.keys()) expect(first.stdout).toContain(name);

    const second = await push();
    expect(second).toMatchObject({ status: 0, stderr: '', asked: [`GET ${CONTENT}`, `GET ${CONTENT}`] });
    expect(second.stdout).toContain('已是最新');
    expect(second.stdout).toContain('up to date');
  });

  test('a manifest alone that changed is pushed, where clasp by itself says it is done and does nothing', async () => {
    pushing.api.projects.set(SCRIPT_ID, asPushed(dist));
    const manifest = JSON.stringify({ ...JSON.parse(dist.get('appsscript.json') ?? ''), exceptionLogging: 'NONE' });
    pushing.write('appsscript.json', manifest);

    const bare = await push(() => pushing.clasp('push'));
    expect([bare.status, held()]).toEqual([0, dist]);

    expect((await push()).status).toBe(0);
    expect(held()).toEqual(new Map([...dist, ['appsscript.json', manifest]]));
  });

  test.each([
    ['a program it cannot read', 'Code.js', 'class Ledger {\n  static first = 1;\n}\n', 'line: 2 file: Code', '语法'],
    ['a manifest it does not know', 'appsscript.json', '{"timezone":"Asia/Shanghai"}', 'unknown fields', '清单'],
  ])(
    'says in both languages that Google refused %s, which keeps what it had',
    async (_case, file, text, told, what) => {
      pushing.write(file, text);
      const { status, stderr, asked } = await push();
      expect(status).toBe(1);
      expect(asked).toContain(`PUT ${CONTENT}`);
      for (const words of [told, '推送失败', 'Push failed', `Google 不接受${what === '语法' ? '程序的' : ''}${what}`]) {
        expect(stderr).toContain(words);
      }
      expect(stderr).toContain('Google does not accept');
      expect(pushing.api.projects.get(SCRIPT_ID)).toBe(FRESH);
    },
  );

  test.each([
    ['nobody is logged in', () => pushing.run('build/push.cjs'), 'npx clasp login'],
    ['the account has the API off', () => pushing.push(), 'script.google.com/home/usersettings'],
    ['the script id is not the account’s', () => pushing.push(), '核对 .clasp.json 里的脚本 ID'],
  ])('says what to do where %s', async (_case, run, remedy) => {
    pushing.api.enabled = !remedy.includes('usersettings');
    if (remedy.includes('脚本 ID')) pushing.setId(`${SCRIPT_ID}x`);
    const { status, stderr } = await push(run);
    expect(status).toBe(1);
    expect(stderr).toContain('推送失败');
    expect(stderr).toContain(remedy);
    expect(pushing.api.projects.get(SCRIPT_ID)).toBe(FRESH);
  });

  test('a file only Google holds, which clasp does not notice, is named', async () => {
    const stranger = { name: '备用', type: 'SERVER_JS', source: 'function onOpen() {}' };
    pushing.api.projects.set(SCRIPT_ID, [...asPushed(dist), stranger]);
    const { status, stderr } = await push();
    expect(status).toBe(1);
    expect(stderr).toContain('Google 上多出 备用.js');
  });
});

describe('a push that leaves the machine', () => {
  test('is refused and recorded by the proxy', async () => {
    pushing.reached();
    await pushing.clasp('show-authorized-user');
    expect(pushing.reached()).toEqual({ proxied: ['www.googleapis.com:443'], direct: [] });
  });

  test('is, where a login has to be renewed, the renewal alone, and what to do about the network is told', async () => {
    pushing.reached();
    const { status, stderr } = await pushing.run('build/push.cjs', '--auth', 'home/expired.json');
    expect(status).toBe(1);
    expect(stderr).toContain('HTTPS_PROXY');
    expect(pushing.reached()).toEqual({ proxied: ['oauth2.googleapis.com:443'], direct: [] });
    expect(pushing.api.projects.get(SCRIPT_ID)).toBe(FRESH);
  });

  test.each(['example.com', '192.0.2.1'])('is refused and recorded beside the proxy: %s', async (host) => {
    pushing.reached();
    const { status } = await pushing.run('-e', `require('node:net').connect(443, '${host}')`);
    expect(status).not.toBe(0);
    expect(pushing.reached()).toEqual({ proxied: [], direct: [host] });
  });
});

describe('the stand-in for the Apps Script API', () => {
  const program = (source: string) => [...FRESH.slice(0, 1), { name: 'Code', type: 'SERVER_JS', source }];
  const manifest = (source: string) => [{ name: 'appsscript', type: 'JSON', source }];

  test('takes what is built and what a new script holds', () => {
    expect([refusalOf(asPushed(dist)), refusalOf(FRESH)]).toEqual([undefined, undefined]);
  });

  test('takes what looks like newer syntax and is none', () => {
    const source = 'class A { static make() { return new A(); } b() { return "#c; static d = 1"; } }';
    expect(refusalOf(program(source))).toBeUndefined();
  });

  test.each([
    ['a module', 'var a = 1;\nexport { a };', 2],
    ['an import', 'import a from "b";', 1],
    ['a private field', '\n\nclass A { #b = 1; c() { return this.#b; } }', 3],
    ['a private method', 'class A {\n  #b() {} }', 2],
    ['a static field', 'var 甲 = "整改";\nclass A {\n  static b = 1;\n}', 3],
    ['a static block', 'class A { static { A.b = 1; } }', 1],
    ['await at top level', 'function a() {}\nawait a();', 2],
    ['half a program', 'function a() {', 1],
  ])('refuses %s and names its line', (_case, source, line) => {
    expect(refusalOf(program(source))).toMatch(new RegExp(`^Syntax error: .+ line: ${line} file: Code.gs$`));
  });

  test.each([
    ['no manifest', [{ name: 'Code', type: 'SERVER_JS', source: '' }], 'must include a manifest'],
    ['a manifest of another name', [{ name: 'manifest', type: 'JSON', source: '{}' }], 'must include a manifest'],
    ['two JSON files', [...manifest('{}'), { name: 'more', type: 'JSON', source: '{}' }], 'invalid argument'],
    ['a name given twice', [...program(''), { name: 'Code', type: 'HTML', source: '' }], 'already exists'],
    ['an unknown type', [...manifest('{}'), { name: 'a', type: 'CSS', source: '' }], 'invalid argument'],
    ['a manifest that is no JSON', manifest('{'), 'Invalid manifest'],
    ['an unknown field', manifest('{"dependencies":{"enabledAdvancedServices":[{"id":"docs"}]}}'), '.id]'],
    ['an unknown choice', manifest('{"runtimeVersion":"V9"}'), 'invalid argument'],
  ])('refuses %s', (_case, files, told) => {
    expect(refusalOf(files)).toContain(told);
  });
});
