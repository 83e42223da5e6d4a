/** How the page bears itself under a person's hands: what is in sight, what Esc closes, what is typed twice, who one is. */
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser, removeFolder, startWorkbench, type Workbench } from '../support/browser';
import { Bench, read, type Trespasses, WAIT_MS, watchOver } from './driver';

const LONG = 4 * WAIT_MS;
/** Both sides of the smallest cell's frame and more: less is seen of a cell that is partly covered. */
const WHOLE_FRAME = 180;

let browser: Browser;
let workbench: Workbench;
let context: BrowserContext;
let bench: Bench;
let seen: Trespasses;

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startWorkbench(), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN' });
  seen = await watchOver(context);
  bench = await Bench.open(context, workbench.address);
}, LONG);

afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
  if (workbench) removeFolder(workbench.data);
}, LONG);

test(
  'beside the sidebar and the frozen columns, the cell one moves to by keyboard comes into sight',
  async () => {
    await bench.openSidebar();
    await bench.stand('问题台账', 'A2');
    for (const [key, times] of [
      ['ArrowRight', 4],
      ['Tab', 3],
      ['ArrowDown', 40],
      ['ArrowLeft', 3],
      ['Enter', 20],
    ] as const) {
      for (let n = 0; n < times; n += 1) await bench.page.keyboard.press(key);
      await bench.until(async () => (await bench.frame()) > WHOLE_FRAME, `the cell after ${times} × ${key}`);
    }
  },
  LONG,
);

test(
  'Esc closes a dialog from inside its frame, and leaves the sidebar open',
  async () => {
    await bench.menu('整改台账', '导入反馈意见…');
    await bench.dialog('导入反馈意见').getByRole('textbox', { name: '粘贴文字' }).press('Escape');
    await bench.page.getByRole('dialog').waitFor({ state: 'detached' });
    await bench.sidebar.getByRole('tab', { name: '校验' }).press('Escape');
    await bench.sidebar.getByRole('tab', { name: '校验' }).click();
    expect(await bench.page.getByRole('dialog').count()).toBe(0);
  },
  LONG,
);

test(
  'a cell typed over before the first answer came holds what was typed last',
  async () => {
    const place = await bench.place('问题台账', '5', '整改时限');
    await bench.page.route('**/api/edit', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    await bench.stand('问题台账', place);
    for (const text of ['2026年12月8日', '2026年12月15日']) {
      await bench.page.keyboard.type(text);
      await bench.page.keyboard.press('Enter');
      await bench.page.keyboard.press('ArrowUp');
    }
    await bench.reads('问题台账', place, '2026-12-15');
    await bench.page.unroute('**/api/edit');
    expect(await bench.page.getByRole('region', { name: '未保存的输入' }).count()).toBe(0);
  },
  LONG,
);

test(
  'the message that a report was made opens it',
  async () => {
    await bench.menu('整改台账', '生成报告', '通报草稿');
    const told = bench.page.getByRole('alertdialog', { name: '整改台账' });
    await told.getByRole('button', { name: /通报.*\.docx$/ }).click();
    const preview = bench.page.getByRole('dialog', { name: /通报.*\.docx$/ });
    await preview.locator('.paper').getByText('关于巡察整改情况的通报').first().waitFor();
    expect(await told.count()).toBe(0);
    await bench.page.keyboard.press('Escape');
    await preview.waitFor({ state: 'detached' });
  },
  LONG,
);

test(
  'two pages have each their own person, and each hears of what the other wrote',
  async () => {
    const other = await Bench.open(context, workbench.address);
    await other.page.bringToFront();
    await other.be('夏雨桐（经办人）');
    await other.until(async () => (await other.state()).user !== (await other.state()).owner, 'the other person');
    expect((await bench.state()).user).toBe((await bench.state()).owner);
    const place = await bench.place('问题台账', '8', '问题');
    const heard = (page: Bench, text: string) =>
      page.page.waitForResponse(
        // whichever answer comes first tells what others wrote: a question of its own, or a question of the sidebar
        async (answer) => answer.url().includes('/api/') && (await answer.text()).includes(text),
      );
    const first = heard(bench, '公务用车管理不规范');
    await other.type('问题台账', place, '公务用车管理不规范');
    await first;
    await bench.page.bringToFront();
    const second = heard(other, '公务用车登记不全');
    await bench.type('问题台账', place, '公务用车登记不全');
    await second;
    expect(read(await other.cell('问题台账', place))).toBe('公务用车登记不全');
    await other.page.bringToFront();
    await other.page.reload();
    await other.drawn();
    expect((await other.state()).user).not.toBe((await other.state()).owner);
  },
  LONG,
);

test('in all this nothing went wrong on a page', () => {
  expect(seen).toEqual({ outside: [], errors: [], dialogs: [] });
});
