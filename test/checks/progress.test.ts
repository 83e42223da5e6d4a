import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../src/text/dates';
import { change, findingsIn, messagesOf, soundLedger, TODAY } from './soundLedger';

describe('done-without-evidence', () => {
  test('evidence for the whole issue stands for each measure', () => {
    expect(messagesOf('done-without-evidence', ({ evidence }) => change(evidence, 1, { measure: '' }))).toEqual([]);
  });

  test('a closed issue without any evidence is told once, not for each measure', () => {
    const findings = findingsIn(
      soundLedger(({ evidence }) => {
        evidence.records.splice(0, 2);
        evidence.rows.splice(0, 2);
      }),
      'done-without-evidence',
    );
    expect(findings.map(({ message }) => message)).toEqual(['问题台账 L2（编号1）：已销号，但没有登记任何佐证材料。']);
  });

  test('what is under way or ongoing needs none yet', () => {
    expect(messagesOf('done-without-evidence', ({ measures }) => change(measures, 2, { state: '进行中' }))).toEqual([]);
  });
});

describe('dates of evidence', () => {
  test('the day of the feedback itself is not before it', () => {
    expect(
      messagesOf('evidence-before-feedback', ({ evidence }) => change(evidence, 2, { date: '2025-12-16' })),
    ).toEqual([]);
    expect(
      messagesOf('evidence-before-feedback', ({ evidence }) => change(evidence, 2, { date: '2025-12-15' })),
    ).toEqual(['佐证材料 G4（材料编号2-1-01）：材料日期2025-12-15早于反馈日期2025-12-16（设置 B9）。']);
  });

  test('no feedback date, or one in the future, accuses no evidence', () => {
    for (const feedbackOn of [null, '2026-12-16']) {
      expect(messagesOf('evidence-before-feedback', ({ settings }) => Object.assign(settings, { feedbackOn }))).toEqual(
        [],
      );
    }
  });

  test('evidence of a periodic or reopened measure may come later', () => {
    expect(
      messagesOf('evidence-after-completion', ({ measures, evidence }) => {
        change(measures, 1, { period: '每月' });
        change(evidence, 1, { date: '2026-05-20' });
      }),
    ).toEqual([]);
    expect(
      messagesOf('evidence-after-completion', ({ issues, evidence }) => {
        change(issues, 0, { state: '重新整改' });
        change(evidence, 1, { measure: '', date: '2026-05-20' });
      }),
    ).toEqual([]);
  });

  test('evidence for a whole closed issue is held against the issue', () => {
    expect(
      messagesOf('evidence-after-completion', ({ evidence }) =>
        change(evidence, 1, { measure: '', date: '2026-05-20' }),
      ),
    ).toEqual(['佐证材料 G3（材料编号1-2-01）：材料日期2026-05-20晚于问题1的完成日期2026-03-18。']);
  });
});

describe('overdue', () => {
  test('the deadline day itself is not overdue, the next is', () => {
    expect(messagesOf('overdue', ({ issues }) => change(issues, 1, { deadline: TODAY }))).toEqual([]);
    expect(messagesOf('overdue', ({ issues }) => change(issues, 1, { deadline: addDays(TODAY, -1) }))).toEqual([
      '问题台账 G3（编号2）：整改时限2026-06-14已过1天，状态仍为整改中。',
    ]);
  });

  test('nothing settled is overdue, and a late issue speaks for its measures', () => {
    for (const state of ['已销号', '长期坚持', '已终止'] as const) {
      expect(messagesOf('overdue', ({ issues }) => change(issues, 1, { deadline: '2026-01-31', state }))).toEqual([]);
    }
    expect(
      messagesOf('overdue', ({ issues, measures }) => {
        change(issues, 1, { deadline: '2026-05-31' });
        change(measures, 2, { deadline: '2026-05-20' });
      }),
    ).toHaveLength(1);
  });
});

describe('order of dates', () => {
  test('equal dates are in order', () => {
    const same = ({ settings }: Parameters<Parameters<typeof soundLedger>[0] & object>[0]): void => {
      Object.assign(settings, { inspectedTo: '2025-12-16', dueOn: '2025-12-16', reportOn: '2025-12-16' });
    };
    expect(messagesOf('date-order', same)).toEqual([]);
    expect(messagesOf('closed-before-done', ({ issues }) => change(issues, 0, { closedOn: '2026-03-18' }))).toEqual([]);
  });

  test('dates between which one is blank are compared all the same', () => {
    expect(
      messagesOf('date-order', ({ settings }) =>
        Object.assign(settings, { inspectedTo: null, feedbackOn: '2025-09-01' }),
      ),
    ).toEqual(['设置 B9（反馈日期）：反馈日期2025-09-01早于巡察开始日期2025-09-08。']);
  });

  test('a wrong feedback date in the future is told alone', () => {
    const findings = findingsIn(
      soundLedger(({ settings }) => Object.assign(settings, { feedbackOn: '2026-12-16', dueOn: null })),
    );
    expect(findings.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['date-order B9']);
  });

  test('a measure may take as long as its issue, and one of a closed issue is let be', () => {
    expect(messagesOf('date-order', ({ measures }) => change(measures, 2, { deadline: '2026-06-30' }))).toEqual([]);
    expect(messagesOf('date-order', ({ measures }) => change(measures, 0, { deadline: '2026-05-30' }))).toEqual([]);
  });

  test('closing with measures open is 先销号后整改; blank states from an imported report are not', () => {
    expect(messagesOf('closed-before-done', ({ measures }) => change(measures, 1, { state: '未开始' }))).toEqual([
      '问题台账 L2（编号1）：已销号，但措施1-2尚未完成。',
    ]);
    expect(
      messagesOf('closed-before-done', ({ measures }) => {
        change(measures, 0, { state: '' });
        change(measures, 1, { state: '已取消' });
      }),
    ).toEqual([]);
  });
});

describe('vague-deadline', () => {
  test('a vague word is let be where a date stands or the work is done', () => {
    const content = '尽快增设3处自动水位站。';
    expect(messagesOf('vague-deadline', ({ measures }) => change(measures, 2, { content }))).toEqual([]);
    expect(
      messagesOf('vague-deadline', ({ measures }) => change(measures, 2, { content, deadline: null })),
    ).toHaveLength(1);
    expect(
      messagesOf('vague-deadline', ({ measures }) => change(measures, 2, { content, deadline: null, state: '已完成' })),
    ).toEqual([]);
    expect(
      messagesOf('vague-deadline', ({ measures }) => change(measures, 0, { content, deadline: null, state: '' })),
    ).toEqual([]);
  });

  test('长期坚持 is no excuse without period or date, and fine with either', () => {
    expect(messagesOf('vague-deadline', ({ measures }) => change(measures, 3, { period: '一次' }))).toEqual([
      '问题台账 F4（编号3）：列为长期坚持，但各项措施既没有周期，也没有时限。',
    ]);
    expect(
      messagesOf('vague-deadline', ({ measures }) => change(measures, 3, { period: '', deadline: '2026-12-31' })),
    ).toEqual([]);
  });
});

describe('no-inference', () => {
  test('is asked of closed issues only', () => {
    expect(messagesOf('no-inference', ({ issues }) => change(issues, 0, { state: '整改中', inference: '' }))).toEqual(
      [],
    );
  });
});
