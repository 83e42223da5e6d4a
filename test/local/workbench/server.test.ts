import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { address } from '../../../local/files/a1';
import { withRows } from '../../../local/workbench/rows';
import { cellOf, columnOf, type Page, ROOT, sheetOf, Workbenches } from './client';

jest.setTimeout(60_000);
const workbenches = new Workbenches();
afterAll(() => workbenches.remove());

const ISSUES = '问题台账';

describe('the example ledger', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await workbenches.start(workbenches.folder()));
  });

  test('stands there after the first start: all tabs, menu, people and choices', async () => {
    const state = await page.state();
    expect(state.book.sheets.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['看板', ISSUES, '整改措施', '佐证材料', '名单', '设置']),
    );
    const issues = sheetOf(state, ISSUES);
    expect(issues).toMatchObject({ frozenRows: 1 });
    expect(cellOf(issues, 0, 0)).toMatchObject({ value: '编号', note: expect.stringContaining('问题编号') });
    expect(issues.systemColumns).toEqual(expect.arrayContaining([columnOf(issues, '状态'), columnOf(issues, '轮次')]));
    expect(issues.systemColumns).not.toContain(columnOf(issues, '问题'));
    const leaders = issues.validations.find(({ column }) => column === columnOf(issues, '牵头领导'));
    expect(leaders?.values).toEqual(expect.arrayContaining(['沈砚秋', '罗启川']));
    const deadline = cellOf(issues, 1, columnOf(issues, '整改时限'));
    expect(deadline).toMatchObject({ value: expect.any(Number), shown: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(state.menus[0]?.caption).toBe('整改台账');
    expect(state.people.map(({ role }) => role)).toEqual(expect.arrayContaining(['整改办', '分管领导']));
    expect(state.user).toBe(state.owner);
  });

  test('an overdue deadline looks overdue: conditional formats are part of the style', async () => {
    const state = await page.state();
    const issues = sheetOf(state, ISSUES);
    const column = columnOf(issues, '整改时限');
    const styles = issues.rows.slice(1).map((row) => state.book.styles[row[column]?.style ?? -1]);
    expect(styles.some((style) => style?.background === '#fce3e0' && style.bold)).toBe(true);
    expect(styles.some((style) => style && style.background === undefined)).toBe(true);
  });

  test('a typed date comes back as a date, normalised by onEdit', async () => {
    const state = await page.state();
    const issues = sheetOf(state, ISSUES);
    const column = columnOf(issues, '整改时限');
    const answer = await page.type(state, ISSUES, 2, column, '２０２６．１２．３０');
    expect(answer.ok).toBe(true);
    if (!answer.ok) return;
    expect(answer.value.revision).toBe(state.revision + 1);
    expect(answer.value.sheets.map(({ title }) => title)).toEqual([ISSUES]);
    expect(cellOf(answer.value.sheets[0], 2, column)).toMatchObject({ shown: '2026-12-30' });
  });

  test('a system column that was overwritten is put back, and a toast says so', async () => {
    const state = await page.state();
    const issues = sheetOf(state, ISSUES);
    const column = columnOf(issues, '状态');
    const answer = await page.type(state, ISSUES, 1, column, '已销号');
    expect(answer).toMatchObject({
      ok: true,
      value: { ui: [{ kind: 'toast', message: expect.stringContaining('系统列') }] },
    });
    expect(cellOf(sheetOf(await page.state(), ISSUES), 1, column)?.value).toBe(cellOf(issues, 1, column)?.value);
  });

  test('two tabs and one cell: the later is refused and told what stands there', async () => {
    const state = await page.state();
    const column = columnOf(sheetOf(state, ISSUES), '举一反三');
    expect((await page.type(state, ISSUES, 3, column, '全局排查水闸启闭记录')).ok).toBe(true);
    const later = await page.type(state, ISSUES, 3, column, '全局排查巡河记录');
    expect(later).toMatchObject({ ok: false, code: 'changed-meanwhile' });
    expect(later.ok ? '' : later.message).toContain(`${address(3, column)}现为“全局排查水闸启闭记录”`);
    const since = await page.done('/api/since', { revision: state.revision });
    expect(cellOf(since.sheets[0], 3, column)?.value).toBe('全局排查水闸启闭记录');
  });

  test('a row patch puts the same view together as the whole sheet', async () => {
    const state = await page.state();
    const before = sheetOf(state, ISSUES);
    const column = columnOf(before, '原因剖析');
    const patch = await page.done('/api/edit', {
      ...{ revision: state.revision, sheet: ISSUES, row: 4, column, pasted: false, byRow: true },
      ...{ texts: [['责任没有落到人']], before: [[cellOf(before, 4, column)?.value ?? null]] },
    });
    expect(patch.sheets).toEqual([]);
    const [rows] = patch.rows ?? [];
    expect(rows?.rows.map(([row]) => row)).toEqual([4]);
    if (rows) expect(withRows(before, rows)).toEqual(sheetOf(await page.state(), ISSUES));
  });

  test('HTML, script and formulas are text, in a column and outside of any', async () => {
    const texts = [
      '<img src=x onerror=alert(1)>',
      '</script><script>alert(1)</script>',
      '=IMPORTXML("http://x","//a")',
    ];
    const state = await page.state();
    const problem = columnOf(sheetOf(state, ISSUES), '具体表现');
    const issues = sheetOf(state, ISSUES);
    const before = texts.map((_text, at) => [cellOf(issues, 1 + at, problem)?.value ?? null]);
    const patch = await page.done('/api/edit', {
      ...{ revision: state.revision, sheet: ISSUES, row: 1, column: problem, pasted: true },
      ...{ texts: texts.map((text) => [text]), before },
    });
    expect(texts.map((_text, at) => cellOf(patch.sheets[0], 1 + at, problem)?.value)).toEqual(texts);
    expect(patch.ui).toContainEqual(expect.objectContaining({ message: expect.stringContaining('不计算公式') }));
    const raw = await page.raw('/api/state', '{}');
    expect(raw.headers['content-type']).toMatch(/^application\/json/);
  });

  test('1,000 rows pasted at the end of the grid make it grow', async () => {
    const state = await page.state();
    const documents = sheetOf(state, '收文登记');
    const row = documents.rowCount - 10;
    const texts = Array.from({ length: 1_000 }, (_none, at) => [`关于水库巡查的第${at + 1}号通知`]);
    const patch = await page.done('/api/edit', {
      ...{ revision: state.revision, sheet: '收文登记', row, column: 2, texts, pasted: true },
      before: texts.map(() => [null]),
    });
    const grown = patch.sheets.find(({ title }) => title === '收文登记');
    expect(grown?.rowCount).toBe(row + 1_000);
    expect(cellOf(grown, row + 999, 2)?.value).toBe('关于水库巡查的第1000号通知');
  });

  test('a cell longer than Sheets takes, a ragged block and a place off the sheet are refused whole', async () => {
    const state = await page.state();
    const at = { revision: state.revision, sheet: '收文登记', row: 1, column: 2, pasted: false };
    const before = [[null], [null]];
    expect(await page.post('/api/edit', { ...at, texts: [['字'.repeat(50_001)]], before })).toMatchObject({
      code: 'cell-too-long',
    });
    expect(await page.post('/api/edit', { ...at, texts: [['a'], ['b', 'c']], before })).toMatchObject({
      code: 'not-rectangular',
    });
    expect(await page.post('/api/edit', { ...at, row: 90_000, texts: [['a']], before })).toMatchObject({
      code: 'outside-sheet',
    });
    expect(await page.post('/api/edit', { ...at, sheet: '没有', texts: [['a']], before })).toMatchObject({
      code: 'no-sheet',
      message: expect.stringContaining('没有“没有”这张表'),
    });
    expect((await page.state()).revision).toBe(state.revision);
  });

  test('rows are inserted and deleted below the header, which stays', async () => {
    const state = await page.state();
    const rows = (action: 'insert' | 'delete', from: number, to: number) =>
      page.post('/api/rows', { sheet: ISSUES, action, from, to, revision: state.revision });
    expect(await rows('delete', 0, 1)).toMatchObject({ ok: false, code: 'header-stays' });
    const inserted = await rows('insert', 1, 3);
    expect(inserted.ok && cellOf(inserted.value.sheets[0], 3, 0)?.value).toBe(
      cellOf(sheetOf(state, ISSUES), 1, 0)?.value,
    );
    const deleted = await rows('delete', 1, 3);
    expect(deleted.ok && cellOf(deleted.value.sheets[0], 1, 0)?.value).toBe(
      cellOf(sheetOf(state, ISSUES), 1, 0)?.value,
    );
  });

  test('sorting keeps the header and moves whole rows', async () => {
    const sorted = await page.done('/api/sort', { sheet: ISSUES, column: 0, ascending: false });
    const numbers = sorted.sheets[0]?.rows
      .slice(1)
      .flatMap((row) => (typeof row[0]?.value === 'number' ? [row[0].value] : []));
    expect(numbers).toEqual([...(numbers ?? [])].sort((a, b) => b - a));
    expect(cellOf(sorted.sheets[0], 0, 0)?.value).toBe('编号');
    await page.done('/api/sort', { sheet: ISSUES, column: 0, ascending: true });
  });

  test('who sits there decides what may be changed; nobody outside 名单 may', async () => {
    const state = await page.state();
    const clerk = state.people.find(({ role }) => role === '经办人');
    expect(await page.post('/api/user', { mail: 'stranger@example.invalid' })).toMatchObject({ code: 'no-person' });
    expect((await page.done('/api/user', { mail: clerk?.mail ?? '' })).user).toBe(clerk?.mail);
    const refused = await page.type(state, '设置', 1, 1, '换个单位名');
    expect(refused).toMatchObject({
      ok: false,
      code: 'protected',
      message: expect.stringContaining(clerk?.name ?? ''),
    });
    await page.done('/api/user', { mail: state.owner });
  });

  test('two tabs have each their own person, and a sidebar follows the row of its own tab', async () => {
    const [first, second] = [page.tab('one'), page.tab('two')];
    const { people, owner } = await first.state();
    const clerk = people.find(({ role }) => role === '经办人')?.mail ?? '';
    await second.done('/api/user', { mail: clerk });
    expect((await first.state()).user).toBe(owner);
    expect((await second.state()).user).toBe(clerk);
    await first.done('/api/select', { sheet: ISSUES, row: 2, column: 1 });
    await second.done('/api/select', { sheet: ISSUES, row: 5, column: 1 });
    const selected = { functionName: 'remote', args: ['selection', {}] };
    expect(await first.post('/api/run', selected)).toMatchObject({ value: { result: { value: { row: 3 } } } });
    expect(await second.post('/api/run', selected)).toMatchObject({ value: { result: { value: { row: 6 } } } });
  });

  test('the remote door answers, stands the person where it went, and knows no strangers', async () => {
    await page.done('/api/select', { sheet: ISSUES, row: 2, column: 1 });
    const run = (functionName: string, args: unknown[]) => page.post('/api/run', { functionName, args });
    expect(await run('remote', ['selection', {}])).toMatchObject({
      value: { result: { ok: true, value: { row: 3 } } },
    });
    const jumped = await run('remote', ['jumpTo', { tab: '整改措施', cell: 'C3' }]);
    expect(jumped).toMatchObject({ value: { patch: { selection: { sheet: '整改措施', row: 2, column: 2 } } } });
    expect(await run('remote', ['nothing', {}])).toMatchObject({ ok: true, value: { result: { ok: false } } });
    for (const name of ['nothing', 'toString', 'constructor', 'workbenchStanding_']) {
      expect(await run(name, [])).toMatchObject({ ok: false, code: 'no-function' });
    }
    expect(await page.post('/api/menu', { functionName: 'workbenchStanding_' })).toMatchObject({ code: 'no-function' });
  });

  test('the sidebar comes as a frame without an origin, with google.script before its own script', async () => {
    if (!existsSync(path.join(ROOT, 'dist/sidebar.html'))) return;
    const { ui } = await page.done('/api/menu', { functionName: 'menuSidebar' });
    const [view] = ui;
    expect(view).toMatchObject({ kind: 'sidebar', title: '整改台账' });
    const frame = await page.get(view && 'page' in view ? view.page : '');
    expect(String(frame.headers['content-security-policy'])).toMatch(/^sandbox allow-scripts;.*frame-ancestors 'self'/);
    expect(frame.text.indexOf('window.google')).toBeLessThan(frame.text.lastIndexOf('<script>'));
    expect((await page.get('/frame/abc')).status).toBe(404);
  });

  test('a report is listed, downloads under its Chinese name, and is named in the message', async () => {
    const { ui, files } = await page.done('/api/menu', { functionName: 'menuDraftReport' });
    const docx = files.find(({ kind }) => kind === 'docx');
    expect(docx?.name).toMatch(/青禾县水务局.*\.docx$/);
    expect(JSON.stringify(ui)).not.toContain('google.com');
    expect(JSON.stringify(ui)).toContain(`/files/${docx?.id}`);
    const file = await page.get(`/files/${docx?.id}`);
    expect(file.bytes.subarray(0, 2).toString()).toBe('PK');
    expect(file.bytes.length).toBe(docx?.size);
    const disposition = String(file.headers['content-disposition']);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(docx?.name);
    expect((await page.get('/files/..%2Fledger')).status).toBe(404);
  });

  test('另存 gives the whole workbook as .xlsx; 打开 takes it back and leaves the old one aside', async () => {
    const folder = workbenches.folder();
    const other = await workbenches.start(folder);
    const { bytes, headers } = await other.page.get('/save.xlsx');
    expect(headers['content-type']).toContain('spreadsheetml');
    const before = sheetOf(await other.page.state(), ISSUES);
    const opened = await other.page.done('/api/open', { name: '整改台账.xlsx', base64: bytes.toString('base64') });
    const problem = columnOf(before, '问题');
    expect(cellOf(sheetOf(opened.state, ISSUES), 5, problem)?.value).toBe(cellOf(before, 5, problem)?.value);
    expect(readdirSync(folder).some((name) => /^ledger-\d{8}-\d{6}\.json$/.test(name))).toBe(true);
    const broken = await other.page.post('/api/open', { name: '坏.xlsx', base64: 'UEsDBAA=' });
    expect(broken).toMatchObject({ ok: false, message: expect.stringContaining('坏.xlsx') });
    const empty = await other.page.done('/api/new', { example: false });
    expect(cellOf(sheetOf(empty, ISSUES), 1, problem)).toBeNull();
    expect(readdirSync(folder).filter((name) => /^ledger-\d{8}-\d{6}(-\d+)?\.json$/.test(name))).toHaveLength(2);
  });
});
