/** 生成报告: the preview follows the choices, the gate is settled in the dialog, and a report is made once. */
import type { Browser, Page } from 'playwright-core';
import { askedOf, FIRST_CHOICES, issueFault } from '../../src/sidebar/reports/choices';
import { launchBrowser } from '../support/browser';
import { deciding, file, GATE, generated, HITS, type Hit, hit, pageOf, preview } from './reportPage';
import { type Answers, openSidebar } from './sidebarPage';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

const open = (answers: Answers) => openSidebar(browser, { previewReport: () => preview(), ...answers }, 'reports');
const paper = (page: Page) => page.frameLocator('iframe.paper').locator('body');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const focused = (page: Page, name: string) =>
  page.locator('button:focus', { hasText: new RegExp(`^${name}$`) }).waitFor();
const CLEAR = { ...GATE, hits: [], differences: [], waivers: [] };

/** Chooses both people, by the names of the list. */
async function release(page: Page): Promise<void> {
  await page.getByLabel('保密审查人').selectOption({ label: '陆衡（分管副局长）' });
  await page.getByLabel('批准人').selectOption({ label: '卫兰（党组书记、局长）' });
}

test('each kind is asked with what belongs to it, and not before its issue is a number', () => {
  const asked = (part: Partial<typeof FIRST_CHOICES>) =>
    askedOf({ ...FIRST_CHOICES, variant: 'two-part', issue: '３', since: 2, ...part });
  expect(asked({ kind: 'internal' })).toEqual({ kind: 'internal', variant: 'two-part' });
  expect(asked({ kind: 'committee' })).toEqual({ kind: 'committee' });
  expect(asked({ kind: 'approval' })).toEqual({ kind: 'approval', issue: 3 });
  expect(asked({ kind: 'catalogue', issue: ' ' })).toEqual({ kind: 'catalogue' });
  expect(asked({ kind: 'follow-up' })).toEqual({ kind: 'follow-up', since: 2 });
  for (const issue of ['', '三', '0', '1.5', '-2', '3-2']) expect(asked({ kind: 'approval', issue })).toBeNull();
  expect(issueFault({ ...FIRST_CHOICES, kind: 'catalogue', issue: '三' })).toBe('问题编号应为整数，如 3。');
  expect(issueFault({ ...FIRST_CHOICES, issue: '三' })).toBe('');
});

test('a choice composes the page anew; the text of the ledger stays text, and nothing runs in the frame', async () => {
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const { page, calls } = await open({
    previewReport: ({ kind, variant }) =>
      preview({ title: hostile, html: pageOf(`${kind} ${variant ?? '按设置'} ${hostile}`, hostile) }),
  });
  await paper(page).getByText(`public 按设置 ${hostile}`).first().waitFor();
  await page.locator('.preview-head').getByText(hostile).waitFor();
  expect(await page.locator('iframe.paper').getAttribute('sandbox')).toBe('');
  await page.getByLabel('体例').selectOption({ label: '三部分' });
  await paper(page).getByText('public three-part').first().waitFor();
  await page.getByLabel('种类').selectOption({ label: '三清单' });
  await paper(page).getByText('lists 按设置').first().waitFor();
  expect(await page.getByLabel('体例').count()).toBe(0);
  expect(await page.getByText('本单位模板').count()).toBe(0);
  expect(calls.map(({ taken }) => taken)).toEqual([
    { kind: 'public' },
    { kind: 'public', variant: 'three-part' },
    { kind: 'lists' },
  ]);
  await page.close();
});

