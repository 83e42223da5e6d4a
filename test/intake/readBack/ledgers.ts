/** Ledgers as units might fill them in, with texts that read like something else, for reports that are read back. */
import fc from 'fast-check';
import type { Issue, Measure, Narrative } from '../../../src/ledger/schema';
import { ISSUE_STATES, MEASURE_FORMS } from '../../../src/ledger/schema';
import { HEADLINE_FORMS, type Settings } from '../../../src/ledger/settings';
import { ledgerOf } from '../../support/ledgerOf';
import { FINDINGS, FURTHER, INTRODUCTION, LISTED, PLAIN } from './texts';

const pick = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const often = <T>(usual: fc.Arbitrary<T>, ...others: fc.Arbitrary<T>[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: usual }, ...others);

const unit = pick(
  '青禾县水务局',
  '栖云市关心下一代工作委员会办公室',
  '沧屿市住房公积金管理中心',
  '麦源县供销合作社联合社',
  '云溪县第一中学',
  '青禾县委巡察工作领导小组办公室',
  '岚溪县人民医院',
  '中共云溪县委党校',
  '',
);
const title = often(
  pick(''),
  pick(
    '无',
    '中共青禾县水务局党组关于落实县委巡察反馈意见整改进展情况的公告',
    '关于十四届县委第六轮巡察反馈意见集中整改情况的通报（公开版）',
    '岚溪县人民医院党委关于巡察整改情况的报告',
  ),
);

const contact = often(
  pick(''),
  fc
    .subarray([
      '联系人：局办公室',
      '联系电话：0999-5550001',
      '监督电话（工作日）：0999-5550002',
      '电子邮箱：swj@qinghe.example',
      '通信地址：青禾县人民路1号（邮编099900）',
      '邮政编码：099900',
    ])
    .map((lines) => lines.join('\n')),
);

export const VARIANTS = ['四部分', '两部分', '三部分', '统计在前'] as const;

const settings: fc.Arbitrary<Partial<Settings>> = fc.record({
  unit,
  partyBody: pick('党组', '党委', '委员会', '党总支', '党支部'),
  inspectionKind: pick('巡察', '巡视'),
  round: pick('', '十四届县委第六轮', '第二轮', '2025年第一轮'),
  inspectionTeam: pick('县委第二巡察组', '市委第十一巡视组', '县委巡察组'),
  inspectedFrom: pick('2025-03-03', '2024-12-20'),
  inspectedTo: pick('2025-03-18', '2025-04-30'),
  feedbackOn: pick('2025-05-06', '2025-11-30'),
  fedBack: pick(null, 25),
  variant: pick(...VARIANTS),
  numbering: pick('连续编号', '分方面编号'),
  headline: pick(...HEADLINE_FORMS),
  headlinePlace: pick('独立成段', '接排'),
  measureForm: pick(...MEASURE_FORMS),
  statistics: pick('自动', '有', '无'),
  attachment: pick('否', '否', '是'),
  title,
  signature: pick('单位和日期', '仅日期', '无'),
  signatory: pick('', '', '青禾县水务局党组', '中共岚溪县人民医院委员会'),
  reportOn: pick('2026-01-15', '2026-11-30'),
  contact,
});

const end = often(pick('。'), pick('；', '', '！', '”。'));
const close = (text: string, mark: string): string => (mark === '”。' ? `${text}，做到“件件有着落”。` : text + mark);
const sentence = fc.tuple(pick(...PLAIN), end).map(([text, mark]) => close(text, mark));
const long = fc.array(pick(...PLAIN), { minLength: 2, maxLength: 6 }).map((some) => `${some.join('。')}。`);
const listed = fc.tuple(pick(...LISTED), end).map(([text, mark]) => close(text, mark));
const inParagraphs = fc.tuple(pick(...PLAIN), pick(...FURTHER)).map(([first, next]) => `${first}。\n${next}。`);
const measureText = fc.oneof(
  { weight: 6, arbitrary: sentence },
  { weight: 2, arbitrary: long },
  { weight: 1, arbitrary: listed },
  { weight: 1, arbitrary: inParagraphs },
);

