/** Reminders: who is told what on which day, once, by whose rules, and what the log keeps of it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Ledger } from '../../src/ledger/ledger';
import type { Issue, LogEntry, Person } from '../../src/ledger/schema';
import type { Settings } from '../../src/ledger/settings';
import { type Digest, digestText, type Reminders, remindersOn } from '../../src/progress/reminders';
import { addDays } from '../../src/text/dates';
import { continueLog, verifyLog } from '../../src/workflow/chain';
import { coursesOf } from '../../src/workflow/course';
import { ledgerOf } from '../support/ledgerOf';
import { logged, mail } from './logged';

const person = (name: string, role: Person['role'], department: string) => ({
  mail: mail(name),
  name,
  role,
  department,
});
const PEOPLE: Partial<Person>[] = [
  person('江一舟', '经办人', '水政股'),
  person('沐青', '部门负责人', '水政股'),
  person('卫兰', '分管领导', '局领导'),
  person('任佳', '整改办', '办公室'),
  person('严格', '主要负责人', '局领导'),
  { ...person('林同', '经办人', '水政股'), mail: '' },
];
const DUE = '2026-09-30';

const bureau = (issues: Partial<Issue>[] = [{}], settings: Partial<Settings> = {}, log: LogEntry[] = []) =>
  ledgerOf({
    settings: { unit: '云溪县水利局', ...settings },
    people: PEOPLE,
    issues: issues.map((issue, at) => ({
      ...{ number: at + 1, title: '取水口计量设施未校验', department: '水政股', leader: '卫兰', person: '江一舟' },
      ...{ state: '整改中', deadline: DUE },
      ...issue,
    })),
    log,
  });

/** The mails sent, as the program would log them. */
function sent(ledger: Ledger, today: string, { mails, drafts }: Reminders): Ledger {
  const stamp = { at: `${today}T08:00:00+08:00`, actor: mail('任佳') };
  const rows = [...mails.flatMap((digest) => digest.drafts), ...drafts].map((draft) => ({ ...draft, ...stamp }));
  const records = [...ledger.log.records, ...continueLog(ledger.log.records, rows)];
  return { ...ledger, log: { ...ledger.log, records } };
}

const told = ({ mails }: Reminders) =>
  mails.map(
    ({ name, items }) => `${name}：${items.map(({ level, issue, reason }) => `${level}${issue} ${reason}`).join('；')}`,
  );
const on = (days: number, ledger = bureau()) => told(remindersOn(ledger, addDays(DUE, days)));

describe('a deadline', () => {
  test('is told on the days of the rules, before and on the day, and on no other', () => {
    expect(on(-7)).toEqual(['江一舟：提醒1 还有7天到期']);
    expect(on(-6)).toEqual([]);
    expect(on(-3)).toEqual(['江一舟：提醒1 还有3天到期']);
    expect(on(0)).toEqual(['江一舟：提醒1 今日到期']);
    expect(on(0, bureau([{}], { remindOnDay: '否' }))).toEqual([]);
    expect(on(-5, bureau([{}], { remindBefore: '5天' }))).toEqual(['江一舟：提醒1 还有5天到期']);
    expect(on(-7, bureau([{}], { remindBefore: '无' }))).toEqual([]);
  });

  test('missed is told on the days of the rules, then every 30 days', () => {
    const plain = { superviseAfter: 0, warnAfter: 0 };
    const days = Array.from({ length: 100 }, (_, day) => day + 1);
    expect(days.filter((day) => on(day, bureau([{}], plain)).length > 0)).toEqual([1, 3, 7, 15, 30, 60, 90]);
  });

  test('of what is settled or self-checked is not told', () => {
    for (const state of ['已销号', '长期坚持', '已终止', '自查完成'] as const)
      expect(on(7, bureau([{ state }]))).toEqual([]);
  });
});

