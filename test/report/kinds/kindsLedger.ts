/** A fictitious county transport bureau with something for every kind of report, as of 24 November 2026. */
import type { Ledger } from '../../../src/ledger/ledger';
import type { ReportDocument } from '../../../src/report/document';
import { composeKind, type KindOptions, type ReportKind } from '../../../src/report/kinds';
import { textOf } from '../../../src/report/text';
import { closing, logged, mail, type Told } from '../../progress/logged';
import { ledgerOf } from '../../support/ledgerOf';

export const TODAY = '2026-11-24';
/** The notice of 31 July; 办理记录 had 19 rows then. */
export const SINCE = { version: 1, basis: 19, generatedAt: '2026-07-31T10:00:00+08:00' };

const person = (
  name: string,
  role: '部门负责人' | '整改办' | '分管领导' | '主要负责人' | '经办人',
  department: string,
  position: string,
) => ({ mail: mail(name), name, role, department, position });

const roads = { aspect: '公路管养方面', department: '养护股', leader: '卫兰', person: '江一舟' } as const;
const funds = { aspect: '资金管理方面', department: '财务股', leader: '严格', person: '丁远' } as const;
const bounded = { deadlineKind: '限期整改' } as const;

/**
 * Then (31 July): 1 closed, 2 closed, 3 ongoing, 4 to 6 under way, 7 not begun, 8 not there. Since: 2 reopened, 4 closed,
 * 5 extended, 6 terminated, 7 not begun still, 8 came; 9 is not public, closed since.
 */
