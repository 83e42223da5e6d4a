import type { sheets_v4 } from '@googleapis/sheets';
import { notesIn } from '../../src/google/notes';
import { columnLetters } from '../../src/ledger/grid';
import { columnsOf } from '../../src/ledger/records';
import { TABS, type TabId } from '../../src/ledger/schema';
import { freshLedger, type HostedLedger } from '../support/hostedLedger';

/** A1 of a column by its header, in a tab as it was set up. */
function at(tab: TabId, header: string, row = 2): string {
  const column = columnsOf<TabId>(tab).findIndex(([, known]) => known.header === header);
  if (column < 0) throw new Error(`${TABS[tab].title} has no ${header}`);
  return `${TABS[tab].title}!${columnLetters(column)}${row}`;
}

function placeOf(ledger: HostedLedger, a1: string) {
  const [, title = '', letters = '', row = ''] = /^(.+)!([A-Z]+)(\d+)$/.exec(a1) ?? [];
  const column = Array.from(letters).reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
  const sheet = ledger.host.spreadsheet().sheets?.find(({ properties }) => properties?.title === title);
  if (!sheet) throw new Error(`no tab ${title}`);
  return { sheet, row: Number(row) - 1, column };
}

function cell(ledger: HostedLedger, a1: string): sheets_v4.Schema$CellData {
  const { sheet, row, column } = placeOf(ledger, a1);
  return sheet.data?.[0]?.rowData?.[row]?.values?.[column] ?? {};
}
const noteOn = (ledger: HostedLedger, a1: string) => cell(ledger, a1).note ?? '';

/** Changes a cell without an edit of a person, as the sidebar, another program or a sort does: `onEdit` does not run. */
function put(ledger: HostedLedger, a1: string, data: sheets_v4.Schema$CellData, fields = 'userEnteredValue') {
  const { sheet, row, column } = placeOf(ledger, a1);
  const start = { sheetId: sheet.properties?.sheetId ?? 0, rowIndex: row, columnIndex: column };
  ledger.host.apply([{ updateCells: { start, rows: [{ values: [data] }], fields } }]);
}
const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });

function ledgerWithIssues(): HostedLedger {
  const ledger = freshLedger();
  ledger.merge('名单', [{ 邮箱: 'fang@example.invalid', 姓名: '方禾', 职务: '办公室主任', 角色: '经办人' }]);
  ledger.merge('问题台账', [
    { 编号: 1, 问题: '河道巡查记录不全', 整改类型: '限期整改', 整改时限: '2026-06-30' },
    { 编号: 2, 问题: '取水许可档案缺失', 整改类型: '限期整改', 整改时限: '2026-09-30' },
  ]);
  ledger.merge('整改措施', [
    { 措施编号: '1-1', 问题编号: 1, 措施内容: '建立巡查日志' },
    { 措施编号: '1-2', 问题编号: 1, 措施内容: '每月通报' },
  ]);
  return ledger;
}

function check(ledger: HostedLedger): string[] {
  expect(ledger.ask('checkLedger').ok).toBe(true);
  return ledger.serviceCalls();
}

const deadline = at('issues', '整改时限');
const person = at('issues', '责任人');

