/**
 * DEFLATE (RFC 1951) for a program that has only just been loaded: two short loops, which an engine compiles early, and
 * for each place one guess at a match instead of a search.
 */

/** Symbols in a block. */
const BLOCK = 1 << 15;
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
/** The format allows 15; with a length's five further bits these are no more than the 16 that are written at once. */
const LONGEST_CODE = 11;
/** The order in which the lengths of the codes of code lengths stand (3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The bytes deflated, in pieces to be joined; the same bytes give the same pieces. */
export function deflated(bytes: Uint8Array): Uint8Array[] {
  const size = bytes.length;
  // the low 16 bits of where a hash was last met; wrong guesses are found out when the bytes are compared
  const met = new Uint16Array(1 << HASH_BITS);
  const symbols = new Int32Array(Math.min(size, BLOCK));
  const literals = new Int32Array(286);
  const distances = new Int32Array(30);
  const writer = new Writer(symbols.length);
  const pieces: Uint8Array[] = [];
  const lastHashed = size - HASHED - 1;
  let count = 0;
  let at = 0;
  while (at < size) {
    let length = 0;
    let back = 0;
    if (at <= lastHashed) {
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
      literals[literal] = (literals[literal] ?? 0) + 1;
      at += 1;
    } else {
      // the place after is worth remembering too, those within the match hardly
      met[hashAt(bytes, at + 1)] = at + 1;
      at += length;
      length -= 3;
      back -= 1;
      symbols[count] = MATCH | (length << 15) | back;
      const code = LENGTHS + 4 * lengthBits(length) + (length >> lengthBits(length));
      literals[code] = (literals[code] ?? 0) + 1;
      const distance = 2 * distanceBits(back) + (back >> distanceBits(back));
      distances[distance] = (distances[distance] ?? 0) + 1;
    }
    count += 1;
    if (count === BLOCK && at < size) {
      pieces.push(writer.block(symbols, count, literals, distances, false));
      count = 0;
    }
  }
  pieces.push(writer.block(symbols, count, literals, distances, true));
  return pieces;
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
    // 40 bits a symbol at the most, and the codes' lengths before them
    this.out = new Uint8Array(5 * symbols + 512);
  }

  /** The block's whole bytes. @param literals @param distances how often each code occurs; set to nought for the next */
  block(symbols: Int32Array, count: number, literals: Int32Array, distances: Int32Array, last: boolean): Uint8Array {
    literals[END_OF_BLOCK] = 1;
    const literalLengths = codeLengths(literals, LONGEST_CODE);
    const distanceLengths = codeLengths(distances, LONGEST_CODE);
    this.at = 0;
    // dynamic codes, all 286 and 30 of them, given by all 19 codes of code lengths
    this.put(last ? 5 : 4, 3);
    this.put(29 | (29 << 5) | (15 << 10), 14);
    this.putLengths([...literalLengths, ...distanceLengths]);
    const literalCodes = codes(literalLengths);
    this.putSymbols(symbols, count, literalCodes, codes(distanceLengths));
    this.putCode(literalCodes[END_OF_BLOCK] ?? 0);
    if (last) this.put(0, 7);
    literals.fill(0);
    distances.fill(0);
    return this.out.slice(0, this.at);
  }

  private put(value: number, bits: number): void {
    this.held |= value << this.bits;
    for (this.bits += bits; this.bits >= 8; this.bits -= 8) {
      this.out[this.at++] = this.held;
      this.held >>>= 8;
    }
  }

  private putCode(code: number): void {
    this.put(code >> 4, code & 15);
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
      counts[symbol & 31] = (counts[symbol & 31] ?? 0) + 1;
    }
    const own = codeLengths(counts, 7);
    for (const symbol of ORDER) this.put(own[symbol] ?? 0, 3);
    const written = codes(own);
    for (const symbol of symbols) {
      this.putCode(written[symbol & 31] ?? 0);
      this.put(symbol >> 5, [2, 3, 7][(symbol & 31) - 16] ?? 0);
    }
  }

  private putSymbols(symbols: Int32Array, count: number, literals: Int32Array, distances: Int32Array): void {
    // in variables of its own, which an engine keeps in registers
    const { out } = this;
    let { at, bits, held } = this;
    for (let i = 0; i < count; i += 1) {
      const symbol = symbols[i] ?? 0;
      let further = 0;
      let value = symbol;
      let code = literals[symbol & 0xff] ?? 0;
      if (symbol >= MATCH) {
        value = (symbol >> 15) & 0xff;
        further = lengthBits(value);
        code = literals[LENGTHS + 4 * further + (value >> further)] ?? 0;
        held |= ((code >> 4) | ((value & ((1 << further) - 1)) << (code & 15))) << bits;
        bits += (code & 15) + further;
        if (bits >= 16) {
          out[at] = held;
          out[at + 1] = held >>> 8;
          at += 2;
          held >>>= 16;
          bits -= 16;
        }
        value = symbol & 0x7fff;
        further = distanceBits(value);
        code = distances[2 * further + (value >> further)] ?? 0;
        held |= (code >> 4) << bits;
        bits += code & 15;
        if (bits >= 16) {
          out[at] = held;
          out[at + 1] = held >>> 8;
          at += 2;
          held >>>= 16;
          bits -= 16;
        }
        held |= (value & ((1 << further) - 1)) << bits;
        bits += further;
      } else {
        held |= (code >> 4) << bits;
        bits += code & 15;
      }
      if (bits >= 16) {
        out[at] = held;
        out[at + 1] = held >>> 8;
        at += 2;
        held >>>= 16;
        bits -= 16;
      }
    }
    this.at = at;
    this.bits = bits;
    this.held = held;
  }
}

