import { CLERK, ledger, OWNER, row, write } from './ledger';

const box = (top: number, bottom: number, left: number, right: number): object => ({
  sheetId: 0,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});

describe('protected ranges (Sheets API v4, ProtectedRange; PLATFORM, Rights)', () => {
  const PROTECTED = 'You are trying to edit a protected cell or object.';
  const wall = (users: string[], range: object = box(0, 1, 0, 26)): object => ({
    addProtectedRange: { protectedRange: { range, editors: { users }, description: '表头' } },
  });
  const put = `Sheets.Spreadsheets.Values.update({ values: [['甲']] }, id, a, { valueInputOption: 'RAW' });`;

  test('a wall stops whoever is not its editor, on every way of writing; the owner passes', () => {
    const { host, update, run } = ledger();
    update(wall([]));
    host.setUser(CLERK);
    expect(() => run(put, 'menu', ['A1'])).toThrow(PROTECTED);
    expect(() => update(write([row('甲')]))).toThrow(`Invalid requests[0].updateCells: ${PROTECTED}`);
    expect(() =>
      update({ deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } }),
    ).toThrow(PROTECTED);
    expect(() => run(`book.getSheets()[0].getRange('A1').setValue('甲')`)).toThrow(PROTECTED);
    run(put, 'menu', ['A2']);
    host.setUser(OWNER);
    run(put, 'menu', ['A1']);
  });

  test('a listed editor passes, and a warning stops nobody', () => {
    const { host, update, run } = ledger();
    update(wall([CLERK.toUpperCase()]), {
      addProtectedRange: { protectedRange: { range: box(1, 2, 0, 26), warningOnly: true } },
    });
    host.setUser(CLERK);
    run(put, 'menu', ['A1']);
    host.setUser('');
    run(put, 'menu', ['A2']);
    expect(() => run(put, 'menu', ['A1'])).toThrow(PROTECTED);
  });

  test('a protected sheet may have open ranges', () => {
    const { host, update, run } = ledger();
    update({
      addProtectedRange: {
        protectedRange: { range: { sheetId: 0 }, unprotectedRanges: [box(1, 5, 0, 2)], editors: { users: [OWNER] } },
      },
    });
    host.setUser(CLERK);
    run(put, 'menu', ['B5']);
    expect(() => run(put, 'menu', ['C5'])).toThrow(PROTECTED);
    expect(() =>
      update({
        addProtectedRange: { protectedRange: { range: box(0, 1, 0, 1), unprotectedRanges: [box(0, 1, 0, 1)] } },
      }),
    ).toThrow('only supported on protected sheets');
  });

  test('editors are seen only by those who may edit; everyone learns whether they may', () => {
    const { host, update, run } = ledger();
    update(wall([OWNER]));
    const read = `return Sheets.Spreadsheets.get(id, { fields: 'sheets.protectedRanges(description,editors,requestingUserCanEdit)' }).sheets[0].protectedRanges`;
    expect(run(read)).toEqual([{ description: '表头', editors: { users: [OWNER] }, requestingUserCanEdit: true }]);
    host.setUser(CLERK);
    expect(run(read)).toEqual([{ description: '表头', requestingUserCanEdit: false }]);
  });

  test('a wall is changed or taken away by mask and id, not by those it stops', () => {
    const { host, update } = ledger();
    update(wall([OWNER]));
    const warn = {
      updateProtectedRange: { protectedRange: { protectedRangeId: 1, warningOnly: true }, fields: 'warningOnly' },
    };
    host.setUser(CLERK);
    expect(() => update(warn)).toThrow(PROTECTED);
    expect(() => update({ deleteProtectedRange: { protectedRangeId: 1 } })).toThrow(PROTECTED);
    host.setUser(OWNER);
    update(warn);
    expect(host.spreadsheet().sheets?.[0]?.protectedRanges?.[0]).toMatchObject({
      description: '表头',
      warningOnly: true,
    });
    update({ deleteProtectedRange: { protectedRangeId: 1 } });
    expect(() => update({ deleteProtectedRange: { protectedRangeId: 1 } })).toThrow('No protected range with id: 1');
  });
});

