/** Rule half-width: half-width punctuation next to Chinese in a printed cell. */
import { normaliseParagraph } from '../text/punctuation';
import type { Observation, Rule } from './finding';
import { printedCells } from './printed';

const HALF = /[,;:!?()]/;
/** Characters shown on either side of the mark. */
const AROUND = 6;

export const halfWidth: Rule = {
  code: 'half-width',
  severity: 'note',
  title: '标点半角',
  explains: '中文文稿的标点用全角（GB/T 15834-2011）。报告生成时会自动改正，台账中改正后两处才一致。',
  check({ ledger }) {
    return printedCells(ledger).flatMap(({ text, about }): Observation[] => {
      if (!HALF.test(text)) return [];
      const changed = text.split('\n').flatMap((line) => widened(line));
      const [first] = changed;
      if (first === undefined) return [];
      const count = changed.length > 1 ? `，共${changed.length}处` : '';
      return [about({ message: `“${first.before}”用了半角标点${count}`, remedy: `改为全角：“${first.after}”` })];
    });
  },
};

/** The marks of a line that normalisation widens, each with its surroundings before and after. */
function widened(line: string): { before: string; after: string }[] {
  if (!HALF.test(line)) return [];
  const before = Array.from(line.replace(/\s+/g, ''));
  const after = Array.from(normaliseParagraph(line).replace(/\s+/g, ''));
  // control characters went too: then the two cannot be laid side by side
  if (before.length !== after.length) return [{ before: line.slice(0, 20), after: after.slice(0, 20).join('') }];
  return before.flatMap((character, at) => {
    if (character === after[at]) return [];
    const from = Math.max(0, at - AROUND);
    const to = at + AROUND + 1;
    return [{ before: before.slice(from, to).join(''), after: after.slice(from, to).join('') }];
  });
}
