import { createRemote, type Runner, resultOf } from '../../src/sidebar/remote';

/** A script that answers each call as told, when told. */
function script() {
  const sent: { name: string; argument: unknown; answer: (value: unknown) => void; fail: (why: unknown) => void }[] =
    [];
  const runner = (success: (value: unknown) => void, failure: (why: unknown) => void): Runner => ({
    withSuccessHandler: (handler) => runner(handler, failure),
    withFailureHandler: (handler) => runner(success, handler),
    remote: (name, argument) => void sent.push({ name, argument, answer: success, fail: failure }),
  });
  const none = () => undefined;
  return { sent, run: () => runner(none, none) };
}

const standing = { ok: true, value: { tab: '问题台账', row: 4, issue: 3, measure: null } };

describe('a call of the client', () => {
  test('goes through remote by the command’s name and gives what came back', async () => {
    const { sent, run } = script();
    const remote = createRemote(run);
    const found = remote.call('searchIssues', { query: '采购' });
    expect(sent.map(({ name, argument }) => [name, argument])).toEqual([['searchIssues', { query: '采购' }]]);
    expect(remote.underWay()).toBe(1);
    const value = [{ number: 3, title: '物资采购未经询价', state: '整改中', deadline: null }];
    sent[0]?.answer({ ok: true, value });
    expect(await found).toEqual({ ok: true, value });
    expect(remote.underWay()).toBe(0);
  });

  test('gives the faults of a refused command, without the blanks the bridge makes', async () => {
    const { sent, run } = script();
    const saved = createRemote(run).call('jumpTo', { tab: '问题台账', cell: 'B3' });
    sent[0]?.answer({
      ok: false,
      faults: [{ code: 'no-such-cell', message: '没有B3单元格。', tab: '问题台账', cell: null }],
    });
    expect(await saved).toEqual({
      ok: false,
      faults: [{ code: 'no-such-cell', message: '没有B3单元格。', tab: '问题台账' }],
    });
  });

  test.each([
    ['nothing', null],
    ['a bare value', [1, 2]],
    ['neither yes nor no', { value: {} }],
    ['a wrong field', { ok: true, value: { tab: '问题台账', row: '4', issue: 3 } }],
    ['a field too many', { ok: true, value: { tab: '问题台账', row: 4, issue: 3, formula: '=1' } }],
    ['a refusal without a reason', { ok: false, faults: [] }],
    ['a refusal nobody can read', { ok: false, faults: [{ message: 7 }] }],
  ])('takes %s for no answer at all', (_case, answer) => {
    const result = resultOf('selection', answer);
    expect(result).toMatchObject({ ok: false, faults: [{ code: 'wrong-answer' }] });
  });

  test('says which part of a wrong answer is wrong', () => {
    const result = resultOf('selection', { ok: true, value: { tab: '问题台账', row: 4.5, issue: 3 } });
    expect(result.ok ? '' : result.faults[0]?.message).toContain('结果.row应为整数');
  });

  test.each([
    ['the network is away', { message: '网络错误' }, '网络错误'],
    ['the script threw a text', 'Exception: 超时', 'Exception: 超时'],
    ['nobody says why', undefined, '原因不明'],
  ])('is a fault and not an exception when %s', async (_case, why, told) => {
    const { sent, run } = script();
    const result = createRemote(run).call('selection', {});
    sent[0]?.fail(why);
    expect(await result).toMatchObject({
      ok: false,
      faults: [{ code: 'transport', message: expect.stringContaining(told) }],
    });
  });

  test('is a fault where there is no bridge', async () => {
    const remote = createRemote(() => {
      throw new TypeError('google is not defined');
    });
    expect(await remote.call('selection', {})).toMatchObject({ ok: false, faults: [{ code: 'transport' }] });
    expect(remote.underWay()).toBe(0);
  });

  test('waits while eight are in flight, of the ten Google allows', async () => {
    const { sent, run } = script();
    const remote = createRemote(run);
    const calls = Array.from({ length: 11 }, () => remote.call('selection', {}));
    expect([sent.length, remote.underWay()]).toEqual([8, 11]);
    for (let at = 0; at < 11; at += 1) sent[at]?.answer(standing);
    expect(await Promise.all(calls)).toEqual(Array.from({ length: 11 }, () => standing));
    expect(remote.underWay()).toBe(0);
  });

  test('is given up when no answer comes, and a late one changes nothing', async () => {
    jest.useFakeTimers();
    try {
      const { sent, run } = script();
      const remote = createRemote(run);
      const asked = remote.call('selection', {});
      jest.advanceTimersByTime(30_000);
      expect(await asked).toMatchObject({ ok: false, faults: [{ code: 'no-answer' }] });
      sent[0]?.answer(standing);
      expect(remote.underWay()).toBe(0);
      const long = remote.call('checkLedger', {});
      jest.advanceTimersByTime(380_000);
      sent[1]?.answer({ ok: true, value: { errors: 0, warnings: 0, notes: 0, waived: 0, findings: [] } });
      expect((await long).ok).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });
});
