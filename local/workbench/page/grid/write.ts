/** Writes the host's changes into Univer: as mutations of the page, off the undo history, marked as the host's. */
import type { FUniver } from '@univerjs/core/lib/facade';
import type { SheetView } from '../../protocol';
import { BOOK_ID, filterRange, freezeOf, sheetKey } from './bookToUniver';
import type { SheetChange } from './patch';

export const HOST = 'host';

/** @param rows rows Univer has in this tab now */
export function writeChange(api: FUniver, sheet: SheetView, change: SheetChange, rows: number): void {
  const at = { unitId: BOOK_ID, subUnitId: sheetKey(sheet) };
  const run = (id: string, params: object): void => {
    // not `onlyLocal`: drop-downs would go on judging the old value
    api.syncExecuteCommand(id, { ...at, ...params, trigger: HOST }, { fromHost: true });
  };
  if (change.title !== null) run('sheet.mutation.set-worksheet-name', { name: change.title });
  const grows = change.rows !== null && change.rows > rows;
  if (grows && change.rows !== null) {
    const range = { startRow: rows, endRow: change.rows - 1, startColumn: 0, endColumn: sheet.columnCount - 1 };
    run('sheet.mutation.insert-row', { range });
  }
  if (change.cellCount > 0) run('sheet.mutation.set-range-values', { cellValue: change.cells });
  for (const [height, ranges] of grouped(change.heights, sheet.columnCount)) {
    run('sheet.mutation.set-worksheet-row-height', { ranges, rowHeight: height });
    run('sheet.mutation.set-worksheet-row-is-auto-height', { ranges, autoHeightInfo: 0 });
  }
  for (const [column, width] of Object.entries(change.widths)) {
    const range = { startRow: 0, endRow: rows - 1, startColumn: Number(column), endColumn: Number(column) };
    run('sheet.mutation.set-worksheet-col-width', { ranges: [range], colWidth: width });
  }
  for (const { row, column, note, id } of change.notes) {
    const place = { sheetId: at.subUnitId, row, col: column };
    if (note) run('sheet.mutation.update-note', { ...place, note });
    else run('sheet.mutation.remove-note', { ...place, noteId: id });
  }
  if (change.freeze) run('sheet.mutation.set-frozen', freezeOf(sheet));
  for (const ruleId of change.rules.gone) run('data-validation.mutation.removeRule', { ruleId });
  for (const rule of change.rules.come) run('data-validation.mutation.addRule', { rule });
  if (grows) {
    const range = filterRange(sheet);
    const filter = api.getActiveWorkbook()?.getSheetBySheetId(at.subUnitId)?.getFilter();
    if (range && filter) run('sheet.mutation.set-filter-range', { range });
  }
}

/** Neighbouring rows of one height together. */
function grouped(heights: Record<number, number>, columns: number) {
  const groups = new Map<number, { startRow: number; endRow: number; startColumn: number; endColumn: number }[]>();
  for (const [name, height] of Object.entries(heights)) {
    const row = Number(name);
    const ranges = groups.get(height) ?? [];
    const last = ranges[ranges.length - 1];
    if (last && last.endRow === row - 1) last.endRow = row;
    else ranges.push({ startRow: row, endRow: row, startColumn: 0, endColumn: columns - 1 });
    groups.set(height, ranges);
  }
  return groups;
}
