import { act, as, bureauLedger, mailOf } from '../support/closeOut';
import { freshLedger, HostedLedger } from '../support/hostedLedger';

const CHAIN = ['沐青', '卫兰', '任佳', '严格'];
const issueOf = (ledger: HostedLedger, at = 0) => ledger.rows('问题台账')[at] ?? {};
const logOf = (ledger: HostedLedger) => ledger.rows('办理记录');

function sheetNamed(ledger: HostedLedger, title: string) {
  return (ledger.host.spreadsheet().sheets ?? []).find(({ properties }) => properties?.title === title);
}

/** Note and drop-down of 操作 in a row (1-based) of 问题台账. */
function operationCell(ledger: HostedLedger, row = 2) {
  const rows = sheetNamed(ledger, '问题台账')?.data?.[0]?.rowData ?? [];
  const at = (rows[0]?.values ?? []).findIndex((cell) => cell.userEnteredValue?.stringValue === '操作');
  const cell = rows[row - 1]?.values?.[at];
  const choices = (cell?.dataValidation?.condition?.values ?? []).map(({ userEnteredValue }) => userEnteredValue);
  return {
    a1: `问题台账!${letter(at)}${row}`,
    note: cell?.note ?? '',
    choices,
    text: cell?.userEnteredValue?.stringValue ?? '',
  };
}
const letter = (at: number) =>
  (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26));

describe('办理 through the door', () => {
  test('closes an issue by its chain, writes cells, log and drop-down, and counts four calls', () => {
    const ledger = bureauLedger();
    expect(act(ledger, '江一舟', '启动')[0]).toMatchObject({ ok: true, from: '未启动', to: '整改中' });
    const [applied] = act(ledger, '江一舟', '申请销号');
    expect(applied).toMatchObject({ ok: true, from: '整改中', to: '待审核', round: 1 });
    expect(applied?.seal).toMatch(/^[0-9a-f]{64}$/);
    expect(operationCell(ledger).choices).toEqual(['同意', '退回', '撤回']);
    for (const name of CHAIN) {
      expect(act(ledger, name, '签批')[0]?.ok).toBe(true);
      expect(ledger.serviceCalls()).toEqual([
        'Spreadsheets.get',
        'Spreadsheets.Values.batchGet',
        'Spreadsheets.Values.batchGet',
        'Spreadsheets.batchUpdate',
      ]);
    }
    expect(issueOf(ledger)).toMatchObject({ 状态: '已销号', 销号日期: '2026-11-24', 完成日期: '2026-11-24', 轮次: 1 });
    expect(operationCell(ledger)).toMatchObject({
      choices: ['回头看', '重新整改'],
      note: '【办理】2026-11-24T10:00 严格\n问题1已签批、销号：“待审核”→“已销号”。',
    });
    expect(logOf(ledger).slice(-2)).toMatchObject([
      { 动作: '签批', 环节: '主要负责人', 办理人: mailOf('严格') },
      { 动作: '销号', 原状态: '待审核', 新状态: '已销号' },
    ]);
    expect(ledger.ask('verifyLog').value).toMatchObject({ intact: true, broken: null, differs: [] });
  });

  test('a refusal lists all that is unmet and leaves the workbook to the letter', () => {
    const ledger = bureauLedger();
    act(ledger, '江一舟', '启动');
    const before = JSON.stringify(ledger.host.spreadsheet());
    const [refused] = act(ledger, '严格', 'extend', { date: '2026-01-01' });
    expect(refused?.unmet.map(({ code }) => code)).toEqual([
      'no-class',
      'no-reason',
      'date-not-later',
      'not-your-task',
    ]);
    expect(JSON.stringify(ledger.host.spreadsheet())).toBe(before);
  });

  test('knows nobody by a typed name: an address that is hidden or not listed is refused', () => {
    const ledger = bureauLedger();
    expect(act(ledger, '', '启动')[0]?.unmet.map(({ code }) => code)).toEqual(['no-identity']);
    expect(act(ledger, '路人', '启动')[0]?.unmet.map(({ code }) => code)).toEqual(['not-listed']);
  });

  test('an unknown action, a bad date and an unknown issue are refused by name', () => {
    const ledger = as(bureauLedger(), '江一舟');
    expect(ledger.ask('act', { action: '消号', issues: [1] }).faults[0]).toMatchObject({ code: 'unknown-action' });
    expect(ledger.ask('act', { action: 'extend', issues: [1], date: '年底' }).faults[0]).toMatchObject({
      code: 'bad-date',
    });
    expect(act(ledger, '江一舟', '启动', { issues: [99] })[0]?.unmet[0]).toMatchObject({ code: 'no-such-issue' });
  });

  test('signs many at once: all checked, all written, a result for each, in as many calls as one', () => {
    const ledger = bureauLedger(200, '整改办');
    const issues = Array.from({ length: 200 }, (_, at) => at + 1);
    expect(act(ledger, '江一舟', '启动', { issues }).every(({ ok }) => ok)).toBe(true);
    act(ledger, '江一舟', '申请销号', { issues: issues.filter((n) => n !== 7) });
    const results = act(ledger, '任佳', '同意', { issues });
    expect(ledger.serviceCalls()).toHaveLength(4);
    expect(results.filter(({ ok }) => ok)).toHaveLength(199);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ issue: 7, unmet: [{ code: 'wrong-state' }] });
    expect(ledger.rows('问题台账').filter(({ 状态 }) => 状态 === '已销号')).toHaveLength(199);
    expect(ledger.ask('verifyLog').value).toMatchObject({ intact: true, differs: [] });
  });
});

