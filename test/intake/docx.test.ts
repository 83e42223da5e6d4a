import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { proposeFrom } from '../../src/intake/propose';
import { readSource } from '../../src/intake/source';
import { DOCUMENT, documentXml, docxOf, level, notesXml, num, numberingXml, p, stylesXml } from './docxOf';

const read = (bytes: Uint8Array) => readSource({ name: '反馈意见.docx', bytes }, () => '');
const paragraphsOf = (bytes: Uint8Array) => {
  const result = read(bytes);
  if (!result.ok) throw new Error(result.faults.map(({ message }) => message).join());
  return result.value;
};
/** Number and text of each paragraph. */
const shown = (body: string, parts: Readonly<Record<string, string>> = {}) =>
  paragraphsOf(docxOf(body, parts)).map(({ label = '', text }) => label + text);

const OFFICIAL =
  level(0, 'chineseCounting', '%1、') +
  level(1, 'chineseCounting', '（%2）') +
  level(2, 'decimal', '%3.') +
  level(3, 'decimal', '（%4）');

describe('automatic numbers', () => {
  it('the four levels of an official document count, and restart below a higher one', () => {
    const body = [
      p('总体评价', num(1)),
      p('主要问题', num(1)),
      p('政治方面', num(1, 1)),
      p('甲', num(1, 2)),
      p('子', num(1, 3)),
      p('丑', num(1, 3)),
      p('乙', num(1, 2)),
      p('寅', num(1, 3)),
      p('作风方面', num(1, 1)),
      p('丙', num(1, 2)),
    ].join('');
    expect(shown(body, { 'numbering.xml': numberingXml([OFFICIAL], [[0]]) })).toEqual([
      '一、总体评价',
      '二、主要问题',
      '（一）政治方面',
      '1.甲',
      '（1）子',
      '（2）丑',
      '2.乙',
      '（1）寅',
      '（二）作风方面',
      '1.丙',
    ]);
  });

  it('a level that never restarts, or only below level one, counts on', () => {
    const levels = (restart: string) =>
      level(0, 'chineseCounting', '%1、') +
      level(1, 'chineseCounting', '（%2）') +
      level(2, 'decimal', '%3.', `<w:lvlRestart w:val="${restart}"/>`);
    const body = [p('甲', num(1)), p('乙', num(1, 1)), p('子', num(1, 2)), p('丙', num(1, 1)), p('丑', num(1, 2))].join(
      '',
    );
    const last = (restart: string) => shown(body, { 'numbering.xml': numberingXml([levels(restart)], [[0]]) })[4];
    expect([last('0'), last('1'), last('2')]).toEqual(['2.丑', '2.丑', '1.丑']);
  });

  it('lists of one definition count on from each other; a start override begins anew', () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const body = p('甲', num(1)) + p('乙', num(2)) + p('丙', num(3)) + p('丁', num(3));
    const numbering = numberingXml([level(0, 'decimal', '%1.')], [[0], [0], [0, override]]);
    expect(shown(body, { 'numbering.xml': numbering })).toEqual(['1.甲', '2.乙', '1.丙', '2.丁']);
  });

  it('a level redefined for one use, several levels in one number, all digits', () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1)')}</w:lvlOverride>`;
    const levels =
      level(0, 'chineseCounting', '第%1章') +
      level(1, 'decimal', '%1.%2') +
      level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>');
    const body = [p('甲', num(1)), p('乙', num(1, 1)), p('丙', num(1, 2)), p('丁', num(2))].join('');
    expect(shown(body, { 'numbering.xml': numberingXml([levels, levels], [[0], [1, own]]) })).toEqual([
      '第一章甲',
      '一.1乙',
      '1.1.1丙',
      'A)丁',
    ]);
  });

  it('come from styles and the styles they are based on; numId 0 takes them away', () => {
    const style = (id: string, inner: string) => `<w:style w:type="paragraph" w:styleId="${id}">${inner}</w:style>`;
    const styles = stylesXml(
      style('a', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>') +
        style('b', '<w:basedOn w:val="a"/>') +
        style('c', '<w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>') +
        style('d', '<w:basedOn w:val="d"/>'),
    );
    const linked = level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="c"/>');
    const body = [
      p('甲', '<w:pStyle w:val="a"/>'),
      p('乙', '<w:pStyle w:val="b"/>'),
      p('丙', '<w:pStyle w:val="c"/>'),
      p('丁', `<w:pStyle w:val="a"/>${num(0)}`),
      p('戊', '<w:pStyle w:val="d"/>'),
    ].join('');
    const bytes = docxOf(body, { 'styles.xml': styles, 'numbering.xml': numberingXml([linked], [[0]]) });
    expect(paragraphsOf(bytes)).toEqual([
      { text: '甲', label: '一、', level: 1 },
      { text: '乙', label: '二、', level: 1 },
      { text: '丙', label: '（一）', level: 1 },
      { text: '丁', level: 1 },
      { text: '戊' },
    ]);
  });

  it('a definition that points to a list style counts as that style', () => {
    const numbering = numberingXml(['<w:numStyleLink w:val="公文"/>', `<w:styleLink w:val="公文"/>${OFFICIAL}`], [[0]]);
    expect(shown(p('甲', num(1)), { 'numbering.xml': numbering })).toEqual(['一、甲']);
  });

  it.each([
    ['chineseCountingThousand', 11, '十一'],
    ['chineseLegalSimplified', 2, '贰'],
    ['ideographTraditional', 3, '丙'],
    ['ideographDigital', 10, '一〇'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalEnclosedCircle', 2, '②'],
    ['decimalZero', 7, '07'],
    ['upperRoman', 9, 'IX'],
    ['lowerLetter', 28, 'bb'],
    ['bullet', 1, ''],
    ['none', 1, ''],
    ['constructor', 2, '2'],
  ])('%s shows %i as %s', (format, value, text) => {
    const numbering = numberingXml([level(0, format, '%1')], [[0]]);
    const body = p('甲', num(1)).repeat(value);
    expect(shown(body, { 'numbering.xml': numbering })[value - 1]).toBe(`${text}甲`);
  });

  it('an empty numbered paragraph counts but gives no text', () => {
    const numbering = numberingXml([OFFICIAL], [[0]]);
    expect(shown(p('甲', num(1)) + p('', num(1)) + p('乙', num(1)), { 'numbering.xml': numbering })).toEqual([
      '一、甲',
      '',
      '三、乙',
    ]);
  });
});

