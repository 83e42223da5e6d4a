/** Where two texts differ: what lies between their common beginning and end, numbers and words kept whole. */

/** UTF-16 positions of what differs; equal where nothing does. */
export type Marks = readonly [from: number, to: number];

const WORD = /[\p{Script=Latin}\p{Nd}.%％]/u;

/** The marks in the one and in the other. Linear in the length of the texts. */
export function marksOf(one: string, other: string): [Marks, Marks] {
  const [a, b] = [[...one], [...other]];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  if (head === a.length && head === b.length) return [NONE, NONE];
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  while (head > 0 && cuts(a, head) + cuts(b, head) > 0) head -= 1;
  while (tail > 0 && cuts(a, a.length - tail) + cuts(b, b.length - tail) > 0) tail -= 1;
  return [marked(a, head, tail), marked(b, head, tail)];
}

export const NONE: Marks = [0, 0];

/** Whether a cut before this character parts a number or a word. */
function cuts(text: readonly string[], at: number): number {
  return WORD.test(text[at - 1] ?? '') && WORD.test(text[at] ?? '') ? 1 : 0;
}

function marked(text: readonly string[], head: number, tail: number): Marks {
  const from = text.slice(0, head).join('').length;
  return [from, from + text.slice(head, text.length - tail).join('').length];
}
