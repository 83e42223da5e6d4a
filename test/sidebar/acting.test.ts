/** What is sent of the forms of 办理, 待我办理 and 回头看, and what is said of days and rates. */
import { argumentOf, formOf, lackingIn, questionOf } from '../../src/sidebar/course/act';
import { documentDue } from '../../src/sidebar/documents/due';
import type { Entries } from '../../src/sidebar/drafts';
import { dayOf, drawArgument, percentOf, rateWords } from '../../src/sidebar/recheck/draw';
import { bulkArgument, stillWaiting } from '../../src/sidebar/waiting/signing';
import { ATTEMPT, action, course, issueOf } from './issueOf';

const typed = (values: Record<string, string>): Entries =>
  Object.fromEntries(Object.entries(values).map(([id, text]) => [id, { typed: text, seen: null }]));
const underReview = issueOf({ state: '待审核', course: course({ attempt: ATTEMPT }) });

describe('the form of an action', () => {
  const extend = action('extend', '申请延期', { needs: ['reasonClass', 'reason', 'date'], classes: ['客观条件'] });

  test('asks for what the action needs, by the words of that action', () => {
    expect(formOf(extend, []).map(({ id, header }) => [id, header])).toEqual([
      ['reasonClass', '事由类别'],
      ['date', '延期至'],
      ['reason', '延期理由'],
    ]);
    expect(formOf(action('start', '启动'), [])).toEqual([]);
    expect(formOf(action('new', '新动作', { needs: ['reason'] }), [])[0]?.header).toBe('理由');
  });

  test('lacks what is blank, and a reason of fewer than four characters', () => {
    const fields = formOf(extend, []);
    const lacking = (values: Record<string, string>) => lackingIn(fields, typed(values)).map(({ message }) => message);
    expect(lacking({ reason: '  ', date: '2027-03-31' })).toEqual(['请填写“事由类别”。', '请填写“延期理由”。']);
    expect(lacking({ reason: ' 没有钱 ', date: '2027-03-31', reasonClass: '客观条件' })).toEqual([
      '“延期理由”至少写4个字。',
    ]);
    expect(lacking({ reason: '资金未到', date: '2027-03-31', reasonClass: '客观条件' })).toEqual([]);
  });

  test('only a decision names the fingerprint, and only what the action needs is sent', () => {
    const withdraw = action('withdraw', '撤回');
    expect(argumentOf(withdraw, underReview, typed({ reason: '别的表单里的字' }))).toEqual({
      ...{ action: 'withdraw', issues: [3] },
    });
    expect(argumentOf(action('sign', '同意'), underReview, {})).toEqual({
      ...{ action: 'sign', issues: [3], seal: ATTEMPT.seal },
    });
    expect(argumentOf(action('sign', '同意'), issueOf(), {})).toEqual({ action: 'sign', issues: [3] });
  });

  test('a signature is asked for twice, in the role whose turn it is; an application is not', () => {
    expect(questionOf(action('sign', '同意'), underReview)).toContain('作为“整改办”');
    expect(questionOf(action('apply', '申请销号'), underReview)).toBeNull();
  });
});

test('bulk signing keeps the list’s order, and names the fingerprint seen of each', () => {
  const row = (number: number) => ({
    ...{ number, title: '', target: '已销号', step: '整改办', by: '', at: '', seal: `s${number}` },
  });
  const meant = stillWaiting([row(8), row(3)], new Set([3, 5, 8]));
  expect(bulkArgument(meant)).toEqual({ action: 'sign', issues: [8, 3], seals: { 8: 's8', 3: 's3' } });
});

test('a document’s days are told in words', () => {
  const document = {
    ...{ id: '2026-001', sender: '', title: '', documentNumber: '', receivedOn: null, instruction: '', department: '' },
    ...{ dueOn: null, settledOn: null, daysLeft: null, issues: [], cell: 'A2' },
  };
  const told = [-3, 0, 7, 8, null].map((daysLeft) => documentDue({ ...document, daysLeft }));
  expect(told.map(({ words, tone }) => [words, tone])).toEqual([
    ['已超3天', 'bad'],
    ['今日到期', 'soon'],
    ['还有7天', 'soon'],
    ['还有8天', 'plain'],
    ['未定办结日期', 'plain'],
  ]);
  expect(documentDue({ ...document, settledOn: '2026-11-01', daysLeft: -3 }).words).toBe('2026-11-01办结');
});

test('a draw takes its share in hundredths; its rate is told with numerator and denominator', () => {
  const draw = { share: '10', seed: ' 2026-11-24 ', by: null };
  expect(drawArgument(draw)).toEqual({ asked: { share: 0.1, seed: '2026-11-24' } });
  for (const share of ['0', '101', '-5', '十', '', '1e1'])
    expect(drawArgument({ ...draw, share })).toHaveProperty('faults');
  expect([0.1, 0.07, 0.125, 1].map(percentOf)).toEqual(['10', '7', '12.5', '100']);
  expect(rateWords({ n: 1, d: 3 })).toBe('回头看3个，反弹（含部分反弹）1个，翻案率1/3（33.33%）。');
  expect(rateWords({ n: 0, d: 0 })).toBe('还没有回头看结论。');
  expect(dayOf(new Date(2026, 0, 5))).toBe('2026-01-05');
});
