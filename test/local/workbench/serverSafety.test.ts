import { ask, type Page, Workbenches } from './client';

jest.setTimeout(30_000);
const workbenches = new Workbenches();
let page: Page;
let address: string;
beforeAll(async () => {
  const started = await workbenches.start(workbenches.folder(), { example: false });
  page = started.page;
  address = started.workbench.address;
});
afterAll(() => workbenches.remove());

const stateBody = '{}';

test('the printed address gives a cookie that scripts and other sites do not get, and leads to the page', async () => {
  const { pathname, search } = new URL(address);
  const entered = await ask(page.port, pathname + search);
  expect(entered.status).toBe(302);
  expect(entered.headers.location).toBe('/');
  expect(String(entered.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  const shown = await page.get('/');
  expect(shown.status).toBe(200);
  expect(shown.text).toContain(`content="${page.token}"`);
});

test('what is served may run no script but its own and be framed by nobody', async () => {
  const { headers } = await page.get('/');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
});

test('another host name is refused, whatever it resolves to', async () => {
  for (const host of [`evil.example:${page.port}`, `127.0.0.1:${page.port + 1}`, '127.0.0.1']) {
    const { status, text } = await ask(page.port, '/', { headers: { host, cookie: page.cookie } });
    expect([status, host]).toEqual([421, host]);
    expect(text).toContain('只在本机使用');
    expect((await page.raw('/api/state', stateBody, { host })).status).toBe(421);
  }
  expect((await page.raw('/api/state', stateBody, { host: `localhost:${page.port}` })).status).toBe(200);
});

test('without the cookie nothing is shown, without the token nothing is done', async () => {
  for (const where of ['/', '/app.js', '/save.xlsx', '/files/abc', '/?token=wrong']) {
    const { status, text } = await ask(page.port, where);
    expect([where, status]).toEqual([where, 403]);
    expect(text).toContain('终端里给出的');
  }
  for (const token of ['', 'x', page.token.slice(1), page.cookie.split('=')[1] ?? '']) {
    const { status, text } = await page.raw('/api/state', stateBody, { 'x-workbench-token': token });
    expect(status).toBe(403);
    expect(JSON.parse(text).code).toBe('no-token');
  }
});

test("other sites' pages are refused even with the token", async () => {
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `https://127.0.0.1:${page.port}` },
    { origin: `http://127.0.0.1:${page.port + 1}` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    const { status, text } = await page.raw('/api/state', stateBody, headers);
    expect([headers, status]).toEqual([headers, 403]);
    expect(JSON.parse(text).code).toBe('foreign');
  }
  const own = { origin: `http://127.0.0.1:${page.port}`, 'sec-fetch-site': 'same-origin' };
  expect((await page.raw('/api/state', stateBody, own)).status).toBe(200);
});

test('forms, broken JSON and too much of it are refused with a sentence', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx']) {
    expect((await page.raw('/api/state', stateBody, { 'content-type': type })).status).toBe(415);
  }
  const broken = await page.raw('/api/state', '{"a":');
  expect([broken.status, JSON.parse(broken.text).code]).toEqual([400, 'broken-json']);
  const large = await page.raw('/api/menu', JSON.stringify({ functionName: 'x'.repeat(9 * 1024 * 1024) }));
  expect([large.status, JSON.parse(large.text).message]).toEqual([413, expect.stringContaining('8 MB')]);
  expect((await page.raw('/api/state', stateBody)).status).toBe(200);
});

test('a request that is not what was agreed is refused by the name of its part', async () => {
  const refused = async (where: string, body: unknown): Promise<string> => {
    const { status, text } = await page.raw(where, JSON.stringify(body));
    expect(status).toBe(200);
    const { ok, code, message } = JSON.parse(text);
    expect([ok, code]).toEqual([false, 'misshapen']);
    return message;
  };
  const edit = { revision: 1, sheet: '名单', row: 0, column: 0, texts: [['a']], before: [[null]], pasted: false };
  expect(await refused('/api/edit', { ...edit, row: -1 })).toContain('row');
  expect(await refused('/api/edit', { ...edit, row: 1.5 })).toContain('row');
  expect(await refused('/api/edit', { ...edit, texts: [['a', 1]] })).toContain('texts[0][1]');
  expect(await refused('/api/edit', { ...edit, before: [[{}]] })).toContain('before[0][0]');
  expect(await refused('/api/rows', { sheet: '名单', action: 'drop', from: 1, to: 2 })).toContain('action');
  expect(await refused('/api/run', { functionName: 'remote', args: 'selection' })).toContain('args');
  expect(await refused('/api/run', { args: [] })).toContain('functionName');
  expect(await refused('/api/state', [])).toContain('JSON');
  expect((await page.raw('/api/nothing', '{}')).status).toBe(404);
  expect((await page.raw('/api/toString', '{}')).status).toBe(404);
});
