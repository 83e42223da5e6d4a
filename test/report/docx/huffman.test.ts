import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codeLengths, codes } from '../../../src/report/docx/huffman';

const fibonacci = (length: number): number[] => {
  const all = [1, 1];
  while (all.length < length) all.push((all.at(-1) ?? 0) + (all.at(-2) ?? 0));
  return all;
};

/** The bits that all take with codes of the given lengths. */
const cost = (counts: readonly number[], lengths: Uint8Array): number =>
  counts.reduce((sum, count, symbol) => sum + count * (lengths[symbol] ?? 0), 0);

const counts = fc.array(fc.oneof(fc.constant(0), fc.nat(20), fc.nat(60_000)), { minLength: 2, maxLength: 286 });

test('codes fill the room there is, none is too long, and what occurs has one', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 9, max: 13 }), (some, longest) => {
      const lengths = codeLengths(Int32Array.from(some), longest);
      const room = Array.from(lengths).reduce((sum, length) => sum + (length === 0 ? 0 : 2 ** (longest - length)), 0);
      expect(room).toBe(2 ** longest);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(longest);
      const used = some.filter((count) => count > 0).length;
      expect(lengths.filter((length) => length > 0)).toHaveLength(Math.max(2, used));
      some.forEach((count, symbol) => {
        if (count > 0) expect(lengths[symbol]).toBeGreaterThan(0);
      });
    }),
  );
});

test('what is commoner never has the longer code, and all together take no more than codes of equal length', () => {
  fc.assert(
    fc.property(counts, (some) => {
      const lengths = codeLengths(Int32Array.from(some), 13);
      const rising = some
        .map((count, symbol) => ({ count, length: lengths[symbol] ?? 0 }))
        .filter((one) => one.count > 0);
      rising.sort((a, b) => a.count - b.count || b.length - a.length);
      rising.forEach(({ length }, i) => {
        if (i > 0) expect(length).toBeLessThanOrEqual(rising[i - 1]?.length ?? 0);
      });
      const equal = Math.max(1, Math.ceil(Math.log2(rising.length)));
      expect(cost(some, lengths)).toBeLessThanOrEqual(equal * some.reduce((sum, count) => sum + count, 0));
    }),
  );
});

test('the lengths are the shortest there are: five counts worked by hand', () => {
  expect(Array.from(codeLengths(Int32Array.of(15, 7, 6, 6, 5), 13))).toEqual([1, 3, 3, 3, 3]);
});

test('counts that make the deepest tree are brought nearer to each other until the codes are short enough', () => {
  const deep = fibonacci(24);
  expect(Math.max(...codeLengths(Int32Array.from(deep), 30))).toBe(23);
  const lengths = codeLengths(Int32Array.from(deep), 13);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(13);
  expect(cost(deep, lengths)).toBeLessThan(1.02 * cost(deep, codeLengths(Int32Array.from(deep), 30)));
});

test('the codes are those of the example in the format: lengths 3, 3, 3, 3, 3, 2, 4, 4', () => {
  // RFC 1951, 3.2.2: 010, 011, 100, 101, 110, 00, 1110, 1111
  const written = Array.from(codes(Uint8Array.of(3, 3, 3, 3, 3, 2, 4, 4)), (code) =>
    Array.from({ length: code & 15 }, (_, bit) => (code >> (4 + bit)) & 1).join(''),
  );
  expect(written).toEqual(['010', '011', '100', '101', '110', '00', '1110', '1111']);
});
