/** A well-kept ledger of a fictitious unit in which no rule finds anything; tests spoil one thing at a time. */
import { checkLedger } from '../../src/checks/catalogue';
import type { Finding } from '../../src/checks/finding';
import type { Fault } from '../../src/ledger/fault';
import type { Ledger, Table } from '../../src/ledger/ledger';
import { recordOf } from '../../src/ledger/records';
import type { IssueState, RecordOf, TabId } from '../../src/ledger/schema';
import { continueLog } from '../../src/workflow/chain';
import { ledgerOf } from '../support/ledgerOf';

export const TODAY = '2026-06-15';
export const SETTING_ROWS = {
  单位名称: 2,
  巡察开始日期: 7,
  巡察结束日期: 8,
  反馈日期: 9,
  反馈问题总数: 10,
  集中整改截止日期: 11,
  联系方式: 25,
  报告日期: 24,
};

/** The log of a ledger whose issues came in these states. */
function takenOver(states: readonly IssueState[]) {
  return continueLog(
    [],
    states.map((to, at) => ({
      at: '2026-04-01T09:00:00+08:00',
      actor: 'zhengban@qinghe.example',
      action: '导入',
      subject: `问题台账 ${at + 1}`,
      to,
    })),
  );
}

/** Three issues: 1 closed out, 2 under way with a monthly measure, 3 ongoing by decision. */
export function soundLedger(spoil: (ledger: Ledger) => void = () => {}): Ledger {
  const ledger = ledgerOf({
    log: takenOver(['已销号', '整改中', '长期坚持']),
    settings: {
      unit: '青禾县水务局',
      inspectionTeam: '县委第三巡察组',
      inspectedFrom: '2025-09-08',
      inspectedTo: '2025-11-07',
      feedbackOn: '2025-12-16',
      fedBack: 3,
      dueOn: '2026-06-30',
      contact: '联系电话：0999-6270318',
    },
    issues: [
      {
        number: 1,
        aspect: '落实全面从严治党责任方面',
        title: '水利工程招标把关不严',
        detail: '2023年以来有3个项目的招标文件未经党组会审议，评标专家抽取记录不全',
        deadlineKind: '立行立改',
        deadline: '2026-03-31',
        leader: '邹明远',
        department: '建设股',
        person: '高向群',
        state: '已销号',
        inference: '对近三年其余17个项目逐一复查，未发现同类问题',
        effect: '招标文件全部经会审后发布',
        doneOn: '2026-03-18',
        closedOn: '2026-03-26',
      },
      {
        number: 2,
        aspect: '落实党的理论和路线方针政策方面',
        title: '小型水库巡查流于形式',
        deadlineKind: '限期整改',
        deadline: '2026-06-30',
        leader: '邹明远、贺晓棠',
        department: '运管股',
        person: '丁一川',
        state: '整改中',
      },
      {
        number: 3,
        aspect: '落实党的理论和路线方针政策方面',
        title: '节水宣传不经常',
        deadlineKind: '长期坚持',
        leader: '贺晓棠',
        department: '水政股',
        person: '祁连',
        state: '长期坚持',
      },
    ],
    measures: [
      {
        id: '1-1',
        issue: 1,
        content: '修订《青禾县水务局工程招标管理办法》，招标文件须经建设股初审、党组会审定后发布。',
        state: '已完成',
        deadline: '2026-03-20',
        period: '一次',
        doneOn: '2026-03-10',
      },
      {
        id: '1-2',
        issue: 1,
        content: '补齐3个项目的评标专家抽取记录，约谈经办人员。',
        state: '已完成',
        period: '一次',
        doneOn: '2026-03-18',
        result: '补齐3个项目的评标专家抽取记录21份，约谈经办人员2名。',
      },
      {
        id: '2-1',
        issue: 2,
        content: '对全县12座小型水库逐座核定巡查路线，巡查人员到点打卡，每月抽查打卡记录。',
        state: '进行中',
        deadline: '2026-06-30',
        period: '每月',
        startOn: '2026-04-01',
      },
      {
        id: '3-1',
        issue: 3,
        content: '每季度进学校、进社区开展节水宣传，公布用水户节水名录。',
        state: '进行中',
        period: '每季度',
        startOn: '2026-04-01',
      },
    ],
    evidence: [
      {
        id: '1-1-01',
        issue: 1,
        measure: '1-1',
        type: '制度文件',
        name: '关于印发《青禾县水务局工程招标管理办法》的通知',
        documentNumber: '青水党组〔2026〕4号',
        date: '2026-03-10',
        location: '档号2026-007',
      },
      {
        id: '1-2-01',
        issue: 1,
        measure: '1-2',
        type: '台账资料',
        name: '评标专家抽取记录（补）',
        date: '2026-03-12',
        location: '档号2026-009',
      },
      {
        id: '2-1-01',
        issue: 2,
        measure: '2-1',
        type: '台账资料',
        name: '4月巡查打卡抽查表',
        date: '2026-05-06',
        period: '2026-04',
        location: '档号2026-015',
      },
      {
        id: '2-1-02',
        issue: 2,
        measure: '2-1',
        type: '台账资料',
        name: '5月巡查打卡抽查表',
        date: '2026-06-03',
        period: '2026年5月',
        location: 'https://files.qinghe.example/zhenggai/2-1-02',
      },
    ],
    narrative: [
      {
        part: '引言',
        order: 1,
        level: '段落',
        body: '2025年12月16日，县委第三巡察组向青禾县水务局党组反馈了巡察意见。',
      },
      {
        part: '整改成效',
        order: 1,
        level: '段落',
        body: '反馈的2个方面3个问题，已完成整改1个，阶段性完成1个，正在整改1个，整改完成率33.3%。',
      },
    ],
    people: [{ mail: 'ding@qinghe.example', name: '丁一川', role: '经办人' }],
  });
  spoil(ledger);
  return ledger;
}

/** Adds a record below the last row of a table. */
export function add<T extends TabId>(table: Table<T>, values: Partial<RecordOf<T>>): void {
  table.rows.push((table.rows[table.rows.length - 1] ?? 1) + 1);
  table.records.push(recordOf(table.tab, values));
}

/** Changes the record at a position. */
export function change<T extends TabId>(table: Table<T>, at: number, values: Partial<RecordOf<T>>): void {
  const record = table.records[at];
  if (record === undefined) throw new RangeError(`no record at ${at}`);
  Object.assign(record, values);
}

export function findingsIn(ledger: Ledger, code?: string, faults: Fault[] = []): Finding[] {
  const findings = checkLedger(ledger, faults, TODAY, SETTING_ROWS);
  return code === undefined ? findings : findings.filter((finding) => finding.code === code);
}

/** Cells and sentences of a rule's findings, as a user reads them. */
export function messagesOf(code: string, spoil: (ledger: Ledger) => void): string[] {
  return findingsIn(soundLedger(spoil), code).map(({ message }) => message);
}
