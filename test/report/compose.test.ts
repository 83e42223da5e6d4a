/** The report of a ledger as a reader sees it: variants, options and parts. */
import { describe, expect, test } from '@jest/globals';
import { ledgerOf } from '../support/ledgerOf';
import { composed, faultsOf, forestryBureau, linesOf, TODAY } from './reports';

describe('a four-part report', () => {
  test('runs from the title to the date, with every number computed', () => {
    expect(linesOf(forestryBureau())).toEqual([
      '中共竹溪湾县林业局党组关于巡察整改情况的通报',
      '现将巡察整改情况通报如下。',
      '一、党组抓整改情况',
      '1.提高站位。召开党组会4次研究整改。',
      '2.压实责任。班子成员逐条认领。',
      '二、问题整改落实情况',
      '（一）落实上级部署方面',
      '1.关于“林长制巡林记录不完整”的问题。',
      '一是统一印制巡林日志120册。二是每月抽查巡林轨迹并通报。',
      '2.关于“森林防火物资管理混乱”的问题。',
      '一是清点防火物资1360件套；二是建立出入库登记。',
      '（二）从严管党治党方面',
      '3.关于“公务接待审批手续不全”的问题。',
      '退回超标准接待费0.326万元。',
      '4.关于“党支部活动不经常”的问题。',
      '制定支部年度活动计划。',
      '三、下一步打算',
      '对长期坚持的事项每季度复查。',
      '欢迎干部群众监督。',
      '联系电话：0999-5550166',
      '电子邮箱：lyj@zhuxiwan.example',
      '中共竹溪湾县林业局党组',
      '2026年9月15日',
    ]);
  });

  test('without narrative has the usual headings for what there is', () => {
    const ledger = ledgerOf({
      settings: { unit: '竹溪湾县林业局', inspectionKind: '巡视' },
      issues: [{ number: 1, title: '学习不深入', aspect: '政治建设方面' }],
      narrative: [{ part: '组织整改', order: 1, level: '段落', body: '党组高度重视。' }],
    });
    expect(linesOf(ledger).slice(0, 5)).toEqual([
      '中共竹溪湾县林业局党组关于巡视整改情况的通报',
      '一、履行整改主体责任情况',
      '党组高度重视。',
      '二、巡视反馈问题整改落实情况',
      '（一）政治建设方面',
    ]);
  });
});

describe('a two-part report', () => {
  test('gives each issue its status and what was done, long-term ones never as completed', () => {
    const lines = linesOf(forestryBureau({ settings: { headline: '关于“{问题}”的问题' } }), { variant: '两部分' });
    const from = lines.indexOf('1.关于“林长制巡林记录不完整”的问题');
    expect(lines.slice(from, from + 3)).toEqual([
      '1.关于“林长制巡林记录不完整”的问题',
      '整改状态：已完成',
      '整改情况：一是统一印制巡林日志120册。二是每月抽查巡林轨迹并通报。',
    ]);
    expect(lines.filter((line) => line.startsWith('整改状态'))).toEqual([
      '整改状态：已完成',
      '整改状态：正在整改',
      '整改状态：阶段性完成',
      '整改状态：未完成',
    ]);
  });

  test('has its two headings where the narrative has none', () => {
    const ledger = forestryBureau({
      settings: { variant: '两部分' },
      narrative: [{ part: '组织整改', order: 1, level: '段落', body: '党组高度重视。' }],
    });
    expect(linesOf(ledger).filter((line) => /^[一二]、/.test(line))).toEqual([
      '一、组织整改落实情况',
      '二、整改进展情况',
    ]);
  });
});

