import { describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../src/ledger/ledger';
import { add, change, findingsIn, messagesOf, soundLedger } from './soundLedger';

const DESILT = '组织乡镇对淤积严重的14条排水沟逐条清淤，核定土方和费用，汛前全部验收。';

describe('copied-measure', () => {
  const copies = (ledger: Ledger): void => {
    add(ledger.measures, { id: '1-3', issue: 1, content: DESILT, state: '' });
    add(ledger.measures, { id: '2-2', issue: 2, content: DESILT });
    add(ledger.measures, { id: '3-2', issue: 3, content: DESILT.replace('，核定', '、核定') });
  };

  test('is told once for each pair, at the later measure, with the others in related', () => {
    const findings = findingsIn(soundLedger(copies), 'copied-measure');
    expect(findings.map(({ key, related }) => [key, related])).toEqual([
      ['2-2', ['1-3']],
      ['3-2', ['1-3', '2-2']],
    ]);
    expect(findings[1]?.message).toBe(
      '整改措施 C8（措施编号3-2）：与其他问题的措施1-3（相似度1.00）、2-2（相似度1.00）文字雷同。',
    );
  });

  test('compares what is printed: 落实情况 before 措施内容', () => {
    expect(
      messagesOf('copied-measure', (ledger) => {
        copies(ledger);
        change(ledger.measures, 5, { result: '已对3个乡镇的6条排水沟完成清淤，土方1.2万立方米。' });
        change(ledger.measures, 6, { result: '各灌区管理所已张贴节水海报260张。' });
      }),
    ).toEqual([]);
  });

  test('the same text within one issue, or in a cancelled measure, is no copy', () => {
    expect(
      messagesOf('copied-measure', ({ measures }) => {
        add(measures, { id: '2-2', issue: 2, content: DESILT });
        add(measures, { id: '2-3', issue: 2, content: DESILT });
        add(measures, { id: '3-2', issue: 3, content: DESILT, state: '已取消' });
      }),
    ).toEqual([]);
  });

  test('many copies are one finding for each later measure, naming three', () => {
    const findings = findingsIn(
      soundLedger(({ issues, measures }) => {
        for (let number = 4; number <= 12; number += 1) {
          add(issues, { number, aspect: '工程建设方面', title: `第${number}号渠道淤积` });
          add(measures, { id: `${number}-1`, issue: number, content: DESILT });
        }
      }),
      'copied-measure',
    );
    expect(findings).toHaveLength(8);
    expect(findings[7]?.message).toContain('4-1（相似度1.00）、5-1（相似度1.00）、6-1（相似度1.00）等8条文字雷同');
    expect(findings[7]?.related).toHaveLength(8);
  });
});

describe('copied-finding', () => {
  test('a measure that names the matter and says what was done is none', () => {
    const content = '补齐3个项目评标专家抽取记录，招标文件一律提交党组会审议，每季度由纪检组抽查。';
    expect(messagesOf('copied-finding', ({ measures }) => change(measures, 0, { content }))).toEqual([]);
  });
});

describe('paper-only and no-data', () => {
  test('a meeting named after a deed is still a meeting', () => {
    const content = '召开安全检查工作会议，学习《水库巡查办法》，传达上级要求。';
    expect(messagesOf('paper-only', ({ measures }) => change(measures, 2, { content }))).toEqual([
      '问题台账 D3（编号2）：各项措施都是开会、学习或发文，没有写出具体行动。',
    ]);
  });

  test('one deed or amount among the measures is enough', () => {
    expect(
      messagesOf('paper-only', ({ measures }) => change(measures, 2, { content: '召开现场会，追加管护经费6.4万元。' })),
    ).toEqual([]);
    expect(
      messagesOf('paper-only', ({ measures }) => {
        change(measures, 2, { content: '召开会议，传达学习文件精神。' });
        add(measures, { id: '2-2', issue: 2, content: '更换巡查打卡设备。' });
      }),
    ).toEqual([]);
  });

  test('a number in Chinese or a named document is data', () => {
    for (const result of ['约谈两名经办人员。', '修订《招标管理办法》并执行。', '补齐21份记录。']) {
      expect(messagesOf('no-data', ({ measures }) => change(measures, 1, { result }))).toEqual([]);
    }
  });
});

describe('stated-totals', () => {
  const say = (body: string) => (ledger: Ledger) => change(ledger.narrative, 1, { body });

  test.each([
    '反馈的三个问题，完成整改一个，阶段性完成一个，正在整改一个。',
    '反馈3个问题，已完成1个，整改完成率33%。',
    '反馈3个问题，已完成1个，整改完成率33.33%。',
    '反馈的{{反馈问题数}}个问题，已完成整改{{已完成数}}个，整改完成率{{完成率}}。',
    '在工程建设方面，反馈9个问题，已完成7个。',
    '制定整改措施4条，已完成2条，落实率50%。',
    '总体完成率33.3%。',
    '新订制度12项，已完成12项，诫勉0人。',
  ])('agrees with the records: %s', (body) => {
    expect(messagesOf('stated-totals', say(body))).toEqual([]);
  });

  test.each([
    ['反馈25个问题。', '文中写“反馈25个问题”，台账是3'],
    ['反馈的5个方面3个问题。', '文中写“5个方面”，台账是2'],
    ['反馈3个问题，已完成3个。', '文中写“已完成3个”，台账是1'],
    ['反馈的三个问题，均已整改完成。', '文中写“反馈的三个问题均已整改完成”，台账是1'],
    ['反馈3个问题，已完成1个，正在整改1个。', '文中各项之和1+1=2，与总数3不符'],
    ['反馈3个问题，已完成1个，整改完成率34.3%。', '文中写“整改完成率34.3%”，按所写的1/3应为33.33%'],
    ['整改完成率100%。', '文中写“整改完成率100%”，台账是1/3即33.33%'],
  ])('disagrees: %s', (body, fault) => {
    expect(messagesOf('stated-totals', say(body))).toEqual([`报告素材 E3（整改成效-1）：${fault}。`]);
  });

  test('what is not printed is not read', () => {
    expect(
      messagesOf('stated-totals', ({ narrative }) => change(narrative, 1, { part: '未归位', body: '反馈25个问题。' })),
    ).toEqual([]);
  });

  test('a count of measures weighs less than a count of issues', () => {
    const severity = (body: string): string[] =>
      findingsIn(soundLedger(say(body)), 'stated-totals').map((f) => f.severity);
    expect(severity('制定整改措施9条。')).toEqual(['warning']);
    expect(severity('制定整改措施9条，反馈5个问题。')).toEqual(['error']);
  });
});

describe('wording-public-status', () => {
  test('is silent when nothing is ongoing, or the ongoing are told apart', () => {
    const all = '反馈的3个问题已全部完成整改。';
    expect(
      messagesOf('wording-public-status', ({ issues, narrative }) => {
        change(issues, 2, { state: '已销号' });
        change(narrative, 1, { body: all });
      }),
    ).toEqual([]);
    expect(messagesOf('wording-public-status', ({ narrative }) => change(narrative, 1, { body: all }))).toHaveLength(1);
    expect(messagesOf('wording-public-status', () => {})).toEqual([]);
  });

  test('an intention is no claim', () => {
    for (const body of ['倒排工期，确保问题全部整改到位。', '把反馈的3个问题抓到底，力争全部完成。']) {
      const say = ({ narrative }: Ledger): void => change(narrative, 1, { body });
      expect(messagesOf('wording-public-status', say)).toEqual([]);
      expect(messagesOf('stated-totals', say)).toEqual([]);
    }
  });
});

describe('placeholder', () => {
  test('template marks belong in the narrative, masks and years are no fillers', () => {
    expect(
      messagesOf('placeholder', ({ narrative, settings, measures }) => {
        change(narrative, 1, { body: '反馈的{{反馈问题数}}个问题。' });
        Object.assign(settings, { contact: '联系人：丁一川\n联系电话：138****1234' });
        change(measures, 2, { content: '更换二〇〇三年建成的泵站设备2台。' });
      }),
    ).toEqual([]);
  });

  test('names the cell of a name, a phone, a bracket', () => {
    expect(
      messagesOf('placeholder', ({ people, settings, issues }) => {
        change(people, 0, { name: '李四' });
        Object.assign(settings, { unit: 'XX县水务局' });
        change(issues, 0, { effect: '收回资金（）万元。' });
      }),
    ).toEqual([
      '问题台账 S2（编号1）：有占位内容“（）”。',
      '名单 B2（邮箱ding@qinghe.example）：“李四”像是样例姓名。',
      '设置 B2（单位名称）：有占位内容“XX”。',
    ]);
  });
});

describe('punctuation', () => {
  test('half-width marks are one note for each cell, with the mark shown widened', () => {
    const [finding, ...others] = findingsIn(
      soundLedger(({ issues }) => change(issues, 0, { effect: '招标文件经会审(全部),发布及时;无投诉' })),
      'half-width',
    );
    expect(others).toEqual([]);
    expect(finding?.message).toBe('问题台账 S2（编号1）：“标文件经会审(全部),发布”用了半角标点，共4处。');
    expect(finding?.remedy).toBe('改为全角：“标文件经会审（全部），发布”。');
  });

  test('marks in numbers, in Latin and in internal columns are let be', () => {
    expect(
      messagesOf('half-width', ({ issues, measures }) => {
        change(issues, 0, { detail: '内部掌握,不公开', cause: '重视不够,管理不严' });
        change(measures, 2, { content: '抽查12:30前的打卡记录1,200条，网址 http://qinghe.example/a?b=1 。' });
      }),
    ).toEqual([]);
  });

  test('an enumeration that runs on and 、 between plain words are let be', () => {
    const content = '一是核定“坝”“渠”“闸”和泵站、涵洞的巡查路线；二是每月抽查。';
    expect(findingsIn(soundLedger(({ measures }) => change(measures, 2, { content })))).toEqual([]);
  });
});
