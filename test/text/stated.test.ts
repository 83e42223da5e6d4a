import { describe, expect, test } from '@jest/globals';
import { statedIn } from '../../src/text/stated';

const read = (text: string): string[] =>
  statedIn(text).map(({ subject, what, value }) => `${subject} ${what} ${value}`);

describe('figures stated in prose', () => {
  test.each([
    [
      '反馈25个问题，已完成整改19个、正在整改6个，整改完成率76%。',
      'issues total 25, issues completed 19, issues ongoing 6, issues rate 76',
    ],
    [
      '巡察反馈的4个方面、9类、35个问题，完成28个，阶段性完成7个。',
      'issues total 35, issues aspects 4, issues completed 28, issues staged 7',
    ],
    ['反馈意见指出的九个问题，均已整改完成。', 'issues total 9, issues completed 9'],
    ['反馈问题39个，未完成2个，37个已完成整改。', 'issues total 39, issues undone 2, issues completed 37'],
    [
      '集中整改期间，12个问题中完成9个、基本完成2个、正在整改1个。',
      'issues total 12, issues completed 9, issues staged 2, issues ongoing 1',
    ],
    ['截至11月底，已完成整改19个，正在整改6个。', 'issues completed 19, issues ongoing 6'],
    ['总体完成率98.71%。', 'issues rate 98.71'],
    ['整改完成率百分之八十。', 'issues rate 80'],
    ['制定整改措施24项，落实22项，落实率91.7%。', 'measures total 24, measures completed 22, measures rate 91.7'],
    ['反馈的8个问题中，已完成6个。', 'issues total 8, issues completed 6'],
  ])('%s', (text, expected) => {
    expect(read(text).join(', ')).toBe(expected);
  });

  test('keeps the words and the decimals', () => {
    expect(statedIn('反馈问题7个，整改完成率85.71%')[1]).toEqual({
      subject: 'issues',
      what: 'rate',
      value: 85.71,
      decimals: 2,
      words: '整改完成率85.71%',
    });
  });

  test.each([
    '在政治建设方面，反馈5个问题，已完成4个。',
    '“回头看”反馈3个问题，已完成3个。',
    '自查发现12个问题，已整改12个。',
    '群众反馈问题6个，已办结6个。',
    '新订制度4项，已完成4项；清理信访件7件，完成7件。',
    '立行立改问题12个，已完成12个，整改完成率100%。',
    '一个问题一个问题解决，坚持完成一个销号一个。',
    '反馈的问题{{反馈问题数}}个，已完成{{已完成数}}个，整改完成率{{完成率}}。',
    '查摆问题31条，提出批评意见17条。',
    '完成3项制度的修订。',
    '反馈意见要求10月底前落实。',
  ])('is no figure of the whole: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('所有 is said of the total of its own sentence only', () => {
    expect(read('反馈的6个问题，已全部完成。')).toContain('issues completed 6');
    expect(read('反馈的6个问题逐一认领。制度已全部修订，档案已全部整改。')).toEqual(['issues total 6']);
  });

  test('a paragraph as long as a cell is read at once', () => {
    for (const piece of ['反馈', '一', '完成', '反馈的一二三', '整改', '9个问题中']) {
      const text = piece.repeat(Math.floor(50_000 / piece.length));
      // what backtracks without end runs into the test's own time limit
      expect(Array.isArray(statedIn(text))).toBe(true);
    }
  });
});