function add(counts: Int32Array | number[], at: number, more: number): void {
  counts[at] = (counts[at] ?? 0) + more;
}

/** The length of each code by how often it occurs (Huffman), 0 for those that don't; there are two codes at least. */
function codeLengths(counts: Int32Array, longest: number): number[] {
  const used: number[] = [];
  counts.forEach((count, symbol) => {
    if (count > 0) used.push(count * 512 + symbol);
  });
  for (let symbol = 0; used.length < 2; symbol += 1) if ((counts[symbol] ?? 0) === 0) used.push(symbol);
  const rising = Int32Array.from(used).sort();
  const leaves = rising.length;
  // leaves by their weight, then the nodes above them, which come in the order of their weights by themselves
  const weights = Array.from(rising, (key) => key >> 9);
  const above: number[] = [];
  let leaf = 0;
  let node = leaves;
  for (let made = leaves; made < 2 * leaves - 1; made += 1) {
    let weight = 0;
    for (let n = 0; n < 2; n += 1) {
      const lighter =
        leaf < leaves && (node === made || (weights[leaf] ?? 0) <= (weights[node] ?? 0)) ? leaf++ : node++;
      weight += weights[lighter] ?? 0;
      above[lighter] = made;
    }
    weights[made] = weight;
  }
  // how many codes there are of each length; those too long are made as long as may be
  const ofLength = Array.from({ length: longest + 1 }, () => 0);
  const depths: number[] = [];
  for (let i = 2 * leaves - 2; i >= 0; i -= 1) {
    const depth = 1 + (depths[above[i] ?? -1] ?? -1);
    depths[i] = depth;
    if (i < leaves) add(ofLength, Math.min(depth, longest), 1);
  }
  // then there are too many: one of them goes beside the longest of the others, which gets longer by that
  let room = (1 << longest) - ofLength.reduce((sum, count, length) => sum + (count << (longest - length)), 0);
  for (; room < 0; room += 1) {
    let length = longest - 1;
    while (ofLength[length] === 0) length -= 1;
    add(ofLength, length, -1);
    add(ofLength, length + 1, 2);
    add(ofLength, longest, -1);
  }
  const lengths = Array.from(counts, () => 0);
  let next = leaves;
  ofLength.forEach((count, length) => {
    for (let n = 0; n < count; n += 1) lengths[(rising[--next] ?? 0) & 511] = length;
  });
  return lengths;
}

/** Codes of these lengths (3.2.2), their bits in the order they are written in, each above 4 bits of its length. */
function codes(lengths: readonly number[]): Int32Array {
  const all = new Int32Array(lengths.length);
  let code = 0;
  for (let length = 1; length < 16; length += 1) {
    code <<= 1;
    lengths.forEach((own, symbol) => {
      if (own !== length) return;
      let turned = 0;
      for (let bit = 0; bit < length; bit += 1) turned |= ((code >> bit) & 1) << (length - 1 - bit);
      all[symbol] = (turned << 4) | length;
      code += 1;
    });
  }
  return all;
}
