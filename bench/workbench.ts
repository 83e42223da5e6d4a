/**
 * `npm run bench -- --workbench`: an edit's round trip in the workbench on a ledger of 1,000 issues with 4 measures each:
 * over HTTP, from the request to the whole answer (`onEdit` has run and the change is on disk), and at the page (page.ts).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Program } from '../local/commands/project';
import { withLedger } from '../local/commands/session';
import { sampleTabs } from '../local/sample/sample';
import type { Answer, CellView, Patch, StateView } from '../local/workbench/protocol';
import { Desk } from '../local/workbench/server/desk';
import { startServer } from '../local/workbench/server/server';
import { measurePage } from './page';

const ISSUES = 1_000;
const MEASURES = 4;
const EDITS = 40;

export interface Trip {
  name: string;
  median: number;
  /** The slowest but one in twenty. */
  slow: number;
  /** Bytes of an answer. */
  bytes: number | undefined;
}

/** @param page the folder of the built page */
export async function measureWorkbench(program: Program, page: string): Promise<Trip[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'workbench-bench-'));
  const store = path.join(folder, 'ledger.json');
  const made = await withLedger({ store, program, mode: 'new' }, (session) => {
    const tabs = sampleTabs({ issues: ISSUES, measures: MEASURES, seed: 1 });
    const merged = session.call('mergeEdits', { tabs, adopt: true });
    return merged.ok ? session.save() : merged;
  });
  if (!made.ok) throw new Error(made.faults[0]?.message);
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const desk = await Desk.open({ folder, program, html: {}, material: undefined, now: () => new Date(), log });
  if (!desk.ok) throw new Error(desk.faults[0]?.message);
  const server = await startServer({ desk: desk.value, material: undefined, page, port: 0, log });
  if (!server.ok) throw new Error(server.faults[0]?.message);
  try {
    return [...(await trips(server.value.address)), ...(await waits(server.value.address))];
  } finally {
    await server.value.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param times in milliseconds */
function tripOf(name: string, times: readonly number[], bytes?: number): Trip {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { name, median: at(0.5), slow: at(0.95), bytes };
}

async function waits(address: string): Promise<Trip[]> {
  const { load, edits } = await measurePage(address);
  return [
    tripOf('page: load', load),
    tripOf(
      'page: edit, from Enter to the request',
      edits.map(({ sent }) => sent),
    ),
    tripOf(
      'page: edit, from Enter to the answer',
      edits.map(({ answered }) => answered),
    ),
    tripOf(
      'page: edit, from Enter to the picture',
      edits.map(({ shown }) => shown),
    ),
  ];
}

async function trips(address: string): Promise<Trip[]> {
  const base = new URL(address).origin;
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await fetch(`${base}/`, { headers: { cookie } })).text();
  const token = /workbench-token" content="([^"]+)"/.exec(page)?.[1] ?? '';
  let bytes = 0;
  const post = async <T>(what: string, body: unknown): Promise<T> => {
    const response = await fetch(base + what, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-workbench-token': token },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    bytes = Buffer.byteLength(text);
    // the server's own answer, by the protocol
    const answer = JSON.parse(text) as Answer<T>;
    if (!answer.ok) throw new Error(answer.message);
    return answer.value;
  };
  const timed = async (name: string, count: number, work: (n: number) => Promise<unknown>): Promise<Trip> => {
    const times: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const start = performance.now();
      await work(n);
      times.push(performance.now() - start);
    }
    return tripOf(name, times, bytes);
  };

  let state: StateView | undefined;
  const opening = await timed('state', 3, async () => {
    state = await post<StateView>('/api/state', {});
  });
  if (!state) throw new Error('no state');
  let { revision } = state;
  const rowsOf = (title: string) => state?.book.sheets.find((sheet) => sheet.title === title)?.rows ?? [];
  const editing = async (
    sheet: string,
    row: number,
    column: number,
    text: string,
    before: CellView['value'],
    byRow: boolean,
  ) => {
    const cells = { sheet, row, column, texts: [[text]], before: [[before ?? null]] };
    const patch = await post<Patch>('/api/edit', { revision, ...cells, pasted: false, byRow });
    revision = patch.revision;
    return patch;
  };
  const DEADLINE = 6;
  const issueEdits = await timed('edit, 问题台账', EDITS, (n) =>
    editing('问题台账', 10 + n, DEADLINE, '2026年12月1日', rowsOf('问题台账')[10 + n]?.[DEADLINE]?.value, true),
  );
  const TEXT = 2;
  const measureEdits = await timed('edit, 整改措施', EDITS, (n) =>
    editing('整改措施', 10 + n, TEXT, `逐项核对并建立清单${n}`, rowsOf('整改措施')[10 + n]?.[TEXT]?.value, true),
  );
  const wholeEdits = await timed('edit, 问题台账, whole sheet in the answer', EDITS, (n) =>
    editing('问题台账', 100 + n, DEADLINE, '2026年12月1日', rowsOf('问题台账')[100 + n]?.[DEADLINE]?.value, false),
  );
  return [opening, issueEdits, measureEdits, wholeEdits];
}