describe('a report with the statistics first', () => {
  test('drops level-one headings and the numbers under them, and states the numbers before the issues', () => {
    const lines = linesOf(forestryBureau(), { variant: '统计在前' });
    expect(lines.slice(1, 6)).toEqual([
      '现将巡察整改情况通报如下。',
      '提高站位。召开党组会4次研究整改。',
      '压实责任。班子成员逐条认领。',
      '县委第三巡察组反馈问题4个，已完成整改1个、阶段性完成（长期坚持）1个、正在整改1个、未完成1个，整改完成率25%。',
      '（一）落实上级部署方面',
    ]);
    expect(lines.some((line) => /^[一二三四]、/.test(line))).toBe(false);
  });

  test('does not state the numbers twice', () => {
    const stated = {
      part: '引言',
      order: 1,
      level: '段落',
      body: '反馈问题4个，已完成整改1个，整改完成率25%。',
    } as const;
    const ledger = forestryBureau({ narrative: [stated] });
    expect(linesOf(ledger, { variant: '统计在前' }).filter((line) => line.includes('完成率'))).toHaveLength(1);
  });

  test('adds what the rectification yielded, disciplinary classes with their zeros', () => {
    const ledger = forestryBureau({
      outcomes: [
        { id: 'C1', kind: '资金追缴', quantity: 7.132, unit: '万元', public: true },
        { id: 'C2', kind: '制度修订', quantity: 2, unit: '项', public: true },
        { id: 'C3', kind: '谈话提醒', quantity: 3, unit: '人', public: true },
        { id: 'C4', kind: '党纪处分', quantity: 1, unit: '人', public: false },
      ],
    });
    expect(linesOf(ledger, { variant: '统计在前' }).find((line) => line.includes('完成率'))).toContain(
      '通过整改，修订制度2项；追缴资金7.132万元；党纪处分0人、政务处分0人、组织处理0人、诫勉0人、谈话提醒3人。',
    );
  });
});

describe('the statistics paragraph', () => {
  test.each(['四部分', '两部分'] as const)(
    'stands before the issues of a %s report when 设置 asks for it',
    (variant) => {
      const lines = linesOf(forestryBureau({ settings: { statistics: '有' } }), { variant });
      expect(lines[lines.indexOf('（一）落实上级部署方面') - 1]).toMatch(/反馈问题4个.*整改完成率25%。$/);
    },
  );

  test('is never written when 设置 says 无', () => {
    const lines = linesOf(forestryBureau({ settings: { statistics: '无' } }), { variant: '统计在前' });
    expect(lines.some((line) => line.includes('完成率'))).toBe(false);
  });
});

describe('numbers', () => {
  const grouped = (numbering: '连续编号' | '分方面编号') =>
    linesOf(
      ledgerOf({
        settings: { numbering, headline: '{问题}' },
        issues: [
          { number: 1, aspect: '履行职责方面', group: '谋划不足', title: '规划滞后' },
          { number: 2, aspect: '履行职责方面', group: '谋划不足', title: '调研不深' },
          { number: 3, aspect: '履行职责方面', group: '落实不力', title: '督办不严' },
          { number: 4, aspect: '廉政建设方面', title: '采购不规范' },
          { number: 5, aspect: '廉政建设方面', title: '报销不严格' },
        ],
      }),
    ).filter((line) => !line.startsWith('一、') && /^（|^\d/.test(line) && !line.includes('年'));

  test('run on over all aspects and groups, or restart in each', () => {
    expect(grouped('连续编号')).toEqual([
      '（一）履行职责方面',
      '1.谋划不足',
      '（1）规划滞后',
      '（2）调研不深',
      '2.落实不力',
      '（3）督办不严',
      '（二）廉政建设方面',
      '4.采购不规范',
      '5.报销不严格',
    ]);
    expect(grouped('分方面编号')).toEqual([
      '（一）履行职责方面',
      '1.谋划不足',
      '（1）规划滞后',
      '（2）调研不深',
      '2.落实不力',
      '（1）督办不严',
      '（二）廉政建设方面',
      '1.采购不规范',
      '2.报销不严格',
    ]);
  });

  test('follow 编号 however the rows are sorted', () => {
    const ledger = forestryBureau();
    const sorted = linesOf(ledger);
    ledger.issues.records.reverse();
    ledger.measures.records.reverse();
    ledger.narrative.records.reverse();
    expect(linesOf(ledger)).toEqual(sorted);
  });
});

describe('headlines', () => {
  const printed = (title: string, settings = {}): string | undefined =>
    linesOf(
      ledgerOf({ settings, issues: [{ number: 1, title }], measures: [{ id: '1-1', issue: 1, content: '已整改' }] }),
    )
      .slice(2)
      .find((line) => line.startsWith('1.'));

  test('are written in the form of 设置, and as they are when they are headlines already', () => {
    expect(printed('学习不深', { headline: '关于{问题}问题的整改' })).toBe('1.关于学习不深问题的整改');
    expect(printed('关于学习不深问题的整改情况', { headline: '关于“{问题}”的问题。' })).toBe(
      '1.关于学习不深问题的整改情况',
    );
    expect(printed('学习不深。')).toBe('1.学习不深。');
  });

  test('quote within quotation marks with single ones', () => {
    expect(printed('“双培养”落实不力')).toBe('1.关于“‘双培养’落实不力”的问题。');
    expect(printed('“双培养”落实不力', { headline: '{问题}' })).toBe('1.“双培养”落实不力');
  });

  test('may run on into what was done', () => {
    expect(printed('学习不深', { headlinePlace: '接排' })).toBe('1.关于“学习不深”的问题。已整改。');
    expect(printed('学习不深', { headlinePlace: '接排', headline: '{问题}' })).toBe('1.学习不深。已整改。');
  });
});

