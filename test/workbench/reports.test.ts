/** A public report from the menu to its final files, and 对账 of what was published with the ledger. */
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser, BrowserContext, FrameLocator, Locator } from 'playwright-core';
import { launchBrowser, removeFolder, startWorkbench, type Workbench } from '../support/browser';
import { Bench, type Trespasses, WAIT_MS, watchOver } from './driver';

const LONG = 4 * WAIT_MS;
const [PHONE, MASKED] = ['13912345678', '139****5678'];

let browser: Browser;
let workbench: Workbench;
let context: BrowserContext;
let bench: Bench;
let seen: Trespasses;

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startWorkbench(), launchBrowser()]);
  context = await browser.newContext({
    ...{ viewport: { width: 2000, height: 900 }, locale: 'zh-CN', acceptDownloads: true },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  seen = await watchOver(context);
  bench = await Bench.open(context, workbench.address);
}, LONG);

afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
  if (workbench) removeFolder(workbench.data);
}, LONG);

const paperIn = (dialog: FrameLocator): Locator => dialog.frameLocator('iframe.paper').locator('body');

async function closeDialog(dialog: FrameLocator): Promise<void> {
  await dialog.getByRole('button', { name: '关闭' }).click();
  await bench.page.getByRole('dialog').waitFor({ state: 'detached' });
}

test(
  'an error of the ledger keeps a report from being final and is jumped to',
  async () => {
    await bench.be('岳明朗（整改办）');
    await bench.menu('整改台账', '生成报告', '选择、预览、定稿…');
    const dialog = bench.dialog('生成报告');
    await paperIn(dialog).getByText('农村供水保障存在短板').first().waitFor();
    const error = dialog.locator('.fault-list li', { hasText: '早于反馈日期' });
    expect(await dialog.getByRole('button', { name: '定稿', exact: true }).isDisabled()).toBe(true);
    await error.getByRole('button', { name: /^跳转 佐证材料 G\d+$/ }).click();
    await error.getByRole('button', { disabled: false }).waitFor();
    await closeDialog(dialog);
    const tab = bench.page.getByRole('tab', { name: '佐证材料', exact: true });
    await bench.until(async () => (await tab.getAttribute('aria-selected')) === 'true', 'the tab jumped to');
  },
  LONG,
);

test(
  'with the errors mended, a hit masked and both people named, the report is made final; its files are linked and it is entered',
  async () => {
    await bench.type('佐证材料', await bench.place('佐证材料', '9-2-01', '日期'), '2026-07-20');
    // pasted, since Univer may lose a letter of what a robot types into a cell with a list
    await bench.paste('整改措施', await bench.place('整改措施', '9-3', '状态'), '进行中');
    const result = await bench.place('整改措施', '2-1', '落实情况');
    await bench.type('整改措施', result, `公布举报手机${PHONE}，逐件核查。`);
    await bench.reads('整改措施', result, `公布举报手机${PHONE}，逐件核查。`);

    await bench.menu('整改台账', '生成报告', '选择、预览、定稿…');
    const dialog = bench.dialog('生成报告');
    await paperIn(dialog).getByText(PHONE).first().waitFor();
    expect(await dialog.locator('.fault-list li').allInnerTexts()).toEqual([]);
    // the sentence in the text, and the one in the attached table
    const hits = dialog.locator('.hit');
    const count = await hits.count();
    expect(count).toBe(2);
    for (let at = 0; at < count; at += 1) {
      await hits
        .nth(at)
        .getByRole('button', { name: `遮盖为“${MASKED}”` })
        .click();
      await hits.nth(at).getByText('已遮盖').waitFor();
    }
    await dialog.getByText('全部处理').waitFor();
    await bench.until(async () => (await paperIn(dialog).getByText(PHONE).count()) === 0, 'the masked page');
    expect(await paperIn(dialog).getByText(MASKED).count()).toBe(count);
    await dialog.getByLabel('保密审查人').selectOption({ label: '姚静姝（办公室主任）' });
    await dialog.getByLabel('批准人').selectOption({ label: '沈砚秋（党组书记、局长）' });
    await dialog.getByRole('button', { name: '定稿', exact: true }).click();
    await dialog.getByRole('button', { name: '确定定稿' }).click();
    await dialog.getByText('第1版定稿已生成：').waitFor();
    expect(await dialog.getByRole('link', { name: /（定稿1，/ }).count()).toBe(2);
    await closeDialog(dialog);

    expect(await bench.records('报告登记')).toMatchObject([
      { 种类: '社会公开通报', 状态: '定稿', 保密审查人: '姚静姝', 批准人: '沈砚秋' },
    ]);
    const decided = (await bench.records('办理记录')).filter(({ 动作 }) => 动作 === '审查');
    expect(decided.map(({ 事由类别 }) => 事由类别)).toEqual(Array(count).fill('遮盖'));
    expect(JSON.stringify(decided)).not.toContain(PHONE);
  },
  LONG,
);

test(
  '对账 finds what was changed by hand in the published file, and nothing in the version’s own document',
  async () => {
    await bench.menu('整改台账', '生成报告', '与已发布的报告对账…');
    const dialog = bench.dialog('对账');
    await dialog.getByRole('button', { name: '开始对账' }).click();
    await dialog.getByText('逐句一致，没有发现不同。').waitFor();
    await closeDialog(dialog);

    const edited = await editedReport(MASKED, `${MASKED}（工作日）`);
    await bench.menu('整改台账', '生成报告', '与已发布的报告对账…');
    await dialog.locator('input[type=file]').setInputFiles({ name: '发布稿.docx', mimeType: '', buffer: edited });
    await dialog.getByText('已选择：发布稿.docx').waitFor();
    await dialog.getByRole('button', { name: '开始对账' }).click();
    await dialog.getByRole('button', { name: '手工修改 1' }).waitFor();
    await dialog.getByRole('heading', { name: '问题2' }).waitFor();
    expect(await dialog.locator('.change mark').allInnerTexts()).toEqual(['（工作日）']);
    await dialog.getByRole('button', { name: '跳转到问题2' }).click();
    await dialog.getByText('跳转后请关闭本窗口修改。').waitFor();
    await closeDialog(dialog);
    const tab = bench.page.getByRole('tab', { name: '问题台账', exact: true });
    await bench.until(async () => (await tab.getAttribute('aria-selected')) === 'true', 'the tab jumped to');
  },
  LONG,
);

test('in all this nothing went wrong on a page', () => {
  expect(seen).toEqual({ outside: [], errors: [], dialogs: [] });
});

/** The final .docx as downloaded, with a text in it replaced as Word would. */
async function editedReport(from: string, to: string): Promise<Buffer> {
  const { page } = bench;
  await page.getByRole('button', { name: /^报告/ }).click();
  const files = page.getByRole('complementary', { name: '报告' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    files.getByRole('listitem').filter({ hasText: '.docx' }).getByRole('button', { name: '下载' }).click(),
  ]);
  await files.getByRole('button', { name: '关闭' }).click();
  const entries = unzipSync(readFileSync(await download.path()));
  const text = strFromU8(entries['word/document.xml'] ?? new Uint8Array());
  if (!text.includes(from)) throw new Error(`the report does not say ${from}`);
  return Buffer.from(zipSync({ ...entries, 'word/document.xml': strToU8(text.replace(from, to)) }));
}
