/** Printed paragraphs are normalised texts, and nothing but normalised. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Block } from '../../src/report/document';
import { closeSentence, linesOf, paragraphs, textOfRuns, tidy } from '../../src/report/paragraphs';
import { normaliseDocument, normaliseParagraph } from '../../src/text/punctuation';

const piece = fc.constantFrom(
  '整改',
  '，',
  '、',
  ',',
  ':',
  '(',
  ')',
  ' ',
  '\u3000',
  '\u00a0',
  '2026',
  'a',
  '“',
  '”',
  '\n',
  '\r\n',
  '\u0007',
  '\ud800',
  '𠮷',
  '\u200b',
  '。',
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const textOfBlocks = (blocks: Block[]): string =>
  blocks.map((block) => ('runs' in block ? textOfRuns(block.runs) : '')).join('\n');

test('the short way to a normalised text gives the same as the long one', () => {
  fc.assert(fc.property(text, (t) => expect(tidy(t)).toBe(normaliseParagraph(t))));
  fc.assert(fc.property(text, (t) => expect(linesOf(t).join('\n')).toBe(normaliseDocument(t))));
});

test('a paragraph of several runs is the normalised text of all of them, line by line', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const blocks = paragraphs(texts.map((t, i) => (i === 0 ? { text: t, level: 3 as const } : { text: t })));
      expect(textOfBlocks(blocks)).toBe(normaliseDocument(texts.join('')));
    }),
  );
});

test('a sentence is closed once', () => {
  expect(['已整改', '已整改。', '已整改；', '称“已整改。”', '印发《办法》', ''].map(closeSentence)).toEqual([
    '已整改。',
    '已整改。',
    '已整改；',
    '称“已整改。”',
    '印发《办法》。',
    '',
  ]);
});
