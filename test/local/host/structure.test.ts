import { ledger, OWNER, row, write } from './ledger';

const rows = (startIndex: number, endIndex: number): object => ({
  sheetId: 0,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});
const columns = (startIndex: number, endIndex: number): object => ({
  sheetId: 0,
  dimension: 'COLUMNS',
  startIndex,
  endIndex,
});
const box = (top: number, bottom: number, left = 0, right = 2): object => ({
  sheetId: 0,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});

describe('sheets (Sheets API v4, SheetProperties)', () => {
  test('a new file has one sheet, 工作表1, of 1000 × 26', () => {
    const { run } = ledger();
    expect(
      run(`return Sheets.Spreadsheets.get(id, { fields: 'properties(title,locale,timeZone),sheets.properties' })`),
    ).toEqual({
      properties: { title: '青禾县住建局整改台账', locale: 'zh_CN', timeZone: 'Asia/Shanghai' },
      sheets: [
        {
          properties: {
            sheetId: 0,
            title: '工作表1',
            index: 0,
            sheetType: 'GRID',
            gridProperties: { rowCount: 1000, columnCount: 26 },
          },
        },
      ],
    });
  });

  test('addSheet answers with the properties given and made', () => {
    const { update } = ledger();
    expect(update({ addSheet: { properties: { title: '看板', index: 0 } } })).toMatchObject({
      replies: [
        {
          addSheet: {
            properties: {
              title: '看板',
              index: 0,
              sheetType: 'GRID',
              gridProperties: { rowCount: 1000, columnCount: 26 },
            },
          },
        },
      ],
    });
  });

  test('a title is unique whatever its case, and an id too', () => {
    const { update } = ledger();
    update({ addSheet: { properties: { title: 'Log', sheetId: 3 } } });
    expect(() => update({ addSheet: { properties: { title: 'LOG' } } })).toThrow(
      'Invalid requests[0].addSheet: A sheet with the name "LOG" already exists.',
    );
    expect(() => update({ addSheet: { properties: { title: '别的', sheetId: 3 } } })).toThrow('already exists');
    expect(() =>
      update({ updateSheetProperties: { properties: { sheetId: 0, title: 'log' }, fields: 'title' } }),
    ).toThrow('already exists');
  });

  test('one visible sheet must remain', () => {
    const { update } = ledger();
    expect(() => update({ deleteSheet: { sheetId: 0 } })).toThrow(
      "You can't remove all the visible sheets in a document.",
    );
    update({ addSheet: { properties: { title: '隐藏', hidden: true } } });
    expect(() => update({ deleteSheet: { sheetId: 0 } })).toThrow("You can't remove all the visible sheets");
    expect(() =>
      update({ updateSheetProperties: { properties: { sheetId: 0, hidden: true }, fields: 'hidden' } }),
    ).toThrow("You can't hide all the sheets");
  });

  test('moving a sheet counts the index before it is taken out; indexes are made anew', () => {
    const { update, run } = ledger();
    update(
      { addSheet: { properties: { title: '乙', sheetId: 2 } } },
      { addSheet: { properties: { title: '丙', sheetId: 3 } } },
    );
    update({ updateSheetProperties: { properties: { sheetId: 0, index: 2 }, fields: 'index' } });
    expect(run('return book.getSheets().map((sheet) => [sheet.getName(), sheet.getIndex()])')).toEqual([
      ['乙', 1],
      ['工作表1', 2],
      ['丙', 3],
    ]);
  });

  test('frozen rows are fewer than rows', () => {
    const { update } = ledger();
    const gridProperties = { rowCount: 3, columnCount: 3, frozenRowCount: 3 };
    expect(() => update({ addSheet: { properties: { gridProperties } } })).toThrow("You can't freeze all rows");
    expect(() =>
      update({
        updateSheetProperties: {
          properties: { sheetId: 0, gridProperties: { frozenColumnCount: 26 } },
          fields: 'gridProperties.frozenColumnCount',
        },
      }),
    ).toThrow("You can't freeze all columns");
  });

  test('a mask of all grid properties clears the row count that is not given', () => {
    const { update } = ledger();
    const properties = { sheetId: 0, gridProperties: { frozenRowCount: 1 } };
    expect(() => update({ updateSheetProperties: { properties, fields: 'gridProperties' } })).toThrow(
      'gridProperties.rowCount must be at least 1',
    );
    update({ updateSheetProperties: { properties, fields: 'gridProperties.frozenRowCount' } });
  });

  test('a file holds ten million cells (PLATFORM, limits)', () => {
    const { update } = ledger();
    const gridProperties = { rowCount: 100_000, columnCount: 100 };
    expect(() => update({ addSheet: { properties: { gridProperties } } })).toThrow('above the limit of 10000000 cells');
  });

  test('a smaller grid drops what lay beyond it', () => {
    const { update, values } = ledger();
    const size = (rowCount: number): object => ({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { rowCount } },
        fields: 'gridProperties.rowCount',
      },
    });
    update(write([row('甲'), row('乙')]), size(1), size(5));
    expect(values('A:A')).toEqual([['甲']]);
  });

  test('spreadsheet properties change by mask', () => {
    const { update, host } = ledger();
    update({ updateSpreadsheetProperties: { properties: { timeZone: 'Asia/Urumqi' }, fields: 'timeZone' } });
    expect(host.spreadsheet().properties).toMatchObject({ title: '青禾县住建局整改台账', timeZone: 'Asia/Urumqi' });
    expect(() =>
      update({ updateSpreadsheetProperties: { properties: { timeZone: '北京' }, fields: 'timeZone' } }),
    ).toThrow('Invalid time zone');
  });
});

