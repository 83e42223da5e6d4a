import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isChinese, normaliseDocument, normaliseParagraph, removeUnprintable } from '../../src/text/punctuation';

const fragment = fc.constantFrom(
  '整改',
  '台账',
  '“',
  '”',
  '。',
  '，',
  '（',
  '）',
  ',',
  ';',
  ':',
  '!',
  '?',
  '(',
  ')',
  ' ',
  '\t',
  '\u00a0',
  '\u3000',
  '1',
  '3.2',
  'A4',
  'https://a.example',
  '\u200b',
  '\u0007',
  '\ud840',
  '\udc00',
  '𠮷',
  '\ufeff',
);
const text = fc.oneof(
  fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);
const ideographs = (value: string) => value.match(/[\u3400-\u9fff]|[\ud840-\ud8ff][\udc00-\udfff]/g) ?? [];

describe('a normalised paragraph', () => {
  it.each([
    ['联 系 人:王明月', '联系人：王明月'],
    ['1. 关于“台账”的问题', '1.关于“台账”的问题'],
    ['根据部署,10月8日至31日,', '根据部署，10月8日至31日，'],
    ['　　一、组织整改情况  ', '一、组织整改情况'],
    ['(一)政治方面', '（一）政治方面'],
    ['(1)建立台账', '（1）建立台账'],
    ['增长(10%)后', '增长（10%）后'],
    ['附件(1)', '附件（1）'],
    ['制度((试行))', '制度（（试行））'],
    ['工作日8:30至17:30', '工作日8:30至17:30'],
    ['联系电话:0999-5550001', '联系电话：0999-5550001'],
    ['共1,234元', '共1,234元'],
    ['采用 ISO 9001 标准', '采用ISO 9001标准'],
    ['a, b (c)', 'a, b (c)'],
    ['整改 : 完成', '整改：完成'],
    ['\u202d0999\u202c', '0999'],
    ['整\u200b改\u0007', '整改'],
    ['名字\ud800', '名字\ufffd'],
    ['', ''],
  ])('%j becomes %j', (from, to) => {
    expect(normaliseParagraph(from)).toBe(to);
  });

  it('is normalised: doing it again changes nothing', () => {
    fc.assert(
      fc.property(text, (value) => {
        const once = normaliseParagraph(value);
        expect(normaliseParagraph(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('has lost no Chinese character and no letter or digit', () => {
    fc.assert(
      fc.property(text, (value) => {
        const kept = normaliseParagraph(value);
        expect(ideographs(kept)).toEqual(ideographs(removeUnprintable(value)));
        expect(kept.replace(/[^0-9A-Za-z]/g, '')).toBe(value.replace(/[^0-9A-Za-z]/g, ''));
      }),
      { numRuns: 500 },
    );
  });

  it('has no blank beside Chinese, no half-width mark beside it, no bracket without a like partner', () => {
    fc.assert(
      fc.property(text, (value) => {
        const characters = Array.from(normaliseParagraph(value));
        characters.forEach((character, i) => {
          if (!/[ ,;:!?()]/.test(character)) return;
          expect(isChinese(characters[i - 1] ?? '') || isChinese(characters[i + 1] ?? '')).toBe(false);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('long runs of marks and blanks take no long time', () => {
    // what is quadratic runs into the test's own time limit
    for (const run of ['(', '( ', '(1):', ' ,', '()'])
      expect(normaliseParagraph(`${run.repeat(20_000)}整${run.repeat(20_000)}`)).toContain('整');
  });
});

describe('a normalised document', () => {
  it('splits at every kind of line end and drops empty lines', () => {
    expect(normaliseDocument('一\r\n\r\n 二 \r三\u000b四\f五\u2028六\u0085')).toBe('一\n二\n三\n四\n五\n六');
  });
});
