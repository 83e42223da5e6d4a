import type { sheets_v4 } from '@googleapis/sheets';
import fc from 'fast-check';
import { type Filter, rowsShownBy, todayOf } from '../../../local/host';
import { ledger, row, write } from './ledger';

const NOW = new Date('2026-09-15T01:30:00Z');
const TODAY = todayOf(NOW, 'Asia/Shanghai');
const DATE = { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } } };
const RANGE = { sheetId: 0, startRowIndex: 0, endRowIndex: 8, startColumnIndex: 0, endColumnIndex: 4 };

/** 编号 · 责任部门 · 期限 · 状态; days are counted from today; the last row is empty. */
const ISSUES: [string, string, number | null, string][] = [
  ['1-1', '财务股', -3, '整改中'],
  ['1-2', '人事股', 20, '整改中'],
  ['1-3', '财务股、人事股', -40, '已销号'],
  ['2-1', '财务股', 0, '申请销号'],
  ['2-2', '资源股', null, '长期坚持'],
  ['3-1', '资源股', 1.5, '整改中'],
];

function issues(): ReturnType<typeof ledger> {
  const made = ledger();
  made.update(
    write([
      row('编号', '责任部门', '期限', '状态'),
      ...ISSUES.map(([id, unit, day, state]) => row(id, unit, day === null ? null : TODAY + day, state)),
    ]),
    {
      repeatCell: {
        range: { ...RANGE, startColumnIndex: 2, endColumnIndex: 3 },
        cell: DATE,
        fields: 'userEnteredFormat',
      },
    },
  );
  return made;
}

const sheetOf = (made: ReturnType<typeof ledger>): sheets_v4.Schema$Sheet => made.host.spreadsheet().sheets?.[0] ?? {};
const on = (columnIndex: number, filterCriteria: sheets_v4.Schema$FilterCriteria): sheets_v4.Schema$FilterSpec => ({
  columnIndex,
  filterCriteria,
});
const when = (type: string, ...values: string[]): sheets_v4.Schema$FilterCriteria => ({
  condition: {
    type,
    values: values.map((one) => (/^[A-Z_]+$/.test(one) ? { relativeDate: one } : { userEnteredValue: one })),
  },
});

/** Numbers of the issues the filter shows, in order; an empty row is `–`. */
function shown(filter: Filter): string[] {
  return rowsShownBy({ range: RANGE, ...filter }, sheetOf(issues()), TODAY).map((at) => ISSUES[at - 1]?.[0] ?? '–');
}