export function kindsLedger(parts: NonNullable<Parameters<typeof ledgerOf>[0]> = {}): Ledger {
  const { settings, ...tables } = parts;
  const started = [1, 2, 3, 4, 5, 6, 9].map((issue): Told => ['2026-04-01', '启动', issue, due(issue)]);
  return ledgerOf({
    settings: {
      unit: '云溪县交通运输局',
      inspectionTeam: '县委第一巡察组',
      round: '十四届县委第六轮',
      feedbackOn: '2026-03-20',
      fedBack: 9,
      chain: '部门负责人→整改办→主要负责人',
      ...settings,
    },
    people: [
      person('江一舟', '经办人', '养护股', '养护股科员'),
      person('丁远', '经办人', '财务股', '财务股科员'),
      person('沐青', '部门负责人', '养护股', '养护股股长'),
      person('任佳', '整改办', '办公室', '办公室主任'),
      person('卫兰', '分管领导', '局领导', '副局长'),
      person('严格', '主要负责人', '局领导', '党组书记、局长'),
    ],
    issues: [
      { ...roads, ...bounded, number: 1, title: '县道坑槽修补不及时', state: '已销号', closedOn: '2026-06-15' },
      {
        ...roads,
        ...bounded,
        number: 2,
        title: '桥梁巡查记录缺失',
        state: '重新整改',
        deadline: '2026-12-31',
        firstDeadline: '2026-06-30',
        closedOn: '2026-06-20',
        round: 2,
      },
      {
        ...roads,
        number: 3,
        title: '治超宣传不经常',
        deadlineKind: '长期坚持',
        state: '长期坚持',
        closedOn: '2026-07-10',
      },
      {
        ...funds,
        ...bounded,
        number: 4,
        title: '养护资金拨付滞后',
        state: '已销号',
        deadline: '2026-10-31',
        closedOn: '2026-10-20',
        effect: '拨付养护资金86.5万元。',
      },
      {
        ...funds,
        ...bounded,
        number: 5,
        title: '工程尾款清算缓慢',
        detail: '某标段尾款挂账三年。',
        state: '整改中',
        deadline: '2026-12-31',
        firstDeadline: '2026-09-30',
      },
      { ...funds, ...bounded, number: 6, title: '站所资产未划转', state: '已终止', deadline: '2026-10-31' },
      { ...roads, ...bounded, number: 7, title: '路产档案不全', state: '未启动', deadline: '2026-12-20', leader: '' },
      { ...funds, ...bounded, number: 8, title: '票据管理不规范', state: '整改中', deadline: '2026-12-25' },
      {
        ...funds,
        ...bounded,
        number: 9,
        title: '线索移送不及时',
        state: '已销号',
        deadline: '2026-09-30',
        closedOn: '2026-09-10',
        publicity: '不公开',
      },
    ],
    measures: [
      { id: '1-1', issue: 1, content: '修补坑槽1260处。', state: '已完成', doneOn: '2026-06-01' },
      { id: '1-2', issue: 1, content: '建立日巡夜查制度。', state: '已完成', doneOn: '2026-05-20' },
      { id: '2-1', issue: 2, content: '补建桥梁巡查台账42座。', state: '进行中', person: '江一舟' },
      { id: '3-1', issue: 3, content: '每月开展治超宣传。', period: '每月', state: '进行中' },
      {
        id: '4-1',
        issue: 4,
        content: '按月拨付养护资金。',
        result: '拨付养护资金86.5万元。',
        state: '已完成',
        doneOn: '2026-10-10',
      },
      { id: '5-1', issue: 5, content: '逐笔核对尾款。', state: '已完成', doneOn: '2026-08-30' },
      { id: '5-2', issue: 5, content: '结清尾款。', state: '进行中' },
      { id: '5-3', issue: 5, content: '另行招标。', state: '已取消', result: '不再需要。' },
      { id: '9-1', issue: 9, content: '移送线索2件。', state: '已完成', doneOn: '2026-09-01' },
    ],
    evidence: [
      {
        id: '1-1-01',
        issue: 1,
        measure: '1-1',
        type: '照片影像',
        name: '坑槽修补前后照片',
        date: '2026-06-02',
        location: '云交档2026-011',
      },
      {
        id: '1-2-01',
        issue: 1,
        measure: '1-2',
        type: '制度文件',
        name: '县道日巡夜查办法',
        documentNumber: '云交发〔2026〕18号',
        date: '2026-05-20',
        location: '云交档2026-012',
      },
      {
        id: '4-1-01',
        issue: 4,
        measure: '4-1',
        type: '票据凭证',
        name: '拨付凭证',
        date: '2026-10-10',
        location: '财2026-77',
      },
    ],
    outcomes: [
      { id: 'C01', kind: '制度新建', matter: '县道日巡夜查办法', date: '2026-05-20', public: true },
      { id: 'C02', kind: '制度修订', matter: '养护资金拨付办法', date: '2026-09-05', public: true },
      {
        id: 'C03',
        kind: '资金追缴',
        matter: '追缴超付工程款',
        date: '2026-10-08',
        quantity: 7.132,
        unit: '万元',
        public: true,
      },
      { id: 'C04', kind: '会议', matter: '党组会专题研究整改', date: '2026-04-02', documentNumber: '〔2026〕6号' },
      { id: 'C05', kind: '会议', matter: '整改推进会', date: '2026-08-12' },
    ],
    log: logged(
      ...started,
      ...closing(1, '2026-06-10', '2026-06-15'),
      ...closing(2, '2026-06-12', '2026-06-20'),
      ['2026-07-01', '申请长期坚持', 3],
      ['2026-07-10', '签批', 3, { actor: mail('严格'), step: '主要负责人' }],
      ['2026-07-10', '转长期坚持', 3, { actor: mail('严格') }],
      ['2026-07-20', '进展', 5, { reason: '尾款已核对。' }],
      [
        '2026-08-05',
        '抽样',
        0,
        { subject: '问题台账', actor: mail('任佳'), reason: '种子云溪，比例0.5，抽中2个：1、2' },
      ],
      [
        '2026-08-10',
        '回头看',
        1,
        { actor: mail('任佳'), reasonClass: '巩固', reason: '现场查看，坑槽未复现。', round: 1 },
      ],
      ['2026-08-11', '回头看', 2, { actor: mail('任佳'), reasonClass: '反弹', reason: '三座桥无巡查记录。', round: 1 }],
      [
        '2026-08-15',
        '重新整改',
        2,
        { actor: mail('任佳'), reasonClass: '回头看', reason: '三座桥无巡查记录。', deadline: '2026-12-31', round: 2 },
      ],
      ['2026-08-20', '导入', 8, { to: '整改中', reason: '补充反馈', round: 1 }],
      ...closing(9, '2026-09-01', '2026-09-10'),
      ['2026-09-20', '申请延期', 5, { reasonClass: '资金程序', reason: '财政评审未完成。', deadline: '2026-12-31' }],
      [
        '2026-09-25',
        '延期',
        5,
        { actor: mail('严格'), reason: '资金程序：财政评审未完成。', deadline: '2026-12-31', step: '主要负责人' },
      ],
      ['2026-10-10', '申请销号', 4, { step: '部门负责人→主要负责人', round: 1, decidedOn: 'a1b2c3d4e5f6a7b8c9d0' }],
      ['2026-10-15', '签批', 4, { actor: mail('沐青'), step: '部门负责人', round: 1 }],
      [
        '2026-10-20',
        '签批',
        4,
        { actor: mail('任佳'), step: '主要负责人', actingFor: mail('严格'), reason: '同意销号', round: 1 },
      ],
      ['2026-10-20', '销号', 4, { actor: mail('任佳'), round: 1 }],
      ['2026-11-01', '终止', 6, { actor: mail('严格'), reasonClass: '机构撤并', reason: '站所已撤并。' }],
    ),
    ...tables,
  });
}

function due(issue: number) {
  return { deadline: issue === 5 || issue === 9 ? '2026-09-30' : issue < 3 ? '2026-06-30' : '2026-10-31' };
}

export function optionsFor(ledger: Ledger, kind: ReportKind, more: Partial<KindOptions> = {}): KindOptions {
  const { people, delegations, settings } = ledger;
  const world = { people: people.records, delegations: delegations.records, settings, today: TODAY };
  return { kind, today: TODAY, world, issue: 4, since: SINCE, ...more };
}

/** The composed document; a refusal fails the test with its sentences. */
export function documentOf(kind: ReportKind, ledger = kindsLedger(), more: Partial<KindOptions> = {}): ReportDocument {
  const result = composeKind(ledger, optionsFor(ledger, kind, more));
  if (!result.ok) throw new Error(result.faults.map(({ message }) => message).join('\n'));
  return result.value.document;
}

/** The lines a reader sees. */
export function linesOf(kind: ReportKind, ledger = kindsLedger(), more: Partial<KindOptions> = {}): string[] {
  return textOf(documentOf(kind, ledger, more)).split('\n');
}