test('while a page is composed the old one stays, and an answer to an older choice is dropped', async () => {
  const late: (() => void)[] = [];
  const { page } = await open({
    previewReport: async ({ kind, variant }) => {
      if (variant === 'two-part') await new Promise<void>((resolve) => late.push(resolve));
      return preview({ html: pageOf(`${kind} ${variant ?? '按设置'}。`) });
    },
  });
  await paper(page).getByText('public 按设置。').first().waitFor();
  await page.getByLabel('体例').selectOption({ label: '两部分' });
  await page.getByText('正在生成预览').waitFor();
  await paper(page).getByText('public 按设置。').first().waitFor();
  await page.getByText('正在核对定稿条件').waitFor();
  await page.getByLabel('体例').selectOption({ label: '统计在前' });
  await paper(page).getByText('public statistics-first。').first().waitFor();
  for (const answer of late) answer();
  await page.waitForTimeout(300);
  expect(await paper(page).textContent()).toContain('public statistics-first。');
  expect(late).toHaveLength(1);
  await page.close();
});

test('what refuses a preview stands in place of the page, with a way to its cell', async () => {
  let refuses = true;
  const { page, calls } = await open({
    previewReport: () =>
      refuses
        ? { faults: [{ code: 'placeholder', message: '“报告素材”B7：占位符没有值。', tab: '报告素材', cell: 'B7' }] }
        : preview(),
    jumpTo: () => ({}),
  });
  await page.getByText('“报告素材”B7：占位符没有值。').waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  expect(await page.getByText('定稿条件').count()).toBe(0);
  expect(await button(page, '定稿').isDisabled()).toBe(true);
  await button(page, '跳转 报告素材 B7').click();
  refuses = false;
  await button(page, '重试').click();
  await paper(page).waitFor();
  expect(calls).toContainEqual({ name: 'jumpTo', taken: { tab: '报告素材', cell: 'B7' } });
  await page.close();
});

test('销号审批表 waits for its issue; 后续进展报告 offers the versions the public has', async () => {
  const { page, calls } = await open({
    listReports: () =>
      (
        [
          [4, '社会公开通报', '四部分', '草稿'],
          [3, '党组会材料', '', '草稿'],
          [2, '社会公开通报', '四部分', '定稿'],
        ] as const
      ).map(([version, kind, variant, state]) => ({
        ...{
          version,
          kind,
          variant,
          state,
          generatedAt: '2026-10-09T09:05:00+08:00',
          generatedBy: 'wei@yunxi.example',
        },
        ...{ docx: '', document: '', hasBase: true },
      })),
  });
  await page.getByLabel('种类').selectOption({ label: '销号审批表' });
  await page.getByText('请填写问题编号，再预览和生成。').first().waitFor();
  expect(await button(page, '生成草稿').isDisabled()).toBe(true);
  await page.getByLabel('问题编号').fill('三');
  await page.getByText('问题编号应为整数，如 3。').first().waitFor();
  await page.getByLabel('问题编号').fill('12');
  await paper(page).waitFor();
  await page.getByLabel('种类').selectOption({ label: '后续进展报告' });
  const since = page.getByLabel('自哪一版起');
  await since.selectOption({ label: '第2版　社会公开通报 · 四部分 · 定稿 · 2026-10-09 09:05' });
  expect(await since.locator('option').count()).toBe(3);
  await page.getByText('正在核对定稿条件').waitFor({ state: 'detached' });
  const asked = calls.filter(({ name }) => name === 'previewReport').map(({ taken }) => taken);
  expect(asked).toContainEqual({ kind: 'approval', issue: 12 });
  expect(asked.at(-1)).toEqual({ kind: 'follow-up', since: 2 });
  expect(asked).not.toContainEqual({ kind: 'approval' });
  await page.close();
});

test('a kind without a narrative offers the starter’s, and says how many rows went where', async () => {
  let added = 0;
  const { page, calls } = await open({
    previewReport: () => preview({ usesStarter: added === 0, gate: CLEAR }),
    addStarters: () => {
      added = 14;
      return { added };
    },
  });
  await page.getByLabel('种类').selectOption({ label: '整改情况报告' });
  await page.getByText('“报告素材”中还没有整改情况报告的素材').waitFor();
  await button(page, '填入参考文稿').click();
  await page.getByText('已在“报告素材”末尾加入14行（整改情况报告），请逐段修改后再定稿。').waitFor();
  expect(await button(page, '填入参考文稿').count()).toBe(0);
  await page.getByText('定稿前还须选择保密审查人和批准人。').waitFor();
  expect(calls.filter(({ name }) => name === 'addStarters')).toEqual([
    { name: 'addStarters', taken: { kind: 'committee' } },
  ]);
  await page.close();
});

