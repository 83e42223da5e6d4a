/** How an issue's measures are written, form by form. */
import { describe, expect, test } from '@jest/globals';
import { recordOf } from '../../src/ledger/records';
import type { Issue } from '../../src/ledger/schema';
import { type MeasureForm, measuresText, printedTexts } from '../../src/report/measures';

const measures = (...contents: string[]) =>
  contents.map((content, i) => recordOf('measures', { id: `5-${i + 1}`, issue: 5, content }));
const written = (form: MeasureForm, contents: string[], issue: Partial<Issue> = {}): string =>
  measuresText(recordOf('issues', { number: 5, ...issue }), measures(...contents), form);

test.each<[MeasureForm, string]>([
  ['一是', '一是清点物资；二是建立登记。'],
  ['一是分段', '一是清点物资；\n二是建立登记。'],
  ['一方面', '一方面清点物资；另一方面建立登记。'],
  ['一方面是', '一方面是清点物资；另一方面是建立登记。'],
  ['（1）', '（1）清点物资；\n（2）建立登记。'],
  ['①', '①清点物资；②建立登记。'],
  ['分段', '清点物资；\n建立登记。'],
  ['连写', '清点物资；建立登记。'],
])('in the form %s', (form, text) => {
  expect(written(form, ['清点物资；', '建立登记'])).toBe(text);
});

describe('a single measure', () => {
  test.each<MeasureForm>(['一是', '一方面', '（1）', '①'])('has no lead word in the form %s', (form) => {
    expect(written(form, ['清点物资'])).toBe('清点物资。');
  });
});

test('three measures in the form 一方面 are written 一是, 二是, 三是', () => {
  expect(written('一方面', ['清点', '登记', '公示'])).toBe('一是清点。二是登记。三是公示。');
});

test('an issue may have its own form, a text before its measures and one after', () => {
  const issue = { measureForm: '①', measureLead: '压实责任：', measureClosing: '目前已全部完成。' } as const;
  expect(written('一是', ['清点；', '登记。'], issue)).toBe('压实责任：①清点；②登记。\n目前已全部完成。');
});

test('a text before the measures stands in its own paragraph when it ends with a line end', () => {
  expect(written('一是', ['清点；', '登记。'], { measureLead: '压实责任。\n' })).toBe(
    '压实责任。\n一是清点；二是登记。',
  );
});

test('a measure keeps its own ending; inside a paragraph each is closed before the next lead word', () => {
  expect(written('一是', ['印发《物资管理办法》', '建立登记（含电子台账）'])).toBe(
    '一是印发《物资管理办法》。二是建立登记（含电子台账）',
  );
});

test('cancelled and blank measures are left out, and 3-2 comes before 3-10', () => {
  const rows = [
    recordOf('measures', { id: '3-10', content: '第十项' }),
    recordOf('measures', { id: '3-2', content: '第二项' }),
    recordOf('measures', { id: '3-3', content: '第三项', state: '已取消' }),
    recordOf('measures', { id: '3-4', content: ' ' }),
  ];
  expect(printedTexts(rows)).toEqual(['第二项', '第十项']);
});

test('落实情况 replaces 措施内容 once it is filled in', () => {
  const measure = recordOf('measures', { id: '1-1', content: '将开展清点', result: '清点1360件套' });
  expect(measuresText(recordOf('issues', { number: 1 }), [measure], '一是')).toBe('清点1360件套。');
});
