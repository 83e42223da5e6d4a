import fc from 'fast-check';
import { mergeNote, placeOfNote, quote } from '../../src/ledger/editNotes';

const SENTENCE = '问题台账“整改时限”：“2026.13.5”不是有效日期，请改为如 2026-06-30 的日期';

describe('a note', () => {
  test('carries the mark, and says in which tab and column it was made', () => {
    const note = mergeNote('', SENTENCE);
    expect(note).toBe(`【校验】${SENTENCE}。`);
    expect(placeOfNote(note)).toEqual({ tab: 'issues', header: '整改时限' });
    expect(placeOfNote('催办两次')).toBeUndefined();
    expect(placeOfNote('【办理】已申请销号，等待整改办签批。')).toBeUndefined();
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

  test.each([
    ['【办理】已申请销号。', '【办理】已申请销号。\n【校验】X。'],
    ['【校验】X。\n【办理】退回：佐证不足。', '【校验】X。\n【办理】退回：佐证不足。'],
    ['许青：催办\n【校验】X。\n【办理】已申请销号。', '许青：催办\n【校验】X。\n【办理】已申请销号。'],
    [
      '【办理】不能办理：请先运行“校验台账”；见【校验】批注。',
      '【办理】不能办理：请先运行“校验台账”；见【校验】批注。\n【校验】X。',
    ],
  ])('beside what others noted (%j) is set, changed and taken away where it stands', (before, after) => {
    const written = (text: string, sentence: string) => text.replace('X', sentence);
    const other = '问题台账“整改时限”：“年底前”不是有效日期，请改为如 2026-06-30 的日期';
    const note = mergeNote(written(before, SENTENCE), other);
    expect(note).toBe(written(after, other));
    const own = before.replace(/\n?【校验】X。\n?/, (all) => (/^\n.*\n$/s.test(all) ? '\n' : ''));
    expect(mergeNote(note, null)).toBe(own);
    expect(placeOfNote(note)).toEqual({ tab: 'issues', header: '整改时限' });
  });

  const other = fc
    .array(
      fc.oneof(
        fc.string({ maxLength: 6 }),
        fc.constantFrom('\n', '。', '【办理】已申请销号。', '【办理】', '【校验】', '“', '”：', '问题台账', '方禾已核'),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''))
    .filter((text) => placeOfNote(text) === undefined);

  test('leaves every character of what others wrote, set behind it or between two of theirs', () => {
    fc.assert(
      fc.property(other, other, (before, behind) => {
        expect(mergeNote(before, null)).toBe(before);
        const set = mergeNote(before, SENTENCE);
        expect(mergeNote(set, null)).toBe(before);
        expect(mergeNote(mergeNote(set, '问题台账“编号”：已空'), SENTENCE)).toBe(set);
        const between = `${before}\n${mergeNote('', SENTENCE)}\n${behind}`;
        expect(mergeNote(between, null)).toBe(`${before}\n${behind}`);
      }),
      { numRuns: 1000 },
    );
  });
});
