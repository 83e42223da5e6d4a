/** Where a paragraph is cut into sentences. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sentencesIn } from '../../../src/report/reconcile/sentences';

describe('sentences', () => {
  test.each([
    ['一句。两句！三句？四句；余下', ['一句。', '两句！', '三句？', '四句；', '余下']],
    ['他说“好。就这么办！”随后散会。', ['他说“好。就这么办！”随后散会。']],
    ['整改到位（含夜间；节假日除外）。完毕。', ['整改到位（含夜间；节假日除外）。', '完毕。']],
    ['附件（见“甲。（乙；丙）丁。”；戊）齐全。', ['附件（见“甲。（乙；丙）丁。”；戊）齐全。']],
    ['怎么办？！再说。', ['怎么办？！', '再说。']],
    ['落单的“引号。不影响断句。', ['落单的“引号。', '不影响断句。']],
    ['落单的）括号”。不影响断句。', ['落单的）括号”。', '不影响断句。']],
    ['', []],
  ])('of %s', (text, sentences) => {
    expect(sentencesIn(text)).toEqual(sentences);
  });

  test('are the whole text, and none ends within what is quoted or bracketed', () => {
    const characters = fc.constantFrom('水', '利', '。', '；', '！', '“', '”', '（', '）', '《', '》');
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 40 }), (text) => {
        expect(sentencesIn(text).join('')).toBe(text);
        for (const [open, close] of ['“”', '（）']) {
          const within = `${open}${text.replace(/[“”（）《》]/g, '')}${close}`;
          expect(sentencesIn(within)).toEqual([within]);
        }
      }),
    );
  });
});
