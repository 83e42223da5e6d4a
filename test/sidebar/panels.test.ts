/** The sidebar's other panels: who I am, 待我办理, 收文登记, 回头看, 核验. */
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { issueOf } from './issueOf';
import { type Answers, openSidebar } from './sidebarPage';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

const ME = { mail: 'bailu@yunxi.example', name: '白露', role: '整改办', unit: '云溪县林业局' };

function open(answers: Answers) {
  return openSidebar(browser, {
    selection: () => ({ tab: '问题台账', row: 1, issue: null, measure: null }),
    whoAmI: () => ME,
    waiting: () => [],
    viewIssue: ({ issue }) => issueOf({ number: issue }),
    ...answers,
  });
}

describe('who I am', () => {
  test.each([
    ['a listed person', ME, '白露（整改办） · 云溪县林业局'],
    ['nobody known', { ...ME, mail: '', name: '', role: '' }, '没有取得您的登录地址，不能办理签批。请用单位账号登录'],
    ['a stranger', { ...ME, name: '', role: '' }, 'bailu@yunxi.example不在“名单”中，不能办理签批。请整改办'],
    ['somebody without a role', { ...ME, role: '' }, '白露在“名单”中没有角色，不能签批。'],
  ])('is told to %s', async (_case, who, told) => {
    const { page } = await open({ whoAmI: () => who });
    await page.getByText(told).waitFor();
    await page.close();
  });
});

describe('待我办理', () => {
  const row = (number: number, title: string) => ({
    ...{ number, title, target: '已销号', step: '整改办', by: '夏雨桐', at: '2026-11-20T09:08:00+08:00' },
    seal: `${number}`.repeat(64),
  });
  const rows = [row(3, '物资采购未经询价'), row(5, '学习记录不全'), row(8, '往来款长期挂账')];

  test('several are signed by one call, after a question, with a result for each', async () => {
    let left = rows;
    const { page, calls } = await open({
      waiting: () => left,
      act: ({ issues }) => {
        left = rows.slice(2);
        return {
          results: issues.map((issue) => ({
            ...{ issue, ok: issue !== 8, from: '待审核', to: issue === 8 ? '待审核' : '已销号', round: 1, seal: '' },
            message: '',
            unmet: issue === 8 ? [{ code: 'changed', message: '申请后措施8-1被改动。', remedy: '请重新申请。' }] : [],
          })),
        };
      },
    });
    const tab = page.getByRole('tab', { name: '待我办理' });
    await tab.getByText('3', { exact: true }).waitFor();
    await tab.click();
    await page.getByText('3件等您签批').waitFor();
    expect(await page.getByRole('button', { name: /^同意/ }).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: '选中第5号问题' }).check();
    await page.getByRole('button', { name: '同意所选1件' }).waitFor();
    await page.getByRole('checkbox', { name: '全选' }).check();
    await page.getByRole('button', { name: '同意全部3件' }).click();
    expect(calls.some(({ name }) => name === 'act')).toBe(false);
    await page.getByRole('button', { name: '确认同意3件' }).click();
    await page.getByText('已签批2件，1件没有签成，原因见下。').waitFor();
    await page.getByText('申请后措施8-1被改动。').waitFor();
    expect(calls.filter(({ name }) => name === 'act')).toEqual([
      {
        name: 'act',
        taken: {
          action: 'sign',
          issues: [3, 5, 8],
          seals: { 3: '3'.repeat(64), 5: '5'.repeat(64), 8: '8'.repeat(64) },
        },
      },
    ]);
    await page.getByText('1件等您签批').waitFor();
    expect(await page.getByRole('checkbox', { name: '选中第8号问题' }).isChecked()).toBe(true);
    await page.close();
  });

  test('a single one is signed with the fingerprint seen; a click on its name opens the issue', async () => {
    const { page, calls } = await open({ waiting: () => rows.slice(0, 1), act: () => ({ results: [] }) });
    await page.getByRole('tab', { name: '待我办理' }).click();
    await page.getByRole('checkbox', { name: '选中第3号问题' }).check();
    await page.getByRole('button', { name: '同意全部1件' }).click();
    await page.getByRole('button', { name: '确认同意1件' }).click();
    await page.getByText('已签批0件。').waitFor();
    expect(calls.find(({ name }) => name === 'act')?.taken).toEqual({
      ...{ action: 'sign', issues: [3], seals: { 3: '3'.repeat(64) } },
    });
    await page.getByRole('button', { name: '打开第3号问题' }).click();
    await page.getByRole('tab', { name: '问题', selected: true }).waitFor();
    await page.getByRole('heading', { name: '物资采购未经询价' }).waitFor();
    await page.close();
  });
});

