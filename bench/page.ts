/**
 * What a person at the workbench's page waits for, in a real Chromium: the page's loading, and one edit from the key that
 * ends it to the picture that shows what the host made of it.
 */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/support/browser';

const LOADS = 5;
const EDITS = 15;
/** Long enough for whatever follows an edit to be over. */
const BETWEEN_MS = 900;

export interface Waits {
  load: number[];
  /** From Enter to the request, to the answer, and to the last drawing that followed it. */
  edits: { sent: number; answered: number; shown: number }[];
}

/** Runs in the page before its own script: notes when a key ended an edit, when its answer came, and when was drawn. */
const WATCH = `(() => {
  const at = (window.benchTimes = {});
  const now = () => performance.now();
  addEventListener('keydown', ({ key }) => key === 'Enter' && Object.assign(at, { enter: now(), sent: 0, answered: 0, shown: 0 }), true);
  const ask = window.fetch;
  window.fetch = async (path, ...rest) => {
    if (path !== '/api/edit') return ask(path, ...rest);
    at.sent = now();
    const response = await ask(path, ...rest);
    const read = response.json.bind(response);
    response.json = async () => {
      const value = await read();
      at.answered = now();
      at.drawing = true;
      return value;
    };
    return response;
  };
  const context = CanvasRenderingContext2D.prototype;
  const draw = context.fillText;
  context.fillText = function (...given) {
    draw.apply(this, given);
    // the first picture after the answer; what is drawn later shows nothing new
    if (at.drawing) {
      at.drawing = false;
      requestAnimationFrame(() => (at.shown = now()));
    }
  };
})()`;

/** @param address of a workbench whose 问题台账 has at least 40 issues */
export async function measurePage(address: string): Promise<Waits> {
  const browser = await launchBrowser();
  try {
    const load: number[] = [];
    for (let n = 0; n < LOADS; n += 1) {
      const start = performance.now();
      const page = await opened(browser, address);
      load.push(performance.now() - start);
      await page.context().close();
    }
    return { load, edits: await edits(await opened(browser, address)) };
  } finally {
    await browser.close();
  }
}

/** In a context of its own: nothing is cached. */
async function opened(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await context.addInitScript({ content: WATCH });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('tab', { name: '问题台账', exact: true }).waitFor();
  await page.locator('.waiting').waitFor({ state: 'detached' });
  return page;
}

async function edits(page: Page): Promise<Waits['edits']> {
  await page.getByRole('tab', { name: '问题台账', exact: true }).click();
  const box = page.getByRole('region', { name: '台账表格' }).getByRole('textbox').first();
  await box.click();
  await box.fill('G5');
  await box.press('Enter');
  await page.waitForTimeout(BETWEEN_MS);
  const times: Waits['edits'] = [];
  for (let n = 0; n < EDITS; n += 1) {
    await page.keyboard.type(`2026年12月${n + 1}日`);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(BETWEEN_MS);
    const at = await page.evaluate<Record<'enter' | 'sent' | 'answered' | 'shown', number>>('window.benchTimes');
    times.push({ sent: at.sent - at.enter, answered: at.answered - at.enter, shown: at.shown - at.enter });
  }
  return times;
}
