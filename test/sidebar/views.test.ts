/** The panel 视图: views in families, the person's own first; bringing up to date; files. */
import type { Browser } from 'playwright-core';
import type { Gives } from '../../src/app/contract';
import { groupsOf } from '../../src/sidebar/views/families';
import { launchBrowser } from '../support/browser';
import { type Answers, openSidebar } from './sidebarPage';

type View = Gives<'listViews'>[number];
const urlOf = (id: number) => `https://docs.google.com/spreadsheets/d/1yunXiLedger/edit#gid=7&fvid=${id}`;
const view = (family: string, word: string, subject: string, count: number, id: number | null): View => ({
  ...{ family, subject, count, tab: '问题台账', title: subject === '' ? word : `${word}·${subject}` },
  url: id === null ? '' : urlOf(id),
});
const VIEWS_NOW = [
  view('mine', '我的', '白露', 4, 11),
  view('mine', '我的', '夏雨桐', 2, 12),
  view('overdue', '已逾期', '', 3, 13),
  view('thisMonth', '本月到期', '', 1, 14),
  view('toSign', '待我审核', '白露', 2, 15),
  view('department', '部门', '森林防火办', 5, 16),
  view('department', '部门', '种苗站', 0, null),
  view('leader', '牵头领导', '陆衡', 6, 17),
  view('closed', '已销号', '', 9, 18),
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

function open(answers: Answers) {
  return openSidebar(
    browser,
    {
      selection: () => ({ tab: '问题台账', row: 1, issue: null, measure: null }),
      whoAmI: () => ({ mail: 'bailu@yunxi.example', name: '白露', role: '整改办', unit: '云溪县林业局' }),
      waiting: () => [],
      listViews: () => VIEWS_NOW,
      ...answers,
    },
    'views',
  );
}

test('the person’s own views come first, then how things stand, then by whom', () => {
  const titles = (name: string) => groupsOf(VIEWS_NOW, name).map((group) => [group.title, group.views.length]);
  expect(titles('白露')).toEqual([
    ['与我有关', 2],
    ['按办理情况', 3],
    ['按责任部门', 2],
    ['按牵头领导', 1],
    ['按责任人', 2],
    ['按审核人', 1],
  ]);
  expect(titles('')[0]).toEqual(['按办理情况', 3]);
  expect(groupsOf([], '白露')).toEqual([]);
  const all = groupsOf(VIEWS_NOW, '').flatMap(({ views }) => views);
  expect(all.map(({ title }) => title).sort()).toEqual(VIEWS_NOW.map(({ title }) => title).sort());
});

test('each view is a link with its count; one that is not made says so, until 更新视图 has made it', async () => {
  let now = VIEWS_NOW;
  const { page, calls } = await open({
    listViews: () => now,
    refreshViews: () => {
      now = VIEWS_NOW.map((one) => ({ ...one, url: one.url === '' ? urlOf(19) : one.url }));
      return { views: 9, made: 1, changed: 0, removed: 2 };
    },
  });
  await page.getByRole('tab', { name: '视图', selected: true }).waitFor();
  const own = page.locator('details', { hasText: '与我有关' });
  const link = own.getByRole('link', { name: '待我审核·白露' });
  expect(await link.getAttribute('href')).toBe(urlOf(15));
  expect(await link.getAttribute('target')).toBe('_blank');
  await own.getByText('4个').waitFor();
  await page.getByText('有1个视图还没有生成，请点“更新视图”。').waitFor();
  const departments = page.locator('details', { hasText: '按责任部门' });
  expect(await departments.getByText('种苗站').isVisible()).toBe(false);
  await departments.getByRole('heading').click();
  await departments.getByText('种苗站（未生成）').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
  expect(calls.some(({ name }) => name === 'refreshViews')).toBe(false);
  await page.getByRole('button', { name: '更新视图' }).click();
  await page.getByText('共9个视图：新建1个，更改0个，移除2个。').waitFor();
  expect(await departments.getByRole('link', { name: '种苗站' }).getAttribute('href')).toBe(urlOf(19));
  expect(await page.getByText('还没有生成').count()).toBe(0);
  await page.close();
});

test('nothing to be done is said too; the dashboard says of when it is; a refusal is told', async () => {
  let refuses = true;
  const { page } = await open({
    listViews: () => [],
    refreshViews: () => ({ views: 9, made: 0, changed: 0, removed: 0 }),
    refreshDashboard: () =>
      refuses
        ? { faults: [{ code: 'protected', message: '“看板”受保护，请表格所有者刷新。' }] }
        : { asOf: '2026-11-24T09:30:00+08:00' },
  });
  await page.getByText('还没有视图。').waitFor();
  await page.getByRole('button', { name: '更新视图' }).click();
  await page.getByText('9个视图都是最新的。').waitFor();
  await page.getByRole('button', { name: '刷新看板' }).click();
  await page.getByText('“看板”受保护，请表格所有者刷新。').waitFor();
  refuses = false;
  await page.getByRole('button', { name: '刷新看板' }).click();
  await page.getByText('看板已刷新，截至2026-11-24 09:30。').waitFor();
  await page.close();
});

test('文件: the paper of a period and the catalogue of all issues, linked to once they are made', async () => {
  const file = (name: string) => ({ id: name, name, url: `https://docs.google.com/document/d/${name}/edit` });
  const { page, calls } = await open({
    progressPack: ({ from }) =>
      from === '2026-12-01'
        ? { faults: [{ code: 'wrong-period', message: '党组会材料的期间不对：起始日晚于截止日。' }] }
        : {
            ...{ from: '2026-11-01', to: '2026-11-24', closed: 3, overdue: 2, asked: 1, text: '' },
            ...{ docx: file('pack-docx'), document: file('pack-doc') },
          },
    fileCatalogue: () => ({ rows: 27, docx: file('all-docx'), document: file('all-doc'), text: '' }),
  });
  const form = page.getByRole('form', { name: '党组会材料' });
  await form.getByRole('textbox', { name: '起始日', exact: true }).fill('2026-12-01');
  await form.getByRole('button', { name: '生成党组会材料' }).click();
  await form.getByText('起始日晚于截止日。').waitFor();
  await form.getByRole('textbox', { name: '起始日', exact: true }).fill('');
  await form.getByRole('button', { name: '生成党组会材料' }).click();
  await form.getByText('2026-11-01至2026-11-24的材料已生成：销号3个，逾期2个，提请研究1项。').waitFor();
  expect(await form.getByRole('link', { name: 'pack-docx' }).getAttribute('href')).toContain('/d/pack-docx/');
  await page.getByRole('button', { name: '生成全部问题的档案目录' }).click();
  await page.getByText('档案目录已生成，共27件：').waitFor();
  await page.getByRole('link', { name: /^all-doc / }).waitFor();
  const asked = calls.filter(({ name }) => name === 'progressPack' || name === 'fileCatalogue');
  expect(asked.map(({ taken }) => taken)).toEqual([{ from: '2026-12-01' }, {}, {}]);
  await page.close();
});
