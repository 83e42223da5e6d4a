/** 对账 of a published report with the ledger, and drafts that keep what was edited by hand. */
export { type BaseLine, baseOf, linesOfReport, readBase } from './base';
export type { Change } from './compare';
export { keepHandEdits } from './keep';
export { type Reconciliation, reconcile } from './reconcile';
