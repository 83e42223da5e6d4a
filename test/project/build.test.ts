import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { build, builtCode, load, ROOT, runNode, ThrowAwayProjects, topLevelFunctions } from './project';

/** What every build makes; where there is a client, as in this project, its page too. */
const WITHOUT_CLIENT = ['Code.js', 'appsscript.json'];
const PUSHED = [...WITHOUT_CLIENT, 'sidebar.html'];

const projects = new ThrowAwayProjects();
afterAll(() => projects.removeAll());

describe('what is pushed to the sheet', () => {
  beforeAll(async () => {
    // the warning above 150 KB may stand on stderr: it is for whoever builds, and fails nothing
    expect(await build(ROOT)).toMatchObject({ status: 0, stdout: '' });
  }, 60_000);

  test('dist/ holds the program and the manifest, and nothing else', () => {
    expect(readdirSync(path.join(ROOT, 'dist')).sort()).toEqual(PUSHED);
    expect(readFileSync(path.join(ROOT, 'dist/appsscript.json'), 'utf8')).toBe(
      readFileSync(path.join(ROOT, 'appsscript.json'), 'utf8'),
    );
  });

  test('clasp itself would push exactly what dist/ holds', async () => {
    const clasp = path.join(ROOT, 'node_modules/@google/clasp/build/src/index.js');
    const { status, stdout } = await runNode(ROOT, clasp, 'show-file-status', '--json');
    expect(status).toBe(0);
    const { filesToPush, untrackedFiles } = JSON.parse(stdout);
    expect(filesToPush.map((file: string) => file.replaceAll(path.sep, '/')).sort()).toEqual(
      PUSHED.map((file) => `dist/${file}`),
    );
    expect(untrackedFiles).toEqual([]);
  }, 60_000);

  test('the file starts with nothing but the language: no missing global, no service touched', () => {
    const touched: string[] = [];
    const services = [
      ...['SpreadsheetApp', 'DriveApp', 'DocumentApp', 'MailApp', 'GmailApp', 'HtmlService', 'ScriptApp'],
      ...['PropertiesService', 'CacheService', 'LockService', 'UrlFetchApp', 'Session', 'Utilities', 'Logger'],
      ...['Sheets', 'Drive', 'ContentService', 'BigQuery', 'Docs'],
    ];
    const watched = {};
    for (const service of services) {
      Object.defineProperty(watched, service, { enumerable: true, get: () => touched.push(service) });
    }
    load(builtCode(ROOT));
    load(builtCode(ROOT), watched);
    expect(touched).toEqual([]);
  });
});