export interface DraftIssue {
  issue: Partial<Issue>;
  measures: Partial<Measure>[];
}

const measureDraft = fc.record({
  content: measureText,
  result: often(pick(''), measureText),
  state: often(pick('已完成' as const), pick('已取消' as const, '进行中' as const)),
});

const aspect = often(
  pick('政治建设方面', '在“履行职能”方面', '落实全面从严治党“两个责任”方面', '党的建设方面存在的问题'),
  pick(
    '',
    '关于选人用人方面',
    '关于选人用人方面的问题',
    '整改成效巩固方面',
    '2023年审计反馈问题整改方面',
    '二十大精神学习方面',
  ),
);
const group = often(pick(''), pick('制度执行', '作风建设方面', '关于学习', '人才培养'));

const issueDraft: fc.Arbitrary<DraftIssue> = fc
  .record({
    aspect,
    group,
    title: pick(...FINDINGS),
    state: pick(...ISSUE_STATES),
    publicity: often(pick('公开' as const), pick('概括公开' as const, '不公开' as const)),
    publicText: pick(
      '涉及内部管理的1个问题，已按要求整改',
      '该问题已完成整改。',
      '内部管理不够规范\n健全制度2项。',
      '个别事项审批不严\n一是完善流程。\n二是加强监督。',
    ),
    measureForm: often(pick('' as const), pick(...MEASURE_FORMS)),
    measureLead: often(
      pick(''),
      pick('针对上述问题，', '县局高度重视，采取以下措施：', '召开会议3次。\n', '主要做法：\n', '坚持问题导向。'),
    ),
    measureClosing: often(
      pick(''),
      pick('台账每月核对。', '责任单位：办公室；完成时限：2026年6月。', '长期坚持，不断巩固。\n定期通报。'),
    ),
    measures: fc.array(measureDraft, { maxLength: 4 }),
  })
  .map(({ measures, ...issue }) => ({ issue, measures }));

const bodyText = fc.oneof(
  { weight: 4, arbitrary: pick(...PLAIN).map((text) => `${text}。`) },
  { weight: 2, arbitrary: long },
  pick(
    '收到反馈后，{{党组织名称}}召开会议{{会议数}}次，一是学习意见，二是研究方案。',
    '{{反馈问题数}}个问题中已完成整改{{已完成数}}个，整改完成率{{完成率}}。',
    '截至{{报告日期}}，各项措施全部启动。\n制定措施{{措施总数}}项。',
  ),
);

type Row = Partial<Narrative>;
const numbered = fc.record({
  level: pick('（一）' as const, '1.' as const, '（1）' as const),
  title: pick('', '加强领导', '压实责任。', '抓“关键少数”', '关于责任落实', '针对反馈问题，逐条研究'),
  body: often(bodyText, pick('')),
});
const paragraph: fc.Arbitrary<Row> = fc.record({
  level: pick('段落' as const, '段落' as const, '' as const),
  title: often(pick(''), pick('加强领导')),
  body: bodyText,
});
const row: fc.Arbitrary<Row> = fc.oneof(paragraph, numbered);
const heading = (...titles: string[]): fc.Arbitrary<Row> =>
  fc.record({ level: pick('一、' as const), title: pick(...titles), body: often(pick(''), bodyText) });

/** The rows of a part that has a heading, of its own or the program's: none, some, or some under headings. */
function headed(first: fc.Arbitrary<Row>, rows: fc.Arbitrary<Row>, second?: fc.Arbitrary<Row>): fc.Arbitrary<Row[]> {
  const some = fc.array(rows, { maxLength: 3 });
  const under = fc.tuple(first, some).map(([title, own]) => [title, ...own]);
  if (!second) return fc.oneof(some, under);
  return fc.oneof(
    some,
    under,
    fc.tuple(under, second, some).map(([own, title, more]) => [...own, title, ...more]),
  );
}

