/** A new draft that keeps what was edited by hand in issues and paragraphs the ledger has not changed. */
import { describe, expect, test } from '@jest/globals';
import type { Block, ReportDocument } from '../../../src/report/document';
import { keepHandEdits, linesOfReport } from '../../../src/report/reconcile';
import { edited, ISSUES, reportOf, textsOf } from './texts';

const THEN = reportOf();
const BASE = linesOfReport(THEN);
const TEXTS = textsOf(THEN);

const NEW = { title: '关于“河道采砂监管不力”的问题。', text: ['查处非法采砂5起。'] };
/** An issue more before the last, and the second one changed. */
const NOW = reportOf({
  issues: { ...ISSUES, 2: { title: ISSUES[2]?.title ?? '', text: ['清理水费台账2050户。'] }, 3: NEW },
  aspects: [
    { name: '履行职责方面', issues: [3, 1, 2] },
    { name: '党的建设方面', issues: [5] },
  ],
});

const kinds = ({ blocks }: ReportDocument): string[] => blocks.map(({ kind }) => kind);

describe('an issue the ledger left as it was', () => {
  test('keeps its edited headline under the number it has now, and its edited, added and removed paragraphs', () => {
    const published = edited(TEXTS, {
      '1.关于“水库巡查流于形式”的问题。': '1.关于“水库巡查走过场”的问题。',
      '一是配备巡查终端36台。二是每周通报巡查轨迹（含夜间；节假日除外），整改到位。': [
        '一是配备巡查终端36台。二是每日通报巡查轨迹（含夜间；节假日除外），整改到位。',
        '三是巡查情况计入考核。',
      ],
    });
    const { document, kept, dropped } = keepHandEdits(NOW, BASE, published);
    const expected = edited(textsOf(NOW), {
      '2.关于“水库巡查流于形式”的问题。': '2.关于“水库巡查走过场”的问题。',
      '一是配备巡查终端36台。二是每周通报巡查轨迹（含夜间；节假日除外），整改到位。': [
        '一是配备巡查终端36台。二是每日通报巡查轨迹（含夜间；节假日除外），整改到位。',
        '三是巡查情况计入考核。',
      ],
    });
    expect(textsOf(document)).toEqual(expected);
    expect(dropped).toEqual([]);
    expect(kept.map(({ about, published: text }) => [about, text])).toEqual([
      [1, '1.关于“水库巡查走过场”的问题。'],
      [1, '二是每日通报巡查轨迹（含夜间；节假日除外），整改到位。'],
      [1, '三是巡查情况计入考核。'],
    ]);
    const own = document.blocks.filter((block) => 'about' in block && block.about === 1);
    expect(own.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph']);
  });

  test('keeps a paragraph left out, and the numbers of its paragraphs as they were published', () => {
    const issues = {
      1: { title: '关于“水库巡查流于形式”的问题。', text: ['（1）配备终端。', '（2）每周通报。', '（3）计入考核。'] },
    };
    const report = reportOf({ issues, aspects: [{ name: '履行职责方面', issues: [1] }] });
    const published = edited(textsOf(report), { '（2）每周通报。': [], '（3）计入考核。': '（2）计入考核。' });
    const { document, kept } = keepHandEdits(report, linesOfReport(report), published);
    expect(textsOf(document)).toEqual(published);
    expect(kept.map(({ base }) => base)).toEqual(['（2）每周通报。']);
  });

  test('keeps the typeface of a headline that runs on', () => {
    const runIn = (head: string, text: string): Block => ({
      kind: 'paragraph',
      runs: [{ text: head, level: 3 }, { text }],
      about: 1,
    });
    const of = (block: Block): ReportDocument => ({ ...THEN, blocks: [block] });
    const report = of(runIn('1.关于“水库巡查流于形式”的问题。', '配备巡查终端36台。'));
    const published = ['1.关于“水库巡查走过场”的问题。配备巡查终端40台，专人管理。'];
    expect(keepHandEdits(report, linesOfReport(report), published).document).toEqual(
      of(runIn('1.关于“水库巡查走过场”的问题。', '配备巡查终端40台，专人管理。')),
    );
  });

  test('keeps a headline drawn into its paragraph, and a paragraph divided', () => {
    const published = edited(TEXTS, {
      '3.关于“支部学习敷衍了事”的问题。': [],
      '制定年度学习计划，全年集中学习12次。': '3.关于“支部学习敷衍了事”的问题。制定年度学习计划，全年集中学习14次。',
      '清理水费台账1820户；退还多收水费4.6万元。': ['清理水费台账1820户；', '退还多收水费4.6万元。'],
    });
    const { document } = keepHandEdits(THEN, BASE, published);
    expect(textsOf(document)).toEqual(published);
    expect(document.blocks.filter((block) => 'about' in block && block.about === 5)).toEqual([
      {
        kind: 'paragraph',
        about: 5,
        runs: [
          { text: '3.关于“支部学习敷衍了事”的问题。', level: 3 },
          { text: '制定年度学习计划，全年集中学习14次。' },
        ],
      },
    ]);
  });

  test('stays when it was left out altogether, and that is told', () => {
    const published = edited(TEXTS, {
      '3.关于“支部学习敷衍了事”的问题。': [],
      '制定年度学习计划，全年集中学习12次。': [],
    });
    const { document, kept, dropped } = keepHandEdits(THEN, BASE, published);
    expect(document).toEqual(THEN);
    expect(kept).toEqual([]);
    expect(dropped.map(({ about, base }) => [about, base])).toEqual([
      [5, '3.关于“支部学习敷衍了事”的问题。'],
      [5, '制定年度学习计划，全年集中学习12次。'],
    ]);
  });
});

describe('an issue the ledger changed', () => {
  test('is printed as the ledger has it; what was edited by hand is told as dropped', () => {
    const published = edited(TEXTS, { '建立按月核对制度。': ['建立按季核对制度。', '水费收支每季度公示。'] });
    const { document, kept, dropped } = keepHandEdits(NOW, BASE, published);
    expect(document).toEqual(NOW);
    expect(kept).toEqual([]);
    expect(dropped.map(({ kind, published: text }) => [kind, text])).toEqual([
      ['both', '建立按季核对制度。'],
      ['hand', '水费收支每季度公示。'],
    ]);
  });
});

describe('the narrative', () => {
  test('keeps paragraphs edited, added and removed, of headings the text only', () => {
    const published = edited(TEXTS, {
      '现将整改情况通报如下。': [],
      '局党组召开专题会议9次，研究整改事项。压实各级责任。': [
        '局党组召开专题会议11次，研究整改事项。压实各级责任。',
        '成立工作专班。',
      ],
      '（二）党的建设方面': '（二）全面从严治党方面',
      '欢迎干部群众监督。': ['欢迎干部群众监督。', '监督电话另行公布。'],
    });
    const { document, kept, dropped } = keepHandEdits(THEN, BASE, published);
    expect(textsOf(document)).toEqual(published);
    expect([kept.length, dropped.length]).toEqual([5, 0]);
    expect(kinds(document).filter((kind) => kind === 'heading')).toHaveLength(5);
    expect(kinds(document).slice(-4)).toEqual(['paragraph', 'paragraph', 'blank', 'signature']);
  });

  test('paragraphs the ledger changed are the ledger’s', () => {
    const now = reportOf({ closing: ['对长期坚持的事项每月复查。', '欢迎干部群众监督。'] });
    const published = edited(TEXTS, {
      '对长期坚持的事项每季度复查。': '对长期坚持的事项每季度复查并通报。',
      '欢迎干部群众监督。': '欢迎广大干部群众监督。',
    });
    const { document, kept, dropped } = keepHandEdits(now, BASE, published);
    expect(textsOf(document)).toEqual(edited(textsOf(now), { '欢迎干部群众监督。': '欢迎广大干部群众监督。' }));
    expect(kept.map(({ kind, published: text }) => [kind, text])).toEqual([['hand', '欢迎广大干部群众监督。']]);
    expect(dropped.map(({ kind, published: text }) => [kind, text])).toEqual([
      ['both', '对长期坚持的事项每季度复查并通报。'],
    ]);
  });

  test('does not say twice what the ledger says too by now', () => {
    const closing = ['对长期坚持的事项每季度复查。', '设立意见箱3处。', '欢迎干部群众监督。'];
    const now = reportOf({ closing });
    expect(keepHandEdits(now, BASE, textsOf(now))).toEqual({ document: now, kept: [], dropped: [] });
  });
});

describe('what is neither heading nor paragraph', () => {
  const rows = [
    ['1', '水库巡查流于形式', '已完成'],
    ['2', '灌区水费台账混乱', '正在整改'],
  ];
  const report = reportOf({ rows });
  const texts = textsOf(report);

  test('is never touched: title, signature and tables are the ledger’s', () => {
    const published = [
      ...edited(texts, {
        中共云泽县水利局党组关于巡察整改情况的通报: '中共云泽县水利局党组关于集中整改情况的通报',
        '2026年9月15日': '2026年9月20日',
        '2\t灌区水费台账混乱\t正在整改': ['2\t灌区水费台账混乱\t基本完成', '3\t支部学习敷衍了事\t已完成'],
      }),
      '表后另起的一段。',
    ];
    const { document, kept, dropped } = keepHandEdits(report, linesOfReport(report), published);
    expect(document).toEqual(report);
    expect(kept).toEqual([]);
    expect(dropped).toHaveLength(5);
  });

  test('leaves room for paragraphs before and after it', () => {
    const published = edited(texts, {
      中共云泽县水利局党组关于巡察整改情况的通报: [
        '（送审稿）',
        '中共云泽县水利局党组关于巡察整改情况的通报',
        '各科室、各站所：',
      ],
    });
    const { document, kept } = keepHandEdits(report, linesOfReport(report), published);
    expect(textsOf(document)).toEqual(published);
    expect(kinds(document).slice(0, 4)).toEqual(['paragraph', 'title', 'blank', 'paragraph']);
    expect(kept).toHaveLength(2);
  });
});

test('nothing is kept of a document that is another one, of an empty one, or without a base', () => {
  const other = ['关于召开年度工作会议的通知', '请各单位准时参加。'];
  for (const [base, published] of [
    [BASE, other],
    [BASE, []],
    [[], TEXTS],
  ] as const) {
    const { document, kept } = keepHandEdits(THEN, base, published);
    expect(document).toEqual(THEN);
    expect(kept).toEqual([]);
  }
});
