/** The three texts of each issue, sentence by sentence. */
import { grouped } from '../../progress/grouping';
import { align, keyIn, type Link } from './align';
import type { BaseLine } from './base';
import { placeInIssues } from './place';
import { type Paragraph, readLines, readPublished, type Sentence } from './sentences';

/** Something that changed, in sentences; '' where a sentence isn't there. */
export interface Change {
  /** `ledger`: by the ledger since; `hand`: by hand and not in the ledger; `both`: by both, and differently. */
  kind: 'ledger' | 'hand' | 'both';
  /** 编号 of the issue; null for narrative, tables and all else. */
  about: number | null;
  base: string;
  published: string;
  ledger: string;
}

/** A change and where it stands. */
export interface Found {
  change: Change;
  /** The paragraph of the published text, or of the base where that has none. */
  paragraph: Paragraph | undefined;
  /** Its place in the published text. */
  place: number;
}

/** What belongs to one issue, or to none, in each of the texts. */
export interface Unit {
  about: number | null;
  base: Paragraph[];
  published: Paragraph[];
  current: Paragraph[];
}

export interface Comparison {
  units: Unit[];
  /** All published paragraphs, in their order. */
  published: Paragraph[];
  /** Sentences equal in all texts there are. */
  same: number;
  /** In the order of the published text. */
  found: Found[];
  /** Published paragraphs with something put in by hand that the ledger has put in too, the same or alike. */
  caughtUp: Set<Paragraph>;
}

/** Divides the texts by issue and compares them; published paragraphs and current ones have their sources then. */
export function compare(
  base: readonly BaseLine[],
  published: readonly string[],
  current: readonly BaseLine[],
): Comparison {
  const [then, now] = [readLines(base), readLines(current)];
  const texts = readPublished(published, [...base, ...current]);
  const known = new Set(then.map(({ key }) => key));
  const added = now.filter(({ key }) => !known.has(key));
  placeInIssues(texts, then.length > 0 ? then : now, then.length > 0 ? added : []);
  sentencesOf(texts).forEach((one, i) => {
    one.place = i;
  });
  const issueOf = ({ about }: Paragraph): (number | null)[] => [about];
  const [before, there, after] = [grouped(then, issueOf), grouped(texts, issueOf), grouped(now, issueOf)];
  const units = [...new Set([...before.keys(), ...there.keys(), ...after.keys()])].map((about) => ({
    about,
    base: before.get(about) ?? [],
    published: there.get(about) ?? [],
    current: after.get(about) ?? [],
  }));
  const comparison: Comparison = { units, published: texts, same: 0, found: [], caughtUp: new Set() };
  for (const unit of units) compareUnit(unit, then.length > 0, comparison);
  comparison.found.sort((a, b) => a.place - b.place);
  return comparison;
}

/** Adds what is found in one unit. */
function compareUnit(unit: Unit, hasBase: boolean, comparison: Comparison): void {
  const { about } = unit;
  const [base, published, current] = [sentencesOf(unit.base), sentencesOf(unit.published), sentencesOf(unit.current)];
  const [byHand, byLedger] = [linked(about, base, published), linked(about, base, current)];
  for (const [from, to] of [...byHand.values(), ...byLedger.values()]) {
    for (const { paragraph } of to) for (const one of from) paragraph.sources.add(one.paragraph);
  }
  const add = (kind: Change['kind'], place: number, ...texts: [b: Sentences, p: Sentences, c: Sentences]): void => {
    const [b, p, c] = texts.map((some) => [...some].map(({ text }) => text).join(''));
    const [one] = [...texts[1], ...texts[0]];
    const change = { kind, about, base: b ?? '', published: p ?? '', ledger: c ?? '' };
    comparison.found.push({ change, paragraph: one?.paragraph, place });
  };

  // an issue that is published nowhere comes last
  const start = published[0]?.place ?? (about === null ? 0 : Number.MAX_SAFE_INTEGER);
  let place = start;
  const done = new Set<Sentence>();
  for (const first of base) {
    if (done.has(first)) continue;
    const [b, p, c] = [new Set([first]), new Set<Sentence>(), new Set<Sentence>()];
    for (const one of b) {
      done.add(one);
      for (const [links, into] of [[byHand, p] as const, [byLedger, c] as const]) {
        const [from = [], to = []] = links.get(one) ?? [];
        for (const other of from) b.add(other);
        for (const other of to) into.add(other);
      }
    }
    place = [...p][0]?.place ?? place;
    for (const one of c) one.place = place;
    const [keyB, keyP, keyC] = [keyIn(b), keyIn(p), keyIn(c)];
    if (keyP !== keyC) add(keyB === keyC ? 'hand' : keyB === keyP ? 'ledger' : 'both', place, b, p, c);
    else if (keyB === keyP) comparison.same += b.size;
  }

  // what was put in on either side; the ledger may have caught up with the hand
  const putIn = published.filter((one) => !byHand.has(one));
  const putInNow = current.filter((one) => !byLedger.has(one));
  const met = linked(about, putIn, putInNow);
  for (const one of putIn) {
    const [p, c] = met.get(one) ?? [[one], []];
    if (p[0] !== one) continue;
    const isSame = keyIn(p) === keyIn(c);
    if (hasBase && c.length > 0) for (const { paragraph } of p) comparison.caughtUp.add(paragraph);
    if (!isSame) add(hasBase && c.length > 0 ? 'both' : 'hand', one.place ?? start, [], p, c);
    else if (!hasBase) comparison.same += p.length;
  }
  place = start;
  for (const one of current) {
    place = one.place ?? place;
    if (!byLedger.has(one) && !met.has(one)) add('ledger', place, [], [], [one]);
  }
}

type Sentences = Iterable<Sentence>;

/**
 * The link of each sentence that has one, on either side. In the narrative, where the headings of aspects follow the order
 * of their issues, a whole paragraph that moved is the same one.
 */
function linked(about: number | null, a: readonly Sentence[], b: readonly Sentence[]): Map<Sentence, Link<Sentence>> {
  const links = new Map<Sentence, Link<Sentence>>();
  const add = (link: Link<Sentence>): void => {
    for (const one of link.flat()) links.set(one, link);
  };
  align(a, b).forEach(add);
  if (about !== null) return links;
  const whole = (some: readonly Sentence[]): Paragraph[] => {
    const free = new Set(some.filter((one) => !links.has(one)));
    return [...new Set([...free].map(({ paragraph }) => paragraph))].filter(({ sentences }) =>
      sentences.every((one) => free.has(one)),
    );
  };
  const moved = grouped(whole(b), ({ key }) => [key]);
  for (const one of whole(a)) {
    const other = moved.get(one.key)?.shift();
    if (other) add([one.sentences, other.sentences]);
  }
  return links;
}

function sentencesOf(paragraphs: readonly Paragraph[]): Sentence[] {
  return paragraphs.flatMap(({ sentences }) => sentences);
}
