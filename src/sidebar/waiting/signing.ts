/** Signing several applications at once: which are meant, what is sent, what came back of each. */
import type { Gives, Takes } from '../../app/contract';

export type Waiting = Gives<'waiting'>;
type Results = Gives<'act'>['results'];

/** Those chosen that still wait, in the list's order. */
export function stillWaiting(waiting: Waiting, chosen: ReadonlySet<number>): Waiting {
  return waiting.filter(({ number }) => chosen.has(number));
}

/** One call for all, each with the fingerprint that was seen of it. */
export function bulkArgument(meant: Waiting): Takes<'act'> {
  const seals = Object.fromEntries(meant.map(({ number, seal }) => [String(number), seal]));
  return { action: 'sign', issues: meant.map(({ number }) => number), seals };
}

export function countsOf(results: Results): { done: number; refused: number } {
  const done = results.filter(({ ok }) => ok).length;
  return { done, refused: results.length - done };
}
