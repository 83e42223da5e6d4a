import type { sheets_v4 } from '@googleapis/sheets';
import { editEvent } from '../../local/host';
import { columnLetters } from '../../src/ledger/grid';
import { columnsOf } from '../../src/ledger/records';
import { TABS, type TabId } from '../../src/ledger/schema';
import { toSerial } from '../../src/text/dates';
import { freshLedger, type HostedLedger } from '../support/hostedLedger';

const SINGLE = 6;
const BLOCK = 10;

function headersOf(tab: TabId): string[] {
  return columnsOf<TabId>(tab).map(([, { header }]) => header);
}

/** A1 of a column by its header, in a tab as it was set up. */
function at(tab: TabId, header: string, row = 2): string {
  const column = headersOf(tab).indexOf(header);
  if (column < 0) throw new Error(`${TABS[tab].title} has no ${header}`);
  return `${TABS[tab].title}!${columnLetters(column)}${row}`;
}

function sheetOf(ledger: HostedLedger, title: string): sheets_v4.Schema$Sheet {
  const found = ledger.host.spreadsheet().sheets?.find(({ properties }) => properties?.title === title);
  if (!found) throw new Error(`no tab ${title}`);
  return found;
}

/** Title, 0-based row and column of a cell. */
function placeOf(a1: string) {
  const [, title = '', letters = '', row = ''] = /^(.+)!([A-Z]+)(\d+)$/.exec(a1) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { title, row: Number(row) - 1, column };
}

function cell(ledger: HostedLedger, a1: string): sheets_v4.Schema$CellData {
  const { title, row, column } = placeOf(a1);
  return sheetOf(ledger, title).data?.[0]?.rowData?.[row]?.values?.[column] ?? {};
}

/** Lines to be pasted from the column of the first header on, given by header. */
function linesOf(tab: TabId, rows: Record<string, string>[]): string[][] {
  const headers = headersOf(tab);
  const places = rows.flatMap((row) => Object.keys(row)).map((header) => headers.indexOf(header));
  const span = headers.slice(Math.min(...places), Math.max(...places) + 1);
  return rows.map((row) => span.map((header) => row[header] ?? ''));
}

const shown = (ledger: HostedLedger, a1: string) => cell(ledger, a1).formattedValue ?? '';
const noteOn = (ledger: HostedLedger, a1: string) => cell(ledger, a1).note ?? '';
const toasts = (ledger: HostedLedger) =>
  ledger.host.ui().events.flatMap((event) => (event.kind === 'toast' ? [event.message] : []));

/** Types into one cell, and holds the trigger to its calls. */
function type(ledger: HostedLedger, a1: string, text: string): void {
  ledger.host.edit(a1, [[text]]);
  expect(ledger.host.calls().length).toBeLessThanOrEqual(SINGLE);
  expect(ledger.host.calls().every(({ service }) => service === 'SpreadsheetApp')).toBe(true);
}

function paste(ledger: HostedLedger, a1: string, rows: string[][]): void {
  ledger.host.edit(a1, rows);
  expect(ledger.host.calls().length).toBeLessThanOrEqual(BLOCK);
  expect(ledger.host.calls().every(({ service }) => service === 'SpreadsheetApp')).toBe(true);
}

/** Puts a note, a format or a rule on cells as a person or their paste would. */
function dress(
  ledger: HostedLedger,
  a1: string,
  data: sheets_v4.Schema$CellData,
  fields: string,
  rows = 1,
  columns = 1,
) {
  const { title, row, column } = placeOf(a1);
  const sheetId = sheetOf(ledger, title).properties?.sheetId ?? 0;
  const start = { startRowIndex: row, startColumnIndex: column };
  const range = {
    sheetId,
    ...start,
    endRowIndex: start.startRowIndex + rows,
    endColumnIndex: start.startColumnIndex + columns,
  };
  ledger.host.apply([{ repeatCell: { range, cell: data, fields } }]);
}

