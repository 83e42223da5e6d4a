/** The program's filter views as Sheets requests: made, kept as they should be, removed; people's own are left alone. */
import type { Condition, LedgerView } from '../app/ports';
import { columnLetters } from '../ledger/grid';
import type { Positions } from './formats';
import { idFor } from './kept';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Criteria = GoogleAppsScript.Sheets.Schema.FilterCriteria;
type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;

/** The type package is older than filterSpecs, which have taken the place of `criteria`. */
interface FilterView extends GoogleAppsScript.Sheets.Schema.FilterView {
  filterSpecs?: { columnIndex?: number; filterCriteria?: Criteria }[];
}

/** A tab with its filter views, a person's own among them. */
export interface ViewedTab {
  sheetId: number;
  rowCount: number;
  columnCount: number;
  columns: Positions;
  present: readonly FilterView[];
}

/** By what a view is known again, whatever a person calls it. */
export function viewKey({ family, subject }: LedgerView): string {
  return subject === '' ? family : `${family}·${subject}`;
}

/**
 * Nothing where everything is as it should be. A title is given once and then the people's; criteria, order and range
 * are put back. A view of a column the tab lacks is left as it is. Filter views have no colour in the API: rows are
 * coloured in them by the conditional formats of the tab.
 * @param known  filterViewId of ours by key; what it is afterwards is in the result
 */
export function viewRequests(
  tab: ViewedTab,
  views: readonly LedgerView[],
  known: Readonly<Record<string, number>>,
): { requests: Request[]; known: Record<string, number> } {
  const present = new Map(tab.present.map((view) => [view.filterViewId ?? 0, view]));
  const wanted = new Set(views.map(viewKey));
  const gone = Object.entries(known).flatMap(([key, id]) => (!wanted.has(key) && present.has(id) ? [id] : []));
  const staying = tab.present.filter(({ filterViewId }) => !gone.includes(filterViewId ?? 0));
  const titles = new Set(staying.map(({ title }) => title ?? ''));
  const ids = new Set(present.keys());
  const kept: Record<string, number> = {};
  const requests: Request[] = gone.map((filterId) => ({ deleteFilterView: { filterId } }));
  for (const view of views) {
    const key = viewKey(view);
    const id = known[key];
    const before = id === undefined ? undefined : present.get(id);
    const filter = filterOf(tab, view);
    if (before !== undefined && id !== undefined) {
      kept[key] = id;
      if (filter === undefined || isKept(before, filter, tab)) continue;
      const fields = 'range,filterSpecs,sortSpecs';
      requests.push({ updateFilterView: { filter: { ...filter, filterViewId: id }, fields } });
    } else if (filter !== undefined) {
      const filterViewId = idFor(key, ids);
      const title = freeTitle(view.title, titles);
      ids.add(filterViewId);
      titles.add(title);
      kept[key] = filterViewId;
      requests.push({ addFilterView: { filter: { ...filter, filterViewId, title } } });
    }
  }
  return { requests, known: kept };
}

/** Undefined where the tab lacks a column of the view. */
function filterOf({ sheetId, columns }: ViewedTab, { criteria, sort }: LedgerView): FilterView | undefined {
  const filterSpecs = criteria.flatMap(({ column, condition }) => {
    const at = columns[column];
    return at === undefined
      ? []
      : [{ columnIndex: at, filterCriteria: criteriaOf(condition, `$${columnLetters(at)}2`) }];
  });
  const dimensionIndex = columns[sort.column];
  if (dimensionIndex === undefined || filterSpecs.length < criteria.length) return undefined;
  return {
    // without ends: rows that are added are filtered too
    range: { sheetId, startRowIndex: 0, startColumnIndex: 0 },
    filterSpecs,
    sortSpecs: [{ dimensionIndex, sortOrder: sort.ascending ? 'ASCENDING' : 'DESCENDING' }],
  };
}

/** @param cell  the column's cell in the first row below the header, as formulas of filters are written for it */
function criteriaOf(condition: Condition, cell: string): Criteria {
  const made = (type: string, userEnteredValue: string): Criteria => ({
    condition: { type, values: [{ userEnteredValue }] },
  });
  switch (condition.kind) {
    case 'oneOf': {
      const [only = '', ...more] = condition.values;
      if (more.length > 0)
        return made('CUSTOM_FORMULA', `=OR(${condition.values.map((value) => `${cell}=${quoted(value)}`).join()})`);
      return only === '' ? { condition: { type: 'BLANK' } } : made('TEXT_EQ', only);
    }
    case 'noneOf':
      return { hiddenValues: [...condition.values] };
    case 'contains':
      return made('TEXT_CONTAINS', condition.text);
    case 'matches':
      return made('CUSTOM_FORMULA', `=REGEXMATCH(${cell}&"",${quoted(condition.pattern)})`);
    case 'beforeToday':
      return { condition: { type: 'DATE_BEFORE', values: [{ relativeDate: 'TODAY' }] } };
    case 'thisMonth':
      return made('CUSTOM_FORMULA', `=AND(ISNUMBER(${cell}),${cell}>EOMONTH(TODAY(),-1),${cell}<EOMONTH(TODAY(),0)+1)`);
    case 'zero':
      return made('CUSTOM_FORMULA', `=OR(ISBLANK(${cell}),${cell}=0)`);
  }
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** The range may have been given ends since; it will do as long as it covers the tab. */
function isKept(present: FilterView, wanted: FilterView, { rowCount, columnCount }: ViewedTab): boolean {
  return essence(present) === essence(wanted) && covers(present.range ?? {}, rowCount, columnCount);
}

function covers(range: GridRange, rows: number, columns: number): boolean {
  const { startRowIndex = 0, startColumnIndex = 0, endRowIndex = rows, endColumnIndex = columns } = range;
  return startRowIndex === 0 && startColumnIndex === 0 && endRowIndex >= rows && endColumnIndex >= columns;
}

/** What of a view the program decides, however the API writes it: `criteria` is an older form of `filterSpecs`. */
function essence({ criteria, filterSpecs, sortSpecs = [] }: FilterView): string {
  const entries: [number, Criteria][] =
    filterSpecs?.map(({ columnIndex = 0, filterCriteria = {} }) => [columnIndex, filterCriteria]) ??
    Object.entries(criteria ?? {}).map(([column, one]) => [Number(column), one]);
  return JSON.stringify([
    entries
      .sort(([a], [b]) => a - b)
      .map(([column, { hiddenValues = [], condition }]) => [
        column,
        [...hiddenValues].sort(),
        condition?.type ?? '',
        (condition?.values ?? []).map(({ userEnteredValue, relativeDate }) => [userEnteredValue, relativeDate]),
      ]),
    sortSpecs.map(({ dimensionIndex = 0, sortOrder }) => [dimensionIndex, sortOrder]),
  ]);
}

/** A person may have a view of the same title already. */
function freeTitle(title: string, taken: ReadonlySet<string>): string {
  let free = title;
  for (let at = 2; taken.has(free); at += 1) free = `${title}（${at}）`;
  return free;
}
