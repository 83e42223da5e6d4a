/** Filter views as requests: what each says, and that only what is not as it should be is asked for. */
import { describe, expect, test } from '@jest/globals';
import { type ViewedTab, viewKey, viewRequests } from '../../src/google/views';
import { locateColumns } from '../../src/ledger/read';
import type { Condition, LedgerView } from '../../src/progress/views';
import { gridOf } from '../support/gridOf';

type FilterView = GoogleAppsScript.Sheets.Schema.FilterView;

const grid = gridOf('issues');
const columns = locateColumns('issues', grid.values[0] ?? []);
const tabWith = (present: readonly FilterView[], more: Partial<ViewedTab> = {}): ViewedTab => ({
  ...{ sheetId: grid.sheetId, rowCount: grid.rowCount, columnCount: grid.columnCount, columns, present },
  ...more,
});

function view(title: string, family: LedgerView['family'], subject: string, condition: Condition): LedgerView {
  return {
    ...{ title, family, subject, tab: 'issues', issues: [], count: 0 },
    criteria: [{ column: 'department', condition }],
    sort: { column: 'deadline', ascending: true },
  };
}

const OVERDUE = view('已逾期', 'overdue', '', { kind: 'beforeToday', day: '2026-11-24' });
const WATER = view('部门·水政股', 'department', '水政股', { kind: 'matches', pattern: '(^|、)水政股($|、)' });

/** The tab as it stands after the requests, and what is remembered then. */
function kept(tab: ViewedTab, views: readonly LedgerView[], known: Record<string, number> = {}) {
  const { requests, known: next } = viewRequests(tab, views, known);
  const gone = requests.flatMap(({ deleteFilterView }) => deleteFilterView?.filterId ?? []);
  const made = requests.flatMap(({ addFilterView }) => addFilterView?.filter ?? []);
  const changed = requests.flatMap(({ updateFilterView }) => updateFilterView?.filter ?? []);
  const present = tab.present
    .filter(({ filterViewId }) => !gone.includes(filterViewId ?? 0))
    .map((one) => ({ ...one, ...changed.find(({ filterViewId }) => filterViewId === one.filterViewId) }));
  return { requests, tab: { ...tab, present: [...present, ...made] }, known: next };
}

describe('a condition', () => {
  const said = (condition: Condition) => {
    const { requests } = viewRequests(tabWith([]), [view('视图', 'closed', '', condition)], {});
    return requests[0]?.addFilterView?.filter;
  };
  const custom = (userEnteredValue: string) => ({
    condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue }] },
  });
  test.each<[string, Condition, unknown]>([
    [
      'of one value is its text',
      { kind: 'oneOf', values: ['已销号'] },
      { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: '已销号' }] } },
    ],
    ['of a blank is blank', { kind: 'oneOf', values: [''] }, { condition: { type: 'BLANK' } }],
    ['of several values is any of them', { kind: 'oneOf', values: ['甲', '乙'] }, custom('=OR($J2="甲",$J2="乙")')],
    ['of none of the values hides them', { kind: 'noneOf', values: ['已终止'] }, { hiddenValues: ['已终止'] }],
    [
      'of a part is contained',
      { kind: 'contains', text: '被退回：' },
      { condition: { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: '被退回：' }] } },
    ],
    [
      'of a pattern is matched, quotes doubled',
      { kind: 'matches', pattern: '^"一科"$' },
      custom('=REGEXMATCH($J2&"","^""一科""$")'),
    ],
    [
      'of the past moves on with the days by itself',
      { kind: 'beforeToday', day: '2026-11-24' },
      { condition: { type: 'DATE_BEFORE', values: [{ relativeDate: 'TODAY' }] } },
    ],
    [
      'of the month too',
      { kind: 'thisMonth', from: '2026-11-01', to: '2026-11-30' },
      custom('=AND(ISNUMBER($J2),$J2>EOMONTH(TODAY(),-1),$J2<EOMONTH(TODAY(),0)+1)'),
    ],
    ['of nothing is 0 or blank', { kind: 'zero' }, custom('=OR(ISBLANK($J2),$J2=0)')],
  ])('%s', (_name, condition, criteria) => {
    expect(said(condition)).toMatchObject({ filterSpecs: [{ filterCriteria: criteria }] });
  });
});

