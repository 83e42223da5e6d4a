import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { repeatedShare, type SimilarityOptions, type SimilarPair, similarPairs } from '../../src/text/similarity';
import { ownStretches } from '../../src/text/standingPhrases';

/** Every pair, one by one, as the definition says. */
function naivePairs(texts: readonly string[], options: SimilarityOptions = {}): SimilarPair[] {
  const { threshold = 0.6, minimumLetters = 12, groups } = options;
  const sets = texts.map((text) => {
    const stretches = ownStretches(text);
    const grams = new Set<string>();
    if (stretches.join('').length < minimumLetters) return grams;
    for (const part of stretches) for (let i = 0; i + 4 <= part.length; i += 1) grams.add(part.slice(i, i + 4));
    return grams;
  });
  const pairs: SimilarPair[] = [];
  sets.forEach((later, b) => {
    sets.slice(0, b).forEach((earlier, a) => {
      const shared = [...later].filter((gram) => earlier.has(gram)).length;
      const similarity = shared / (later.size + earlier.size - shared);
      if (shared > 0 && similarity >= threshold && !(groups && groups[a] === groups[b]))
        pairs.push({ a, b, similarity });
    });
  });
  return pairs;
}

const SITES = '一是对全县十二座小型水库逐座开展安全检查，列出隐患清单，明确处置时间和责任人。';
const ARCHIVE = '重新梳理近三年收发文，补录缺失文件四十七份，按年度装订归档。';

describe('pairs of texts that copy each other', () => {
  test('the same sentence with other punctuation is a full copy', () => {
    expect(similarPairs([SITES, ARCHIVE, SITES.replace(/[，。]/g, ' ')])).toEqual([{ a: 0, b: 2, similarity: 1 }]);
  });

  test('a copy with a few words changed is still found', () => {
    const [pair] = similarPairs([SITES, SITES.replace('十二座', '九座')]);
    expect(pair?.similarity).toBeGreaterThan(0.7);
    expect(pair?.similarity).toBeLessThan(1);
  });

  test('texts that share only standing phrases are not copies', () => {
    const creed =
      '增强“四个意识”、坚定“四个自信”、做到“两个维护”，深入学习习近平新时代中国特色社会主义思想和党的二十大精神';
    expect(similarPairs([`${creed}，逐村核查低保名单。`, `${creed}，清退违规补贴三笔。`])).toEqual([]);
  });

  test('formulas of a few characters are not copies', () => {
    expect(similarPairs(['召开党组专题会议。', '召开党组专题会议。'])).toEqual([]);
  });

  test('a text is no copy of one twice as long', () => {
    expect(similarPairs([SITES, SITES + ARCHIVE])).toEqual([]);
  });

  test('texts of one group are not compared', () => {
    expect(similarPairs([SITES, SITES, SITES], { groups: [1, 1, 2] })).toEqual([
      { a: 0, b: 2, similarity: 1 },
      { a: 1, b: 2, similarity: 1 },
    ]);
  });

  test('partners can be limited, and those given are true pairs', () => {
    const pairs = similarPairs(
      Array.from({ length: 200 }, () => SITES),
      { partnersPerText: 3 },
    );
    expect(pairs).toHaveLength(0 + 1 + 2 + 197 * 3);
    expect(pairs.every((pair) => pair.a < pair.b && pair.similarity === 1)).toBe(true);
  });

  test('no texts, blank texts and lone surrogates make no pair', () => {
    expect(similarPairs([])).toEqual([]);
    expect(similarPairs(['', '　', '，。', '\ud800\ud800'])).toEqual([]);
  });

  test('every pair of any texts is found, and no other', () => {
    const word = fc.constantFrom(
      '检查',
      '整改',
      '台账',
      '会议',
      '水库',
      '排查',
      '四个意识',
      '，',
      '。',
      '逐村',
      '3',
      'a',
    );
    const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(''));
    const threshold = fc.constantFrom(0.3, 0.5, 0.6, 0.75, 1);
    fc.assert(
      fc.property(fc.array(text, { maxLength: 14 }), threshold, fc.integer({ min: 1, max: 8 }), (texts, t, minimum) => {
        const options = { threshold: t, minimumLetters: minimum, groups: texts.map((_, i) => i % 5) };
        expect(similarPairs(texts, options)).toEqual(naivePairs(texts, options));
      }),
      { numRuns: 300 },
    );
  });

  test('texts changed at a random place are found like the definition finds them', () => {
    const base = fc.constantFrom(SITES, ARCHIVE, SITES + ARCHIVE);
    const edited = fc
      .tuple(base, fc.nat(60), fc.nat(20), fc.string({ maxLength: 12 }))
      .map(([text, from, cut, added]) => text.slice(0, from) + added + text.slice(from + cut));
    fc.assert(
      fc.property(fc.array(edited, { maxLength: 20 }), (texts) => {
        expect(similarPairs(texts)).toEqual(naivePairs(texts));
      }),
    );
  });
});

describe('how much of a text stands in its source', () => {
  test('a measure that only repeats the finding', () => {
    const finding = '部分水库巡查记录缺失，汛期值班人员不在岗，应急物资清点不及时';
    expect(repeatedShare(`关于${finding}的问题。`, finding)).toBeGreaterThan(0.7);
    expect(repeatedShare('补齐十二座水库近两年巡查记录，汛期实行双人值班并每日抽查。', finding)).toBeLessThan(0.3);
    expect(repeatedShare('巡查记录缺失', finding)).toBe(0);
  });
});
