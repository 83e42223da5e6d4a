import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTerminal } from '../../../local/commands/terminal';
import { ROOT, Terminal } from './terminal';

// a history is played twice
jest.setTimeout(120_000);
const terminal = new Terminal();
afterAll(() => terminal.remove());

/** A project like ours, whose out/ is not the user's. */
function projectCopy(): string {
  const root = terminal.file('project');
  mkdirSync(root);
  for (const name of ['dist', 'examples', 'package.json']) symlinkSync(path.join(ROOT, name), path.join(root, name));
  return root;
}

test('start --once makes ledger, report and text from the shipped example, anew each time, and says what was found', async () => {
  const root = projectCopy();
  let said = '';
  const world = {
    root,
    stdout: (text: string) => {
      said += text;
    },
    stderr: (text: string) => {
      said += text;
    },
  };
  expect(await runTerminal(['start', '--once', '--example', 'small-office'], world)).toBe(0);
  expect(said).toContain('2 个方面、4 个问题');
  expect(said).toMatch(/校验：\d+ 个错误/);
  const made = readdirSync(path.join(root, 'out'));
  expect(made).toEqual(expect.arrayContaining(['example-ledger.json', '整改台账.xlsx']));
  expect(made.filter((name) => /\.(docx|txt)$/.test(name))).toHaveLength(2);
  const store = path.join(root, 'out/example-ledger.json');
  const first = readFileSync(store, 'utf8');
  writeFileSync(store, '{"broken":');
  expect(await runTerminal(['start', '--once', '--example', 'small-office'], world)).toBe(0);
  // Ids in Drive are random, as Google's are; all else is the same.
  const shape = (text: string): string => text.replace(/\/d\/[\w-]+/g, '').replace(/"[0-9a-f]{64}"/g, '""');
  expect(shape(readFileSync(store, 'utf8'))).toBe(shape(first));
});
