/** How issues stand to their deadlines on a given day. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ISSUE_STATES } from '../../src/ledger/schema';
import { deadlineStatus } from '../../src/progress/deadlines';
import { addDays } from '../../src/text/dates';

describe('an issue that is still being rectified', () => {
  test('is on time on the last day and overdue on the day after', () => {
    const issue = { deadline: '2026-06-30', state: '整改中' } as const;
    expect(deadlineStatus(issue, '2026-06-30', 7)).toEqual({ word: '临期', days: 0 });
    expect(deadlineStatus(issue, '2026-07-01', 7)).toEqual({ word: '逾期', days: -1 });
  });

  test('falls due soon when fewer days remain than 设置 says', () => {
    const issue = { deadline: '2026-06-30', state: '待审核' } as const;
    expect(deadlineStatus(issue, '2026-06-23', 7)).toEqual({ word: '正常', days: 7 });
    expect(deadlineStatus(issue, '2026-06-24', 7)).toEqual({ word: '临期', days: 6 });
  });

  test('has no deadline when none is entered', () => {
    expect(deadlineStatus({ deadline: null, state: '未启动' }, '2026-06-24', 7)).toEqual({
      word: '无时限',
      days: null,
    });
  });
});

test.each(['已销号', '长期坚持', '已终止'] as const)('an issue in state %s is never overdue', (state) => {
  expect(deadlineStatus({ deadline: '2020-01-31', state }, '2026-06-24', 7).word).toBe('正常');
});

test('only unsettled issues whose day has passed are overdue, whatever the dates', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ISSUE_STATES),
      fc.integer({ min: -500, max: 500 }),
      fc.nat(60),
      (state, days, soon) => {
        const today = '2026-03-01';
        const { word, days: left } = deadlineStatus({ deadline: addDays(today, days), state }, today, soon);
        const settled = ['已销号', '长期坚持', '已终止'].includes(state);
        expect(left).toBe(days);
        expect(word === '逾期').toBe(!settled && days < 0);
      },
    ),
  );
});