describe('校验台账', () => {
  test('takes the note of ours from a cell that is good by now, and leaves what others noted', () => {
    const ledger = ledgerWithIssues();
    put(ledger, deadline, { note: '许青：已电话催办' }, 'note');
    ledger.host.edit(deadline, [['年底前']]);
    put(ledger, deadline, { note: `${noteOn(ledger, deadline)}\n【办理】不能延期：尚未填写理由。` }, 'note');
    expect(noteOn(ledger, deadline)).toContain('“年底前”不是有效日期');
    put(ledger, deadline, text('2026-12-31'));
    check(ledger);
    expect(noteOn(ledger, deadline)).toBe('许青：已电话催办\n【办理】不能延期：尚未填写理由。');
  });

  test('renews one whose cell is wrong in another way, and keeps one that is still true', () => {
    const ledger = ledgerWithIssues();
    const later = at('issues', '整改时限', 3);
    ledger.host.edit(deadline, [['年底前'], ['三季度']]);
    put(ledger, deadline, text('2026-02-30'));
    check(ledger);
    expect(noteOn(ledger, deadline)).toBe(
      '【校验】问题台账“整改时限”：“2026-02-30”不是有效日期，请改为如 2026-06-30 的日期。',
    );
    expect(noteOn(ledger, later)).toContain('“三季度”不是有效日期');
  });

  test('says of a value that has become clear how it should be written', () => {
    const ledger = ledgerWithIssues();
    ledger.host.edit(person, [['王局长']]);
    put(ledger, person, text('方 主任'));
    check(ledger);
    expect(noteOn(ledger, person)).toContain('应写作“方禾”，请改正');
  });

  test('finds a name that was entered in 名单 meanwhile', () => {
    const ledger = ledgerWithIssues();
    ledger.host.edit(person, [['赵新']]);
    expect(noteOn(ledger, person)).toContain('名单中没有“赵新”');
    check(ledger);
    expect(noteOn(ledger, person)).toContain('名单中没有“赵新”');
    put(ledger, at('people', '姓名', 3), text('赵新'));
    check(ledger);
    expect(noteOn(ledger, person)).toBe('');
  });

  test('follows the key: a double that is none any more, a number that was filled in', () => {
    const ledger = ledgerWithIssues();
    const [first, second] = [at('measures', '措施编号'), at('measures', '措施编号', 3)];
    ledger.host.edit(second, [['1-1']]);
    expect(noteOn(ledger, second)).toContain('与上面的行重复');
    put(ledger, first, text('1-3'));
    check(ledger);
    expect(noteOn(ledger, second)).toBe('');
    ledger.host.edit(second, [['']]);
    check(ledger);
    expect(noteOn(ledger, second)).toContain('已空');
    put(ledger, second, text('1-2'));
    check(ledger);
    expect(noteOn(ledger, second)).toBe('');
  });

  test('keeps the word on a number that was taken for a date, and on a formula', () => {
    const ledger = ledgerWithIssues();
    const [id, effect] = [at('measures', '措施编号', 3), at('issues', '整改成效')];
    put(ledger, id, { userEnteredFormat: {} }, 'userEnteredFormat');
    put(ledger, effect, { userEnteredFormat: {} }, 'userEnteredFormat');
    ledger.host.edit(id, [['3-2']]);
    ledger.host.edit(effect, [['=D2&"已整改"']]);
    const before = [noteOn(ledger, id), noteOn(ledger, effect)];
    expect(before).toEqual([expect.stringContaining('被表格识别成了日期'), expect.stringContaining('是公式')]);
    check(ledger);
    expect([noteOn(ledger, id), noteOn(ledger, effect)]).toEqual(before);
  });

  test('clears the word on system columns it knows the value of, and keeps it where nobody does', () => {
    const ledger = ledgerWithIssues();
    const [state, progress] = [at('issues', '状态'), at('issues', '措施进度')];
    const first = at('issues', '原定时限');
    const row = Object.fromEntries(columnsOf('issues').map(([, { header }]) => [header, '']));
    const values = {
      ...row,
      编号: '1',
      问题: '河道巡查记录不全',
      状态: '已销号',
      措施进度: '9/9',
      原定时限: '2027-1-1',
    };
    ledger.host.edit('问题台账!A2', [Object.values(values)]);
    for (const a1 of [state, progress, first]) expect(noteOn(ledger, a1)).toContain('【校验】');
    const kept = noteOn(ledger, first);
    check(ledger);
    expect([noteOn(ledger, state), noteOn(ledger, progress), noteOn(ledger, first)]).toEqual(['', '', kept]);
  });

  test('takes a note of ours that was copied into a column of the user, and leaves their notes', () => {
    const ledger = ledgerWithIssues();
    const { sheet } = placeOf(ledger, deadline);
    const sheetId = sheet.properties?.sheetId ?? 0;
    ledger.host.apply([{ appendDimension: { sheetId, dimension: 'COLUMNS', length: 2 } }]);
    const column = sheet.properties?.gridProperties?.columnCount ?? 0;
    const start = { sheetId, rowIndex: 1, columnIndex: column };
    const values = [{ note: '【校验】问题台账“编号”：已空。' }, { note: '【校验】一栏由整改办填写。' }];
    ledger.host.apply([{ updateCells: { start, rows: [{ values }], fields: 'note' } }]);
    check(ledger);
    const now = placeOf(ledger, deadline).sheet.data?.[0]?.rowData?.[1]?.values ?? [];
    expect([now[column]?.note ?? '', now[column + 1]?.note]).toEqual(['', '【校验】一栏由整改办填写。']);
  });

  test('reads the notes in one call and writes them with all else; run again it changes nothing', () => {
    const ledger = ledgerWithIssues();
    ledger.host.edit(at('issues', '整改时限'), [['年底前'], ['三季度']]);
    put(ledger, deadline, text('2026-12-31'));
    const calls = check(ledger);
    expect(calls).toEqual([
      'Spreadsheets.get',
      'Spreadsheets.Values.batchGet',
      'Spreadsheets.Values.batchGet',
      'Spreadsheets.Values.batchGet',
      'Spreadsheets.get',
      'Spreadsheets.batchUpdate',
    ]);
    const before = ledger.host.spreadsheet().sheets?.map(({ data }) => data);
    check(ledger);
    expect(ledger.host.spreadsheet().sheets?.map(({ data }) => data)).toEqual(before);
  });

  test('leaves notes on walled tabs alone, so that whoever may not edit them can check', () => {
    const ledger = ledgerWithIssues();
    const name = at('people', '姓名', 4);
    put(ledger, name, { note: '【校验】名单“姓名”：已空。' }, 'note');
    ledger.host.setUser('jb@example.invalid');
    check(ledger);
    expect(noteOn(ledger, name)).toContain('【校验】');
  });
});

test('notes are found where the answer places them: a start that is 0 and blank cells are left out of it', () => {
  const data = [{ startRow: 4, startColumn: 2, rowData: [{}, { values: [{}, { note: '催办' }] }] }];
  const sheets = [{ properties: { sheetId: 7 }, data }, { properties: {}, data: [{}] }, {}];
  expect(notesIn({ sheets })).toEqual([{ sheetId: 7, row: 5, column: 3, note: '催办' }]);
  expect(notesIn({})).toEqual([]);
});
