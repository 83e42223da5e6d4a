/** Who may write where: protected ranges (Sheets API v4, "ProtectedRange"). */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault } from '../errors';
import { type Box, boxOf, overlap, subtract } from './box';
import { type Actor, type Draft, type Sheet, type Spreadsheet, sheetIdOf, sizeOf } from './store';

type ProtectedRange = sheets_v4.Schema$ProtectedRange;

export const PROTECTED_MESSAGE =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** The owner always, anyone when it only warns, else those on its list of editors. */
export function mayEdit(actor: Actor, range: ProtectedRange): boolean {
  const user = actor.user.toLowerCase();
  if (user !== '' && user === actor.owner.toLowerCase()) return true;
  if (range.warningOnly) return true;
  return user !== '' && (range.editors?.users ?? []).some((one) => one.toLowerCase() === user);
}

/** The boxes of the sheet this protection covers. */
export function protectedBoxes(range: ProtectedRange, sheet: Sheet, spreadsheet: Spreadsheet): Box[] {
  const named = range.namedRangeId
    ? spreadsheet.namedRanges?.find((one) => one.namedRangeId === range.namedRangeId)?.range
    : undefined;
  const grid = named ?? range.range;
  if (!grid || (grid.sheetId ?? 0) !== sheetIdOf(sheet)) return [];
  const size = sizeOf(sheet);
  let boxes = [boxOf(grid, size)];
  for (const open of range.unprotectedRanges ?? []) {
    const hole = boxOf(open, size);
    boxes = boxes.flatMap((box) => subtract(box, hole));
  }
  return boxes;
}

/** The parts of a sheet the actor may not write. */
export function closedBoxes(draft: Draft, sheet: Sheet): Box[] {
  return (sheet.protectedRanges ?? [])
    .filter((range) => !mayEdit(draft.actor, range))
    .flatMap((range) => protectedBoxes(range, sheet, draft.spreadsheet));
}

/** @throws ApiFault when a cell of the boxes is protected against the actor */
export function assertMayWrite(draft: Draft, sheetId: number | null | undefined, boxes: Box | readonly Box[]): void {
  const closed = closedBoxes(draft, draft.look(sheetId));
  if (closed.some((one) => [boxes].flat().some((box) => overlap(one, box)))) throw new ApiFault(PROTECTED_MESSAGE);
}
