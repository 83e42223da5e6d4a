/** Requests on the basic filter and on filter views. Filters are kept, not applied: `rowsShownBy` says what they show. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../../errors';
import { merge, requiredMask } from '../fieldMask';
import { checkCriteria, specsOf } from '../filtering';
import { type Draft, type GridRange, type Sheet, sheetIdOf } from '../store';
import type { Handlers } from './handler';

type FilterView = sheets_v4.Schema$FilterView;

type Filter = sheets_v4.Schema$BasicFilter & { namedRangeId?: string | null };

const ORDERS = ['ASCENDING', 'DESCENDING'];

/** @returns the range the filter covers */
function check(draft: Draft, filter: Filter): GridRange {
  if (filter.tableId) throw notImplemented('filter.tableId');
  const range = filter.namedRangeId
    ? draft.spreadsheet.namedRanges?.find((one) => one.namedRangeId === filter.namedRangeId)?.range
    : filter.range;
  const box = draft.box(range, 'filter.range');
  const columns = new Set<number>();
  for (const { filterCriteria, columnIndex, dataSourceColumnReference } of specsOf(filter)) {
    if (dataSourceColumnReference) throw notImplemented('filterSpecs.dataSourceColumnReference');
    const index = columnIndex ?? 0;
    if (!Number.isInteger(index) || index < box.left || index >= box.right) {
      throw new ApiFault(`filterSpecs.columnIndex[${columnIndex}] is outside the filter's range.`);
    }
    if (columns.has(index)) throw new ApiFault(`filterSpecs.columnIndex[${index}] is given twice.`);
    columns.add(index);
    if (filterCriteria) checkCriteria(filterCriteria);
  }
  for (const spec of filter.sortSpecs ?? []) {
    const index = spec.dimensionIndex ?? 0;
    if (index < box.left || index >= box.right)
      throw new ApiFault(`sortSpecs.dimensionIndex[${index}] is outside the filter's range.`);
    if (spec.sortOrder && !ORDERS.includes(spec.sortOrder))
      throw new ApiFault(`Invalid value at 'filter.sort_specs.sort_order' (TYPE_ENUM), "${spec.sortOrder}"`);
  }
  return range ?? {};
}

/** "Both criteria and filter_specs are populated in responses." */
function withBothCriteria<T extends Filter>(filter: T): T {
  const filterSpecs = specsOf(filter);
  if (filterSpecs.length === 0) {
    const bare = { ...filter };
    delete bare.criteria;
    delete bare.filterSpecs;
    return bare;
  }
  const criteria = Object.fromEntries(
    filterSpecs.map(({ columnIndex, filterCriteria }) => [String(columnIndex ?? 0), filterCriteria ?? {}]),
  );
  return { ...filter, criteria, filterSpecs };
}

function checkTitle(sheet: Sheet, view: FilterView): void {
  const taken = (sheet.filterViews ?? []).some(
    (one) => one.title === view.title && one.filterViewId !== view.filterViewId,
  );
  if (taken) throw new ApiFault(`A filter view with the title "${view.title}" already exists.`);
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
  if (given.range && given.namedRangeId) throw new ApiFault('Only one of range, namedRangeId or tableId may be set.');
  const range = check(draft, given);
  const used = draft.sheets.flatMap((one) => (one.filterViews ?? []).map((view) => view.filterViewId));
  const filterViewId = given.filterViewId ?? draft.nextId(used);
  if (used.includes(filterViewId)) throw new ApiFault(`A filter view with id ${filterViewId} already exists.`);
  const sheet = draft.sheet(range.sheetId);
  const filter = withBothCriteria({ ...given, filterViewId, range });
  filter.title ??= `过滤视图${(sheet.filterViews ?? []).length + 1}`;
  if (filter.title === '') throw new ApiFault('filter.title must not be empty.');
  checkTitle(sheet, filter);
  sheet.filterViews = [...(sheet.filterViews ?? []), filter];
  return { addFilterView: { filter } };
}

function update(draft: Draft, request: sheets_v4.Schema$UpdateFilterViewRequest): void {
  const mask = requiredMask(request.fields, 'FilterView');
  const { sheet, at, view } = find(draft, request.filter?.filterViewId);
  const { criteria: _criteria, ...withoutCriteria } = view;
  const { filterSpecs: _specs, ...withoutSpecs } = view;
  // what is written takes the place of both: the one field is made from the other
  const writesCriteria = mask.has('criteria') && !mask.has('filterSpecs');
  const next = merge(writesCriteria ? withoutSpecs : withoutCriteria, request.filter, mask, ['filterViewId']);
  // a range given anew parts the view from its named range
  if (mask.has('range')) delete next.namedRangeId;
  const range = check(draft, next);
  if ((range.sheetId ?? 0) !== sheetIdOf(sheet)) throw new ApiFault('A filter view cannot move to another sheet.');
  if (!next.title) throw new ApiFault('filter.title must not be empty.');
  checkTitle(sheet, next);
  const own = draft.sheet(sheetIdOf(sheet));
  own.filterViews = (own.filterViews ?? []).with(at, withBothCriteria({ ...next, range }));
}

function remove(draft: Draft, request: sheets_v4.Schema$DeleteFilterViewRequest): void {
  const { sheet, at } = find(draft, request.filterId);
  const own = draft.sheet(sheetIdOf(sheet));
  own.filterViews = (own.filterViews ?? []).toSpliced(at, 1);
}

function setBasicFilter(draft: Draft, request: sheets_v4.Schema$SetBasicFilterRequest): void {
  const filter = request.filter ?? {};
  const range = check(draft, filter);
  draft.sheet(range.sheetId).basicFilter = withBothCriteria(filter);
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
