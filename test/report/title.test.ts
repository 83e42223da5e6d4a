/** Titles: broken at sense units into few, well-shaped lines. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { titleLines } from '../../src/report/title';

describe('a title', () => {
  test('that fits one line stays on it', () => {
    expect(titleLines('关于巡察整改情况的通报', '')).toEqual(['关于巡察整改情况的通报']);
  });

  test.each([
    [
      '竹溪湾县林业局',
      '中共竹溪湾县林业局党组关于巡察整改情况的通报',
      ['中共竹溪湾县林业局党组', '关于巡察整改情况的通报'],
    ],
    [
      '临浦市公共资源交易中心',
      '中共临浦市公共资源交易中心党组关于巡察集中整改进展情况的通报',
      ['中共临浦市公共资源交易中心党组', '关于巡察集中整改进展情况的通报'],
    ],
    [
      '松岭县民族宗教局',
      '中共松岭县民族宗教局党组关于十五届县委第四轮巡察整改进展情况的通报',
      ['中共松岭县民族宗教局党组', '关于十五届县委第四轮巡察', '整改进展情况的通报'],
    ],
  ])('of %s breaks before 关于 and between words', (unit, title, lines) => {
    expect(titleLines(title, unit)).toEqual(lines);
  });

  test('keeps a unit’s name together, and breaks one longer than a line after 委员会, 局 …', () => {
    const unit = '临浦市高新技术产业开发区管理委员会综合行政执法局';
    const lines = titleLines(`中共${unit}党组关于巡察整改情况的通报`, unit);
    expect(lines[0]).toBe('中共临浦市高新技术产业开发区管理委员会');
    expect(lines.join('')).toContain(unit);
  });
});

const WORDS = [
  '中共',
  '竹溪湾县',
  '林业局',
  '党组',
  '关于',
  '第四轮',
  '巡察',
  '集中',
  '整改',
  '进展',
  '情况',
  '的',
  '通报',
];

test('no title loses a character, overruns a line or splits a word', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }), (words) => {
      const title = words.join('');
      const lines = titleLines(title, '竹溪湾县林业局');
      expect(lines.join('')).toBe(title);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
      if (title.length > 100) return;
      for (const word of ['巡察', '整改', '情况', '通报', '竹溪湾县林业局']) {
        lines.slice(1).forEach((line, i) => {
          const seam = (lines[i] ?? '').slice(1 - word.length) + line.slice(0, word.length - 1);
          expect(seam).not.toContain(word);
        });
      }
    }),
  );
});

test('any text is broken in reasonable time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      expect(titleLines(title, '').join('')).toBe(title);
    }),
  );
});
