/** The report's text in the template: styles of its own, sections around an attachment, charts, validity. */
import { describe, expect, jest, test } from '@jest/globals';
import type { Block, Table } from '../../../src/report/document';
import { bytesOf, errorsOf, filled, lines, paragraph, refusals, report, SECTION, table, template } from './templates';

jest.setTimeout(120_000);

const TABLE: Table = { columns: [{ header: '列', share: 1, align: 'left' }], rows: [['格']] };
const TEXT: Block = { kind: 'paragraph', runs: [{ text: '正文一段。' }] };
const TITLE: Block[] = [{ kind: 'title', lines: ['关于整改情况', '的通报'] }, { kind: 'blank' }];
const ATTACHMENT: Block = { kind: 'attachment', label: '附件', title: '台账', table: TABLE };
const VALUES = { 标题: '关于整改情况的通报', 空: [] };
const place = paragraph('{@body}');
const main = (body: string, blocks: readonly Block[], section = SECTION): string =>
  filled(template({ body, section, header: paragraph('页眉') }), VALUES, report(...blocks))['word/document.xml'] ?? '';
/** What stands in the document in order: paragraphs' texts, and sections as upright | or turned —. */
const outline = (xml: string): string[] =>
  Array.from(
    xml.matchAll(/<w:sectPr.*?<\/w:sectPr>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gs),
    ([token, text]) => text ?? (token.includes('landscape') ? '—' : '|'),
  );

