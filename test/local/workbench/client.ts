/** A workbench on a port of its own for the tests, and a page that speaks to it over HTTP. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readExample } from '../../../local/commands/example';
import { readProgram } from '../../../local/commands/project';
import type { Answer, Api, CellView, SheetView, StateView } from '../../../local/workbench/protocol';
import { Desk } from '../../../local/workbench/server/desk';
import { startServer, type Workbench } from '../../../local/workbench/server/server';

export const ROOT = path.resolve(__dirname, '../../..');
const NOW = new Date('2026-11-24T09:00:00+08:00');

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
  text: string;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** One request as it stands, so that Host and Origin may be anything. */
export function ask(port: number, where: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: where, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const bytes = Buffer.concat(parts);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString('utf8') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export class Page {
  constructor(
    readonly port: number,
    readonly cookie: string,
    readonly token: string,
    readonly name = '',
  ) {}

  /** Another tab of the same browser. */
  tab(name: string): Page {
    return new Page(this.port, this.cookie, this.token, name);
  }

  /** Follows the printed address, as a browser does. */
  static async at(address: string): Promise<Page> {
    const { port, pathname, search } = new URL(address);
    const entered = await ask(Number(port), pathname + search);
    const cookie = String(entered.headers['set-cookie'] ?? '').split(';')[0] ?? '';
    const page = await ask(Number(port), '/', { headers: { cookie } });
    return new Page(Number(port), cookie, /workbench-token" content="([^"]+)"/.exec(page.text)?.[1] ?? '');
  }

  get(where: string): Promise<Reply> {
    return ask(this.port, where, { headers: { cookie: this.cookie } });
  }

  raw(where: string, body: string, headers: Record<string, string> = {}): Promise<Reply> {
    const own = {
      'content-type': 'application/json',
      'x-workbench-token': this.token,
      'x-workbench-page': this.name,
    };
    return ask(this.port, where, { method: 'POST', headers: { ...own, ...headers }, body });
  }

  async post<P extends keyof Api>(where: P, body: Api[P][0]): Promise<Answer<Api[P][1]>> {
    return JSON.parse((await this.raw(where, JSON.stringify(body))).text);
  }

  /** The answer's value; a refusal fails the test with its sentence. */
  async done<P extends keyof Api>(where: P, body: Api[P][0]): Promise<Api[P][1]> {
    const answer = await this.post(where, body);
    if (!answer.ok) throw new Error(`${where}: ${answer.code}: ${answer.message}`);
    return answer.value;
  }

  state(): Promise<StateView> {
    return this.done('/api/state', {});
  }

  /** Types one text over what the given state shows. */
  type(state: StateView, sheet: string, row: number, column: number, text: string) {
    const before = [[cellOf(sheetOf(state, sheet), row, column)?.value ?? null]];
    return this.post('/api/edit', {
      ...{ revision: state.revision, sheet, row, column, before },
      ...{ texts: [[text]], pasted: false },
    });
  }
}

export function sheetOf({ book }: Pick<StateView, 'book'>, title: string): SheetView {
  const sheet = book.sheets.find((one) => one.title === title);
  if (!sheet) throw new Error(`no sheet ${title}`);
  return sheet;
}

export function cellOf(sheet: SheetView | undefined, row: number, column: number): CellView | null {
  return sheet?.rows[row]?.[column] ?? null;
}

/** Column of a header. */
export function columnOf(sheet: SheetView, header: string): number {
  return (sheet.rows[0] ?? []).findIndex((cell) => cell?.value === header);
}

/** Workbenches in folders that are removed at the end. */
export class Workbenches {
  readonly #folders: string[] = [];
  readonly #open = new Set<Workbench>();

  folder(): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'workbench-'));
    this.#folders.push(folder);
    return folder;
  }

  async start(folder: string, { example = true } = {}): Promise<{ workbench: Workbench; page: Page }> {
    const program = readProgram(ROOT);
    const material = readExample(ROOT);
    if (!program.ok || !material.ok) throw new Error('run npm run build first');
    const sidebar = path.join(ROOT, 'dist/sidebar.html');
    const html: Record<string, string> = existsSync(sidebar) ? { sidebar: readFileSync(sidebar, 'utf8') } : {};
    const desk = await Desk.open({
      ...{ folder, program: program.value, html, now: () => NOW, log: () => undefined },
      material: example ? material.value : undefined,
    });
    if (!desk.ok) throw new Error(desk.faults[0]?.message);
    const started = await startServer({
      ...{ desk: desk.value, material: material.value, page: path.join(ROOT, 'build/workbench') },
      ...{ port: 0, log: () => undefined },
    });
    if (!started.ok) throw new Error(started.faults[0]?.message);
    this.#open.add(started.value);
    return { workbench: started.value, page: await Page.at(started.value.address) };
  }

  async stop(workbench: Workbench): Promise<void> {
    this.#open.delete(workbench);
    await workbench.close();
  }

  async remove(): Promise<void> {
    for (const workbench of [...this.#open]) await this.stop(workbench);
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }
}
