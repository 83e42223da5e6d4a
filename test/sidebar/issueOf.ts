/** An issue of a made-up bureau as viewIssue gives it. */
import type { Gives } from '../../src/app/contract';

export type Issue = Gives<'viewIssue'>;
export type Action = Issue['actions'][number];

export function action(id: string, title: string, values: Partial<Action> = {}): Action {
  return { id, title, needs: [], classes: [], unmet: [], ...values };
}

export function course(values: Partial<Issue['course']> = {}): Issue['course'] {
  return { round: 1, returned: '', attempt: null, extension: null, past: [], doers: [], ...values };
}

export const ATTEMPT: NonNullable<Issue['course']['attempt']> = {
  target: '已销号',
  by: '夏雨桐',
  at: '2026-11-20T09:08:00+08:00',
  seal: 'a1'.repeat(32),
  steps: [
    { role: '部门负责人', by: '石青（代江枫签）', at: '2026-11-20T15:30:00+08:00', may: [] },
    { role: '整改办', by: '', at: '', may: ['白露', '何敏'] },
    { role: '主要负责人', by: '', at: '', may: [] },
  ],
};

export function issueOf(values: Partial<Issue> = {}): Issue {
  return {
    number: 3,
    title: '物资采购未经询价',
    aspect: '落实全面从严治党责任方面',
    state: '整改中',
    deadline: '2026-12-31',
    daysLeft: 37,
    due: '正常',
    leader: '江枫',
    department: '办公室',
    person: '夏雨桐',
    hints: '',
    cell: 'D4',
    fields: [],
    measures: [
      {
        id: '3-1',
        content: '修订物资采购管理办法，明确询价程序。',
        result: '',
        state: '已完成',
        person: '夏雨桐',
        deadline: '2026-09-30',
        evidence: 1,
        periods: [],
        cell: 'C7',
        fields: [],
      },
    ],
    evidence: [],
    history: [],
    findings: [],
    course: course(),
    actions: [],
    previous: null,
    next: null,
    ...values,
  };
}
