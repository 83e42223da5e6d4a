/** Random histories of issues, as 办理记录 would tell them, and the ledger they lead to. */
import fc from 'fast-check';
import type { Ledger } from '../../../src/ledger/ledger';
import type { IssueState, PUBLICITY } from '../../../src/ledger/lists';
import { coursesOf } from '../../../src/workflow/course';
import { closing, logged, type Told } from '../../progress/logged';
import { ledgerOf } from '../../support/ledgerOf';

type Step = 'enter' | 'start' | 'close' | 'ongoing' | 'recheck' | 'reopen' | 'terminate' | 'extend';
const OPEN: readonly Step[] = ['close', 'close', 'ongoing', 'terminate', 'extend'];
const CLOSED: readonly Step[] = ['recheck', 'reopen'];
/** What may come next. */
const NEXT: Readonly<Record<string, readonly Step[]>> = {
  '': ['enter'],
  未启动: ['start'],
  整改中: OPEN,
  重新整改: OPEN,
  已销号: CLOSED,
  长期坚持: CLOSED,
};
const FINDINGS = ['巩固', '部分反弹', '反弹'] as const;

export interface History {
  ledger: Ledger;
  /** How many rows the log has. */
  rows: number;
}

const steps = fc.array(
  fc.record({
    issue: fc.integer({ min: 1, max: 6 }),
    choice: fc.nat(),
    finding: fc.constantFrom(...FINDINGS),
  }),
  { maxLength: 60, size: 'max' },
);
const publicities: fc.Arbitrary<(typeof PUBLICITY)[number][]> = fc.array(
  fc.constantFrom('公开' as const, '概括公开' as const, '不公开' as const),
  { minLength: 6, maxLength: 6 },
);

/** Histories in which every step is one the issue's state allows, rounds and relapses among them. */
export const histories: fc.Arbitrary<History> = fc.tuple(steps, publicities).map(([told, publicity]) => {
  const state = new Map<number, IssueState>();
  const round = new Map<number, number>();
  const rows: Told[] = [];
  const on = (): string => `2026-${String(4 + Math.floor(rows.length / 25)).padStart(2, '0')}-10`;
  const now = (issue: number): number => round.get(issue) ?? 1;
  for (const { issue, choice, finding } of told) {
    const may = NEXT[state.get(issue) ?? ''] ?? [];
    const step = may[choice % may.length];
    const become = (next: IssueState, ...more: Told[]): void => {
      state.set(issue, next);
      rows.push(...more);
    };
    if (step === 'enter') become('未启动', [on(), '建立', issue, { to: '未启动' }]);
    if (step === 'start') become('整改中', [on(), '启动', issue]);
    if (step === 'close') {
      const several = closing(issue, on(), on()).map(([a, b, c, d]): Told => [a, b, c, { ...d, round: now(issue) }]);
      become('已销号', ...several);
    }
    if (step === 'ongoing') become('长期坚持', [on(), '转长期坚持', issue, { round: now(issue) }]);
    if (step === 'terminate') become('已终止', [on(), '终止', issue, { reason: '机构撤并' }]);
    if (step === 'extend') rows.push([on(), '延期', issue, { deadline: '2027-01-31' }]);
    if (step === 'recheck') {
      rows.push([on(), '回头看', issue, { reasonClass: finding, reason: '现场查看', round: now(issue) }]);
    }
    if (step === 'reopen') {
      round.set(issue, now(issue) + 1);
      become('重新整改', [on(), '重新整改', issue, { reasonClass: '抽查', reason: '又有反弹', round: now(issue) }]);
    }
  }
  const log = logged(...rows);
  const courses = coursesOf(log);
  const issues = [...state].map(([number]) => ({
    number,
    title: `甲${number}事项未办结`,
    detail: `乙${number}具体`,
    state: courses.get(number)?.state ?? '未启动',
    publicity: publicity[number - 1] ?? '公开',
    publicText: `丙${number}工作有差距`,
    effect: `丁${number}成效`,
  }));
  const measures = issues.map(({ number }) => ({ id: `${number}-1`, issue: number, content: `戊${number}措施到位` }));
  const settings = { unit: '云溪县交通运输局', inspectionTeam: '县委第一巡察组', feedbackOn: '2026-03-20' };
  return { ledger: ledgerOf({ settings, issues, measures, log }), rows: log.length };
});