describe('strict validation (PLATFORM, Sheets: SpreadsheetApp enforces it, one bad cell fails the whole setValues)', () => {
  const strict = (range: object, condition: object): object => ({
    setDataValidation: { range, rule: { strict: true, condition } },
  });
  const listed = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '整改中' }, { userEnteredValue: '已销号' }] };
  const set = 'book.getSheets()[0].getRange(1, 1, a.length, a[0].length).setValues(a)';

  test('one value outside the list keeps all from being written', () => {
    const { update, run, values } = ledger();
    update(strict(box(0, 2, 1, 2), listed));
    expect(() =>
      run(set, 'menu', [
        [
          ['甲', '已销号'],
          ['乙', '搞定了'],
        ],
      ]),
    ).toThrow('The data you entered in cell B2 violates the data validation rules set on this cell.');
    expect(values('A1:B2')).toBeUndefined();
    run(set, 'menu', [
      [
        ['甲', '已销号'],
        ['乙', ''],
      ],
    ]);
  });

  test('a rule that only warns lets everything in', () => {
    const { update, run } = ledger();
    update({ setDataValidation: { range: box(0, 1, 0, 1), rule: { strict: false, condition: listed } } });
    run(set, 'menu', [[['搞定了']]]);
  });

  test.each([
    [{ type: 'DATE_IS_VALID' }, '2026-09-15', '2026年2月30日'],
    [
      { type: 'DATE_BETWEEN', values: [{ userEnteredValue: '2026-01-01' }, { userEnteredValue: '2026-12-31' }] },
      '2026-09-15',
      '2027-01-01',
    ],
    [{ type: 'NUMBER_GREATER_THAN_EQ', values: [{ userEnteredValue: '1' }] }, 1, 0],
    [{ type: 'TEXT_IS_EMAIL' }, CLERK, '李春'],
    [{ type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=$D$1:$D$2' }] }, '养护科', '别的科'],
    [{ type: 'BOOLEAN' }, true, '是'],
  ])('%j', (condition, good, bad) => {
    const { update, run } = ledger();
    update(write([row('办公室'), row('养护科')], { columnIndex: 3 }), strict(box(0, 1, 0, 1), condition));
    run(set, 'menu', [[[good]]]);
    expect(() => run(set, 'menu', [[[bad]]])).toThrow('violates the data validation rules');
  });

  test('a custom formula is not evaluated but refused by name', () => {
    const { update, run } = ledger();
    update(strict(box(0, 1, 0, 1), { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=LEN(A1)>3' }] }));
    expect(() => run(set, 'menu', [[['甲']]])).toThrow(
      'evaluating data validation CUSTOM_FORMULA is not implemented by the local host',
    );
  });

  test('conditions are held against the published list (ConditionType)', () => {
    const { update } = ledger();
    expect(() => update(strict(box(0, 1, 0, 1), { type: 'ONE_OF' }))).toThrow('condition type: "ONE_OF"');
    expect(() =>
      update(strict(box(0, 1, 0, 1), { type: 'NUMBER_BETWEEN', values: [{ userEnteredValue: '1' }] })),
    ).toThrow('requires 2 values but 1');
    expect(() => update(strict(box(0, 1, 0, 1), { type: 'NOT_BLANK' }))).toThrow('not supported for data validation');
  });
});

describe('conditional formats (Sheets API v4, ConditionalFormatRule)', () => {
  const rule = (text: string): object => ({
    ranges: [box(1, 9, 0, 3)],
    booleanRule: {
      condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: text }] },
      format: { textFormat: { bold: true } },
    },
  });

  test('rules stand in order, are replaced, moved and deleted by index', () => {
    const { update, host } = ledger();
    update(
      { addConditionalFormatRule: { rule: rule('逾期'), index: 0 } },
      { addConditionalFormatRule: { rule: rule('临期'), index: 1 } },
    );
    update(
      { updateConditionalFormatRule: { index: 1, newIndex: 0, sheetId: 0 } },
      { updateConditionalFormatRule: { index: 1, rule: rule('退回') } },
    );
    const texts = (): unknown =>
      host
        .spreadsheet()
        .sheets?.[0]?.conditionalFormats?.map((one) => one.booleanRule?.condition?.values?.[0]?.userEnteredValue);
    expect(texts()).toEqual(['临期', '退回']);
    update({ deleteConditionalFormatRule: { sheetId: 0, index: 0 } });
    expect(texts()).toEqual(['退回']);
    expect(() => update({ deleteConditionalFormatRule: { sheetId: 0, index: 5 } })).toThrow(
      'No conditional format on sheet: 0 at index: 5',
    );
    expect(() => update({ addConditionalFormatRule: { rule: { ranges: [box(0, 1, 0, 1)] } } })).toThrow(
      'Exactly one of',
    );
  });
});

