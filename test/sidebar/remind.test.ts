/** 提醒试运行: what would be sent to whom; nothing is sent but by a question that was answered. */
import type { Browser } from 'playwright-core';
import type { Gives } from '../../src/app/contract';
import { launchBrowser } from '../support/browser';
import { openSidebar } from './sidebarPage';

type Reminded = Gives<'remind'>;
const item = (issue: number, title: string, level: '提醒' | '督办' | '告诫', number: string) => ({
  ...{ issue, title, level, number, reason: level === '提醒' ? '还有3天到期' : '已逾期7天' },
  url: `https://docs.google.com/spreadsheets/d/1yunXiLedger/edit#gid=7&range=A${issue + 1}`,
});
const PLAN: Reminded = {
  mails: [
    {
      ...{ to: 'xia@yunxi.example', name: '夏雨桐', level: '督办', number: '提醒〔2026〕12号' },
      subject: '【督办】云溪县林业局整改事项2项（2026-11-24）',
      body: '夏雨桐同志：请办理下列整改事项。\n\n1. 【督办〔2026〕3号】问题5 往来款长期挂账：已逾期7天',
      items: [item(5, '往来款长期挂账', '督办', '督办〔2026〕3号'), item(8, '学习记录不全', '提醒', '')],
    },
    {
      ...{ to: 'lu@yunxi.example', name: '陆衡', level: '提醒', number: '提醒〔2026〕13号', body: '陆衡同志：' },
      subject: '【提醒】云溪县林业局整改事项1项（2026-11-24）',
      items: [item(8, '学习记录不全', '提醒', '')],
    },
  ],
  postponed: [{ to: 'wei@yunxi.example', name: '卫兰' }],
  unreachable: [{ name: '丁一', why: '不在“名单”中', issues: [3, 4] }],
  ...{ doubtful: [], sent: 0, unsent: 0, quotaLeft: 2 },
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

const open = (remind: (taken: { dryRun: boolean }) => Reminded | { faults: { code: string; message: string }[] }) =>
  openSidebar(browser, { remind }, 'remind');

test('opening shows who would get which mail, whom none reaches and why, what waits, and the quota; it sends nothing', async () => {
  const { page, calls } = await open(() => PLAN);
  await page.getByText('今天应发2封，共3项').waitFor();
  await page.getByText('今日还可发2封。').waitFor();
  await page.getByText('丁一：不在“名单”中').waitFor();
  await page.getByText('涉及问题3、4').waitFor();
  await page.getByText('卫兰（wei@yunxi.example）').waitFor();
  const mail = page.locator('details.item', { hasText: '夏雨桐（xia@yunxi.example）' });
  await mail.getByText('【督办】云溪县林业局整改事项2项（2026-11-24）').waitFor();
  expect(await mail.getByText('往来款长期挂账', { exact: true }).isVisible()).toBe(false);
  await mail.getByText('夏雨桐（xia@yunxi.example）').click();
  const link = mail.getByRole('link', { name: '问题5' });
  expect(await link.getAttribute('href')).toContain('range=A6');
  await mail.getByText('督办〔2026〕3号', { exact: true }).waitFor();
  await mail.getByText('邮件全文').click();
  await mail.getByText('夏雨桐同志：请办理下列整改事项。').waitFor();
  expect(calls).toEqual([{ name: 'remind', taken: { dryRun: true } }]);
  await page.close();
});

test('sending asks first, can be left, is done once, and says what came of it', async () => {
  const { page, calls } = await open(({ dryRun }) =>
    dryRun ? PLAN : { ...PLAN, sent: 1, quotaLeft: 0, doubtful: ['提醒〔2026〕13号（陆衡 lu@yunxi.example）'] },
  );
  const asked = () => calls.filter(({ taken }) => JSON.stringify(taken) === '{"dryRun":false}').length;
  await page.getByRole('button', { name: '立即发送2封' }).click();
  await page.getByText('将以您的邮箱向2人各发一封邮件').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  expect(asked()).toBe(0);
  expect(await page.locator(':focus').textContent()).toBe('立即发送2封');
  await page.getByRole('button', { name: '立即发送2封' }).click();
  await page.getByRole('button', { name: '确认发送2封' }).click();
  await page.getByText('已发出1封，并记入办理记录。').waitFor();
  await page.getByText('1封可能没有送达').waitFor();
  await page.getByText('提醒〔2026〕13号（陆衡 lu@yunxi.example）').waitFor();
  await page.getByText('今日还可发0封。').waitFor();
  expect(asked()).toBe(1);
  expect(await page.getByRole('button', { name: /^立即发送/ }).count()).toBe(0);
  await page.close();
});

test('a day without mails says so and offers nothing to send; a refusal is told and can be tried again', async () => {
  let refuses = true;
  const { page } = await open(() =>
    refuses
      ? { faults: [{ code: 'busy', message: '台账正被别人写入，请稍后重试。' }] }
      : { ...PLAN, mails: [], postponed: [], unreachable: [] },
  );
  await page.getByText('台账正被别人写入，请稍后重试。').waitFor();
  refuses = false;
  await page.getByRole('button', { name: '重新试算' }).click();
  await page.getByText('今天没有应发的提醒。').waitFor();
  expect(await page.getByRole('button', { name: /^立即发送/ }).count()).toBe(0);
  await page.close();
});