describe('rows and columns (Sheets API v4, dimension requests)', () => {
  const everything = (): object[] => [
    write([row('编号', '状态'), row(1, '整改中'), row(2, '已销号')]),
    {
      setDataValidation: {
        range: box(1, 3, 1, 2),
        rule: {
          condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '整改中' }, { userEnteredValue: '已销号' }] },
        },
      },
    },
    { addProtectedRange: { protectedRange: { range: box(0, 1), editors: { users: [OWNER] } } } },
    { addNamedRange: { namedRange: { name: '明细', range: box(1, 3) } } },
    {
      addConditionalFormatRule: {
        rule: { ranges: [box(1, 1000)], booleanRule: { condition: { type: 'NOT_BLANK' }, format: {} } },
      },
    },
    { setBasicFilter: { filter: { range: box(0, 3) } } },
    {
      createDeveloperMetadata: {
        developerMetadata: { metadataKey: '行', visibility: 'DOCUMENT', location: { dimensionRange: rows(2, 3) } },
      },
    },
  ];

  test('inserted rows push values, validation, named ranges, formats, filters and row metadata down', () => {
    const { update, values, host } = ledger();
    update(...everything());
    update({ insertDimension: { range: rows(1, 3), inheritFromBefore: false } });
    expect(values('A:B')).toEqual([['编号', '状态'], [], [], ['1', '整改中'], ['2', '已销号']]);
    const book = host.spreadsheet();
    const sheet = book.sheets?.[0];
    expect(sheet?.properties?.gridProperties?.rowCount).toBe(1002);
    expect(book.namedRanges?.[0]?.range).toMatchObject({ startRowIndex: 3, endRowIndex: 5 });
    expect(sheet?.protectedRanges?.[0]?.range).toMatchObject({ startRowIndex: 0, endRowIndex: 1 });
    expect(sheet?.conditionalFormats?.[0]?.ranges).toMatchObject([{ startRowIndex: 3, endRowIndex: 1002 }]);
    // the filter began above the new rows and so grows over them
    expect(sheet?.basicFilter?.range).toMatchObject({ startRowIndex: 0, endRowIndex: 5 });
    expect(sheet?.data?.[0]?.rowMetadata?.[4]?.developerMetadata?.[0]?.metadataKey).toBe('行');
    // the new rows look like the row after them (inheritFromBefore false)
    expect(sheet?.data?.[0]?.rowData?.[1]?.values?.[1]?.dataValidation?.condition?.type).toBe('ONE_OF_LIST');
  });

  test('deleted rows take their part of every range with them', () => {
    const { update, values, host } = ledger();
    update(...everything());
    update({ deleteDimension: { range: rows(0, 2) } });
    expect(values('A:B')).toEqual([['2', '已销号']]);
    const book = host.spreadsheet();
    expect(book.namedRanges?.[0]?.range).toMatchObject({ startRowIndex: 0, endRowIndex: 1 });
    expect(book.sheets?.[0]?.protectedRanges).toEqual([]);
    expect(book.sheets?.[0]?.properties?.gridProperties?.rowCount).toBe(998);
  });

  test('a drop-down list from a range follows the range when rows are inserted above it', () => {
    const { update, host } = ledger();
    update(
      { addSheet: { properties: { title: '设置', sheetId: 4 } } },
      {
        setDataValidation: {
          range: box(1, 2, 1, 2),
          rule: { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=设置!$A$2:$A$9' }] } },
        },
      },
      { insertDimension: { range: { sheetId: 4, dimension: 'ROWS', startIndex: 0, endIndex: 3 } } },
    );
    const rule = host.spreadsheet().sheets?.[0]?.data?.[0]?.rowData?.[1]?.values?.[1]?.dataValidation;
    expect(rule?.condition?.values).toEqual([{ userEnteredValue: '=设置!$A$5:$A$12' }]);
  });

  test('inserted columns move cells and widths', () => {
    const { update, values, host } = ledger();
    update(write([row('甲', '乙')]), {
      updateDimensionProperties: { range: columns(1, 2), properties: { pixelSize: 240 }, fields: 'pixelSize' },
    });
    update({ insertDimension: { range: columns(1, 2) } });
    expect(values('1:1')).toEqual([['甲', '', '乙']]);
    expect(host.spreadsheet().sheets?.[0]?.data?.[0]?.columnMetadata?.[2]?.pixelSize).toBe(240);
  });

  test('moveDimension moves as in the reference example', () => {
    const { update, values } = ledger();
    update(write([row(0), row(1), row(2), row(3), row(4)]));
    update({ moveDimension: { source: rows(1, 3), destinationIndex: 4 } });
    expect(values('A1:A5')).toEqual([['0'], ['3'], ['1'], ['2'], ['4']]);
    update({ moveDimension: { source: rows(2, 4), destinationIndex: 1 } });
    expect(values('A1:A5')).toEqual([['0'], ['1'], ['2'], ['3'], ['4']]);
  });

  test('appendDimension adds at the end; rows that do not exist cannot be deleted; one must remain', () => {
    const { update, host } = ledger();
    update({ appendDimension: { sheetId: 0, dimension: 'COLUMNS', length: 4 } });
    expect(host.spreadsheet().sheets?.[0]?.properties?.gridProperties?.columnCount).toBe(30);
    expect(() => update({ deleteDimension: { range: rows(999, 1001) } })).toThrow(
      "Cannot delete a row that doesn't exist",
    );
    expect(() => update({ deleteDimension: { range: rows(0, 1000) } })).toThrow("You can't delete all the rows");
    expect(() => update({ insertDimension: { range: rows(0, 1), inheritFromBefore: true } })).toThrow(
      'inheritFromBefore',
    );
  });

  test('hidden rows and sizes are read back in the metadata, with Google’s defaults for the others', () => {
    const { update, run } = ledger();
    update({
      updateDimensionProperties: { range: rows(1, 2), properties: { hiddenByUser: true }, fields: 'hiddenByUser' },
    });
    const data = run(
      `return Sheets.Spreadsheets.get(id, { ranges: ['A1:B3'], fields: 'sheets.data(rowMetadata,columnMetadata)' }).sheets[0].data[0]`,
    );
    expect(data).toEqual({
      rowMetadata: [{ pixelSize: 21 }, { pixelSize: 21, hiddenByUser: true }, { pixelSize: 21 }],
      columnMetadata: [{ pixelSize: 100 }, { pixelSize: 100 }],
    });
  });
});
