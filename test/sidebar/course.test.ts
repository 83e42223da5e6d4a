/** 办理 in the sidebar, as a person with a keyboard or a screen reader meets it. */
import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, removeFolder } from '../support/browser';
import { ATTEMPT, action, course, type Issue, issueOf } from './issueOf';
import { type Answers, type Call, openSidebar } from './sidebarPage';

const folder = mkdtempSync(path.join(tmpdir(), 'sidebar-'));
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  removeFolder(folder);
});

const RETURN = action('return', '退回', { needs: ['reason'] });
const EXTEND = action('extend', '申请延期', {
  needs: ['reasonClass', 'reason', 'date'],
  classes: ['客观条件', '资金程序'],
});
const UNMET = [
  { code: 'measure-open', message: '措施3-2还没有完成。', remedy: '完成后把状态改为“已完成”。' },
  { code: 'no-effect', message: '没有填写“整改成效”。', remedy: '在问题台账 S4 填写。' },
];

/** The sidebar standing on an issue, which may change as it is acted on. */
async function stand(
  issue: Issue,
  others: Answers = {},
): Promise<{ page: Page; calls: Call[]; now: (i: Issue) => void }> {
  let shown = issue;
  const opened = await openSidebar(browser, {
    selection: () => ({ tab: '问题台账', row: 4, issue: 3, measure: null }),
    whoAmI: () => ({ mail: 'bailu@yunxi.example', name: '白露', role: '整改办', unit: '云溪县林业局' }),
    waiting: () => [],
    viewIssue: () => shown,
    ...others,
  });
  await opened.page.getByRole('heading', { name: issue.title }).waitFor();
  const now = (next: Issue) => {
    shown = next;
  };
  return { ...opened, now };
}

const acts = (calls: readonly Call[]) => calls.filter(({ name }) => name === 'act').map(({ taken }) => taken);
const done = (values: Partial<{ ok: boolean; message: string; unmet: typeof UNMET }> = {}) => ({
  results: [
    { issue: 3, ok: true, from: '整改中', to: '待审核', round: 1, seal: '', message: '', unmet: [], ...values },
  ],
});

test('the chain is told step by step: who signed when and for whom, who may sign, where nobody can', async () => {
  const { page } = await stand(issueOf({ state: '待审核', course: course({ attempt: ATTEMPT, doers: ['夏雨桐'] }) }));
  const steps = await page.locator('.steps li').allInnerTexts();
  const plain = steps.map((text) => text.replace(/\s+/g, ' '));
  expect(plain[0]).toMatch(/✓ 部门负责人 已签.*石青（代江枫签） 2026-11-20 15:30/);
  expect(plain[1]).toMatch(/● 整改办 待签.*可签：白露、何敏/);
  expect(plain[2]).toMatch(/○ 主要负责人 未到.*没有人可签，请在“名单”中填写/);
  expect(await page.locator('.steps [aria-current="step"]').count()).toBe(1);
  await page.getByText('申请销号', { exact: true }).waitFor();
  await page.getByText('夏雨桐于2026-11-20 09:08申请').waitFor();
  await page.getByText('经办人员（不能签批）：夏雨桐').waitFor();
  await page.close();
});

test('an action that is kept from the person opens, by the keyboard, to all that is missing', async () => {
  const { page, calls } = await stand(issueOf({ actions: [action('apply', '申请销号', { unmet: UNMET })] }));
  const button = page.getByRole('button', { name: '申请销号 暂不能办理，2项条件不满足，展开看原因' });
  await button.focus();
  await page.keyboard.press('Enter');
  expect(await button.getAttribute('aria-expanded')).toBe('true');
  const told = page.getByRole('status').filter({ hasText: '暂不能申请销号：' });
  expect(await told.getByRole('listitem').allInnerTexts()).toEqual([
    '措施3-2还没有完成。\n怎么办：完成后把状态改为“已完成”。',
    '没有填写“整改成效”。\n怎么办：在问题台账 S4 填写。',
  ]);
  await page.keyboard.press('Space');
  expect(await told.count()).toBe(0);
  expect(acts(calls)).toEqual([]);
  await page.close();
});

test('signing is asked for twice, names the fingerprint seen, is announced, and the view is read again', async () => {
  const opened = await stand(
    issueOf({ state: '待审核', course: course({ attempt: ATTEMPT }), actions: [action('sign', '同意'), RETURN] }),
    {
      act: () => {
        opened.now(issueOf({ state: '已销号', course: course() }));
        return done({ message: '第3号问题已由整改办签批，等主要负责人签批。' });
      },
    },
  );
  const { page, calls } = opened;
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByText('您将作为“整改办”签批本次申请销号。').waitFor();
  expect(acts(calls)).toEqual([]);
  await page.getByRole('button', { name: '确认同意' }).click();
  await page.getByRole('status').getByText('第3号问题已由整改办签批，等主要负责人签批。').waitFor();
  await page.locator('.section > summary').getByText('已销号').waitFor();
  expect(acts(calls)).toEqual([{ action: 'sign', issues: [3], seal: ATTEMPT.seal }]);
  expect(await page.evaluate('document.activeElement.className')).toBe('doing');
  expect(calls.filter(({ name }) => name === 'waiting')).toHaveLength(2);
  await page.close();
});