describe('the build', () => {
  test('an entry point hands over its arguments and its this', async () => {
    const root = projects.make({
      'src/main.ts':
        'export function sum(this: unknown, ...n: number[]) { return [this, n.reduce((a, b) => a + b, 0)]; }',
    });
    expect((await build(root)).status).toBe(0);
    const context = load(builtCode(root));
    const self = {};
    const [seen, sum] = context.sum.call(self, 1, 2, 3);
    expect(seen).toBe(self);
    expect(sum).toBe(6);
  });

  test('what the Apps Script parser refuses is written in older words', async () => {
    const root = projects.make({
      'src/main.ts': [
        'class Issue { #round = 2; static first = 1; static { Issue.first += 1; } round() { return this.#round + Issue.first; } }',
        'let a: number | undefined; a ??= 3; a ||= 4;',
        'const quoted = "static #round; import x from y";',
        'export function round() { return [new Issue().round(), a, quoted]; }',
      ].join('\n'),
    });
    expect((await build(root)).status).toBe(0);
    const program = builtCode(root).replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
    expect(program).not.toMatch(/#[\w$]|static|\?\?=|\|\|=|\bimport\b|\bexport\b|\bawait\b/);
    expect([...load(builtCode(root)).round()]).toEqual([4, 3, 'static #round; import x from y']);
  });

  test('what is written shorter does the same: functions as arrows, texts that come again by name', async () => {
    const root = projects.make({
      'src/main.ts': [
        // called before it is declared, and not callable as an arrow: this, arguments, a generator, a constructor
        "const early = greeting('甲');",
        "function greeting(name: string, { mark } = { mark: '：请于期限内反馈' }) { return name + mark; }",
        'function own(this: unknown) { return this; }',
        'function counted() { return arguments.length; }',
        'function* steps() { yield 1; yield 2; }',
        'function Empty() {}',
        'async function later() { return 1; }',
        // every place a text can stand in, keys and directives among them
        "const table: Record<string, string> = { '整改落实-甲': '整改落实-甲', [['整改落实-甲', '整改落实-甲'].join('')]: '整改落实-甲' };",
        "function kindOf(text: string) { switch (text) { case '整改落实-甲': return '整改落实-甲'; default: return typeof text === 'string' ? '\\u2028“”\\\\' : '\\u2028“”\\\\'; } }",
        'export function all() {',
        '  return [early, own.call(7), (counted as (...n: number[]) => number)(1, 2, 3), [...steps()],',
        '    new (Empty as unknown as new () => object)() instanceof Empty, later() instanceof Promise,',
        "    Object.entries(table), kindOf('整改落实-甲'), kindOf(''), '整改落实-甲' in table, greeting('乙')];",
        '}',
      ].join('\n'),
    });
    expect((await build(root)).status).toBe(0);
    const code = builtCode(root);
    expect(topLevelFunctions(code)).toEqual(['all']);
    expect(code.split('整改落实-甲').length - 1).toBeLessThan(6);
    expect(JSON.parse(JSON.stringify(load(code).all()))).toEqual([
      ...['甲：请于期限内反馈', 7, 3, [1, 2], true, true],
      [
        ['整改落实-甲', '整改落实-甲'],
        ['整改落实-甲整改落实-甲', '整改落实-甲'],
      ],
      ...['整改落实-甲', '\u2028“”\\', true, '乙：请于期限内反馈'],
    ]);
  });

  test.each([
    ['a default export', 'export default function () {}', 'default'],
    ['a name Apps Script hides', 'export function check_() {}', 'check_'],
    ['a name that is not plain ASCII', 'export function 检查() {}', '检查'],
    ['no entry point at all', 'const unused = 1;', 'exports nothing'],
    ['await at top level', 'await 1; export function check() {}', 'await'],
    ['a missing module', "import './absent'; export function check() {}", 'src/main.ts:1'],
    ["a module of Node's", "import { readFileSync } from 'node:fs'; export const check = readFileSync;", 'node:fs'],
  ])('refuses %s and leaves the standing file alone', async (_case, source, told) => {
    const root = projects.make({ 'src/main.ts': 'export function check() {}' });
    await build(root);
    const standing = builtCode(root);
    writeFileSync(path.join(root, 'src/main.ts'), source);
    const { status, stderr } = await build(root);
    expect(status).toBe(1);
    expect(stderr).toContain(told);
    expect(builtCode(root)).toBe(standing);
  });

  test('sets the licence of every bundled package at the head', async () => {
    const root = projects.make({
      'src/main.ts': "import { zipSync } from 'fflate'; export function zip() { return zipSync({}); }",
    });
    expect((await build(root)).status).toBe(0);
    expect(builtCode(root)).toMatch(/^\/\*! fflate [\d.]+ \(MIT\)\n[^*]*Permission is hereby granted[^*]*\*\/\n/);
  });

  test('clears away what an earlier build left in dist/', async () => {
    const root = projects.make({ 'src/main.ts': 'export function check() {}', 'dist/old.html': '<p>旧</p>' });
    await build(root);
    expect(readdirSync(path.join(root, 'dist')).sort()).toEqual(WITHOUT_CLIENT);
  });

  test('warns above 150 KB, and still builds', async () => {
    const root = projects.make({
      'src/main.ts': `export function check() { return ${JSON.stringify('整'.repeat(60_000))}; }`,
    });
    const { status, stdout, stderr } = await build(root);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/dist\/Code\.js 17\d\.\d KB, above 150 KB/);
  });

  test('several at a time, over a changing source, never show half a file', async () => {
    const root = projects.make({ 'src/main.ts': 'export function check() { return 0; }' });
    await build(root);
    let building = true;
    const seen = new Set<string>();
    const strangers = new Set<string>();
    const reader = (async () => {
      while (building) {
        seen.add(builtCode(root));
        for (const name of readdirSync(path.join(root, 'dist'))) if (!PUSHED.includes(name)) strangers.add(name);
        await new Promise((next) => setImmediate(next));
      }
    })();
    for (let round = 1; round <= 3; round += 1) {
      const body = `export function check() { return ${JSON.stringify(String(round).repeat(200_000))}; }`;
      writeFileSync(path.join(root, 'src/main.ts'), body);
      const runs = await Promise.all([build(root), build(root)]);
      expect(runs.map((run) => run.status)).toEqual([0, 0]);
    }
    building = false;
    await reader;
    for (const code of seen) {
      expect(() => new Script(code)).not.toThrow();
      expect(topLevelFunctions(code)).toEqual(['check']);
    }
    expect([...strangers]).toEqual([]);
    expect(readdirSync(path.join(root, 'build'))).toEqual([]);
  }, 60_000);
});
