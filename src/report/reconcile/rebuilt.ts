/** Blocks of a draft with the text they were given by hand. */
import type { Block, Run } from '../document';
import { textOfRuns } from '../paragraphs';
import { CELL_GAPS, numberOf, type Paragraph, sentencesIn } from './sentences';

export type TextBlock = Extract<Block, { kind: 'heading' | 'paragraph' }>;

/**
 * A block with the text of the first paragraph, and further paragraphs after it. A heading stays one unless the paragraph
 * below was drawn up to it, then it runs on; headings and heads of issues bear the draft's number.
 */
export function rebuilt(block: TextBlock, was: Paragraph, now: readonly Paragraph[]): Block[] {
  const number = numberOf(textOfRuns(block.runs));
  return now.map((paragraph, i) => {
    const { text, mark, sources } = paragraph;
    if (i > 0) return paragraphOf(text, block.about ?? null);
    const isNumbered = block.kind === 'heading' || was.head || block.runs[0]?.level !== undefined;
    const isOurs = number !== '' && (isNumbered || mark === was.mark || mark === '');
    const whole = plain(isOurs ? number + text.slice(mark.length) : text);
    if (block.kind === 'heading' && sources.size < 2) return { ...block, runs: runsOf(whole, block.runs) };
    const level = block.kind === 'heading' ? block.level : block.runs[0]?.level;
    const runs = level === undefined ? runsOf(whole, block.runs) : runIn(whole, { level });
    return { ...paragraphOf('', block.about ?? null), runs };
  });
}

/** A paragraph of an issue, or of none. */
export function paragraphOf(text: string, about: number | null): Extract<Block, { kind: 'paragraph' }> {
  return { kind: 'paragraph', runs: [{ text: plain(text) }], ...(about === null ? {} : { about }) };
}

function plain(text: string): string {
  return text.replace(CELL_GAPS, '');
}

/** The style of the only run stays. */
function runsOf(text: string, [first, second]: readonly Run[]): Run[] {
  return [{ ...(second ? {} : first), text }];
}

/** The first sentence as the heading the paragraph begins with. */
function runIn(text: string, style: Omit<Run, 'text'>): Run[] {
  const [head = ''] = sentencesIn(text);
  const runs = [{ ...style, text: head }, { text: text.slice(head.length) }];
  return runs.filter((run) => run.text !== '');
}
