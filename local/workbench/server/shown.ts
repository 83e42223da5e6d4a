/** What a sheet's filter views and slicers show: counts for the page's lists, and the rows of a choice. */
import type { sheets_v4 } from '@googleapis/sheets';
import { type Filter, rowsShownBy } from '../../host';
import type { Answer, Choice, ViewsView } from '../protocol';
import type { Desk } from './desk';
import { idOf, type Sheet } from './sheetView';
import { trouble, troubleOf } from './trouble';
import { WORDING } from './wording';

type Row = sheets_v4.Schema$RowData;

const sheetOf = (desk: Desk, id: number): Sheet | undefined => desk.book.sheets?.find((sheet) => idOf(sheet) === id);
const gone = (): Answer<never> => trouble('no-view', WORDING.noView);
const rowsOf = (sheet: Sheet): Row[] => sheet.data?.[0]?.rowData ?? [];
const isUsed = ({ values = [] }: Row): boolean => values.some(({ formattedValue }) => (formattedValue ?? '') !== '');

/** The filter views of a sheet with how many rows each shows, its slicers with the values of their columns. */
export function viewsAnswer(desk: Desk, id: number): Answer<ViewsView> {
  const sheet = sheetOf(desk, id);
  if (!sheet) return gone();
  const rows = rowsOf(sheet);
  const countOf = (filter: Filter): number | null => {
    try {
      return rowsShownBy(filter, sheet, desk.today).filter((at) => isUsed(rows[at] ?? {})).length;
    } catch {
      return null;
    }
  };
  return {
    ok: true,
    value: {
      views: (sheet.filterViews ?? []).map((view) => ({
        ...{ id: view.filterViewId ?? 0, title: view.title ?? '', count: countOf(view) },
      })),
      slicers: (sheet.slicers ?? []).map(({ slicerId, spec }) => {
        const from = (spec?.dataRange?.startRowIndex ?? 0) + 1;
        const texts = rows
          .slice(from, spec?.dataRange?.endRowIndex ?? undefined)
          .map(({ values = [] }) => values[spec?.columnIndex ?? 0]?.formattedValue ?? '');
        return { id: slicerId ?? 0, title: spec?.title ?? '', values: [...new Set(texts)].filter((one) => one !== '') };
      }),
    },
  };
}

/** The rows a choice shows: those of the view, in its order, that every slicer lets through; and all outside its range. */
export function shownAnswer(desk: Desk, { sheet: id, view, slicers }: Choice): Answer<{ rows: number[] }> {
  const sheet = sheetOf(desk, id);
  if (!sheet) return gone();
  const count = sheet.properties?.gridProperties?.rowCount ?? 0;
  const all = Array.from({ length: count }, (_none, at) => at);
  const filters: Filter[] = [];
  const chosen = sheet.filterViews?.find(({ filterViewId }) => filterViewId === view);
  if (view !== null && !chosen) return gone();
  if (chosen) filters.push(chosen);
  for (const { id: slicer, value } of slicers) {
    const spec = sheet.slicers?.find(({ slicerId }) => slicerId === slicer)?.spec;
    if (!spec) return gone();
    const condition = { type: 'TEXT_EQ', values: [{ userEnteredValue: value }] };
    const columnIndex = spec.columnIndex ?? 0;
    filters.push({ range: spec.dataRange ?? {}, filterSpecs: [{ columnIndex, filterCriteria: { condition } }] });
  }
  try {
    return { ok: true, value: { rows: filters.reduce((rows, one) => through(rows, one, sheet, desk.today), all) } };
  } catch (thrown) {
    return troubleOf(thrown, desk.person, WORDING.notShown);
  }
}

/** The rows that pass one more filter; a filter that sorts puts them into its order. */
function through(rows: readonly number[], filter: Filter, sheet: Sheet, today: number): number[] {
  const top = filter.range?.startRowIndex ?? 0;
  const bottom = filter.range?.endRowIndex ?? Number.POSITIVE_INFINITY;
  const shown = rowsShownBy(filter, sheet, today);
  const passes = new Set(shown);
  const isSorted = (filter.sortSpecs ?? []).length > 0;
  const standing = new Set(rows);
  return [
    ...rows.filter((at) => at <= top),
    ...(isSorted ? shown.filter((at) => standing.has(at)) : rows.filter((at) => passes.has(at))),
    ...rows.filter((at) => at >= bottom),
  ];
}
