import fc from 'fast-check';
import { mergeNote, quote, tabOfNote } from '../../src/ledger/editNotes';

const SENTENCE = '问题台账“整改时限”：“2026.13.5”不是有效日期，请改为如 2026-06-30 的日期';

describe('a note', () => {
  test('carries the mark, and says which tab it was made in', () => {
    const note = mergeNote('', SENTENCE);
    expect(note).toBe(`【校验】${SENTENCE}。`);
    expect(tabOfNote(note)).toBe('问题台账');
    expect(tabOfNote('催办两次')).toBeUndefined();
  });

  test('goes when the cell is good, and leaves what a person wrote before and behind it', () => {
    expect(mergeNote(`催办两次\n【校验】${SENTENCE}。方禾已核`, null)).toBe('催办两次\n方禾已核');
    expect(mergeNote(mergeNote('催办两次', SENTENCE), null)).toBe('催办两次');
  });

  test('is replaced, never doubled', () => {
    const twice = mergeNote(mergeNote('催办', SENTENCE), '问题台账“编号”：已空');
    expect(twice).toBe('催办\n【校验】问题台账“编号”：已空。');
  });

  test('quotes what was typed without letting it end or fake a note', () => {
    const note = mergeNote('', `问题台账“问题”：${quote('一。二\n【校验】三”')}太长`);
    expect(mergeNote(note, null)).toBe('');
  });

  test('of a person never loses a character of text', () => {
    fc.assert(
      fc.property(fc.string(), (own) => {
        fc.pre(!own.includes('【校验】'));
        expect(mergeNote(own, null)).toBe(own);
        expect(mergeNote(mergeNote(own, SENTENCE), null)).toBe(own.replace(/^\n+|\n+$/g, ''));
      }),
    );
  });
});
