/** For every rule at least one way to spoil the sound ledger so that it fires. */
import type { Fault } from '../../src/ledger/fault';
import type { Ledger } from '../../src/ledger/ledger';
import { continueLog, type LogDraft } from '../../src/workflow/chain';
import { add, change } from './soundLedger';

export interface Specimen {
  spoil(ledger: Ledger): void;
  faults?: Fault[];
}

/** Continues the log by one row. */
function logOn({ log }: Ledger, draft: Pick<LogDraft, 'action'> & Partial<LogDraft>): void {
  const at = '2026-05-30T09:00:00+08:00';
  for (const entry of continueLog(log.records, [{ at, actor: 'zhengban@qinghe.example', ...draft }])) add(log, entry);
}

const INSPECTED = '对12座小型水库大坝、溢洪道、放水设施开展安全鉴定，建立隐患清单，逐项明确处置措施和责任人。';

export const SPECIMENS: Readonly<Record<string, readonly Specimen[]>> = {
  'log-broken': [
    { spoil: ({ log }) => change(log, 1, { actor: 'bieren@qinghe.example' }) },
    { spoil: ({ log }) => log.records.splice(0, 1) },
    { spoil: ({ seals }) => add(seals, { date: '2026-05-01', sequence: 2, chain: 'ab'.repeat(32) }) },
  ],
  'state-differs': [
    { spoil: ({ issues }) => change(issues, 1, { state: '已销号', doneOn: '2026-05-20', closedOn: '2026-05-28' }) },
    { spoil: ({ issues }) => change(issues, 0, { round: 2 }) },
  ],
  'deadline-unapproved': [
    { spoil: (ledger) => logOn(ledger, { action: '延期', subject: '问题台账 2', deadline: '2026-08-31' }) },
  ],
  'closed-changed': [
    {
      spoil: (ledger) =>
        logOn(ledger, { action: '销号', subject: '问题台账 1', to: '已销号', decidedOn: 'cd'.repeat(32) }),
    },
  ],
  'missing-field': [
    { spoil: ({ issues }) => change(issues, 1, { person: '', leader: '' }) },
    { spoil: ({ issues }) => change(issues, 1, { title: '' }) },
    { spoil: ({ evidence }) => change(evidence, 2, { location: '' }) },
    { spoil: (ledger) => add(ledger.measures, { issue: 2 }) },
  ],
  'duplicate-key': [
    { spoil: ({ measures }) => change(measures, 2, { id: '1-2', issue: 1 }) },
    { spoil: ({ narrative }) => change(narrative, 1, { part: '引言' }) },
  ],
  'orphan-measure': [
    { spoil: ({ measures }) => add(measures, { id: '9-1', issue: 9, content: '清理河道垃圾40吨。' }) },
  ],
  'orphan-evidence': [
    { spoil: ({ evidence }) => change(evidence, 2, { issue: 8, id: '8-1-01' }) },
    { spoil: ({ evidence }) => change(evidence, 2, { measure: '2-7' }) },
  ],
  'measure-id-mismatch': [
    { spoil: ({ measures }) => change(measures, 3, { issue: 2 }) },
    { spoil: ({ measures }) => add(measures, { id: '第三条', issue: 3, content: '印制节水手册500册。' }) },
    { spoil: ({ evidence }) => change(evidence, 2, { measure: '1-2' }) },
    { spoil: ({ evidence }) => change(evidence, 2, { id: '3-1-01' }) },
  ],
  numbering: [
    {
      spoil: ({ issues, measures }) => {
        change(issues, 2, { number: 5 });
        change(measures, 3, { id: '5-1', issue: 5 });
      },
    },
    { spoil: ({ measures }) => change(measures, 3, { id: '3-2' }) },
  ],
  'no-measure': [
    { spoil: ({ measures }) => change(measures, 2, { state: '已取消' }) },
    { spoil: ({ issues }) => add(issues, { number: 4, title: '灌区管护经费拨付不及时', state: '未启动' }) },
  ],
  'fed-back-count': [{ spoil: ({ settings }) => Object.assign(settings, { fedBack: 5 }) }],
  'stated-totals': [
    {
      spoil: ({ narrative }) =>
        change(narrative, 1, { body: '巡察反馈的4个问题，已完成整改2个，正在整改1个，整改完成率75%。' }),
    },
    { spoil: ({ narrative }) => change(narrative, 1, { body: '制定整改措施9条，已完成9条。' }) },
  ],
  'wording-public-status': [
    { spoil: ({ narrative }) => change(narrative, 1, { body: '反馈的3个问题，已完成整改2个，正在整改1个。' }) },
    { spoil: ({ narrative }) => change(narrative, 1, { body: '反馈问题全部整改到位。' }) },
  ],
  'done-without-evidence': [
    {
      spoil: ({ evidence }) => {
        evidence.records.length = 0;
        evidence.rows.length = 0;
      },
    },
    { spoil: ({ measures }) => change(measures, 3, { state: '已完成' }) },
  ],
  'evidence-before-feedback': [{ spoil: ({ evidence }) => change(evidence, 0, { date: '2025-08-20' }) }],
  'evidence-after-completion': [{ spoil: ({ evidence }) => change(evidence, 1, { date: '2026-05-20' }) }],
  'evidence-period': [
    { spoil: ({ evidence }) => change(evidence, 2, { period: '' }) },
    { spoil: ({ evidence }) => change(evidence, 2, { period: '4月' }) },
  ],
  'period-date': [{ spoil: ({ evidence }) => change(evidence, 2, { date: '2026-03-31' }) }],
  'period-missed': [
    { spoil: ({ evidence }) => change(evidence, 2, { period: '2026-05' }) },
    { spoil: ({ measures }) => change(measures, 3, { startOn: null }) },
  ],
  'cancelled-without-reason': [
    { spoil: ({ measures }) => add(measures, { id: '2-2', issue: 2, content: '更换打卡设备。', state: '已取消' }) },
  ],
  'closed-before-done': [
    { spoil: ({ measures }) => change(measures, 1, { state: '进行中', doneOn: null }) },
    { spoil: ({ issues }) => change(issues, 0, { closedOn: '2026-03-15' }) },
    { spoil: ({ issues }) => change(issues, 0, { closedOn: '2026-03-15', doneOn: null }) },
  ],
  'date-order': [
    { spoil: ({ settings }) => Object.assign(settings, { inspectedTo: '2025-08-01' }) },
    { spoil: ({ settings }) => Object.assign(settings, { reportOn: '2025-10-01' }) },
    { spoil: ({ settings }) => Object.assign(settings, { feedbackOn: '2026-12-16', dueOn: null }) },
    { spoil: ({ measures }) => change(measures, 0, { doneOn: '2025-11-30' }) },
    { spoil: ({ measures }) => change(measures, 0, { doneOn: '2026-11-30' }) },
    { spoil: ({ issues }) => change(issues, 0, { closedOn: '2026-07-01' }) },
    { spoil: ({ issues }) => change(issues, 1, { deadline: '2025-06-30' }) },
    { spoil: ({ measures }) => change(measures, 2, { deadline: '2026-08-31' }) },
    { spoil: ({ evidence }) => change(evidence, 2, { date: '2026-09-01' }) },
  ],
  overdue: [
    { spoil: ({ issues }) => change(issues, 1, { deadline: '2026-05-31' }) },
    { spoil: ({ measures }) => change(measures, 2, { deadline: '2026-06-01' }) },
  ],
  'document-overdue': [
    { spoil: ({ documents }) => add(documents, { id: '2026-001', title: '关于报送进展的函', dueOn: '2026-05-29' }) },
  ],
  'vague-deadline': [
    { spoil: ({ issues }) => change(issues, 1, { deadline: null }) },
    { spoil: ({ measures }) => change(measures, 3, { period: '' }) },
    { spoil: ({ measures }) => add(measures, { id: '2-2', issue: 2, content: '条件成熟时增设自动水位站。' }) },
  ],
  'copied-measure': [
    {
      spoil: ({ measures }) => {
        add(measures, { id: '2-2', issue: 2, content: INSPECTED });
        add(measures, { id: '3-2', issue: 3, content: INSPECTED.replace('12座', '各') });
      },
    },
  ],
  'copied-finding': [
    {
      spoil: ({ measures }) =>
        change(measures, 0, {
          content: '针对2023年以来有3个项目的招标文件未经党组会审议、评标专家抽取记录不全，认真加以整改。',
        }),
    },
  ],
  'paper-only': [
    { spoil: ({ measures }) => change(measures, 2, { content: '召开巡查工作会议，传达上级文件，组织全员学习。' }) },
  ],
  'no-data': [{ spoil: ({ measures }) => change(measures, 1, { result: '有关记录均已补齐，经办人员已经约谈。' }) }],
  'no-inference': [{ spoil: ({ issues }) => change(issues, 0, { inference: ' ' }) }],
  placeholder: [
    { spoil: ({ measures }) => change(measures, 2, { content: '对XX水库逐座核定巡查路线，每月抽查。' }) },
    { spoil: ({ issues }) => change(issues, 1, { person: '张三' }) },
    { spoil: ({ issues }) => change(issues, 1, { effect: '反馈的{{反馈问题数}}个问题逐项落实。' }) },
    { spoil: ({ settings }) => Object.assign(settings, { contact: '联系电话：0999-12345678' }) },
  ],
  'formula-in-text': [
    {
      spoil: () => {},
      faults: [
        {
          code: 'formula-in-text',
          tab: '整改措施',
          cell: 'C3',
          message:
            '整改措施 C3（措施内容）：是公式（=A1&B1），程序按显示结果读取且不会改动它，请确认或改为直接填写的内容。',
        },
      ],
    },
  ],
  'link-form': [{ spoil: ({ evidence }) => change(evidence, 3, { location: 'www.qinghe.example/zhenggai' }) }],
  'document-number': [
    { spoil: ({ evidence }) => change(evidence, 0, { documentNumber: '青水党组[2026]4号' }) },
    { spoil: ({ evidence }) => change(evidence, 0, { documentNumber: '党组2026年第4份文件' }) },
    { spoil: ({ documents }) => add(documents, { id: '2026-001', documentNumber: '青巡办〔2025〕第012号' }) },
    {
      spoil: ({ outcomes }) =>
        add(outcomes, { id: 'C01', kind: '制度修订', matter: '招标管理办法', documentNumber: '青水党组〔2026〕4' }),
    },
  ],
  'half-width': [{ spoil: ({ issues }) => change(issues, 1, { title: '小型水库巡查,流于形式' }) }],
  'pause-mark': [
    { spoil: ({ measures }) => change(measures, 2, { content: '逐座核定“坝”、“渠”、“闸”巡查路线，每月抽查。' }) },
  ],
  'enumeration-order': [
    { spoil: ({ issues }) => change(issues, 1, { effect: '一是路线核定。三是打卡留痕。' }) },
    { spoil: ({ issues }) => change(issues, 1, { effect: '（1）路线核定；（2）打卡留痕；（2）按月抽查。' }) },
  ],
};
