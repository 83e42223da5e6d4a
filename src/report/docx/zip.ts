/** A ZIP package of parts, deflated (PKZIP APPNOTE 4.3): the same parts give the same bytes, whatever the clock says. */
import { crc32 } from '../../intake/zip';
import { utf8Bytes, utf8Joined } from '../../text/utf8';
import { deflated } from './deflate';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980 at noon, as the archive writes it (4.4.6). */
const TIME = 12 << 11;
const DATE = (1 << 5) | 1;

/** The package of texts, each whole or in pieces, and of bytes, by their paths, which are ASCII. */
export function zipped(parts: Readonly<Record<string, string | readonly string[] | Uint8Array>>): Uint8Array {
  const local: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  for (const [path, part] of Object.entries(parts)) {
    const bytes = typeof part === 'string' ? utf8Bytes(part) : 'byteLength' in part ? part : utf8Joined(part);
    const packed = deflated(bytes);
    const name = utf8Bytes(path);
    const sizes = [crc32(bytes), lengthOf(packed), bytes.length].flatMap(halves);
    const entry = [VERSION, 0, DEFLATED, TIME, DATE, ...sizes, name.length, 0];
    const offset = halves(lengthOf(local));
    directory.push(words(...halves(DIRECTORY_ENTRY), VERSION, ...entry, 0, 0, 0, 0, 0, ...offset), name);
    local.push(words(...halves(LOCAL_HEADER), ...entry), name, ...packed);
  }
  const count = directory.length / 2;
  const place = [lengthOf(directory), lengthOf(local)].flatMap(halves);
  const end = words(...halves(END_OF_DIRECTORY), 0, 0, count, count, ...place, 0);
  const all = [...local, ...directory, end];
  const whole = new Uint8Array(lengthOf(all));
  let at = 0;
  for (const bytes of all) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}

function lengthOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}

/** A number of 32 bits as two of 16. */
function halves(value: number): number[] {
  return [value & 0xffff, value >>> 16];
}

/** Numbers of 16 bits, the low byte first. */
function words(...values: number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value & 0xff, value >>> 8]));
}