describe('what a filter view shows (Sheets API v4, FilterView, ConditionType)', () => {
  test('everything below the heading without criteria, and nothing outside its range', () => {
    expect(shown({})).toEqual(['1-1', '1-2', '1-3', '2-1', '2-2', '3-1', '–']);
    expect(shown({ range: { ...RANGE, endRowIndex: 3 } })).toEqual(['1-1', '1-2']);
  });

  test('hidden values are those a cell shows; empty cells by the empty text; all columns must agree', () => {
    expect(shown({ filterSpecs: [on(3, { hiddenValues: ['已销号', ''] })] })).toEqual([
      '1-1',
      '1-2',
      '2-1',
      '2-2',
      '3-1',
    ]);
    expect(shown({ filterSpecs: [on(3, { hiddenValues: ['已销号'] }), on(2, when('DATE_BEFORE', 'TODAY'))] })).toEqual([
      '1-1',
    ]);
    // "a value listed there will still be hidden"
    expect(shown({ filterSpecs: [on(3, { ...when('TEXT_EQ', '整改中'), hiddenValues: ['整改中'] })] })).toEqual([]);
    expect(shown({ criteria: { 3: { hiddenValues: ['整改中', ''] } } })).toEqual(['1-3', '2-1', '2-2']);
  });

  test.each<[string, sheets_v4.Schema$FilterSpec, string[]]>([
    ['TEXT_EQ', on(1, when('TEXT_EQ', '财务股')), ['1-1', '2-1']],
    ['TEXT_CONTAINS', on(1, when('TEXT_CONTAINS', '财务股')), ['1-1', '1-3', '2-1']],
    ['TEXT_NOT_CONTAINS', on(1, when('TEXT_NOT_CONTAINS', '股')), ['–']],
    ['TEXT_STARTS_WITH', on(0, when('TEXT_STARTS_WITH', '1-')), ['1-1', '1-2', '1-3']],
    ['TEXT_ENDS_WITH', on(0, when('TEXT_ENDS_WITH', '-1')), ['1-1', '2-1', '3-1']],
    ['DATE_BEFORE today', on(2, when('DATE_BEFORE', 'TODAY')), ['1-1', '1-3']],
    ['DATE_BEFORE tomorrow', on(2, when('DATE_BEFORE', 'TOMORROW')), ['1-1', '1-3', '2-1']],
    ['DATE_BEFORE a month ago', on(2, when('DATE_BEFORE', 'PAST_MONTH')), ['1-3']],
    ['DATE_AFTER a week ago', on(2, when('DATE_AFTER', 'PAST_WEEK')), ['1-1', '1-2', '2-1', '3-1']],
    ['DATE_AFTER a year ago', on(2, when('DATE_AFTER', 'PAST_YEAR')), ['1-1', '1-2', '1-3', '2-1', '3-1']],
    ['DATE_AFTER today, whatever the time of day', on(2, when('DATE_AFTER', 'TODAY')), ['1-2', '3-1']],
    ['DATE_EQ a day', on(2, when('DATE_EQ', '2026-09-16')), ['3-1']],
    ['DATE_EQ a formula', on(2, when('DATE_EQ', '=TODAY()')), ['2-1']],
    ['BLANK', on(2, when('BLANK')), ['2-2', '–']],
    ['NOT_BLANK', on(1, when('NOT_BLANK')), ['1-1', '1-2', '1-3', '2-1', '2-2', '3-1']],
    ['NUMBER_GREATER', on(2, when('NUMBER_GREATER', String(TODAY))), ['1-2', '3-1']],
    ['NUMBER_BETWEEN', on(2, when('NUMBER_BETWEEN', String(TODAY - 3), String(TODAY))), ['1-1', '2-1']],
    ['text is no number', on(1, when('NUMBER_NOT_EQ', '3')), []],
    ['text is no date', on(1, when('DATE_BEFORE', 'TODAY')), []],
  ])('%s', (_what, spec, expected) => {
    expect(shown({ filterSpecs: [spec] })).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['=AND(C2>=EOMONTH(TODAY(),-1)+1, C2<=EOMONTH(TODAY(),0))', ['1-1', '2-1', '3-1']],
    ['=AND($C2<TODAY(),NOT(ISBLANK($C2)),$D2<>"已销号")', ['1-1']],
    ['=OR($D2="长期坚持",$D2="已销号")', ['1-3', '2-2']],
    ['=LEN(B2)-LEN("财务股")>1', ['1-3']],
    ['=REGEXMATCH(B2&"","(^|、)人事股(、|$)")', ['1-2', '1-3']],
    ['=MONTH(C2)*100+DAY(C2)=10*100+5', ['1-2']],
    ['=D$2=D2', ['1-1', '1-2', '3-1']],
    ['=ISNUMBER(C2)', ['1-1', '1-2', '1-3', '2-1', '3-1']],
    ['="a"+1', []],
  ])('CUSTOM_FORMULA %s, written for the first row of data', (formula, expected) => {
    expect(shown({ filterSpecs: [on(2, when('CUSTOM_FORMULA', formula))] })).toEqual(expected);
  });

  test.each(['=VLOOKUP(A2,设置!A:B,2)', '=设置!A2=1', '={1}', '=A2:A9', '=AND('])(
    'the formula %s throws by name',
    (formula) => {
      expect(() => shown({ filterSpecs: [on(2, when('CUSTOM_FORMULA', formula))] })).toThrow(
        'is not implemented by the local host',
      );
    },
  );

  test('colours throw by name', () => {
    expect(() => shown({ filterSpecs: [on(2, { visibleBackgroundColor: { red: 1 } })] })).toThrow(
      'filtering by visibleBackgroundColor',
    );
    expect(() => shown({ sortSpecs: [{ dimensionIndex: 2, backgroundColor: { red: 1 } }] })).toThrow(
      'sortSpecs.backgroundColor',
    );
  });

  test('sorted by later columns where the earlier are equal, empty cells last in either direction', () => {
    const deadline = { dimensionIndex: 2, sortOrder: 'ASCENDING' };
    expect(shown({ sortSpecs: [deadline] })).toEqual(['1-3', '1-1', '2-1', '3-1', '1-2', '2-2', '–']);
    expect(shown({ sortSpecs: [{ ...deadline, sortOrder: 'DESCENDING' }] }).slice(-2)).toEqual(['2-2', '–']);
    const filterSpecs = [on(3, { hiddenValues: [''] })];
    expect(
      shown({ filterSpecs, sortSpecs: [{ dimensionIndex: 3, sortOrder: 'DESCENDING' }, deadline] }).slice(0, 3),
    ).toEqual(['1-1', '3-1', '1-2']);
  });

  test('showing and hiding one list of values parts the rows, in any order of sorting', () => {
    const states = [...new Set(ISSUES.map(([, , , state]) => state)), ''];
    fc.assert(
      fc.property(fc.subarray(states), fc.constantFrom('ASCENDING', 'DESCENDING'), (hiddenValues, sortOrder) => {
        const rest = states.filter((one) => !hiddenValues.includes(one));
        const sortSpecs = [{ dimensionIndex: 1, sortOrder }];
        const both = [hiddenValues, rest].flatMap((hidden) =>
          shown({ filterSpecs: [on(3, { hiddenValues: hidden })], sortSpecs }),
        );
        expect(both.sort()).toEqual(shown({}).sort());
      }),
      { numRuns: 30 },
    );
  });
});

