import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/checks/catalogue';
import { add, change, findingsIn, soundLedger } from './soundLedger';
import { SPECIMENS } from './specimens';

const everySpecimen = Object.entries(SPECIMENS).flatMap(([code, specimens]) =>
  specimens.map((specimen, index): [string, (typeof specimens)[number]] => [`${code} ${index + 1}`, specimen]),
);

test('a well-kept ledger has no finding', () => {
  expect(findingsIn(soundLedger())).toEqual([]);
});

describe('the catalogue', () => {
  test('has each rule once, and a specimen for every rule', () => {
    const codes = RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(Object.keys(SPECIMENS).sort()).toEqual([...codes].sort());
  });

  test('explains every rule in Chinese', () => {
    for (const { code, title, explains } of RULES) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(title).toMatch(/^[\u4e00-\u9fff]{3,12}$/);
      expect(explains).toMatch(/^[\u4e00-\u9fff“].{12,}。$/u);
    }
  });

  test.each(everySpecimen)('finds specimen %s', (name, { spoil, faults }) => {
    const code = name.split(' ')[0];
    expect(findingsIn(soundLedger(spoil), undefined, faults).map((finding) => finding.code)).toContain(code);
  });
});

describe('every finding', () => {
  test.each(everySpecimen)('names tab, cell, fault and remedy: %s', (_, { spoil, faults }) => {
    for (const finding of findingsIn(soundLedger(spoil), undefined, faults)) {
      expect(finding.cell).toMatch(/^[A-Z]{1,2}[1-9]\d*$/);
      expect(finding.column).not.toBe('');
      expect(finding.message).toMatch(new RegExp(`^${finding.tab} ${finding.cell}(（[^）]+）)?：.+。$`));
      expect(finding.message).not.toMatch(/。。|undefined|null|NaN/);
      // the marks that rule shows are the fault itself
      if (finding.code !== 'half-width') expect(finding.message).not.toMatch(/[\u4e00-\u9fff][,;:!?]/);
      expect(finding.remedy).toMatch(/^[^。].{5,}。$/);
      expect(finding.related.every((key) => key !== '')).toBe(true);
    }
  });
});

describe('the list of findings', () => {
  test('is sorted by severity, then tab, then row', () => {
    const findings = findingsIn(
      soundLedger(({ issues, measures, settings, evidence }) => {
        Object.assign(settings, { fedBack: 8 });
        change(evidence, 0, { date: '2025-08-20' });
        change(issues, 1, { deadline: '2026-05-31' });
        change(issues, 0, { inference: '' });
        add(measures, { id: '7-1', issue: 7, content: '清理河道垃圾40吨。' });
      }),
    );
    expect(findings.map(({ severity, cell, code }) => `${severity} ${cell} ${code}`)).toEqual([
      'error B6 orphan-measure',
      'error G2 evidence-before-feedback',
      'error B10 fed-back-count',
      'warning G3 overdue',
      'warning F4 date-order',
      'note R2 no-inference',
    ]);
  });

  test('is the same however the rows are sorted, but for the cells', () => {
    const spoil = (ledger: ReturnType<typeof soundLedger>): void => {
      add(ledger.measures, { id: '3-2', issue: 3, content: ledger.measures.records[2]?.content ?? '' });
      change(ledger.issues, 1, { deadline: '2026-05-31' });
    };
    const reversed = soundLedger((ledger) => {
      spoil(ledger);
      ledger.measures.records.reverse();
      ledger.issues.records.reverse();
    });
    const told = (ledger: typeof reversed): string[] =>
      findingsIn(ledger)
        .map(({ code, key, message }) => `${code} ${key} ${message.slice(message.indexOf('：'))}`)
        .sort();
    expect(told(reversed)).toEqual(told(soundLedger(spoil)));
  });

  test('finds the cell where a column was moved, and none where it is missing', () => {
    const spoil = (columns: Record<string, number>) =>
      soundLedger((ledger) => {
        change(ledger.issues, 1, { deadline: '2026-05-31' });
        Object.assign(ledger.issues, { columns });
      });
    expect(findingsIn(spoil({ number: 0, deadline: 27 }), 'overdue')[0]).toMatchObject({ cell: 'AB3', key: '2' });
    const [blind] = findingsIn(spoil({ number: 0 }), 'overdue');
    expect(blind?.cell).toBe('');
    expect(blind?.message).toMatch(/^问题台账（编号2）：整改时限2026-05-31已过15天/);
  });

  test('keeps what could not be read, with its code, as an error in its cell', () => {
    const message = '问题台账 G3（整改时限）：“2月30日”不是有效日期，请改为如 2026-06-30 的日期。';
    const faults = [
      { code: 'unreadable-date', tab: '问题台账', cell: 'G3', message },
      { code: 'missing-tab', tab: '名单', message: '缺少“名单”表，请运行“建立/升级台账”补建。' },
    ];
    const findings = findingsIn(soundLedger(), undefined, faults);
    expect(findings[0]).toMatchObject({
      code: 'unreadable-date',
      severity: 'error',
      tab: '问题台账',
      key: '2',
      column: '整改时限',
      cell: 'G3',
      message,
    });
    expect(findings[1]).toMatchObject({ code: 'missing-tab', severity: 'error', tab: '名单', cell: '', key: '' });
  });
});