describe('the hits of the privacy scan', () => {
  const openWith = (hits: Hit[], more: Answers = {}) =>
    open({
      previewReport: () =>
        preview({
          gate: { ...GATE, hits: structuredClone(hits) },
          html: pageOf(`待处理${hits.filter(({ decision }) => decision === null).length}处。`),
        }),
      decideHit: deciding(hits),
      ...more,
    });

  test('each is decided by what it offers, the page follows, and the focus goes on to the next', async () => {
    const { page, calls } = await openWith(structuredClone(HITS));
    const cards = page.locator('.hit');
    await page.getByText('3处待处理').waitFor();
    await cards.nth(0).getByText('【13812341234】').waitFor();
    expect(await cards.nth(1).getByRole('button').allInnerTexts()).toEqual(['遮盖为“陆某”', '改用职务“分管副局长”']);
    await button(page, '遮盖为“138****1234”').click();
    await cards.nth(0).getByText('已遮盖').waitFor();
    await focused(page, '遮盖为“陆某”');
    await button(page, '改用职务“分管副局长”').click();
    await page.getByText('1处待处理').waitFor();
    await cards.nth(2).getByText('程序不能代改，请修改台账中的原句。').waitFor();
    await button(page, '保留…').click();
    await page.getByLabel('保留的理由').fill('已公布');
    await button(page, '确认保留').click();
    await page.getByText('请写明理由，至少4个字。').waitFor();
    await page.getByLabel('保留的理由').fill('县纪委已公布');
    await page.getByLabel('保留的理由').press('Enter');
    await page.getByText('全部处理').waitFor();
    await paper(page).getByText('待处理0处。').first().waitFor();
    expect(calls.filter(({ name }) => name === 'decideHit').map(({ taken }) => taken)).toEqual([
      { kind: 'public', key: 'a1', choice: '遮盖', reason: '' },
      { kind: 'public', key: 'b2', choice: '改用职务', reason: '' },
      { kind: 'public', key: 'c3', choice: '保留', reason: '县纪委已公布' },
    ]);
    await page.close();
  });

  test('a decided one tells who, when and why, and can be decided anew', async () => {
    const at = '2026-11-20T16:30:00+08:00';
    const decision = { key: 'a1', choice: '保留' as const, by: 'wei@yunxi.example', at, reason: '对外值班电话' };
    const { page } = await openWith([hit('a1', { decision })]);
    const card = page.locator('.hit');
    await card.getByText('已保留').click();
    await card.getByText('卫兰于2026-11-20 16:30决定').waitFor();
    await card.getByText('理由：对外值班电话').waitFor();
    await button(page, '遮盖为“138****1234”').click();
    await card.getByText('已遮盖').waitFor();
    await page.close();
  });

  test('a decision that is refused says why and leaves the hit open', async () => {
    const message = '这一项已不存在或所在句子已变，请重新检查后再处理。';
    const { page } = await openWith([hit('a1')], { decideHit: () => ({ faults: [{ code: 'hit-gone', message }] }) });
    await button(page, '遮盖为“138****1234”').click();
    await page.getByText(message).waitFor();
    await page.getByText('1处待处理').waitFor();
    await page.close();
  });
});

test('what the public reads otherwise stands beside what the ledger says; what was waived, with who and why', async () => {
  const { page } = await open({});
  const difference = (about: string) => page.locator('.difference', { hasText: about });
  await difference('问题2').locator('summary').click();
  expect(await difference('问题2').locator('mark').allInnerTexts()).toEqual(['夏雨桐', '资源股股长']);
  await difference('问题7').locator('summary').click();
  await difference('问题7').getByText('（不公开）').waitFor();
  await page.getByText('已豁免的校验').click();
  await page.getByText('白露：属制度执行，需长期坚持').waitFor();
  await page.close();
});

