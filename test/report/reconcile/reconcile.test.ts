/** 对账: what the ledger changed since a report was generated, what was edited by hand, and what both changed. */
import { describe, expect, test } from '@jest/globals';
import { type Change, linesOfReport, reconcile } from '../../../src/report/reconcile';
import { edited, ISSUES, type Parts, reportOf, textsOf } from './texts';

const NONE = { hand: 0, ledger: 0, both: 0, changes: [] };

/** The report of the parts generated then, as published, against the one of the parts now. */
function compared(then: Parts, published: readonly string[], now: Parts = then) {
  return reconcile(linesOfReport(reportOf(then)), published, linesOfReport(reportOf(now)));
}

function change(kind: Change['kind'], about: number | null, base: string, published: string, ledger: string): Change {
  return { kind, about, base, published, ledger };
}

const TEXTS = textsOf(reportOf());

describe('a report nobody touched', () => {
  test('is the same in every sentence', () => {
    expect(compared({}, TEXTS)).toEqual({ same: 19, ...NONE });
  });

  test('is the same with numbers shifted, spaces, half-width marks, empty paragraphs and page numbers', () => {
    const published = TEXTS.flatMap((text) => [
      `　　${text.replace(/，/g, ', ').replace('3.', '4. ').replace('（二）', '(三)')}  `,
      '',
      '— 3 —',
      '第 4 页 共 9 页',
    ]);
    expect(compared({}, published)).toMatchObject(NONE);
  });

  test('is the same with its title in one line, in two paragraphs, or broken by a soft line break', () => {
    const [first = '', second = ''] = ['中共云泽县水利局党组', '关于巡察整改情况的通报'];
    const [, ...rest] = TEXTS;
    for (const title of [[first + second], [first, second], [`${first}\n${second}`], [`${first}\u000b${second}`]]) {
      expect(compared({}, [...title, ...rest])).toMatchObject({ same: 19, ...NONE });
    }
  });

  test('is the same with its paragraphs divided or joined at sentence ends', () => {
    const published = edited(TEXTS, {
      '局党组召开专题会议9次，研究整改事项。压实各级责任。': [
        '局党组召开专题会议9次，研究整改事项。',
        '压实各级责任。',
      ],
      '清理水费台账1820户；退还多收水费4.6万元。': [],
      '建立按月核对制度。': '清理水费台账1820户；退还多收水费4.6万元。建立按月核对制度。',
    });
    expect(compared({}, published)).toMatchObject({ same: 19, ...NONE });
  });

  test('is the same where the ledger gives its issues and aspects in another order', () => {
    const aspects = [
      { name: '党的建设方面', issues: [5] },
      { name: '履行职责方面', issues: [2, 1] },
    ];
    expect(compared({}, TEXTS, { aspects })).toMatchObject(NONE);
    expect(compared({}, textsOf(reportOf({ aspects })))).toMatchObject(NONE);
  });
});

describe('what the ledger changed', () => {
  test('is told by issue and sentence, with the text of both', () => {
    const issues = {
      ...ISSUES,
      2: {
        title: '关于“灌区水费台账混乱”的问题。',
        text: ['清理水费台账2050户；退还多收水费4.6万元。', '建立按月核对制度。'],
      },
    };
    const [was, is] = ['清理水费台账1820户；', '清理水费台账2050户；'];
    expect(compared({}, TEXTS, { issues }).changes).toEqual([change('ledger', 2, was, was, is)]);
  });

  test('a new issue is sentences put in, and moves numbers only', () => {
    const issues = { ...ISSUES, 3: { title: '关于“河道采砂监管不力”的问题。', text: ['查处非法采砂5起。'] } };
    const aspects = [
      { name: '履行职责方面', issues: [1, 2, 3] },
      { name: '党的建设方面', issues: [5] },
    ];
    expect(compared({}, TEXTS, { issues, aspects }).changes).toEqual([
      change('ledger', 3, '', '', '3.关于“河道采砂监管不力”的问题。'),
      change('ledger', 3, '', '', '查处非法采砂5起。'),
    ]);
  });

  test('a new date is a change like any other', () => {
    const [was, is] = ['2026年9月15日', '2026年10月8日'];
    expect(compared({}, TEXTS, { date: is }).changes).toEqual([change('ledger', null, was, was, is)]);
  });
});

describe('what was edited by hand', () => {
  test('is paired with what it was, put in or left out', () => {
    const published = edited(TEXTS, {
      '3.关于“支部学习敷衍了事”的问题。': '3.关于“支部学习走过场”的问题。',
      '建立按月核对制度。': ['建立按月核对制度。', '水费收支每季度公示。'],
      '欢迎干部群众监督。': [],
    });
    expect(compared({}, published)).toMatchObject({
      same: 17,
      hand: 3,
      ledger: 0,
      both: 0,
      changes: [
        change('hand', 2, '', '水费收支每季度公示。', ''),
        change(
          'hand',
          5,
          '3.关于“支部学习敷衍了事”的问题。',
          '3.关于“支部学习走过场”的问题。',
          '3.关于“支部学习敷衍了事”的问题。',
        ),
        change('hand', null, '欢迎干部群众监督。', '', '欢迎干部群众监督。'),
      ],
    });
  });

  test('of a headline written anew belongs to its issue still', () => {
    const published = edited(TEXTS, { '2.关于“灌区水费台账混乱”的问题。': '2.账目不清，群众反映强烈。' });
    const was = '2.关于“灌区水费台账混乱”的问题。';
    expect(compared({}, published).changes).toEqual([change('hand', 2, was, '2.账目不清，群众反映强烈。', was)]);
  });

  test('of an issue that was moved as well is found in its new place', () => {
    const moved = [...TEXTS];
    const [head = '', text = ''] = moved.splice(TEXTS.indexOf('3.关于“支部学习敷衍了事”的问题。'), 2);
    moved.splice(TEXTS.indexOf('1.关于“水库巡查流于形式”的问题。'), 0, head, text.replace('12次', '14次'));
    expect(compared({}, moved).changes).toEqual([change('hand', 5, text, text.replace('12次', '14次'), text)]);
  });

  test('a paragraph put under another issue is left out here and put in there', () => {
    const one = '建立按月核对制度。';
    const published = edited(TEXTS, {
      [one]: [],
      '制定年度学习计划，全年集中学习12次。': ['制定年度学习计划，全年集中学习12次。', one],
    });
    expect(compared({}, published).changes).toEqual([change('hand', 2, one, '', one), change('hand', 5, '', one, '')]);
  });

  test('a section put in with a heading of its own is narrative', () => {
    const published = edited(TEXTS, {
      '制定年度学习计划，全年集中学习12次。': [
        '制定年度学习计划，全年集中学习12次。',
        '（三）其他事项',
        '机关食堂已另行安排。',
      ],
    });
    expect(compared({}, published).changes).toEqual([
      change('hand', null, '', '（三）其他事项', ''),
      change('hand', null, '', '机关食堂已另行安排。', ''),
    ]);
  });
});

