/** Texts to begin with: they can be printed as they are, and nobody could take them for finished. */
import { describe, expect, test } from '@jest/globals';
import { contextOf } from '../../../src/checks/context';
import { placeholder } from '../../../src/checks/placeholder';
import { NARRATIVE_KINDS } from '../../../src/ledger/lists';
import { initialSettings } from '../../../src/ledger/settings';
import { composeKind, KIND_NAMES, REPORT_KINDS, starterNarrative } from '../../../src/report/kinds';
import { textOf } from '../../../src/report/text';
import { ledgerOf } from '../../support/ledgerOf';
import { kindsLedger, optionsFor, TODAY } from './kindsLedger';

const KINDS = ['', ...NARRATIVE_KINDS] as const;
const NARRATED = ['public', 'internal', 'committee', 'leader', 'follow-up'] as const;
const { settings } = kindsLedger();

describe.each(KINDS)('the starter of “%s”', (kind) => {
  const rows = starterNarrative(kind, settings);

  test('is rows of its kind with keys of their own, a gap among them', () => {
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.every((row) => row.kind === kind && row.part !== '')).toBe(true);
    expect(new Set(rows.map(({ part, order }) => `${part}-${order}`)).size).toBe(rows.length);
    expect(rows.some(({ body }) => body?.includes('【请填写：'))).toBe(true);
  });

  test('is found by the check as long as its gaps are unfilled', () => {
    const gaps = rows.filter(({ body }) => body?.includes('【请填写：'));
    const found = placeholder(contextOf(ledgerOf({ settings, narrative: rows }), TODAY, () => ''));
    expect(found).toHaveLength(gaps.length);
  });
});

test('a blank ledger has gaps instead of placeholders without a value', () => {
  const rows = starterNarrative('', initialSettings());
  expect(rows[0]?.body).toBe(
    '【请填写：反馈日期】，【请填写：巡察组】向【请填写：单位名称】反馈了{{巡察类型}}意见。根据有关规定，现将整改情况通报如下。',
  );
  const ledger = ledgerOf();
  for (const kind of NARRATED) expect(composeKind(ledger, optionsFor(ledger, kind)).ok).toBe(true);
});

test('the first secretary’s part is the notice’s only in the variant of three parts', () => {
  const parts = (variant: '四部分' | '三部分') =>
    starterNarrative('', { ...settings, variant }).map(({ part }) => part);
  expect(parts('四部分')).not.toContain('第一责任人');
  expect(parts('三部分')).toContain('第一责任人');
});

describe('a ledger', () => {
  test('without rows of a kind is composed from the starter, and says so', () => {
    const ledger = kindsLedger();
    for (const kind of REPORT_KINDS) {
      const result = composeKind(ledger, optionsFor(ledger, kind));
      if (!result.ok) throw new Error(kind);
      expect([kind, result.value.usesStarter]).toEqual([kind, NARRATED.some((one) => one === kind)]);
    }
  });

  test.each(['committee', 'leader', 'follow-up'] as const)(
    'prints its own rows of %s and nothing of the starter',
    (kind) => {
      const [first = NARRATIVE_KINDS[0]] = NARRATIVE_KINDS.filter((one) => one === KIND_NAMES[kind]);
      const ledger = kindsLedger({
        narrative: [
          { kind: first, part: '引言', order: 1, level: '段落', body: '{{巡察组}}反馈以来，整改有序推进。' },
          { kind: first, part: '整改落实', order: 1, level: '一、', title: '逐项整改情况' },
          { part: '引言', order: 1, level: '段落', body: '通报的引言。' },
        ],
      });
      const result = composeKind(ledger, optionsFor(ledger, kind));
      if (!result.ok) throw new Error(kind);
      const text = textOf(result.value.document);
      expect(result.value.usesStarter).toBe(false);
      expect(text).toContain('县委第一巡察组反馈以来，整改有序推进。\n一、逐项整改情况\n');
      expect(text).not.toMatch(/通报的引言|请填写/);
    },
  );

  test('with a faulty placeholder is refused, cell and all', () => {
    const narrative = [{ kind: '整改情况报告' as const, part: '引言' as const, order: 1, body: '{{问题总量}}' }];
    const ledger = kindsLedger({ narrative });
    const result = composeKind(ledger, optionsFor(ledger, 'committee'));
    expect(result.ok ? [] : result.faults.map(({ code, cell }) => [code, cell])).toEqual([
      ['unknown-placeholder', 'E2'],
    ]);
  });
});
