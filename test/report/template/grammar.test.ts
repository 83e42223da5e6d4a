/** The template's grammar, docxtemplater's, as Word and LibreOffice write it. */
import { describe, expect, test } from '@jest/globals';
import { strToU8, unzipSync } from 'fflate';
import type { TemplateValues } from '../../../src/report/template';
import { bytesOf, filled, lines, linesOf, paragraph, table, template } from './templates';

const VALUES: TemplateValues = {
  单位: '青石镇财政所',
  数: 3,
  零: 0,
  空: '',
  是: true,
  否: false,
  多行: '第一行\n第二行',
  险: '<w:p/>&"{单位}',
  清单: [
    { 名: '甲', 项: [{ 名: '甲一' }, { 名: '甲二' }] },
    { 名: '乙', 项: [] },
  ],
  词: ['春', '夏'],
  无: [],
};
const fillIn = (...body: string[]) => linesOf(body.join(''), VALUES);

describe('a value', () => {
  test('stands where its tag stood, blanks inside the braces allowed', () => {
    expect(fillIn(paragraph('单位：{单位}，共{ 数 }项{空}。'))).toEqual(['单位：青石镇财政所，共3项。']);
  });

  test('is text: markup and tags in it are not read', () => {
    expect(fillIn(paragraph('{险}'))).toEqual(['&lt;w:p/&gt;&amp;&quot;{单位}']);
  });

  test('has a break for each line end', () => {
    const xml = filled(template({ body: paragraph('{多行}') }), VALUES)['word/document.xml'];
    expect(xml).toContain('>第一行</w:t><w:br/><w:t xml:space="preserve">第二行<');
  });

  test('that is yes or no is 是 or 否', () => {
    expect(fillIn(paragraph('{是}{否}'))).toEqual(['是否']);
  });

  test('keeps the formatting of the run in which the tag begins, whatever it is split over', () => {
    const body =
      '<w:p><w:r><w:t>前</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>{</w:t></w:r><w:bookmarkStart w:id="1" w:name="甲"/><w:r w:rsidR="00A1"><w:rPr><w:i/></w:rPr><w:lastRenderedPageBreak/><w:t>单</w:t></w:r><w:bookmarkEnd w:id="1"/><w:proofErr w:type="spellEnd"/><w:r><w:rPr><w:i/></w:rPr><w:t>位}后</w:t></w:r></w:p>';
    const xml = filled(template({ body }), VALUES)['word/document.xml'] ?? '';
    expect(xml).toContain('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">青石镇财政所</w:t></w:r>');
    expect(xml).toContain('<w:rPr><w:i/></w:rPr><w:t xml:space="preserve">后</w:t>');
    expect(lines(xml)).toEqual(['前青石镇财政所后']);
  });

  test('is filled in links, text boxes and their copies for old readers, not in what was deleted', () => {
    const box = `<w:txbxContent>${paragraph('框{数}')}</w:txbxContent>`;
    const body = `<w:p><w:hyperlink r:id="rId1"><w:r><w:t>{单位}</w:t></w:r></w:hyperlink><w:del w:id="3"><w:r><w:delText>{没有}</w:delText></w:r></w:del><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const xml = filled(template({ body }), VALUES)['word/document.xml'] ?? '';
    expect(xml.match(/框<\/w:t><w:t xml:space="preserve">3</g)).toHaveLength(2);
    expect(xml).toContain('青石镇财政所');
    expect(xml).toContain('<w:delText>{没有}</w:delText>');
  });
});

describe('headers and footers', () => {
  test('are filled too', () => {
    const parts = filled(
      template({ body: paragraph('文'), header: paragraph('{单', '位}'), footer: paragraph('{#是}第{数}版{/}') }),
      VALUES,
    );
    expect(lines(parts['word/header1.xml'] ?? '')).toEqual(['青石镇财政所']);
    expect(lines(parts['word/footer1.xml'] ?? '')).toEqual(['第3版']);
  });
});

describe('notes', () => {
  test('are filled as headers are', () => {
    const plain = unzipSync(template({ body: paragraph('文') }));
    const types = Buffer.from(plain['[Content_Types].xml'] ?? []).toString();
    const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml';
    const note = `<Override PartName="/word/footnotes.xml" ContentType="${kind}"/></Types>`;
    const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const more = {
      '[Content_Types].xml': types.replace('</Types>', note),
      'word/footnotes.xml': `<w:footnotes xmlns:w="${w}"><w:footnote w:id="1">${paragraph('注{数}')}</w:footnote></w:footnotes>`,
    };
    expect(lines(filled(template({ body: '', more }), VALUES)['word/footnotes.xml'] ?? '')).toEqual(['注3']);
  });
});

describe('a condition', () => {
  test.each([
    ['是', 'A'],
    ['数', 'A'],
    ['单位', 'A'],
    ['清单', 'AA'],
    ['否', 'B'],
    ['零', 'B'],
    ['空', 'B'],
    ['无', 'B'],
  ])('on %s', (name, expected) => {
    expect(fillIn(paragraph(`x{#${name}}A{/${name}}{^${name}}B{/}`))).toEqual([`x${expected}`]);
  });

  test('over whole paragraphs, its tags at the beginning of one and the end of another', () => {
    const body = (flag: string) =>
      [paragraph('前'), paragraph(`{#${flag}}一`), paragraph('二'), paragraph(`三{/${flag}}`), paragraph('后')].join(
        '',
      );
    expect(fillIn(body('是'))).toEqual(['前', '一', '二', '三', '后']);
    expect(fillIn(body('否'))).toEqual(['前', '后']);
  });
});

describe('a loop', () => {
  test('in one paragraph repeats what is between, over runs of several formats', () => {
    expect(fillIn(paragraph('有{#清', '单}{名', '}、{/清单', '}等。'))).toEqual(['有甲、乙、等。']);
    expect(fillIn(paragraph('{#词}{.}；{/词}'))).toEqual(['春；夏；']);
  });

  test('may stand in nearly thirty others', () => {
    const depth = 29;
    const text = `${'{#是}'.repeat(depth)}{单位}${'{/}'.repeat(depth)}`;
    expect(fillIn(paragraph(text))).toEqual(['青石镇财政所']);
  });

  test('keeps the format of each stretch in every round', () => {
    const body =
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>列{#词}题</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>{.}</w:t></w:r><w:r><w:rPr><w:u/></w:rPr><w:t>尾{/词}完</w:t></w:r></w:p>';
    const xml = filled(template({ body }), VALUES)['word/document.xml'] ?? '';
    const run = (mark: string, text: string) =>
      `<w:r><w:rPr><w:${mark}/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    expect(xml).toContain(
      [
        run('b', '列'),
        run('b', '题'),
        run('i', '春'),
        run('u', '尾'),
        run('b', '题'),
        run('i', '夏'),
        run('u', '尾'),
        run('u', '完'),
      ].join(''),
    );
  });

  test('whose tags are alone in their paragraphs repeats what is between and loses those', () => {
    const body = [
      paragraph('{#清单}'),
      paragraph('{名}：'),
      table(['{名}', '{数}']),
      paragraph('{/清单}'),
      paragraph('完'),
    ];
    expect(fillIn(...body)).toEqual(['甲：', '甲|3', '乙：', '乙|3', '完']);
  });

  test('within a loop sees the inner item first, then those around it', () => {
    const body = [paragraph('{#清单}'), paragraph('{名}{#项}【{名}{单位}】{/项}{^项}没有{/项}'), paragraph('{/清单}')];
    expect(fillIn(...body)).toEqual(['甲【甲一青石镇财政所】【甲二青石镇财政所】', '乙没有']);
  });

  test('opened and closed in cells of one row repeats the row', () => {
    expect(fillIn(table(['序', '名'], ['{#清单}{数}', '{名}{/清单}'], ['合', '计']))).toEqual([
      '序|名',
      '3|甲',
      '3|乙',
      '合|计',
    ]);
  });

  test('twice around one row nests as written', () => {
    expect(fillIn(table(['{#清单}{#项}{单位}', '{名}{/项}{/清单}'], ['合', '计']))).toEqual([
      '青石镇财政所|甲一',
      '青石镇财政所|甲二',
      '合|计',
    ]);
  });

  test('over several rows repeats them together, and the cells may loop themselves', () => {
    expect(fillIn(table(['{#清单}{名}', '起'], ['{#项}{名}、{/项}', '止{/清单}']))).toEqual([
      '甲|起',
      '甲一、甲二、|止',
      '乙|起',
      '|止',
    ]);
  });

  test('without items leaves no empty table, and no cell without a paragraph', () => {
    const xml = filled(template({ body: table(['{#无}一', '二{/无}']) + paragraph('完') }), VALUES)[
      'word/document.xml'
    ];
    expect(xml).not.toContain('<w:tbl>');
    const cell = `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/>${paragraph('{#无}')}${paragraph('x')}${paragraph('{/无}')}</w:tc></w:tr></w:tbl>`;
    expect(filled(template({ body: cell + paragraph('完') }), VALUES)['word/document.xml']).toContain(
      '<w:tcPr/><w:p/></w:tc>',
    );
  });

  test('repeats no bookmark and no paragraph id', () => {
    const body = `${paragraph('{#词}')}<w:p w14:paraId="0A0B0C0D"><w:bookmarkStart w:id="7" w:name="b"/><w:r><w:t>{.}</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>${paragraph('{/词}')}`;
    const xml = filled(template({ body }), VALUES)['word/document.xml'] ?? '';
    expect(lines(xml)).toEqual(['春', '夏']);
    expect(xml.match(/w14:paraId|<w:bookmarkStart/g)).toHaveLength(2);
  });

  test('tag that shares its paragraph with a page break keeps that', () => {
    const end = '<w:p><w:r><w:t>{/清单}</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>';
    const xml =
      filled(template({ body: paragraph('{#清单}') + paragraph('{名}') + end }), VALUES)['word/document.xml'] ?? '';
    expect(lines(xml)).toEqual(['甲', '乙', '']);
    expect(xml.match(/w:type="page"/g)).toHaveLength(1);
  });
});

describe('what bears no tag', () => {
  test('is copied byte for byte, parts and all', () => {
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255, 13, 10, 26]);
    const odd = "<w:settings xmlns:w='x'  >\r\n<w:zoom\tw:percent='100'/><!-- {单位} --></w:settings>";
    const source = template({
      body: `<w:p  w:rsidR='00'><w:r><w:t>a &#x4E2D; b</w:t></w:r></w:p >${paragraph('{数}')}`,
      header: paragraph('页眉'),
      more: { 'word/media/image1.png': picture, 'word/settings.xml': odd, 'word/theme/theme1.xml': '<a/>' },
    });
    const before = unzipSync(source);
    const after = unzipSync(bytesOf(source, VALUES));
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const path of Object.keys(before).filter((one) => one !== 'word/document.xml')) {
      expect([path, after[path]]).toEqual([path, before[path]]);
    }
    const main = Buffer.from(before['word/document.xml'] ?? []).toString();
    const expected = main.replace('{数}', '3');
    expect(Buffer.from(after['word/document.xml'] ?? []).toString()).toBe(expected);
  });

  test('gives the same bytes each time', () => {
    const source = template({ body: paragraph('{单位}') });
    expect(bytesOf(source, VALUES)).toEqual(bytesOf(source, VALUES));
  });

  test('may have a byte order mark, and a main part of another name', () => {
    const parts = unzipSync(template({ body: paragraph('{单位}') }));
    const main = Buffer.from(parts['word/document.xml'] ?? []).toString();
    const source = template({
      body: '',
      more: {
        'word/document.xml': undefined,
        'word/document2.xml': strToU8(`\ufeff${main}`),
        '[Content_Types].xml': Buffer.from(parts['[Content_Types].xml'] ?? [])
          .toString()
          .replace('document.xml', 'document2.xml'),
      },
    });
    expect(lines(filled(source, VALUES)['word/document2.xml'] ?? '')).toEqual(['青石镇财政所']);
  });
});
