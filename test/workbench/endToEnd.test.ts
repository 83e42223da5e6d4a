/** The workbench as a person uses it: one browser, one ledger, from the first start to the report. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser, removeFolder, startWorkbench, type Workbench } from '../support/browser';
import { Bench, read, type Trespasses, WAIT_MS, watchOver } from './driver';

const FEEDBACK = readFileSync(path.join(process.cwd(), 'examples/county-bureau/feedback.txt'), 'utf8');
/** Room for several waits of which each is bounded by itself. */
const LONG = 4 * WAIT_MS;
const SCRIPT = '<img src=x onerror=alert(1)><script>alert(2)</script>';

let browser: Browser;
let workbench: Workbench;
let context: BrowserContext;
let bench: Bench;
let seen: Trespasses;

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startWorkbench(), launchBrowser()]);
  context = await browser.newContext({
    // wide enough for every cell that is typed into, beside the sidebar
    viewport: { width: 2000, height: 900 },
    locale: 'zh-CN',
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
  });
  seen = await watchOver(context);
  bench = await Bench.open(context, workbench.address);
}, LONG);

afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
  if (workbench) removeFolder(workbench.data);
}, LONG);

test(
  'a first start shows the example: all tabs, a drawn grid, twelve issues',
  async () => {
    const tabs = await bench.grid.getByRole('tab').allInnerTexts();
    expect(tabs.map((tab) => tab.trim())).toEqual(
      '看板 问题台账 整改措施 佐证材料 整改成果 收文登记 报告素材 报告登记 办理记录 名单 代签委托 设置 封存记录 进度快照 报告底稿'.split(
        ' ',
      ),
    );
    await bench.stand('问题台账', 'D2');
    // the header's dark ground and the paper: a grid that was not drawn is of one colour
    await bench.until(async () => (await bench.colours()) > 20, 'the grid to be painted');
    const issues = await bench.records('问题台账');
    expect(issues).toHaveLength(12);
    expect(issues[1]).toMatchObject({ 编号: '2', 问题: '取用水监督管理宽松软', 状态: '已销号' });
  },
  LONG,
);

test(
  'a finding of 校验 is jumped to, its field corrected in the sidebar, and it is gone',
  async () => {
    const side = await bench.openSidebar();
    await side.getByRole('tab', { name: '校验' }).click();
    const rule = side.getByRole('group').filter({ has: side.getByRole('heading', { name: '时限含糊' }) });
    await rule.getByRole('heading', { name: '时限含糊' }).click();
    await rule.getByRole('button', { name: /^跳转 整改措施 C/ }).click();
    await side.getByRole('tab', { name: '问题' }).click();
    await side.getByRole('heading', { name: '农村供水保障存在短板' }).waitFor();
    const measure = side.locator('details.item').filter({ has: side.getByText('4-3', { exact: true }) });
    await measure.getByText('4-3', { exact: true }).click();
    await measure.getByRole('textbox', { name: /^时限/ }).fill('2026年12月25日');
    await measure.getByRole('button', { name: '保存' }).click();
    await measure.getByText('已保存1处').waitFor();
    await bench.reads('整改措施', await bench.place('整改措施', '4-3', '时限'), '2026-12-25');
    await side.getByRole('tab', { name: '校验' }).click();
    await side.getByRole('button', { name: '重新校验' }).click();
    await side.getByText('错误2项，警告3项').waitFor();
    expect(await side.getByRole('heading', { name: '时限含糊' }).count()).toBe(0);
  },
  LONG,
);

