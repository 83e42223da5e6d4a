/** UTF-8 without TextEncoder, which Apps Script lacks. */

/** The UTF-8 bytes of a text; a lone surrogate is written as U+FFFD, as TextEncoder does. */
export function utf8Bytes(text: string): Uint8Array {
  // a UTF-16 unit takes three bytes at the most, a pair of them four
  const bytes = new Uint8Array(text.length * 3);
  return bytes.slice(0, encodeAt(bytes, 0, text));
}

/** A piece up to this long is kept as bytes for when it comes again: markup does, thousands of times. */
const KEPT = 600;

/** The bytes of pieces that make one text; no piece ends in the middle of a surrogate pair. */
export function utf8Joined(pieces: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0) * 3);
  const known = new Map<string, Uint8Array>();
  let at = 0;
  for (const piece of pieces) {
    const kept = known.get(piece);
    if (kept !== undefined) {
      bytes.set(kept, at);
      at += kept.length;
      continue;
    }
    const from = at;
    at = encodeAt(bytes, at, piece);
    if (piece.length <= KEPT) known.set(piece, bytes.slice(from, at));
  }
  return bytes.slice(0, at);
}

/** Writes a text's bytes from `at` on; the place after them. */
function encodeAt(bytes: Uint8Array, start: number, text: string): number {
  let at = start;
  for (let i = 0; i < text.length; i += 1) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      const low = text.charCodeAt(i + 1);
      const isPair = code <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
      code = isPair ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
      if (isPair) i += 1;
    }
    if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[at++] = 0xe0 | (code >> 12);
      else {
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
      }
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
    }
    bytes[at++] = 0x80 | (code & 0x3f);
  }
  return at;
}
