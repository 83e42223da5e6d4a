/** Each example's history, played by its people: what the ledger then says, and that every close-out was earned. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VerifyAnswer } from '../../local/commands/door/course';
import type { CheckAnswer, Row } from '../../local/commands/door/ledger';
import { EXAMPLE_DAY, fillExample, readExample } from '../../local/commands/example';
import { readProgram } from '../../local/commands/project';
import { type Session, withLedger } from '../../local/commands/session';
import { ok, type Result } from '../../local/files/result';
import { actionsOf, cellText, progressOf, rowsOf, UNITS, type Unit } from './examples';

// whole histories on a busy machine
jest.setTimeout(120_000);

const ROOT = join(__dirname, '../..');

interface Played {
  tabs: Record<string, Row[]>;
  check: CheckAnswer;
  verified: VerifyAnswer;
}

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.faults.map(({ message }) => message).join('\n'));
  return result.value;
}

const games = new Map<Unit, Promise<Played>>();

/** Each history is played once. */
function played(unit: Unit): Promise<Played> {
  const game = games.get(unit) ?? play(unit);
  games.set(unit, game);
  return game;
}

async function play(unit: Unit): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  const program = given(readProgram(ROOT));
  const material = given(readExample(ROOT, unit));
  const work = (session: Session): Result<Played> => {
    const { check } = given(fillExample(session, material));
    const titles = ['问题台账', '整改措施', '佐证材料', '办理记录'];
    const tabs = titles.map((tab): [string, Row[]] => [tab, given(session.call('readTab', { tab })).rows]);
    return ok({ tabs: Object.fromEntries(tabs), check, verified: given(session.call('verifyLog', {})) });
  };
  const store = join(folder, 'ledger.json');
  const result = await withLedger({ store, program, today: EXAMPLE_DAY, mode: 'fresh' }, work);
  rmSync(folder, { recursive: true });
  return given(result);
}

/** Numbers of the issues in each state. */
function states(issues: readonly Row[]): Record<string, unknown[]> {
  const found: Record<string, unknown[]> = {};
  for (const { 编号, 状态 } of issues) found[String(状态)] = [...(found[String(状态)] ?? []), 编号];
  return found;
}

describe.each(UNITS)('the history of %s', (unit) => {
  const people = new Map(rowsOf(unit, '名单').map((row) => [cellText(row, '姓名'), row]));
  const mail = (name: string): string => cellText(people.get(name) ?? {}, '邮箱');
  let ledger: Played;
  let log: Row[];
  let issues: Row[];
  beforeAll(async () => {
    ledger = await played(unit);
    log = ledger.tabs.办理记录 ?? [];
    issues = ledger.tabs.问题台账 ?? [];
  });

  it('is told in the order of time, by people of the unit', () => {
    const { imported, planned, steps, updated } = actionsOf(unit);
    const moments = [imported, planned, ...steps.map(({ at }) => at), updated.at];
    expect(moments).toEqual([...moments].sort());
    expect([...steps.map(({ as }) => as), updated.as].filter((name) => !people.has(name))).toEqual([]);
  });

  it('leaves a log that is intact and that every status follows from', () => {
    expect(ledger.verified).toEqual({ rows: log.length, intact: true, broken: null, differs: [] });
    const times = log.map((row) => String(row.时间));
    expect(times).toEqual([...times].sort());
  });

  it('takes no state over: each comes from an action of its own', () => {
    const bare = log.filter((row) => row.动作 === '导入' && row.新状态 !== '未启动');
    expect(bare).toEqual([]);
  });

  it('closes nothing without a complete chain of people who did not do the work', () => {
    const chain = cellText(rowsOf(unit, '设置').find((row) => row.项 === '销号流程') ?? {}, '值').split('→');
    const closed = log.filter((row) => row.动作 === '销号' || row.动作 === '转长期坚持');
    expect(closed.length).toBeGreaterThan(0);
    for (const closing of closed) {
      const own = log.filter((row) => row.对象 === closing.对象 && Number(row.序号) < Number(closing.序号));
      const applied = own.map((row) => String(row.动作).startsWith('申请销号') || row.动作 === '申请长期坚持');
      const signed = own.slice(applied.lastIndexOf(true)).filter((row) => row.动作 === '签批');
      expect(signed.map((row) => row.环节)).toEqual(chain);
      const number = Number(String(closing.对象).split(' ')[1]);
      const named = ['问题台账', '整改措施'].flatMap((tab) =>
        (ledger.tabs[tab] ?? [])
          .filter((row) => (row.问题编号 ?? row.编号) === number)
          .flatMap((row) => String(row.责任人).split('、').map(mail)),
      );
      const registered = (ledger.tabs.佐证材料 ?? []).filter((row) => row.问题编号 === number).map((row) => row.登记人);
      const signers = signed.map((row) => row.办理人);
      expect(signers.filter((one) => [...named, ...registered].includes(String(one)))).toEqual([]);
      expect(new Set(signers).size).toBe(signers.length);
    }
  });

  it('keeps feedback, measures, completion and close-out in order', () => {
    for (const issue of issues.filter((row) => row.状态 === '已销号')) {
      const measures = (ledger.tabs.整改措施 ?? []).filter((row) => row.问题编号 === issue.编号);
      const done = String(issue.完成日期);
      expect(measures.filter((row) => String(row.完成日期) > done)).toEqual([]);
      expect(done <= String(issue.整改时限) && done <= String(issue.销号日期)).toBe(true);
    }
  });

  it('comes to what the unit filled in', () => {
    for (const title of ['问题台账', '整改措施', '佐证材料']) {
      const rows = ledger.tabs[title] ?? [];
      const key = Object.keys(progressOf(unit)[title]?.[0] ?? {})[0] ?? '';
      for (const wanted of rowsOf(unit, title))
        expect(rows.find((row) => row[key] === wanted[key])).toMatchObject(wanted);
    }
  });
});

