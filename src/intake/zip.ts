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

/** Opens the package by its central directory (PKZIP APPNOTE 4.3.12, 4.3.16); declared sizes are checked here. */
export function openZip(bytes: Uint8Array): ZipResult<ZipReader> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return { ok: false, fault: 'broken' };
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return { ok: false, fault: 'too-large' };
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return { ok: false, fault: 'broken' };
    if ((view.getUint16(at + 8, true) & 1) === 1) return { ok: false, fault: 'encrypted' };
    const method = view.getUint16(at + 10, true);
    const entry: Entry = {
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      deflated: method === 8,
    };
    const nameLength = view.getUint16(at + 28, true);
    if (nameLength > LONGEST_NAME) return { ok: false, fault: 'broken' };
    const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + nameLength)).replace(/\\/g, '/');
    if ((method !== 0 && method !== 8) || entries.has(name)) return { ok: false, fault: 'broken' };
    total += entry.size;
    if (tooLarge(entry) || total > MOST_BYTES_IN_ALL) return { ok: false, fault: 'too-large' };
    entries.set(name, entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return {
    ok: true,
    value: {
      has: (name) => entries.has(name),
      read: (name) => {
        const entry = entries.get(name);
        return entry ? readEntry(bytes, view, entry) : { ok: false, fault: 'broken' };
      },
    },
  };
}

function tooLarge({ size, packed }: Entry): boolean {
  return size > MOST_BYTES_IN_ALL || (size > RATIO_MATTERS_FROM && size > packed * HIGHEST_RATIO);
}

function readEntry(bytes: Uint8Array, view: DataView, entry: Entry): ZipResult<Uint8Array> {
  if (entry.size > MOST_BYTES_A_PART) return { ok: false, fault: 'too-large' };
  const at = entry.offset;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_HEADER) return { ok: false, fault: 'broken' };
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + entry.packed > bytes.length) return { ok: false, fault: 'broken' };
  const packed = bytes.subarray(from, from + entry.packed);
  const read = entry.deflated ? inflate(packed, entry.size) : { ok: true as const, value: packed };
  if (!read.ok) return read;
  const whole = read.value.length === entry.size && crc32(read.value) === entry.crc;
  return whole ? read : { ok: false, fault: 'broken' };
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
    return { ok: false, fault: 'broken' };
  }
  if (over) return { ok: false, fault: 'too-large' };
  return { ok: true, value: out.subarray(0, length) };
}

function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return -1;
}

let table: Uint32Array | undefined;

/** CRC-32 as ZIP uses it (APPNOTE 4.4.7). */
function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, i) => {
    let value = i;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
