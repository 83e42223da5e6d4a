import { freshLedger, HostedLedger } from '../support/hostedLedger';

const ISSUE = {
  编号: 1,
  方面: '履行职能责任方面',
  问题: '河道巡查记录不全',
  整改类型: '限期整改',
  整改时限: '2026-06-30',
};

describe('rows edited elsewhere', () => {
  const ledger = freshLedger();
  ledger.merge('问题台账', [ISSUE, { ...ISSUE, 编号: 2, 问题: '取水许可档案缺失' }]);

  test('a new issue starts as 未启动, with its first deadline and a log row', () => {
    expect(ledger.rows('问题台账')[0]).toMatchObject({ 状态: '未启动', 原定时限: '2026-06-30', 轮次: 1 });
    expect(ledger.rows('办理记录')[0]).toMatchObject({ 动作: '建立', 对象: '问题台账 1', 新状态: '未启动' });
  });

  test('a changed cell is taken, a blank one is cleared, one left out stays', () => {
    const answer = ledger.merge('问题台账', [{ 编号: 2, 责任部门: '水资源股', 方面: null }]);
    expect(answer.value).toEqual({ changed: 2, added: 0, refused: [] });
    expect(ledger.rows('问题台账')[1]).toMatchObject({ 责任部门: '水资源股', 方面: '', 问题: '取水许可档案缺失' });
  });

  test('原定时限 stays when the deadline moves', () => {
    ledger.merge('问题台账', [{ 编号: 1, 整改时限: '2026-09-30' }]);
    expect(ledger.rows('问题台账')[0]).toMatchObject({ 整改时限: '2026-09-30', 原定时限: '2026-06-30' });
  });

  test('every cell that cannot be taken is named, and the others of its row are taken', () => {
    const answer = ledger.merge('问题台账', [
      { 编号: 1, 状态: '已销号', 整改时限: '2026年2月30日', 责任部门: '河湖股', 我的备注: '催办' },
    ]);
    expect(answer.value.changed).toBe(1);
    expect(answer.value.refused.map(({ code, cell }) => [code, cell])).toEqual([
      ['unknown-column', undefined],
      ['unreadable-date', 'G2'],
      ['system-column', 'L2'],
    ]);
    expect(ledger.rows('问题台账')[0]).toMatchObject({ 状态: '未启动', 责任部门: '河湖股' });
  });

  test('a row without a number, a number twice and a strange tab are refused by name', () => {
    const answer = ledger.merge('问题台账', [{ 问题: '无编号' }, { 编号: 9, 问题: '甲' }, { 编号: 9, 问题: '乙' }]);
    expect(answer.value.refused.map(({ code, message }) => [code, message.slice(0, 9)])).toEqual([
      ['missing-key', '问题台账 第2行：'],
      ['duplicate-key', '问题台账 第4行：'],
    ]);
    expect(ledger.merge('随手记', [{ 甲: 1 }]).value.refused).toMatchObject([{ code: 'unknown-tab', tab: '随手记' }]);
  });

  test('with whole tabs, a row deleted there stays here and is named', () => {
    const answer = ledger.merge('问题台账', [{ 编号: 1 }, { 编号: 9 }], { whole: true });
    expect(answer.value.refused).toMatchObject([{ code: 'deleted-row', key: '2' }]);
  });

  test('what is already so is no change, and writes nothing', () => {
    const rows = ledger.rows('问题台账');
    const before = JSON.stringify(ledger.host.spreadsheet().sheets?.map(({ data }) => data));
    expect(ledger.merge('问题台账', rows).value).toMatchObject({ changed: 0, added: 0, refused: [] });
    expect(JSON.stringify(ledger.host.spreadsheet().sheets?.map(({ data }) => data))).toBe(before);
  });

  test('the log does not take edits from outside', () => {
    const [first, ...rest] = ledger.rows('办理记录');
    const answer = ledger.merge('办理记录', [{ ...first, 新状态: '已销号' }, ...rest]);
    expect(answer.value.refused).toMatchObject([{ code: 'log-is-append-only' }]);
  });
});

describe('a ledger kept elsewhere is adopted', () => {
  const source = freshLedger();
  source.merge('问题台账', [{ ...ISSUE, 状态: '已销号', 销号日期: '2026-06-20' }], { adopt: true });

  test('its states come in as 导入, which says that no close-out of ours stands behind them', () => {
    expect(source.rows('问题台账')[0]).toMatchObject({ 状态: '已销号', 销号日期: '2026-06-20' });
    expect(source.rows('办理记录')[0]).toMatchObject({
      动作: '导入',
      新状态: '已销号',
      事由: expect.stringContaining('未经本台账销号程序'),
    });
  });

  const tabs = ['问题台账', '办理记录'].map((title) => ({
    title,
    rows: source.rows(title).map((values, at) => ({ row: at + 2, values })),
  }));

  test('with its log, when the chain holds', () => {
    const copy = freshLedger();
    expect(copy.ask('mergeEdits', { tabs, adopt: true, whole: true })).toMatchObject({
      ok: true,
      value: { refused: [] },
    });
    expect(copy.rows('办理记录').slice(0, 2)).toEqual(source.rows('办理记录'));
    expect(copy.rows('问题台账')).toEqual(source.rows('问题台账'));
  });

  test('without its log, when a row of it was changed', () => {
    const forged = tabs.map(({ title, rows }) => ({
      title,
      rows: rows.map(({ row, values }) => ({
        row,
        values: title === '办理记录' ? { ...values, 办理人: 'x@example.invalid' } : values,
      })),
    }));
    const copy = freshLedger();
    expect(copy.ask('mergeEdits', { tabs: forged, adopt: true })).toMatchObject({
      ok: true,
      value: { refused: [{ code: 'log-chain-broken' }] },
    });
    expect(copy.rows('办理记录')[0]).toMatchObject({ 动作: '导入', 新状态: '已销号' });
  });
});

test('calls of a merge do not grow with the ledger', () => {
  const calls = [10, 300].map((size) => {
    const ledger = freshLedger();
    ledger.merge(
      '问题台账',
      Array.from({ length: size }, (_, at) => ({ ...ISSUE, 编号: at + 1 })),
    );
    return ledger.serviceCalls();
  });
  expect(calls[0]).toEqual([
    'Spreadsheets.get',
    'Spreadsheets.Values.batchGet',
    'Spreadsheets.Values.batchGet',
    'Spreadsheets.batchUpdate',
  ]);
  expect(calls[1]).toEqual(calls[0]);
});

test('a command is refused while somebody else is at work, and nothing is written', () => {
  const ledger = freshLedger();
  ledger.host.holdLock(true);
  expect(ledger.merge('问题台账', [ISSUE])).toMatchObject({ ok: false, faults: [{ code: 'busy' }] });
  ledger.host.holdLock(false);
  expect(ledger.rows('问题台账')).toEqual([]);
});

test('the door refuses an unknown command and a wrong argument in words', () => {
  const ledger = new HostedLedger();
  expect(ledger.ask('deleteEverything')).toMatchObject({ ok: false, faults: [{ code: 'unknown-command' }] });
  expect(ledger.ask('readTab', { tab: 3 })).toMatchObject({
    ok: false,
    faults: [{ code: 'wrong-argument', message: expect.stringContaining('tab应为文字') }],
  });
  expect(ledger.ask('readTab', { tab: '问题台账', extra: 1 })).toMatchObject({
    ok: false,
    faults: [{ code: 'wrong-argument' }],
  });
});
