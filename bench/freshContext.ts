/** Runs the npm package `docx` as the built file runs: loaded afresh into a new context, nothing compiled beforehand. */
import path from 'node:path';
import { createContext, Script } from 'node:vm';
import { buildSync } from 'esbuild';
import type { Block } from './pageContent';

/** What `docx` uses of a browser or of Node; the built file has to do without any of it. */
const GLOBALS = {
  setTimeout,
  clearTimeout,
  setImmediate,
  clearImmediate,
  queueMicrotask,
  TextEncoder,
  TextDecoder,
  Blob,
  URL,
  console,
  crypto,
};

/** Milliseconds of processor time, and bytes, of loading the package and building the document once. */
export async function docxInFreshContext(
  root: string,
  blocks: readonly Block[],
): Promise<{ cpu: number; bytes: number }> {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(root, 'bench/docxPackage.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'Package',
    platform: 'browser',
    target: 'es2020',
  });
  const script = new Script(outputFiles[0]?.text ?? '');
  const task = new Script('Package.buildWithDocxPackage(JSON.parse(blocks)).then((bytes) => bytes.length)');
  const context = createContext({ ...GLOBALS, blocks: JSON.stringify(blocks) });
  const start = process.cpuUsage();
  script.runInContext(context);
  const bytes: unknown = await task.runInContext(context);
  const { user, system } = process.cpuUsage(start);
  return { cpu: (user + system) / 1_000, bytes: Number(bytes) };
}
