import type { sheets_v4 } from '@googleapis/sheets';
import { newSpreadsheet } from '../../local/host';
import { freshLedger, HostedLedger } from '../support/hostedLedger';

const TABS = [
  '看板',
  '问题台账',
  '整改措施',
  '佐证材料',
  '整改成果',
  '收文登记',
  '报告素材',
  '报告登记',
  '办理记录',
  '名单',
  '代签委托',
  '设置',
  '封存记录',
  '进度快照',
  '报告底稿',
];

function sheet(ledger: HostedLedger, title: string): sheets_v4.Schema$Sheet {
  const found = ledger.host.spreadsheet().sheets?.find(({ properties }) => properties?.title === title);
  if (!found) throw new Error(`no tab ${title}`);
  return found;
}

function headers(ledger: HostedLedger, title: string): string[] {
  const row = sheet(ledger, title).data?.[0]?.rowData?.[0]?.values ?? [];
  return row.map(({ userEnteredValue }) => userEnteredValue?.stringValue ?? '');
}

function textCell(stringValue: string): sheets_v4.Schema$CellData {
  const value = { stringValue };
  return { userEnteredValue: value, effectiveValue: value, formattedValue: stringValue };
}

describe('a new file', () => {
  const ledger = freshLedger();

  test('gets every tab in order, built by one batchUpdate, and loses its empty first sheet', () => {
    const again = new HostedLedger();
    again.ask('setUpLedger');
    expect(again.serviceCalls()).toEqual([
      'Spreadsheets.get',
      'Spreadsheets.Values.batchGet',
      'Spreadsheets.batchUpdate',
    ]);
    expect(ledger.host.spreadsheet().sheets?.map(({ properties }) => properties?.title)).toEqual(TABS);
  });

  test('has frozen headers, explained columns, drop-downs, dates and wrapped long texts', () => {
    const issues = sheet(ledger, '问题台账');
    expect(issues.properties?.gridProperties).toMatchObject({ frozenRowCount: 1, frozenColumnCount: 4 });
    const [header, first] = issues.data?.[0]?.rowData ?? [];
    const at = (name: string) => headers(ledger, '问题台账').indexOf(name);
    expect(header?.values?.[at('问题')]?.note).toContain('必填');
    expect(first?.values?.[at('整改类型')]?.dataValidation?.condition?.type).toBe('ONE_OF_LIST');
    expect(first?.values?.[at('方面')]?.dataValidation?.condition?.values?.[0]?.userEnteredValue).toBe(
      "='设置'!$D$2:$D",
    );
    expect(first?.values?.[at('责任人')]?.dataValidation?.condition?.values?.[0]?.userEnteredValue).toBe(
      "='名单'!$B$2:$B",
    );
    expect(first?.values?.[at('整改时限')]?.userEnteredFormat?.numberFormat?.type).toBe('DATE');
    expect(first?.values?.[at('问题')]?.userEnteredFormat?.wrapStrategy).toBe('WRAP');
  });

  test('marks overdue, due soon, returned and closed by more than colour', () => {
    const rules = sheet(ledger, '问题台账').conditionalFormats ?? [];
    expect(rules).toHaveLength(4);
    for (const { booleanRule } of rules) {
      const { bold, italic, underline } = booleanRule?.format?.textFormat ?? {};
      expect([bold, italic, underline]).toContain(true);
    }
  });

  test('warns on system columns and the log, and walls 设置 and 名单', () => {
    const issues = sheet(ledger, '问题台账').protectedRanges ?? [];
    expect(issues.every(({ warningOnly, description }) => warningOnly && description?.startsWith('整改台账：'))).toBe(
      true,
    );
    expect(sheet(ledger, '办理记录').protectedRanges).toMatchObject([{ warningOnly: true }]);
    for (const title of ['设置', '名单']) {
      const [wall] = sheet(ledger, title).protectedRanges ?? [];
      expect(wall?.warningOnly ?? false).toBe(false);
    }
  });

  test('lists every setting with its explanation', () => {
    const settings = ledger.rows('设置').filter((row) => row.项 !== '');
    expect(settings.map((row) => row.项)).toEqual(
      expect.arrayContaining(['单位名称', '反馈日期', '报告体例', '联系方式']),
    );
    expect(settings.every((row) => String(row.说明).length > 4)).toBe(true);
  });
});

