/** A sheet's view with the rows of a patch put in. */
import type { RowsPatch, SheetView } from './protocol';

/** A new view; the rows that did not change are the same objects as before, and so are the drop-downs. */
export function withRows(sheet: SheetView, { length, rows, validations = sheet.validations }: RowsPatch): SheetView {
  const next = Array.from({ length }, (_none, at) => sheet.rows[at] ?? []);
  for (const [at, row] of rows) next[at] = row;
  return { ...sheet, rows: next, validations };
}
