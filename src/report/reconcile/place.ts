/** Which issue each paragraph of a published document belongs to: told by its text and by what stands around it. */
import { align, onceIn } from './align';
import type { Paragraph } from './sentences';

/**
 * Sets `about` of the published paragraphs. A paragraph is known again by a sentence found once only, wherever it stands
 * now, then by its neighbours, then by the likeness of its sentences. An issue begins at its head and takes in what follows, up to the next
 * head or line of narrative; a paragraph put elsewhere belongs to where it stands. `added`: lines the base does not have,
 * for what was put in by hand and in the ledger.
 */
export function placeInIssues(
  published: readonly Paragraph[],
  base: readonly Paragraph[],
  added: readonly Paragraph[],
): void {
  const known = [...base, ...added];
  const matches = recognised(published, base);
  const left = [...published.keys()].filter((j) => matches[j] === undefined);
  for (const [j, i] of byUniqueTexts(
    left.flatMap((k) => published[k] ?? []),
    added,
  )) {
    matches[left[j] ?? -1] = base.length + i;
  }
  const found = new Set(matches.flatMap((i = -1) => (known[i]?.head ? [known[i].about] : [])));
  const levels = new Map(known.flatMap(({ head, about, level }) => (head ? [[about, level] as const] : [])));
  let unit: number | null = null;
  let last: number | null = null;
  published.forEach((paragraph, j) => {
    const line = known[matches[j] ?? -1];
    if (line?.head) last = line.about;
    if (line) {
      const inPlace = line.about === last || matches[j] === (matches[j - 1] ?? -1) + 1;
      if (inPlace || line.about === null || !found.has(line.about)) unit = line.about;
    } else if (paragraph.level > 0) {
      // a heading put in by hand that is none of the issue's own
      const level = levels.get(unit) ?? 0;
      if (paragraph.level < level || (paragraph.level === level && level < 4)) unit = null;
    }
    paragraph.about = unit;
  });
}

/** The index of the line of the base that each paragraph is. */
function recognised(published: readonly Paragraph[], base: readonly Paragraph[]): (number | undefined)[] {
  const matches: (number | undefined)[] = published.map(() => undefined);
  const free = base.map(() => true);
  const places = new Map([...base.entries(), ...published.entries()].map(([i, one]) => [one, i]));
  const accept = (j: number, i: number): void => {
    if (!free[i] || matches[j] !== undefined) return;
    matches[j] = i;
    free[i] = false;
  };
  for (const [j, i] of byUniqueTexts(published, base)) accept(j, i);
  const order = [...published.keys()];
  for (const step of [1, -1]) {
    for (const j of order) {
      const i = (matches[j - step] ?? Number.NaN) + step;
      if (base[i]?.key === published[j]?.key) accept(j, i);
    }
    order.reverse();
  }
  for (let j = 0; j < published.length; j += 1) {
    let end = j;
    while (end < published.length && matches[end] === undefined) end += 1;
    if (end === j) continue;
    // the lines that follow the paragraph before, and those that lead up to the paragraph after
    const [after, before]: [number[], number[]] = [[], []];
    for (let i = (matches[j - 1] ?? -1) + 1; free[i]; i += 1) after.push(i);
    for (let i = (matches[end] ?? base.length) - 1; free[i] && !after.includes(i); i -= 1) before.unshift(i);
    const lines = [...after, ...before].flatMap((i) => base[i]?.sentences ?? []);
    for (const [[from], to] of align(
      lines,
      published.slice(j, end).flatMap(({ sentences }) => sentences),
    )) {
      const i = from && places.get(from.paragraph);
      for (const { paragraph } of to) matches[places.get(paragraph) ?? -1] ??= i;
      if (i !== undefined) free[i] = false;
    }
    j = end;
  }
  return matches;
}

/** Pairs of paragraphs that alone have a sentence, or their whole text, in common, by index; the most in common first. */
function byUniqueTexts(published: readonly Paragraph[], known: readonly Paragraph[]): [number, number][] {
  const texts = ({ key, sentences }: Paragraph): string[] => [...new Set([key, ...sentences.map((one) => one.key)])];
  const theirs = onceIn(published.map(texts));
  const weights = new Map<number, [number, number, number]>();
  for (const [text, i] of onceIn(known.map(texts))) {
    const j = theirs.get(text) ?? -1;
    if (i < 0 || j < 0) continue;
    const at = j * known.length + i;
    const pair = weights.get(at) ?? [j, i, 0];
    pair[2] += text.length;
    weights.set(at, pair);
  }
  return [...weights.values()].sort((x, y) => y[2] - x[2]).map(([j, i]) => [j, i]);
}
