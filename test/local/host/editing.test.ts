import { ledger, row, write } from './ledger';

const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
const format = (numberFormat: object) => ({
  repeatCell: { range, cell: { userEnteredFormat: { numberFormat } }, fields: 'userEnteredFormat.numberFormat' },
});

describe('Sheet.getSheetValues (Apps Script reference, class Sheet)', () => {
  test('gives the rectangle from row, column, rows and columns as getValues does', () => {
    const { update, run } = ledger();
    update(write([row('编号', '问题'), row(1, '河道巡查记录不全'), row(2, null)]));
    expect(run('return book.getSheets()[0].getSheetValues(1, 1, 3, 2);')).toEqual([
      ['编号', '问题'],
      [1, '河道巡查记录不全'],
      [2, ''],
    ]);
  });

  test('takes four numbers within the grid, and says that -1 is not emulated', () => {
    const { run } = ledger();
    expect(() => run('book.getSheets()[0].getSheetValues(1, 1);')).toThrow('getSheetValues');
    expect(() => run('book.getSheets()[0].getSheetValues(1, 1, 1, 99);')).toThrow('outside the dimensions');
    expect(() => run('book.getSheets()[0].getSheetValues(-1, 1, 1, 1);')).toThrow('is not implemented');
  });
});

describe('Range.setNumberFormat (Apps Script reference, class Range)', () => {
  test('@ makes cells plain text: 3-2 written after it stays 3-2', () => {
    const { update, run, values } = ledger();
    update(format({ type: 'DATE', pattern: 'yyyy-mm-dd' }));
    run(`book.getSheets()[0].getRange('A1').setNumberFormat('@').setValue('3-2')`);
    expect(values('A1')).toEqual([['3-2']]);
    run(`book.getSheets()[0].getRange('A2').setValue('3-2')`);
    expect(run(`return book.getSheets()[0].getRange('A2').getValue() instanceof Date`)).toBe(true);
  });

  test('other patterns throw by name', () => {
    const { run } = ledger();
    expect(() => run(`book.getSheets()[0].getRange('A1').setNumberFormat('0.0')`)).toThrow('is not implemented');
    expect(() => run(`book.getSheets()[0].getRange('A1').setNumberFormat(null)`)).toThrow('setNumberFormat');
  });
});
