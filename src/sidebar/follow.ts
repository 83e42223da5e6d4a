/** What the sidebar does when the person stands on another row: follow, offer it, or stay. */

export interface Following {
  /** The issue of the row stood on now; null on a row that belongs to none. */
  standing: number | null;
  /** The same, as asked the time before; undefined at first. */
  before: number | null | undefined;
  shown: number | null;
  pinned: boolean;
  /** The issue shown has text that was typed and not saved. */
  dirty: boolean;
}

export type Step = { do: 'stay' } | { do: 'show' | 'offer'; issue: number };

/** Follows a change of row only, so that turning the page in the sidebar is not undone by the next question. */
export function nextStep({ standing, before, shown, pinned, dirty }: Following): Step {
  if (pinned || standing === null || standing === before || standing === shown) return { do: 'stay' };
  return { do: dirty ? 'offer' : 'show', issue: standing };
}

const SOON_MS = 2_000;
const LATER_MS = 5_000;
const QUIET_AFTER_MS = 60_000;
const LONGEST_MS = 30_000;

/**
 * How long to wait before asking again. Each question reads the sheet, and a person may read it sixty times a minute:
 * after a quiet minute it is asked less often, after failures less and less.
 */
export function pause(quietMs: number, failures: number): number {
  const wait = quietMs < QUIET_AFTER_MS ? SOON_MS : LATER_MS;
  return Math.min(LONGEST_MS, wait * 2 ** failures);
}
