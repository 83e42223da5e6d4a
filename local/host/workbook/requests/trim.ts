/** What ranges, rows and metadata become when a grid changes its rows or columns. */
import type { sheets_v4 } from '@googleapis/sheets';
import { type Axis, afterDelete } from '../box';
import type { Filter } from '../filtering';
import { type Draft, type GridRange, type Sheet, sheetIdOf, sizeOf } from '../store';
import { moveEmbedded } from './embeddedRanges';
import { moveListReferences } from './listReferences';

type Moved = (range: GridRange) => GridRange | undefined;

const present = <T>(item: T | undefined): item is T => item !== undefined;

/** Applies `moved` to every range that lies on the sheet; what loses its range goes with it. */
export function moveRanges(draft: Draft, sheet: Sheet, moved: Moved): void {
  const id = sheetIdOf(sheet);
  const all = (ranges: GridRange[] | undefined): GridRange[] => (ranges ?? []).map(moved).filter(present);
  const one = <T extends { range?: GridRange }>(item: T): T | undefined => {
    if (!item.range) return item;
    const range = moved(item.range);
    return range && { ...item, range };
  };
  moveListReferences(draft, sheet, moved);
  if (sheet.merges) sheet.merges = all(sheet.merges);
  if (sheet.protectedRanges) {
    sheet.protectedRanges = sheet.protectedRanges
      .map(one)
      .filter(present)
      .map((item) => (item.unprotectedRanges ? { ...item, unprotectedRanges: all(item.unprotectedRanges) } : item));
  }
  if (sheet.conditionalFormats) {
    sheet.conditionalFormats = sheet.conditionalFormats
      .map((rule) => ({ ...rule, ranges: all(rule.ranges) }))
      .filter((rule) => rule.ranges.length > 0);
  }
  if (sheet.basicFilter) {
    const filter = one(sheet.basicFilter);
    if (filter) sheet.basicFilter = filter;
    else delete sheet.basicFilter;
  }
  if (sheet.basicFilter) sheet.basicFilter = withMovedColumns(sheet.basicFilter, moved);
  if (sheet.filterViews) {
    sheet.filterViews = sheet.filterViews
      .map(one)
      .filter(present)
      .map((view) => withMovedColumns(view, moved));
  }
  moveEmbedded(draft, sheet, moved);
  if (sheet.bandedRanges) sheet.bandedRanges = sheet.bandedRanges.map(one).filter(present);
  const named = draft.spreadsheet.namedRanges;
  if (named) {
    draft.spreadsheet.namedRanges = named
      .map((item) => ((item.range?.sheetId ?? 0) === id ? one(item) : item))
      .filter(present);
  }
}

/** Where the column has gone; undefined when it is gone for good. */
function movedColumn(column: number, moved: Moved): number | undefined {
  return moved({ startColumnIndex: column, endColumnIndex: column + 1 })?.startColumnIndex ?? undefined;
}

/** Criteria and sort order of a filter follow their columns. */
function withMovedColumns<T extends Filter>(filter: T, moved: Moved): T {
  const out: T = { ...filter };
  const column = (index: number | null | undefined): number | undefined => movedColumn(index ?? 0, moved);
  if (filter.filterSpecs) {
    out.filterSpecs = filter.filterSpecs.flatMap((spec) => {
      const columnIndex = column(spec.columnIndex);
      return columnIndex === undefined ? [] : [{ ...spec, columnIndex }];
    });
  }
  if (filter.criteria) {
    out.criteria = Object.fromEntries(
      Object.entries(filter.criteria).flatMap(([index, criteria]) => {
        const to = column(Number(index));
        return to === undefined ? [] : [[String(to), criteria]];
      }),
    );
  }
  if (filter.sortSpecs) {
    out.sortSpecs = filter.sortSpecs.flatMap((spec) => {
      const dimensionIndex = column(spec.dimensionIndex);
      return dimensionIndex === undefined ? [] : [{ ...spec, dimensionIndex }];
    });
  }
  return out;
}

/** Rows or columns `start … end-1` of the stored cells and their metadata are replaced by `put`. */
export function spliceGrid(
  draft: Draft,
  sheetId: number,
  axis: Axis,
  start: number,
  removed: number,
  put: readonly sheets_v4.Schema$RowData[] | number,
): void {
  const added = typeof put === 'number' ? put : put.length;
  const grid = draft.grid(sheetId);
  const rows = draft.rows(sheetId);
  const metadata = draft.ownList(axis === 'ROWS' ? grid.rowMetadata : grid.columnMetadata);
  if (metadata.length > start) metadata.splice(start, removed, ...Array.from({ length: added }, () => ({})));
  if (axis === 'ROWS') {
    grid.rowMetadata = metadata;
    if (rows.length > start) {
      const blank = typeof put === 'number' ? Array.from({ length: added }, () => ({})) : put;
      grid.rowData = [...rows.slice(0, start), ...blank, ...rows.slice(start + removed)];
    }
    return;
  }
  grid.columnMetadata = metadata;
  for (let row = 0; row < rows.length; row++) {
    if ((rows[row]?.values?.length ?? 0) <= start) continue;
    draft.cells(rows, row).splice(start, removed, ...Array.from({ length: added }, () => ({})));
  }
}

/** Drops what lies beyond the grid after it was made smaller. */
export function trimGrid(draft: Draft, sheet: Sheet): void {
  const { rows, columns } = sizeOf(sheet);
  const id = sheetIdOf(sheet);
  const far = Number.MAX_SAFE_INTEGER;
  spliceGrid(draft, id, 'ROWS', rows, far, 0);
  spliceGrid(draft, id, 'COLUMNS', columns, far, 0);
  moveRanges(draft, sheet, (range) => {
    const kept = afterDelete(range, 'ROWS', rows, far);
    return kept && afterDelete(kept, 'COLUMNS', columns, far);
  });
}