describe('escalation', () => {
  test('goes to the next role the longer it is overdue', () => {
    expect(on(14)).toEqual([]);
    expect(on(15)).toEqual(['卫兰：督办1 已逾期15天', '江一舟：督办1 已逾期15天']);
    expect(on(30)).toEqual(['严格：告诫1 已逾期30天', '江一舟：告诫1 已逾期30天']);
    expect(on(15, bureau([{}], { superviseRole: '部门负责人' }))[1]).toBe('沐青：督办1 已逾期15天');
  });

  test('takes each step once and gives it a number, from 1 each year', () => {
    const ledger = bureau([{}, {}]);
    const first = remindersOn(ledger, addDays(DUE, 15));
    const numbers = first.mails.flatMap(({ items }) => items.map(({ number }) => number));
    expect(numbers).toEqual(['督办〔2026〕1号', '督办〔2026〕2号', '督办〔2026〕1号', '督办〔2026〕2号']);
    const after = sent(ledger, addDays(DUE, 15), first);
    const steps = after.log.records.filter(({ action }) => action === '督办');
    expect(steps.map(({ subject, reasonClass, reason }) => [subject, reasonClass, reason])).toEqual([
      ['问题台账 1', '督办〔2026〕1号', '逾期15天，督办：卫兰'],
      ['问题台账 2', '督办〔2026〕2号', '逾期15天，督办：卫兰'],
    ]);
    const warned = remindersOn(after, addDays(DUE, 30));
    expect(warned.mails[0]?.items.map(({ number }) => number)).toEqual(['告诫〔2026〕1号', '告诫〔2026〕2号']);
    expect(warned.mails.map(({ number }) => number)).toEqual(['提醒〔2026〕3号', '提醒〔2026〕4号']);
    const yearAfter = remindersOn(sent(after, addDays(DUE, 30), warned), '2027-01-28');
    expect(yearAfter.mails.map(({ number }) => number)).toEqual(['提醒〔2027〕1号', '提醒〔2027〕2号']);
    // a step keeps the number it has
    expect(yearAfter.mails[0]?.items[0]?.number).toBe('告诫〔2026〕1号');
  });

  test('is made up for when it is found late', () => {
    expect(on(200)).toEqual(['严格：告诫1 已逾期200天', '江一舟：告诫1 已逾期200天']);
  });

  test('starts anew with a new deadline', () => {
    const day = addDays(DUE, 16);
    const ledger = sent(bureau(), day, remindersOn(bureau(), day));
    expect(told(remindersOn(ledger, addDays(day, 1)))).toEqual([]);
    const later = { ...ledger, issues: bureau([{ deadline: addDays(DUE, 1) }]).issues };
    expect(told(remindersOn(later, addDays(day, 1)))).toHaveLength(2);
  });

  test('leaves the course of the issue and the chain of the log as they are', () => {
    const log = logged(['2026-04-01', '启动', 1, { deadline: DUE }]);
    const before = bureau([{}], {}, log);
    const after = sent(before, addDays(DUE, 15), remindersOn(before, addDays(DUE, 15)));
    expect(coursesOf(after.log.records)).toEqual(coursesOf(log));
    expect(verifyLog(after.log.records).intact).toBe(true);
  });
});

describe('a decision that is waited for', () => {
  const applied = logged(['2026-06-01', '启动', 1, { deadline: DUE }], ['2026-09-01', '申请销号', 1]);
  const waiting = bureau([{ state: '待审核' }], {}, applied);

  test('is told to who may sign, once more than so many days have passed, and again after as many', () => {
    expect(told(remindersOn(waiting, '2026-09-04'))).toEqual([]);
    expect(told(remindersOn(waiting, '2026-09-05'))).toEqual(['沐青：提醒1 待您签批（部门负责人），已等4天']);
    const after = sent(waiting, '2026-09-05', remindersOn(waiting, '2026-09-05'));
    expect(told(remindersOn(after, '2026-09-07'))).toEqual([]);
    expect(told(remindersOn(after, '2026-09-08'))).toHaveLength(1);
  });

  test('past the deadline is told to who may sign, not to those who have done their part', () => {
    expect(told(remindersOn(waiting, addDays(DUE, 1)))).toEqual([
      '沐青：提醒1 已逾期1天；提醒1 待您签批（部门负责人），已等30天',
    ]);
  });

  test('on an extension is told to who decides', () => {
    const asked: Partial<LogEntry> = { reasonClass: '客观条件', reason: '汛期不能施工', deadline: '2026-10-31' };
    const log = logged(['2026-06-01', '启动', 1, { deadline: DUE }], ['2026-09-01', '申请延期', 1, asked]);
    expect(told(remindersOn(bureau([{}], {}, log), '2026-09-06'))).toEqual([
      '卫兰：提醒1 申请延期至2026-10-31，待您决定，已等5天',
    ]);
  });
});

describe('a digest', () => {
  const ledger = bureau([{}, { deadline: addDays(DUE, -1) }, { deadline: addDays(DUE, 3), title: '巡查记录缺页' }]);
  const { mails } = remindersOn(ledger, DUE);

  test('is one mail a person, the gravest first', () => {
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: mail('江一舟'), subject: '【提醒】云溪县水利局整改事项3项（2026-09-30）' });
    expect(mails[0]?.items.map(({ issue, reason }) => [issue, reason])).toEqual([
      [2, '已逾期1天'],
      [1, '今日到期'],
      [3, '还有3天到期'],
    ]);
  });

  test('is plain text with a link to each row', () => {
    const text = digestText(mails[0] as Digest, (issue) => `https://example.invalid/#${issue}`);
    expect(text).toContain('江一舟同志');
    expect(text).toContain('3. 问题3 巡查记录缺页：还有3天到期\n   https://example.invalid/#3');
  });

  test('is not sent again the same day, but a new reason is', () => {
    const after = sent(ledger, DUE, remindersOn(ledger, DUE));
    expect(remindersOn(after, DUE).mails).toEqual([]);
    const more = bureau([{}, { deadline: addDays(DUE, -1) }, { deadline: addDays(DUE, 3) }, {}]);
    expect(told(remindersOn({ ...after, issues: more.issues }, DUE))).toEqual(['江一舟：提醒4 今日到期']);
  });

  test('makes up for days on which nothing ran', () => {
    const after = sent(ledger, DUE, remindersOn(ledger, DUE));
    // 1 and 3 days overdue fell on days without a run: the latest is told
    expect(told(remindersOn(after, addDays(DUE, 5)))).toEqual([
      '江一舟：提醒2 已逾期6天；提醒1 已逾期5天；提醒3 已逾期2天',
    ]);
  });
});