describe('the text', () => {
  test('stands where its paragraph stood, in styles that are not the template’s', () => {
    const heading: Block = { kind: 'heading', level: 2, runs: [{ text: '（一）方面' }] };
    const xml = main(paragraph('前') + place + paragraph('后'), [heading, TEXT, { kind: 'table', table: TABLE }]);
    // a paragraph of no height keeps the table apart from what follows
    expect(lines(xml)).toEqual(['前', '（一）方面', '正文一段。', '列', '格', '', '后']);
    expect(Array.from(xml.matchAll(/<w:pStyle w:val="(\w+)"/g), ([, id]) => id)).toEqual([
      'RLHeading2',
      'RLNormal',
      'RLLedgerCell',
      'RLLedgerCell',
      'RLNormal',
    ]);
  });

  test('brings its styles once, based on none of the template’s, and leaves those as they are', () => {
    const once = bytesOf(template({ body: place }), VALUES, report(TEXT));
    const styles = filled(template({ body: place }), VALUES, report(TEXT))['word/styles.xml'] ?? '';
    expect(styles).toContain('<w:name w:val="Normal"/><w:rPr><w:color w:val="123456"/></w:rPr></w:style>');
    const own = Array.from(styles.matchAll(/<w:style [^>]*w:styleId="RL\w+".*?<\/w:style>/gs), ([style]) => style);
    expect(own).toHaveLength(7);
    for (const style of own) {
      expect(style).not.toContain('w:default');
      expect(style).not.toMatch(/<w:(?:basedOn|next) w:val="(?!RL)/);
    }
    const again = template({ body: place, more: { 'word/styles.xml': styles } });
    expect(filled(again, VALUES, report(TEXT))['word/styles.xml']).toBe(styles);
    expect(once.length).toBeGreaterThan(0);
  });

  test('fills the width of the template’s page', () => {
    const xml = main(place, [{ kind: 'table', table: TABLE }]);
    expect(xml).toContain(`<w:tblW w:w="${11906 - 3600}" w:type="dxa"/>`);
  });

  test('leaves its title to {标题} where the template has that, broken into the same lines in a paragraph of its own', () => {
    expect(lines(main(place, [...TITLE, TEXT]))).toEqual(['关于整改情况\n的通报', '', '正文一段。']);
    expect(lines(main(paragraph('{标题}') + place, [...TITLE, TEXT]))).toEqual(['关于整改情况\n的通报', '正文一段。']);
    expect(lines(main(paragraph('《{标题}》') + place, [...TITLE, TEXT]))).toEqual([
      '《关于整改情况的通报》',
      '正文一段。',
    ]);
  });

  test('is not there without {@body}', () => {
    expect(lines(main(paragraph('{标题}'), [...TITLE, TEXT]))).toEqual(['关于整改情况\n的通报']);
  });
});

describe('an attachment', () => {
  test('at the end turns the last page; what stood before keeps the template’s section', () => {
    const xml = main(paragraph('前') + place, [TEXT, ATTACHMENT]);
    expect(outline(xml)).toEqual(['前', '|', '正文一段。', '附件', '台账', '列', '格', '—']);
    const [upright = '', turned = ''] = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
    expect(upright).toBe(
      SECTION.replace('<w:sectPr>', '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'),
    );
    expect(turned).toBe(
      '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1800" w:right="1440" w:bottom="1800" w:left="1440" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>',
    );
    expect(xml).toContain(`<w:tblW w:w="${16838 - 2880}" w:type="dxa"/>`);
  });

  test('at the end, with but an empty paragraph after it, makes no empty upright page', () => {
    expect(
      outline(main(`${place}<w:p/><w:p><w:r><w:t xml:space="preserve"> </w:t></w:r></w:p>`, [TEXT, ATTACHMENT])),
    ).toEqual(['|', '正文一段。', '附件', '台账', '列', '格', ' ', '—']);
  });

  test('before more of the template is followed by the template’s section, going on', () => {
    const section =
      '<w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/><w:pgNumType w:fmt="numberInDash" w:start="1"/><w:titlePg/></w:sectPr>';
    const broken = '<w:p><w:r><w:br w:type="page"/></w:r><w:r><w:t>后</w:t></w:r></w:p>';
    const xml = main(place + broken, [TEXT, ATTACHMENT], section);
    expect(outline(xml)).toEqual(['|', '正文一段。', '附件', '台账', '列', '格', '—', '后', '|']);
    const [first = '', turned = '', last = ''] = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
    expect(first).toContain('<w:titlePg/>');
    expect(first).toContain('w:start="1"');
    expect(turned).toContain('<w:pgNumType w:fmt="numberInDash"/>');
    expect(last).toContain('<w:type w:val="nextPage"/>');
    expect(last).toContain('<w:pgNumType w:fmt="numberInDash"/></w:sectPr>');
    expect(last).toContain('<w:headerReference');
    // the attachment begins a page anyway
    expect(xml).not.toContain('w:type="page"');
  });

  test('in one of several sections leaves the others as they are', () => {
    const own = SECTION.replace('1440', '1000');
    const body = `${place}<w:p><w:pPr>${own}</w:pPr></w:p>${paragraph('另一节')}`;
    const xml = main(body, [TEXT, ATTACHMENT]);
    expect(outline(xml)).toEqual(['|', '正文一段。', '附件', '台账', '列', '格', '—', '另一节', '|']);
    expect(xml).toContain('w:top="1000"');
    expect(outline(main(body, [TEXT]))).toEqual(['正文一段。', '|', '另一节', '|']);
  });

  test('keeps the section that ends in the paragraph of {@body}', () => {
    const body = `<w:p><w:pPr>${SECTION}</w:pPr><w:r><w:t>{@body}</w:t></w:r></w:p>${paragraph('另一节')}`;
    expect(outline(main(body, [TEXT]))).toEqual(['正文一段。', '|', '另一节', '|']);
  });

  test('stands on a page of ours where the template has no section', () => {
    expect(outline(main(place, [TEXT, ATTACHMENT], ''))).toEqual(['|', '正文一段。', '附件', '台账', '列', '格', '—']);
    expect(outline(main(place + paragraph('后'), [TEXT, ATTACHMENT], ''))).toEqual([
      ...['|', '正文一段。', '附件', '台账', '列', '格', '—', '后', '|'],
    ]);
  });
});

describe('Microsoft’s Open XML SDK finds nothing wrong with', () => {
  const blocks: Block[] = [
    { kind: 'mark', text: '内部' },
    ...TITLE,
    ...([1, 2, 3, 4] as const).map((level): Block => ({ kind: 'heading', level, runs: [{ text: '题' }] })),
    TEXT,
    { kind: 'table', table: TABLE },
    {
      kind: 'form',
      form: {
        columns: [1, 2],
        rows: [
          [
            { text: '栏', label: true },
            { text: '', lines: 2 },
          ],
        ],
      },
    },
    { kind: 'attachments', names: ['甲', '乙'] },
    { kind: 'signature', unit: '单位', date: '2026年9月15日' },
    ATTACHMENT,
    ATTACHMENT,
  ];

  test.each([
    ['the text alone', place],
    ['the text among others', paragraph('{标题}') + place + table(['{#空}一', '二{/空}']) + paragraph('后')],
  ])('every kind of block: %s', async (_, body) => {
    const bytes = bytesOf(template({ body, header: paragraph('{标题}') }), VALUES, report(...blocks));
    expect(await errorsOf(bytes)).toEqual([]);
  });
});

test('charts are refused, since they are parts of their own', () => {
  const chart: Block = {
    kind: 'chart',
    chart: { form: 'column', title: '图', alt: '图的文字', categories: ['甲'], series: [{ name: '数', values: [1] }] },
  };
  expect(refusals(template({ body: place }), VALUES, report(TEXT, chart))).toEqual([
    '模板中不能放图表，请不用模板生成这份文件。',
  ]);
});
