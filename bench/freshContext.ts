/** Code loaded afresh into a new context, as Apps Script does for every command: nothing of it is compiled beforehand. */
import path from 'node:path';
import { createContext, Script } from 'node:vm';
import { buildSync } from 'esbuild';
import { FAST_BUILTINS } from '../local/host/runtime/bootstrap';
import { benchData, benchTemplate } from './benchTemplate';
import type { PlainTab } from './ownReport';
import type { Block } from './pageContent';

export interface Run {
  /** Milliseconds of processor time, the loading included. */
  cpu: number;
  bytes: number;
}

/** What `docx` uses of a browser or of Node; our code has to do without any of it. */
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

/** Loads the package `docx` and builds the document once. */
export function docxInFreshContext(root: string, blocks: readonly Block[]): Promise<Run> {
  return inFreshContext(
    bundled(root, 'bench/docxPackage.ts'),
    { ...GLOBALS, given: JSON.stringify(blocks) },
    '',
    'Bundle.buildWithDocxPackage(JSON.parse(given)).then((bytes) => bytes.length)',
  );
}

/** Loads the package `docxtemplater` and fills its template once. */
export function docxtemplaterInFreshContext(root: string, blocks: readonly Block[]): Promise<Run> {
  return inFreshContext(
    bundled(root, 'bench/docxtemplaterPackage.ts'),
    { ...GLOBALS, given: JSON.stringify([benchTemplate(), benchData(blocks)]) },
    'const [template, data] = JSON.parse(given);',
    'Bundle.buildWithDocxtemplater(template, data).length',
  );
}

/** Loads our own filling of a template and fills the very one `docxtemplater` is given, with the same data. */
export function fillingInFreshContext(root: string, blocks: readonly Block[]): Promise<Run> {
  return inFreshContext(
    bundled(root, 'bench/ownFilling.ts'),
    { given: JSON.stringify([benchTemplate(), benchData(blocks)]) },
    'const [template, data] = JSON.parse(given);',
    'Bundle.filledBytes(template, data)',
  );
}

/** Loads our own composing and writing and builds the report of a ledger once; reading the ledger is not counted. */
export function ownReportInFreshContext(root: string, tabs: readonly PlainTab[], today: string): Promise<Run> {
  const before = 'const ledger = Bundle.ledgerFrom(JSON.parse(given));';
  return inFreshContext(
    bundled(root, 'bench/ownReport.ts'),
    { given: JSON.stringify(tabs) },
    before,
    `Bundle.reportBytes(ledger, '${today}')`,
  );
}

function bundled(root: string, entry: string): Script {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(root, entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'Bundle',
    platform: 'browser',
    target: 'es2020',
  });
  return new Script(outputFiles[0]?.text ?? '');
}

async function inFreshContext(code: Script, globals: object, before: string, task: string): Promise<Run> {
  const context = createContext(globals);
  // for both, as the host has it: look-ups of globals through a vm context's interceptor would drown what is measured
  new Script(FAST_BUILTINS).runInContext(context);
  const loading = process.cpuUsage();
  code.runInContext(context);
  const loaded = cpuSince(loading);
  new Script(before).runInContext(context);
  const working = process.cpuUsage();
  const bytes: unknown = await new Script(task).runInContext(context);
  return { cpu: loaded + cpuSince(working), bytes: Number(bytes) };
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
