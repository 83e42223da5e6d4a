import { ledger, row, write } from './ledger';

describe('spreadsheets.get (Sheets API v4)', () => {
  test('grid data come with includeGridData, which a field mask overrules', () => {
    const { update, run } = ledger();
    update(write([row('甲')]));
    const has = (options: string): unknown => run(`return 'data' in Sheets.Spreadsheets.get(id, ${options}).sheets[0]`);
    expect(has('{}')).toBe(false);
    expect(has('{ includeGridData: true }')).toBe(true);
    expect(has(`{ includeGridData: true, fields: 'sheets.properties.title' }`)).toBe(false);
    expect(has(`{ fields: 'sheets(data.rowData.values.userEnteredValue)' }`)).toBe(true);
  });

  test('masks may nest by parentheses, dots and slashes; an unknown field is refused', () => {
    const { run } = ledger();
    const get = (fields: string): unknown => run('return Sheets.Spreadsheets.get(id, { fields: a })', 'menu', [fields]);
    expect(get('properties/title,sheets(properties(title,gridProperties/rowCount),protectedRanges)')).toEqual({
      properties: { title: '青禾县住建局整改台账' },
      sheets: [{ properties: { title: '工作表1', gridProperties: { rowCount: 1000 } } }],
    });
    expect(get('*')).toHaveProperty('sheets.0.properties.title', '工作表1');
    expect(() => get('sheets(properties(name))')).toThrow('Invalid field: sheets.properties.name');
    expect(() => get('sheets(properties')).toThrow('Invalid field mask');
  });

  test('ranges choose sheets and cells', () => {
    const { update, run } = ledger();
    update({ addSheet: { properties: { title: '设置' } } }, write([row('甲', '乙'), row('丙', '丁')]));
    expect(
      run(
        `return Sheets.Spreadsheets.get(id, { ranges: ['B2'], fields: 'sheets.data(startRow,startColumn,rowData.values.formattedValue)' })`,
      ),
    ).toEqual({
      sheets: [{ data: [{ startRow: 1, startColumn: 1, rowData: [{ values: [{ formattedValue: '丁' }] }] }] }],
    });
  });

  test('another file is not found', () => {
    const { run } = ledger();
    expect(() => run(`Sheets.Spreadsheets.get('别的文件')`)).toThrow(
      'API call to sheets.spreadsheets.get failed with error: Requested entity was not found.',
    );
  });
});
