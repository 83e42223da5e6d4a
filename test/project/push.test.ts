import { PLACEHOLDER, push } from '../../local/push';
import { ROOT, ThrowAwayProjects } from './project';

const projects = new ThrowAwayProjects();
afterAll(() => projects.removeAll());

/** Pushes from a project with this .clasp.json, with a clasp that answers so. */
function tryPush(
  settings: string | undefined,
  answer = { status: 0, stdout: '["dist/Code.js","dist/appsscript.json"]' },
) {
  const files = { 'dist/Code.js': '', 'dist/appsscript.json': '{}' };
  const root = projects.make(settings === undefined ? files : { ...files, '.clasp.json': settings });
  return pushFrom(root, answer);
}

function pushFrom(root: string, answer = { status: 0, stdout: '[]' }) {
  const said: string[] = [];
  const asked: string[][] = [];
  const code = push(root, ['--user', 'office'], {
    clasp: (args) => {
      asked.push([...args]);
      return answer;
    },
    say: (line) => said.push(line),
    complain: (line) => said.push(line),
  });
  return { code, said: said.join('\n'), asked };
}

const READY = JSON.stringify({ scriptId: '1aBcD-efGhIjKlMnOpQrStUvWxYz_0123456789', rootDir: 'dist' });

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
  const { code, asked } = tryPush(settings);
  expect([code, asked]).toEqual([2, []]);
});

test('pushes over a changed manifest and lists what went', () => {
  const { code, said, asked } = tryPush(READY);
  expect(code).toBe(0);
  expect(asked).toEqual([['push', '--force', '--json', '--user', 'office']]);
  expect(said).toContain('Code.js');
  expect(said).toContain('appsscript.json');
});

test('says so when the script is up to date', () => {
  const { code, said } = tryPush(READY, { status: 0, stdout: '[]\n' });
  expect(code).toBe(0);
  expect(said).toContain('已是最新');
});

test.each([
  ['clasp fails', { status: 1, stdout: '' }],
  ['clasp reports less than dist/ holds', { status: 0, stdout: '["dist/Code.js"]' }],
  ['clasp reports nothing readable', { status: 0, stdout: 'Skipping push.' }],
])('fails when %s', (_case, answer) => {
  expect(tryPush(READY, answer).code).toBe(1);
});
