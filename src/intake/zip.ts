/** The parts of a ZIP package that are asked for, read within limits: nothing is inflated that was not weighed before. */
import { Inflate } from 'fflate';

export type ZipFault = 'broken' | 'encrypted' | 'too-large';
export type ZipResult<T> = { ok: true; value: T } | { ok: false; fault: ZipFault };

interface Entry {
  offset: number;
  packed: number;
  size: number;
  crc: number;
  deflated: boolean;
}

export interface ZipReader {
  has(name: string): boolean;
  /** The part's bytes, of the declared size and checksum. */
  read(name: string): ZipResult<Uint8Array>;
}

/** Limits: far above any document of the kind, far below what hurts. */
const MOST_ENTRIES = 4000;
const MOST_BYTES_A_PART = 48 * 1024 * 1024;
const MOST_BYTES_IN_ALL = 400 * 1024 * 1024;
/** XML packs to about a twentieth, a run of equal bytes to a thousandth. */
const HIGHEST_RATIO = 400;
const RATIO_MATTERS_FROM = 1024 * 1024;
const STEP = 16 * 1024;
const LONGEST_NAME = 1024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_COMMENT = 0xffff;

const fail = (fault: ZipFault): { ok: false; fault: ZipFault } => ({ ok: false, fault });

/** Opens the package by its central directory (PKZIP APPNOTE 4.3.12, 4.3.16); declared sizes are checked here. */
export function openZip(bytes: Uint8Array): ZipResult<ZipReader> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const short = (at: number): number => view.getUint16(at, true);
  const long = (at: number): number => view.getUint32(at, true);
  const last = bytes.length - 22;
  let end = last;
  while (end >= Math.max(0, last - LONGEST_COMMENT) && long(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < Math.max(0, last - LONGEST_COMMENT)) return fail('broken');
  const count = short(end + 10);
  if (count > MOST_ENTRIES) return fail('too-large');
  const entries = new Map<string, Entry>();
  let at = long(end + 16);
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || long(at) !== DIRECTORY_ENTRY) return fail('broken');
    if ((short(at + 8) & 1) === 1) return fail('encrypted');
    const method = short(at + 10);
    const packed = long(at + 20);
    const size = long(at + 24);
    const nameEnd = at + 46 + short(at + 28);
    if (nameEnd > at + 46 + LONGEST_NAME) return fail('broken');
    const name = String.fromCharCode(...bytes.subarray(at + 46, nameEnd)).replace(/\\/g, '/');
    if ((method !== 0 && method !== 8) || entries.has(name)) return fail('broken');
    total += size;
    const swelling = size > RATIO_MATTERS_FROM && size > packed * HIGHEST_RATIO;
    if (swelling || total > MOST_BYTES_IN_ALL) return fail('too-large');
    entries.set(name, { crc: long(at + 16), packed, size, offset: long(at + 42), deflated: method === 8 });
    at = nameEnd + short(at + 30) + short(at + 32);
  }
  const read = (name: string): ZipResult<Uint8Array> => {
    const entry = entries.get(name);
    if (!entry) return fail('broken');
    const { size, packed, offset, crc } = entry;
    if (size > MOST_BYTES_A_PART) return fail('too-large');
    if (offset + 30 > bytes.length || long(offset) !== LOCAL_HEADER) return fail('broken');
    const from = offset + 30 + short(offset + 26) + short(offset + 28);
    if (from + packed > bytes.length) return fail('broken');
    const own = bytes.subarray(from, from + packed);
    const whole = entry.deflated ? inflate(own, size) : ({ ok: true, value: own } as const);
    if (!whole.ok) return whole;
    return whole.value.length === size && crc32(whole.value) === crc ? whole : fail('broken');
  };
  return { ok: true, value: { has: (name) => entries.has(name), read } };
}

/** Inflates step by step and stops as soon as more comes out than was declared. */
function inflate(packed: Uint8Array, size: number): ZipResult<Uint8Array> {
  const out = new Uint8Array(size);
  let length = 0;
  let over = false;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) over = true;
    else out.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let from = 0; from < packed.length && !over; from += STEP) {
      stream.push(packed.subarray(from, from + STEP), from + STEP >= packed.length);
    }
  } catch {
    // fflate throws on data that is not DEFLATE
    return fail('broken');
  }
  if (over) return fail('too-large');
  return { ok: true, value: out.subarray(0, length) };
}

let table: Int32Array | undefined;

/** CRC-32 as ZIP uses it (APPNOTE 4.4.7). */
export function crc32(bytes: Uint8Array): number {
  // signed, so that no step leaves the small integers an engine counts with
  table ??= crcTable();
  const steps = table;
  const fours = bytes.length & ~3;
  let crc = -1;
  for (let i = 0; i < fours; i += 4) {
    const own =
      (bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8) | ((bytes[i + 2] ?? 0) << 16) | ((bytes[i + 3] ?? 0) << 24);
    const word = crc ^ own;
    crc =
      (steps[768 | (word & 0xff)] ?? 0) ^
      (steps[512 | ((word >> 8) & 0xff)] ?? 0) ^
      (steps[256 | ((word >> 16) & 0xff)] ?? 0) ^
      (steps[word >>> 24] ?? 0);
  }
  for (let i = fours; i < bytes.length; i += 1) crc = (steps[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

/** What a byte does to the checksum, and from 256, 512 and 768 on what it does with one to three bytes after it. */
function crcTable(): Int32Array {
  const steps = new Int32Array(1024);
  for (let i = 0; i < 1024; i += 1) {
    let value = i < 256 ? i : (steps[i - 256] ?? 0);
    if (i >= 256) value = (steps[value & 0xff] ?? 0) ^ (value >>> 8);
    else for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    steps[i] = value;
  }
  return steps;
}
