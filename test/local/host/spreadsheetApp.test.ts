import { editEvent } from '../../../local/host';
import { ledger, row, write } from './ledger';

describe('SpreadsheetApp values (Apps Script reference, class Range)', () => {
  test('getValues gives numbers, booleans, text and dates, empty text for empty cells', () => {
    const { update, run } = ledger();
    const date = {
      userEnteredValue: { numberValue: 46280 },
      userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
    };
    update(
      write(
        [
          {
            values: [
              { userEnteredValue: { stringValue: '甲' } },
              { userEnteredValue: { numberValue: 5 } },
              { userEnteredValue: { boolValue: true } },
              date,
            ],
          },
        ],
        {},
        '*',
      ),
    );
    expect(
      run(`const v = book.getSheets()[0].getRange('A1:E1').getValues()[0];
        return [v[0], v[1], v[2], v[3] instanceof Date, v[3].getFullYear(), v[3].getMonth(), v[3].getDate(), v[3].getHours(), v[4]];`),
    ).toEqual(['甲', 5, true, true, 2026, 8, 15, 0, '']);
    expect(run(`return book.getSheets()[0].getRange('A1:E1').getDisplayValues()`)).toEqual([
      ['甲', '5', 'TRUE', '2026-09-15', ''],
    ]);
  });

  test('setValues coerces as if typed, and a Date becomes a serial in the spreadsheet’s time zone', () => {
    const { run, values } = ledger();
    run(
      `book.getSheets()[0].getRange(1, 1, 1, 5).setValues([['2026-09-15', '=A1', '007', new Date(2026, 8, 15), '50%']])`,
    );
    expect(values('1:1', { valueRenderOption: 'FORMULA' })).toEqual([[46280, '=A1', 7, 46280, 0.5]]);
    expect(values('A1:D1')).toEqual([['2026-09-15', '#NAME?', '7', '2026-9-15']]);
  });

  test('a table of another size than the range is refused whole', () => {
    const { run, values } = ledger();
    expect(() => run(`book.getSheets()[0].getRange('A1:B2').setValues([['甲', '乙']])`)).toThrow(
      'The data has 1 but the range has 2.',
    );
    expect(() => run(`book.getSheets()[0].getRange('A1:B1').setValues([['甲']])`)).toThrow(
      'The number of columns in the data does not match',
    );
    expect(values('A1:B2')).toBeUndefined();
  });

  test('a range has its place, its sheet and its notes', () => {
    const { run } = ledger();
    expect(
      run(`const r = book.getSheetByName('工作表1').getRange(2, 3, 4, 5);
        r.setNote('填写日期');
        return [r.getA1Notation(), r.getRow(), r.getColumn(), r.getNumRows(), r.getNumColumns(), r.getSheet().getName(), r.getNotes()[3][4]];`),
    ).toEqual(['C2:G5', 2, 3, 4, 5, '工作表1', '填写日期']);
  });

  test('getLastRow and getLastColumn count content, not formats', () => {
    const { update, run } = ledger();
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 50, startColumnIndex: 0, endColumnIndex: 9 };
    update(write([row('甲'), row(null, '乙')]), {
      repeatCell: { range, cell: { userEnteredFormat: { wrapStrategy: 'WRAP' } }, fields: 'userEnteredFormat' },
    });
    expect(
      run(
        'const s = book.getActiveSheet(); return [s.getLastRow(), s.getLastColumn(), s.getMaxRows(), s.getMaxColumns()]',
      ),
    ).toEqual([2, 2, 1000, 26]);
  });

  test.each([
    ['getRange(0, 1)', 'The starting row of the range is too small.'],
    ['getRange(1, 27)', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['getRange(1, 1, 0)', 'The number of rows in the range must be at least 1.'],
    [`getRange('ZZZ')`, 'Range not found'],
    [
      `getRange('1', 2)`,
      "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
  ])('%s is refused', (call, message) => {
    const { run } = ledger();
    expect(() => run(`book.getSheets()[0].${call}`)).toThrow(message);
  });

  test('a sheet that is not there is null; a method that is not there throws by name', () => {
    const { run } = ledger();
    expect(run(`return book.getSheetByName('没有')`)).toBeNull();
    expect(() => run('book.getSheets()[0].autoResizeColumns(1, 2)')).toThrow(
      'SpreadsheetApp.Sheet.autoResizeColumns is not implemented by the local host',
    );
    expect(() => run('SpreadsheetApp.openById(id)')).toThrow(
      'SpreadsheetApp.openById is not implemented by the local host',
    );
  });
});

describe('the user in front of the sheet (Apps Script reference, class Ui)', () => {
  test('menus are recorded as built', () => {
    const { run, host } = ledger();
    run(
      `const ui = SpreadsheetApp.getUi();
      ui.createMenu('整改台账').addItem('检查', 'checkLedger').addSeparator().addSubMenu(ui.createMenu('报告').addItem('生成草稿', 'makeReport')).addToUi();`,
      'simpleTrigger',
    );
    expect(host.ui().menus).toEqual([
      {
        caption: '整改台账',
        items: [
          { kind: 'item', caption: '检查', functionName: 'checkLedger' },
          { kind: 'separator' },
          { kind: 'menu', caption: '报告', items: [{ kind: 'item', caption: '生成草稿', functionName: 'makeReport' }] },
        ],
      },
    ]);
  });

  test('alerts and prompts take the answers a test has queued, and guess none', () => {
    const { run, host } = ledger();
    const ask = `const ui = SpreadsheetApp.getUi(); return ui.alert('销号', '确认销号？', ui.ButtonSet.YES_NO) === ui.Button.YES;`;
    expect(() => run(ask)).toThrow('no answer is queued for the alert "确认销号？" (YES_NO)');
    host.ui().answerAlert('YES');
    expect(run(ask)).toBe(true);
    host.ui().answerPrompt('OK', '材料不全');
    expect(
      run(
        `const ui = SpreadsheetApp.getUi(); const r = ui.prompt('退回原因', ui.ButtonSet.OK_CANCEL); return [String(r.getSelectedButton()), r.getResponseText()];`,
      ),
    ).toEqual(['OK', '材料不全']);
    run(`book.toast('已完成', '检查', 5); SpreadsheetApp.getUi().alert('完成')`);
    expect(host.ui().events).toEqual([
      { kind: 'alert', title: '销号', message: '确认销号？', buttons: 'YES_NO', answer: 'YES' },
      { kind: 'prompt', message: '退回原因', buttons: 'OK_CANCEL', answer: 'OK', text: '材料不全' },
      { kind: 'toast', message: '已完成', title: '检查', seconds: 5 },
      { kind: 'alert', message: '完成', buttons: 'OK', answer: 'OK' },
    ]);
  });

  test('a sidebar is recorded with its page', () => {
    const { run, host } = ledger({ html: { sidebar: '<p>台账</p>' } });
    run(`SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('整改台账'))`);
    expect(host.ui().events).toEqual([{ kind: 'sidebar', title: '整改台账', content: '<p>台账</p>' }]);
    expect(() => run(`HtmlService.createHtmlOutputFromFile('别的')`)).toThrow('No HTML file named 别的 was found.');
  });

  test('the selection outlives an execution', () => {
    const { run, host } = ledger();
    run(`book.getSheets()[0].getRange('B3:C4').activate()`);
    expect(run('return book.getActiveRange().getA1Notation()')).toBe('B3:C4');
    host.select('工作表1!D5');
    expect(run('return SpreadsheetApp.getActiveRange().getA1Notation()')).toBe('D5');
  });

  test('onEdit gets a range, and the values of a single cell (Apps Script guide, "Event objects")', () => {
    const { host } = ledger();
    host.load(
      `function onEdit(e) { return [e.range.getA1Notation(), e.range.getSheet().getName(), e.value, e.oldValue, e.source.getName()]; }`,
    );
    expect(host.call('onEdit', [editEvent('工作表1!B2', '新', '旧')], 'simpleTrigger')).toEqual([
      'B2',
      '工作表1',
      '新',
      '旧',
      '青禾县住建局整改台账',
    ]);
    expect(host.call('onEdit', [editEvent('工作表1!B2:C9')], 'simpleTrigger')).toEqual([
      'B2:C9',
      '工作表1',
      undefined,
      undefined,
      '青禾县住建局整改台账',
    ]);
  });
});