test(
  'a pasted block is tidied, and each of its three faults is named on its cell',
  async () => {
    const first = await bench.place('整改措施', '2-1', '时限');
    await bench.paste('整改措施', first, '2026.7.20\t每月一次\t\t完成\n五一前\t不定期\t\t差不多了\n');
    await bench.toast('有3个单元格需要核对').waitFor();
    const [one, two] = (await bench.records('整改措施')).filter(({ 措施编号 }) => /^2-[12]$/.test(措施编号 ?? ''));
    expect(one).toMatchObject({ 时限: '2026-07-20', 周期: '每月', 状态: '已完成' });
    expect(two).toMatchObject({ 时限: '五一前', 周期: '不定期', 状态: '差不多了' });
    const notes = await Promise.all(
      ['时限', '周期', '状态'].map(async (header) => {
        const { note } = await bench.cell('整改措施', await bench.place('整改措施', '2-2', header));
        return note;
      }),
    );
    expect(notes).toEqual([
      expect.stringMatching(/^【校验】.*“五一前”不是有效日期/),
      expect.stringMatching(/^【校验】.*“不定期”不在可选值之内/),
      expect.stringMatching(/^【校验】.*“差不多了”不在可选值之内/),
    ]);
    await bench.paste('整改措施', first, '2026-07-31\t一次\t\t已完成\n2026-08-31\t一次\t\t已完成\n');
    await bench.until(
      async () =>
        (
          await bench.cell(
            '整改措施',
            first.replace(/\d+$/, (row) => String(Number(row) + 1)),
          )
        ).note === undefined,
      'the notes to go',
    );
  },
  LONG,
);

test(
  'lines typed faster than they are answered all arrive, each in its row',
  async () => {
    const titles = ['关于开展水费核查的通知', '关于报送整改进展的函', '关于召开推进会的通知', '关于移交线索的函'];
    await bench.stand('收文登记', 'C2');
    for (const title of titles) {
      await bench.page.keyboard.type(title);
      await bench.page.keyboard.press('Enter');
    }
    await bench.reads('收文登记', 'C5', titles[3] ?? '');
    const { rows } = await bench.sheet('收文登记');
    expect(rows.slice(1).map((row) => read(row[2]))).toEqual(titles);
  },
  LONG,
);

test(
  'a system column that was typed over is put back, and the message says which menu changes it',
  async () => {
    const state = await bench.place('问题台账', '2', '状态');
    await bench.type('问题台账', state, '整改中');
    await bench.toast('“状态”是系统列，已恢复原值，您填写的“整改中”没有保留').waitFor();
    await bench.reads('问题台账', state, '已销号');
  },
  LONG,
);

test(
  'HTML, script and a formula that would fetch are text, in the grid and in the sidebar',
  async () => {
    const detail = await bench.place('问题台账', '4', '具体表现');
    const formula = '=IMPORTXML("http://example.invalid","//a")';
    await bench.type('问题台账', detail, formula);
    await bench.reads('问题台账', detail, formula);
    const name = await bench.place('问题台账', '6', '问题');
    await bench.type('问题台账', name, SCRIPT);
    await bench.reads('问题台账', name, SCRIPT);
    const title = await bench.place('问题台账', '11', '问题');
    await bench.paste('问题台账', title, SCRIPT);
    await bench.reads('问题台账', title, SCRIPT);
    await bench.stand('问题台账', title);
    await bench.sidebar.getByRole('tab', { name: '问题' }).click();
    await bench.sidebar.getByRole('heading', { name: SCRIPT }).waitFor();
    expect(await bench.sidebar.locator('img, #root script').count()).toBe(0);
    expect(seen.dialogs).toEqual([]);
  },
  LONG,
);

test(
  'of two pages that edit one cell the later is refused, told what stands there, and keeps what was typed',
  async () => {
    const cell = await bench.place('问题台账', '7', '问题');
    const other = await Bench.open(context, workbench.address);
    await other.stand('问题台账', cell);
    await other.page.bringToFront();
    await other.page.keyboard.type('往来款');
    await bench.page.bringToFront();
    await bench.type('问题台账', cell, '报销不看事由');
    await bench.reads('问题台账', cell, '报销不看事由');
    await other.page.bringToFront();
    // coming back to a page asks for news, which must leave the open editor alone
    await other.page.evaluate("window.dispatchEvent(new Event('focus'))");
    await other.page.keyboard.type('不清理');
    await other.page.keyboard.press('Enter');
    const unsaved = other.page.getByRole('region', { name: '未保存的输入' });
    await unsaved.getByText(`${cell}现为“报销不看事由”`).waitFor();
    expect(await unsaved.getByRole('textbox').inputValue()).toBe('往来款不清理');
    await other.reads('问题台账', cell, '报销不看事由');
    await unsaved.getByRole('button', { name: '重试' }).click();
    await other.reads('问题台账', cell, '往来款不清理');
    await other.page.close();
    await bench.page.bringToFront();
  },
  LONG,
);

