import { ledger, row, write } from './ledger';

const WHOLE = { valueRenderOption: 'UNFORMATTED_VALUE' };
const box = (top: number, bottom: number, left: number, right: number): object => ({
  sheetId: 0,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});

describe('field masks of cell writes (Sheets API v4, "Field masks", UpdateCellsRequest.fields)', () => {
  test('a mask is mandatory', () => {
    const { update } = ledger();
    expect(() => update({ updateCells: { range: box(0, 1, 0, 1), rows: [] } })).toThrow(
      "Invalid requests[0].updateCells: At least one field must be listed in 'fields'",
    );
  });

  test('only the masked fields change; a masked field without data is cleared', () => {
    const { update, run } = ledger();
    const bold = { textFormat: { bold: true } };
    update(
      write(
        [{ values: [{ userEnteredValue: { stringValue: '甲' }, note: '说明', userEnteredFormat: bold }] }],
        {},
        '*',
      ),
    );
    update(write([{ values: [{ userEnteredValue: { stringValue: '乙' } }] }], {}, 'userEnteredValue,note'));
    const cell = run(
      `return Sheets.Spreadsheets.get(id, { fields: 'sheets.data.rowData.values' }).sheets[0].data[0].rowData[0].values[0]`,
    );
    expect(cell).toEqual({
      userEnteredValue: { stringValue: '乙' },
      effectiveValue: { stringValue: '乙' },
      formattedValue: '乙',
      userEnteredFormat: bold,
    });
  });

  test('a nested mask merges into the format that is there', () => {
    const { update, host } = ledger();
    update({
      repeatCell: {
        range: box(0, 1, 0, 1),
        cell: { userEnteredFormat: { textFormat: { bold: true, italic: true } } },
        fields: 'userEnteredFormat',
      },
    });
    update({
      repeatCell: {
        range: box(0, 1, 0, 1),
        cell: { userEnteredFormat: { wrapStrategy: 'WRAP' } },
        fields: 'userEnteredFormat(wrapStrategy,textFormat.italic)',
      },
    });
    expect(host.spreadsheet().sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]).toEqual({
      userEnteredFormat: { textFormat: { bold: true }, wrapStrategy: 'WRAP' },
    });
  });

  test('an unknown field in the mask or in the data is an error that names it', () => {
    const { update } = ledger();
    expect(() => update(write([row('甲')], {}, 'userEnteredValue,colour'))).toThrow('Invalid field: colour');
    expect(() => update(write([{ values: [{ value: '甲' }] }]))).toThrow(
      `Unknown name "value" at 'requests[0].update_cells.rows[0].values[0]': Cannot find field.`,
    );
    expect(() => update(write([{ values: [{ userEnteredValue: { numberValue: '5' } }] }]))).toThrow(
      `Invalid value at 'requests[0].update_cells.rows[0].values[0].user_entered_value.number_value' (TYPE_DOUBLE), "5"`,
    );
  });

  test('a range not covered by the rows is cleared in the masked fields (UpdateCellsRequest.range)', () => {
    const { update, values } = ledger();
    update(write([row('甲', '乙'), row('丙', '丁')]));
    update({ updateCells: { range: box(0, 2, 0, 2), rows: [row('新')], fields: 'userEnteredValue' } });
    expect(values('A1:B2')).toEqual([['新']]);
  });

  test('a start leaves what the rows do not reach (UpdateCellsRequest.start)', () => {
    const { update, values } = ledger();
    update(write([row('甲', '乙'), row('丙', '丁')]));
    update(write([row('新')]));
    expect(values('A1:B2')).toEqual([
      ['新', '乙'],
      ['丙', '丁'],
    ]);
  });

  test('nothing is written beyond the grid', () => {
    const { update } = ledger();
    expect(() => update(write([row(1)], { columnIndex: 26 }))).toThrow(
      'GridCoordinate.columnIndex[26] is after last column in grid[25]',
    );
    expect(() => update(write([row(1, 2)], { columnIndex: 25 }))).toThrow(
      'Attempting to write column: 26, beyond the last requested column of: 25',
    );
    expect(() => update(write([row(1), row(2)], { rowIndex: 999 }))).toThrow('Attempting to write row: 1000');
    expect(() => update({ repeatCell: { range: box(0, 1001, 0, 1), cell: {}, fields: 'note' } })).toThrow(
      'endRowIndex[1001] is after last row in grid[1000]',
    );
  });
});

describe('batchUpdate is atomic (Sheets API v4, spreadsheets.batchUpdate)', () => {
  test('the last request failing leaves the workbook as it was, the very object', () => {
    const { update, host } = ledger();
    update(write([row('甲')]));
    const before = host.spreadsheet();
    const text = JSON.stringify(before);
    expect(() =>
      update(
        { addSheet: { properties: { title: '整改措施' } } },
        write([row('乙')]),
        { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 5 } } },
        { deleteSheet: { sheetId: 99 } },
      ),
    ).toThrow('Invalid requests[3].deleteSheet: No grid with id: 99');
    expect(host.spreadsheet()).toBe(before);
    expect(JSON.stringify(before)).toBe(text);
  });

  test('a request kind the host does not have is refused by name before anything is done', () => {
    const { update } = ledger();
    expect(() => update({ findReplace: { find: '甲' } })).toThrow(
      'requests[0].findReplace of Sheets.Spreadsheets.batchUpdate is not implemented by the local host',
    );
    expect(() => update({})).toThrow('No request set');
    expect(() => update({ addSheet: {}, deleteSheet: {} })).toThrow('oneof');
  });
});

