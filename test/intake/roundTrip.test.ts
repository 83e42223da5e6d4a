import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type MeasureForm, printBody } from '../../src/intake/measures';
import { proposeFrom } from '../../src/intake/propose';
import { sourceOfText } from '../../src/intake/source';
import { HEADLINE_FORMS } from '../../src/ledger/settings';
import { toChineseNumber } from '../../src/text/numerals';
import { recomposed } from './readBack/recomposed';
import { FOUR_PARTS, STATISTICS_FIRST, TWO_PARTS } from './samples';

const finding = fc.constantFrom('学习不深入', '台账不规范', '采购程序倒置', '“三会一课”不经常', '调研走过场');
const sentence = fc.constantFrom(
  '修订制度3项。',
  '追缴7.132万元。',
  '坚持一是一、二是二。',
  '开展培训12次，参加460人次。',
  '按月检查；',
);
const closed = sentence.map((text) => text.replace(/；$/, '。'));

interface Shape {
  variant: '四部分' | '两部分' | '统计在前';
  runsOn: boolean;
  grouped: boolean;
  headline: (typeof HEADLINE_FORMS)[number];
  inline: boolean;
}
const shape: fc.Arbitrary<Shape> = fc
  .record({
    variant: fc.constantFrom('四部分' as const, '两部分' as const, '统计在前' as const),
    runsOn: fc.boolean(),
    grouped: fc.boolean(),
    headline: fc.constantFrom(...HEADLINE_FORMS.filter((form) => form.startsWith('关于'))),
    inline: fc.boolean(),
  })
  // headline and text in one paragraph need a full stop between them, and a status line stands between them
  .map((one) => ({ ...one, inline: one.inline && one.headline.endsWith('。') && one.variant !== '两部分' }));

interface Written {
  title: string;
  status: string;
  /** '' for one measure without a lead word. */
  form: MeasureForm | '';
  measures: string[];
}
const text = fc.oneof(
  closed.map((one) => ({ form: '' as const, measures: [one] })),
  fc.record({
    form: fc.constantFrom('一是' as const, '一是分段' as const, '（1）' as const, '①' as const),
    measures: fc.array(sentence, { minLength: 2, maxLength: 4 }),
  }),
);
const status = fc.constantFrom('已完成', '阶段性完成', '正在整改', '未完成');
const issue: fc.Arbitrary<Written> = fc
  .tuple(finding, status, text)
  .map(([title, word, body]) => ({ title, status: word, ...body }));
/** Aspects of groups of issues. */
const outline = fc.array(fc.array(fc.array(issue, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }), {
  minLength: 1,
  maxLength: 3,
});

/** The report as its author would type it, by a printer that shares nothing with src/report. */
function typed(form: Shape, aspects: readonly (readonly (readonly Written[])[])[]): string {
  const lines = ['中共云溪县司法局党组关于巡察整改情况的通报', '现将整改情况公布如下。'];
  if (form.variant !== '统计在前') lines.push('一、组织整改情况', '1.加强领导。成立专班。', '二、整改落实情况');
  let running = 0;
  aspects.forEach((groups, a) => {
    lines.push(`（${toChineseNumber(a + 1)}）第${a + 1}方面`);
    if (!form.runsOn) running = 0;
    groups.forEach((issues, g) => {
      if (form.grouped) lines.push(`${g + 1}.第${g + 1}类`);
      if (form.grouped && !form.runsOn) running = 0;
      for (const one of issues) {
        running += 1;
        const number = form.grouped ? `（${running}）` : `${running}.`;
        const inner = form.headline.includes('“') ? one.title.replace(/“/g, '‘').replace(/”/g, '’') : one.title;
        const headline = number + form.headline.replace('{问题}', inner);
        const body = printBody({ ...one, lead: '', closing: '', cuts: [] });
        if (form.inline) lines.push(headline + body);
        else if (form.variant === '两部分') lines.push(headline, `整改状态：${one.status}`, `整改情况：${body}`);
        else lines.push(headline, body);
      }
    });
  });
  if (form.variant !== '统计在前') lines.push('三、下一步打算', '（一）巩固成果。常抓不懈。');
  lines.push('欢迎广大干部群众监督。', '联系电话：0999-5550001', '云溪县司法局党组', '2025年9月1日');
  return lines.join('\n');
}

describe('a published report', () => {
  it.each([FOUR_PARTS, STATISTICS_FIRST])('imported and composed again is the same text (%#)', (text) => {
    const proposal = proposeFrom(sourceOfText(text));
    expect(recomposed(proposal)).toBe(proposal.pieces.map((piece) => piece.text).join(''));
  });

  it('of any variant, numbering, headline and measure form is read as its author meant it, and printed again', () => {
    fc.assert(
      fc.property(shape, outline, (form, aspects) => {
        // `（1）` numbers issues where there are groups, so their measures are written otherwise
        const meant = aspects.map((groups) =>
          groups.map((issues) =>
            issues.map((one) => (one.form === '（1）' && form.grouped ? { ...one, form: '①' as const } : one)),
          ),
        );
        const document = typed(form, meant);
        const proposal = proposeFrom(sourceOfText(document));
        const issues = meant.flat(2);
        expect(proposal.warnings).toEqual([]);
        expect(proposal.settings.variant).toBe(form.variant);
        expect(proposal.issues.map(({ title }) => title)).toEqual(issues.map(({ title }) => title));
        expect(proposal.issues.map(({ measures }) => measures.map((measure) => measure.text))).toEqual(
          issues.map(({ measures }) => measures),
        );
        expect(recomposed(proposal)).toBe(document);
      }),
      { numRuns: 150 },
    );
  });

  it('with lines lost, doubled, moved or joined: what would be printed otherwise is told', () => {
    const edit = fc.tuple(fc.nat(), fc.constantFrom('drop', 'double', 'move', 'join'), fc.nat());
    fc.assert(
      fc.property(
        fc.constantFrom(FOUR_PARTS, TWO_PARTS, STATISTICS_FIRST),
        fc.array(edit, { maxLength: 3 }),
        (text, edits) => {
          const lines = text.split('\n');
          for (const [at, kind, to] of edits) {
            const i = at % lines.length;
            const line = lines[i] ?? '';
            if (kind === 'drop') lines.splice(i, 1);
            if (kind === 'double') lines.splice(i, 0, line);
            if (kind === 'move') lines.splice(to % lines.length, 0, ...lines.splice(i, 1));
            if (kind === 'join') lines.splice(i, 2, line + (lines[i + 1] ?? ''));
          }
          const proposal = proposeFrom(sourceOfText(lines.join('\n')));
          // a title in several lines is printed in the lines the report breaks it into
          const titleLines = proposal.pieces.filter(({ role }) => role === 'title');
          if (proposal.warnings.length > 0 || titleLines.length > 1) return;
          expect(recomposed(proposal)).toBe(proposal.pieces.map((piece) => piece.text).join(''));
        },
      ),
      { numRuns: 300 },
    );
  });
});
