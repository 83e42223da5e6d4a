/**
 * DEFLATE (RFC 1951) for a program that has only just been loaded: two short loops, each entered seldom, which an engine
 * compiles early and once; and for each place one guess at a match instead of a search.
 */

/** Symbols in a block; what shorter ones would save is less than a hundredth. */
const BLOCK = 1 << 19;
const HASH_BITS = 15;
/** So many bytes, two Chinese characters, are what a match is guessed by. */
const HASHED = 6;
const SHORTEST = 4;
/** One less than the format has: the code of 258 is an exception among the codes of lengths (3.2.5). */
const LONGEST = 257;
const FARTHEST = 1 << 15;
/** Marks a match among literals, which are bytes: above 15 bits of its distance less 1 stands its length less 3. */
const MATCH = 1 << 23;
const END_OF_BLOCK = 256;
/** The first code of a length. */
const LENGTHS = 257;
/** The order in which the lengths of the codes of code lengths stand (3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The bytes deflated, in pieces to be joined; the same bytes give the same pieces. */
export function deflated(bytes: Uint8Array): Uint8Array[] {
  // the low 16 bits of where a hash was last met; wrong guesses are found out when the bytes are compared
  const met = new Uint16Array(1 << HASH_BITS);
  const symbols = new Int32Array(Math.min(bytes.length, BLOCK));
  const writer = new Writer(symbols.length);
  const pieces: Uint8Array[] = [];
  let at = 0;
  do {
    const literals = new Int32Array(286);
    const distances = new Int32Array(30);
    at = match(bytes, at, met, symbols, literals, distances);
    pieces.push(writer.block(symbols, literals, distances, at === bytes.length));
  } while (at < bytes.length);
  return pieces;
}

/** Takes bytes from `start` on as symbols, until these are full, and counts their codes; the place of the next byte. */
function match(
  bytes: Uint8Array,
  start: number,
  met: Uint16Array,
  symbols: Int32Array,
  literals: Int32Array,
  distances: Int32Array,
): number {
  const size = bytes.length;
  let at = start;
  for (let count = 0; count < symbols.length && at < size; count += 1) {
    let length = 0;
    let back = 0;
    if (at < size - HASHED) {
      const hash = hashAt(bytes, at);
      back = (at - (met[hash] ?? 0)) & 0xffff;
      met[hash] = at;
      if (back > 0 && back <= FARTHEST && back <= at) {
        const most = Math.min(LONGEST, size - at);
        while (length < most && bytes[at + length] === bytes[at - back + length]) length += 1;
      }
    }
    if (length < SHORTEST) {
      const literal = bytes[at] ?? 0;
      symbols[count] = literal;
      add(literals, literal, 1);
      at += 1;
    } else {
      // the place after is worth remembering too, those within the match hardly
      met[hashAt(bytes, at + 1)] = at + 1;
      at += length;
      length -= 3;
      back -= 1;
      symbols[count] = MATCH | (length << 15) | back;
      add(literals, LENGTHS + 4 * lengthBits(length) + (length >> lengthBits(length)), 1);
      add(distances, 2 * distanceBits(back) + (back >> distanceBits(back)), 1);
    }
  }
  return at;
}