describe('other cell requests', () => {
  test('appendCells goes after the last row with data and adds rows, never columns (AppendCellsRequest)', () => {
    const { update, values, host } = ledger();
    update({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { rowCount: 2 } },
        fields: 'gridProperties.rowCount',
      },
    });
    update(write([row('序号'), row(1)]));
    update({ appendCells: { sheetId: 0, rows: [row(2), row(3)], fields: '*' } });
    expect(values('A:A', WHOLE)).toEqual([['序号'], [1], [2], [3]]);
    expect(host.spreadsheet().sheets?.[0]?.properties?.gridProperties?.rowCount).toBe(4);
    const wide = row(...Array.from({ length: 27 }, (_none, i) => i));
    expect(() => update({ appendCells: { sheetId: 0, rows: [wide], fields: '*' } })).toThrow(
      'Attempting to write column: 26',
    );
  });

  test('sortRange sorts numbers, then text, empty cells last either way', () => {
    const { update, values } = ledger();
    update(write([row('b', 1), row(null, 2), row(10, 3), row(9, 4)]));
    const sort = (sortOrder: string): object => ({
      sortRange: { range: box(0, 4, 0, 2), sortSpecs: [{ dimensionIndex: 0, sortOrder }] },
    });
    update(sort('ASCENDING'));
    expect(values('B1:B4', WHOLE)).toEqual([[4], [3], [1], [2]]);
    update(sort('DESCENDING'));
    expect(values('B1:B4', WHOLE)).toEqual([[1], [3], [4], [2]]);
  });

  test('mergeCells keeps the first value; updateBorders sets only the sides given', () => {
    const { update, values, host } = ledger();
    const solid = { style: 'SOLID' };
    update(
      write([row('标题', '丢弃')]),
      { mergeCells: { range: box(0, 1, 0, 2), mergeType: 'MERGE_ALL' } },
      { updateBorders: { range: box(0, 1, 0, 2), top: solid, innerVertical: solid } },
    );
    expect(values('A1:B1')).toEqual([['标题']]);
    const cells = host.spreadsheet().sheets?.[0]?.data?.[0]?.rowData?.[0]?.values ?? [];
    expect(cells.map((cell) => Object.keys(cell.userEnteredFormat?.borders ?? {}))).toEqual([
      ['top', 'right'],
      ['top', 'left'],
    ]);
  });
});

test('a merge is taken as a whole (MergeCellsRequest, UnmergeCellsRequest)', () => {
  const { update, host } = ledger();
  const merges = (): unknown => host.spreadsheet().sheets?.[0]?.merges;
  update({ mergeCells: { range: box(0, 2, 0, 3), mergeType: 'MERGE_ROWS' } });
  expect(merges()).toEqual([box(0, 1, 0, 3), box(1, 2, 0, 3)]);
  expect(() => update({ unmergeCells: { range: box(0, 1, 0, 2) } })).toThrow(
    'You must select all cells in a merged range',
  );
  update({ unmergeCells: { range: box(0, 1, 0, 3) } });
  expect(merges()).toEqual([box(1, 2, 0, 3)]);
});

describe('what a cell shows (Sheets API v4, "Date and number formats")', () => {
  test.each([
    [46280.75, 'DATE_TIME', 'yyyy-mm-dd hh:mm:ss', '2026-09-15 18:00:00'],
    [46280, 'DATE', 'yyyy/m/d', '2026/9/15'],
    [46027, 'DATE', 'yyyy-mm-dd', '2026-01-05'],
    [0.987, 'PERCENT', '0%', '99%'],
    [0.9871, 'PERCENT', '0.00%', '98.71%'],
    [7.132, 'NUMBER', '0.00', '7.13'],
    [1.005, 'NUMBER', '0.00', '1.01'],
    [1234567.5, 'NUMBER', '#,##0.##', '1,234,567.5'],
    [-3, 'NUMBER', '0', '-3'],
    [7, 'NUMBER', '0"项"', '7项'],
    [0.1 + 0.2, '', '', '0.3'],
  ])('%d as %s %s is %s', (numberValue, type, pattern, shown) => {
    const { update, values } = ledger();
    const userEnteredFormat = type === '' ? {} : { numberFormat: { type, pattern } };
    update(write([{ values: [{ userEnteredValue: { numberValue }, userEnteredFormat }] }], {}, '*'));
    expect(values('A1')).toEqual([[shown]]);
  });

  test('a pattern the host cannot render is refused by name', () => {
    const { update } = ledger();
    const userEnteredFormat = { numberFormat: { type: 'NUMBER', pattern: '# ???/???' } };
    expect(() =>
      update(write([{ values: [{ userEnteredValue: { numberValue: 1.5 }, userEnteredFormat }] }], {}, '*')),
    ).toThrow('number format "# ???/???" is not implemented');
  });
});
