import { describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../src/ledger/ledger';
import { add, change, findingsIn, messagesOf, soundLedger } from './soundLedger';

describe('evidence-period', () => {
  test('the period may be written in any usual way, and may be of a finer kind', () => {
    for (const period of ['2026年4月', '2026.4', '202604', '２０２６年４月', '2026-04-30']) {
      expect(findingsIn(soundLedger(({ evidence }) => change(evidence, 2, { period })))).toEqual([]);
    }
  });

  test('what names no period of the measure is told with an example that does', () => {
    const found = findingsIn(
      soundLedger(({ evidence }) => change(evidence, 2, { period: '二季度' })),
      'evidence-period',
    );
    expect(found.map(({ message, remedy }) => [message, remedy])).toEqual([
      [
        '佐证材料 H4（材料编号2-1-01）：从“二季度”看不出是每月措施的哪一期。',
        '写明年份和期次，如 2026-05；一份材料涉及几期的，逐期登记。',
      ],
    ]);
  });

  test('is asked of periodic measures only', () => {
    expect(messagesOf('evidence-period', ({ evidence }) => change(evidence, 2, { measure: '' }))).toEqual([]);
    expect(messagesOf('evidence-period', ({ evidence }) => change(evidence, 1, { period: '上半年' }))).toEqual([]);
  });

  test('many without it are one finding', () => {
    const found = messagesOf('evidence-period', ({ evidence }) => {
      for (let at = 3; at <= 9; at += 1) add(evidence, { id: `2-1-0${at}`, issue: 2, measure: '2-1' });
    });
    expect(found).toEqual([
      '佐证材料 H6（材料编号2-1-03）：佐证的是周期性措施，却没有填写“所属期”；另有6条相同：2-1-04、2-1-05、2-1-06、2-1-07、2-1-08等。',
    ]);
  });
});

describe('period-date', () => {
  test('the first day of the period and any day after it are in order', () => {
    expect(messagesOf('period-date', ({ evidence }) => change(evidence, 2, { date: '2026-04-01' }))).toEqual([]);
    expect(messagesOf('period-date', ({ evidence }) => change(evidence, 2, { date: '2026-03-31' }))).toEqual([
      '佐证材料 G4（材料编号2-1-01）：材料日期2026-03-31早于所属期2026-04，这一期还没有开始。',
    ]);
  });
});

describe('period-missed', () => {
  test('lists the periods that went by; the present one is not among them', () => {
    const start = ({ measures, evidence }: Ledger): void => {
      change(measures, 2, { startOn: '2025-10-10' });
      change(evidence, 2, { period: '2026-02' });
    };
    expect(messagesOf('period-missed', start)).toEqual([
      '整改措施 G4（措施编号2-1）：每月一次，2025-10、2025-11、2025-12、2026-01、2026-03、2026-04没有佐证材料。',
    ]);
    const longer = messagesOf('period-missed', (ledger) => {
      start(ledger);
      change(ledger.measures, 2, { startOn: '2025-09-01' });
    });
    expect(longer[0]).toContain('2025-09、2025-10、2025-11、2025-12、2026-01、2026-03等7期没有佐证材料。');
  });

  test('right after an import says once what all measures of a 周期 lack', () => {
    const found = messagesOf('period-missed', ({ measures }) => {
      for (let at = 2; at <= 6; at += 1) add(measures, { id: `3-${at}`, issue: 3, period: '每月' });
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/另有4条相同：3-3、3-4、3-5、3-6。$/);
  });

  test('asks nothing after closing, of a terminated issue, of a cancelled measure, or without a date to start from', () => {
    const bare = ({ evidence }: Ledger): void => {
      evidence.records.splice(2);
      evidence.rows.splice(2);
    };
    expect(messagesOf('period-missed', bare)).toHaveLength(1);
    for (const spoil of [
      ({ issues }: Ledger) => change(issues, 1, { state: '已终止' }),
      ({ issues }: Ledger) => change(issues, 1, { state: '已销号', closedOn: '2026-04-28' }),
      ({ measures }: Ledger) => change(measures, 2, { state: '已取消' }),
      ({ measures, settings }: Ledger) => {
        change(measures, 2, { startOn: null });
        Object.assign(settings, { feedbackOn: null });
      },
    ]) {
      expect(
        messagesOf('period-missed', (ledger) => {
          bare(ledger);
          spoil(ledger);
        }),
      ).toEqual([]);
    }
  });

  test('a completed measure with nothing at all is told of once, as completed without evidence', () => {
    const complete = ({ measures }: Ledger): void => change(measures, 3, { state: '已完成', startOn: null });
    expect(messagesOf('period-missed', complete)).toEqual([]);
    expect(messagesOf('done-without-evidence', complete)).toHaveLength(1);
  });
});

describe('document-overdue', () => {
  const say = (values: Parameters<typeof add<'documents'>>[1]): string[] =>
    messagesOf('document-overdue', ({ documents }) => add(documents, { id: '2026-001', ...values }));

  test('counts the days since the day has passed, until 办结于 is filled in', () => {
    expect(say({ dueOn: '2026-06-15' })).toEqual([]);
    expect(say({ dueOn: '2026-06-14' })).toEqual([
      '收文登记 I2（收文编号2026-001）：办结日期2026-06-14已过1天，还没有办结。',
    ]);
    expect(say({ dueOn: '2026-05-29', settledOn: '2026-06-12' })).toEqual([]);
    expect(say({})).toEqual([]);
  });

  test('a ledger without the column 办结于 is let be', () => {
    expect(
      messagesOf('document-overdue', ({ documents }) => {
        add(documents, { id: '2026-001', dueOn: '2026-05-29' });
        delete documents.columns.settledOn;
      }),
    ).toEqual([]);
  });
});

describe('cancelled-without-reason', () => {
  test('the reason stands in 落实情况', () => {
    const cancel = (result: string) => (ledger: Ledger) =>
      add(ledger.measures, { id: '2-2', issue: 2, content: '更换打卡设备。', state: '已取消', result });
    expect(messagesOf('cancelled-without-reason', cancel('设备由市局统一配发，不再自行更换。'))).toEqual([]);
    expect(messagesOf('cancelled-without-reason', cancel(' '))).toEqual([
      '整改措施 K6（措施编号2-2）：措施已取消，却没有写明理由。',
    ]);
  });
});
