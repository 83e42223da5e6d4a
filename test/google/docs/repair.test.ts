import type { docs_v1 } from '@googleapis/docs';
import fc from 'fast-check';
import { applyDocumentRequests } from '../../../local/host/services/docs/requests';
import { paragraphsOf, plainText } from '../../../local/host/services/docs/text';
import { familyOf, isOurs, spacingOf, TWO_CHARACTERS } from '../../../src/google/docs/looks';
import { repairRequests } from '../../../src/google/docs/repair';
import type { Block } from '../../../src/report/document';
import {
  FONTS,
  TWO_CHARACTERS as INDENT,
  LINE_PITCH,
  SIZE,
  SUBSTITUTES,
  TITLE_PITCH,
} from '../../../src/report/docx/page';
import { imported, paragraph, reportOf, reports } from './documents';

type Document = docs_v1.Schema$Document;

/** Typed by the published description, and held to it at run time too by the strict host. */
const requestsOf = (document: Document): docs_v1.Schema$Request[] => repairRequests(document);
const repaired = (document: Document): Document => {
  const requests = requestsOf(document);
  return requests.length === 0 ? document : applyDocumentRequests(document, requests);
};

const table: Block = {
  kind: 'table',
  table: {
    columns: [
      { header: '序号', share: 1, align: 'center' },
      { header: '内容😀', share: 3, align: 'left' },
    ],
    rows: [
      ['1', '补录𠮷记录'],
      ['2', '修订办法'],
    ],
  },
};
const report = reportOf(
  { kind: 'title', lines: ['关于巡察整改', '情况的通报'] },
  { kind: 'blank' },
  { kind: 'heading', level: 1, runs: [{ text: '一、整改情况' }] },
  { kind: 'heading', level: 2, runs: [{ text: '（一）从严管党治党方面' }] },
  paragraph('现将𠮷整改情况通报如下。'),
  { kind: 'blank' },
  paragraph('欢迎监督。'),
  { kind: 'signature', unit: '中共青禾县水务局党组', date: '2026年9月15日' },
  table,
);

/** Text of a range, as the document has it. */
function textIn(document: Document, range: docs_v1.Schema$Range | undefined): string {
  let text = '';
  for (const { paragraph: one } of paragraphsOf(document.body?.content ?? []))
    for (const { startIndex, textRun } of one?.elements ?? [])
      [...Array((textRun?.content ?? '').length).keys()].forEach((i) => {
        const at = (startIndex ?? 0) + i;
        if (at >= (range?.startIndex ?? 0) && at < (range?.endIndex ?? 0)) text += textRun?.content?.[i] ?? '';
      });
  return text;
}

/** A copy in which every paragraph was changed. */
function changed(document: Document, change: (one: docs_v1.Schema$Paragraph) => void): Document {
  const copy = structuredClone(document);
  for (const { paragraph: one } of paragraphsOf(copy.body?.content ?? [])) if (one) change(one);
  return copy;
}

test('the numbers are those of the .docx', () => {
  expect([...Object.values(FONTS), ...Object.values(SUBSTITUTES)].filter((one) => !isOurs(one))).toEqual([]);
  expect(['Arial', 'Times New Roman', 'Noto Serif SC', ''].filter(isOurs)).toEqual([]);
  expect(Math.abs(INDENT / 20 - TWO_CHARACTERS)).toBeLessThan(1);
  expect([familyOf('TITLE'), familyOf('HEADING_1'), familyOf('HEADING_2'), familyOf('HEADING_3')]).toEqual([
    ...[FONTS.title, FONTS.level1, FONTS.level2, FONTS.body],
  ]);
  const percent = (size: number, twips: number) => Math.round((twips / 20 / (size / 2) / 1.15) * 100);
  expect(spacingOf(SIZE.body / 2)).toBe(percent(SIZE.body, LINE_PITCH));
  expect(spacingOf(SIZE.title / 2)).toBe(percent(SIZE.title, TITLE_PITCH));
  expect(spacingOf(SIZE.table / 2)).toBe(percent(SIZE.table, 320));
  expect(spacingOf(11)).toBeUndefined();
});

test('pitch lost: one request for each stretch of one size, and the header row is pinned', () => {
  const document = imported(report);
  const requests = requestsOf(document);
  const lines = requests.flatMap(({ updateParagraphStyle }) =>
    updateParagraphStyle ? [[textIn(document, updateParagraphStyle.range), updateParagraphStyle.paragraphStyle]] : [],
  );
  expect(lines).toEqual([
    ['关于巡察整改\u000b情况的通报', { lineSpacing: 126 }],
    [
      '一、整改情况\n（一）从严管党治党方面\n现将𠮷整改情况通报如下。\n\n欢迎监督。\n中共青禾县水务局党组\n2026年9月15日',
      { lineSpacing: 157 },
    ],
    ['序号\n内容😀\n1\n补录𠮷记录\n2\n修订办法', { lineSpacing: 116 }],
  ]);
  const found = document.body?.content?.find((one) => one.table);
  expect(requests[0]).toEqual({
    pinTableHeaderRows: { tableStartLocation: { index: found?.startIndex }, pinnedHeaderRowsCount: 1 },
  });
  expect(requests).toHaveLength(4);
});