describe('issues that are not for everybody', () => {
  test('stay out, and the numbers close up', () => {
    const ledger = forestryBureau();
    for (const issue of ledger.issues.records) if (issue.aspect === '落实上级部署方面') issue.publicity = '不公开';
    const text = linesOf(ledger).join('\n');
    expect(text).not.toContain('巡林');
    expect(text).not.toContain('落实上级部署方面');
    expect(text).toContain('（一）从严管党治党方面\n1.关于“公务接待');
  });

  test('are put in general terms, and none of their own words are printed', () => {
    const ledger = forestryBureau();
    Object.assign(ledger.issues.records[1] ?? {}, {
      publicity: '概括公开',
      publicText: '防灾物资管理有差距，正在整改',
    });
    const text = linesOf(ledger).join('\n');
    expect(text).toContain('2.防灾物资管理有差距，正在整改。\n（二）');
    expect(text).not.toMatch(/防火物资|出入库/);
  });

  test('in general terms of several lines have a headline and a text', () => {
    const ledger = forestryBureau();
    Object.assign(ledger.issues.records[1] ?? {}, {
      publicity: '概括公开',
      publicText: '物资管理有差距\n已建立制度。',
    });
    expect(linesOf(ledger).join('\n')).toContain('2.关于“物资管理有差距”的问题。\n已建立制度。\n（二）');
  });

  test('refuse the report while the general terms are missing', () => {
    const ledger = forestryBureau();
    Object.assign(ledger.issues.records[1] ?? {}, { publicity: '概括公开', publicText: ' \n ' });
    expect(faultsOf(ledger)).toEqual([
      expect.objectContaining({ code: 'public-text-missing', tab: '问题台账', cell: 'X3', key: '2' }),
    ]);
    expect(faultsOf(ledger)[0]?.message).toContain('问题台账 X3（编号2）');
  });
});

describe('title and signature', () => {
  const first = (settings: object) => linesOf(forestryBureau({ settings }))[0];
  const last = (settings: object) => linesOf(forestryBureau({ settings })).slice(-2);

  test('the title is drawn up from the settings, as written, or left out', () => {
    expect(first({ round: '十五届县委第四轮', partyBody: '党委' })).toBe(
      '中共竹溪湾县林业局党委关于十五届县委第四轮巡察整改情况的通报',
    );
    expect(first({ title: '关于巡察集中整改\n进展情况的公告' })).toBe('关于巡察集中整改进展情况的公告');
    expect(first({ title: '无' })).toBe('现将巡察整改情况通报如下。');
  });

  test('the signature follows 设置', () => {
    expect(last({ signatory: '竹溪湾县林业局机关党委', reportOn: '2026-08-05' })).toEqual([
      '竹溪湾县林业局机关党委',
      '2026年8月5日',
    ]);
    expect(last({ signature: '仅日期' })).toEqual(['电子邮箱：lyj@zhuxiwan.example', '2026年9月15日']);
    expect(last({ signature: '无' })[1]).toBe('电子邮箱：lyj@zhuxiwan.example');
  });

  test('the document knows its title, its author and its date', () => {
    expect(composed(forestryBureau())).toMatchObject({
      title: '中共竹溪湾县林业局党组关于巡察整改情况的通报',
      author: '中共竹溪湾县林业局党组',
      date: TODAY,
    });
  });
});

test('an attached ledger is announced before the signature and follows on its own page', () => {
  const { blocks } = composed(forestryBureau({ settings: { attachment: '是' } }));
  expect(blocks.slice(-5).map(({ kind }) => kind)).toEqual([
    'blank',
    'attachments',
    'blank',
    'signature',
    'attachment',
  ]);
});

test('spaces and half-width marks are put right in whatever is printed', () => {
  const ledger = forestryBureau({
    narrative: [{ part: '引言', order: 1, level: '段落', body: '整改期限 :2026 年 3 月,共3 个月\r\n\r\n第二段\u0007' }],
  });
  expect(linesOf(ledger).slice(1, 3)).toEqual(['整改期限：2026年3月，共3个月', '第二段']);
});
