/** Utilities: blobs, base64, UUIDs, dates as text. */
import { randomUUID } from 'node:crypto';
import type { HostClock } from '../clock';
import { notImplemented, serviceFault, signatureFault } from '../errors';
import { Face } from '../runtime/face';
import { zoneOffset } from '../workbook/serial';
import { Blob, bytesOf, encode, signed } from './blob';
import { Enumeration, EnumMember } from './enumeration';

const toBase64 = (bytes: Uint8Array, web: boolean): string => {
  const text = Buffer.from(bytes).toString('base64');
  return web ? text.replace(/\+/g, '-').replace(/\//g, '_') : text;
};

function fromBase64(text: unknown, web: boolean): Int8Array {
  const alphabet = web ? /^[A-Za-z0-9_-]*={0,2}$/ : /^[A-Za-z0-9+/]*={0,2}$/;
  if (typeof text !== 'string' || !alphabet.test(text.replace(/\s/g, '')))
    throw serviceFault('Could not decode string.');
  return signed(new Uint8Array(Buffer.from(text, web ? 'base64url' : 'base64')));
}

function dataOf(value: unknown, path: string, args: readonly unknown[]): Uint8Array {
  if (typeof value === 'string') return encode(value);
  if (Array.isArray(value)) return bytesOf(value, path);
  throw signatureFault(path, args);
}

export class Utilities extends Face {
  readonly path = 'Utilities';
  readonly #clock: HostClock;
  readonly #charset = new Enumeration('Utilities.Charset', ['US_ASCII', 'UTF_8']);
  constructor(clock: HostClock) {
    super();
    this.#clock = clock;
  }
  override constants(): Record<string, unknown> {
    return { Charset: this.#charset };
  }
  /** (bytes or text[, contentType[, name]]) */
  newBlob(...args: unknown[]): Blob {
    if (args.length < 1 || args.length > 3) throw signatureFault('Utilities.newBlob', args);
    const [data, contentType, name] = args;
    const type =
      contentType === undefined
        ? typeof data === 'string'
          ? 'text/plain'
          : null
        : contentType === null
          ? null
          : String(contentType);
    return new Blob(
      dataOf(data, 'Utilities.newBlob', args),
      type,
      name === undefined || name === null ? null : String(name),
    );
  }
  base64Encode(...args: unknown[]): string {
    return toBase64(this.#encodable('base64Encode', args), false);
  }
  base64EncodeWebSafe(...args: unknown[]): string {
    return toBase64(this.#encodable('base64EncodeWebSafe', args), true);
  }
  base64Decode(...args: unknown[]): Int8Array {
    return fromBase64(args[0], false);
  }
  base64DecodeWebSafe(...args: unknown[]): Int8Array {
    return fromBase64(args[0], true);
  }
  getUuid(): string {
    return randomUUID();
  }
  /** Nothing waits: the clock scripts see goes on. */
  sleep(...args: unknown[]): void {
    const [ms] = args;
    if (typeof ms !== 'number' || ms < 0 || ms > 300_000) throw serviceFault('Invalid argument: milliseconds');
    this.#clock.sleep(ms);
  }
  formatDate(...args: unknown[]): string {
    const [date, zone, pattern] = args;
    if (args.length !== 3 || !(date instanceof Date) || typeof zone !== 'string' || typeof pattern !== 'string') {
      throw signatureFault('Utilities.formatDate', args);
    }
    return formatDate(date.getTime(), zone, pattern);
  }

  #encodable(method: string, args: readonly unknown[]): Uint8Array {
    const [data, charset] = args;
    const path = `Utilities.${method}`;
    if (args.length < 1 || args.length > 2) throw signatureFault(path, args);
    if (charset !== undefined && !(charset instanceof EnumMember)) throw signatureFault(path, args);
    if (typeof data === 'string') {
      // without a charset Google's encoding of text is not UTF-8 everywhere: say it
      if (charset === undefined && /\P{ASCII}/u.test(data))
        throw notImplemented(`${path} of non-ASCII text without Utilities.Charset.UTF_8`);
      return encode(data);
    }
    return dataOf(data, path, args);
  }
}

/** Java's SimpleDateFormat, as far as the host knows it: y M d H h m s S Z X z and E (English), quoted text. */
function formatDate(instant: number, zone: string, pattern: string): string {
  if (!Number.isFinite(instant)) throw serviceFault('Invalid argument: date');
  let offset: number;
  try {
    offset = zoneOffset(zone === 'GMT' ? 'Etc/GMT' : zone, instant);
  } catch {
    throw serviceFault(`Invalid argument: timeZone. Should be of type: String`);
  }
  const at = new Date(instant + offset);
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  const zoneText = (colon: string): string => {
    const minutes = Math.abs(offset) / 60_000;
    return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${colon}${pad(minutes % 60, 2)}`;
  };
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (run, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    const width = run.length;
    switch (run[0]) {
      case 'y':
        return width === 2 ? pad(at.getUTCFullYear() % 100, 2) : pad(at.getUTCFullYear(), width);
      case 'M':
        if (width > 2) break;
        return pad(at.getUTCMonth() + 1, width);
      case 'd':
        return pad(at.getUTCDate(), width);
      case 'H':
        return pad(at.getUTCHours(), width);
      case 'h':
        return pad(at.getUTCHours() % 12 || 12, width);
      case 'm':
        return pad(at.getUTCMinutes(), width);
      case 's':
        return pad(at.getUTCSeconds(), width);
      case 'S':
        return pad(at.getUTCMilliseconds(), width);
      case 'Z':
        return zoneText('');
      case 'X':
        return offset === 0 ? 'Z' : width === 3 ? zoneText(':') : width === 2 ? zoneText('') : zoneText('').slice(0, 3);
    }
    throw notImplemented(`Utilities.formatDate pattern "${run}"`);
  });
}
