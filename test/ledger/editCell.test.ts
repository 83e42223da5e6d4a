import fc from 'fast-check';
import { readCell } from '../../src/ledger/codec';
import type { Column } from '../../src/ledger/columns';
import { judgeCell, judgeSetting } from '../../src/ledger/editCell';
import { columnsOf } from '../../src/ledger/records';
import { TAB_ORDER, TABS, type TabId } from '../../src/ledger/schema';
import { SETTINGS } from '../../src/ledger/settings';
import { toSerial } from '../../src/text/dates';

const { issues, measures, evidence, outcomes, narrative, people } = TABS;
const tidied = (column: Column, value: Parameters<typeof judgeCell>[1]) => {
  const judgement = judgeCell(column, value);
  return judgement.kind === 'tidy' ? judgement.value : judgement.kind;
};
const why = (column: Column, value: Parameters<typeof judgeCell>[1]) => {
  const judgement = judgeCell(column, value);
  return judgement.kind === 'unclear' ? judgement.clause : judgement.kind;
};

describe('dates', () => {
  test.each([
    '2026.9.15',
    '2026年9月15日',
    '２０２６－９－１５',
    '2026. 9. 15',
    '2026 年 9 月 15 日',
    '20260915',
    '二〇二六年九月十五日',
    ' 2026/9/15 ',
  ])('%s becomes 2026-09-15', (written) => {
    expect(tidied(issues.columns.deadline, written)).toBe('2026-09-15');
  });

  test('a real date is good; 20260915 taken for a serial number is read as the day it writes', () => {
    expect(judgeCell(issues.columns.deadline, { serial: toSerial('2026-09-15') }).kind).toBe('good');
    expect(tidied(issues.columns.deadline, { serial: 20260915 })).toBe('2026-09-15');
    expect(tidied(issues.columns.deadline, 20260915)).toBe('2026-09-15');
  });

  test.each(['2026年2月30日', '2026年9月', '9月15日', '年底前', '2026.9', true, 12, { serial: 45 }])(
    '%j is not clear',
    (written) => {
      expect(why(issues.columns.deadline, written)).toContain('2026-06-30');
    },
  );
});

describe('choices', () => {
  test.each<[Column, string, string]>([
    [measures.columns.state, '完成', '已完成'],
    [measures.columns.state, '已办结', '已完成'],
    [measures.columns.state, '办结', '已完成'],
    [measures.columns.state, ' 在 办 ', '进行中'],
    [measures.columns.state, '进行', '进行中'],
    [issues.columns.deadlineKind, '立行立改类', '立行立改'],
    [issues.columns.deadlineKind, '限期', '限期整改'],
    [issues.columns.deadlineKind, '长期', '长期坚持'],
    [issues.columns.publicity, '对外公开', '公开'],
    [measures.columns.period, '每月一次', '每月'],
    [measures.columns.period, '每季', '每季度'],
    [measures.columns.period, '每月１次', '每月'],
    [people.columns.role, '一把手', '主要负责人'],
    [narrative.columns.level, '(一)', '（一）'],
    [TABS.reports.columns.state, '公开', '已公开'],
  ])('%j: %s is %s', (column, written, choice) => {
    expect(tidied(column, written)).toBe(choice);
  });

  test('what is none of them stays, with the choices named', () => {
    expect(why(measures.columns.state, '搞定了')).toBe(
      '“搞定了”不在可选值之内，请选择：未开始、进行中、已完成、已取消',
    );
  });

  test('every choice of every column means itself', () => {
    for (const tab of TAB_ORDER) {
      for (const [, column] of columnsOf<TabId>(tab)) {
        if (column.kind !== 'choice') continue;
        for (const value of column.values) expect([value, judgeCell(column, value).kind]).toEqual([value, 'good']);
      }
    }
  });
});

describe('numbers and checks', () => {
  test.each<[Column, string | number, string | number | boolean]>([
    [issues.columns.number, '１２', 12],
    [issues.columns.number, ' 3 ', 3],
    [outcomes.columns.quantity, '７．１３２', 7.132],
    [outcomes.columns.quantity, '1,200', 1200],
    [evidence.columns.filed, '√', true],
    [evidence.columns.filed, '是', true],
    [evidence.columns.filed, '否', false],
    [evidence.columns.filed, 1, true],
  ])('%j: %s', (column, written, value) => {
    expect(tidied(column, written)).toBe(value);
  });

  test.each<[Column, string | number]>([
    [issues.columns.number, '3个'],
    [issues.columns.number, '三'],
    [issues.columns.number, 1.5],
    [outcomes.columns.quantity, '约7万元'],
    [outcomes.columns.quantity, -3],
    [evidence.columns.filed, '部分'],
  ])('%j: %s is not clear', (column, written) => {
    expect(judgeCell(column, written).kind).toBe('unclear');
  });
});

