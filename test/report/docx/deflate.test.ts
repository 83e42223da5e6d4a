/** What the writer of .docx deflates, Node's zlib and fflate inflate to the same bytes. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inflateSync } from 'fflate';
import { deflated } from '../../../src/report/docx/deflate';

const packed = (bytes: Uint8Array): Buffer => Buffer.concat(deflated(bytes));

/** Numbers that look random, the same every time. */
function noise(length: number, below: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  });
}

function expectBack(bytes: Uint8Array): Buffer {
  const short = packed(bytes);
  expect(inflateRawSync(short).equals(bytes)).toBe(true);
  expect(Buffer.from(inflateSync(short)).equals(bytes)).toBe(true);
  return short;
}

const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

test('any bytes come back', () => {
  const piece = fc.uint8Array({ maxLength: 300 });
  const repetitive = fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 5 }), fc.array(fc.nat(4), { maxLength: 200 }))
    .map(([pieces, order]) => joined(...order.map((at) => pieces[at % pieces.length] ?? new Uint8Array())));
  const runs = fc
    .array(fc.tuple(fc.nat(255), fc.nat(600)), { maxLength: 20 })
    .map((some) => joined(...some.map(([byte, length]) => new Uint8Array(length).fill(byte))));
  const text = fc.string({ unit: 'grapheme' }).map((some) => new TextEncoder().encode(some));
  fc.assert(
    fc.property(fc.oneof(piece, repetitive, runs, text), (bytes) => void expectBack(bytes)),
    { numRuns: 500 },
  );
});

test.each([
  ['nothing', new Uint8Array()],
  ['one byte', Uint8Array.of(7)],
  ['the two of one code', Uint8Array.of(0, 1)],
  ['one symbol only', new Uint8Array(5)],
  ['a run of 300,000', new Uint8Array(300_000).fill(0x3c)],
  ['all 256 bytes equally often, without a match', Uint8Array.from({ length: 256 }, (_, i) => i)],
  ['all 256 bytes 300 times', Uint8Array.from({ length: 256 * 300 }, (_, i) => i)],
  ['noise', noise(200_000, 256)],
  ['noise of four bytes', noise(100_000, 4)],
  ['more symbols than a block has', noise(1_300_000, 256)],
])('%s', (_, bytes) => {
  expectBack(bytes);
});

test.each([3, 4, 5, 256, 257, 258, 259, 514, 515])('a match of %d bytes', (length) => {
  const again = noise(length, 256);
  expectBack(joined(again, Uint8Array.of(1, 2, 3), again, Uint8Array.of(4, 5, 6, 7, 8, 9, 10)));
});

test.each([
  1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17, 24, 25, 32, 33, 257, 4096, 4097, 24_577, 32_767, 32_768, 32_769, 65_535, 65_536,
  65_537, 98_304,
])('the same bytes %d further on', (distance) => {
  const pattern = noise(distance, 256);
  expectBack(joined(pattern, pattern.subarray(0, 400)));
});

test('what is as far back as may be is used, what is farther is not', () => {
  const lengthAt = (distance: number): number => expectBack(joined(noise(distance, 256), noise(1000, 256))).length;
  expect(lengthAt(32_768)).toBeLessThan(lengthAt(32_769) - 900);
});

test('text with markup gets as short as by zlib at its quickest, and the same bytes give the same', () => {
  const words = ['整改', '责任部门', '问题', '台账', '完成', '，', '。'];
  const picks = noise(20_000, words.length);
  const xml = Array.from(picks, (at, i) => (i % 40 === 0 ? '</w:t></w:r></w:p><w:p><w:r><w:t>' : words[at])).join('');
  const bytes = new TextEncoder().encode(xml);
  const short = expectBack(bytes);
  expect(short.length).toBeLessThan(deflateRawSync(bytes, { level: 1 }).length * 1.1);
  expect(packed(bytes).equals(short)).toBe(true);
});