test('who cannot be written to is reported with the reason and the issues', () => {
  const issues = [{ person: '林同' }, { person: '路人、林同' }, { person: '' }];
  const { mails, unreachable } = remindersOn(bureau(issues), DUE);
  expect(mails).toEqual([]);
  expect(unreachable).toEqual([
    { name: '', why: '未填责任人', issues: [3] },
    { name: '林同', why: '“名单”中没有邮箱', issues: [1, 2] },
    { name: '路人', why: '不在“名单”中', issues: [2] },
  ]);
});

describe('a quota', () => {
  const many = () => {
    const people = Array.from({ length: 5 }, (_, at) => person(`丁${at}`, '经办人', '水政股'));
    const issues = people.map(({ name }, at) => ({
      number: at + 1,
      title: '巡查记录缺页',
      person: name,
      state: '整改中' as const,
      deadline: DUE,
    }));
    return ledgerOf({ people, issues });
  };

  test('leaves the rest for the next day, and the log says so once', () => {
    let ledger: Ledger = many();
    const first = remindersOn(ledger, DUE, { quota: 2 });
    expect([first.mails.length, first.postponed.length]).toEqual([2, 3]);
    expect(first.drafts.map(({ reason }) => reason)).toEqual(['今日邮件限额已用完，另有3人的提醒顺延至次日']);
    ledger = sent(ledger, DUE, first);
    expect(remindersOn(ledger, DUE, { quota: 0 }).drafts).toEqual([]);
    const second = remindersOn(ledger, addDays(DUE, 1), { quota: 100 });
    // everybody is told of the first day overdue; those put off are told that only, being the later of the two
    expect(second.mails).toHaveLength(5);
    expect(remindersOn(sent(ledger, addDays(DUE, 1), second), addDays(DUE, 2)).mails).toEqual([]);
  });

  test('of none loses nothing over days', () => {
    let ledger: Ledger = { ...many(), settings: { ...many().settings, remindOverdue: '无' } };
    const names = new Set<string>();
    for (let day = 0; day < 6; day += 1) {
      const today = addDays(DUE, day);
      const reminders = remindersOn(ledger, today, { quota: day === 0 ? 0 : 1 });
      for (const { name } of reminders.mails) {
        expect(names.has(name)).toBe(false);
        names.add(name);
      }
      ledger = sent(ledger, today, reminders);
    }
    expect(names.size).toBe(5);
  });
});

test('over any days and quotas nobody is told one thing twice, and numbers run on without a gap', () => {
  const anIssue = fc.record({
    person: fc.constantFrom('江一舟', '沐青', '任佳', '江一舟、任佳', '路人'),
    deadline: fc.integer({ min: -40, max: 10 }).map((days) => addDays(DUE, days)),
  });
  const days = fc.array(fc.record({ skip: fc.integer({ min: 0, max: 9 }), quota: fc.constantFrom(0, 1, 2, 100) }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.array(anIssue, { maxLength: 6 }), days, (issues, runs) => {
      let ledger: Ledger = bureau(issues);
      let today = DUE;
      const seen = new Set<string>();
      for (const { skip, quota } of runs) {
        today = addDays(today, skip);
        const reminders = remindersOn(ledger, today, { quota });
        expect(reminders.mails.length).toBeLessThanOrEqual(quota);
        for (const { to, items } of reminders.mails) {
          for (const { issue, reason } of items) {
            const once = `${to} ${issue} ${reason}`;
            expect(seen.has(once)).toBe(false);
            seen.add(once);
          }
        }
        ledger = sent(ledger, today, reminders);
      }
      for (const action of ['督办', '告诫'] as const) {
        const numbers = ledger.log.records.filter((row) => row.action === action).map(({ reasonClass }) => reasonClass);
        expect(numbers).toEqual(numbers.map((_, at) => `${action}〔2026〕${at + 1}号`));
      }
    }),
    { numRuns: 60 },
  );
});
