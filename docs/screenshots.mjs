// Makes the pictures of the manual and the READMEs from the shipped example, as the workbench shows it today.
//
//   node build.mjs && node docs/screenshots.mjs [NAME…]
//
// Needs the browser the tests use (CHROME_PATH names another) and a Chinese font.
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { withPalette } from './palette.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const images = path.join(root, 'docs/images');
const SIZE = { width: 1440, height: 900 };
/** The READMEs show the ledger at its own scale beside the report, so the window is smaller. */
const SMALL = { width: 1080, height: 700 };
/** Above this a picture weighs on everyone who clones. */
const HEAVIEST = 250 * 1024;
/** What a feedback document may also hold and no issue owns. */
const STRAY = '附：抽查取水单位名单、走访农村供水工程名单，另行移交。';

/** The driver of the end-to-end tests, which is TypeScript. */
async function loadDriver() {
  const outfile = path.join(root, `build/screenshots-${process.pid}.mjs`);
  await build({
    stdin: {
      contents: "export * from './test/support/browser'; export * from './test/workbench/driver';",
      resolveDir: root,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile, { force: true });
  }
}

/** Lets what moves come to rest: fades, canvases that are painted in the next frames. */
async function still(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
}

async function put(name, png) {
  await writeFile(path.join(images, `${name}.png`), withPalette(png));
  const { size } = await stat(path.join(images, `${name}.png`));
  console.log(`docs/images/${name}.png ${Math.round(size / 1024)} KB`);
  if (size > HEAVIEST) throw new Error(`${name}.png is heavier than ${HEAVIEST / 1024} KB`);
}

async function quiet(bench) {
  const close = bench.page.getByRole('status', { name: '提示' }).getByRole('button', { name: '关闭' });
  while ((await close.count()) > 0) await close.first().click();
}

async function shoot(bench, name) {
  await quiet(bench);
  await still(bench.page);
  await put(name, await bench.page.screenshot());
}

/** Walks down to the row of an issue and waits until the sidebar shows it. */
async function showIssue(bench, above, title) {
  await bench.stand('问题台账', above);
  await bench.page.keyboard.press('ArrowDown');
  await bench.sidebar.getByRole('heading', { name: title }).waitFor();
}

/** 问题台账 without a sidebar. */
async function front(bench) {
  const close = bench.page.getByRole('complementary', { name: '整改台账' }).getByRole('button', { name: '关闭' });
  if ((await close.count()) > 0) await close.click();
  await bench.stand('问题台账', 'D5');
}

const shots = {
  async ledger(bench) {
    await front(bench);
    await shoot(bench, 'ledger');
  },

  async menu(bench) {
    await front(bench);
    await bench.menu('整改台账', '生成报告');
    await shoot(bench, 'menu');
    await bench.page.keyboard.press('Escape');
    await bench.page.keyboard.press('Escape');
  },

  async sidebar(bench) {
    await bench.openSidebar();
    await showIssue(bench, 'D4', '农村供水保障存在短板');
    await shoot(bench, 'sidebar');
  },

  async check(bench) {
    const side = await bench.openSidebar();
    await side.getByRole('tab', { name: '校验' }).click();
    await side.getByRole('button', { name: '重新校验' }).waitFor();
    await side.getByRole('heading', { name: '措施雷同' }).click();
    await side
      .getByRole('button', { name: /^跳转 整改措施 / })
      .first()
      .click();
    await shoot(bench, 'check');
  },

  /** An application on its way through the chain, as the next signer sees it. */
  async course(bench) {
    const act = async (person, action, fill = {}) => {
      await bench.be(person);
      const side = await bench.openSidebar();
      await showIssue(bench, 'D2', '取用水监督管理宽松软');
      await side.getByRole('button', { name: action, exact: true }).click();
      for (const [label, text] of Object.entries(fill)) {
        const field = side.getByRole('form', { name: action }).getByLabel(new RegExp(`^${label}`));
        await (label === '线索来源' ? field.selectOption(text) : field.fill(text));
      }
      const confirm = side.getByRole('button', { name: `确认${action}` });
      if ((await confirm.count()) > 0) await confirm.click();
      await side
        .getByRole('status')
        .getByText(/^问题2已/)
        .waitFor();
    };
    const again = { 线索来源: '审计', 重新整改的原因: '审计发现新增2户无证取水', 新的整改时限: '2026-12-31' };
    await act('乔维岳（纪检）', '重新整改', again);
    await act('佟立群（部门负责人）', '申请销号');
    await bench.be('罗启川（分管领导）');
    const side = await bench.openSidebar();
    await showIssue(bench, 'D2', '取用水监督管理宽松软');
    await side.getByRole('button', { name: '同意', exact: true }).waitFor();
    await shoot(bench, 'course');
    await bench.be('表格所有者');
  },

  /** 看板 with its charts. */
  async dashboard(bench) {
    await front(bench);
    await bench.menu('整改台账', '视图', '刷新看板');
    await bench.page.getByRole('alertdialog').getByRole('button', { name: '确定' }).click();
    await bench.page.getByRole('tab', { name: '看板', exact: true }).click();
    await shoot(bench, 'dashboard');
    await bench.stand('看板', 'A58');
    await shoot(bench, 'charts');
  },

  /** A view of one department, chosen above the grid. */
  async views(bench) {
    await front(bench);
    await bench.menu('整改台账', '视图', '更新视图');
    await bench.page.getByRole('alertdialog').getByRole('button', { name: '确定' }).click();
    await bench.menu('整改台账', '视图', '全部视图…');
    await bench.sidebar.getByRole('button', { name: '更新视图' }).waitFor();
    await shoot(bench, 'views');
  },

  async import(bench) {
    await front(bench);
    await bench.menu('整改台账', '导入反馈意见…');
    const dialog = bench.dialog('导入反馈意见');
    const feedback = await readFile(path.join(root, 'examples/county-bureau/feedback.txt'), 'utf8');
    await dialog.getByRole('textbox', { name: '粘贴文字' }).fill(`${feedback.trimEnd()}\n${STRAY}\n`);
    await dialog.getByRole('button', { name: '识别' }).click();
    await dialog.getByRole('button', { name: /^确认导入/ }).waitFor();
    await shoot(bench, 'import');
    await bench.page.getByRole('dialog').getByRole('button', { name: '关闭' }).first().click();
  },

  /** The dialog in which a report is chosen, seen and made final. */
  async publish(bench) {
    await front(bench);
    await bench.be('岳明朗（整改办）');
    await bench.menu('整改台账', '生成报告', '选择、预览、定稿…');
    const dialog = bench.dialog('生成报告');
    await dialog.frameLocator('iframe.paper').locator('body').getByText('关于巡察整改情况的通报').first().waitFor();
    await shoot(bench, 'publish');
    await bench.page.getByRole('dialog').getByRole('button', { name: '关闭' }).first().click();
    await bench.be('表格所有者');
  },

  async report(bench) {
    await front(bench);
    await draft(bench);
    await shoot(bench, 'report');
    await closeAll(bench);
  },

  /** The ledger with an issue in the sidebar, and beside it the report's first page. */
  async result(bench) {
    const { page } = bench;
    await draft(bench);
    const paper = await page.locator('.paper').innerHTML();
    await closeAll(bench);
    const right = await firstPage(page.context(), paper);
    await page.setViewportSize(SMALL);
    await bench.be('岳明朗（整改办）');
    await bench.openSidebar();
    await showIssue(bench, 'D4', '农村供水保障存在短板');
    await quiet(bench);
    await still(page);
    const left = await page.screenshot();
    await bench.be('表格所有者');
    await page.setViewportSize(SIZE);
    const sheet = await page.context().newPage();
    await sheet.setViewportSize({ width: SMALL.width + 520, height: SMALL.height + 48 });
    await sheet.setContent(beside(left, right));
    await still(sheet);
    const png = await sheet.screenshot();
    await sheet.close();
    await put('result', png);
  },
};

/** The first page of a previewed report, whose preview is not cut into pages: as high as A4 is. */
async function firstPage(context, paper) {
  const page = await context.newPage();
  await page.setContent(`<!doctype html><body style="margin: 0">${paper}`);
  const sheet = await page.locator('section').first().boundingBox();
  if (sheet === null) throw new Error('the preview has no page');
  const { x, y, width } = sheet;
  const png = await page.screenshot({ fullPage: true, clip: { x, y, width, height: Math.round((width * 297) / 210) } });
  await page.close();
  return png;
}

/** Generates a draft and opens its preview. */
async function draft(bench) {
  const { page } = bench;
  await bench.menu('整改台账', '生成报告', '通报草稿');
  await page.getByRole('alertdialog').getByRole('button', { name: '确定' }).click();
  await page.getByRole('button', { name: /^报告/ }).click();
  await page.getByRole('complementary', { name: '报告' }).getByRole('button', { name: '预览' }).first().click();
  await page.locator('.paper').getByText('关于巡察整改情况的通报').first().waitFor();
}

async function closeAll(bench) {
  await bench.page
    .getByRole('dialog', { name: /\.docx$/ })
    .getByRole('button', { name: '关闭' })
    .click();
  await bench.page.getByRole('complementary', { name: '报告' }).getByRole('button', { name: '关闭' }).click();
}

function beside(left, right) {
  const image = (png) => `data:image/png;base64,${png.toString('base64')}`;
  return `<!doctype html><style>
    body { margin: 0; height: 100vh; display: flex; align-items: center; justify-content: center; gap: 24px; background: #e9eef4 }
    img { box-shadow: 0 2px 14px rgb(20 40 70 / 22%); background: #fff; border-radius: 6px }
    .left { width: ${SMALL.width}px } .right { width: 448px; border-radius: 2px }
  </style><img class="left" src="${image(left)}"><img class="right" src="${image(right)}">`;
}

async function main() {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !Object.hasOwn(shots, name));
  if (unknown !== undefined) throw new Error(`no picture “${unknown}”; there are ${Object.keys(shots).join(', ')}`);
  await mkdir(images, { recursive: true });
  const { Bench, launchBrowser, removeFolder, startWorkbench } = await loadDriver();
  process.chdir(root);
  // the page shows where the work is kept
  const data = await mkdtemp(path.join(tmpdir(), 'ledger-data-'));
  const workbench = await startWorkbench(data);
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({
      viewport: SIZE,
      deviceScaleFactor: 1,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const bench = await Bench.open(context, workbench.address);
    for (const [name, shot] of Object.entries(shots)) {
      if (wanted.length === 0 || wanted.includes(name)) await shot(bench);
    }
  } finally {
    await browser.close();
    await workbench.stop();
    removeFolder(workbench.data);
  }
}

await main();