function ledgerWithIssues(): HostedLedger {
  const ledger = freshLedger();
  ledger.merge('名单', [
    { 邮箱: 'fang@example.invalid', 姓名: '方禾', 职务: '办公室主任', 角色: '经办人' },
    { 邮箱: 'xu@example.invalid', 姓名: '许青', 职务: '局长', 角色: '主要负责人' },
    { 邮箱: 'xuming@example.invalid', 姓名: '许明', 职务: '副局长', 角色: '分管领导' },
  ]);
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

describe('one cell', () => {
  const ledger = ledgerWithIssues();
  const deadline = at('issues', '整改时限');

  test('a date in any usual form becomes a real one', () => {
    for (const written of ['2026.9.15', '2026年9月15日', '２０２６－９－１５', '二〇二六年九月十五日']) {
      type(ledger, deadline, written);
      expect([written, cell(ledger, deadline).effectiveValue]).toEqual([
        written,
        { numberValue: toSerial('2026-09-15') },
      ]);
    }
  });

  test('one that is no date stays as typed with a note that says why; corrected, it is a date and the note goes', () => {
    type(ledger, deadline, '2026.13.15');
    expect(shown(ledger, deadline)).toBe('2026.13.15');
    expect(noteOn(ledger, deadline)).toBe(
      '【校验】问题台账“整改时限”：“2026.13.15”不是有效日期，请改为如 2026-06-30 的日期。',
    );
    type(ledger, deadline, '2026.12.15');
    expect(shown(ledger, deadline)).toBe('2026-12-15');
    expect(noteOn(ledger, deadline)).toBe('');
    type(ledger, deadline, '年底前');
    type(ledger, deadline, '2026-12-20');
    expect([shown(ledger, deadline), noteOn(ledger, deadline)]).toEqual(['2026-12-20', '']);
    type(ledger, deadline, '年底前');
    type(ledger, deadline, '');
    expect([shown(ledger, deadline), noteOn(ledger, deadline)]).toEqual(['', '']);
  });

  test('a note of a person stays above ours and alone when ours goes', () => {
    dress(ledger, deadline, { note: '许青：已电话催办' }, 'note');
    type(ledger, deadline, '三季度');
    expect(noteOn(ledger, deadline)).toMatch(/^许青：已电话催办\n【校验】/);
    type(ledger, deadline, '2026.9.30');
    expect([shown(ledger, deadline), noteOn(ledger, deadline)]).toEqual(['2026-09-30', '许青：已电话催办']);
  });

  test('names are joined by 、 and lose their inner blanks; a form of address is noted', () => {
    const person = at('issues', '责任人');
    type(ledger, person, '方　禾');
    expect(shown(ledger, person)).toBe('方禾');
    type(ledger, person, '方禾 许青');
    expect(shown(ledger, person)).toBe('方禾、许青');
    type(ledger, person, '王局长');
    expect([shown(ledger, person), noteOn(ledger, person)]).toEqual(['王局长', expect.stringContaining('请填写姓名')]);
  });

  test('a measure number is kept from becoming a date', () => {
    const id = at('measures', '措施编号', 4);
    type(ledger, id, '１－３');
    expect(cell(ledger, id).effectiveValue).toEqual({ stringValue: '1-3' });
    dress(ledger, id, {}, 'userEnteredFormat');
    type(ledger, id, '１－４');
    expect(cell(ledger, id).effectiveValue).toEqual({ stringValue: '1-4' });
  });

  test('a synonym is taken where the drop-down is gone', () => {
    const state = at('measures', '状态');
    dress(ledger, state, {}, 'dataValidation');
    type(ledger, state, '办结');
    expect(shown(ledger, state)).toBe('已完成');
  });

  test('a number that stands above already is noted, and so is one that was cleared', () => {
    const id = at('measures', '措施编号', 3);
    type(ledger, id, '1-1');
    expect(noteOn(ledger, id)).toContain('“1-1”与上面的行重复');
    type(ledger, id, '1-2');
    expect(noteOn(ledger, id)).toBe('');
    type(ledger, id, '');
    expect(noteOn(ledger, id)).toContain('原为“1-2”');
    type(ledger, id, '1-2');
    expect(noteOn(ledger, id)).toBe('');
  });

  test('text with HTML, and a formula-like text in a text cell, stay what they are', () => {
    const effect = at('issues', '整改成效');
    for (const written of [
      '<script>alert(1)</script>',
      '=IMPORTXML("https://a.example.invalid","//a")',
      '完成率98%,共3项',
    ]) {
      type(ledger, effect, written);
      expect(cell(ledger, effect).effectiveValue).toEqual({ stringValue: written });
      expect(noteOn(ledger, effect)).toBe('');
    }
  });

  test('a formula is noted and stays', () => {
    const effect = at('issues', '整改成效');
    dress(ledger, effect, {}, 'userEnteredFormat');
    type(ledger, effect, '=D2&"已整改"');
    expect(cell(ledger, effect).userEnteredValue).toEqual({ formulaValue: '=D2&"已整改"' });
    expect(noteOn(ledger, effect)).toContain('是公式');
  });
});

describe('a name', () => {
  const ledger = ledgerWithIssues();
  const person = at('issues', '责任人');
  const blank = at('issues', '责任人', 3);
  const standing = (a1: string) => [shown(ledger, a1), noteOn(ledger, a1)];
  const clear = (a1: string) => type(ledger, a1, '');
  const UNLISTED = '名单中没有“赵新”，请核对姓名，或请整改办在“名单”表中补登。';

  test.each([
    ['方 禾', '方禾'],
    ['方主任', '方禾'],
    ['方禾同志', '方禾'],
    ['许青局长', '许青'],
    ['方 禾 许青', '方禾、许青'],
    ['许青，方主任', '许青、方禾'],
    ['方禾', '方禾'],
  ])('%s is %s of 名单, in a blank cell and over another name', (written, name) => {
    clear(blank);
    type(ledger, blank, written);
    expect(standing(blank)).toEqual([name, '']);
    type(ledger, person, '许明');
    type(ledger, person, written);
    expect(standing(person)).toEqual([name, '']);
  });

  test.each([
    ['赵新', UNLISTED],
    ['方禾、赵新', UNLISTED],
    ['许局长', '“许局长”名单中有2人相符，请填写姓名，多人用顿号分开。'],
    ['王局长', '“王局长”是称呼，不是姓名，请填写姓名，多人用顿号分开。'],
    ['Li Ming', '名单中没有“Li Ming”，请核对姓名，或请整改办在“名单”表中补登。'],
  ])('%s stays as typed with a note, in a blank cell and over a name', (written, why) => {
    for (const a1 of [blank, person]) {
      clear(a1);
      if (a1 === person) type(ledger, a1, '许明');
      type(ledger, a1, written);
      expect(standing(a1)).toEqual([written, `【校验】问题台账“责任人”：${why}`]);
    }
  });

  test('put right, is tidied and loses the note; still wrong, it gets the new one; cleared, none', () => {
    type(ledger, person, '王局长');
    type(ledger, person, '方 主任');
    expect(standing(person)).toEqual(['方禾', '']);
    type(ledger, person, '王局长');
    type(ledger, person, '赵新');
    expect(standing(person)).toEqual(['赵新', `【校验】问题台账“责任人”：${UNLISTED}`]);
    clear(person);
    expect(standing(person)).toEqual(['', '']);
  });

  test('is noted beside what a person and another command noted, which stay', () => {
    const others = '许青：已电话催办\n【办理】不能申请销号：佐证材料不足。';
    dress(ledger, person, { note: others }, 'note');
    type(ledger, person, '赵新');
    expect(noteOn(ledger, person)).toBe(`${others}\n【校验】问题台账“责任人”：${UNLISTED}`);
    type(ledger, person, '方主任');
    expect(standing(person)).toEqual(['方禾', others]);
  });

  test('pasted into one cell, of which Google tells no value, is looked up as well', () => {
    const other = at('measures', '责任人', 3);
    for (const [written, now] of [
      ['方主任', '方禾'],
      ['赵新', '赵新'],
    ] as const) {
      dress(ledger, other, { userEnteredValue: { stringValue: written } }, 'userEnteredValue');
      ledger.host.call('onEdit', [editEvent(other)], 'simpleTrigger');
      expect(ledger.host.calls().length).toBeLessThanOrEqual(SINGLE);
      expect(shown(ledger, other)).toBe(now);
    }
    expect(noteOn(ledger, other)).toContain(UNLISTED);
  });

  test('is looked up in every column of names, and also beside columns of the user', () => {
    const sheetId = sheetOf(ledger, '收文登记').properties?.sheetId ?? 0;
    const range = { sheetId, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 };
    ledger.host.apply([{ insertDimension: { range, inheritFromBefore: true } }]);
    const columns = [
      at('issues', '牵头领导'),
      at('measures', '责任人'),
      at('reports', '保密审查人'),
      at('reports', '批准人'),
      at('documents', '签批意见'), // 签批人, moved by the inserted column
    ];
    for (const column of columns) {
      type(ledger, column, '许青局长');
      expect([column, shown(ledger, column)]).toEqual([column, '许青']);
    }
  });

  test('is held against nobody while 名单 is blank', () => {
    const fresh = freshLedger();
    type(fresh, person, '赵 新');
    expect([shown(fresh, person), noteOn(fresh, person)]).toEqual(['赵新', '']);
  });

  test('is tidied without 名单 where the columns were moved about: their tab is not known by its header then', () => {
    const moved = ledgerWithIssues();
    const sheetId = sheetOf(moved, '问题台账').properties?.sheetId ?? 0;
    const source = { sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 };
    moved.host.apply([{ moveDimension: { source, destinationIndex: 15 } }]);
    const column = at('issues', '责任部门');
    type(moved, column, '赵 新');
    expect([shown(moved, column), noteOn(moved, column)]).toEqual(['赵新', '']);
    type(moved, column, '王局长');
    expect(noteOn(moved, column)).toContain('是称呼，不是姓名');
  });
});

describe('a system column', () => {
  test('typed over is put back, and the person is told what was not kept and which menu changes it', () => {
    const ledger = ledgerWithIssues();
    const state = at('issues', '状态');
    type(ledger, state, '已销号');
    expect(shown(ledger, state)).toBe('未启动');
    expect(toasts(ledger)).toEqual([
      '问题台账“状态”是系统列，已恢复原值，您填写的“已销号”没有保留；由程序按办理记录填写，要改变它请用菜单“整改台账”办理。',
    ]);
    type(ledger, state, '');
    expect(shown(ledger, state)).toBe('未启动');
  });

  test('typed over where a note of ours stands gets the new word in the note too', () => {
    const ledger = ledgerWithIssues();
    const state = at('issues', '状态');
    paste(ledger, state, [['已销号'], ['整改中']]);
    expect(noteOn(ledger, state)).toContain('已按办理记录恢复');
    type(ledger, state, '整改中');
    expect([shown(ledger, state), noteOn(ledger, state)]).toEqual([
      '未启动',
      '【校验】问题台账“状态”：系统列，已恢复原值，您填写的“整改中”没有保留；由程序按办理记录填写，要改变它请用菜单“整改台账”办理。',
    ]);
    expect(toasts(ledger).join()).toContain('您填写的“整改中”没有保留');
  });

  test('dates come back as dates, blanks as blanks', () => {
    const ledger = ledgerWithIssues();
    const first = at('issues', '原定时限');
    type(ledger, first, '2027-01-01');
    expect(cell(ledger, first).effectiveValue).toEqual({ numberValue: toSerial('2026-06-30') });
    expect(shown(ledger, first)).toBe('2026-06-30');
    const closed = at('issues', '销号日期');
    type(ledger, closed, '2026-05-01');
    expect(shown(ledger, closed)).toBe('');
  });

  test('the log is put back', () => {
    const ledger = ledgerWithIssues();
    const state = at('log', '新状态');
    const before = shown(ledger, state);
    type(ledger, state, '已销号');
    expect(shown(ledger, state)).toBe(before);
    expect(ledger.ask('checkLedger').ok).toBe(true);
    const reason = shown(ledger, at('log', '事由'));
    type(ledger, at('log', '事由'), '改一改');
    expect(shown(ledger, at('log', '事由'))).toBe(reason);
  });

  test('a single cell pasted, of which Google tells no old value, is noted and not emptied', () => {
    const ledger = ledgerWithIssues();
    const state = at('issues', '状态');
    ledger.host.call('onEdit', [editEvent(state)], 'simpleTrigger');
    expect(ledger.host.calls().length).toBeLessThanOrEqual(SINGLE);
    expect(shown(ledger, state)).toBe('未启动');
  });

  test('pasted over is rebuilt from 办理记录, with a note', () => {
    const ledger = ledgerWithIssues();
    const rows = [{ 状态: '已销号', 措施进度: '9/9', 佐证: '4', 提示: '无' }, { 状态: '整改中' }];
    paste(ledger, at('issues', '状态'), linesOf('issues', rows));
    expect(ledger.rows('问题台账')).toMatchObject([
      { 状态: '未启动', 措施进度: '', 佐证: null, 提示: '' },
      { 状态: '未启动', 措施进度: '', 佐证: null, 提示: '' },
    ]);
    expect(noteOn(ledger, at('issues', '状态'))).toContain('已按办理记录恢复');
    expect(noteOn(ledger, at('issues', '措施进度'))).toContain('校验台账');
  });

  test('whole rows pasted over keep what staff wrote and get state and round back', () => {
    const ledger = ledgerWithIssues();
    const row = (values: Record<string, string>) => headersOf('issues').map((header) => values[header] ?? '');
    paste(ledger, '问题台账!A2', [
      row({ 编号: '1', 问题: '河道 巡查记录不全', 整改时限: '2026.7.31', 整改类型: '限期', 状态: '已销号', 轮次: '3' }),
      row({ 编号: '2', 问题: '取水许可档案缺失', 整改时限: '2026年10月1日', 整改类型: '限期整改', 状态: '', 轮次: '' }),
    ]);
    expect(ledger.rows('问题台账')).toMatchObject([
      { 编号: 1, 问题: '河道巡查记录不全', 整改时限: '2026-07-31', 整改类型: '限期整改', 状态: '未启动', 轮次: 1 },
      { 编号: 2, 问题: '取水许可档案缺失', 整改时限: '2026-10-01', 状态: '未启动', 轮次: 1 },
    ]);
    expect(noteOn(ledger, at('issues', '原定时限'))).toContain('无法得知原值');
  });

  test('rows with an unclear choice among them still get state back; the rest is noted with what it should be', () => {
    const ledger = ledgerWithIssues();
    const row = (values: Record<string, string>) => headersOf('issues').map((header) => values[header] ?? '');
    paste(ledger, '问题台账!A2', [
      row({ 编号: '1', 问题: '河道巡查记录不全', 整改时限: '2026.7.31', 整改类型: '随便', 状态: '已销号', 轮次: '1' }),
    ]);
    expect(ledger.rows('问题台账')[0]).toMatchObject({ 状态: '未启动', 整改类型: '随便' });
    expect(shown(ledger, at('issues', '整改时限'))).toBe('2026.7.31');
    expect(noteOn(ledger, at('issues', '整改类型'))).toContain('不在可选值之内');
    expect(noteOn(ledger, at('issues', '整改时限'))).toContain('2026-07-31');
  });
});

describe('a pasted block', () => {
  test('is tidied; three faults in it are named, each on its cell', () => {
    const ledger = ledgerWithIssues();
    const rows = [
      { 时限: '2026.5.1', 周期: '每月一次', 状态: '完成', 完成日期: '2026-04-30' },
      { 时限: '五一前', 周期: '不定期', 状态: '差不多了' },
    ];
    paste(ledger, at('measures', '时限', 2), linesOf('measures', rows));
    expect(ledger.rows('整改措施')).toMatchObject([
      { 时限: '2026-05-01', 周期: '每月', 状态: '已完成', 完成日期: '2026-04-30' },
      { 时限: '五一前', 周期: '不定期', 状态: '差不多了' },
    ]);
    const notes = ['时限', '周期', '状态'].map((header) => noteOn(ledger, at('measures', header, 3)));
    expect(notes).toEqual([
      expect.stringContaining('“五一前”不是有效日期'),
      expect.stringContaining('“不定期”不在可选值之内'),
      expect.stringContaining('“差不多了”不在可选值之内'),
    ]);
    expect(toasts(ledger).join()).toContain('有3个单元格需要核对');
  });

  test('pasted again as it stands changes nothing', () => {
    const ledger = ledgerWithIssues();
    const block = linesOf('measures', [
      { 时限: '2026-05-01', 周期: '每月', 状态: '已完成' },
      { 时限: '五一前', 周期: '不定期', 状态: '差不多了' },
    ]);
    paste(ledger, at('measures', '时限', 2), block);
    const before = sheetOf(ledger, '整改措施').data;
    paste(ledger, at('measures', '时限', 2), block);
    expect(sheetOf(ledger, '整改措施').data).toEqual(before);
    const methods = ledger.host.calls().map(({ method }) => method);
    expect(methods.filter((method) => /^Range\.set/.test(method))).toEqual([]);
  });

  test('names are settled with 名单', () => {
    const ledger = ledgerWithIssues();
    paste(ledger, at('issues', '牵头领导'), [['许局长'], ['方 禾 许青']]);
    expect(ledger.rows('问题台账').map((row) => row.牵头领导)).toEqual(['许局长', '方禾、许青']);
    expect(noteOn(ledger, at('issues', '牵头领导'))).toContain('名单中有2人相符');
    paste(ledger, at('issues', '牵头领导'), [['方主任'], ['许青局长']]);
    expect(ledger.rows('问题台账').map((row) => row.牵头领导)).toEqual(['方禾', '许青']);
    expect(noteOn(ledger, at('issues', '牵头领导'))).toBe('');
  });

  test('keeps formulas that came with it, and notes them', () => {
    const ledger = ledgerWithIssues();
    dress(ledger, at('evidence', '名称'), {}, 'userEnteredFormat', 2, 6);
    const rows = [
      {
        材料编号: '1-1-01',
        问题编号: '1',
        措施编号: '1-1',
        类型: '会议纪要',
        名称: '=HYPERLINK("https://a.example.invalid/1","巡查日志")',
        日期: '2026.4.1',
        链接或档号: 'x',
        已归档: '是',
      },
    ];
    paste(ledger, at('evidence', '材料编号'), linesOf('evidence', rows));
    expect(cell(ledger, at('evidence', '名称')).userEnteredValue?.formulaValue).toContain('HYPERLINK');
    expect(noteOn(ledger, at('evidence', '名称'))).toContain('是公式');
    expect(shown(ledger, at('evidence', '类型'))).toBe('会议记录');
  });

  test('of 500 × 20 takes at most ten calls and under two seconds', () => {
    const ledger = ledgerWithIssues();
    const headers = headersOf('issues').slice(0, 20);
    const rows = Array.from({ length: 498 }, (_, i) =>
      headers.map((header) => {
        if (header === '编号') return String(i + 1);
        if (header === '整改时限') return i % 50 === 7 ? '年底前' : '2026.9.1';
        if (header === '整改类型') return i % 2 === 0 ? '限期' : '立行立改类';
        if (header === '责任人' || header === '牵头领导') return i % 3 === 0 ? '方 禾' : '许青，方禾';
        if (header === '状态') return '已销号';
        return ['问题', '方面'].includes(header) ? `第 ${i} 项 记录 不全` : '';
      }),
    );
    paste(ledger, '问题台账!A2', rows);
    const [first, second] = ledger.rows('问题台账');
    expect(first).toMatchObject({ 状态: '未启动', 整改时限: '2026-09-01', 整改类型: '限期整改', 责任人: '方禾' });
    expect(second).toMatchObject({ 状态: '未启动', 整改类型: '立行立改', 责任人: '许青、方禾' });
    expect(noteOn(ledger, at('issues', '整改时限', 9))).toContain('年底前');
    expect(noteOn(ledger, at('issues', '状态', 9))).toContain('没有依据');
  });
});

test('设置 is checked by item', () => {
  const ledger = freshLedger();
  const row = (item: string) => ledger.rows('设置').findIndex((one) => one.项 === item) + 2;
  const value = (item: string) => at('settings', '值', row(item));
  type(ledger, value('反馈日期'), '2026年3月5日');
  expect(shown(ledger, value('反馈日期'))).toBe('2026-03-05');
  type(ledger, value('临期天数'), '十天');
  expect(noteOn(ledger, value('临期天数'))).toContain('0至365之间的整数');
  type(ledger, value('临期天数'), '１０');
  expect([shown(ledger, value('临期天数')), noteOn(ledger, value('临期天数'))]).toEqual(['10', '']);
  type(ledger, value('单位名称'), '青禾县水务局');
  expect(shown(ledger, value('单位名称'))).toBe('青禾县水务局');
});

test('a header typed over comes back with a word why', () => {
  const ledger = freshLedger();
  type(ledger, '问题台账!K1', '负责人');
  expect(shown(ledger, '问题台账!K1')).toBe('责任人');
  expect(toasts(ledger).join()).toContain('列名“责任人”');
});

test('tabs of the user, and their own columns, are left alone', () => {
  const ledger = freshLedger();
  ledger.host.apply([{ addSheet: { properties: { title: '随手记', sheetId: 77 } } }]);
  ledger.host.edit('随手记!A1', [[' 方 禾 ']]);
  expect(shown(ledger, '随手记!A1')).toBe(' 方 禾 ');
  expect(ledger.host.calls().filter(({ method }) => /\.set|toast/.test(method))).toEqual([]);
});

test('formats and drop-downs that a paste carried away are put back by 建立/升级台账', () => {
  const ledger = ledgerWithIssues();
  const kind = at('issues', '整改类型');
  const rule = cell(ledger, kind).dataValidation;
  const format = cell(ledger, at('issues', '整改时限')).userEnteredFormat?.numberFormat;
  expect(rule?.strict).toBe(true);
  dress(ledger, kind, {}, 'dataValidation,userEnteredFormat', 2, 2);
  paste(ledger, kind, [
    ['限期', '2026.9.1'],
    ['分阶段', '2026.10.1'],
  ]);
  expect(cell(ledger, kind).dataValidation).toBeUndefined();
  expect(ledger.ask('setUpLedger').ok).toBe(true);
  expect(cell(ledger, kind).dataValidation).toEqual(rule);
  expect(cell(ledger, at('issues', '整改时限')).userEnteredFormat?.numberFormat).toEqual(format);
  expect(ledger.rows('问题台账')).toMatchObject([
    { 整改类型: '限期整改', 整改时限: '2026-09-01' },
    { 整改类型: '分阶段整改', 整改时限: '2026-10-01' },
  ]);
});

test('a drop-down that a paste brought from another column stops nothing', () => {
  const ledger = ledgerWithIssues();
  const foreign = cell(ledger, at('measures', '状态')).dataValidation;
  if (!foreign) throw new Error('the column has a rule');
  dress(ledger, at('issues', '状态'), { dataValidation: foreign }, 'dataValidation');
  paste(ledger, at('issues', '责任人'), [['方 禾', '已完成']]);
  expect(shown(ledger, at('issues', '状态'))).toBe('已完成');
  expect(noteOn(ledger, at('issues', '状态'))).toContain('未启动');
  expect(noteOn(ledger, at('issues', '责任人'))).toContain('方禾');
});

describe('the calls of an edit', () => {
  const ledger = ledgerWithIssues();
  const tabs: TabId[] = [
    'issues',
    'measures',
    'evidence',
    'outcomes',
    'documents',
    'narrative',
    'reports',
    'log',
    'people',
  ];
  // of every tab, one column of each sort
  const cells = tabs.flatMap((tab) => {
    const sorts = new Map(
      columnsOf<TabId>(tab).map(([, column]) => {
        const list = column.kind === 'text' ? [column.long, column.list] : [];
        return [JSON.stringify([column.kind, column.system, list]), column.header];
      }),
    );
    return [...sorts.values()].map((header) => at(tab, header));
  });

  test('of one cell are at most six in every sort of column, whatever stood there and whatever comes', () => {
    // without rules everything can be typed, as after a paste
    for (const tab of tabs)
      dress(ledger, at(tab, headersOf(tab)[0] ?? ''), {}, 'dataValidation', 1, headersOf(tab).length);
    for (const a1 of cells) {
      const old = cell(ledger, a1).userEnteredValue;
      for (const written of ['三月 中旬前', '２０２６．９．１５', '赵 新', '方 禾']) {
        type(ledger, a1, written);
        // what was typed is there, tidied or put back, or it is the program's column
        const now = cell(ledger, a1);
        const essence = (text: string) => text.normalize('NFKC').replace(/[\s、]/g, '');
        const kept = [essence(written), '2026-09-15'].includes(essence(now.formattedValue ?? ''));
        expect([a1, kept || JSON.stringify(now.userEnteredValue) === JSON.stringify(old)]).toEqual([a1, true]);
      }
    }
  });

  test('of a block are at most ten in every tab, with every kind of value at once', () => {
    const words = ['完成', '2026.9.1', '年底前', '１', '=1+1', '方 禾', '方主任', '已销号', '3-2', '', '√', '限期'];
    tabs.forEach((tab, seed) => {
      const width = headersOf(tab).length;
      const block = Array.from({ length: 9 }, (_row, r) =>
        Array.from({ length: width }, (_cell, c) => words[(r * 5 + c * 7 + seed) % words.length] ?? ''),
      );
      paste(ledger, at(tab, headersOf(tab)[0] ?? ''), block);
    });
  });
});
