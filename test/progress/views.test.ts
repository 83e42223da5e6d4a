/** The filter views: whose they are, what they show, and that their criteria show just those rows. */
import { describe, expect, test } from '@jest/globals';
import { hintOf } from '../../src/app/hint';
import type { Ledger } from '../../src/ledger/ledger';
import type { Issue, Person } from '../../src/ledger/schema';
import { signersNow } from '../../src/progress/turns';
import { type Condition, type LedgerView, viewsOf } from '../../src/progress/views';
import { dossiersOf } from '../../src/workflow/dossier';
import { ledgerOf } from '../support/ledgerOf';
import { closing, logged, mail } from './logged';

const TODAY = '2026-09-15';
const person = (name: string, role: Person['role'], department: string) => ({
  mail: mail(name),
  name,
  role,
  department,
});
const PEOPLE = [
  person('江一舟', '经办人', '水政股'),
  person('江一', '经办人', '河湖股'),
  person('沐青', '部门负责人', '水政股'),
  person('沐青山', '部门负责人', '水政股'),
  person('卫兰', '分管领导', '局领导'),
  person('任佳', '整改办', '办公室'),
];

const bureau = () =>
  ledgerOf({
    settings: {
      feedbackOn: '2026-03-20',
      lists: { aspects: [], groups: [], departments: ['办公室', '水政股', '规划股'] },
    },
    people: PEOPLE,
    issues: [
      { number: 1, department: '水政股', leader: '卫兰', person: '江一舟', state: '已销号', deadline: '2026-06-30' },
      { number: 2, department: '水政股', leader: '卫兰', person: '江一舟', state: '待审核', deadline: '2026-09-30' },
      {
        number: 3,
        department: '河湖股、县水政股',
        leader: '陆衡',
        person: '江一',
        state: '整改中',
        deadline: '2026-08-31',
      },
      {
        number: 4,
        department: '水政股；河湖股',
        leader: '卫兰',
        person: '江一、江一舟',
        state: '重新整改',
        deadline: '2026-09-01',
      },
      { number: 5, department: '', leader: '', person: '', state: '长期坚持', deadline: null },
      { number: 6, department: '水政股', leader: '卫兰', person: '林同', state: '整改中', deadline: '2026-10-01' },
    ],
    evidence: [
      { id: '1-1-01', issue: 1, measure: '1-1', registeredBy: mail('江一舟') },
      { id: '4-1-01', issue: 4, measure: '4-1', registeredBy: mail('江一') },
    ],
    log: logged(
      ['2026-04-01', '启动', 1, { deadline: '2026-06-30' }],
      ['2026-04-01', '启动', 2, { deadline: '2026-09-30' }],
      ['2026-04-01', '启动', 3, { deadline: '2026-08-31' }],
      ['2026-04-01', '启动', 6, { deadline: '2026-10-01' }],
      ...closing(1, '2026-06-20', '2026-06-28'),
      ['2026-08-20', '申请销号', 3],
      ['2026-08-21', '退回', 3, { reason: '照片看不出时间' }],
      ['2026-09-10', '申请销号', 2],
    ),
  });

/** The ledger as a check leaves it, so that 提示 and 佐证 are what views filter on. */
function checked(ledger: Ledger): Ledger {
  const { settings, people, delegations } = ledger;
  const world = { people: people.records, delegations: delegations.records, settings, today: TODAY };
  const dossiers = dossiersOf(ledger);
  const records = ledger.issues.records.map((issue): Issue => {
    const dossier = dossiers.get(issue.number ?? 0);
    const names = dossier === undefined ? [] : signersNow(dossier, world).map(({ name }) => name);
    return {
      ...issue,
      evidenceCount: ledger.evidence.records.filter((entry) => entry.issue === issue.number).length,
      hints: hintOf(issue, [], settings, TODAY, dossier?.course, names),
    };
  });
  return { ...ledger, issues: { ...ledger.issues, records } };
}

