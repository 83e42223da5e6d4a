/** The client in a real browser over a door that answers as a test tells it, held to the contract on both sides. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { CONTRACT, type CommandName, type Gives, type Takes } from '../../src/app/contract';
import type { Shape } from '../../src/app/shape';
import type { View } from '../../src/google/pages';

export type Refused = { faults: { code: string; message: string; tab?: string; cell?: string; key?: string }[] };
type Told<N extends CommandName> = Gives<N> | Refused;
/** What each command answers, at once or later; one that is not told answers that nobody expected it. */
export type Answers = { [N in CommandName]?: (taken: Takes<N>) => Told<N> | Promise<Told<N>> };

/** Width and height the dialogs are opened with; the sidebar is narrow and high. */
const SIZES: { [V in View]?: { width: number; height: number } } = {
  remind: { width: 800, height: 900 },
  reports: { width: 1150, height: 720 },
  reconcile: { width: 1000, height: 700 },
};

export interface Call {
  name: string;
  taken: unknown;
}

const BRIDGE = `window.google = { script: { host: { close() {} }, run: (function make(success, failure) {
  return {
    withSuccessHandler: (handler) => make(handler, failure),
    withFailureHandler: (handler) => make(success, handler),
    remote: (name, argument) => { window.answerCall(name, argument).then(success, failure); },
  };
})(() => {}, () => {}) } };`;

let built: Promise<string> | undefined;

/** The page as the build makes it, without the manual. */
function builtPage(): Promise<string> {
  built ??= (async () => {
    const { outputFiles } = await build({
      entryPoints: ['src/sidebar/main.tsx'],
      outdir: 'sidebar',
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      target: 'es2020',
      define: { MANUAL_PAGE: 'null' },
      jsx: 'automatic',
      jsxImportSource: 'preact',
      charset: 'utf8',
      logLevel: 'silent',
    });
    const textOf = (ending: string) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
    return readFileSync(path.join(process.cwd(), 'src/sidebar/page.html'), 'utf8')
      .replace('/*STYLE*/', () => textOf('.css'))
      .replace('/*SCRIPT*/', () => `${BRIDGE}\n${textOf('.js')}`);
  })();
  return built;
}

/** Opens the page at its width; gives it and every call it makes but the question of the row. */
export async function openSidebar(
  browser: Browser,
  answers: Answers,
  view: View = 'sidebar',
): Promise<{ page: Page; calls: Call[] }> {
  const viewport = SIZES[view] ?? { width: 300, height: 900 };
  const page = await browser.newPage({ viewport, locale: 'zh-CN' });
  page.setDefaultTimeout(20_000);
  const calls: Call[] = [];
  await page.exposeFunction('answerCall', (name: CommandName, argument: unknown) => {
    if (name !== 'selection') calls.push({ name, taken: argument });
    return answered(answers, name, argument);
  });
  await page.setContent((await builtPage()).replace('<?= view ?>', view));
  return { page, calls };
}

async function answered<N extends CommandName>(answers: Answers, name: N, argument: unknown): Promise<unknown> {
  const takes = CONTRACT[name].takes as Shape<unknown> as Shape<Takes<N>>;
  const taken = takes(argument, name);
  if ('wrong' in taken) return { ok: false, faults: [{ code: 'wrong-argument', message: taken.wrong }] };
  const answer = answers[name];
  if (answer === undefined) return { ok: false, faults: [{ code: 'not-told', message: `没有准备${name}的答复` }] };
  const value = await answer(taken.value);
  return typeof value === 'object' && 'faults' in value ? { ok: false, ...value } : { ok: true, value };
}