test('what was typed stays when the action is refused, and all that is unmet is told at once', async () => {
  const { page, calls } = await stand(issueOf({ actions: [EXTEND] }), {
    act: () => done({ ok: false, message: '没有办成', unmet: UNMET }),
  });
  await page.getByRole('button', { name: '申请延期' }).click();
  const form = page.getByRole('form', { name: '申请延期' });
  await form.getByRole('button', { name: '确认申请延期' }).click();
  expect(await form.getByRole('alert').allInnerTexts()).toEqual([
    '请填写“事由类别”。',
    '请填写“延期至”。',
    '请填写“延期理由”。',
  ]);
  await form.getByRole('combobox', { name: /^事由类别/ }).selectOption('资金程序');
  await form.getByRole('textbox', { name: /^延期至/ }).fill('2027-03-31');
  const reason = form.getByRole('textbox', { name: /^延期理由/ });
  await reason.fill('缺钱');
  await form.getByRole('button', { name: '确认申请延期' }).click();
  await form.getByText('“延期理由”至少写4个字。').waitFor();
  expect(acts(calls)).toEqual([]);
  await reason.fill('财政资金年底方能下达');
  await form.getByRole('button', { name: '确认申请延期' }).click();
  const refusal = page.getByRole('alert').filter({ hasText: '没有办成“申请延期”' });
  expect(await refusal.getByRole('listitem').count()).toBe(2);
  expect(await reason.inputValue()).toBe('财政资金年底方能下达');
  expect(acts(calls)).toEqual([
    { action: 'extend', issues: [3], reasonClass: '资金程序', date: '2027-03-31', reason: '财政资金年底方能下达' },
  ]);
  await page.close();
});

test('a return may say what is wanted of each measure, and says why the last one came back', async () => {
  const { page, calls } = await stand(
    issueOf({ state: '待审核', course: course({ attempt: ATTEMPT, returned: '缺会议记录' }), actions: [RETURN] }),
    { act: () => done() },
  );
  await page.getByText('上次申请被退回：缺会议记录').waitFor();
  await page.getByRole('button', { name: '退回' }).click();
  await page.getByRole('textbox', { name: /^退回理由/ }).fill('佐证材料不足');
  await page.getByText('逐项措施的意见（可不填）').click();
  await page.getByRole('textbox', { name: '对措施3-1的意见' }).fill('请补询价单');
  await page.getByRole('button', { name: '确认退回' }).click();
  await page.getByRole('status').getByText('已办理“退回”。').waitFor();
  expect(acts(calls)).toEqual([
    {
      action: 'return',
      issues: [3],
      reason: '佐证材料不足',
      seal: ATTEMPT.seal,
      measures: [{ id: '3-1', reason: '请补询价单' }],
    },
  ]);
  await page.close();
});

test('an action without a form is done by its button; a fault on the way is told', async () => {
  let fails = true;
  const { page, calls } = await stand(issueOf({ state: '未启动', actions: [action('start', '启动')] }), {
    act: () => (fails ? { faults: [{ code: 'locked', message: '别人正在保存，请稍后再试。' }] } : done()),
  });
  await page.getByRole('button', { name: '启动' }).click();
  await page.getByRole('alert').getByText('别人正在保存，请稍后再试。').waitFor();
  fails = false;
  await page.getByRole('button', { name: '启动' }).click();
  await page.getByRole('status').getByText('已办理“启动”。').waitFor();
  expect(acts(calls)).toEqual([
    { action: 'start', issues: [3] },
    { action: 'start', issues: [3] },
  ]);
  await page.close();
});

test('a pending extension and the rounds closed before are readable', async () => {
  const past = [
    { round: 1, closedAs: '已销号', closedOn: '2026-06-30', signedBy: ['白露', '江枫'], reopened: '回头看：台账断档' },
  ];
  const extension = {
    ...{ by: '夏雨桐', at: '2026-11-20T09:08:00+08:00', reasonClass: '资金程序', reason: '年底下达', to: '2027-03-31' },
  };
  const { page } = await stand(issueOf({ state: '重新整改', course: course({ round: 2, past, extension }) }));
  await page.getByText('夏雨桐于2026-11-20 09:08申请延期至2027-03-31，待批准').waitFor();
  const rounds = page
    .locator('details')
    .filter({ has: page.getByRole('heading', { name: '以往各轮' }) })
    .last();
  expect(await rounds.getByText('签批：白露、江枫').isVisible()).toBe(false);
  await rounds.getByRole('heading', { name: '以往各轮' }).click();
  expect(await rounds.getByRole('listitem').textContent()).toBe(
    '第1轮已销号于2026-06-30签批：白露、江枫重新整改：回头看：台账断档',
  );
  await page.close();
});

