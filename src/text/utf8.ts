/** UTF-8 without TextEncoder, which Apps Script lacks. */

/**
 * Sought in the texts themselves it would be found anew for each character: engines keep texts of narrow and of wide
 * characters apart, joined ones and cut ones, and with more than four kinds give up remembering where a method is.
 */
const { charCodeAt } = String.prototype;

/** The UTF-8 bytes of a text; a lone surrogate is written as U+FFFD, as TextEncoder does. */
export function utf8Bytes(text: string): Uint8Array {
  // a UTF-16 unit takes three bytes at the most, a pair of them four
  const bytes = new Uint8Array(text.length * 3);
  return bytes.slice(0, encodeAt(bytes, 0, text));
}

/** The bytes of pieces that make one text, in a larger buffer; no piece ends in the middle of a surrogate pair. */
export function utf8Joined(pieces: readonly string[]): Uint8Array {
  let most = 0;
  for (const { length } of pieces) most += 3 * length;
  const bytes = new Uint8Array(most);
  // where a piece in ASCII stands: markup comes again thousands of times
  const known = new Map<string, number>();
  let at = 0;
  for (const piece of pieces) {
    const { length } = piece;
    const standing = known.get(piece);
    if (standing === undefined) {
      const start = at;
      at = encodeAt(bytes, at, piece);
      if (at === start + length) known.set(piece, start);
    } else {
      bytes.copyWithin(at, standing, standing + length);
      at += length;
    }
  }
  return bytes.subarray(0, at);
}

/** Writes a text's bytes from `start` on; the place after them. */
function encodeAt(bytes: Uint8Array, start: number, text: string): number {
  const { length } = text;
  let at = start;
  for (let i = 0; i < length; i += 1) {
    const code: number = charCodeAt.call(text, i);
    if (code < 0x80) bytes[at++] = code;
    else if (code >= 0x800 && (code < 0xd800 || code > 0xdfff)) {
      bytes[at] = 0xe0 | (code >> 12);
      bytes[at + 1] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at + 2] = 0x80 | (code & 0x3f);
      at += 3;
    } else {
      const rare = rareBytes(code, charCodeAt.call(text, i + 1));
      bytes.set(rare, at);
      at += rare.length;
      if (rare.length === 4) i += 1;
    }
  }
  return at;
}

/** A character of two bytes, or by a surrogate and what follows it one of four or, where they are no pair, U+FFFD. */
function rareBytes(code: number, next: number): number[] {
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 0x3f)];
  if (code > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return [0xef, 0xbf, 0xbd];
  const whole = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00);
  return [0xf0 | (whole >> 18), ...[12, 6, 0].map((shift) => 0x80 | ((whole >> shift) & 0x3f))];
}
