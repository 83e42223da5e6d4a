import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build as bundle } from 'esbuild';
import { sourceFiles } from './imports';
import { build, builtCode, load, ROOT, ThrowAwayProjects, topLevelFunctions } from './project';

const projects = new ThrowAwayProjects();
afterAll(() => projects.removeAll());

/** The functions Apps Script runs by their name alone. */
const SIMPLE_TRIGGERS = ['onOpen', 'onEdit', 'onSelectionChange', 'onInstall', 'doGet', 'doPost'];

/** The one function clients call. */
const DOOR = 'remote';

/** The functions the menu names, as `onOpen` gives them to a menu that only listens. */
function menuFunctions(code: string): string[] {
  const named: string[] = [];
  const menu = () => {
    const self = {
      addItem: (_caption: string, functionName: string) => {
        named.push(functionName);
        return self;
      },
      addSeparator: () => self,
      addSubMenu: () => self,
      addToUi: () => undefined,
    };
    return self;
  };
  const ui = { createMenu: menu, createAddonMenu: menu };
  const context = load(code, { SpreadsheetApp: { getUi: () => ui } });
  context.onOpen({ authMode: 'LIMITED' });
  return named;
}

/** The functions installable triggers name, and the calls that do not say the name outright. */
function triggerFunctions(source: string): { named: string[]; hidden: string[] } {
  const calls = [...source.matchAll(/\bnewTrigger\(\s*(?:(['"`])([\w$]+)\1|([^)\n]*))/g)];
  return {
    named: calls.flatMap((call) => call[2] ?? []),
    hidden: calls.flatMap((call) => (call[2] === undefined ? [call[0]] : [])),
  };
}

/** The commands a client's text asks the door for: `remote('check', …)`. */
function askedCommands(source: string): string[] {
  return [...source.matchAll(/\bremote\(\s*(['"`])([\w$-]+)\1/g)].map((call) => call[2] ?? '');
}

/** The names on the door's allow-list. */
async function commandNames(root: string): Promise<string[]> {
  const { outputFiles } = await bundle({
    absWorkingDir: root,
    entryPoints: ['src/app/door.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'Door',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2020',
    logLevel: 'silent',
  });
  return Object.keys(load(outputFiles[0]?.text ?? '').Door.COMMANDS);
}

/** Everything that calls into a built project by name, and what of it would find nobody, or is called by nobody. */
async function callers(root: string) {
  const code = builtCode(root);
  const sources = (folder: string) =>
    sourceFiles(root, [folder]).map((file) => readFileSync(path.join(root, file), 'utf8'));
  const entryPoints = topLevelFunctions(code);
  const menu = menuFunctions(code);
  const triggers = sources('src').map(triggerFunctions);
  const simple = SIMPLE_TRIGGERS.filter((name) => entryPoints.includes(name));
  const called = [...menu, ...triggers.flatMap(({ named }) => named), ...simple, DOOR];
  const commands = await commandNames(root);
  return {
    menu,
    commands,
    unnamedTriggers: triggers.flatMap(({ hidden }) => hidden),
    lost: called.filter((name) => !entryPoints.includes(name)),
    uncalled: entryPoints.filter((name) => !called.includes(name)),
    unknownCommands: sources('src/sidebar')
      .flatMap(askedCommands)
      .filter((name) => !commands.includes(name)),
  };
}

describe('the built file of the project', () => {
  let found: Awaited<ReturnType<typeof callers>>;
  beforeAll(async () => {
    expect(await build(ROOT)).toMatchObject({ status: 0 });
    found = await callers(ROOT);
  }, 60_000);

  test('has a menu and a door', () => {
    expect(found.menu).not.toEqual([]);
    expect(found.commands).not.toEqual([]);
    expect(existsSync(path.join(ROOT, 'src/app/door.ts'))).toBe(true);
  });

  test('holds a function for every menu item, trigger and remote call', () => {
    expect(found.lost).toEqual([]);
    expect(found.unnamedTriggers).toEqual([]);
    expect(found.unknownCommands).toEqual([]);
  });

  test('lets be called from outside only what the menu, a trigger or the door stands for', () => {
    expect(found.uncalled).toEqual([]);
  });
});

describe('the search for lost entry points', () => {
  const PROJECT = {
    'src/app/door.ts': 'export const COMMANDS = { check: () => 1, report: () => 2 };',
    'src/sidebar/panel.ts': "declare function remote(...a: unknown[]): void; remote('check'); remote('withdraw', {});",
    'src/google/triggers.ts':
      "declare const ScriptApp: any; export const all = () => { ScriptApp.newTrigger('verifyDaily'); ScriptApp.newTrigger(name_); }; declare const name_: string;",
    'src/main.ts': `
      declare const SpreadsheetApp: any;
      export function onOpen() {
        const ui = SpreadsheetApp.getUi();
        const more = ui.createMenu('更多').addItem('生成报告', 'writeReport');
        ui.createMenu('整改台账').addItem('检查台账', 'checkLedger').addSeparator().addSubMenu(more).addToUi();
      }
      export function checkLedger() {}
      export function forgotten() {}
      export function onEdit() {}
      export function remote() {}
    `,
  };

  test('names what nobody answers, in menus, submenus, triggers and clients, and what nobody calls', async () => {
    const root = projects.make(PROJECT);
    expect(await build(root)).toMatchObject({ status: 0 });
    expect(await callers(root)).toEqual({
      menu: ['writeReport', 'checkLedger'],
      commands: ['check', 'report'],
      unnamedTriggers: ['newTrigger(name_'],
      lost: ['writeReport', 'verifyDaily'],
      uncalled: ['forgotten'],
      unknownCommands: ['withdraw'],
    });
  });
});
