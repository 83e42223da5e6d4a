/** Texts that copy each other: every pair of many texts, compared by the 4-character runs (grams) they share. */
import { ownStretches } from './standingPhrases';

export interface SimilarPair {
  /** Index of the earlier text. */
  a: number;
  /** Index of the later text; `a < b`. */
  b: number;
  /** Shared grams over all grams of both, 0 to 1; 1 means the same grams. */
  similarity: number;
}

export interface SimilarityOptions {
  /** Smallest similarity that makes a pair; 0.6 unless given, above 0 and at most 1. */
  threshold?: number;
  /** Texts with fewer own letters than this are formulas, not copies, and make no pair; 12 unless given. */
  minimumLetters?: number;
  /** Two texts of one group are not compared (the measures of one issue). */
  groups?: readonly number[];
  /** Stop looking for a text's earlier partners after so many were found; without it every pair is given. */
  partnersPerText?: number;
}

// taken once: a global name in the inner loops is looked up anew each time where the program runs in a vm context
const { ceil, imul, max, min } = Math;

const GRAM = 4;
/** Rare grams two texts must share before they are compared in full: one is often chance, so many is not. */
const MET = 4;
const SEPARATOR = 0;

/**
 * The pairs of texts that copy each other, by `b`, then `a`: punctuation, blanks and standing phrases set aside, their
 * sets of 4-character grams overlap (Jaccard) by at least the threshold. That ratio cannot exceed the ratio of the
 * sets' sizes, so only texts of one length class (the shorter at least 0.6 of the longer) are ever compared in full.
 *
 * Exact: grams are ranked from rare to common, and a pair that reaches the threshold must share `MET` among the first
 * `n − ⌈0.6 n⌉ + MET` of each text (prefix filtering: Chaudhuri et al. 2006; more than one shared: Wang et al., 2012; the
 * bound on what may still be shared: Xiao et al., PPJoin, 2008). A gram in one text only is never looked up, and one
 * found everywhere is last in rank.
 */
export function similarPairs(texts: readonly string[], options: SimilarityOptions = {}): SimilarPair[] {
  const { threshold = 0.6, minimumLetters = 12, groups, partnersPerText = Number.POSITIVE_INFINITY } = options;
  const { starts, grams, frequencies } = rankedGrams(texts, minimumLetters);
  const prefixes = new Int32Array(texts.length);
  /** How many shared grams of the prefix are enough for a full comparison: fewer than `MET` for a handful of grams. */
  const enough = new Int32Array(texts.length);
  // where each gram's list of texts begins in the index; lists hold (text, position) in the order of the texts
  const listStarts = new Int32Array(frequencies.length + 1);
  for (let t = 0; t < texts.length; t += 1) {
    const start = at(starts, t);
    const size = at(starts, t + 1) - start;
    const least = max(1, atLeast(threshold * size));
    const prefix = min(size, size - least + MET);
    prefixes[t] = prefix;
    enough[t] = min(MET, least);
    for (let i = start; i < start + prefix; i += 1) listStarts[at(grams, i) + 1] = at(listStarts, at(grams, i) + 1) + 1;
  }
  for (let g = 0; g < frequencies.length; g += 1) listStarts[g + 1] = at(listStarts, g + 1) + at(listStarts, g);
  const listEnds = listStarts.slice(0, frequencies.length);
  const listed = new Int32Array(at(listStarts, frequencies.length));
  const positions = new Int32Array(listed.length);

  const pairs: SimilarPair[] = [];
  const metBy = new Int32Array(texts.length).fill(-1);
  const met = new Int32Array(texts.length);
  for (let b = 0; b < texts.length; b += 1) {
    const start = at(starts, b);
    const size = at(starts, b + 1) - start;
    const prefixEnd = start + at(prefixes, b);
    const partners: SimilarPair[] = [];
    for (let i = start; i < prefixEnd && partners.length < partnersPerText; i += 1) {
      const gram = at(grams, i);
      if (at(frequencies, gram) < 2) continue;
      const end = at(listEnds, gram);
      for (let entry = at(listStarts, gram); entry < end && partners.length < partnersPerText; entry += 1) {
        const a = at(listed, entry);
        const count = at(metBy, a) === b ? at(met, a) + 1 : 1;
        metBy[a] = b;
        met[a] = count;
        if (count !== max(at(enough, a), at(enough, b)) || (groups && groups[a] === groups[b])) continue;
        const aEnd = at(starts, a + 1);
        const aSize = aEnd - at(starts, a);
        const needed = atLeast((threshold / (1 + threshold)) * (size + aSize));
        // both are in order of rank, so what they share before this gram has been counted
        const before = count - 1;
        const shared = before + sharedFrom(grams, i, start + size, at(positions, entry), aEnd, needed - before);
        const similarity = shared / (size + aSize - shared);
        if (shared >= needed && similarity >= threshold) partners.push({ a, b, similarity });
      }
    }
    for (let i = start; i < prefixEnd; i += 1) {
      const gram = at(grams, i);
      const entry = at(listEnds, gram);
      listed[entry] = b;
      positions[entry] = i;
      listEnds[gram] = entry + 1;
    }
    pairs.push(...partners.sort((x, y) => x.a - y.a));
  }
  return pairs;
}

/**
 * How much of a text stands in its source, 0 to 1: the share of its grams (standing phrases set aside) that the source
 * has too; 0 for a text of fewer than `minimumLetters` own letters.
 */
