// An HTTPS proxy on 127.0.0.1 that leads one host to a server in this process, and refuses and records all others.
import { createServer } from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import type { Credentials } from './certificate';
import type { ScriptApi } from './scriptApi';

export const SCRIPT_HOST = 'script.googleapis.com:443';

export interface Loopback {
  /** For HTTPS_PROXY. */
  proxy: string;
  /** Every `host:port` a connection was asked for. */
  hosts: string[];
  close(): Promise<void>;
}

/** Opens the proxy on a free port, with the stand-in for the Apps Script API behind it. */
export async function openLoopback(api: ScriptApi, { cert, key }: Credentials): Promise<Loopback> {
  const hosts: string[] = [];
  const open = new Set<Duplex>();
  const inner = https.createServer({ cert, key }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const { status, body } = api.answer(method, url, headers.authorization, Buffer.concat(parts).toString());
      response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(body));
    });
  });
  const proxy = createServer((_request, response) => response.writeHead(405).end());
  proxy.on('connect', ({ url = '' }, socket, head) => {
    hosts.push(url);
    open.add(socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket)));
    if (url !== SCRIPT_HOST) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    inner.emit('connection', socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  if (typeof address !== 'object' || address === null) throw new Error('the proxy has no port');
  return {
    proxy: `http://127.0.0.1:${address.port}`,
    hosts,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        proxy.close(() => resolve());
      }),
  };
}
