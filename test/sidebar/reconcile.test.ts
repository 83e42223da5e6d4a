/** 对账: which version and which text, what differs where, and what to do about it. */
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import type { Gives } from '../../src/app/contract';
import { marksOf } from '../../src/sidebar/reconcile/marks';
import { launchBrowser } from '../support/browser';
import { type Answers, openSidebar } from './sidebarPage';

type Found = Gives<'reconcile'>;
type Version = Gives<'listReports'>[number];

const version = (number: number, kind: string, state: string, hasBase: boolean): Version => ({
  ...{ version: number, kind, variant: '', state, hasBase, docx: '', document: '' },
  ...{ generatedAt: '2026-10-09T09:05:00+08:00', generatedBy: 'wei@yunxi.example' },
});
const VERSIONS = [
  version(4, '社会公开通报', '草稿', false),
  version(3, '社会公开通报', '定稿', true),
  version(2, '党内通报', '定稿', true),
];
const FOUND: Found = {
  ...{ version: 3, kind: '社会公开通报', same: 132, hand: 2, ledger: 1, both: 1 },
  changes: [
    { kind: 'hand', about: 3, base: '补修通道3处。', published: '补修通道13处。', ledger: '补修通道3处。' },
    { kind: 'ledger', about: 8, base: '', published: '', ledger: '修订经费管理办法。' },
    { kind: 'both', about: 3, base: '整改4个。', published: '全部整改。', ledger: '整改6个。' },
    { kind: 'hand', about: null, base: '', published: '欢迎广大群众监督。', ledger: '' },
  ],
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

const open = (answers: Answers) =>
  openSidebar(browser, { listReports: () => VERSIONS, reconcile: () => FOUND, ...answers }, 'reconcile');

describe('marks', () => {
  const marked = (one: string, other: string) => {
    const [a, b] = marksOf(one, other);
    return [one.slice(...a), other.slice(...b)];
  };
  test.each([
    ['补修通道3处。', '补修通道13处。', ['3', '13']],
    ['完成率92.5%，居第一。', '完成率92.8%，居第一。', ['92.5%', '92.8%']],
    ['由夏雨桐牵头。', '由资源股股长牵头。', ['夏雨桐', '资源股股长']],
    ['补修。', '补修。', ['', '']],
    ['补修并验收。', '补修。', ['并验收', '']],
    ['𠮷村。', '𠮸村。', ['𠮷', '𠮸']],
  ])('between %s and %s', (one, other, differing) => {
    expect(marked(one, other)).toEqual(differing);
  });

  test('what lies outside the marks is the same in both, and no character is halved', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '1', '2', '.', 'a', '，', '𠮷'), maxLength: 14 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = marksOf(one, other);
        expect(one.slice(0, a[0])).toBe(other.slice(0, b[0]));
        expect(one.slice(a[1])).toBe(other.slice(b[1]));
        expect(a[0] <= a[1] && b[0] <= b[1]).toBe(true);
        for (const part of [one.slice(...a), other.slice(...b)]) expect(part).not.toMatch(/\p{Surrogate}/u);
        expect(one.slice(...a) === other.slice(...b)).toBe(one === other);
      }),
    );
  });
});

test('the last version that can be compared is proposed; one without a base is shown and cannot be chosen', async () => {
  const { page, calls } = await open({});
  const chosen = page.getByLabel('报告');
  await chosen.waitFor();
  expect(await chosen.locator('option:checked').textContent()).toBe('第3版　社会公开通报 · 定稿 · 2026-10-09 09:05');
  expect(await chosen.locator('option:disabled').allInnerTexts()).toEqual([
    '第4版　社会公开通报 · 草稿 · 2026-10-09 09:05（无底稿）',
  ]);
  await chosen.selectOption({ index: 2 });
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '发布稿.txt', mimeType: '', buffer: Buffer.from('全文') });
  await page.getByText('已选择：发布稿.txt').waitFor();
  await page.getByRole('button', { name: '开始对账' }).dblclick();
  await page.getByText('一致 132 句').waitFor();
  await page.getByRole('button', { name: '不用文件' }).click();
  await page.getByRole('button', { name: '重新对账' }).click();
  await page.getByText('第3版社会公开通报', { exact: true }).waitFor();
  const asked = calls.filter(({ name }) => name === 'reconcile').map(({ taken }) => taken);
  const base64 = Buffer.from('全文').toString('base64');
  expect(asked[0]).toMatchObject({ version: 2, file: { name: '发布稿.txt', base64 } });
  expect(asked.at(-1)).toEqual({ version: 2 });
  await page.close();
});