describe('texts', () => {
  test.each<[Column, string, string]>([
    [issues.columns.title, '　河道 巡查记录不全 ', '河道巡查记录不全'],
    [issues.columns.effect, '联 系 人：方禾\n第二段', '联系人：方禾\n第二段'],
    [measures.columns.id, '３－２', '3-2'],
    [measures.columns.id, '3 — 2', '3-2'],
    [outcomes.columns.issue, '3，５', '3、5'],
    [issues.columns.department, '办公室, 水资源股', '办公室、水资源股'],
    [evidence.columns.location, ' https://a.example.invalid/x ', 'https://a.example.invalid/x'],
  ])('%j: %j', (column, written, tidy) => {
    expect(tidied(column, written)).toBe(tidy);
  });

  test.each(['按 ISO 9001 的要求,整改', '完成率 98%', '=1+1', '第一段\n\n第二段'])('%j stays as it is', (written) => {
    expect(judgeCell(issues.columns.effect, written).kind).toBe('good');
  });

  test('a number that the sheet took for a date is not guessed at', () => {
    expect(why(measures.columns.id, { serial: 37654 })).toContain('纯文本');
  });
});

test('settings are judged by their item', () => {
  expect(judgeSetting(SETTINGS.feedbackOn, '2026.3.5')).toEqual({ kind: 'tidy', value: '2026-03-05' });
  expect(judgeSetting(SETTINGS.soonDays, '１０')).toEqual({ kind: 'tidy', value: '10' });
  expect(judgeSetting(SETTINGS.soonDays, '10天').kind).toBe('unclear');
  expect(judgeSetting(SETTINGS.attachment, '√')).toEqual({ kind: 'tidy', value: '是' });
  expect(judgeSetting(SETTINGS.variant, '五部分').kind).toBe('unclear');
  expect(judgeSetting(SETTINGS.unit, '青禾县水务局').kind).toBe('good');
  expect(judgeSetting(SETTINGS.unit, ' 青禾县水务局 ')).toEqual({ kind: 'tidy', value: '青禾县水务局' });
});

/** Everything a person may put into a cell, near enough to what columns hold to be read now and then. */
const typed = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -5, max: 60_000 }),
  fc.boolean(),
  fc.record({ serial: fc.integer({ min: 0, max: 30_000_000 }) }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '2026',
          '0',
          '9',
          '15',
          '.',
          '-',
          '－',
          '/',
          '年',
          '月',
          '日',
          ' ',
          '　',
          '、',
          '，',
          ';',
          '３',
          '方',
          '禾',
        ],
        ...[
          '许青',
          '完成',
          '在办',
          '主任',
          '每月',
          '一次',
          '√',
          '否',
          '\n',
          '（',
          '一',
          '）',
          '公开',
          '立行立改',
          '类',
          '同志',
        ],
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);
const COLUMNS = TAB_ORDER.flatMap((tab) => columnsOf<TabId>(tab).map(([, column]) => column));
const LISTED = [
  { name: '方禾', position: '办公室主任' },
  { name: '许青', position: '局长' },
];
const listed = fc.constantFrom(undefined, LISTED);
/** -0 is 0. */
const unsigned = (value: unknown) => (value === 0 ? 0 : value);
/** A text without what tidying may take away or put in its stead. */
const essence = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s、,;/]+/g, '')
    .replace(/[—–‐−-]+/g, '-');

describe('whatever is typed', () => {
  test('stays, or becomes a value that reads back and means the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COLUMNS), typed, (column, value) => {
        const judgement = judgeCell(column, value);
        if (judgement.kind !== 'tidy') return;
        const after = readCell(column, judgement.value);
        expect(after).not.toHaveProperty('fault');
        if (typeof value === 'object') return;
        const before = readCell(column, value);
        if (column.kind === 'text') expect(essence(String(judgement.value))).toBe(essence(String(value)));
        else if (!('fault' in before)) expect(unsigned(after.value)).toEqual(unsigned(before.value));
      }),
      { numRuns: 3000 },
    );
  });

  test('is good once it was tidied', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COLUMNS), typed, listed, (column, value, people_) => {
        const judgement = judgeCell(column, value, people_);
        if (judgement.kind === 'tidy') expect(judgeCell(column, judgement.value, people_).kind).toBe('good');
      }),
      { numRuns: 3000 },
    );
  });
});
