import { CLERK, ledger, OWNER, row, write } from './ledger';

const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 9, startColumnIndex: 1, endColumnIndex: 2 };
const rule = {
  strict: true,
  condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '整改中' }, { userEnteredValue: '已销号' }] },
};

describe('what a person types (Apps Script guide, "Simple triggers" and "Event objects")', () => {
  const script = `function onEdit(e) { console.log('%s %s %s', e.range.getA1Notation(), e.value, e.oldValue); }`;

  test('one cell: read as typed, then onEdit with value and old value', () => {
    const { host, values } = ledger();
    host.load(script);
    host.edit('工作表1!B2', [['2026-09-15']]);
    expect(values('B2')).toEqual([['2026-09-15']]);
    host.load(script);
    host.edit('工作表1!B2', [['整改中']]);
    expect(host.logs()).toEqual(['B2 整改中 46280']);
  });

  test('a strict rule refuses what is typed into one cell', () => {
    const { host, update, values } = ledger();
    update({ setDataValidation: { range, rule } });
    expect(() => host.edit('工作表1!B2', [['搞定了']])).toThrow('violates the data validation rules');
    expect(values('B2')).toBeUndefined();
  });

  test('a paste goes in whole and gives onEdit the range only', () => {
    const { host, update, values } = ledger();
    update({ setDataValidation: { range, rule } });
    host.load(script);
    host.edit('工作表1!A2', [
      ['1', '搞定了'],
      ['2', '已销号'],
    ]);
    expect(host.logs()).toEqual(['A2:B3 undefined undefined']);
    expect(values('A2:B3')).toEqual([
      ['1', '搞定了'],
      ['2', '已销号'],
    ]);
  });

  test('a protected cell is closed to them as to their scripts', () => {
    const { host, update } = ledger();
    update({ addProtectedRange: { protectedRange: { range, editors: { users: [OWNER] } } } });
    host.setUser(CLERK);
    expect(() => host.edit('工作表1!B2', [['整改中']])).toThrow('You are trying to edit a protected cell or object.');
    const rows = { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 4 };
    expect(() => host.apply([{ insertDimension: { range: rows } }])).toThrow(
      'You are trying to edit a protected cell or object.',
    );
    host.apply([{ insertDimension: { range: { ...rows, startIndex: 0, endIndex: 1 } } }]);
  });
});

test('a drop-down list follows the new name of its sheet', () => {
  const { host, update } = ledger();
  update(
    { addSheet: { properties: { title: '设置', sheetId: 4 } } },
    write([row('办公室')], { sheetId: 4 }),
    {
      setDataValidation: {
        range,
        rule: { strict: true, condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=设置!$A:$A' }] } },
      },
    },
    { updateSheetProperties: { properties: { sheetId: 4, title: '单位设置' }, fields: 'title' } },
  );
  host.edit('工作表1!B2', [['办公室']]);
  expect(() => host.edit('工作表1!B2', [['别的科']])).toThrow('violates the data validation rules');
});
