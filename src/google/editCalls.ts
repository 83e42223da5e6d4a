/** An edit under way and the service calls it may still make: at most 6 for one cell, 10 for a block. */
import type { Block, Outcome } from '../ledger/editing';
import { TAB_ORDER, TABS, type TabId } from '../ledger/schema';
import { readsOtherwise } from './editPlan';

type Range = GoogleAppsScript.Spreadsheet.Range;

export const SINGLE_LIMIT = 6;
export const BLOCK_LIMIT = 10;
/** One read of another tab: getRange and getValues. */
export const READ_CALLS = 2;

export interface Editing {
  event: GoogleAppsScript.Events.SheetsOnEdit;
  range: Range;
  block: Block;
  left: number;
}

export function tabTitled(title: string): TabId | undefined {
  return TAB_ORDER.find((tab) => TABS[tab].title === title);
}

export function tell({ event }: Editing, message: string): void {
  event.source.toast(message, '整改台账', 10);
}

export function needsPlainText({ plainText, write }: Outcome): boolean {
  return plainText && typeof write === 'string' && readsOtherwise(write);
}

/** False when the sheet refuses the write, as it does when a pasted rule or a protection stands against it. */
export function isDone(write: () => unknown): boolean {
  try {
    write();
    return true;
  } catch {
    return false;
  }
}