describe('named ranges, metadata, filters, banding (Sheets API v4)', () => {
  test('a name must be a name, and unique', () => {
    const { update } = ledger();
    const named = (name: string): object => ({ addNamedRange: { namedRange: { name, range: box(0, 1, 0, 1) } } });
    for (const name of ['A1', '1号', '状态 表', 'TRUE', '', 'R1C1'])
      expect(() => update(named(name))).toThrow('Invalid name');
    expect(update(named('状态列表'))).toMatchObject({
      replies: [{ addNamedRange: { namedRange: { namedRangeId: 'nr1', name: '状态列表' } } }],
    });
    expect(() => update(named('状态列表'))).toThrow('already exists');
    update({ updateNamedRange: { namedRange: { namedRangeId: 'nr1', name: '状态' }, fields: 'name' } });
    update({ deleteNamedRange: { namedRangeId: 'nr1' } });
    expect(() => update({ deleteNamedRange: { namedRangeId: 'nr1' } })).toThrow('No named range with id: nr1');
  });

  test('developer metadata keeps a schema version on the file and is found by key', () => {
    const { update, run } = ledger();
    const version = (metadataValue: string): object => ({
      metadataKey: 'schema',
      metadataValue,
      visibility: 'DOCUMENT',
      location: { spreadsheet: true },
    });
    const lookup = { developerMetadataLookup: { metadataKey: 'schema' } };
    expect(update({ createDeveloperMetadata: { developerMetadata: version('1') } })).toMatchObject({
      replies: [
        {
          createDeveloperMetadata: {
            developerMetadata: { metadataId: 1, location: { locationType: 'SPREADSHEET', spreadsheet: true } },
          },
        },
      ],
    });
    update({
      updateDeveloperMetadata: {
        dataFilters: [lookup],
        developerMetadata: { metadataValue: '2' },
        fields: 'metadataValue',
      },
    });
    expect(
      run(`return Sheets.Spreadsheets.get(id, { fields: 'developerMetadata(metadataKey,metadataValue)' })`),
    ).toEqual({ developerMetadata: [{ metadataKey: 'schema', metadataValue: '2' }] });
    update({ deleteDeveloperMetadata: { dataFilter: lookup } });
    expect(run(`return Sheets.Spreadsheets.get(id, { fields: 'developerMetadata' })`)).toEqual({
      developerMetadata: [],
    });
    expect(() =>
      update({ createDeveloperMetadata: { developerMetadata: { metadataKey: 'x', location: { spreadsheet: true } } } }),
    ).toThrow('visibility');
  });

  test('a filter view is added, renamed by mask and deleted; its title is unique on the sheet', () => {
    const { update, host } = ledger();
    const filter = {
      title: '逾期',
      range: box(0, 9, 0, 3),
      filterSpecs: [{ columnIndex: 2, filterCriteria: { hiddenValues: ['已销号'] } }],
    };
    update({ addFilterView: { filter } });
    expect(() => update({ addFilterView: { filter } })).toThrow('A filter view with the title "逾期" already exists.');
    update({ updateFilterView: { filter: { filterViewId: 1, title: '逾期的' }, fields: 'title' } });
    expect(host.spreadsheet().sheets?.[0]?.filterViews?.[0]).toMatchObject({
      title: '逾期的',
      filterSpecs: filter.filterSpecs,
    });
    expect(() =>
      update({ addFilterView: { filter: { ...filter, title: '错', filterSpecs: [{ columnIndex: 3 }] } } }),
    ).toThrow('outside the filter');
    update(
      { deleteFilterView: { filterId: 1 } },
      { setBasicFilter: { filter: { range: box(0, 9, 0, 3) } } },
      { clearBasicFilter: { sheetId: 0 } },
    );
    expect(host.spreadsheet().sheets?.[0]).not.toHaveProperty('basicFilter');
  });

  test('banded ranges do not overlap', () => {
    const { update } = ledger();
    const banding = {
      addBanding: {
        bandedRange: { range: box(0, 9, 0, 3), rowProperties: { firstBandColorStyle: { rgbColor: { red: 1 } } } },
      },
    };
    update(banding);
    expect(() => update(banding)).toThrow('already has alternating background colors');
    update({ deleteBanding: { bandedRangeId: 1 } }, banding);
  });
});