describe('收文登记', () => {
  const document = {
    ...{ id: '2026-001', sender: '云溪县委巡察办', title: '关于报送整改进展的函', documentNumber: '云巡办〔2026〕7号' },
    ...{ receivedOn: '2026-11-10', instruction: '请办公室办理', department: '办公室', dueOn: '2026-11-26' },
    ...{ settledOn: null, daysLeft: 2, issues: [3], cell: 'A2' },
  };
  const settled = { ...document, id: '2026-000', settledOn: '2026-11-01', daysLeft: null, issues: [] };
  const field = (id: string, header: string, required = false) => ({
    ...{ id, header, required, kind: 'text' as const, note: '', system: false, options: [], value: null },
  });

  test('what is due stands first with its days; a document may start an issue', async () => {
    const { page, calls } = await open({
      listDocuments: () => [document, settled],
      blankRecord: () => [field('title', '问题', true), field('department', '责任部门')],
      addIssue: () => ({ key: '13' }),
    });
    await page.getByRole('tab', { name: '收文登记' }).click();
    await page.getByText('待办结1件').waitFor();
    await page.getByText('还有2天').waitFor();
    expect(await page.getByText('2026-11-01办结').isVisible()).toBe(false);
    await page.getByRole('button', { name: '据收文2026-001新增问题' }).click();
    const form = page.getByRole('form', { name: '据收文2026-001新增问题' });
    expect(await form.getByRole('textbox', { name: '责任部门' }).inputValue()).toBe('办公室');
    await form.getByRole('button', { name: '新增' }).click();
    await form.getByText('请填写“问题”。').waitFor();
    await form.getByRole('textbox', { name: /^问题/ }).fill('整改进展报送不及时');
    await form.getByRole('button', { name: '新增' }).click();
    await page.getByText('已据收文2026-001新增第13号问题。').waitFor();
    expect(calls.find(({ name }) => name === 'addIssue')?.taken).toEqual({
      values: { department: '办公室', title: '整改进展报送不及时' },
      document: '2026-001',
    });
    await page.getByRole('status').getByRole('button', { name: '第13号' }).click();
    await page.getByRole('tab', { name: '问题', selected: true }).waitFor();
    await page.close();
  });

  test('a document is registered; what is refused keeps what was typed', async () => {
    let refuses = true;
    const { page, calls } = await open({
      listDocuments: () => [],
      blankRecord: ({ tab }) => (tab === 'documents' ? [field('title', '标题'), field('dueOn', '办结日期')] : []),
      addDocument: () =>
        refuses
          ? { faults: [{ code: 'bad-date', message: '“月底”不是有效日期。', key: 'dueOn' }] }
          : { key: '2026-002' },
    });
    await page.getByRole('tab', { name: '收文登记' }).click();
    await page.getByText('还没有登记收文。').waitFor();
    await page.getByRole('button', { name: '+ 登记收文' }).click();
    await page.getByRole('textbox', { name: '标题' }).fill('关于开展水费核查的通知');
    await page.getByRole('textbox', { name: '办结日期' }).fill('月底');
    await page.getByRole('button', { name: '登记收文', exact: true }).click();
    await page.getByText('“月底”不是有效日期。').waitFor();
    expect(await page.getByRole('textbox', { name: '标题' }).inputValue()).toBe('关于开展水费核查的通知');
    refuses = false;
    await page.getByRole('textbox', { name: '办结日期' }).fill('2026-11-30');
    await page.getByRole('button', { name: '登记收文', exact: true }).click();
    await page.getByText('已登记收文2026-002。').waitFor();
    expect(calls.filter(({ name }) => name === 'addDocument').pop()?.taken).toEqual({
      values: { title: '关于开展水费核查的通知', dueOn: '2026-11-30' },
    });
    await page.close();
  });
});

