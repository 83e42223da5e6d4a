/** Rule half-width: half-width punctuation next to Chinese in a printed cell. */
import { normaliseParagraph } from '../text/punctuation';
import type { Check } from './finding';
import { aboutCells, printedCells } from './printed';

const HALF = /[,;:!?()]/;
/** Characters shown on either side of the mark. */
const AROUND = 6;

export const halfWidth: Check = (context) =>
  aboutCells(printedCells(context), (text) => {
    const changed = text
      .split('\n')
      .map(widened)
      .filter(({ count }) => count > 0);
    const [first] = changed;
    if (first === undefined) return undefined;
    const total = changed.reduce((sum, line) => sum + line.count, 0);
    const count = total > 1 ? `，共${total}处` : '';
    return [`“${first.before}”用了半角标点${count}`, `改为全角：“${first.after}”`];
  });

/** How many marks of a line normalisation widens, and the first of them with its surroundings before and after. */
function widened(line: string): { count: number; before: string; after: string } {
  if (!HALF.test(line)) return { count: 0, before: '', after: '' };
  const before = Array.from(line.replace(/\s+/g, ''));
  const after = Array.from(normaliseParagraph(line).replace(/\s+/g, ''));
  // control characters went too: then the two cannot be laid side by side
  const apart = before.length !== after.length;
  const first = apart ? 0 : before.findIndex((character, at) => character !== after[at]);
  const end = apart ? 2 * AROUND : first + AROUND + 1;
  const around = (characters: string[]): string => characters.slice(Math.max(0, first - AROUND), end).join('');
  const count = apart ? 1 : before.filter((character, at) => character !== after[at]).length;
  return { count, before: around(before), after: around(after) };
}
