import { readFileSync } from 'node:fs';
import { edit, fillLedger, PEOPLE } from './ledgers';
import { Terminal } from './terminal';

const SEAL = expect.stringMatching(/^[0-9a-f]{64}$/);

let terminal: Terminal;
beforeEach(async () => {
  terminal = new Terminal();
  await fillLedger(terminal);
});
afterEach(() => terminal.remove());

const act = (who: string, ...args: string[]) => terminal.json('act', ...args, '--as', who);
const stateOf = async (number: number): Promise<unknown> => {
  const { value } = await terminal.json('show', '问题台账');
  return Array.isArray(value) ? value.find((row) => row.编号 === number)?.状态 : undefined;
};

test('from the application to the close-out: by id, by title and by the log’s word', async () => {
  expect(await act(PEOPLE.handler, 'apply', '--issue', '1')).toEqual({
    code: 0,
    value: { ok: true, from: '整改中', to: '待审核', round: 1, seal: SEAL },
    err: '',
  });
  expect((await act(PEOPLE.leader, '同意', '--issue', '1')).value).toEqual({
    ok: true,
    from: '待审核',
    to: '待审核',
    round: 1,
    seal: SEAL,
  });
  expect((await act(PEOPLE.office, '签批', '--issue', '1')).value).toMatchObject({ ok: true, to: '已销号' });
  expect((await terminal.json('show', '问题台账')).value).toMatchObject([
    { 编号: 1, 状态: '已销号', 完成日期: '2026-11-24', 销号日期: '2026-11-24' },
    { 编号: 2, 状态: '整改中' },
  ]);
});

test('whoever did the work is refused, everything unmet is listed with its remedy, and the store stays as it was', async () => {
  await act(PEOPLE.handler, 'apply', '--issue', '1');
  const before = readFileSync(terminal.store, 'utf8');
  const { code, value } = await act(PEOPLE.handler, 'sign', '--issue', '1');
  expect({ code, value }).toEqual({ code: 1, value: { ok: false, unmet: expect.any(Array) } });
  expect(value).toMatchObject({
    unmet: expect.arrayContaining([
      { code: 'is-doer', message: expect.any(String), remedy: expect.any(String) },
      { code: 'not-your-step', message: expect.any(String), remedy: expect.any(String) },
    ]),
  });
  expect(readFileSync(terminal.store, 'utf8')).toBe(before);
});

test('several issues at once: a result for each, and those that can be done are done', async () => {
  await act(PEOPLE.handler, 'apply', '--issue', '2');
  const { code, value } = await act(PEOPLE.leader, 'sign', '--issue', '1', '--issue', '2');
  expect({ code, value }).toEqual({
    code: 1,
    value: {
      ok: false,
      results: [
        { issue: 1, ok: false, unmet: [expect.objectContaining({ code: 'wrong-state' })] },
        { issue: 2, ok: true, from: '待审核', to: '待审核', round: 1, seal: SEAL },
      ],
    },
  });
  const applied = await act(PEOPLE.handler, 'apply', '--issue', '1');
  expect(applied.code).toBe(0);
  const both = await act(PEOPLE.office, 'sign', '--issue', '1', '--issue', '2');
  expect(both.value).toMatchObject({ ok: false, results: [{ ok: false }, { ok: true, to: '已销号' }] });
});

test('a return says what is wanted of which measure', async () => {
  await act(PEOPLE.handler, 'apply', '--issue', '1');
  const given = ['--reason', '佐证不足以说明成效。', '--measure', '1-1=补充10月的轨迹核对表。'];
  expect((await act(PEOPLE.leader, '退回', '--issue', '1', ...given)).value).toMatchObject({ ok: true, to: '整改中' });
  const { out } = await terminal.run('log', '--issue', '1');
  expect(out).toContain('佐证不足以说明成效。；措施1-1：补充10月的轨迹核对表。');
});

