import { describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../src/ledger/ledger';
import { add, change, findingsIn, messagesOf, soundLedger } from './soundLedger';

/** Many issues that lack the same things, as right after a feedback document was imported. */
function importedFeedback(count: number): Ledger {
  return soundLedger(({ issues, measures, evidence, narrative, settings, log }) => {
    for (const table of [issues, measures, evidence, narrative, log]) {
      table.records.length = 0;
      table.rows.length = 0;
    }
    for (let number = 1; number <= count; number += 1) {
      add(issues, { number, aspect: '工程建设方面', title: `第${number}号泵站管护不到位`, state: '未启动', round: 1 });
    }
    Object.assign(settings, { fedBack: count });
  });
}

describe('missing-field', () => {
  test('names the cell of each record when they are few', () => {
    const spoil = ({ issues }: Ledger): void => {
      change(issues, 1, { person: '' });
      change(issues, 2, { person: '  ' });
    };
    expect(messagesOf('missing-field', spoil)).toEqual([
      '问题台账 K3（编号2）：没有填写“责任人”。',
      '问题台账 K4（编号3）：没有填写“责任人”。',
    ]);
  });

  test('after an import says once what all issues lack', () => {
    const findings = findingsIn(importedFeedback(25));
    expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'missing-field 问题台账 F2（编号1）：没有填写“整改类型”“整改时限”“牵头领导”“责任部门”“责任人”；另有24条相同：2、3、4、5、6等。',
      'no-measure 问题台账 D2（编号1）：还没有整改措施；另有24条相同：2、3、4、5、6等。',
    ]);
    expect(findings[0]?.related).toHaveLength(24);
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  test('asks no aspect of a report that has none, no deadline of 长期坚持, no person of a terminated issue', () => {
    expect(
      messagesOf('missing-field', ({ issues }) => [0, 1, 2].map((at) => change(issues, at, { aspect: '' }))),
    ).toEqual([]);
    expect(messagesOf('missing-field', ({ issues }) => change(issues, 2, { deadline: null }))).toEqual([]);
    expect(
      messagesOf('missing-field', ({ issues }) => change(issues, 1, { state: '已终止', person: '', leader: '' })),
    ).toEqual([]);
  });

  test('asks no 措施内容 where 落实情况 says it, and nothing of a column the tab lacks', () => {
    expect(messagesOf('missing-field', ({ measures }) => change(measures, 1, { content: '' }))).toEqual([]);
    const lacking = ({ issues }: Ledger): void => {
      change(issues, 1, { person: '' });
      delete issues.columns.person;
    };
    expect(messagesOf('missing-field', lacking)).toEqual([]);
  });
});

describe('numbers and what belongs together', () => {
  test('duplicate-key points at the later record, blanks around the number or not', () => {
    const findings = findingsIn(
      soundLedger(({ measures }) =>
        add(measures, { id: '2-1 ', issue: 2, content: '清淤18处。', state: '进行中', period: '每月' }),
      ),
      'duplicate-key',
    );
    expect(findings.map(({ message }) => message)).toEqual(['整改措施 A6（措施编号2-1 ）：措施编号“2-1”与 A4 重复。']);
    expect(findings[0]?.related).toEqual(['2-1']);
  });

  test('records without a number are no duplicates of each other', () => {
    const spoil = ({ issues }: Ledger): void => {
      add(issues, { title: '灌区管护经费拨付不及时' });
      add(issues, { title: '水资源费征收不足' });
    };
    expect(messagesOf('duplicate-key', spoil)).toEqual([]);
    expect(messagesOf('missing-field', spoil)[0]).toBe('问题台账 A5：没有填写“编号”“方面”。');
  });

  test('evidence for a whole issue is no orphan', () => {
    expect(messagesOf('orphan-evidence', ({ evidence }) => change(evidence, 2, { measure: '' }))).toEqual([]);
    expect(messagesOf('orphan-evidence', ({ evidence }) => change(evidence, 2, { measure: ' 2-1' }))).toEqual([]);
  });

  test('numbering runs on in whatever order the rows stand; all gaps are one note', () => {
    expect(
      messagesOf('numbering', ({ issues, measures }) => {
        issues.records.reverse();
        measures.records.reverse();
      }),
    ).toEqual([]);
    const gaps = ({ issues }: Ledger): void => {
      add(issues, { number: 6 });
      add(issues, { number: 8 });
    };
    expect(messagesOf('numbering', gaps)).toEqual(['问题台账 A5（编号6）：编号不连续，缺4～5、7。']);
  });

  test('fed-back-count is silent until the number is filled in', () => {
    expect(messagesOf('fed-back-count', ({ settings }) => Object.assign(settings, { fedBack: null }))).toEqual([]);
    expect(messagesOf('fed-back-count', ({ settings }) => Object.assign(settings, { fedBack: 2 }))).toEqual([
      '设置 B10（反馈问题总数）：反馈问题总数是2个，问题台账登记了3个，多1个。',
    ]);
  });
});

describe('no-measure', () => {
  test('is an error once the work has begun, a warning before, nothing for a terminated issue', () => {
    const severities = (state: '未启动' | '整改中' | '已终止'): string[] =>
      findingsIn(
        soundLedger(({ issues }) => add(issues, { number: 4, title: '水资源费征收不足', state })),
        'no-measure',
      ).map(({ severity }) => severity);
    expect(severities('整改中')).toEqual(['error']);
    expect(severities('未启动')).toEqual(['warning']);
    expect(severities('已终止')).toEqual([]);
  });
});