describe('an application whose content changed', () => {
  const applied = () => {
    const ledger = bureauLedger();
    act(ledger, '江一舟', '启动');
    act(ledger, '江一舟', '申请销号');
    act(ledger, '沐青', '同意');
    return ledger;
  };

  test('is void at the next signature when a cell was typed into', () => {
    const ledger = applied();
    const cell = ledger.ask<{ measures: { cell: string }[] }>('viewIssue', { issue: 1 }).value.measures[0]?.cell ?? '';
    as(ledger, '江一舟').host.edit(`整改措施!${cell}`, [['只补齐一半。']]);
    const [refused] = act(ledger, '卫兰', '同意');
    expect(refused).toMatchObject({ ok: false, from: '待审核', to: '整改中' });
    expect(refused?.unmet[0]).toMatchObject({ code: 'attempt-void' });
    expect(refused?.message).toContain('整改措施 1-1（措施内容）');
    expect(issueOf(ledger)).toMatchObject({ 状态: '整改中' });
    expect(logOf(ledger).at(-1)).toMatchObject({ 动作: '作废', 新状态: '整改中' });
  });

  test('is void at once when the sidebar saved it, and when 校验 finds it', () => {
    const saved = applied();
    saved.ask('saveRecord', { tab: 'measures', key: '1-1', expected: {}, values: { result: '补齐一半' } });
    expect(issueOf(saved)).toMatchObject({ 状态: '整改中' });
    const checked = applied();
    checked.ask('addEvidence', {
      issue: 1,
      measure: '1-1',
      values: { type: '其他', name: '补充', date: '2026-11-20', location: '档1' },
    });
    checked.ask('checkLedger');
    expect(issueOf(checked)).toMatchObject({ 状态: '整改中' });
    expect(String(issueOf(checked).提示)).toContain('被退回：申请后改动了佐证材料 1-1-02（新增）');
  });
});

/** Where in an action's service calls the ledger has just been read. */
function callOf(ledger: HostedLedger, method: string): number {
  return 1 + ledger.host.calls().findIndex((call) => call.method === method);
}

describe('two at once', () => {
  const underWay = () => {
    const ledger = bureauLedger(1, '整改办→纪检');
    act(ledger, '江一舟', '启动');
    act(ledger, '江一舟', '申请销号');
    return { ledger, read: callOf(ledger, 'Spreadsheets.Values.batchGet') };
  };

  test('one succeeds; the other is told to wait, and then that the step is signed', () => {
    const { ledger, read } = underWay();
    ledger.host.meanwhile({ call: read, when: 'after' }, () => {
      const answer = ledger.ask('act', { action: '退回', issues: [1], reason: '佐证不足以证明' });
      expect(answer).toMatchObject({ ok: false, faults: [{ code: 'busy' }] });
    });
    expect(act(ledger, '任佳', '同意')[0]?.ok).toBe(true);
    const [late] = act(ledger, '任佳', '退回', { reason: '佐证不足以证明' });
    expect(late?.unmet.map(({ code }) => code)).toContain('not-your-step');
  });

  test('a row typed into the log meanwhile refuses the whole action', () => {
    const { ledger, read } = underWay();
    const sheetId = sheetNamed(ledger, '办理记录')?.properties?.sheetId ?? 0;
    const rows = [{ values: [{ userEnteredValue: { numberValue: 99 } }] }];
    const start = { sheetId, rowIndex: logOf(ledger).length + 1, columnIndex: 0 };
    ledger.host.meanwhile({ call: read, when: 'after' }, () => {
      ledger.host.apply([{ updateCells: { start, rows, fields: 'userEnteredValue' } }]);
    });
    const answer = as(ledger, '任佳').ask('act', { action: '同意', issues: [1] });
    expect(answer).toMatchObject({ ok: false, faults: [{ code: 'changed-meanwhile', tab: '办理记录' }] });
  });
});