describe('what a reader of the document sees', () => {
  const run = (inner: string) => `<w:r>${inner}</w:r>`;

  it('deleted and moved-away text goes, inserted and moved-in text stays', () => {
    const body = `<w:p><w:del w:id="1">${run('<w:delText>旧</w:delText>')}</w:del><w:ins w:id="2">${run('<w:t>新</w:t>')}</w:ins><w:moveFrom w:id="3">${run('<w:t>移走</w:t>')}</w:moveFrom><w:moveTo w:id="4">${run('<w:t>移来</w:t>')}</w:moveTo></w:p>`;
    expect(shown(body)).toEqual(['新移来']);
  });

  it('a paragraph whose mark was deleted goes on in the next', () => {
    const body = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('<w:t>前半</w:t>')}</w:p>${p('后半')}`;
    expect(shown(body)).toEqual(['前半后半']);
  });

  it('numbers and styles from before a tracked change do not count', () => {
    const numbering = numberingXml([OFFICIAL], [[0]]);
    const body = `${p('甲', num(1))}<w:p><w:pPr><w:pPrChange w:id="1"><w:pPr>${num(1)}</w:pPr></w:pPrChange></w:pPr>${run('<w:t>乙</w:t>')}</w:p>`;
    expect(shown(body, { 'numbering.xml': numbering })).toEqual(['一、甲', '乙']);
  });

  it('of a field the result, not the instruction; links, content controls and symbols', () => {
    const field = `${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>PAGE</w:instrText>')}${run('<w:t>指令</w:t>')}${run('<w:fldChar w:fldCharType="separate"/>')}${run('<w:t>结果</w:t>')}${run('<w:fldChar w:fldCharType="end"/>')}`;
    const body = `<w:p>${field}<w:hyperlink>${run('<w:t>链接</w:t>')}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="名"/></w:sdtPr><w:sdtContent>${run('<w:t>控件</w:t>')}</w:sdtContent></w:sdt>${run('<w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:tab/><w:sym w:font="宋体" w:char="2460"/>')}</w:p>`;
    expect(shown(body)).toEqual(['结果链接控件A-B\t①']);
  });

  it('a soft line break is a line end of its own', () => {
    const proposal = proposeFrom(
      paragraphsOf(
        docxOf(`<w:p>${run('<w:t>中共云溪县司法局党组</w:t><w:br/><w:t>关于巡察整改情况的通报</w:t>')}</w:p>`),
      ),
    );
    expect(proposal.settings.title).toBe('中共云溪县司法局党组关于巡察整改情况的通报');
  });

  it('tables are marked; text boxes and notes come last, as asides', () => {
    const box = `<w:p>${run('<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>')}${run('<w:t>正文</w:t>')}</w:p>`;
    const table = `<w:tbl><w:tr><w:tc>${p('单元格')}</w:tc></w:tr></w:tbl>`;
    const notes = notesXml(
      `<w:footnote w:type="separator" w:id="0">${p('线')}</w:footnote><w:footnote w:id="1">${p('注释')}</w:footnote>`,
    );
    expect(paragraphsOf(docxOf(box + table + p('末'), { 'footnotes.xml': notes }))).toEqual([
      { text: '正文' },
      { text: '单元格', inTable: true },
      { text: '末' },
      { text: '框', aside: true },
      { text: '注释', aside: true },
    ]);
  });

  it('other prefixes, the strict namespace, another main part, entities and CDATA', () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const xml = `<x:document xmlns:x="${strict}"><!-- 注 --><x:body><x:p><x:r><x:t>A&amp;B&#x4e00;<![CDATA[<二>]]></x:t></x:r></x:p></x:body></x:document>`;
    const relationships =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document2.xml"/></Relationships>';
    const bytes = zipSync({ '_rels/.rels': strToU8(relationships), 'word/document2.xml': strToU8(xml) });
    expect(paragraphsOf(bytes).map(({ text }) => text)).toEqual(['A&B一<二>']);
  });
});

