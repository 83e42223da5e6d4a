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
      const changed = text
        .split('\n')
        .map(widened)
        .filter(({ count }) => count > 0);
      const [first] = changed;
      if (first === undefined) return [];
      const total = changed.reduce((sum, line) => sum + line.count, 0);
      const count = total > 1 ? `，共${total}处` : '';
      return [about({ message: `“${first.before}”用了半角标点${count}`, remedy: `改为全角：“${first.after}”` })];
    });
  },
};

/** How many marks of a line normalisation widens, and the first of them with its surroundings before and after. */
function widened(line: string): { count: number; before: string; after: string } {
  if (!HALF.test(line)) return { count: 0, before: '', after: '' };
  const before = Array.from(line.replace(/\s+/g, ''));
  const after = Array.from(normaliseParagraph(line).replace(/\s+/g, ''));
  // control characters went too: then the two cannot be laid side by side
  if (before.length !== after.length) {
    return { count: 1, before: before.slice(0, 2 * AROUND).join(''), after: after.slice(0, 2 * AROUND).join('') };
  }
  const first = before.findIndex((character, at) => character !== after[at]);
  const around = (characters: string[]): string =>
    characters.slice(Math.max(0, first - AROUND), first + AROUND + 1).join('');
  const count = before.reduce((sum, character, at) => (character === after[at] ? sum : sum + 1), 0);
  return { count, before: around(before), after: around(after) };
}
