/** A fictitious water bureau with something for every part of 党组会材料, as of 24 November 2026. */
import type { Ledger } from '../../src/ledger/ledger';
import type { World } from '../../src/workflow/people';
import { closing, logged, mail, type Told } from '../progress/logged';
import { ledgerOf } from '../support/ledgerOf';

export const TODAY = '2026-11-24';

const person = (
  name: string,
  role: '部门负责人' | '整改办' | '分管领导' | '主要负责人' | '经办人',
  department: string,
) => ({
  mail: mail(name),
  name,
  role,
  department,
});

const shared = { deadlineKind: '限期整改', person: '江一舟' } as const;
const engineering = { ...shared, aspect: '工程管理方面', leader: '卫兰', department: '工程股' } as const;
const finance = { ...shared, aspect: '财务管理方面', leader: '严格', department: '财务股' } as const;

/**
 * Closed: 1 before the period, 2 within it and 6 imported; ongoing 7; terminated 8. Overdue: 3 (with an extension asked
 * for) and 5 (nobody said why). Waiting: 4 for 整改办. Open besides: 9.
 */
export function packLedger(): Ledger {
  return ledgerOf({
    settings: { unit: '青禾县水务局', feedbackOn: '2026-03-20', fedBack: 10, extensionRole: '主要负责人' },
    people: [
      person('江一舟', '经办人', '工程股'),
      person('沐青', '部门负责人', '工程股'),
      person('任佳', '整改办', '办公室'),
      person('卫兰', '分管领导', '局领导'),
      person('严格', '主要负责人', '局领导'),
    ],
    issues: [
      { ...engineering, number: 1, title: '泵站日志补记', deadline: '2026-06-30', state: '已销号' },
      { ...engineering, number: 2, title: '闸门检修不按期', deadline: '2026-11-30', state: '已销号' },
      { ...engineering, number: 3, title: '渠道清淤<尾款>未结', deadline: '2026-10-31', state: '整改中' },
      { ...engineering, number: 4, title: '竣工档案不全', deadline: '2026-12-31', state: '待审核' },
      {
        ...finance,
        number: 5,
        title: '水费欠缴清理缓慢',
        deadline: '2026-11-10',
        state: '整改中',
        leader: '卫兰、严格',
      },
      { ...finance, number: 6, title: '往来账款长期挂账', state: '已销号', closedOn: '2026-11-12' },
      { ...finance, number: 7, title: '节约用水宣传不经常', deadlineKind: '长期坚持', state: '长期坚持' },
      { ...finance, number: 8, title: '下属站所资产划转', deadline: '2026-12-31', state: '已终止' },
      { ...engineering, number: 9, title: '安全巡查走过场', deadline: '2026-12-20', state: '未启动', leader: '' },
    ],
    measures: [
      { id: '3-1', issue: 3, content: '核定工程量。', state: '已完成' },
      { id: '3-2', issue: 3, content: '结清尾款。', state: '进行中' },
      { id: '3-3', issue: 3, content: '另行招标。', state: '已取消' },
    ],
    log: logged(
      ...[1, 2, 3, 4, 5, 7, 8].map((issue): Told => ['2026-04-01', '启动', issue]),
      ...closing(1, '2026-06-10', '2026-06-15'),
      ['2026-10-20', '进展', 3, { reason: '工程量已核定。' }],
      ...closing(2, '2026-11-02', '2026-11-06'),
      ['2026-11-05', '转长期坚持', 7, { actor: mail('任佳') }],
      ['2026-11-18', '申请延期', 3, { reasonClass: '资金程序', reason: '尾款待县财政审核。', deadline: '2026-12-31' }],
      ['2026-11-19', '申请销号', 4],
      ['2026-11-20', '签批', 4, { actor: mail('沐青'), step: '部门负责人' }],
      ['2026-11-21', '终止', 8, { actor: mail('严格'), reasonClass: '机构撤并', reason: '站所已撤并。' }],
    ),
  });
}

export function worldOf({ people, delegations, settings }: Ledger): World {
  return { people: people.records, delegations: delegations.records, settings, today: TODAY };
}
