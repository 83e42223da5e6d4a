/** The installable edit trigger that carries out what is chosen in 操作: the way by which work is done on phones. */
import { TABS } from '../ledger/schema';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/**
 * The rows (1-based) of 问题台账 in which 操作 was edited; undefined for every other edit, at the price of three calls
 * at most. With the spreadsheet's id and the four of the command that follows they are the eight an action may make.
 */
export function operationRows({ range, value, oldValue }: EditEvent): { first: number; last: number } | undefined {
  // a single cell that was emptied asks for nothing
  if (value === undefined && oldValue !== undefined) return undefined;
  // plain fields of the event's range, which cost no call (docs/fidelity.md)
  const { rowStart, rowEnd, columnStart, columnEnd } = range as typeof range & EditedExtent;
  if (rowEnd < 2) return undefined;
  const sheet = range.getSheet();
  if (sheet.getName() !== TABS.issues.title) return undefined;
  const headers: unknown[] = sheet.getSheetValues(1, columnStart, 1, columnEnd - columnStart + 1)[0] ?? [];
  const isAsked = headers.some((header) => String(header).trim() === TABS.issues.columns.operation.header);
  return isAsked ? { first: Math.max(2, rowStart), last: rowEnd } : undefined;
}

/** Fields of an edited range that the type package leaves out. */
interface EditedExtent {
  rowStart: number;
  rowEnd: number;
  columnStart: number;
  columnEnd: number;
}

/** Mail of whoever edited; `''` where Google does not tell it across domains (PLATFORM, Rights). */
export function editorOf(event: EditEvent): string {
  return event.user?.getEmail() ?? '';
}
