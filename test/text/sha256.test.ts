import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from '../../src/text/sha256';

const byNode = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes that repeat nowhere near a block's length. */
const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 0xff);

test('gives the example digests of the standard', () => {
  expect(sha256(Uint8Array.of())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256(Uint8Array.of(0x61, 0x62, 0x63))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('pads every length to whole blocks', () => {
  for (let length = 0; length < 260; length += 1) {
    expect([length, sha256(bytesOf(length))]).toEqual([length, byNode(bytesOf(length))]);
  }
});

test('agrees with Node on any bytes, wherever they lie in their buffer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 700 }), fc.nat({ max: 9 }), (bytes, from) => {
      const part = bytes.subarray(from);
      expect(sha256(part)).toBe(byNode(part));
    }),
  );
});

test('agrees with Node on a file of some megabytes, and leaves it as it was', () => {
  const file = bytesOf(3 * 1024 * 1024 + 5);
  const digest = byNode(file);
  expect(sha256(file)).toBe(digest);
  expect(byNode(file)).toBe(digest);
});