test('running it again changes nothing at all', () => {
  const ledger = freshLedger();
  ledger.merge('问题台账', [{ 编号: 1, 问题: '河道巡查记录不全' }]);
  ledger.merge('名单', [{ 邮箱: 'a@example.invalid', 姓名: '许青', 角色: '整改办' }]);
  ledger.ask('setUpLedger');
  const before = JSON.stringify(ledger.host.spreadsheet());
  ledger.ask('setUpLedger');
  expect(JSON.stringify(ledger.host.spreadsheet())).toBe(before);
});

test('名单 decides who may edit the walled tabs', () => {
  const ledger = freshLedger();
  ledger.merge('名单', [
    { 邮箱: 'zgb@example.invalid', 姓名: '许青', 角色: '整改办' },
    { 邮箱: 'jb@example.invalid', 姓名: '方禾', 角色: '经办人' },
  ]);
  ledger.ask('setUpLedger');
  expect(sheet(ledger, '设置').protectedRanges?.[0]?.editors?.users).toContain('zgb@example.invalid');
  ledger.host.setUser('jb@example.invalid');
  const refused = ledger.merge('设置', [{ 项: '单位名称', 值: '某局' }]);
  expect(refused).toMatchObject({ ok: false, faults: [{ code: 'no-right' }] });
  ledger.host.setUser('zgb@example.invalid');
  expect(ledger.merge('设置', [{ 项: '单位名称', 值: '青禾县水务局' }])).toMatchObject({
    ok: true,
    value: { changed: 1 },
  });
});

test('a ledger kept by hand is taken over: tabs and headers renamed, the own columns and tabs kept', () => {
  const file = newSpreadsheet('整改台账');
  const cells = (...texts: string[]) => ({ values: texts.map(textCell) });
  const [first] = file.sheets ?? [];
  if (!first) throw new Error('a new file has a sheet');
  first.properties = { ...first.properties, title: '问题清单' };
  first.data = [
    { rowData: [cells('序号', '存在问题', '科室意见', '责任领导'), cells('1', '河道巡查记录不全', '已核', '许青')] },
  ];
  const ledger = new HostedLedger(file);
  const answer = ledger.ask<{ created: string[]; addedColumns: string[] }>('setUpLedger');
  expect(answer.ok).toBe(true);
  expect(answer.value.created).not.toContain('问题台账');
  expect(answer.value.addedColumns).toContain('问题台账·整改时限');
  expect(headers(ledger, '问题台账').slice(0, 4)).toEqual(['编号', '问题', '科室意见', '牵头领导']);
  expect(ledger.rows('问题台账')).toMatchObject([
    { 编号: 1, 问题: '河道巡查记录不全', 科室意见: '已核', 牵头领导: '许青' },
  ]);
});

test('a column that somebody deleted comes back, at the end, with its rules', () => {
  const ledger = freshLedger();
  const people = sheet(ledger, '名单');
  const row = people.data?.[0]?.rowData?.[0]?.values ?? [];
  const at = headers(ledger, '名单').indexOf('职务');
  const cell = row[at];
  if (!cell) throw new Error('the column is there');
  Object.assign(cell, textCell('岗位'));
  const renamed = new HostedLedger(structuredClone(ledger.host.spreadsheet()));
  expect(renamed.ask<{ addedColumns: string[] }>('setUpLedger').value.addedColumns).toEqual(['名单·职务']);
  expect(headers(renamed, '名单')).toEqual(['邮箱', '姓名', '部门', '岗位', '角色', '职务']);
});
