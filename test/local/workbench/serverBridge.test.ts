import vm from 'node:vm';
import { BRIDGE, withBridge } from '../../../local/workbench/server/bridge';

interface Call {
  workbench: string;
  id: number;
  functionName: string;
  args: unknown[];
}

/** A frame with the bridge in it: what it posts, and how the page around answers. */
function frame() {
  const posted: Call[] = [];
  const listeners: ((event: { source: unknown; data: unknown }) => void)[] = [];
  const keys: ((event: object) => void)[] = [];
  const later: (() => void)[] = [];
  const parent = { postMessage: (message: Call) => void posted.push(message) };
  const window: Record<string, unknown> = {
    addEventListener: (type: string, listener: (event: object) => void) =>
      void (type === 'keydown' ? keys : listeners).push(listener),
  };
  const errors: string[] = [];
  const context = vm.createContext({
    window,
    parent,
    document: { addEventListener: () => undefined },
    console: { error: (text: string) => void errors.push(text) },
    setTimeout: (work: () => void) => void later.push(work),
  });
  vm.runInContext(BRIDGE, context);
  vm.runInContext('var google = window.google; var heard = [];', context);
  return {
    posted,
    errors,
    run: (code: string): unknown => vm.runInContext(code, context),
    heard: (): unknown => JSON.parse(String(vm.runInContext('JSON.stringify(heard)', context))),
    /** A key, and what the page's own listeners make of it. */
    press(key: string, own: { defaultPrevented?: boolean; isComposing?: boolean } = {}) {
      for (const listener of keys) listener({ key, ...own });
      for (const work of later.splice(0)) work();
    },
    say(data: unknown, source: unknown = parent) {
      for (const listener of listeners) listener({ source, data });
    },
  };
}

test('any function is called by name, and its answer goes to the handler with the user object', () => {
  const { run, posted, say, heard } = frame();
  run(`google.script.run.withSuccessHandler(function (v, o) { heard.push([v, o]); }).withUserObject('行3')
    .remote('selection', { a: undefined, b: [1, null, '二'] })`);
  expect(posted).toEqual([
    { workbench: 'run', id: 1, functionName: 'remote', args: ['selection', { a: null, b: [1, null, '二'] }] },
  ]);
  say({ workbench: 'result', id: 1, value: { row: 3 } });
  say({ workbench: 'result', id: 1, value: 'again' });
  expect(heard()).toEqual([[{ row: 3 }, '行3']]);
});

test('a failure comes as an Error; without a handler it is logged', () => {
  const { run, say, heard, errors } = frame();
  run('google.script.run.withFailureHandler(function (e) { heard.push([e instanceof Error, e.message]); }).remote()');
  run('google.script.run.remote()');
  say({ workbench: 'failure', id: 1, message: '没有这个功能' });
  say({ workbench: 'failure', id: 2, message: '程序出错' });
  expect(heard()).toEqual([[true, '没有这个功能']]);
  expect(errors).toEqual(['程序出错']);
});

test('handlers of one chain do not leak into another', () => {
  const { run, say, heard } = frame();
  run(`var base = google.script.run.withFailureHandler(function () { heard.push('失败'); });
    base.withSuccessHandler(function () { heard.push('甲'); }).one();
    base.withSuccessHandler(function () { heard.push('乙'); }).two();`);
  say({ workbench: 'result', id: 2, value: null });
  say({ workbench: 'failure', id: 1, message: '' });
  expect(heard()).toEqual(['乙', '失败']);
});

test('a date, a function, NaN and a circle are refused, also nested, and nothing is sent', () => {
  const { run, posted } = frame();
  for (const value of [
    'new Date()',
    '[new Date()]',
    'function () {}',
    '{ a: { b: NaN } }',
    'new Map()',
    '/x/',
    'circle',
  ]) {
    expect(() => run(`var circle = {}; circle.self = circle; google.script.run.remote(${value})`)).toThrow(
      /illegal value/,
    );
  }
  expect(posted).toEqual([]);
});

test('ten calls are in flight, the eleventh waits for an answer', () => {
  const { run, posted, say } = frame();
  run("for (var i = 0; i < 12; i++) google.script.run.remote('call' + i)");
  expect(posted).toHaveLength(10);
  say({ workbench: 'result', id: 4, value: null });
  expect(posted.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('Escape is told to the page around, unless the page itself took it or characters are being composed', () => {
  const { posted, press } = frame();
  press('Enter');
  press('Escape', { defaultPrevented: true });
  press('Escape', { isComposing: true });
  expect(posted).toEqual([]);
  press('Escape');
  expect(posted).toEqual([{ workbench: 'escape' }]);
});

test('only the page around is heard', () => {
  const { run, say, heard } = frame();
  run('google.script.run.withSuccessHandler(function (v) { heard.push(v); }).remote()');
  say({ workbench: 'result', id: 1, value: 'forged' }, {});
  expect(heard()).toEqual([]);
});

test('the bridge stands before every script of the page, whatever the page looks like', () => {
  const script = `<script>${BRIDGE}</script>`;
  expect(withBridge('<!doctype html><html><head lang="x"><script>a</script></head></html>')).toBe(
    `<!doctype html><html><head lang="x">${script}<script>a</script></head></html>`,
  );
  expect(withBridge('<!DOCTYPE html>\n<p>x')).toBe(`<!DOCTYPE html>${script}\n<p>x`);
  expect(withBridge('<p>$& $1</p>')).toBe(`${script}<p>$& $1</p>`);
});
