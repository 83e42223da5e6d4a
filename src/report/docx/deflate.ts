/**
 * DEFLATE (RFC 1951) for a program that has only just been loaded: two short loops, each entered seldom, which an engine
 * compiles early and once; and for each place one guess at a match instead of a search.
 */
import { add, codeLengths, codes, turned } from './huffman';

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
/** The format allows 15 for both; here no length above 13 is written, and a distance is put with its 13 further bits. */
const LONGEST_LITERAL = 13;
const LONGEST_DISTANCE = 10;

/** The bytes deflated, in pieces to be joined; the same bytes give the same pieces. */
export function deflated(bytes: Uint8Array): Uint8Array[] {
  // the low 16 bits of where a hash was last met; wrong guesses are found out when the bytes are compared
  const met = new Uint16Array(1 << HASH_BITS);
  const symbols = new Int32Array(Math.min(bytes.length, BLOCK));
  // 41 bits a symbol at the most, and the codes' lengths before them
  const bits = new Bits(new Uint8Array(6 * symbols.length + 512));
  const pieces: Uint8Array[] = [];
  let at = 0;
  do {
    const literals = new Int32Array(286);
    const distances = new Int32Array(30);
    at = match(bytes, at, met, symbols, literals, distances);
    bits.at = 0;
    putBlock(bits, symbols, literals, distances, at === bytes.length);
    pieces.push(bits.out.slice(0, bits.at));
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

/** Bits one after the other, from the lowest of a byte on (3.1.1). */
class Bits {
  private held = 0;
  private width = 0;
  at = 0;

  constructor(readonly out: Uint8Array) {}

  /** 23 bits at the most: with 7 held until their byte is full they are a small integer to any engine. */
  put(value: number, width: number): void {
    this.held |= value << this.width;
    for (this.width += width; this.width >= 8; this.width -= 8) {
      this.out[this.at++] = this.held;
      this.held >>= 8;
    }
  }
}

/** A block of dynamic codes (3.2.7). @param literals @param distances how often each code occurs */
function putBlock(bits: Bits, symbols: Int32Array, literals: Int32Array, distances: Int32Array, isLast: boolean): void {
  const count = literals.reduce((sum, own) => sum + own);
  literals[END_OF_BLOCK] = 1;
  const literalLengths = codeLengths(literals, LONGEST_LITERAL);
  const distanceLengths = codeLengths(distances, LONGEST_DISTANCE);
  // all 286 and 30 of them, their lengths by all of the 19 codes for these
  bits.put(isLast ? 5 : 4, 3);
  bits.put(29 | (29 << 5) | (15 << 10), 14);
  putLengths(bits, [...literalLengths, ...distanceLengths]);
  const literalCodes = codes(literalLengths);
  putSymbols(bits, symbols, count, literalCodes, codes(distanceLengths));
  putCode(bits, literalCodes[END_OF_BLOCK] ?? 0);
  if (isLast) bits.put(0, 7);
}

/** Lengths by codes of 4 bits each: themselves up to 13, then 17 for 3 to 10 noughts and 18 for 11 to 138. */
function putLengths(bits: Bits, lengths: readonly number[]): void {
  // the codes' own lengths, in an order that begins with 16 and ends with 14, 1, 15, which are without
  for (let i = 0; i < 19; i += 1) bits.put(i % 16 === 0 || i === 18 ? 0 : 4, 3);
  for (let i = 0, run = 1; i < lengths.length; i += run) {
    const length = lengths[i] ?? 0;
    for (run = 1; length === 0 && run < 138 && lengths[i + run] === 0; ) run += 1;
    if (run > 10) bits.put(15 | ((run - 11) << 4), 11);
    else if (run > 2) bits.put(7 | ((run - 3) << 4), 7);
    else {
      run = 1;
      bits.put(turned(length, 4), 4);
    }
  }
}

function putSymbols(bits: Bits, symbols: Int32Array, count: number, literals: Int32Array, distances: Int32Array): void {
  for (let i = 0; i < count; i += 1) {
    const symbol = symbols[i] ?? 0;
    if (symbol < MATCH) putCode(bits, literals[symbol] ?? 0);
    else {
      const length = (symbol >> 15) & 0xff;
      let further = lengthBits(length);
      putCode(bits, literals[LENGTHS + 4 * further + (length >> further)] ?? 0, length, further);
      const distance = symbol & (FARTHEST - 1);
      further = distanceBits(distance);
      putCode(bits, distances[2 * further + (distance >> further)] ?? 0, distance, further);
    }
  }
}

/** A code, and after it the lowest so many bits of a value. */
function putCode(bits: Bits, code: number, value = 0, further = 0): void {
  const own = code & 15;
  bits.put((code >> 4) | ((value & ((1 << further) - 1)) << own), own + further);
}