export function repeatedShare(text: string, source: string, minimumLetters = 12): number {
  const own = gramSet(text);
  if (ownStretches(text).join('').length < minimumLetters || own.size === 0) return 0;
  const theirs = gramSet(source);
  let shared = 0;
  for (const gram of own) if (theirs.has(gram)) shared += 1;
  return shared / own.size;
}

function gramSet(text: string): Set<string> {
  const grams = new Set<string>();
  for (const stretch of ownStretches(text)) {
    for (let i = 0; i + GRAM <= stretch.length; i += 1) grams.add(stretch.slice(i, i + GRAM));
  }
  return grams;
}

/** An element of an array that is known to be within bounds. */
function at(array: Int32Array | Uint16Array, index: number): number {
  return array[index] ?? 0;
}

/** The least whole number that reaches `share`; rounding must never exclude a pair that just reaches the threshold. */
function atLeast(share: number): number {
  return ceil(share - 1e-9);
}

/** Grams shared from positions i and j on, both in order; gives up early, with fewer, once `needed` is out of reach. */
function sharedFrom(grams: Int32Array, i: number, iEnd: number, j: number, jEnd: number, needed: number): number {
  let shared = 0;
  while (i < iEnd && j < jEnd) {
    if (shared + min(iEnd - i, jEnd - j) < needed) return shared;
    const x = at(grams, i);
    const y = at(grams, j);
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return shared;
}

interface RankedGrams {
  /** `grams[starts[t]..starts[t + 1])` are the grams of text t, each once, rare ones first. */
  starts: Int32Array;
  grams: Int32Array;
  /** How many texts have the gram of each rank. */
  frequencies: Int32Array;
}

function rankedGrams(texts: readonly string[], minimumLetters: number): RankedGrams {
  const stretches = texts.map(ownStretches);
  let units = 0;
  for (const parts of stretches) for (const part of parts) units += part.length + 1;
  const codes = new Uint16Array(units);
  const starts = new Int32Array(texts.length + 1);
  const grams = new Int32Array(units);
  const numbering = gramNumbering(codes);
  const lastText = new Int32Array(units).fill(-1);
  const counts = new Int32Array(units);
  let length = 0;
  let end = 0;
  for (let t = 0; t < texts.length; t += 1) {
    const parts = stretches[t] ?? [];
    let letters = 0;
    for (const part of parts) letters += part.length;
    for (const part of letters < minimumLetters ? [] : parts) {
      const from = length;
      for (let k = 0; k < part.length; k += 1) codes[length + k] = part.charCodeAt(k);
      length += part.length;
      codes[length] = SEPARATOR;
      length += 1;
      for (let k = from; k + GRAM < length; k += 1) {
        const gram = numbering.numberAt(k);
        if (at(lastText, gram) === t) continue;
        lastText[gram] = t;
        counts[gram] = at(counts, gram) + 1;
        grams[end] = gram;
        end += 1;
      }
    }
    starts[t + 1] = end;
  }
  const { rankOf, frequencies } = rankByFrequency(counts.subarray(0, numbering.count()), texts.length);
  for (let i = 0; i < end; i += 1) grams[i] = at(rankOf, at(grams, i));
  for (let t = 0; t < texts.length; t += 1) grams.subarray(at(starts, t), at(starts, t + 1)).sort();
  return { starts, grams: grams.subarray(0, end), frequencies };
}

/** Numbers the grams of a sequence of character codes in order of first appearance: an open hash table, without strings. */
function gramNumbering(codes: Uint16Array): { numberAt(position: number): number; count(): number } {
  let slots = 1024;
  while (slots < codes.length * 2) slots *= 2;
  // number + 1 of the gram in each slot, 0 when free
  const table = new Int32Array(slots);
  const firstSeen = new Int32Array(codes.length);
  let count = 0;
  const same = (p: number, q: number): boolean =>
    codes[p] === codes[q] &&
    codes[p + 1] === codes[q + 1] &&
    codes[p + 2] === codes[q + 2] &&
    codes[p + 3] === codes[q + 3];
  return {
    numberAt(position) {
      const pairOne = at(codes, position) * 0x10000 + at(codes, position + 1);
      const pairTwo = at(codes, position + 2) * 0x10000 + at(codes, position + 3);
      let hash = imul(pairOne | 0, 0x9e3779b1) ^ imul(pairTwo | 0, 0x85ebca6b);
      hash ^= hash >>> 15;
      let slot = (imul(hash, 0xc2b2ae35) >>> 7) & (slots - 1);
      for (;;) {
        const number = at(table, slot) - 1;
        if (number < 0) {
          firstSeen[count] = position;
          count += 1;
          table[slot] = count;
          return count - 1;
        }
        if (same(at(firstSeen, number), position)) return number;
        slot = (slot + 1) & (slots - 1);
      }
    },
    count: () => count,
  };
}

/** Ranks gram numbers from rare to common (counting sort; ties by number). */
function rankByFrequency(counts: Int32Array, most: number): { rankOf: Int32Array; frequencies: Int32Array } {
  const next = new Int32Array(most + 2);
  for (const count of counts) next[count + 1] = at(next, count + 1) + 1;
  for (let f = 0; f <= most; f += 1) next[f + 1] = at(next, f + 1) + at(next, f);
  const rankOf = new Int32Array(counts.length);
  const frequencies = new Int32Array(counts.length);
  for (let gram = 0; gram < counts.length; gram += 1) {
    const count = at(counts, gram);
    const rank = at(next, count);
    next[count] = rank + 1;
    rankOf[gram] = rank;
    frequencies[rank] = count;
  }
  return { rankOf, frequencies };
}
