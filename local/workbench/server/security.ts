/**
 * What keeps other sites' pages, and other programs of this machine's user, from the ledger: the name the browser used
 * (against DNS rebinding), a cookie for what is read, a token in a header for what is done, and what pages may load.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Keys {
  /** In the address that is printed; gives the cookie. */
  address: string;
  /** In the cookie. */
  cookie: string;
  /** In the page, for the header `x-workbench-token`. */
  page: string;
}

export function newKeys(): Keys {
  const key = (): string => randomBytes(32).toString('base64url');
  return { address: key(), cookie: key(), page: key() };
}

export function isKey(given: string | null | undefined, key: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(key);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Cookies are shared by all ports of a host: the port in the name keeps two workbenches apart. */
export const cookieName = (port: number): string => `workbench-${port}`;

export function hasCookie(request: IncomingMessage, port: number, keys: Keys): boolean {
  return (request.headers.cookie ?? '').split(/;\s*/).some((pair) => {
    const [name, value] = pair.split('=');
    return name === cookieName(port) && isKey(value, keys.cookie);
  });
}

const names = (port: number): string[] => [`127.0.0.1:${port}`, `localhost:${port}`];

export function isOwnHost(request: IncomingMessage, port: number): boolean {
  return names(port).includes((request.headers.host ?? '').toLowerCase());
}

/** Whether the request comes from a page of this server, as far as the browser says where it comes from. */
export function isOwnOrigin(request: IncomingMessage, port: number): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || names(port).some((name) => origin === `http://${name}`);
}

const COMMON = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Univer and the preview of a .docx make style elements; they evaluate nothing. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A sidebar or dialog: its script stands in it, it reaches nothing, and it has no origin of its own. */
const FRAME_POLICY = [
  'sandbox allow-scripts',
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** A download is nothing to look at. */
const NOTHING_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

export const HEADERS = {
  page: { ...COMMON, 'Content-Security-Policy': PAGE_POLICY },
  // the base of a sidebar opens links in new windows; the bridge takes them before
  frame: { ...COMMON, 'Content-Security-Policy': FRAME_POLICY },
  other: { ...COMMON, 'Content-Security-Policy': NOTHING_POLICY },
} as const;