describe('filter views (Sheets API v4, AddFilterViewRequest, UpdateFilterViewRequest)', () => {
  const view = {
    title: '已逾期',
    range: RANGE,
    filterSpecs: [on(2, when('DATE_BEFORE', 'TODAY'))],
    sortSpecs: [{ dimensionIndex: 2, sortOrder: 'ASCENDING' }],
  };
  const views = (made: ReturnType<typeof ledger>): unknown =>
    made.run(
      `return Sheets.Spreadsheets.get(id, { fields: 'sheets.filterViews(filterViewId,title,criteria,filterSpecs)' }).sheets[0].filterViews`,
    );

  test('the answer has the id, and both criteria and filterSpecs', () => {
    const made = issues();
    const answer = made.update({ addFilterView: { filter: view } });
    const criteria = { 2: view.filterSpecs[0]?.filterCriteria };
    expect(answer).toMatchObject({
      replies: [
        { addFilterView: { filter: { filterViewId: 1, title: '已逾期', criteria, filterSpecs: view.filterSpecs } } },
      ],
    });
    expect(views(made)).toEqual([{ filterViewId: 1, title: '已逾期', criteria, filterSpecs: view.filterSpecs }]);
  });

  test('a mask of one of the two writes both; filterSpecs takes precedence', () => {
    const made = issues();
    made.update({ addFilterView: { filter: view } });
    const hidden = { hiddenValues: ['已销号'] };
    const update = (filter: object, fields: string): unknown =>
      made.update({ updateFilterView: { filter: { filterViewId: 1, ...filter }, fields } });
    update({ criteria: { 3: hidden } }, 'criteria');
    expect(views(made)).toMatchObject([{ criteria: { 3: hidden }, filterSpecs: [on(3, hidden)] }]);
    update({ filterSpecs: [on(1, hidden)], criteria: { 3: hidden } }, 'filterSpecs,criteria');
    expect(views(made)).toMatchObject([{ criteria: { 1: hidden }, filterSpecs: [on(1, hidden)] }]);
    update({ title: '超期' }, 'title');
    expect(views(made)).toMatchObject([{ title: '超期', filterSpecs: [on(1, hidden)] }]);
    update({}, 'filterSpecs');
    expect(views(made)).toEqual([{ filterViewId: 1, title: '超期' }]);
  });

  test('a title is unique on the sheet when it is changed too', () => {
    const made = issues();
    made.update({ addFilterView: { filter: view } }, { addFilterView: { filter: { ...view, title: '我的' } } });
    expect(() =>
      made.update({ updateFilterView: { filter: { filterViewId: 2, title: '已逾期' }, fields: 'title' } }),
    ).toThrow('A filter view with the title "已逾期" already exists.');
    made.update({ updateFilterView: { filter: { filterViewId: 2, title: '我的' }, fields: 'title' } });
  });

  test.each<[string, object, string]>([
    [
      'a condition that is not for filters',
      { filterSpecs: [on(2, when('DATE_ON_OR_AFTER', 'TODAY'))] },
      'Condition DATE_ON_OR_AFTER is not supported for filters.',
    ],
    [
      'a relative date in DATE_EQ',
      { filterSpecs: [on(2, when('DATE_EQ', 'TODAY'))] },
      'relativeDate is not supported with DATE_EQ.',
    ],
    [
      'an unknown relative date',
      { filterSpecs: [on(2, when('DATE_AFTER', 'NEXT_MONTH'))] },
      'Invalid relative date: "NEXT_MONTH"',
    ],
    ['a column twice', { filterSpecs: [on(2, {}), on(2, {})] }, 'is given twice'],
    ['a column outside', { sortSpecs: [{ dimensionIndex: 4 }] }, "outside the filter's range"],
    ['an unknown order', { sortSpecs: [{ dimensionIndex: 2, sortOrder: 'DOWN' }] }, 'sort_order'],
    ['a range beyond the sheet', { range: { ...RANGE, endRowIndex: 2000 } }, 'after last row'],
    ['an unknown field', { colour: 'red' }, 'Unknown name "colour"'],
    ['no title', { title: '' }, 'filter.title must not be empty'],
  ])('%s is refused', (_what, change, message) => {
    expect(() => issues().update({ addFilterView: { filter: { ...view, ...change } } })).toThrow(message);
  });

  test('a view of a named range covers it, until it is given a range of its own', () => {
    const made = issues();
    made.update(
      { addNamedRange: { namedRange: { namedRangeId: 'n7', name: '明细', range: RANGE } } },
      { addFilterView: { filter: { title: '全部', namedRangeId: 'n7' } } },
    );
    expect(sheetOf(made).filterViews).toEqual([{ filterViewId: 1, title: '全部', namedRangeId: 'n7', range: RANGE }]);
    const range = { ...RANGE, endRowIndex: 3 };
    made.update({ updateFilterView: { filter: { filterViewId: 1, range }, fields: 'range' } });
    expect(sheetOf(made).filterViews).toEqual([{ filterViewId: 1, title: '全部', range }]);
    expect(() => made.update({ addFilterView: { filter: { range: RANGE, namedRangeId: 'n7' } } })).toThrow(
      'Only one of',
    );
    made.update({ addSheet: { properties: { sheetId: 4, title: '设置' } } });
    const moved = { filterViewId: 1, range: { ...range, sheetId: 4 } };
    expect(() => made.update({ updateFilterView: { filter: moved, fields: 'range' } })).toThrow('cannot move');
  });

  test('a relative date is refused in data validation (ConditionValue)', () => {
    const rule = when('DATE_BEFORE', 'TODAY');
    expect(() => issues().update({ setDataValidation: { range: RANGE, rule } })).toThrow(
      'Relative dates are not supported in data validation.',
    );
  });

  test('duplicateFilterView throws by name', () => {
    expect(() => issues().update({ duplicateFilterView: { filterId: 1 } })).toThrow(
      'requests[0].duplicateFilterView of Sheets.Spreadsheets.batchUpdate is not implemented',
    );
  });

  test('criteria and order follow their columns; those of a deleted column go with it', () => {
    const made = issues();
    const column = (startIndex: number): object => ({
      range: { sheetId: 0, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 },
    });
    made.update(
      { addFilterView: { filter: view } },
      { setBasicFilter: { filter: { range: RANGE, filterSpecs: view.filterSpecs } } },
      { insertDimension: column(1) },
    );
    expect(sheetOf(made)).toMatchObject({
      filterViews: [
        {
          range: { endColumnIndex: 5 },
          filterSpecs: [{ columnIndex: 3 }],
          criteria: { 3: {} },
          sortSpecs: [{ dimensionIndex: 3 }],
        },
      ],
      basicFilter: { filterSpecs: [{ columnIndex: 3 }], criteria: { 3: {} } },
    });
    made.update({ deleteDimension: column(3) });
    expect(sheetOf(made).filterViews).toMatchObject([{ filterSpecs: [], criteria: {}, sortSpecs: [] }]);
  });
});
