import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { documentOf } from '../../src/intake/lines';
import type { SourceParagraph } from '../../src/intake/proposal';
import { proposeFrom } from '../../src/intake/propose';
import { sourceOfText } from '../../src/intake/source';
import { normaliseDocument } from '../../src/text/punctuation';
import { SAMPLES } from './samples';

const joined = (paragraphs: readonly SourceParagraph[]) =>
  proposeFrom(paragraphs)
    .pieces.map((piece) => piece.text)
    .join('');

/** What a proposal must be true of, whatever the document. */
function holdsOf(paragraphs: readonly SourceParagraph[]): void {
  const proposal = proposeFrom(paragraphs);
  expect(proposal.pieces.map((piece) => piece.text).join('')).toBe(documentOf(paragraphs));
  expect(proposal.pieces.every((piece) => piece.text !== '')).toBe(true);
  expect(proposal.issues.map((issue) => issue.number)).toEqual(proposal.issues.map((_, i) => i + 1));
  const unplaced = proposal.pieces.filter((piece) => piece.role === 'unplaced').map((piece) => piece.text.trim());
  expect(unplaced.map((text) => text.replace(/\n$/, ''))).toEqual(proposal.unplaced.map((text) => text.trim()));
  const keys = proposal.narrative.map(({ part, order }) => `${part}-${order}`);
  expect(new Set(keys).size).toBe(keys.length);
}

const fragment = fc.constantFrom(
  '一、',
  '（一）',
  '1.',
  '（1）',
  '①',
  '一是',
  '二是',
  '一方面',
  '另一方面',
  '关于',
  '“',
  '”',
  '问题',
  '的问题。',
  '整改状态：',
  '已完成',
  '整改情况：',
  '附件：',
  '联系电话：',
  '2025年9月30日',
  '中共云溪县水利局党组',
  '整改落实情况',
  '下一步打算',
  '反馈意见',
  '。',
  '；',
  '，',
  ' ',
  '\n',
  '\n',
  '(1)',
  'A',
  '7',
  '方面',
  '\u200b',
  '𠮷',
  '\ud800',
  '欢迎监督',
);

describe('the pieces of a proposal, put together', () => {
  it.each(SAMPLES)('are the document of sample %#', (text) => {
    expect(joined(sourceOfText(text))).toBe(normaliseDocument(text));
    holdsOf(sourceOfText(text));
  });

  it('are the document for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => holdsOf(sourceOfText(text))));
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 60 }), (parts) => holdsOf(sourceOfText(parts.join('')))),
      { numRuns: 200 },
    );
  });

  it('are the document when lines of a report are lost, doubled, moved or cut', () => {
    const edit = fc.tuple(fc.nat(), fc.constantFrom('drop', 'double', 'swap', 'cut', 'join'), fc.nat(), fragment);
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), fc.array(edit, { maxLength: 8 }), (text, edits) => {
        const lines = text.split('\n');
        for (const [at, kind, offset, inserted] of edits) {
          const i = at % lines.length;
          const line = lines[i] ?? '';
          if (kind === 'drop') lines.splice(i, 1, inserted);
          if (kind === 'double') lines.splice(i, 0, line);
          if (kind === 'swap') lines.splice(offset % lines.length, 0, ...lines.splice(i, 1));
          if (kind === 'cut') lines[i] = line.slice(0, offset % (line.length + 1)) + inserted;
          if (kind === 'join') lines.splice(i, 2, line + (lines[i + 1] ?? ''));
        }
        holdsOf(sourceOfText(lines.join('\n')));
      }),
      { numRuns: 200 },
    );
  });

  it('are the document of paragraphs with automatic numbers, heading styles, tables and notes', () => {
    const paragraph = fc.record(
      {
        text: fc.array(fragment, { maxLength: 6 }).map((parts) => parts.join('')),
        label: fc.constantFrom('一、', '（二）', '3.', '(4)', '5', '第六条'),
        level: fc.integer({ min: 1, max: 9 }),
        inTable: fc.constant(true as const),
        aside: fc.constant(true as const),
      },
      { requiredKeys: ['text'] },
    );
    fc.assert(fc.property(fc.array(paragraph, { maxLength: 15 }), holdsOf), { numRuns: 150 });
  });

  it('a document of 10,000 paragraphs is read whole', () => {
    const text = Array.from({ length: 250 }, () => SAMPLES[0]).join('\n');
    // quadratic work would take minutes and run into the test's own time limit
    expect(joined(sourceOfText(text))).toHaveLength(normaliseDocument(text).length);
  });
});
