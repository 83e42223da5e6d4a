import type { Finding } from '../../src/checks/finding';
import { freshLedger, HostedLedger } from '../support/hostedLedger';

interface Checked {
  errors: number;
  warnings: number;
  notes: number;
  findings: Finding[];
}

const COPIED = '组织开展全县小型水库安全隐患排查，逐库建立隐患清单，明确整改措施、责任人和完成时限，实行销号管理。';

function checked() {
  const ledger = freshLedger();
  const issue = {
    方面: '履行职能责任方面',
    整改类型: '限期整改',
    牵头领导: '许青',
    责任部门: '河湖股',
    责任人: '方禾',
  };
  ledger.merge('问题台账', [
    { 编号: 1, 问题: '河道巡查记录不全', 整改时限: '2026-11-20', ...issue },
    { 编号: 2, 问题: '水库隐患排查不细', 整改时限: '2026-11-28', ...issue },
  ]);
  ledger.merge('整改措施', [
    {
      措施编号: '1-1',
      问题编号: 1,
      措施内容: COPIED,
      状态: '已完成',
      完成日期: '2026-10-12',
      落实情况: '排查水库12座。',
    },
    { 措施编号: '2-1', 问题编号: 2, 措施内容: COPIED, 状态: '进行中' },
  ]);
  ledger.merge('整改措施', [{ 措施编号: '1-1', 落实情况: null }]);
  return { ledger, answer: ledger.ask<Checked>('checkLedger').value };
}

describe('校验台账', () => {
  const { ledger, answer } = checked();

  test('finds what is wrong, each with tab, cell and remedy', () => {
    const codes = answer.findings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['done-without-evidence', 'overdue', 'copied-measure']));
    const copied = answer.findings.find(({ code }) => code === 'copied-measure');
    expect(copied).toMatchObject({ tab: '整改措施', key: '2-1', cell: 'C3', related: ['1-1'] });
    expect(answer.errors + answer.warnings + answer.notes).toBe(answer.findings.length);
  });

  test('writes into each row what it should show: deadline, progress and evidence', () => {
    const [first, second] = ledger.rows('问题台账');
    expect(first).toMatchObject({ 措施进度: '1/1', 佐证: 0 });
    expect(first?.提示).toMatch(/^已逾期4天/);
    expect(second?.提示).toMatch(/^还有4天到期/);
  });

  test('draws the dashboard, every rate with its numbers', () => {
    const page = JSON.stringify(ledger.rows('看板'));
    expect(page).toContain('截至2026年11月24日');
    const sheet = ledger.host.spreadsheet().sheets?.find(({ properties }) => properties?.title === '看板');
    const cells = sheet?.data?.[0]?.rowData?.map(
      ({ values }) => values?.map((cell) => cell.formattedValue ?? '').join('|') ?? '',
    );
    expect(cells?.find((row) => row.startsWith('已销号|'))).toContain('0%（0/2）');
    expect(cells?.find((row) => row.startsWith('整改措施|'))).toContain('50%（1/2）');
  });

  test('run again at once finds the same and changes nothing', () => {
    const before = JSON.stringify(ledger.host.spreadsheet().sheets?.map(({ data }) => data));
    expect(ledger.ask<Checked>('checkLedger').value).toEqual(answer);
    expect(JSON.stringify(ledger.host.spreadsheet().sheets?.map(({ data }) => data))).toBe(before);
  });

  test('from the menu tells the result in one dialog', () => {
    ledger.host.call('menuCheckLedger', [], 'menu');
    const alert = ledger.host.ui().events.find(({ kind }) => kind === 'alert');
    expect(JSON.stringify(alert)).toContain('校验完成：错误');
  });
});

test('a ledger with a renamed column, two issues of one number and a stray measure is checked, and each is named', () => {
  const ledger = freshLedger();
  ledger.merge('问题台账', [
    { 编号: 1, 问题: '甲' },
    { 编号: 2, 问题: '乙' },
  ]);
  ledger.merge('整改措施', [{ 措施编号: '7-1', 问题编号: 7, 措施内容: '清理档案118卷。' }]);
  const sheets = structuredClone(ledger.host.spreadsheet());
  const issues = sheets.sheets?.find(({ properties }) => properties?.title === '问题台账');
  const rows = issues?.data?.[0]?.rowData ?? [];
  const put = (row: number, column: number, value: { stringValue: string } | { numberValue: number }) =>
    Object.assign(rows[row]?.values?.[column] ?? {}, { userEnteredValue: value, effectiveValue: value });
  put(2, 0, { numberValue: 1 });
  put(0, 10, { stringValue: '办理人' });
  const { findings } = new HostedLedger(sheets).ask<Checked>('checkLedger').value;
  const codes = findings.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['missing-column', 'duplicate-key', 'orphan-measure']));
  expect(findings.find(({ code }) => code === 'missing-column')?.message).toContain('“责任人”列');
});

test('a paste that carried formats and drop-downs away is repaired by the next check', () => {
  const ledger = freshLedger();
  ledger.merge('整改措施', [{ 措施编号: '1-1', 问题编号: 1, 措施内容: '清理档案118卷。' }]);
  const looks = () =>
    JSON.stringify(
      ledger.host
        .spreadsheet()
        .sheets?.find(({ properties }) => properties?.title === '整改措施')
        ?.data?.[0]?.rowData?.slice(1, 4)
        .map(({ values }) =>
          values?.map(({ dataValidation, userEnteredFormat }) => [dataValidation, userEnteredFormat]),
        ),
    );
  const before = looks();
  const sheet = ledger.host.spreadsheet().sheets?.find(({ properties }) => properties?.title === '整改措施');
  const range = {
    sheetId: sheet?.properties?.sheetId ?? 0,
    startRowIndex: 1,
    endRowIndex: 3,
    startColumnIndex: 0,
    endColumnIndex: 8,
  };
  ledger.host.apply([
    { repeatCell: { range, cell: {}, fields: 'userEnteredFormat' } },
    { setDataValidation: { range } },
  ]);
  expect(looks()).not.toBe(before);
  ledger.ask('checkLedger');
  expect(looks()).toBe(before);
});

test('somebody who may not edit 设置 and 名单 can check all the same', () => {
  const ledger = freshLedger();
  ledger.host.setUser('jb@example.invalid');
  expect(ledger.ask('checkLedger').ok).toBe(true);
});