describe('what both changed', () => {
  const issues = {
    ...ISSUES,
    5: { title: '关于“支部学习敷衍了事”的问题。', text: ['制定年度学习计划，全年集中学习15次。'] },
  };
  const was = '制定年度学习计划，全年集中学习12次。';

  test('is a conflict with three texts', () => {
    const byHand = '制定年度学习计划，全年集中学习12次，测试4次。';
    const { changes } = compared({}, edited(TEXTS, { [was]: byHand }), { issues });
    expect(changes).toEqual([change('both', 5, was, byHand, '制定年度学习计划，全年集中学习15次。')]);
  });

  test('is none when the ledger has caught up with the hand', () => {
    const published = edited(TEXTS, { [was]: '制定年度学习计划，全年集中学习15次。' });
    expect(compared({}, published, { issues })).toMatchObject(NONE);
    const closing = ['对长期坚持的事项每季度复查。', '设立意见箱3处。', '欢迎干部群众监督。'];
    expect(compared({}, textsOf(reportOf({ closing })), { closing })).toMatchObject({ same: 19, ...NONE });
  });
});

describe('tables', () => {
  const rows = [
    ['1', '水库巡查流于形式', '已完成'],
    ['2', '灌区水费台账混乱', '正在整改'],
    ['3', '支部学习敷衍了事', '长期坚持'],
  ];
  const texts = textsOf(reportOf({ rows }));

  test('are compared row by row; a header that comes again and shifted row numbers are none', () => {
    const published = texts.flatMap((text) => (text.startsWith('2\t') ? ['序号\t问题\t状态', text] : text));
    const now = [
      rows[0] ?? [],
      ['2', '河道采砂监管不力', '已完成'],
      ['3', '灌区水费台账混乱', '正在整改'],
      ['4', '支部学习敷衍了事', '长期坚持'],
    ];
    expect(compared({ rows }, published, { rows: now }).changes).toEqual([
      change('ledger', null, '', '', '2　河道采砂监管不力　已完成'),
    ]);
    const byHand = texts.map((text) => text.replace('正在整改', '基本完成'));
    expect(compared({ rows }, byHand).changes).toEqual([
      change(
        'hand',
        null,
        '2　灌区水费台账混乱　正在整改',
        '2　灌区水费台账混乱　基本完成',
        '2　灌区水费台账混乱　正在整改',
      ),
    ]);
  });

  test('are the same where the reader gives each cell as a paragraph', () => {
    const cells = texts.flatMap((text) => text.split('\t'));
    expect(compared({ rows }, cells)).toMatchObject(NONE);
    const byHand = cells.map((text) => (text === '正在整改' ? '基本完成' : text));
    expect(compared({ rows }, byHand)).toMatchObject({ ledger: 0, both: 0 });
    expect(compared({ rows }, byHand).changes.some(({ published }) => published.includes('基本完成'))).toBe(true);
  });
});

describe('without a base', () => {
  test('the published text and the ledger are compared alone', () => {
    const issues = { ...ISSUES, 1: { title: '关于“水库巡查流于形式”的问题。', text: ['一是配备巡查终端40台。'] } };
    const published = edited(TEXTS, { '欢迎干部群众监督。': ['欢迎干部群众监督。', '监督电话另行公布。'] });
    const { same, hand, ledger, both, changes } = reconcile([], published, linesOfReport(reportOf({ issues })));
    expect({ same, hand, ledger, both }).toEqual({ same: 17, hand: 3, ledger: 0, both: 0 });
    expect(changes).toEqual([
      change('hand', 1, '', '一是配备巡查终端36台。', '一是配备巡查终端40台。'),
      change('hand', 1, '', '二是每周通报巡查轨迹（含夜间；节假日除外），整改到位。', ''),
      change('hand', null, '', '监督电话另行公布。', ''),
    ]);
  });

  test('what the ledger alone has is told', () => {
    const published = edited(TEXTS, { '建立按月核对制度。': [] });
    const { changes } = reconcile([], published, linesOfReport(reportOf()));
    expect(changes).toEqual([change('ledger', 2, '', '', '建立按月核对制度。')]);
  });

  test('nothing against nothing is nothing', () => {
    expect(reconcile([], [], [])).toEqual({ same: 0, ...NONE });
    expect(reconcile(linesOfReport(reportOf()), [], [])).toMatchObject(NONE);
  });
});