function shows(value: Issue[keyof Issue], condition: Condition): boolean {
  const text = String(value ?? '');
  switch (condition.kind) {
    case 'oneOf':
      return condition.values.includes(text);
    case 'noneOf':
      return !condition.values.includes(text);
    case 'contains':
      return text.includes(condition.text);
    case 'matches':
      return new RegExp(condition.pattern).test(text);
    case 'beforeToday':
      return text !== '' && text < condition.day;
    case 'thisMonth':
      return condition.from <= text && text <= condition.to;
    case 'zero':
      return text === '' || text === '0';
  }
}

const ledger = checked(bureau());
const views = viewsOf(ledger, TODAY);
const shown = (title: string) => views.find((view) => view.title === title)?.issues;

test('every view shows just the rows its criteria let through, and counts them', () => {
  const filtered = ({ criteria }: LedgerView) =>
    ledger.issues.records.filter((issue) => criteria.every(({ column, condition }) => shows(issue[column], condition)));
  for (const view of views) {
    const numbers = filtered(view).map(({ number }) => number);
    expect([view.title, [...view.issues].sort()]).toEqual([view.title, numbers.sort()]);
    expect(view.count).toBe(numbers.length);
  }
});

test('the views stand in the order of the menu, each title once', () => {
  expect(views.map(({ title }) => title)).toEqual([
    ...['我的·江一舟', '我的·江一', '已逾期', '本月到期', '待我审核·沐青', '待我审核·沐青山'],
    ...['部门·办公室', '部门·水政股', '部门·规划股', '部门·河湖股', '部门·县水政股', '牵头领导·卫兰', '牵头领导·陆衡'],
    ...['长期坚持', '无佐证', '被退回', '重新整改', '已销号'],
  ]);
});

describe('a view', () => {
  test('of a person shows the open issues that name them, sorted by deadline; 江一 is no 江一舟', () => {
    expect(shown('我的·江一舟')).toEqual([4, 2]);
    expect(shown('我的·江一')).toEqual([3, 4]);
  });

  test('of a department shows its issues among others; 水政股 is no 县水政股', () => {
    expect(shown('部门·水政股')).toEqual([1, 4, 2, 6]);
    expect(shown('部门·县水政股')).toEqual([3]);
  });

  test('of a department in 设置 is there before it has an issue', () => {
    expect(views.find(({ title }) => title === '部门·规划股')?.count).toBe(0);
  });

  test('of deadlines shows what is open and past, or due this month', () => {
    expect(shown('已逾期')).toEqual([3, 4]);
    expect(shown('本月到期')).toEqual([4, 2]);
  });

  test('of an approver shows what this person may sign now', () => {
    expect(shown('待我审核·沐青')).toEqual([2]);
    expect(ledger.issues.records[1]?.hints).toContain('待部门负责人（沐青、沐青山）签批');
  });

  test('of what came back shows it until it is applied for again', () => {
    expect(shown('被退回')).toEqual([3]);
  });

  test('of missing evidence shows every issue without any', () => {
    expect(shown('无佐证')).toEqual([3, 2, 6, 5]);
  });
});

test('a signed step moves the issue to the next approver, and away from whoever signed', () => {
  const before = bureau();
  const signed = logged(...applied(), ['2026-09-12', '签批', 2, { actor: mail('沐青'), step: '部门负责人' }]);
  const titles = viewsOf(checked({ ...before, log: { ...before.log, records: signed } }), TODAY).map(
    ({ title }) => title,
  );
  expect(titles).toContain('待我审核·任佳');
  expect(titles).not.toContain('待我审核·沐青');
});

test('names with signs of patterns are taken as they are', () => {
  const odd = ledgerOf({
    issues: [
      { number: 1, department: '一科(机关)' },
      { number: 2, department: '一科机关' },
    ],
  });
  expect(viewsOf(odd, TODAY).find(({ title }) => title === '部门·一科(机关)')?.issues).toEqual([1]);
  const criteria = viewsOf(odd, TODAY).find(({ title }) => title === '部门·一科(机关)')?.criteria ?? [];
  expect(criteria.every(({ condition }) => shows('一科(机关)', condition))).toBe(true);
  expect(criteria.every(({ condition }) => shows('一科机关', condition))).toBe(false);
});

function applied(): Parameters<typeof logged> {
  return [
    ['2026-04-01', '启动', 2, { deadline: '2026-09-30' }],
    ['2026-09-10', '申请销号', 2],
  ];
}