describe('killed before or after any service call', () => {
  test('the ledger opens, the log verifies, and the action happened or did not', () => {
    const ledger = bureauLedger(1, '整改办');
    act(ledger, '江一舟', '启动');
    act(ledger, '江一舟', '申请销号');
    const start = ledger.host.spreadsheet();
    const calls = ledger.host.calls().length;
    expect(calls).toBeGreaterThan(4);
    let happened = 0;
    for (let call = 1; call <= calls; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const killed = new HostedLedger(structuredClone(start));
        killed.host.stopAt({ call, when });
        expect(() => act(killed, '任佳', '同意')).toThrow();
        const opened = new HostedLedger(killed.host.spreadsheet());
        const isClosed = issueOf(opened).状态 === '已销号';
        expect(opened.ask('verifyLog').value).toMatchObject({ intact: true, differs: [] });
        expect(logOf(opened).filter(({ 动作 }) => 动作 === '销号')).toHaveLength(isClosed ? 1 : 0);
        if (isClosed) happened += 1;
        else expect(act(opened, '任佳', '同意')[0]).toMatchObject({ ok: true, to: '已销号' });
      }
    }
    expect(happened).toBeGreaterThan(0);
  });
});

describe('操作 in a cell', () => {
  const automated = (chain?: string) => {
    const ledger = bureauLedger(2, chain);
    ledger.host.setUser('zhengban@example.invalid');
    ledger.host.call('menuEnableAutomation', [], 'menu');
    return ledger;
  };

  test('is carried out as the person who chose it; the cell is emptied and its note answers', () => {
    const ledger = automated('整改办');
    const { a1 } = operationCell(ledger);
    as(ledger, '江一舟').host.edit(a1, [['启动']]);
    expect(ledger.host.failures()).toEqual([]);
    const [, operation] = ledger.host.executions();
    expect(operation?.function).toBe('onOperation');
    // what asks Google's servers; lock, clock and session are the script's own surroundings
    const asking = operation?.calls.filter(({ service }) => ['Sheets', 'Drive', 'SpreadsheetApp'].includes(service));
    expect(asking?.length).toBeLessThanOrEqual(8);
    expect(issueOf(ledger)).toMatchObject({ 状态: '整改中', 操作: '' });
    expect(operationCell(ledger)).toMatchObject({
      text: '',
      choices: ['进展', '申请销号', '申请长期坚持', '申请延期', '终止'],
    });
    as(ledger, '江一舟').host.edit(a1, [['申请延期：2027-01-31 客观条件 汛期无法施工']]);
    expect(logOf(ledger).at(-1)).toMatchObject({
      动作: '申请延期',
      事由类别: '客观条件',
      事由: '汛期无法施工',
      时限: '2027-01-31',
    });
    expect(logOf(ledger).at(-1)).toMatchObject({ 办理人: mailOf('江一舟') });
  });

  test('a refusal keeps what was typed and says in the note all that is unmet', () => {
    const ledger = automated();
    const { a1 } = operationCell(ledger);
    as(ledger, '严格').host.edit(a1, [['启动']]);
    expect(operationCell(ledger).text).toBe('启动');
    expect(operationCell(ledger).note).toContain('您的角色是“主要负责人”，不能启动');
    as(ledger, '江一舟').host.edit(a1, [['开始']]);
    expect(operationCell(ledger).note).toContain('“开始”不是可办理的动作：请从下拉列表选择：启动');
  });

  test('takes a pasted block row by row', () => {
    const ledger = automated();
    as(ledger, '江一舟').host.edit(operationCell(ledger).a1, [['启动'], ['申请销号']]);
    expect(issueOf(ledger, 0)).toMatchObject({ 状态: '整改中' });
    expect(issueOf(ledger, 1)).toMatchObject({ 状态: '未启动', 操作: '申请销号' });
    expect(operationCell(ledger, 3).note).toContain('现为“未启动”，不能申请销号');
  });

  test('an editor of another domain is unknown, and refused', () => {
    const ledger = automated();
    ledger.host.setUser('江一舟@elsewhere.example');
    ledger.host.edit(operationCell(ledger).a1, [['启动']]);
    expect(operationCell(ledger).note).toContain('看不到您的登录邮箱');
    expect(issueOf(ledger)).toMatchObject({ 状态: '未启动' });
  });
});

describe('the sealed log', () => {
  test('the daily trigger seals the head once a day; a rewritten log shows against it', () => {
    const ledger = bureauLedger();
    act(ledger, '江一舟', '启动');
    ledger.host.setUser('zhengban@example.invalid');
    ledger.host.call('menuEnableAutomation', [], 'menu');
    ledger.host.call('menuEnableAutomation', [], 'menu');
    expect(ledger.host.triggers()).toHaveLength(2);
    ledger.host.fireTimeTriggers();
    ledger.host.fireTimeTriggers();
    expect(ledger.host.failures()).toEqual([]);
    const seals = ledger.rows('封存记录');
    expect(seals).toHaveLength(1);
    expect(seals[0]).toMatchObject({ 日期: '2026-11-24', 序号: logOf(ledger).length });
    ledger.host.call('menuDisableAutomation', [], 'menu');
    expect(ledger.host.triggers()).toHaveLength(0);
  });
});

test('a ledger of the first version is brought up to this one and keeps its log', () => {
  const ledger = freshLedger();
  expect(ledger.ask('setUpLedger').value).toMatchObject({ version: 4, addedColumns: [] });
});