test('an extension takes a class, a reason and a date; the first deadline stays', async () => {
  const bare = await act(PEOPLE.handler, 'extend', '--issue', '2');
  expect(bare).toMatchObject({ code: 1, value: { ok: false } });
  expect(JSON.stringify(bare.value)).toMatch(/no-class.*no-reason.*no-date/);
  const given = ['--class', '客观条件', '--reason', '农户银行账户需逐一核对。', '--date', '2027-01-31'];
  expect((await act(PEOPLE.handler, 'extend', '--issue', '2', ...given)).code).toBe(0);
  expect((await act(PEOPLE.leader, '批准延期', '--issue', '2')).code).toBe(0);
  expect((await terminal.json('show', '问题台账')).value).toMatchObject([
    {},
    { 整改时限: '2027-01-31', 原定时限: '2026-12-20' },
  ]);
});

test('a signature for another application than the one that was seen is refused', async () => {
  const { value } = await act(PEOPLE.handler, 'apply', '--issue', '1');
  const seal = value !== null && typeof value === 'object' && 'seal' in value ? String(value.seal) : '';
  expect((await act(PEOPLE.leader, 'sign', '--issue', '1', '--seal', '0'.repeat(64))).value).toMatchObject({
    unmet: [{ code: 'seal-differs' }],
  });
  expect((await act(PEOPLE.leader, 'sign', '--issue', '1', '--seal', seal)).code).toBe(0);
});

test('an edit after the application voids it, and the log says what was changed', async () => {
  await act(PEOPLE.handler, 'apply', '--issue', '1');
  await act(PEOPLE.leader, 'sign', '--issue', '1');
  await edit(terminal, '佐证材料', { 材料编号: '1-1-01', 名称: '巡山轨迹核对表（补充）' });
  expect(await stateOf(1)).toBe('整改中');
  expect(await act(PEOPLE.office, 'sign', '--issue', '1')).toMatchObject({
    code: 1,
    value: { ok: false, unmet: [{ code: 'wrong-state' }] },
  });
  expect((await terminal.run('log', '--issue', '1')).out).toMatch(/作废.*佐证材料 1-1-01（名称）/);
});

test('for people it speaks in sentences', async () => {
  const done = await terminal.run('act', '申请销号', '--issue', '1', '--as', PEOPLE.handler);
  expect(done.out).toMatch(/^问题1已申请销号：.*待分管领导（宋清和）签批。\n$/);
  const refused = await terminal.run('act', '同意', '--issue', '1', '--as', 'liuyun@linye.example');
  expect(refused.out).toBe(
    '问题1：没有办理“同意”：\n  liuyun@linye.example不在“名单”中：请整改办在“名单”登记您的邮箱、姓名和角色\n',
  );
});

test('an action there is none of, and an issue that is not there, are refused in the same form', async () => {
  expect(await act(PEOPLE.office, '盖章', '--issue', '1')).toMatchObject({
    code: 1,
    value: { ok: false, unmet: [{ code: 'unknown-action', message: expect.stringContaining('申请销号'), remedy: '' }] },
  });
  expect(await act(PEOPLE.office, 'sign', '--issue', '99')).toMatchObject({
    code: 1,
    value: { ok: false, unmet: [{ code: 'no-such-issue' }] },
  });
  expect(await stateOf(1)).toBe('整改中');
});

test.each([
  ['no issue', ['sign'], '请用 --issue N 写明办理哪个问题'],
  ['a number that is none', ['sign', '--issue', '一'], '不能是“一”'],
  ['a day the calendar does not have', ['extend', '--issue', '1', '--date', '2026-02-30'], '不能是“2026-02-30”'],
  ['a wish without its measure', ['return', '--issue', '1', '--measure', '补充材料'], '不能是“补充材料”'],
  ['no action', ['--issue', '1'], '缺少 ACTION'],
])('%s is misuse', async (_what, args, sentence) => {
  const { code, out, err } = await terminal.run('act', ...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(sentence);
});
