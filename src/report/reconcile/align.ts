/** What became of each of a sequence of texts in another one: the same, edited, divided or joined, left out, put in. */

/** A text as it is compared. */
export interface Item {
  text: string;
  /** What counts of it: two items are the same when their keys are. */
  key: string;
  /** Its number as printed, '' without one. */
  mark: string;
  /** Its pairs of characters, in order; made when first asked for. */
  pairs?: Int32Array;
}

/** Items of the one sequence and what they are in the other; one side has one item, both have at least one. */
export type Link<T> = readonly [from: readonly T[], to: readonly T[]];
/** The same by index, ends exclusive. */
type Group = readonly [a0: number, a1: number, b0: number, b1: number];

/** At least so much must two texts share (Dice's coefficient of pairs of characters) to be one text edited. */
const ALIKE = 0.4;
/** The same number in the same place makes alike what was rewritten altogether. */
const SAME_MARK = 0.45;
/** So much of each part must stand in the whole that was divided. */
const PART = 0.7;
/** Larger gaps without any text in common are halved before they are compared text by text. */
const CELLS = 1_600;

/**
 * The links, in the order of both sequences: texts found once in both are anchors (patience diff), what lies between is
 * paired by likeness. A text that is still there, elsewhere, is no edited one.
 */
export function align<T extends Item>(a: readonly T[], b: readonly T[]): Link<T>[] {
  const groups: Group[] = [];
  const [inA, inB] = [counted(a), counted(b)];
  const stays = ({ key }: Item): boolean => inA.get(key) === inB.get(key);
  const same = (i: number, j: number): number => groups.push([i, i + 1, j, j + 1]);
  const within = (aFrom: number, aTo: number, bFrom: number, bTo: number): void => {
    let [a0, a1, b0, b1] = [aFrom, aTo, bFrom, bTo];
    for (; a0 < a1 && b0 < b1 && a[a0]?.key === b[b0]?.key; a0 += 1, b0 += 1) same(a0, b0);
    for (; a0 < a1 && b0 < b1 && a[a1 - 1]?.key === b[b1 - 1]?.key; a1 -= 1, b1 -= 1) same(a1 - 1, b1 - 1);
    if (a0 === a1 || b0 === b1) return;
    const [someA, someB] = [a.slice(a0, a1), b.slice(b0, b1)];
    const anchors = anchorsIn(someA, someB);
    if (anchors.length > 0) {
      let [x, y] = [a0, b0];
      for (const [i, j] of anchors) {
        within(x, a0 + i, y, b0 + j);
        same(a0 + i, b0 + j);
        [x, y] = [a0 + i + 1, b0 + j + 1];
      }
      within(x, a1, y, b1);
    } else if (someA.length * someB.length > CELLS) {
      const [i, j] = [(a0 + a1) >> 1, (b0 + b1) >> 1];
      within(a0, i, b0, j);
      within(i, a1, j, b1);
    } else {
      for (const [i, iTo, j, jTo] of pairedIn(someA, someB, stays)) groups.push([a0 + i, a0 + iTo, b0 + j, b0 + jTo]);
    }
  };
  within(0, a.length, 0, b.length);
  return groups.sort(([x], [y]) => x - y).map(([i, iTo, j, jTo]) => [a.slice(i, iTo), b.slice(j, jTo)]);
}

/** The keys of items, joined. */
export function keyIn(items: Iterable<Item>): string {
  let key = '';
  for (const one of items) key += one.key;
  return key;
}

/** Where each text that comes once only stands; -1 for those that come again. */
export function onceIn(texts: readonly (readonly string[])[]): Map<string, number> {
  const places = new Map<string, number>();
  texts.forEach((some, i) => {
    for (const text of some) places.set(text, places.has(text) ? -1 : i);
  });
  return places;
}

function counted(items: readonly Item[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of items) counts.set(key, 1 + (counts.get(key) ?? 0));
  return counts;
}

