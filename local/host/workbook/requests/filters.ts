/** Requests on the basic filter and on filter views. Filters are kept, not applied: no row is hidden by the host. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../../errors';
import { merge, requiredMask } from '../fieldMask';
import { type Draft, type Sheet, sheetIdOf } from '../store';
import { checkCondition } from '../validation';
import type { Handlers } from './handler';

type FilterView = sheets_v4.Schema$FilterView;

function check(draft: Draft, filter: sheets_v4.Schema$BasicFilter & { namedRangeId?: string | null }): void {
  if (filter.tableId) throw notImplemented('filter.tableId');
  const range = filter.namedRangeId
    ? draft.spreadsheet.namedRanges?.find((one) => one.namedRangeId === filter.namedRangeId)?.range
    : filter.range;
  const box = draft.box(range, 'filter.range');
  for (const { filterCriteria, columnIndex } of filter.filterSpecs ?? []) {
    if (typeof columnIndex !== 'number' || columnIndex < box.left || columnIndex >= box.right) {
      throw new ApiFault(`filterSpecs.columnIndex[${columnIndex}] is outside the filter's range.`);
    }
    if (filterCriteria?.condition) checkCondition(filterCriteria.condition);
  }
  for (const [column, criteria] of Object.entries(filter.criteria ?? {})) {
    const index = Number(column);
    if (!Number.isInteger(index) || index < box.left || index >= box.right) {
      throw new ApiFault(`criteria[${column}] is outside the filter's range.`);
    }
    if (criteria.condition) checkCondition(criteria.condition);
  }
  for (const spec of filter.sortSpecs ?? []) {
    const index = spec.dimensionIndex ?? 0;
    if (index < box.left || index >= box.right)
      throw new ApiFault(`sortSpecs.dimensionIndex[${index}] is outside the filter's range.`);
  }
}

function find(draft: Draft, id: number | null | undefined): { sheet: Sheet; at: number; view: FilterView } {
  for (const sheet of draft.sheets) {
    const at = (sheet.filterViews ?? []).findIndex((one) => one.filterViewId === id);
    const view = sheet.filterViews?.[at];
    if (view) return { sheet, at, view };
  }
  throw new ApiFault(`No filter view with id: ${id}`);
}

function add(draft: Draft, request: sheets_v4.Schema$AddFilterViewRequest): sheets_v4.Schema$Response {
  const given = request.filter ?? {};
  check(draft, given);
  const used = draft.sheets.flatMap((one) => (one.filterViews ?? []).map((view) => view.filterViewId));
  const filterViewId = given.filterViewId ?? draft.nextId(used);
  if (used.includes(filterViewId)) throw new ApiFault(`A filter view with id ${filterViewId} already exists.`);
  const range =
    given.range ?? draft.spreadsheet.namedRanges?.find((one) => one.namedRangeId === given.namedRangeId)?.range;
  const filter: FilterView = { ...given, filterViewId };
  if (range) filter.range = range;
  const sheet = draft.sheet(range?.sheetId);
  filter.title ??= `过滤视图${(sheet.filterViews ?? []).length + 1}`;
  if ((sheet.filterViews ?? []).some((view) => view.title === filter.title)) {
    throw new ApiFault(`A filter view with the title "${filter.title}" already exists.`);
  }
  sheet.filterViews = [...(sheet.filterViews ?? []), filter];
  return { addFilterView: { filter } };
}

function update(draft: Draft, request: sheets_v4.Schema$UpdateFilterViewRequest): void {
  const mask = requiredMask(request.fields, 'FilterView');
  const { sheet, at, view } = find(draft, request.filter?.filterViewId);
  const next = merge(view, request.filter, mask, ['filterViewId']);
  check(draft, next);
  const own = draft.sheet(sheetIdOf(sheet));
  own.filterViews = (own.filterViews ?? []).with(at, next);
}

function remove(draft: Draft, request: sheets_v4.Schema$DeleteFilterViewRequest): void {
  const { sheet, at } = find(draft, request.filterId);
  const own = draft.sheet(sheetIdOf(sheet));
  own.filterViews = (own.filterViews ?? []).toSpliced(at, 1);
}

function setBasicFilter(draft: Draft, request: sheets_v4.Schema$SetBasicFilterRequest): void {
  const filter = request.filter ?? {};
  check(draft, filter);
  draft.sheet(filter.range?.sheetId).basicFilter = filter;
}

export const filterRequests: Handlers = {
  addFilterView: add,
  updateFilterView: (draft, request) => void update(draft, request),
  deleteFilterView: (draft, request) => void remove(draft, request),
  setBasicFilter: (draft, request) => void setBasicFilter(draft, request),
  clearBasicFilter: (draft, request) => {
    delete draft.sheet(request.sheetId).basicFilter;
    return undefined;
  },
};