test('changes stand issue by issue in three texts with what differs marked, and are filtered by their kind', async () => {
  const { page, calls } = await open({
    viewIssue: () => ({ faults: [{ code: 'no-such-issue', message: '没有问题8。' }] }),
  });
  await page.getByRole('button', { name: '开始对账' }).click();
  await page.getByRole('heading', { name: '问题3' }).waitFor();
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['问题3', '问题8', '其他文字']);
  const three = page.locator('section.group', { has: page.getByRole('heading', { name: '问题3' }) });
  expect(await three.locator('.change').count()).toBe(2);
  expect(await three.locator('.change').first().locator('mark').allInnerTexts()).toEqual(['3', '13']);
  expect(await three.locator('.change').first().locator('dt').allInnerTexts()).toEqual(['底稿', '已发布', '台账']);
  await page.getByRole('button', { name: '手工修改 2' }).click();
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['问题8', '问题3']);
  await page.getByRole('button', { name: '台账已变 1' }).click();
  await page.getByRole('button', { name: '两边都变 1' }).click();
  await page.getByText('所选类别没有不同之处。').waitFor();
  await page.getByRole('button', { name: '台账已变 1' }).click();
  await page.getByRole('button', { name: '跳转到问题8' }).click();
  await page.getByText('没有问题8。').waitFor();
  expect(calls.at(-1)).toEqual({ name: 'viewIssue', taken: { issue: 8 } });
  await page.getByText('“台账已变”的，请生成新稿。').waitFor();
  await page.close();
});

test('the list of versions that could not be had is asked for again', async () => {
  let refuses = true;
  const { page } = await open({
    listReports: () => (refuses ? { faults: [{ code: 'busy', message: '台账正被别人写入。' }] } : VERSIONS),
  });
  await page.getByText('台账正被别人写入。').waitFor();
  refuses = false;
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByLabel('报告').waitFor();
  await page.close();
});

test('without a version a file is compared with the ledger alone; equal texts and refusals say so', async () => {
  let refuses = true;
  const { page, calls } = await open({
    listReports: () => [],
    reconcile: () =>
      refuses
        ? { faults: [{ code: 'unreadable-file', message: '文件“发布稿.docx”没有读出来。' }] }
        : { version: null, kind: '', same: 40, hand: 0, ledger: 0, both: 0, changes: [] },
  });
  await page.getByText('“报告登记”中还没有可对账的报告').waitFor();
  expect(await page.getByRole('button', { name: '开始对账' }).isDisabled()).toBe(true);
  await page.locator('input[type=file]').setInputFiles({ name: '发布稿.docx', mimeType: '', buffer: Buffer.from('x') });
  await page.getByRole('button', { name: '开始对账' }).click();
  await page.getByText('文件“发布稿.docx”没有读出来。').waitFor();
  refuses = false;
  await page.getByRole('button', { name: '开始对账' }).click();
  await page.getByText('逐句一致，没有发现不同。').waitFor();
  await page.getByText('与现在的台账比较', { exact: true }).waitFor();
  expect(calls.at(-1)).toMatchObject({ name: 'reconcile', taken: { file: { name: '发布稿.docx' } } });
  await page.close();
});

test('where there is no base, two texts stand beside each other', async () => {
  const changes: Found['changes'] = [
    { kind: 'hand', about: 3, base: '', published: '补修13处。', ledger: '补修3处。' },
  ];
  const { page } = await open({
    listReports: () => [],
    reconcile: () => ({ version: null, kind: '', same: 40, hand: 1, ledger: 0, both: 0, changes }),
  });
  await page.locator('input[type=file]').setInputFiles({ name: '发布稿.txt', mimeType: '', buffer: Buffer.from('x') });
  await page.getByRole('button', { name: '开始对账' }).click();
  await page.locator('.change').waitFor();
  expect(await page.locator('.change dt').allInnerTexts()).toEqual(['已发布', '台账']);
  expect(await page.locator('.change mark').allInnerTexts()).toEqual(['13', '3']);
  await page.close();
});
