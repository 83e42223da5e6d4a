/** 对账: a published report against what was generated then and what the ledger would generate now. */
import type { BaseLine } from './base';
import { type Change, compare } from './compare';

export interface Reconciliation {
  /** Sentences equal in all three. */
  same: number;
  /** In the order of the published text. */
  changes: Change[];
  /** How many changes there are of each kind. */
  hand: number;
  ledger: number;
  both: number;
}

/**
 * Compares the base, the published paragraphs (cells of a table's row joined by tabs) and the current lines, issue by issue
 * and sentence by sentence. No change is: another number, spaces and half-width marks (docs/normalisation.md), another
 * order of issues or of narrative paragraphs, a paragraph divided or joined, a change the ledger has made just as the hand
 * has. Empty paragraphs, page numbers and repeated header rows don't count. Without a base (`[]`) the published text and the
 * ledger's are compared alone: `hand` is what stands in the published text only (`ledger` is '') or reads otherwise there
 * (both are given), `ledger` what it lacks; `base` is always '', and `both` doesn't occur.
 */
export function reconcile(
  base: readonly BaseLine[],
  published: readonly string[],
  current: readonly BaseLine[],
): Reconciliation {
  const { same, found } = compare(base, published, current);
  const changes = found.map(({ change }) => change);
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  return { same, changes, hand: count('hand'), ledger: count('ledger'), both: count('both') };
}
