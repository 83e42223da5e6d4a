import { describe, expect, test } from '@jest/globals';
import { fillerIn, sampleNameIn, samplePhoneIn, templateMarkIn } from '../../src/text/fillers';
import { vagueDeadlineWord } from '../../src/text/vagueDeadline';

describe('fillers', () => {
  test.each([
    ['对XX村道路', 'XX'],
    ['对ＸＸ村道路', 'ＸＸ'],
    ['追缴资金××万元', '××'],
    ['由○○股负责', '○○'],
    ['附件（待补充）', '待补充'],
    ['某某同志', '某某'],
    ['某县水务局', '某县'],
    ['印发《》的通知', '《》'],
    ['完成时间（ ）', '（ ）'],
    ['责任人：____', '____'],
    ['TODO 补数据', 'TODO'],
    ['追回**万元', '**'],
  ])('%s', (text, expected) => {
    expect(fillerIn(text)).toBe(expected);
  });

  test.each([
    '联系人手机138****1234',
    '二〇〇三年建成的泵站',
    '二○○八年汛期',
    '3×4米涵洞',
    'BOX型箱涵',
    '某一天的巡查记录',
    '待遇补发到位',
    '待定期核查',
    '{{反馈问题数}}',
    '（一）政治建设方面',
  ])('is none: %s', (text) => {
    expect(fillerIn(text)).toBeUndefined();
  });

  test('sample names', () => {
    expect(sampleNameIn('邹明远、李四')).toBe('李四');
    expect(sampleNameIn('张三丰')).toBe('张三');
    expect(sampleNameIn('邹明远')).toBeUndefined();
  });

  test('sample telephone numbers', () => {
    for (const phone of ['13800138000', '12345678', '0999-12345678', '88888888', '0000-0000000', '11111111111']) {
      expect(samplePhoneIn(`联系电话：${phone}`)).toBe(phone);
    }
    for (const phone of ['0999-6270318', '13986027451', '0712-2345678', '0999-8886888']) {
      expect(samplePhoneIn(`联系电话：${phone}`)).toBeUndefined();
    }
  });

  test('template marks, whole and broken', () => {
    expect(templateMarkIn('共{{反馈问题数}}个')).toBe('{{反馈问题数}}');
    expect(templateMarkIn('共{{反馈问题数个')).toBe('{{');
    expect(templateMarkIn('共3个')).toBeUndefined();
  });
});

describe('vague deadlines', () => {
  test.each([
    ['尽快完成管网改造。', '尽快'],
    ['条件成熟后增设水位站。', '条件成熟后'],
    ['6月底前完成排查；择机开展复查。', '择机'],
  ])('%s', (text, word) => {
    expect(vagueDeadlineWord(text)).toBe(word);
  });
  test.each([
    '尽快完成管网改造，2026年6月底前通水。',
    '及时处置险情，进一步加强值守。',
    '每月抽查一次巡查记录。',
    '尽快组织排查，15个工作日内报告结果。',
  ])('binds: %s', (text) => {
    expect(vagueDeadlineWord(text)).toBeUndefined();
  });
});