/** Keys that come once in both, as many as stand in the same order (longest increasing subsequence). */
function anchorsIn(a: readonly Item[], b: readonly Item[]): (readonly [number, number])[] {
  interface Chain {
    at: readonly [number, number];
    before: Chain | undefined;
  }
  const inB = onceIn(b.map(({ key }) => [key]));
  const ends: Chain[] = [];
  for (const [key, i] of onceIn(a.map((one) => [one.key]))) {
    const j = inB.get(key) ?? -1;
    if (i < 0 || j < 0) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.at[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    ends[low] = { at: [i, j], before: ends[low - 1] };
  }
  const anchors = [];
  for (let chain = ends.pop(); chain; chain = chain.before) anchors.push(chain.at);
  return anchors.reverse();
}

/** The best pairing by likeness that keeps the order (dynamic programming from the ends). */
function pairedIn(a: readonly Item[], b: readonly Item[], stays: (item: Item) => boolean): Group[] {
  const wide = b.length + 1;
  const best = new Float64Array((a.length + 1) * wide);
  const steps: (Group | undefined)[] = [];
  const worth = (i: number, j: number): number => best[i * wide + j] ?? 0;
  a.forEach((_, back) => {
    const i = a.length - 1 - back;
    for (let j = b.length - 1; j >= 0; j -= 1) {
      let most = Math.max(worth(i + 1, j), worth(i, j + 1));
      const take = (score: number, iTo: number, jTo: number): void => {
        if (score <= 0 || score + worth(iTo, jTo) <= most) return;
        most = score + worth(iTo, jTo);
        steps[i * wide + j] = [i, iTo, j, jTo];
      };
      const [one, other] = [a[i], b[j]];
      if (one && other && one.key === other.key) take(2, i + 1, j + 1);
      else if (one && other && !stays(one) && !stays(other)) {
        const common = shared(one, other);
        take(likeness(one, other, common), i + 1, j + 1);
        if (isPart(other, one, common)) take(...divided(one, b, j, stays, (to) => [i + 1, to]));
        if (isPart(one, other, common)) take(...divided(other, a, i, stays, (to) => [to, j + 1]));
      }
      best[i * wide + j] = most;
    }
  });
  const groups: Group[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const step = steps[i * wide + j];
    if (step) {
      groups.push(step);
      [, i, , j] = step;
    } else if (worth(i + 1, j) >= worth(i, j + 1)) i += 1;
    else j += 1;
  }
  return groups;
}

/** How well a whole is made up of two parts or more from `from` on, and where they end. */
function divided(
  whole: Item,
  parts: readonly Item[],
  from: number,
  stays: (item: Item) => boolean,
  ends: (to: number) => [number, number],
): [number, number, number] {
  let [key, score, to] = ['', 0, from];
  for (let i = from; i < parts.length; i += 1) {
    const part = parts[i];
    if (!part || stays(part) || !isPart(part, whole, shared(part, whole))) break;
    key += part.key;
    if (key.length > 1.5 * whole.key.length) break;
    const joined = { text: '', key, mark: '' };
    const like = key === whole.key ? 2 : likeness(whole, joined, shared(whole, joined));
    if (i > from && like - 0.1 > Math.max(score, ALIKE)) [score, to] = [like - 0.1, i + 1];
  }
  return [score, ...ends(to)];
}

function isPart(part: Item, whole: Item, common: number): boolean {
  const { length } = part.key;
  return length < whole.key.length && (length < 3 ? whole.key.includes(part.key) : common >= PART * (length - 1));
}

/** 0 unless alike, else up to 1. */
function likeness(one: Item, other: Item, common: number): number {
  const like = (2 * common) / Math.max(1, pairsOf(one).length + pairsOf(other).length);
  return Math.max(like < ALIKE ? 0 : like, one.mark !== '' && one.mark === other.mark ? SAME_MARK : 0);
}

/** How many pairs of characters two texts have in common. */
function shared(one: Item, other: Item): number {
  const [p, q] = [pairsOf(one), pairsOf(other)];
  let count = 0;
  for (let i = 0, j = 0; i < p.length && j < q.length; ) {
    const [x = 0, y = 0] = [p[i], q[j]];
    if (x === y) count += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return count;
}

function pairsOf(item: Item): Int32Array {
  const { key } = item;
  if (item.pairs) return item.pairs;
  const pairs = new Int32Array(Math.max(0, key.length - 1));
  for (let i = 0; i < pairs.length; i += 1) pairs[i] = (key.charCodeAt(i) << 16) | key.charCodeAt(i + 1);
  item.pairs = pairs.sort();
  return pairs;
}