describe('making a report', () => {
  test('two clicks make one draft; its files are linked, kept and dropped hand edits listed', async () => {
    const { page, calls } = await open({
      generateReport: async (taken) => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        return {
          ...generated(taken),
          notes: ['沿用了上一稿中1处手工修改。'],
          kept: [{ kind: 'hand', about: 3, base: '补修3处。', published: '补修13处。', ledger: '补修3处。' }],
        };
      },
    });
    await page.getByLabel('沿用上一稿的手工修改').check();
    await page.getByText('手工修改不在右侧预览中').waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '红头.docx', mimeType: '', buffer: Buffer.from('PK模板') });
    await page.getByText('已选择：红头.docx').waitFor();
    await button(page, '生成草稿').dblclick();
    await page.getByText('第4版草稿已生成：').waitFor();
    const link = page.getByRole('link', { name: /（草稿4）\.docx/ });
    expect(await link.getAttribute('href')).toBe(file('docx4', '').url);
    expect(await page.getByRole('link', { name: /（草稿4）/ }).count()).toBe(2);
    await page.getByText('沿用的手工修改').last().click();
    await page.locator('.change').getByText('13处').waitFor();
    await page.waitForTimeout(400);
    const made = calls.filter(({ name }) => name === 'generateReport').map(({ taken }) => taken);
    const template = {
      name: '红头.docx',
      base64: Buffer.from('PK模板').toString('base64'),
    };
    expect(made).toEqual([{ kind: 'public', keepEdits: true, template: expect.objectContaining(template) }]);
    await page.close();
  });

  test('two clicks make one draft also where the answer comes at once', async () => {
    const { page, calls } = await open({ generateReport: generated });
    await button(page, '生成草稿').dblclick();
    await page.getByText('第4版草稿已生成：').waitFor();
    await page.waitForTimeout(300);
    expect(calls.filter(({ name }) => name === 'generateReport')).toHaveLength(1);
    await page.close();
  });

  test('定稿 says what it lacks, asks once, can be left, and sends both people', async () => {
    const hits = [hit('a1')];
    const { page, calls } = await open({
      previewReport: () => preview({ gate: { ...GATE, hits: structuredClone(hits) } }),
      decideHit: deciding(hits),
      generateReport: generated,
    });
    const final = button(page, '定稿');
    await page.getByText('定稿前还须处理1处脱敏，选择保密审查人和批准人。').waitFor();
    expect(await final.isDisabled()).toBe(true);
    await button(page, '遮盖为“138****1234”').click();
    await page.getByText('定稿前还须选择保密审查人和批准人。').waitFor();
    await release(page);
    await final.click();
    await page.getByText('定稿后文件冻结，不能再改，确定？').waitFor();
    await button(page, '取消').click();
    await focused(page, '定稿');
    await final.click();
    await button(page, '确定定稿').dblclick();
    await page.getByText('第4版定稿已生成：').waitFor();
    await page.waitForTimeout(300);
    expect(calls.filter(({ name }) => name === 'generateReport').map(({ taken }) => taken)).toEqual([
      { kind: 'public', keepEdits: false, final: true, reviewer: 'lu@yunxi.example', approver: 'wei@yunxi.example' },
    ]);
    await page.close();
  });

  test('an error keeps it from being final; what the server refuses is told with a way to its cell', async () => {
    const faults = [{ code: 'date', message: '措施4-3的时限不是日期。', tab: '整改措施', cell: 'C9' }];
    let mended = false;
    const { page } = await open({
      previewReport: () => preview({ gate: { ...CLEAR, faults: mended ? [] : faults } }),
      generateReport: () => ({
        ...generated({}),
        version: null,
        docx: null,
        document: null,
        text: null,
        refused: faults,
      }),
    });
    await button(page, '跳转 整改措施 C9').waitFor();
    await release(page);
    await page.getByText('定稿前还须改正1处错误。').waitFor();
    expect(await button(page, '定稿').isDisabled()).toBe(true);
    mended = true;
    await page.getByLabel('种类').selectOption({ label: '党内通报' });
    await page.getByText('措施4-3的时限不是日期。').waitFor({ state: 'detached' });
    await button(page, '定稿').click();
    await button(page, '确定定稿').click();
    await page.getByText('没有生成，原因：').waitFor();
    await button(page, '跳转 整改措施 C9').waitFor();
    await page.close();
  });

  test('a failure on the way is told beside the buttons and leaves everything as it was', async () => {
    const { page } = await open({
      previewReport: () => preview({ gate: CLEAR }),
      generateReport: () => ({ faults: [{ code: 'busy', message: '台账正被别人写入。' }] }),
    });
    await release(page);
    await button(page, '生成草稿').click();
    await page.locator('.footer').getByText('台账正被别人写入。').waitFor();
    expect(await page.getByLabel('保密审查人').inputValue()).toBe('lu@yunxi.example');
    await focused(page, '生成草稿');
    await button(page, '定稿').click();
    await button(page, '确定定稿').click();
    await page.locator('.footer').getByText('台账正被别人写入。').waitFor();
    await focused(page, '定稿');
    await page.close();
  });

  test('a file and a Google Doc are either-or: the one chosen last is the template', async () => {
    const { page, calls } = await open({ generateReport: (taken) => generated(taken) });
    const link = page.getByLabel('Google 文档模板的链接');
    const chooseFile = () =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: '红头.docx', mimeType: '', buffer: Buffer.from('PK模板') });
    await chooseFile();
    await page.getByText('已选择：红头.docx').waitFor();
    await link.fill(' https://docs.google.com/document/d/1abc/edit ');
    await page.getByText('不选则用内置公文格式').waitFor();
    await button(page, '生成草稿').click();
    await page.getByText('第4版草稿已生成：').waitFor();
    await chooseFile();
    await page.getByText('已选择：红头.docx').waitFor();
    expect(await link.inputValue()).toBe('');
    await button(page, '不用文件').click();
    await link.fill('  ');
    await button(page, '生成草稿').click();
    await page.waitForTimeout(300);
    await link.fill('https://docs.google.com/document/d/1abc/edit');
    await page.getByLabel('种类').selectOption({ label: '三清单' });
    await page.getByText('正在核对定稿条件').waitFor({ state: 'detached' });
    await button(page, '生成草稿').click();
    await page.waitForTimeout(300);
    const made = calls.filter(({ name }) => name === 'generateReport').map(({ taken }) => taken);
    expect(made).toEqual([
      { kind: 'public', keepEdits: false, templateDoc: 'https://docs.google.com/document/d/1abc/edit' },
      { kind: 'public', keepEdits: false },
      { kind: 'lists' },
    ]);
    await page.close();
  });

  test('the starter is linked as .docx and as Google Doc, with its tags', async () => {
    const { page } = await open({
      starterTemplate: () => ({
        ...{ file: file('starter', '报告模板样张.docx'), document: file('starterDoc', '报告模板样张') },
        tags: [{ tag: '标题', meaning: '报告的标题' }],
      }),
    });
    await page.getByText('模板样张与标签').click();
    await button(page, '生成模板样张').click();
    const links = page.locator('details').getByRole('link');
    await links.first().waitFor();
    expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
      file('starter', '').url,
      file('starterDoc', '').url,
    ]);
    await page.getByText('样张（Google 文档）：').waitFor();
    if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });
    await page.close();
  });

  test('a file of another kind is not taken as template', async () => {
    const { page } = await open({});
    await page.locator('input[type=file]').setInputFiles({ name: '红头.doc', mimeType: '', buffer: Buffer.from('x') });
    await page.getByText('“红头.doc”不是 .docx 文件，请另存后再选。').waitFor();
    await page.close();
  });
});