test('回头看: a sample is drawn by share, seed and stratum, told with its seed and rate, and opens the issue', async () => {
  const { page, calls } = await open({
    drawRecheck: ({ seed, share }) => ({
      ...{ seed, share, population: 9, overturned: { n: 1, d: 4 } },
      sample: [{ number: 7, title: '往来款长期挂账', stratum: '财务管理方面' }],
    }),
  });
  await page.getByRole('tab', { name: '回头看' }).click();
  const seed = page.getByRole('textbox', { name: /^种子/ });
  expect(await seed.inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await seed.fill('');
  await page.getByRole('textbox', { name: /^抽查比例/ }).fill('120');
  await page.getByRole('button', { name: '抽取' }).click();
  await page.getByText('“抽查比例”应大于0、不超过100').waitFor();
  await page.getByText('请填写“种子”').waitFor();
  await seed.fill('2026年第四季度');
  await page.getByRole('textbox', { name: /^抽查比例/ }).fill('12.5');
  await page.getByRole('combobox', { name: '分层' }).selectOption('方面');
  await page.getByRole('button', { name: '抽取' }).click();
  await page.getByText('从9个已销号、长期坚持的问题中抽取1个').waitFor();
  await page.getByText('比例12.5%，种子“2026年第四季度”').waitFor();
  await page.getByText('翻案率1/4（25%）').waitFor();
  expect(calls.find(({ name }) => name === 'drawRecheck')?.taken).toEqual({
    ...{ share: 0.125, seed: '2026年第四季度', by: '方面' },
  });
  await page.getByRole('button', { name: '打开第7号问题' }).click();
  await page.getByText('第7号', { exact: true }).waitFor();
  await page.close();
});

test('核验 says what holds, what does not, and what it cannot tell', async () => {
  const answers = {
    checkLedger: () => ({ errors: 0, warnings: 0, notes: 0, waived: 0, findings: [] }),
    verifyFiles: () => ({
      checked: 6,
      filled: 2,
      changed: [{ id: '3-1-01', message: '“询价单”的内容与登记时不同。' }],
    }),
  };
  const whole = { rows: 42, intact: true, broken: null, seals: 0, differs: [] };
  const torn = {
    ...{ rows: 42, intact: false, broken: 17, seals: 5 },
    differs: [{ issue: 3, cell: 'L4', message: '状态为“已销号”，按办理记录应为“整改中”。' }],
  };
  let verdict: typeof whole | typeof torn = whole;
  const { page } = await open({ ...answers, verifyLog: () => verdict });
  await page.getByRole('tab', { name: '校验' }).click();
  await page.getByRole('heading', { name: '核验办理记录' }).click();
  await page.getByText('核验能看出改动，不能防止改动。').waitFor();
  await page.getByRole('button', { name: '核验办理记录' }).click();
  await page.getByText('办理记录共42行，逐行相扣，没有发现改动。').waitFor();
  await page.getByText('还没有封存的记录可对照').waitFor();
  await page.getByText('各问题的状态与办理记录一致。').waitFor();
  verdict = torn;
  await page.getByRole('button', { name: '核验办理记录' }).click();
  await page.getByText('办理记录第17行与前文接不上').waitFor();
  await page.getByText('已与5次封存的记录对照。').waitFor();
  await page.getByText('状态为“已销号”，按办理记录应为“整改中”。').waitFor();
  await page.getByRole('button', { name: '核对电子材料' }).click();
  await page.getByText('核对了6件电子材料。2件以前没有校验值').waitFor();
  await page.getByText('“询价单”的内容与登记时不同。').waitFor();
  await page.close();
});

test('six panels fit 300 px in two rows, and the arrow keys go round them', async () => {
  const waiting = Array.from({ length: 12 }, (_, at) => ({
    ...{ number: at + 1, title: '学习记录不全', target: '已销号', step: '整改办', by: '夏雨桐' },
    ...{ at: '2026-11-20T09:08:00+08:00', seal: 'a'.repeat(64) },
  }));
  const { page } = await open({ listDocuments: () => [], listViews: () => [], waiting: () => waiting });
  const tabs = page.getByRole('tab');
  await page.getByRole('tab', { name: '待我办理' }).getByText('12').waitFor();
  await tabs.first().focus();
  const seen: string[] = [];
  const press = async (key: string) => {
    await page.keyboard.press(key);
    seen.push((await page.locator(':focus').textContent())?.replace(/\d+$/, '') ?? '');
    expect(await page.locator('[role=tab][aria-selected=true]:focus').count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
  };
  for (let at = 0; at < 6; at += 1) await press('ArrowRight');
  expect(seen).toEqual(['待我办理', '视图', '收文登记', '回头看', '校验', '问题']);
  seen.length = 0;
  for (const key of ['ArrowLeft', 'Home', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'End']) await press(key);
  expect(seen).toEqual(['校验', '问题', '收文登记', '回头看', '待我办理', '校验']);
  const boxes = await Promise.all((await tabs.all()).map((tab) => tab.boundingBox()));
  expect(boxes.map((box) => Math.round((box?.x ?? 0) + (box?.width ?? 999)))).toEqual([100, 200, 300, 100, 200, 300]);
  const clipped = await tabs.evaluateAll((all) => all.filter((tab) => tab.scrollWidth > tab.clientWidth).length);
  expect(clipped).toBe(0);
  await page.close();
});
