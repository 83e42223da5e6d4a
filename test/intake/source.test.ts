import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeUtf8 } from '../../src/intake/encoding';
import { documentOf } from '../../src/intake/lines';
import { readSource, sourceOfText } from '../../src/intake/source';

const TEXT = '关于“学习不深入”的问题。\r\n一是修订制度𠮷。';
const decodeGb18030 = (bytes: Uint8Array) => new TextDecoder('gb18030').decode(bytes);
const read = (bytes: Uint8Array | number[], name = '反馈意见.txt') =>
  readSource({ name, bytes: Uint8Array.from(bytes) }, decodeGb18030);
const linesOf = (bytes: Uint8Array | number[]) => {
  const result = read(bytes);
  return result.ok ? result.value.map(({ text }) => text) : result.faults.map(({ code }) => code);
};
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean) =>
  Array.from(`\ufeff${text}`, (c) => c.split('').map((unit) => unit.charCodeAt(0)))
    .flat()
    .flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]));

/** GB18030 bytes by inverting the decoder over its two-byte range. */
function gb(text: string): number[] {
  const wanted = new Set(text);
  const found = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decodeGb18030(Uint8Array.of(lead, trail));
      if (wanted.has(character)) found.set(character, [lead, trail]);
    }
  }
  return Array.from(text).flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : (found.get(c) ?? [])));
}

describe('a text file', () => {
  const [first, second] = TEXT.split('\r\n');

  it.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with BOM', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(TEXT)])],
    ['UTF-16 little-endian', Uint8Array.from(utf16(TEXT, true))],
    ['UTF-16 big-endian', Uint8Array.from(utf16(TEXT, false))],
  ])('in %s is read', (_, bytes) => {
    expect(linesOf(bytes)).toEqual([first, second]);
  });

  it('in GB18030 is read, since units have such files', () => {
    expect(linesOf(gb('关于“台账不规范”的问题，共12个。'))).toEqual(['关于“台账不规范”的问题，共12个。']);
  });

  it('cut off in the middle of a character stays UTF-8', () => {
    const bytes = utf8('一是修订制度。'.repeat(5));
    expect(linesOf(bytes.slice(0, bytes.length - 1))[0]).toMatch(/^一是修订制度。.*制度\ufffd$/);
  });

  it('with control characters and lone surrogates is read and cleaned', () => {
    const bytes = [...utf8('关于\u0001“学习\u0007不深入”'), 0xed, 0xa0, 0x80, ...utf8('的问题')];
    const result = read(bytes);
    expect(result.ok && documentOf(result.value)).toMatch(/^关于“学习不深入”\ufffd+的问题$/);
  });

  it('UTF-8 is decoded as the standard decoder does, strictly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = utf8(text);
        expect(decodeUtf8(bytes)).toMatchObject({ text: new TextDecoder('utf-8').decode(bytes), errors: 0 });
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => {
        const strict = () => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        if (decodeUtf8(bytes).errors === 0) expect(strict()).toBe(decodeUtf8(bytes).text);
        else expect(strict).toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('pasted text is split at every kind of line end', () => {
    expect(sourceOfText('甲\r\n乙\r丙\u2028丁\u000b戊').map(({ text }) => text)).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
      '戊',
    ]);
  });
});

describe('a file that cannot be read is refused with a sentence', () => {
  const ascii = (text: string) => Array.from(text, (c) => c.charCodeAt(0));
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

  it.each([
    ['empty', [], 'empty-file'],
    ['blank', ascii(' \r\n\t'), 'no-text'],
    ['binary', [0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2], 'binary-file'],
    ['mostly control characters', ascii('\u0001\u0002\u0003\u0004a'), 'binary-file'],
    ['old Word or WPS', [...ole, 0, 0, 0], 'old-word-file'],
    ['a .docx with a password', [...ole, 0, ...utf16('EncryptedPackage', true).slice(2)], 'encrypted-file'],
    ['PDF', ascii('%PDF-1.7'), 'pdf-file'],
    ['RTF', ascii('{\\rtf1'), 'rtf-file'],
    ['an unknown encoding', [0xff, 0xff, 0x80, 0x80, 0xff, 0x80], 'wrong-encoding'],
    ['half a ZIP file', ascii('PK\u0003\u0004'), 'broken-docx'],
  ])('%s', (_, bytes, code) => {
    const result = read(bytes);
    expect(result).toMatchObject({ ok: false, faults: [{ code }] });
    if (!result.ok) expect(result.faults[0]?.message).toMatch(/^文件“反馈意见\.txt”.*[。]$/);
  });

  it('20 MB', () => {
    expect(read(new Uint8Array(20 * 1024 * 1024))).toMatchObject({ ok: false, faults: [{ code: 'file-too-large' }] });
  });

  it('any bytes at all are read or refused, never thrown at', () => {
    const magic = fc.constantFrom<number[]>([], ole, ascii('PK\u0003\u0004'), [0xff, 0xfe], [0xef, 0xbb, 0xbf]);
    fc.assert(
      fc.property(magic, fc.uint8Array({ maxLength: 100 }), (head, bytes) => {
        const result = read([...head, ...bytes]);
        expect(result.ok ? result.value.length : result.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
