/** Random reports and random edits of their sentences. */
import fc from 'fast-check';
import type { ReportDocument } from '../../../src/report/document';
import { type BaseLine, linesOfReport } from '../../../src/report/reconcile';
import { sentencesIn } from '../../../src/report/reconcile/sentences';
import { reportOf, type Told } from './texts';

const WORDS =
  '水库渠闸堤灌溉巡查整改落实台账制度会议学习培训责任考核督办清退资金项目验收公示档案宣传防汛抗旱河湖岸线采砂水费工程质量安全';

/** A text of random words: no two are alike unless one was made from the other, and shrinking keeps it so. */
function phraseOf(seed: number): string {
  let [state, text] = [seed, ''];
  const random = (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state >>> 8) ^ (state >>> 20)) % below;
  };
  const length = 8 + random(16);
  while (text.length < length) text += WORDS.charAt(random(WORDS.length));
  return text;
}

const phrase = fc.noShrink(fc.nat({ max: 0x7fffffff })).map(phraseOf);
const sentence = fc
  .tuple(phrase, fc.constantFrom('。', '；', '！', '（含甲；乙）。', '“丙。丁”。'))
  .map(([text, end]) => text + end);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((some) => some.join(''));
const told: fc.Arbitrary<Told> = fc.record({
  title: phrase.map((text) => `关于“${text}”的问题。`),
  text: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
});

/** A report of one to six issues, and the same issues in another order. */
export const report: fc.Arbitrary<{ document: ReportDocument; reordered: ReportDocument }> = fc
  .record({
    issues: fc.array(told, { minLength: 1, maxLength: 6 }),
    intro: fc.array(paragraph, { maxLength: 3 }),
    closing: fc.array(paragraph, { maxLength: 3 }),
    rows: fc.option(fc.array(phrase, { minLength: 1, maxLength: 3 })),
    order: fc.infiniteStream(fc.nat()),
  })
  .map(({ issues, intro, closing, rows, order }) => {
    const numbers = issues.map((_, i) => 3 * i + 2);
    const parts = {
      issues: Object.fromEntries(issues.map((one, i) => [3 * i + 2, one])),
      intro,
      closing,
      ...(rows ? { rows: rows.map((text, i) => [String(i + 1), text, '已完成']) } : {}),
    };
    const shuffled = numbers.map((about) => ({ about, by: order.next().value })).sort((a, b) => a.by - b.by);
    const aspects = (some: number[]) => [{ name: '工作方面', issues: some }];
    return {
      document: reportOf({ ...parts, aspects: aspects(numbers) }),
      reordered: reportOf({ ...parts, aspects: aspects(shuffled.map(({ about }) => about)) }),
    };
  });

export type Edit = 'keep' | 'edit' | 'remove' | 'add' | 'addParagraph';

export interface EditedLines {
  lines: BaseLine[];
  /** How many sentences were edited, put in or left out. */
  count: number;
}

/**
 * The lines with their sentences edited: `choose` says how, by the running number of the sentence. Headings are at most
 * reworded, title, tables and signature left alone; the last sentence of an issue is not removed. `tag` marks what is new.
 */
export function withEdits(document: ReportDocument, choose: (sentence: number) => Edit, tag: string): EditedLines {
  const kinds = document.blocks.flatMap((block) => {
    const { length } = linesOfReport({ ...document, blocks: [block] });
    return Array.from({ length }, () => block.kind);
  });
  let [at, count, added] = [0, 0, 0];
  const fresh = (): string => {
    added += 1;
    return `${phraseOf(tag.charCodeAt(0) * 7919 + added)}${tag}。`;
  };
  const source = linesOfReport(document);
  const lines = source.flatMap((line, i): BaseLine[] => {
    const kind = kinds[i];
    if (kind !== 'heading' && kind !== 'paragraph') return [line];
    const after: BaseLine[] = [];
    const isLastOf = source[i - 1]?.about !== line.about || source[i + 1]?.about !== line.about;
    const text = sentencesIn(line.text)
      .map((one, k) => {
        at += 1;
        const edit = choose(at);
        const stays = edit === 'remove' && (kind === 'heading' || (isLastOf && k === 0));
        if (edit === 'keep' || stays || (kind === 'heading' && edit === 'add')) return one;
        count += 1;
        if (edit === 'edit') return `${one.slice(0, -4)}${tag}${tag}${one.slice(-4)}`;
        if (edit === 'remove') return '';
        if (edit === 'add') return one + fresh();
        after.push({ about: line.about, text: fresh() });
        return one;
      })
      .join('');
    return [...(text === '' ? [] : [{ ...line, text }]), ...after];
  });
  return { lines, count };
}