function hashAt(bytes: Uint8Array, at: number): number {
  const low =
    (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  const high = (bytes[at + 4] ?? 0) | ((bytes[at + 5] ?? 0) << 8);
  return Math.imul(low ^ Math.imul(high, 0x1e35a7bd), 0x9e3779b1) >>> (32 - HASH_BITS);
}

/** How many bits follow the code of a length, given less 3; the code is 4 times as many and what is above them. */
function lengthBits(length: number): number {
  return Math.max(0, 29 - Math.clz32(length));
}

/** How many bits follow the code of a distance, given less 1; the code is twice as many and what is above them. */
function distanceBits(distance: number): number {
  return Math.max(0, 30 - Math.clz32(distance));
}

/** Blocks one after the other; the bits of a byte that is not full yet are kept for the next. */
class Writer {
  private readonly out: Uint8Array;
  private at = 0;
  private bits = 0;
  private held = 0;

  constructor(symbols: number) {
    // 37 bits a symbol at the most, and the codes' lengths before them
    this.out = new Uint8Array(5 * symbols + 512);
  }

  /** The block's whole bytes. @param literals @param distances how often each code occurs */
  block(symbols: Int32Array, literals: Int32Array, distances: Int32Array, last: boolean): Uint8Array {
    const count = literals.reduce((sum, own) => sum + own);
    literals[END_OF_BLOCK] = 1;
    // the format allows 15 bits; with what follows them these fit into 32 beside the bits of a byte
    const literalLengths = codeLengths(literals, 11);
    const distanceLengths = codeLengths(distances, 8);
    this.at = 0;
    // dynamic codes, all 286 and 30 of them, given by all 19 codes of code lengths
    this.put(last ? 5 : 4, 3);
    this.put(29 | (29 << 5) | (15 << 10), 14);
    this.putLengths([...literalLengths, ...distanceLengths]);
    const literalCodes = codes(literalLengths);
    this.putSymbols(symbols, count, literalCodes, codes(distanceLengths));
    this.putCode(literalCodes[END_OF_BLOCK] ?? 0);
    if (last) this.put(0, 7);
    return this.out.slice(0, this.at);
  }

  private put(value: number, bits: number): void {
    this.held |= value << this.bits;
    for (this.bits += bits; this.bits >= 8; this.bits -= 8) {
      this.out[this.at++] = this.held;
      this.held >>= 8;
    }
  }

  private putCode(code: number, further = 0, bits = 0): void {
    const own = code & 15;
    this.put((code >> 4) | (further << own), own + bits);
  }

  /** Code lengths: 16 repeats the one before 3 to 6 times, 17 and 18 stand for 3 to 10 and 11 to 138 noughts (3.2.7). */
  private putLengths(lengths: readonly number[]): void {
    const symbols: number[] = [];
    const counts = new Int32Array(19);
    for (let i = 0, run = 1; i < lengths.length; i += run) {
      const length = lengths[i] ?? 0;
      const most = length === 0 ? 138 : 6;
      for (run = 1; run < most && lengths[i + run] === length; ) run += 1;
      let symbol = length;
      if (run < 3 || (length > 0 && lengths[i - 1] !== length)) run = 1;
      else if (length > 0) symbol = 16 | ((run - 3) << 5);
      else symbol = run < 11 ? 17 | ((run - 3) << 5) : 18 | ((run - 11) << 5);
      symbols.push(symbol);
      add(counts, symbol & 31, 1);
    }
    const own = codeLengths(counts, 7);
    for (const symbol of ORDER) this.put(own[symbol] ?? 0, 3);
    const written = codes(own);
    for (const symbol of symbols) {
      this.putCode(written[symbol & 31] ?? 0, symbol >> 5, [2, 3, 7][(symbol & 31) - 16]);
    }
  }

  private putSymbols(symbols: Int32Array, count: number, literals: Int32Array, distances: Int32Array): void {
    for (let i = 0; i < count; i += 1) {
      const symbol = symbols[i] ?? 0;
      if (symbol < MATCH) this.putCode(literals[symbol] ?? 0);
      else {
        const length = (symbol >> 15) & 0xff;
        let further = lengthBits(length);
        this.putCode(
          literals[LENGTHS + 4 * further + (length >> further)] ?? 0,
          length & ((1 << further) - 1),
          further,
        );
        const distance = symbol & (FARTHEST - 1);
        further = distanceBits(distance);
        this.putCode(distances[2 * further + (distance >> further)] ?? 0, distance & ((1 << further) - 1), further);
      }
    }
  }
}

function add(counts: Int32Array, at: number, more: number): void {
  counts[at] = (counts[at] ?? 0) + more;
}

/** The length of each code by how often it occurs (Huffman), 0 for those that don't; there are two codes at least. */
function codeLengths(counts: Int32Array, longest: number): Uint8Array {
  const used: number[] = [];
  for (let symbol = 0; symbol < counts.length; symbol += 1) {
    const count = counts[symbol] ?? 0;
    if (count > 0) used.push(count * 512 + symbol);
  }
  for (let symbol = 0; used.length < 2; symbol += 1) if (counts[symbol] === 0) used.push(symbol);
  const rising = Int32Array.from(used).sort();
  const leaves = rising.length;
  // leaves by their weight, then the nodes above them, which come in the order of their weights by themselves
  const weights = rising.map((key) => key >> 9);
  const nodes = new Int32Array(leaves);
  const above = new Int32Array(2 * leaves);
  for (let made = 0, leaf = 0, node = 0; made < leaves - 1; made += 1) {
    for (let n = 0; n < 2; n += 1) {
      const isLeaf = leaf < leaves && (node === made || (weights[leaf] ?? 0) <= (nodes[node] ?? 0));
      add(nodes, made, (isLeaf ? weights[leaf] : nodes[node]) ?? 0);
      above[isLeaf ? leaf++ : leaves + node++] = leaves + made;
    }
  }
  // how many codes there are of each length; those too long are made as long as may be
  const ofLength = new Int32Array(longest + 1);
  const depths = new Int32Array(2 * leaves);
  for (let i = 2 * leaves - 3; i >= 0; i -= 1) {
    const depth = (depths[above[i] ?? 0] ?? 0) + 1;
    depths[i] = depth;
    if (i < leaves) add(ofLength, Math.min(depth, longest), 1);
  }
  // then there may be too many: one of them goes beside the longest of the others, which gets longer by that
  let taken = ofLength.reduce((sum, count, length) => sum + (count << (longest - length)));
  for (; taken > 1 << longest; taken -= 1) {
    let length = longest - 1;
    while (ofLength[length] === 0) length -= 1;
    add(ofLength, length, -1);
    add(ofLength, length + 1, 2);
    add(ofLength, longest, -1);
  }
  const lengths = new Uint8Array(counts.length);
  let length = longest;
  for (const key of rising) {
    while (ofLength[length] === 0) length -= 1;
    add(ofLength, length, -1);
    lengths[key & 511] = length;
  }
  return lengths;
}

/** Codes of these lengths (3.2.2), their bits in the order they are written in, each above 4 bits of its length. */
function codes(lengths: Uint8Array): Int32Array {
  // the next code of each length, to begin with the first
  const next = new Int32Array(17);
  for (const length of lengths) if (length > 0) add(next, length + 1, 1);
  for (let length = 1; length < 17; length += 1) next[length] = ((next[length - 1] ?? 0) + (next[length] ?? 0)) << 1;
  return Int32Array.from(lengths, (length) => {
    let code = next[length] ?? 0;
    add(next, length, 1);
    let turned = 0;
    for (let bit = 0; bit < length; bit += 1, code >>= 1) turned = (turned << 1) | (code & 1);
    return (turned << 4) | length;
  });
}
