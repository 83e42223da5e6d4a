/** Filter views, slicers, charts and mails as a person meets them at the page. */
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser, removeFolder, startWorkbench, type Workbench } from '../support/browser';
import { Bench, type Trespasses, WAIT_MS, watchOver } from './driver';
import { type Prepared, prepared } from './prepared';

const LONG = 4 * WAIT_MS;

let made: Prepared;
let browser: Browser;
let workbench: Workbench;
let context: BrowserContext;
let bench: Bench;
let seen: Trespasses;

beforeAll(async () => {
  made = await prepared();
  [workbench, browser] = await Promise.all([startWorkbench(made.data), launchBrowser()]);
  context = await browser.newContext({
    ...{ viewport: { width: 1600, height: 900 }, locale: 'zh-CN' },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  seen = await watchOver(context);
  bench = await Bench.open(context, workbench.address);
}, LONG);

afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
  if (made) removeFolder(made.data);
}, LONG);

/** What the notes that are open say; code of the page. */
const NOTES = `[...document.querySelectorAll('textarea')].map(({ value }) => value).join()`;

/** The numbers of the issues the grid shows, from above, as they are copied. */
async function shownNumbers(): Promise<string[]> {
  await bench.stand('问题台账', 'A2:A40');
  await bench.page.keyboard.press('Control+c');
  await bench.page.waitForTimeout(200);
  const text = await bench.page.evaluate<string>('navigator.clipboard.readText()');
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

test(
  'a filter view shows its rows in its order; what is typed there is written to the right issue',
  async () => {
    await bench.stand('问题台账', 'D2');
    const open = (await bench.records('问题台账'))
      .filter(({ 状态 }) => 状态 !== '已销号' && 状态 !== '建议销号')
      .map(({ 编号 = '' }) => 编号)
      .reverse();
    const view = bench.page.getByLabel('视图');
    await bench.until(
      async () => ((await view.textContent()) ?? '').includes(`未销号（${open.length}行）`),
      'the count',
    );
    await view.selectOption({ label: `未销号（${open.length}行）` });
    await bench.until(async () => (await shownNumbers()).join() === open.join(), 'the rows of the view');
    const name = '档案归集仍不及时';
    await bench.type('问题台账', (await bench.place('问题台账', '1', '问题')).replace(/\d+/, '2'), name);
    await bench.reads('问题台账', await bench.place('问题台账', open[0] ?? '', '问题'), name);
    await view.selectOption({ label: '全部' });
    await bench.until(async () => (await shownNumbers())[0] === '1', 'all rows');
    expect(await shownNumbers()).toHaveLength(12);
  },
  LONG,
);

test(
  'a link to a view in the sidebar opens the view on the page, and a slicer narrows it',
  async () => {
    await bench.menu('整改台账', '视图', '更新视图');
    await bench.page.getByRole('alertdialog').getByRole('button', { name: '确定' }).click();
    const count = (await bench.records('问题台账')).filter(({ 状态 }) => 状态 === '已销号').length;
    await bench.menu('整改台账', '视图', '全部视图…');
    await bench.sidebar.getByRole('link', { name: /^已销号/ }).click();
    const view = bench.page.getByLabel('视图');
    await bench.until(async () => (await shownNumbers()).length === count, 'the rows of 已销号');
    expect(await view.locator('option:checked').textContent()).toBe(`已销号（${count}行）`);
    await bench.page.getByLabel('整改类型').selectOption({ label: '立行立改' });
    const kept = (await bench.records('问题台账')).filter(
      ({ 状态, 整改类型 }) => 状态 === '已销号' && 整改类型 === '立行立改',
    ).length;
    await bench.until(async () => (await shownNumbers()).length === kept, 'the rows the slicer lets through');
    await view.selectOption({ label: '全部' });
    await bench.page.getByLabel('整改类型').selectOption({ label: '全部' });
  },
  LONG,
);

test(
  'what became of an action stands in the note of its cell at once, and so does what becomes of the next',
  async () => {
    await bench.menu('整改台账', '自动处理', '启用自动处理');
    await bench.page.getByRole('alertdialog').getByRole('button', { name: '确定' }).click();
    await bench.be('夏雨桐（经办人）');
    const cell = await bench.place('问题台账', '4', '操作');
    for (const action of ['申请延期', '进展']) {
      // pasted, since Univer may lose a letter of what a robot types into a cell with a list
      await bench.paste('问题台账', cell, action);
      const told = `问题4未能${action}`;
      await bench.until(async () => (await bench.page.evaluate<string>(NOTES)).includes(told), 'the note on the page');
    }
  },
  LONG,
);

test(
  'a chart lies over the grid of its tab only, with its values, and moves with its cell',
  async () => {
    await bench.stand('看板', 'A1');
    const chart = bench.page.getByRole('img', { name: /^水资源股已销号3个/ });
    await chart.getByText('水资源股').waitFor();
    const before = (await chart.boundingBox())?.y ?? 0;
    await bench.page.mouse.move(500, 600);
    await bench.page.mouse.wheel(0, 60);
    await bench.until(async () => ((await chart.boundingBox())?.y ?? before) < before, 'the chart to scroll');
    await bench.stand('问题台账', 'A2');
    expect(await chart.count()).toBe(0);
  },
  LONG,
);

test('in all this nothing went wrong on a page', () => {
  expect(seen).toEqual({ outside: [], errors: [], dialogs: [] });
});