test(
  'a draft is generated from the menu, listed, previewed and downloadable',
  async () => {
    await bench.menu('整改台账', '生成报告', '通报草稿');
    const told = bench.page.getByRole('alertdialog', { name: '整改台账' });
    await told.getByText('报告已生成').waitFor();
    await told.getByRole('button', { name: '确定' }).click();
    await bench.page.getByRole('button', { name: /^报告/ }).click();
    const files = bench.page.getByRole('complementary', { name: '报告' });
    await files.getByRole('button', { name: '预览' }).click();
    const preview = bench.page.getByRole('dialog', { name: /通报.*\.docx$/ });
    const paper = preview.locator('.paper');
    await paper.getByText('关于巡察整改情况的通报').first().waitFor();
    const text = await paper.textContent();
    expect(text).toContain('中共青禾县水务局党组');
    expect(text).toContain('农村供水保障存在短板');
    expect(text).not.toContain('{{');
    const [download] = await Promise.all([
      bench.page.waitForEvent('download'),
      preview.getByRole('button', { name: '下载' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/通报.*\.docx$/);
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await preview.getByRole('button', { name: '关闭' }).click();
    await files.getByRole('button', { name: '关闭' }).click();
    expect(await bench.records('报告登记')).toMatchObject([{ 状态: '草稿' }]);
  },
  LONG,
);

test(
  'an issue is applied for, returned, applied for again, signed by different people, and opened once more',
  async () => {
    const { page } = bench;
    const act = async (person: string, action: string, fill: Record<string, string> = {}): Promise<void> => {
      await bench.be(person);
      const side = await bench.openSidebar();
      await bench.stand('问题台账', await bench.place('问题台账', '2', '问题'));
      await side.getByRole('heading', { name: '取用水监督管理宽松软' }).waitFor();
      await side.getByRole('button', { name: action, exact: true }).click();
      for (const [label, text] of Object.entries(fill)) {
        const field = side.getByRole('form', { name: action }).getByLabel(new RegExp(`^${label}`));
        if (label === '线索来源') await field.selectOption(text);
        else await field.fill(text);
      }
      const confirm = side.getByRole('button', { name: `确认${action}` });
      if ((await confirm.count()) > 0) await confirm.click();
      await side
        .getByRole('status')
        .getByText(/^问题2已/)
        .waitFor();
    };
    const stateOfTwo = async () => {
      const row = (await bench.records('问题台账')).find(({ 编号 }) => 编号 === '2');
      return `${row?.状态} 第${row?.轮次}轮`;
    };
    const again = { 线索来源: '审计', 重新整改的原因: '审计发现新增2户无证取水', 新的整改时限: '2026-12-31' };
    await act('乔维岳（纪检）', '重新整改', again);
    expect(await stateOfTwo()).toBe('重新整改 第2轮');
    await act('佟立群（部门负责人）', '申请销号');
    await act('罗启川（分管领导）', '退回', { 退回理由: '没有新增2户的处理材料' });
    expect(await stateOfTwo()).toBe('重新整改 第2轮');
    await act('佟立群（部门负责人）', '申请销号');
    for (const person of ['罗启川（分管领导）', '岳明朗（整改办）', '沈砚秋（主要负责人）']) await act(person, '同意');
    expect(await stateOfTwo()).toBe('已销号 第2轮');
    await act('乔维岳（纪检）', '重新整改', { ...again, 线索来源: '抽查' });
    expect(await stateOfTwo()).toBe('重新整改 第3轮');
    const log = (await bench.records('办理记录')).slice(-9);
    expect(log.map(({ 动作 }) => 动作)).toEqual(
      '重新整改 申请销号 退回 申请销号 签批 签批 签批 销号 重新整改'.split(' '),
    );
    await page.getByRole('complementary', { name: '整改台账' }).getByRole('button', { name: '关闭' }).click();
    await bench.be('表格所有者');
  },
  3 * LONG,
);

test(
  'a person without the right to 设置 sees the refusal, the cell stays, and what was typed is kept',
  async () => {
    await bench.be('夏雨桐（经办人）');
    await bench.until(async () => (await bench.state()).user !== (await bench.state()).owner, 'the other person');
    const value = await bench.place('设置', '单位名称', '值');
    const before = read(await bench.cell('设置', value));
    await bench.type('设置', value, '别的单位');
    const unsaved = bench.page.getByRole('region', { name: '未保存的输入' });
    await unsaved.getByText('这里受保护，“夏雨桐”不能修改，没有写入').waitFor();
    expect(await unsaved.getByRole('textbox').inputValue()).toBe('别的单位');
    expect(read(await bench.cell('设置', value))).toBe(before);
    await unsaved.getByRole('button', { name: '放弃' }).click();
    await bench.be('表格所有者');
    await bench.until(async () => (await bench.state()).user === (await bench.state()).owner, 'the owner');
  },
  LONG,
);

test(
  'after a reload, and after the server was stopped and started, all the work is there',
  async () => {
    const mine = async (): Promise<unknown> => {
      const { book, files, user } = await bench.state();
      return [book.sheets.map(({ title, rows }) => [title, rows.map((row) => row.map(read))]), files, user];
    };
    const work = await mine();
    await bench.page.reload();
    await bench.drawn();
    expect(await mine()).toEqual(work);
    await bench.page.close();
    await workbench.stop();
    workbench = await startWorkbench(workbench.data);
    bench = await Bench.open(context, workbench.address);
    expect(await mine()).toEqual(work);
  },
  LONG,
);

test(
  'an empty ledger takes a pasted document: read, shown as a tree, and written only when confirmed',
  async () => {
    await bench.menu('工作台', '新建空台账');
    await bench.page.getByRole('alertdialog').getByRole('button', { name: '继续' }).click();
    await bench.until(async () => (await bench.records('问题台账')).length === 0, 'the empty ledger');
    await bench.menu('整改台账', '导入反馈意见…');
    const dialog = bench.dialog('导入反馈意见');
    await dialog.getByRole('textbox', { name: '粘贴文字' }).click();
    await bench.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(FEEDBACK)})`);
    await bench.page.keyboard.press('Control+v');
    await dialog.getByRole('button', { name: '识别' }).click();
    await dialog.getByText(/^识别为反馈意见：4个方面，12个问题/).waitFor();
    expect(await dialog.getByRole('article').count()).toBe(12);
    expect(await dialog.getByRole('textbox', { name: '2 问题', exact: true }).inputValue()).toBe(
      '取用水监督管理宽松软',
    );
    expect(await bench.records('问题台账')).toEqual([]);
    await dialog.getByRole('button', { name: '确认导入12个问题' }).click();
    await dialog.getByText('已写入12个问题').waitFor();
    await dialog.getByRole('button', { name: '关闭' }).click();
    const issues = await bench.records('问题台账');
    expect(issues.map(({ 编号, 状态 }) => [编号, 状态])).toEqual(
      Array.from({ length: 12 }, (_none, at) => [String(at + 1), '未启动']),
    );
    expect(issues[3]?.问题).toBe('农村供水保障存在短板');
  },
  LONG,
);

test('in all this no page asked anything but this machine, broke its security policy or wrote an error', () => {
  expect(seen).toEqual({ outside: [], errors: [], dialogs: [] });
});