test('typefaces lost come back by level, in the header row too; those kept stay', () => {
  const whole = repaired(imported(report));
  const broken = changed(whole, (one) => {
    for (const { textRun } of one.elements ?? [])
      if (textRun)
        textRun.textStyle = { ...textRun.textStyle, weightedFontFamily: { fontFamily: 'Arial', weight: 400 } };
  });
  const families = requestsOf(broken).map(({ updateTextStyle }) => [
    textIn(broken, updateTextStyle?.range).replace(/\n/g, '|'),
    updateTextStyle?.textStyle?.weightedFontFamily?.fontFamily,
    updateTextStyle?.fields,
  ]);
  expect(families).toEqual([
    ['关于巡察整改\u000b情况的通报', '方正小标宋简体', 'weightedFontFamily'],
    ['一、整改情况', '黑体', 'weightedFontFamily'],
    ['（一）从严管党治党方面', '楷体_GB2312', 'weightedFontFamily'],
    ['现将𠮷整改情况通报如下。||欢迎监督。|中共青禾县水务局党组|2026年9月15日', '仿宋_GB2312', 'weightedFontFamily'],
    ['序号|内容😀', '黑体', 'weightedFontFamily'],
    ['1|补录𠮷记录|2|修订办法', '仿宋_GB2312', 'weightedFontFamily'],
  ]);
});

test('an indent of another size is set right; those the .docx takes back stay', () => {
  const whole = repaired(imported(report));
  const broken = changed(whole, (one) => {
    if (one.paragraphStyle && !one.paragraphStyle.indentFirstLine && one.paragraphStyle.namedStyleType !== 'TITLE')
      one.paragraphStyle.indentFirstLine = { magnitude: 21, unit: 'PT' };
  });
  const indents = requestsOf(broken).map(({ updateParagraphStyle: one }) => [
    textIn(broken, one?.range),
    one?.paragraphStyle?.indentFirstLine,
  ]);
  expect(indents).toEqual([
    ['一、整改情况\n（一）从严管党治党方面\n现将𠮷整改情况通报如下。\n\n欢迎监督。', { magnitude: 32, unit: 'PT' }],
  ]);
});

test('an indent lost with its named style comes back, but not in cells, titles and signatures', () => {
  const whole = repaired(imported(report));
  for (const style of whole.namedStyles?.styles ?? []) delete style.paragraphStyle?.indentFirstLine;
  const [one, ...others] = requestsOf(whole).map(({ updateParagraphStyle }) => updateParagraphStyle);
  expect(others).toEqual([]);
  expect(textIn(whole, one?.range)).toMatch(/^一、整改情况[\s\S]*欢迎监督。$/);
});

test('labels, further attachments and pictures are not indented, forms have no header row', () => {
  const document = repaired(
    imported(
      reportOf(
        { kind: 'mark', text: '党内材料' },
        { kind: 'attachments', names: ['台账', '目录'] },
        {
          kind: 'chart',
          chart: {
            form: 'line',
            title: '进度',
            alt: '逐月上升。',
            categories: ['一月'],
            series: [{ name: '完成', values: [1] }],
          },
        },
        {
          kind: 'form',
          form: {
            columns: [1, 2],
            rows: [
              [{ text: '问题', label: true }, { text: '巡查记录不全' }],
              [{ text: '意见', label: true }, { text: '' }],
            ],
          },
        },
      ),
    ),
  );
  expect(requestsOf(document)).toEqual([]);
  const styles = [...paragraphsOf(document.body?.content ?? [])].map(({ paragraph: one }) => one);
  const drawn = styles.find((one) => one?.elements?.some(({ inlineObjectElement }) => inlineObjectElement));
  expect(drawn?.paragraphStyle).toMatchObject({ lineSpacing: 100, indentFirstLine: { unit: 'PT' } });
  expect(document.body?.content?.find((one) => one.table)?.table?.tableRows?.[0]?.tableRowStyle?.tableHeader).toBe(
    false,
  );
});

test('whatever was lost, one repair is enough, changes no text and leaves nothing to repair', () => {
  const damage = fc.record({
    family: fc.constantFrom('', 'Arial', 'Times New Roman'),
    line: fc.constantFrom(0, 100, 115, 157, 200),
    indent: fc.constantFrom(0, 21, 36),
  });
  fc.assert(
    fc.property(reports, fc.array(damage, { maxLength: 5 }), (random, damages) => {
      let at = 0;
      const broken = changed(imported(random), (one) => {
        const hit = damages[at % (damages.length + 1)];
        at += 1;
        if (!hit) return;
        if (hit.line) one.paragraphStyle = { ...one.paragraphStyle, lineSpacing: hit.line };
        if (hit.indent)
          one.paragraphStyle = { ...one.paragraphStyle, indentFirstLine: { magnitude: hit.indent, unit: 'PT' } };
        for (const { textRun } of one.elements ?? [])
          if (textRun && hit.family)
            textRun.textStyle = { ...textRun.textStyle, weightedFontFamily: { fontFamily: hit.family } };
      });
      const whole = repaired(broken);
      expect(requestsOf(whole)).toEqual([]);
      expect(plainText(whole)).toBe(plainText(broken));
    }),
  );
});

test('the number of requests does not grow with the report', () => {
  const long = reportOf(
    ...Array.from({ length: 200 }, (_, i): Block[] => [
      { kind: 'heading', level: 2, runs: [{ text: `（一）第${i}个问题` }] },
      paragraph(`补录记录${i}份。`),
    ]).flat(),
  );
  expect(requestsOf(imported(long))).toHaveLength(1);
});