describe('periods and evidence', () => {
  const months = Array.from({ length: 14 }, (_none, at) => ({
    label: `2025-${String(at + 1).padStart(2, '0')}`,
    from: '2025-01-01',
    to: '2025-01-31',
    state: at === 13 ? ('open' as const) : at === 12 ? ('missed' as const) : ('done' as const),
  }));
  const [measure] = issueOf().measures;
  const periodic = issueOf({ measures: measure ? [{ ...measure, periods: months }] : [] });
  const field = (id: string, header: string, values: object = {}) => ({
    ...{ id, header, kind: 'text' as const, note: '', required: false, system: false, options: [], value: null },
    ...values,
  });
  const fields = [
    field('name', '名称', { required: true }),
    field('period', '所属期'),
    field('location', '链接或档号', { required: true }),
  ];

  test('the strip shows twelve, says each state in words, and one that lacks evidence opens the form for it', async () => {
    const { page } = await stand(periodic, { blankRecord: () => fields });
    const strip = page.getByRole('list', { name: '措施3-1各期' });
    expect(await strip.getByRole('listitem').count()).toBe(13);
    expect(await strip.getByRole('listitem').nth(10).textContent()).toContain('2025-12 ✓');
    await strip.getByText('2025-12（2025-01-01至2025-01-31）：已有佐证').waitFor({ state: 'attached' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
    await strip.getByRole('button', { name: '更早（2）' }).click();
    expect(await strip.getByRole('listitem').count()).toBe(14);
    await strip.getByRole('button', { name: /^2025-13（.*缺佐证，登记本期佐证$/ }).click();
    const form = page.getByRole('form', { name: '登记佐证' });
    expect(await form.getByRole('combobox', { name: '佐证哪项措施' }).inputValue()).toBe('3-1');
    expect(await form.getByRole('textbox', { name: '所属期' }).inputValue()).toBe('2025-13');
    await page.close();
  });

  test('a file goes along as base64 in the place of a link, and the folder and catalogue are linked', async () => {
    const url = 'https://drive.google.com/drive/folders/1aB';
    const file = { id: '1', name: '档案目录.docx', url };
    const { page, calls } = await stand(issueOf(), {
      blankRecord: () => fields,
      addEvidence: () => ({ key: '3-0-01' }),
      issueFolder: () => ({ id: '9', name: '第3号问题', url }),
      fileCatalogue: () => ({ rows: 4, docx: file, document: { ...file, id: '2' }, text: '' }),
    });
    await page.getByRole('button', { name: '+ 登记佐证' }).click();
    const form = page.getByRole('form', { name: '登记佐证' });
    const chosen = { name: '询价单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-') };
    const large = path.join(folder, '询价单.pdf');
    writeFileSync(large, '');
    truncateSync(large, 10 * 1024 * 1024 + 1);
    await form.locator('input[type=file]').setInputFiles(large);
    await form.getByText('“询价单.pdf”超过 10 MB').waitFor();
    await form.locator('input[type=file]').setInputFiles(chosen);
    await form.getByText('已选择：询价单.pdf').waitFor();
    expect(await form.getByRole('textbox', { name: /^名称/ }).inputValue()).toBe('询价单');
    await form.getByRole('button', { name: '登记佐证' }).click();
    await page.getByText('已新增3-0-01').waitFor();
    expect(calls.find(({ name }) => name === 'addEvidence')?.taken).toEqual({
      ...{ issue: 3, measure: '', values: { name: '询价单' } },
      file: { name: '询价单.pdf', type: 'application/pdf', base64: 'JVBERi0=' },
    });
    await page.getByRole('button', { name: '打开问题文件夹' }).click();
    expect(await page.getByRole('link', { name: /^第3号问题/ }).getAttribute('href')).toBe(url);
    await page.getByRole('button', { name: '生成档案目录' }).click();
    await page.getByText('档案目录已生成，共4件：').waitFor();
    expect(await page.getByRole('link', { name: /^档案目录\.docx/ }).count()).toBe(2);
    await page.close();
  });
});

test('text of the ledger is shown as text', async () => {
  const script = '<img src=x onerror=alert(1)>';
  const unmet = [{ code: 'x', message: script, remedy: script }];
  const { page } = await stand(
    issueOf({
      ...{ state: script, actions: [action('apply', script, { unmet })] },
      course: course({ returned: script, attempt: { ...ATTEMPT, by: script }, doers: [script] }),
    }),
  );
  await page.getByRole('button', { name: script }).click();
  expect(await page.locator('img').count()).toBe(0);
  await page.close();
});