describe('a .docx that cannot be read', () => {
  const codeOf = (bytes: Uint8Array) => {
    const result = read(bytes);
    return result.ok ? 'read' : result.faults.map(({ code }) => code).join();
  };
  const good = docxOf(p('正文').repeat(50));

  it.each([
    ['a tag left open', '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'],
    ['tags crossed', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['a bare ampersand', '<a>A&B</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['a document type with entities', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['text after the root', '<a/>文字'],
    ['nothing', ''],
  ])('%s', (_, xml) => {
    expect(codeOf(zipSync({ [DOCUMENT]: strToU8(xml) }))).toBe('broken-docx-xml');
  });

  it('broken numbering is named, not skipped', () => {
    const result = read(docxOf(p('甲'), { 'numbering.xml': '<w:numbering>' }));
    expect(result).toMatchObject({ ok: false, faults: [{ code: 'broken-docx-xml' }] });
    if (!result.ok) expect(result.faults[0]?.message).toContain('word/numbering.xml');
  });

  it('cut off, or with changed bytes', () => {
    expect(codeOf(good.slice(0, good.length - 30))).toBe('broken-docx');
    const changed = good.slice();
    const at = 60;
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    expect(['broken-docx', 'broken-docx-xml', 'docx-too-large-inside']).toContain(codeOf(changed));
  });

  it('another kind of package', () => {
    expect(codeOf(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).toBe('not-a-docx');
    expect(codeOf(zipSync({ [DOCUMENT]: strToU8('<html/>') }))).toBe('not-a-docx');
  });

  it('a ZIP bomb, whether it says its size or lies about it', () => {
    const bomb = zipSync({ [DOCUMENT]: new Uint8Array(30 * 1024 * 1024).fill(32) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(codeOf(bomb)).toBe('docx-too-large-inside');
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = lying.length - 22; at > 0; at -= 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    }
    expect(codeOf(lying)).toBe('docx-too-large-inside');
  });

  it('too many entries, or a password on its entries', () => {
    const many = Object.fromEntries(Array.from({ length: 4100 }, (_, i) => [`word/media/${i}.png`, new Uint8Array(1)]));
    expect(codeOf(zipSync(many, { level: 0 }))).toBe('docx-too-large-inside');
    const locked = good.slice();
    const view = new DataView(locked.buffer);
    for (let at = locked.length - 22; at > 0; at -= 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    expect(codeOf(locked)).toBe('encrypted-file');
  });

  it('without any text', () => {
    expect(codeOf(docxOf(p('　')))).toBe('no-text');
    expect(codeOf(zipSync({ [DOCUMENT]: strToU8(documentXml('')) }))).toBe('no-text');
  });
});