const PARTS: readonly [part: Narrative['part'], rows: fc.Arbitrary<Row[]>][] = [
  [
    '引言',
    fc
      .tuple(
        fc.record({ level: pick('段落' as const), title: pick(''), body: pick(...INTRODUCTION) }),
        fc.array(row, { maxLength: 2 }),
      )
      .map(([first, rest]) => [first, ...rest]),
  ],
  [
    '组织整改',
    headed(
      heading('党组履行整改主体责任情况', '组织整改情况', '提高政治站位，压实整改责任', '党委组织整改落实情况'),
      row,
      heading('纪委履行监督责任情况', '班子成员落实“一岗双责”情况。'),
    ),
  ],
  [
    '第一责任人',
    headed(
      heading('党委书记履行第一责任人责任情况', '书记履行整改第一责任人职责情况', '落实“第一责任人”责任情况'),
      row,
      heading('纪委履行监督责任情况'),
    ),
  ],
  [
    '整改落实',
    headed(
      heading('巡察反馈问题整改落实情况', '整改进展情况', '问题整改落实情况', '反馈意见整改情况'),
      fc.oneof(paragraph, fc.record({ level: pick('（一）' as const), title: pick('总体进展', ''), body: bodyText })),
    ),
  ],
  ['整改成效', headed(heading('整改成效', '取得的主要成效', '整改工作成果'), row, heading('群众满意度'))],
  ['下一步打算', headed(heading('下一步打算', '后续工作安排', '持续巩固深化整改'), row)],
  [
    '结尾',
    fc
      .subarray(['欢迎广大干部群众监督。', '如有意见建议，请向局办公室反映。', '特此通报。'])
      .map((texts) => texts.map((body) => ({ level: '段落' as const, title: '', body }))),
  ],
];

const narrative: fc.Arbitrary<Row[]> = fc
  .tuple(...PARTS.map(([part, rows]) => rows.map((some) => some.map((one, i) => ({ ...one, part, order: i + 1 })))))
  .map((parts) => parts.flat());

export interface Draft {
  settings: Partial<Settings>;
  issues: DraftIssue[];
  narrative: Row[];
  /** Order in which the records stand in the ledger, and gaps between their numbers. */
  shuffle: number[];
  /** Rows of 下一步打算 for a report without level-one headings. */
  ahead: Row[];
}

const ahead: fc.Arbitrary<Row[]> = fc.oneof(
  pick<Row[]>([]),
  pick<Row[]>(
    [{ level: '段落', title: '', body: '下一步，局党组将继续抓好整改。' }],
    [{ level: '段落', title: '', body: '局党组将持续深化整改，不松劲。' }],
  ),
  fc
    .tuple(
      pick('下一步打算', '下一步工作打算。', '整改成效'),
      often(pick(''), bodyText),
      fc.array(row, { maxLength: 3 }),
    )
    .map(([title, body, rows]): Row[] => [{ level: '（一）', title, body }, ...rows]),
);

export const draft: fc.Arbitrary<Draft> = fc.record({
  settings,
  issues: fc.array(issueDraft, { minLength: 1, maxLength: 12 }),
  narrative,
  shuffle: fc.array(fc.nat(99), { minLength: 12, maxLength: 12 }),
  ahead: ahead.map((rows) => rows.map((one, i) => ({ ...one, part: '下一步打算' as const, order: i + 1 }))),
});

/** The draft's ledger: issues numbered with gaps, records out of order. */
export function ledgerFrom({ settings: own, issues, narrative: rows, shuffle, ahead: more }: Draft) {
  const order = issues.map((_, i) => i).sort((a, b) => (shuffle[a] ?? 0) - (shuffle[b] ?? 0) || a - b);
  const numberOf = (at: number): number => 2 * at + 1 + ((shuffle[0] ?? 0) % 5);
  const printed = own.variant === '统计在前' ? [...rows, ...more] : rows;
  // a placeholder without a value is refused
  const named = (body = ''): string => (own.unit === '' ? body.replace('{{党组织名称}}', '局党组') : body);
  return ledgerOf({
    settings: own,
    narrative: printed.map((one) => ({ ...one, body: named(one.body) })),
    issues: order.map((at) => ({ ...issues[at]?.issue, number: numberOf(at) })),
    measures: order.flatMap((at) =>
      (issues[at]?.measures ?? [])
        .map((measure, i) => ({ ...measure, id: `${numberOf(at)}-${i + 8}`, issue: numberOf(at) }))
        .reverse(),
    ),
  });
}
