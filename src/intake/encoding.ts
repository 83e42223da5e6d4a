/** Bytes of a text file → text, without the platform's decoders (Apps Script has none for bytes). */

export type Decoded = { ok: true; text: string } | { ok: false; reason: 'binary' | 'wrong-encoding' };

/** More control characters than one in ten is no text. */
const MOST_CONTROL = 0.1;
/** A text with more than one unreadable character in a hundred has another encoding. */
const MOST_UNREADABLE = 0.01;
const CHUNK = 8192;
const REPLACEMENT = 0xfffd;

/**
 * UTF-16 by its BOM; UTF-8 with or without BOM; else GB18030 through `decodeGb18030`. A UTF-8 text with a few broken
 * characters, as one cut off in the middle, stays UTF-8 and has U+FFFD for them.
 */
export function decodeText(bytes: Uint8Array, decodeGb18030: (bytes: Uint8Array) => string): Decoded {
  const utf16 = decodeUtf16(bytes);
  if (utf16 !== undefined) return { ok: true, text: utf16 };
  if (isBinary(bytes)) return { ok: false, reason: 'binary' };
  const { text, errors, multibyte } = decodeUtf8(bytes);
  if (errors === 0 || errors * 10 <= multibyte) return { ok: true, text };
  const gb = decodeGb18030(bytes);
  const unreadable = gb.split('\ufffd').length - 1;
  return unreadable > gb.length * MOST_UNREADABLE ? { ok: false, reason: 'wrong-encoding' } : { ok: true, text: gb };
}

/** UTF-8, strictly (RFC 3629: no overlong forms, no surrogates), without its BOM; each error is one U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): { text: string; errors: number; multibyte: number } {
  const parts: string[] = [];
  let units: number[] = [];
  let errors = 0;
  let multibyte = 0;
  let i = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    let code = length === 1 ? lead : length === 0 ? -1 : lead & (0x7f >> length);
    let read = 1;
    for (; read < length && code >= 0; read += 1) {
      const next = bytes[i + read] ?? 0;
      if ((next & 0xc0) !== 0x80) break;
      code = (code << 6) | (next & 0x3f);
    }
    const broken = read < length || (length === 3 && code < 0x800) || (length === 4 && code < 0x10000);
    if (code < 0 || broken || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) {
      errors += 1;
      units.push(REPLACEMENT);
    } else if (code > 0xffff) {
      units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    } else {
      units.push(code);
    }
    if (length > 1 && !broken) multibyte += 1;
    i += read;
    if (units.length >= CHUNK) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return { text: parts.join(''), errors, multibyte };
}

/** UTF-16 text by its BOM; undefined when it has none. An odd last byte is dropped. */
export function decodeUtf16(bytes: Uint8Array): string | undefined {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!little && !(bytes[0] === 0xfe && bytes[1] === 0xff)) return undefined;
  const parts: string[] = [];
  for (let from = 2; from + 1 < bytes.length; from += 2 * CHUNK) {
    const units: number[] = [];
    for (let i = from; i + 1 < bytes.length && i < from + 2 * CHUNK; i += 2) {
      const [first = 0, second = 0] = [bytes[i], bytes[i + 1]];
      units.push(little ? first | (second << 8) : (first << 8) | second);
    }
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
}

function isBinary(bytes: Uint8Array): boolean {
  // 9 to 13 are tabs and line ends
  const control = bytes.filter((byte) => byte < 0x20 && (byte < 9 || byte > 13)).length;
  return bytes.includes(0) || control > bytes.length * MOST_CONTROL;
}