test('a view is made once, sorted by deadline over all rows, and asked for no more', () => {
  const first = kept(tabWith([]), [OVERDUE, WATER]);
  expect(first.requests).toHaveLength(2);
  expect(first.requests[1]?.addFilterView?.filter).toMatchObject({
    title: '部门·水政股',
    range: { sheetId: grid.sheetId, startRowIndex: 0, startColumnIndex: 0 },
    sortSpecs: [{ dimensionIndex: columns.deadline, sortOrder: 'ASCENDING' }],
  });
  expect(kept(first.tab, [WATER, OVERDUE], first.known).requests).toEqual([]);
});

test('the answers of the API may write the same view otherwise', () => {
  const { tab, known } = kept(tabWith([]), [WATER]);
  const [made] = tab.present as (FilterView & {
    filterSpecs: { columnIndex: number; filterCriteria: { condition: object } }[];
  })[];
  const { filterSpecs = [], ...rest } = made ?? {};
  const criteria = Object.fromEntries(filterSpecs.map((one) => [one.columnIndex, one.filterCriteria]));
  const range = { sheetId: grid.sheetId, endRowIndex: grid.rowCount, endColumnIndex: grid.columnCount };
  const answered = tabWith([{ ...rest, criteria, range }]);
  expect(kept(answered, [WATER], known).requests).toEqual([]);
  // rows added below the end of the range belong to the view
  expect(kept({ ...answered, rowCount: grid.rowCount + 1 }, [WATER], known).requests).toHaveLength(1);
});

test('a person’s own views stay, whatever they are called; ours then takes another title', () => {
  const own = { filterViewId: 7, title: '部门·水政股', range: { sheetId: grid.sheetId } };
  const { requests, tab, known } = kept(tabWith([own]), [WATER]);
  expect(requests.map(({ addFilterView }) => addFilterView?.filter?.title)).toEqual(['部门·水政股（2）']);
  const gone = kept(tab, [], known);
  expect(gone.tab.present).toEqual([own]);
});

test('a person’s title stays; criteria that were changed are put back', () => {
  const { tab, known } = kept(tabWith([]), [OVERDUE]);
  const renamed = { ...tab, present: tab.present.map((one) => ({ ...one, title: '要紧的' })) };
  expect(kept(renamed, [OVERDUE], known).requests).toEqual([]);
  const bent = { ...renamed, present: renamed.present.map((one) => ({ ...one, sortSpecs: [] })) };
  const put = kept(bent, [OVERDUE], known);
  expect(put.requests.map((request) => Object.keys(request))).toEqual([['updateFilterView']]);
  expect(put.requests[0]?.updateFilterView?.fields).not.toContain('title');
  expect(put.tab.present.map(({ title }) => title)).toEqual(['要紧的']);
});

test('a view of a subject that vanished goes; when it comes back its old link opens it', () => {
  const first = kept(tabWith([]), [OVERDUE, WATER]);
  const without = kept(first.tab, [OVERDUE], first.known);
  expect(without.requests).toEqual([{ deleteFilterView: { filterId: first.known[viewKey(WATER)] } }]);
  expect(Object.keys(without.known)).toEqual(['overdue']);
  expect(kept(without.tab, [OVERDUE, WATER], without.known).known).toEqual(first.known);
});

test('a view a person removed is made again', () => {
  const first = kept(tabWith([]), [OVERDUE]);
  const again = kept(tabWith([]), [OVERDUE], first.known);
  expect(again.requests.map((request) => Object.keys(request))).toEqual([['addFilterView']]);
});

test('where a column is missing a view is not made, and one that is there is left', () => {
  const { department: _, ...rest } = columns;
  expect(kept(tabWith([], { columns: rest }), [WATER]).requests).toEqual([]);
  const { tab, known } = kept(tabWith([]), [WATER]);
  const left = kept({ ...tab, columns: rest }, [WATER], known);
  expect([left.requests, left.known]).toEqual([[], known]);
});
