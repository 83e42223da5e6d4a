/** The workbench's server: node:http on the loopback, one request at a time. */
import { createReadStream, statSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import path from 'node:path';
import { messageOf, ok, type Result, refuse } from '../../files/result';
import { fileErrorCode } from '../../files/store';
import { exportXlsx } from '../../files/xlsx';
import { answer, bytesAtMost, isApiPath, type Workplace } from './api';
import { cookieName, HEADERS, hasCookie, isKey, isOwnHost, isOwnOrigin, type Keys, newKeys } from './security';
import { noticeDocument, pageDocument } from './shell';
import { trouble } from './trouble';
import { WORDING } from './wording';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HTML = 'text/html; charset=utf-8';
const DEFAULT_PORT = 4173;
const PORTS_TRIED = 20;
const ASSETS: Readonly<Record<string, string>> = {
  '/app.js': 'text/javascript; charset=utf-8',
  '/app.css': 'text/css; charset=utf-8',
};

export interface ServerOptions extends Workplace {
  /** The folder of the built page: app.js and app.css. */
  page: string;
  /** Undefined: the usual one, or the next that is free. 0: any. */
  port: number | undefined;
  log: (line: string) => void;
}

export interface Workbench {
  port: number;
  /** With the key that opens it. */
  address: string;
  /** Waits for the request under way, writes the ledger and lets go of it. */
  close(): Promise<Result<undefined>>;
}

/** Faults: `port-taken`, `not-listening`. */
export async function startServer(options: ServerOptions): Promise<Result<Workbench>> {
  const keys = newKeys();
  const handler = new Handler(options, keys);
  const server = createServer((request, response) => void handler.handle(request, response));
  server.requestTimeout = 60_000;
  const listening = await listen(server, options.port);
  if (!listening.ok) return listening;
  handler.port = listening.value;
  return ok({
    port: listening.value,
    address: `http://127.0.0.1:${listening.value}/?token=${keys.address}`,
    async close() {
      await handler.end();
      await closed(server);
      return options.desk.close();
    },
  });
}

async function listen(server: Server, asked: number | undefined): Promise<Result<number>> {
  const first = asked ?? DEFAULT_PORT;
  for (let port = first; port < first + (asked === undefined ? PORTS_TRIED : 1); port += 1) {
    const outcome = await listenAt(server, port);
    if (typeof outcome === 'number') return ok(outcome);
    if (fileErrorCode(outcome) === 'EADDRINUSE') continue;
    return refuse({
      code: 'not-listening',
      message: `端口 ${port} 打不开（${messageOf(outcome)}）：请用 --port 换一个。`,
    });
  }
  return refuse({ code: 'port-taken', message: `端口 ${first} 已被占用：请用 --port 换一个，或关掉占用它的程序。` });
}

function listenAt(server: Server, port: number): Promise<number | Error> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', resolve);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

class Handler {
  port = 0;
  readonly #options: ServerOptions;
  readonly #keys: Keys;
  /** The request before: two pages can't get between each other. */
  #queue: Promise<unknown> = Promise.resolve();
  #ending = false;

  constructor(options: ServerOptions, keys: Keys) {
    this.#options = options;
    this.#keys = keys;
  }

  end(): Promise<unknown> {
    this.#ending = true;
    return this.#queue;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (!isOwnHost(request, this.port)) return refuseWith(response, 421, 'wrong-host', WORDING.wrongHost);
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (request.method === 'POST') await this.#post(request, response, pathname);
      else if (request.method === 'GET') await this.#get(request, response, pathname, searchParams.get('token'));
      else refuseWith(response, 405, 'not-found', WORDING.notFound);
    } catch (thrown) {
      this.#options.log(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
      if (response.headersSent) response.destroy();
      else refuseWith(response, 500, 'unexpected', WORDING.scriptFailed(messageOf(thrown)));
    }
  }

  /** Does it when everything before is done. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #post(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    if (!isOwnOrigin(request, this.port)) return refuseWith(response, 403, 'foreign', WORDING.foreign);
    const token = request.headers['x-workbench-token'];
    if (!isKey(typeof token === 'string' ? token : undefined, this.#keys.page)) {
      return refuseWith(response, 403, 'no-token', WORDING.noToken);
    }
    if (!isApiPath(pathname)) return refuseWith(response, 404, 'not-found', WORDING.notFound);
    if (!/^application\/json(?:\s*;|$)/i.test(request.headers['content-type'] ?? '')) {
      return refuseWith(response, 415, 'not-json', WORDING.notJson);
    }
    const most = bytesAtMost(pathname);
    const bytes = await bodyOf(request, most);
    if (!bytes) return refuseWith(response, 413, 'too-large', WORDING.tooLarge(most / 1_048_576));
    let body: unknown;
    try {
      body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      return refuseWith(response, 400, 'broken-json', WORDING.brokenJson);
    }
    if (this.#ending) return refuseWith(response, 503, 'stopping', WORDING.stopping);
    const page = request.headers['x-workbench-page'];
    const answered = await this.#inTurn(() => {
      this.#options.desk.sit(typeof page === 'string' ? page : '');
      return answer(pathname, body, this.#options);
    });
    send(
      response,
      200,
      { ...HEADERS.other, 'Content-Type': 'application/json; charset=utf-8' },
      JSON.stringify(answered),
    );
  }

  async #get(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    token: string | null,
  ): Promise<void> {
    const frame = /^\/frame\/([\w-]+)$/.exec(pathname)?.[1];
    if (frame !== undefined) {
      const page = this.#options.desk.frames.page(frame);
      if (page === undefined) return notice(response, 404, WORDING.notFound);
      return send(response, 200, { ...HEADERS.frame, 'Content-Type': HTML }, page);
    }
    if (pathname === '/' && isKey(token, this.#keys.address)) {
      const cookie = `${cookieName(this.port)}=${this.#keys.cookie}; HttpOnly; SameSite=Strict; Path=/`;
      return send(response, 302, { ...HEADERS.other, Location: '/', 'Set-Cookie': cookie }, '');
    }
    if (!hasCookie(request, this.port, this.#keys)) return notice(response, 403, WORDING.noCookie);
    if (pathname === '/') {
      return send(response, 200, { ...HEADERS.page, 'Content-Type': HTML }, pageDocument(this.#keys.page));
    }
    const type = ASSETS[pathname];
    if (type !== undefined) return this.#asset(request, response, pathname, type);
    if (pathname === '/save.xlsx') {
      const bytes = await this.#inTurn(() => exportXlsx(this.#options.desk.book));
      return download(response, `${WORDING.savedAs}.xlsx`, XLSX, bytes);
    }
    const file = this.#options.desk.files.read(/^\/files\/([\w-]+)$/.exec(pathname)?.[1] ?? '');
    if (file) return download(response, file.name, file.mimeType, file.bytes);
    notice(response, 404, pathname.startsWith('/files/') ? WORDING.noFile : WORDING.notFound);
  }

  #asset(request: IncomingMessage, response: ServerResponse, pathname: string, type: string): void {
    const file = path.join(this.#options.page, pathname.slice(1));
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) {
      notice(response, 404, WORDING.notBuilt);
      return;
    }
    const tag = `"${stat.size.toString(36)}-${Math.round(stat.mtimeMs).toString(36)}"`;
    const headers = { ...HEADERS.other, 'Content-Type': type, ETag: tag, 'Cache-Control': 'no-cache' };
    if (request.headers['if-none-match'] === tag) {
      send(response, 304, headers, '', true);
      return;
    }
    response.writeHead(200, { ...headers, 'Content-Length': stat.size });
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  }
}

/** Lets the last answer out; a browser that keeps its connection is not waited for. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), 300);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Who sends too much is heard out so far, or would see a broken connection instead of the answer. */
const HEARD_OUT = 128 * 1024 * 1024;

/** The body; undefined when it is longer than allowed. */
async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length <= most) parts.push(bytes);
    else parts = [];
    if (length > HEARD_OUT) break;
  }
  return length > most ? undefined : Buffer.concat(parts);
}

