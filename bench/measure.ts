/** One size of ledger, measured on the built file in the host. */
import type { Program } from '../local/commands/project';
import { storeText } from '../local/files/storeText';
import { createHost, type Host, newSpreadsheet } from '../local/host';
import { sampleTabs } from '../local/sample/sample';
import {
  docxInFreshContext,
  docxtemplaterInFreshContext,
  fillingInFreshContext,
  ownReportInFreshContext,
  type Run,
} from './freshContext';
import type { PlainTab } from './ownReport';
import { pageContent } from './pageContent';

export interface Step {
  /** Calls of Google's services, by name. */
  calls: Record<string, number>;
  /** Processor time in milliseconds, user and system. */
  cpu: number;
  /**
   * The part of it that was not spent inside the host's stand-ins for Google's services: the processor time shared out
   * by what the clock showed, since a single call's processor time is too short to read.
   */
  own: number;
}

export interface Measurement {
  issues: number;
  measures: number;
  fill: Step;
  read: Step;
  check: Step;
  report: Step & { bytes: number };
  /** Composing the report from records and writing the .docx, loaded afresh. */
  writing: Run;
  /** The npm package on the same document, loaded afresh: it has no ledger to compose from. */
  docxPackage: Run;
  /** The npm package filling a template with the same text, loaded afresh. */
  docxtemplater: Run;
  /** Our own filling of the same template with the same text, loaded afresh. */
  filling: Run;
  /** Time of `writing` over each package's. */
  ratio: number;
  templateRatio: number;
  /** Time of `filling` over that of `docxtemplater`. */
  fillingRatio: number;
  storeBytes: number;
  findings: number;
}

export const MEASURES_PER_ISSUE = 4;
const OWNER = 'owner@example.invalid';
const DAY = new Date('2026-11-24T09:00:00+08:00');

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** @throws Error with the faults when the program refuses: a bench on a refusal would measure nothing */
function granted(answer: unknown): Record<string, unknown> {
  const plain: { ok?: unknown; value?: unknown } = Object(answer);
  if (plain.ok !== true) throw new Error(JSON.stringify(answer).slice(0, 500));
  return Object(plain.value);
}

function step(host: Host, command: string, argument: object): Step & { value: Record<string, unknown> } {
  const start = process.cpuUsage();
  const from = performance.now();
  const answer = host.call('remote', [command, argument], 'client');
  const wall = performance.now() - from;
  const cpu = cpuSince(start);
  const inServices = host.calls().reduce((sum, { ms }) => sum + (ms ?? 0), 0);
  const calls: Record<string, number> = {};
  for (const { service, method } of host.calls()) {
    const name = `${service}.${method}`;
    calls[name] = (calls[name] ?? 0) + 1;
  }
  return { calls, cpu, own: (cpu * Math.max(0, wall - inServices)) / wall, value: granted(answer) };
}

const total = ({ calls }: Step): number => Object.values(calls).reduce((sum, count) => sum + count, 0);

/**
 * The quickest of several runs: what is left then is the work, not the warming up. With the calls of the run that made
 * the most, since a later one may find nothing left to write.
 */
function quickest<T extends Step>(runs: number, run: () => T): T {
  const all = Array.from({ length: runs }, run);
  const [first, ...rest] = all;
  if (!first) throw new RangeError('no runs');
  const fastest = rest.reduce((best, next) => (next.own < best.own ? next : best), first);
  const { calls } = rest.reduce((most, next) => (total(next) > total(most) ? next : most), first);
  return { ...fastest, calls };
}

/** The quickest of as many runs, each of them cold. */
async function quickestRun(runs: number, run: () => Promise<Run>): Promise<Run> {
  let best = await run();
  for (let n = 1; n < runs; n += 1) {
    const next = await run();
    if (next.cpu < best.cpu) best = next;
  }
  return best;
}

/** The ledger's tabs as the remote door reads them. */
function ledgerTabs(host: Host): PlainTab[] {
  const titles = (host.spreadsheet().sheets ?? []).map((sheet) => sheet.properties?.title ?? '');
  return titles
    .filter((title) => title !== '看板')
    .map((tab) => {
      const { columns, rows } = step(host, 'readTab', { tab }).value;
      return { title: tab, columns: Array.isArray(columns) ? columns : [], rows: Array.isArray(rows) ? rows : [] };
    });
}

const plain = ({ calls, cpu, own }: Step): Step => ({ calls, cpu, own });

/** Sets up a ledger of this size and measures each command on it. */
export async function measure(root: string, program: Program, issues: number): Promise<Measurement> {
  const host = createHost({
    spreadsheet: newSpreadsheet('整改台账'),
    owner: OWNER,
    user: OWNER,
    now: () => DAY,
    manifest: program.manifest,
  });
  host.load(program.code);
  step(host, 'setUpLedger', {});
  const sample = sampleTabs({ issues, measures: MEASURES_PER_ISSUE, seed: 1 });
  const fill = step(host, 'mergeEdits', { tabs: sample, adopt: true });
  const runs = issues > 1_000 ? 1 : 3;
  const read = quickest(runs, () => step(host, 'readTab', { tab: '整改措施' }));
  const check = quickest(runs, () => step(host, 'checkLedger', {}));
  const report = quickest(runs, () => step(host, 'generateReport', { kind: 'public' }));
  const docx = host.drive().find((file) => file.id === Object(report.value.docx).id);
  if (!docx) throw new Error(`no report: ${JSON.stringify(report.value).slice(0, 500)}`);
  const blocks = pageContent(docx.bytes);
  const tabs = ledgerTabs(host);
  const docxPackage = await quickestRun(runs, () => docxInFreshContext(root, blocks));
  const docxtemplater = await quickestRun(runs, () => docxtemplaterInFreshContext(root, blocks));
  const filling = await quickestRun(runs, () => fillingInFreshContext(root, blocks));
  const writing = await quickestRun(runs, () => ownReportInFreshContext(root, tabs, '2026-11-24'));
  const store = { spreadsheet: host.spreadsheet(), properties: host.properties(), owner: OWNER, extra: {} };
  const findings = check.value.findings;
  return {
    issues,
    measures: issues * MEASURES_PER_ISSUE,
    fill: plain(fill),
    read: plain(read),
    check: plain(check),
    report: { ...plain(report), bytes: docx.bytes.length },
    writing,
    docxPackage,
    docxtemplater,
    filling,
    ratio: writing.cpu / docxPackage.cpu,
    templateRatio: writing.cpu / docxtemplater.cpu,
    fillingRatio: filling.cpu / docxtemplater.cpu,
    storeBytes: Buffer.byteLength(storeText(store)),
    findings: Array.isArray(findings) ? findings.length : 0,
  };
}
