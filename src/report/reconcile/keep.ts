/** A new draft with the hand edits of what the ledger has not changed since. */
import { grouped } from '../../progress/grouping';
import type { Block, ReportDocument } from '../document';
import { type BaseLine, type BlockLine, linesOfBlocks } from './base';
import { type Change, compare, type Found } from './compare';
import { paragraphOf, rebuilt, type TextBlock } from './rebuilt';
import { CELL_GAP, type Paragraph } from './sentences';

/** Where a paragraph of the base stands in the new draft. */
interface Standing {
  block: number;
  /** Nothing of its block stands before or after it, so that something may be put in there. */
  first: boolean;
  last: boolean;
  /** The block, when its text may be changed. */
  text: TextBlock | undefined;
}

/**
 * The draft, with the paragraphs edited, put in and left out by hand wherever the ledger gives the same text as in the
 * base: the whole text of the issue, or the paragraph of narrative. Numbers and order are those of the draft. `kept` and
 * `dropped` together are the changes `reconcile` calls `hand` and `both`. Dropped are those of issues and paragraphs the
 * ledger changed, of titles, tables, signature and attachments, and an issue left out altogether: that is for 公开方式 to
 * say. Without a base, or where nothing of it is published, nothing is kept.
 */
export function keepHandEdits(
  document: ReportDocument,
  base: readonly BaseLine[],
  published: readonly string[],
): { document: ReportDocument; kept: Change[]; dropped: Change[] } {
  const lines = linesOfBlocks(document);
  const { units, published: texts, found, caughtUp } = compare(base, published, lines);
  const byHand = found.filter(({ change }) => change.kind !== 'ledger');
  const edited = new Set(byHand.map(({ change }) => change.about));

  const standings = new Map<Paragraph, Standing>();
  /** Issues, or the narrative, where something may be put in. */
  const open = new Set<number | null>([null]);
  for (const { about, base: then, published: some, current } of units) {
    const same = current.flatMap((one): [Paragraph, Standing][] => {
      const [was, ...more] = one.sources;
      const standing = standingOf(document, lines, one.at);
      return was && standing && more.length === 0 && was.key === one.key ? [[was, standing]] : [];
    });
    if (about !== null && (same.length < then.length || current.length > then.length || some.length === 0)) continue;
    open.add(about);
    for (const [was, standing] of same) standings.set(was, standing);
  }

  // what a paragraph was made of and what was made of it are kept together or not at all
  const became = grouped(texts, ({ sources }) => [...sources]);
  const kept = new Set(texts.filter(({ sources }) => sources.size > 0));
  for (const [was, { text }] of standings) if (text) kept.add(was);
  for (let before = -1; before !== kept.size; ) {
    before = kept.size;
    for (const [was, now] of became) {
      if (now.every((one) => kept.has(one)) && kept.has(was)) continue;
      for (const one of [was, ...now]) kept.delete(one);
    }
  }

  const changed = new Map<number, Block[]>();
  for (const [was, { block, text }] of standings) {
    if (!text || !kept.has(was)) continue;
    const own = (became.get(was) ?? []).filter((one) => [...one.sources][0] === was);
    const [first] = own;
    const isSame = own.length === 1 && first?.sources.size === 1 && first.key === was.key;
    if (isSame && (was.about === null || first.text === was.text || !edited.has(was.about))) continue;
    changed.set(block, rebuilt(text, was, own));
  }

  // what was put in stands after the paragraph before it, else before the one after it
  const inserted = new Map<number, Block[]>();
  let gap: number | undefined = 0;
  texts.forEach((one, j) => {
    if (one.sources.size > 0) {
      const standing = standings.get([...one.sources].pop() ?? one);
      gap = standing?.last ? gapAfter(document, standing) : undefined;
      return;
    }
    if (gap === undefined) {
      const [was] = texts.find((some, k) => k > j && some.sources.size > 0)?.sources ?? [];
      const standing = was && standings.get(was);
      if (standing?.first) gap = standing.block;
    }
    if (gap === undefined || !open.has(one.about) || caughtUp.has(one) || one.text.includes(CELL_GAP)) return;
    kept.add(one);
    inserted.set(gap, [...(inserted.get(gap) ?? []), paragraphOf(one.text, one.about)]);
  });

  const isPublished = became.size > 0;
  const isKept = ({ change, paragraph }: Found): boolean =>
    isPublished && change.kind === 'hand' && paragraph !== undefined && kept.has(paragraph);
  const blocks = document.blocks.flatMap((block, i) => [...(inserted.get(i) ?? []), ...(changed.get(i) ?? [block])]);
  blocks.push(...(inserted.get(document.blocks.length) ?? []));
  return {
    document: isPublished ? { ...document, blocks } : document,
    kept: byHand.filter(isKept).map(({ change }) => change),
    dropped: byHand.filter((one) => !isKept(one)).map(({ change }) => change),
  };
}

function standingOf({ blocks }: ReportDocument, lines: readonly BlockLine[], at: number): Standing | undefined {
  const block = lines[at]?.block ?? -1;
  const one = blocks[block];
  if (!one) return undefined;
  const [first, last] = [lines[at - 1]?.block !== block, lines[at + 1]?.block !== block];
  const isText = first && last && (one.kind === 'heading' || one.kind === 'paragraph');
  return { block, first, last: last && one.kind !== 'attachment', text: isText ? one : undefined };
}

/** The place after a block; what goes with a title or the like, the empty line after it, stays with it. */
function gapAfter({ blocks }: ReportDocument, { block, text }: Standing): number {
  let gap = block + 1;
  while (!text && blocks[gap]?.kind === 'blank') gap += 1;
  return gap;
}