function send(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: string | Uint8Array,
  mayBeKept = false,
): void {
  response.writeHead(status, {
    ...(mayBeKept ? {} : { 'Cache-Control': 'no-store' }),
    ...headers,
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}

function notice(response: ServerResponse, status: number, sentence: string): void {
  send(response, status, { ...HEADERS.other, 'Content-Type': HTML }, noticeDocument(sentence));
}

/** A refusal before the request was looked at. Its body is not read, so the connection ends. */
function refuseWith(response: ServerResponse, status: number, code: string, message: string): void {
  const headers = { ...HEADERS.other, 'Content-Type': 'application/json; charset=utf-8', Connection: 'close' };
  send(response, status, headers, JSON.stringify(trouble(code, message)));
}

function download(response: ServerResponse, name: string, type: string, bytes: Uint8Array): void {
  // control characters and separators have no place in a header or a file name; the plain name is for old programs
  const safe = name.replace(/[\\/:*?"<>|]|\p{Cc}|\p{Cs}/gu, '_').replace(/^[.\s]+/u, '') || 'file';
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(safe)?.[0] ?? '';
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  send(
    response,
    200,
    {
      ...HEADERS.other,
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="file${ending}"; filename*=UTF-8''${encoded}`,
    },
    bytes,
  );
}
