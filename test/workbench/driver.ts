/** What a person does at the workbench's page, through its own controls; and the ledger as the page's server has it. */
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import type { Answer, CellView, SheetView, StateView } from '../../local/workbench/protocol';

/** A loaded machine draws slowly; nothing waits this long when all is well. */
export const WAIT_MS = 30_000;

// Code of the page, as text: the tests are compiled without the types of a page.
const ASK_STATE = `fetch('/api/state', {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    'x-workbench-token': document.querySelector('meta[name="workbench-token"]').content,
    'x-workbench-page': sessionStorage.getItem('workbench-page'),
  },
  body: '{}',
}).then((response) => response.text())`;
const COUNT_COLOURS = `(() => {
  const canvases = [...document.querySelectorAll('.grid canvas')].sort((a, b) => b.width * b.height - a.width * a.height);
  const [canvas] = canvases;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, Math.min(canvas.height, 200));
  return new Set(new Uint32Array(data.buffer)).size;
})()`;
/** Of the colour of the frame around the active cell, below and right of the heads. */
const COUNT_FRAME = `(() => {
  const canvases = [...document.querySelectorAll('.grid canvas')].sort((a, b) => b.width * b.height - a.width * a.height);
  const [canvas] = canvases;
  const { data } = canvas.getContext('2d').getImageData(46, 44, canvas.width - 46, canvas.height - 44);
  let count = 0;
  for (let at = 0; at < data.length; at += 4)
    if (data[at] < 70 && data[at + 1] < 110 && data[at + 2] > 210) count += 1;
  return count;
})()`;
const TELL_VIOLATIONS = `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  console.error('content security policy', violatedDirective, blockedURI))`;

export class Bench {
  private constructor(readonly page: Page) {}

  /** Opens the printed address and waits until the grid is drawn. */
  static async open(context: BrowserContext, address: string): Promise<Bench> {
    const bench = new Bench(await context.newPage());
    bench.page.setDefaultTimeout(WAIT_MS);
    await bench.page.goto(address);
    await bench.drawn();
    return bench;
  }

  async drawn(): Promise<void> {
    await this.page.getByRole('tab', { name: '问题台账', exact: true }).waitFor();
    await this.page.locator('.waiting').waitFor({ state: 'detached' });
  }

  /** The workbook as the server has it, asked for as the page asks. */
  async state(): Promise<StateView> {
    // as text: the browser takes seconds to hand over so many small objects
    const answer: Answer<StateView> = JSON.parse(await this.page.evaluate<string>(ASK_STATE));
    if (!answer.ok) throw new Error(answer.message);
    return answer.value;
  }

  async sheet(title: string): Promise<SheetView> {
    const found = (await this.state()).book.sheets.find((sheet) => sheet.title === title);
    if (!found) throw new Error(`no tab ${title}`);
    return found;
  }

  /** A cell by its address, such as `C5`. */
  async cell(title: string, a1: string): Promise<CellView> {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(a1) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return (await this.sheet(title)).rows[Number(row) - 1]?.[column] ?? {};
  }

  /** The rows of a tab below its header, by column name, as they read. */
  async records(title: string): Promise<Record<string, string>[]> {
    const [header = [], ...rows] = (await this.sheet(title)).rows;
    return rows
      .map((row) => Object.fromEntries(header.map((name, at) => [read(name), read(row[at])])))
      .filter((record) => Object.values(record).some((text) => text !== ''));
  }

  /** Address of the cell of a column in the row whose first cell reads `key`. */
  async place(title: string, key: string, header: string): Promise<string> {
    const { rows } = await this.sheet(title);
    const row = rows.findIndex((cells) => read(cells[0]) === key);
    const column = (rows[0] ?? []).findIndex((cell) => read(cell) === header);
    if (row < 0 || column < 0) throw new Error(`${title} has no ${header} of ${key}`);
    return `${String.fromCharCode(65 + column)}${row + 1}`;
  }

