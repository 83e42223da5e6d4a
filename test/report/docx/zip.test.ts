import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { crc32, openZip } from '../../../src/intake/zip';
import { zipped } from '../../../src/report/docx/zip';

/** The checksum bit by bit, as it is defined. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

test('the checksum is CRC-32, of any length', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => crc32(bytes) === checksum(bytes)));
});

test('parts given whole, in pieces and as bytes are read back by path, checksums and all', () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * i) & 0xff);
  const parts = {
    'a.xml': '<整改/>',
    'b/c.xml': ['<w:p>', '整改', '𠮷', '</w:p>', '<w:p>', '</w:p>'],
    'd.bin': bytes,
    empty: '',
  };
  const whole = zipped(parts);
  const { 'd.bin': binary, ...texts } = unzipSync(whole);
  expect(Object.fromEntries(Object.entries(texts).map(([path, own]) => [path, strFromU8(own)]))).toEqual({
    'a.xml': '<整改/>',
    'b/c.xml': '<w:p>整改𠮷</w:p><w:p></w:p>',
    empty: '',
  });
  expect(binary).toEqual(bytes);
  const opened = openZip(whole);
  const read = opened.ok ? Object.keys(parts).map((path) => opened.value.read(path).ok) : [];
  expect(read).toEqual([true, true, true, true]);
  expect(zipped(parts)).toEqual(whole);
});
