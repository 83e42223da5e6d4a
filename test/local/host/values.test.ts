import { ledger, row, write } from './ledger';

const DATE = { numberFormat: { type: 'DATE', pattern: 'yyyy"年"m"月"d"日"' } };

describe('reading values (Sheets API v4, spreadsheets.values.get)', () => {
  test('trailing empty rows and cells are left out, gaps are empty text (ValueRange.range)', () => {
    const { update, values } = ledger();
    update(write([row('编号', null, '问题'), row(), row(1), row(null)]));
    expect(values('A1:F9')).toEqual([['编号', '', '问题'], [], [1].map(String)]);
  });

  test('an empty range has no values at all', () => {
    const { run } = ledger();
    expect(run(`return Sheets.Spreadsheets.Values.get(id, 'A1:B2')`)).toEqual({
      range: "'工作表1'!A1:B2",
      majorDimension: 'ROWS',
    });
  });

  test('a date is text, serial or number by ValueRenderOption and DateTimeRenderOption', () => {
    const { update, values } = ledger();
    update(write([{ values: [{ userEnteredValue: { numberValue: 46280 }, userEnteredFormat: DATE }] }], {}, '*'));
    expect(values('A1')).toEqual([['2026年9月15日']]);
    expect(values('A1', { valueRenderOption: 'UNFORMATTED_VALUE' })).toEqual([[46280]]);
    const asText = { valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'FORMATTED_STRING' };
    expect(values('A1', asText)).toEqual([['2026年9月15日']]);
  });

  test('FORMULA gives formulas and plain values; a formula is not evaluated, a literal HYPERLINK shows its label', () => {
    const { update, values } = ledger();
    update(write([row('=SUM(1,2)', '=HYPERLINK("https://example.cn/1","会议纪要")', 3, true)]));
    expect(values('1:1', { valueRenderOption: 'FORMULA' })).toEqual([
      ['=SUM(1,2)', '=HYPERLINK("https://example.cn/1","会议纪要")', 3, true],
    ]);
    expect(values('1:1')).toEqual([['#NAME?', '会议纪要', '3', 'TRUE']]);
  });

  test('COLUMNS as major dimension turns the table (ValueRange.majorDimension)', () => {
    const { update, values } = ledger();
    update(write([row(1, 2), row(3, 4)]));
    expect(values('A1:B2', { majorDimension: 'COLUMNS', valueRenderOption: 'UNFORMATTED_VALUE' })).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  test.each([
    ["'青禾''台账'!A1", [['甲']]],
    ["'青禾''台账'", [['甲', '乙'], ['丙']]],
    ["'青禾''台账'!B:B", [['乙']]],
    ["'青禾''台账'!A2:B", [['丙']]],
    ["'青禾''台账'!2:2", [['丙']]],
    ["'青禾''台账'!$A$1:$B$1", [['甲', '乙']]],
  ])('A1 notation %s (Sheets API v4, "A1 notation")', (range, expected) => {
    const { update, values } = ledger();
    update(
      { addSheet: { properties: { title: "青禾'台账", sheetId: 7 } } },
      write([row('甲', '乙'), row('丙')], { sheetId: 7 }),
    );
    expect(values(range)).toEqual(expected);
  });

  test.each(['没有这张表!A1', 'A0', '工作表1!', 'A1:', '!A1'])('an unknown range %s is refused by name', (range) => {
    const { values } = ledger();
    expect(() => values(range)).toThrow(
      `API call to sheets.spreadsheets.values.get failed with error: Unable to parse range: ${range}`,
    );
  });

  test('a range wholly beyond the grid is refused, one partly beyond is cut', () => {
    const { values, run } = ledger();
    expect(() => values('A1001')).toThrow(
      "Range ('工作表1'!A1001) exceeds grid limits. Max rows: 1000, max columns: 26",
    );
    expect(run(`return Sheets.Spreadsheets.Values.get(id, 'A1:B2000').range`)).toBe("'工作表1'!A1:B1000");
  });

  test('a named range can be read by its name', () => {
    const { update, values } = ledger();
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 };
    update(write([row('一'), row('二'), row('三')]), { addNamedRange: { namedRange: { name: '状态', range } } });
    expect(values('状态')).toEqual([['一'], ['二']]);
  });
});

describe('writing values (Sheets API v4, ValueInputOption)', () => {
  const put = `return Sheets.Spreadsheets.Values.update({ values: a }, id, 'A1', { valueInputOption: b });`;

  test('RAW keeps text as it is, formulas and dates too', () => {
    const { run, values } = ledger();
    run(put, 'menu', [[['=1+1', '+86', '2026-09-15', 'true', 5, true]], 'RAW']);
    expect(values('1:1', { valueRenderOption: 'UNFORMATTED_VALUE' })).toEqual([
      ['=1+1', '+86', '2026-09-15', 'true', 5, true],
    ]);
  });

  test('USER_ENTERED reads text as if typed', () => {
    const { run, values } = ledger();
    run(put, 'menu', [
      [['2026-09-15', '12%', '1,234.5', 'TRUE', "'007", '2026年2月30日', '+A1', '802公里']],
      'USER_ENTERED',
    ]);
    expect(values('1:1', { valueRenderOption: 'FORMULA' })).toEqual([
      [46280, 0.12, 1234.5, true, '007', '2026年2月30日', '=+A1', '802公里'],
    ]);
    expect(values('A1:C1')).toEqual([['2026-09-15', '12%', '1,234.50']]);
  });

  test('a number such as 3-2 or 3-2-01 is a date to Sheets when typed, and stays text in a text column', () => {
    const { run, update, values } = ledger();
    run(put, 'menu', [[['3-2', '3-2-01', '13-2']], 'USER_ENTERED']);
    const read = { valueRenderOption: 'UNFORMATTED_VALUE' };
    expect(values('1:1', read)).toEqual([[46083, 37653, '13-2']]);
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 2 };
    const cell = { userEnteredFormat: { numberFormat: { type: 'TEXT' } } };
    update({ repeatCell: { range, cell, fields: 'userEnteredFormat.numberFormat' } });
    run(`book.getSheets()[0].getRange('A2').setValue('3-2')`);
    expect(values('2:2', read)).toEqual([['3-2']]);
  });

  test('null leaves a cell alone, empty text empties it (ValueRange.values)', () => {
    const { run, values } = ledger();
    run(put, 'menu', [[['甲', '乙', '丙']], 'RAW']);
    run(put, 'menu', [[[null, '']], 'RAW']);
    expect(values('1:1')).toEqual([['甲', '', '丙']]);
  });

  test('without valueInputOption nothing is written', () => {
    const { run, values } = ledger();
    expect(() => run(`Sheets.Spreadsheets.Values.update({ values: [['甲']] }, id, 'A1')`)).toThrow(
      "'valueInputOption' is required",
    );
    expect(values('A1')).toBeUndefined();
  });

  test('data larger than the range or the grid is refused', () => {
    const { run } = ledger();
    const data = (range: string, values: unknown[][]): unknown =>
      run(`return Sheets.Spreadsheets.Values.update({ values: a }, id, b, { valueInputOption: 'RAW' });`, 'menu', [
        values,
        range,
      ]);
    expect(() => data('A1:B1', [[1, 2, 3]])).toThrow(
      "Requested writing within range ['工作表1'!A1:B1], but tried writing to column [C]",
    );
    expect(() => data('A1:B1', [[1], [2]])).toThrow('but tried writing to row [2]');
    expect(() => data('AA1', [[1]])).toThrow('exceeds grid limits. Max rows: 1000, max columns: 26');
  });

  test('one bad range of a values.batchUpdate keeps all from being written', () => {
    const { run, values } = ledger();
    const data = [
      { range: 'A1', values: [['甲']] },
      { range: '没有!A1', values: [['乙']] },
    ];
    expect(() =>
      run(`Sheets.Spreadsheets.Values.batchUpdate({ valueInputOption: 'RAW', data: a }, id)`, 'menu', [data]),
    ).toThrow('Invalid data[1]: Unable to parse range: 没有!A1');
    expect(values('A1')).toBeUndefined();
  });

  test('a cell holds 50,000 characters and not one more (PLATFORM, limits)', () => {
    const { run, values } = ledger();
    run(put, 'menu', [[['字'.repeat(50_000)]], 'RAW']);
    expect(() => run(put, 'menu', [[['字'.repeat(50_001)]], 'RAW'])).toThrow(
      'maximum of 50000 characters in a single cell',
    );
    expect(JSON.stringify(values('A1'))).toHaveLength(50_006);
  });

  test('REST writes do not enforce data validation (PLATFORM, Sheets)', () => {
    const { run, update, values } = ledger();
    const rule = { strict: true, condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '已销号' }] } };
    update({ setDataValidation: { range: { sheetId: 0, endRowIndex: 1, endColumnIndex: 1 }, rule } });
    run(put, 'menu', [[['随便写']], 'RAW']);
    expect(values('A1')).toEqual([['随便写']]);
  });

  test('what a script does to an answer does not reach the workbook, and arrays are its own', () => {
    const { run } = ledger();
    const script = `
      Sheets.Spreadsheets.Values.update({ values: [['甲']] }, id, 'A1', { valueInputOption: 'RAW' });
      const first = Sheets.Spreadsheets.Values.get(id, 'A1');
      first.values[0][0] = '乙';
      return [first.values instanceof Array, Array.isArray(first.values), Sheets.Spreadsheets.Values.get(id, 'A1').values];`;
    expect(run(script)).toEqual([true, true, [['甲']]]);
  });
});
