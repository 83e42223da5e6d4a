/** Looks into a zip before anything unpacks it: what is inside, and that it is no bomb. */
import { inflateRawSync } from 'node:zlib';
import { isObject } from './result';

export interface ZipEntry {
  name: string;
  /** Size unpacked, in bytes, as measured. */
  size: number;
}

export type ZipFlaw = 'not-zip' | 'broken' | 'too-large';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENTRIES_AT_MOST = 10_000;

/**
 * The entries of a zip, every one unpacked and measured against `limit` bytes in all: sizes stated in a zip may lie.
 * Source: PKWARE APPNOTE 4.3 (local header, central directory, end of central directory).
 */
export function inspectZip(bytes: Uint8Array, limit: number): { entries: ZipEntry[] } | { flaw: ZipFlaw } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== LOCAL) return { flaw: 'not-zip' };
  try {
    return walk(bytes, view, limit);
  } catch {
    // Offsets that lead out of the file, or data that does not inflate.
    return { flaw: 'broken' };
  }
}

function walk(bytes: Uint8Array, view: DataView, limit: number): { entries: ZipEntry[] } | { flaw: ZipFlaw } {
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== END) end -= 1;
  if (end < lowest) return { flaw: 'broken' };
  const count = view.getUint16(end + 10, true);
  if (count > ENTRIES_AT_MOST) return { flaw: 'too-large' };
  let at = view.getUint32(end + 16, true);
  let left = limit;
  const entries: ZipEntry[] = [];
  for (let n = 0; n < count; n += 1) {
    if (view.getUint32(at, true) !== CENTRAL) return { flaw: 'broken' };
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const stated = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const header = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    const data = bytes.subarray(from, from + packed);
    if (data.length !== packed) return { flaw: 'broken' };
    const size = measured(data, method, left);
    if (size === 'too-large') return { flaw: 'too-large' };
    if (size !== stated) return { flaw: 'broken' };
    left -= size;
    entries.push({ name, size });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { entries };
}

/** @throws when the data does not inflate or is packed by a method .xlsx does not use */
function measured(data: Uint8Array, method: number, limit: number): number | 'too-large' {
  if (method === 0) return data.length > limit ? 'too-large' : data.length;
  if (method !== 8) throw new RangeError(`method ${method}`);
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, limit) }).length;
  } catch (thrown) {
    if (isObject(thrown) && thrown.code === 'ERR_BUFFER_TOO_LARGE') return 'too-large';
    throw thrown;
  }
}