  /** Stands on a cell, by the tab and the box left of the formula bar. */
  async stand(title: string, a1: string): Promise<void> {
    const tab = this.page.getByRole('tab', { name: title, exact: true });
    await tab.click();
    await this.until(async () => (await tab.getAttribute('aria-selected')) === 'true', `the tab ${title}`);
    const box = this.grid.getByRole('textbox').first();
    await box.click();
    await box.fill(a1);
    await box.press('Enter');
    await this.grid.locator('input:focus').waitFor({ state: 'detached' });
  }

  /** Types into a cell over what stands there. */
  async type(title: string, a1: string, text: string): Promise<void> {
    await this.stand(title, a1);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Pastes a block from the clipboard with its left upper cell here. */
  async paste(title: string, a1: string, block: string): Promise<void> {
    await this.stand(title, a1);
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(block)})`);
    await this.page.keyboard.press('Control+v');
  }

  /** How many colours the largest canvas of the grid shows. */
  colours(): Promise<number> {
    return this.page.evaluate<number>(COUNT_COLOURS);
  }

  /** Pixels of the frame around the active cell that are seen. */
  frame(): Promise<number> {
    return this.page.evaluate<number>(COUNT_FRAME);
  }

  /**
   * Chooses from the menu bar, from the left to the innermost item. A menu closes when a frame takes the focus, as the
   * sidebar may while it is drawn anew for another person: then it is opened again, as somebody would.
   */
  async menu(...captions: string[]): Promise<void> {
    const [first, ...inner] = captions.map((name) => this.page.getByRole('menuitem', { name, exact: true }));
    if (first === undefined) throw new RangeError('no menu is named');
    for (let tries = 1; ; tries += 1) {
      if ((await first.getAttribute('aria-expanded')) !== 'true') await first.click();
      try {
        for (const item of inner) await item.click({ timeout: WAIT_MS / 6 });
        return;
      } catch (error) {
        if (tries === 4) throw error;
      }
    }
  }

  async openSidebar(): Promise<FrameLocator> {
    await this.menu('整改台账', '打开侧栏');
    await this.sidebar.getByRole('tab', { name: '校验' }).waitFor();
    return this.sidebar;
  }

  async be(person: string): Promise<void> {
    await this.page.getByLabel('我是').selectOption({ label: person });
  }

  /** A message in the corner that holds these words. */
  toast(words: string): Locator {
    return this.page.getByRole('status', { name: '提示' }).getByText(words);
  }

  get grid(): Locator {
    return this.page.getByRole('region', { name: '台账表格' });
  }

  get sidebar(): FrameLocator {
    return this.page.getByRole('complementary', { name: '整改台账' }).frameLocator('iframe');
  }

  /** The page inside the dialog of this title. */
  dialog(title: string): FrameLocator {
    return this.page.getByRole('dialog', { name: title }).frameLocator('iframe');
  }

  /** Asks until it holds. */
  async until(holds: () => Promise<boolean>, what: string): Promise<void> {
    const end = Date.now() + WAIT_MS;
    for (;;) {
      if (await holds()) return;
      if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Waits until a cell reads like this. */
  async reads(title: string, a1: string, text: string): Promise<void> {
    await this.until(async () => read(await this.cell(title, a1)) === text, `${title} ${a1} to read ${text}`);
  }
}

/** How a cell reads. */
export function read(cell: CellView | null | undefined): string {
  return cell?.shown ?? String(cell?.value ?? '');
}

/** What no page of the workbench may do, noted while it happens. */
export interface Trespasses {
  outside: string[];
  errors: string[];
  dialogs: string[];
}

/** Watches every page and frame of a context. */
export async function watchOver(context: BrowserContext): Promise<Trespasses> {
  const seen: Trespasses = { outside: [], errors: [], dialogs: [] };
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isOwn = hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:';
    if (!isOwn) seen.outside.push(request.url());
  });
  context.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text());
  });
  context.on('weberror', (error) => seen.errors.push(String(error.error())));
  context.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await context.addInitScript({ content: TELL_VIOLATIONS });
  return seen;
}
