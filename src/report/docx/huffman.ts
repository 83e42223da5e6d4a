/** Huffman's codes as DEFLATE has them (RFC 1951): given by their lengths alone, and these limited. */

/** Counts so many more. */
export function add(counts: Int32Array, at: number, more: number): void {
  counts[at] = (counts[at] ?? 0) + more;
}

/**
 * The length of each code in bits, 0 for those that don't occur; there are two codes at least.
 * @param counts how often each occurs, 2^19 times at the most, of 512 symbols at the most
 * @param longest how long a code may be; so many bits are enough for as many codes
 */
export function codeLengths(counts: Int32Array, longest: number): Uint8Array {
  const used: number[] = [];
  counts.forEach((count, symbol) => {
    if (count > 0) used.push(count * 512 + symbol);
  });
  for (let symbol = 0; used.length < 2; symbol += 1) if (counts[symbol] === 0) used.push(symbol);
  const rising = Int32Array.from(used).sort();
  const leaves = rising.length;
  // leaves by their weight, then the nodes above them, which come in the order of their weights by themselves
  const weights = new Int32Array(2 * leaves);
  const above = new Int32Array(2 * leaves);
  rising.forEach((key, leaf) => {
    weights[leaf] = key >> 9;
  });
  let leaf = 0;
  let node = leaves;
  for (let made = leaves; made < 2 * leaves - 1; made += 1) {
    for (let n = 0; n < 2; n += 1) {
      const isLeaf = leaf < leaves && (node === made || (weights[leaf] ?? 0) <= (weights[node] ?? 0));
      const lighter = isLeaf ? leaf++ : node++;
      add(weights, made, weights[lighter] ?? 0);
      above[lighter] = made;
    }
  }
  const depths = new Uint8Array(2 * leaves);
  for (let i = 2 * leaves - 3; i >= 0; i -= 1) depths[i] = (depths[above[i] ?? 0] ?? 0) + 1;
  // the rarest is the deepest; with counts nearer to each other it is less so
  if ((depths[0] ?? 0) > longest) {
    return codeLengths(
      counts.map((count) => (count + 1) >> 1),
      longest,
    );
  }
  const lengths = new Uint8Array(counts.length);
  rising.forEach((key, i) => {
    lengths[key & 511] = depths[i] ?? 0;
  });
  return lengths;
}

/** Codes of these lengths (3.2.2), their bits in the order they are written in, each above 4 bits of its length. */
export function codes(lengths: Uint8Array): Int32Array {
  // the next code of each length, to begin with the first
  const next = new Int32Array(17);
  for (const length of lengths) if (length > 0) add(next, length + 1, 1);
  for (let length = 1; length < 17; length += 1) next[length] = ((next[length - 1] ?? 0) + (next[length] ?? 0)) << 1;
  return Int32Array.from(lengths, (length) => {
    const code = next[length] ?? 0;
    add(next, length, 1);
    return (turned(code, length) << 4) | length;
  });
}

/** The lowest so many bits the other way round: codes are written from their highest bit on (3.1.1). */
export function turned(code: number, width: number): number {
  let bits = 0;
  for (let bit = 0; bit < width; bit += 1) bits = (bits << 1) | ((code >> bit) & 1);
  return bits;
}