describe('what the histories come to', () => {
  it('county-bureau: nine closed, two of them once returned; one kept up for good, one in time, one overdue', async () => {
    const { tabs, check } = await played('county-bureau');
    const issues = tabs.问题台账 ?? [];
    const log = tabs.办理记录 ?? [];
    expect(states(issues)).toEqual({ 长期坚持: [1], 已销号: [2, 3, 5, 6, 7, 8, 10, 11, 12], 整改中: [4, 9] });
    const late = issues.filter((row) => row.状态 === '整改中' && String(row.整改时限) < EXAMPLE_DAY);
    expect(late.map((row) => row.编号)).toEqual([9]);
    expect(log.filter((row) => row.动作 === '退回').map((row) => row.对象)).toEqual(['问题台账 3', '问题台账 12']);
    expect(log.filter((row) => row.动作 === '不予延期').map((row) => row.对象)).toEqual(['问题台账 9']);
    const acted = log.filter((row) => row.代签 !== null && row.代签 !== '');
    expect(acted.map((row) => [row.对象, row.环节])).toEqual([
      ['问题台账 5', '主要负责人'],
      ['问题台账 10', '主要负责人'],
    ]);
    const errors = check.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(errors.sort()).toEqual(['done-without-evidence', 'evidence-before-feedback']);
  });

  it('hospital: one closing found wanting and closed again in a second round', async () => {
    const { tabs, check } = await played('hospital');
    const issues = tabs.问题台账 ?? [];
    expect(states(issues)).toEqual({ 已销号: [1, 3, 4, 6, 7, 8, 9, 10, 11, 12, 14], 整改中: [2, 13], 长期坚持: [5] });
    expect(issues.filter((row) => row.轮次 === 2)).toMatchObject([
      { 编号: 9, 原定时限: '2026-05-31', 整改时限: '2026-10-31' },
    ]);
    expect(check.errors).toBe(0);
  });

  it('small-office: signed by one independent person, one deadline extended', async () => {
    const { tabs, check } = await played('small-office');
    const issues = tabs.问题台账 ?? [];
    expect(states(issues)).toEqual({ 整改中: [1], 已销号: [2, 4], 长期坚持: [3] });
    expect(issues[0]).toMatchObject({ 编号: 1, 原定时限: '2026-06-26', 整改时限: '2026-12-31' });
    expect(check.errors).toBe(0);
  });
});
