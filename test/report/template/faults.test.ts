/** What is wrong with a template is said whole, by place and name, before anything is made. */
import { describe, expect, test } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { TemplateValues } from '../../../src/report/template';
import { codes, MAIN_TYPE, paragraph, refusals, table, template } from './templates';

const VALUES: TemplateValues = {
  标题: '通报',
  反馈问题数: 4,
  已完成数: 1,
  是定稿: false,
  问题清单: [{ 序号: 1, 问题: '甲', 措施: [] }],
};
const said = (...body: string[]) => refusals(template({ body: body.join('') }), VALUES);

describe('a tag', () => {
  test('that is unknown is named with its place, and near names', () => {
    expect(said(paragraph('{标题}'), paragraph(''), paragraph('共{反馈问题总数}个'))).toEqual([
      '模板正文第2段：没有标签“{反馈问题总数}”，是否应为“{反馈问题数}”？请改正。',
    ]);
    expect(said(paragraph('{constructor}'))).toEqual(['模板正文第1段：没有标签“{constructor}”，请改正。']);
  });

  test('in a table is placed by table and row', () => {
    expect(said(table(['甲']), paragraph('文'), table(['甲'], ['{乙丙}']))).toEqual([
      '模板第2个表格第2行：没有标签“{乙丙}”，请改正。',
    ]);
  });

  test('in a header or footer is placed there', () => {
    const source = template({ body: paragraph('{标题}'), header: paragraph('{甲乙}'), footer: paragraph('{@body}') });
    expect(refusals(source, VALUES)).toEqual([
      '模板页眉：没有标签“{甲乙}”，请改正。',
      '模板页脚：“{@body}”只能写在正文中，请移到正文中单独成段。',
    ]);
  });

  test('of a list’s items has no value outside the list, even an empty one', () => {
    const body = paragraph('{牵头领导}') + paragraph('{#问题清单}{牵头领导}{#措施}{时限}{/措施}{/问题清单}');
    const sentence = '模板正文第1段：标签“{牵头领导}”只能写在“{#问题清单}……{/问题清单}”之间。';
    expect(refusals(template({ body }), VALUES)).toEqual([sentence]);
    expect(refusals(template({ body }), { ...VALUES, 问题清单: [] })).toEqual([sentence]);
  });

  test('that is a list is no text, and an item needs a list', () => {
    expect(said(paragraph('{问题清单}'), paragraph('{.}'))).toEqual([
      '模板正文第1段：“{问题清单}”是列表，请写作“{#问题清单}……{/问题清单}”。',
      '模板正文第2段：标签“{.}”只能写在列表的起止标签之间。',
    ]);
  });

  test.each([
    ['{{反馈问题数}}', '“{{反馈问题数}}”是报告素材的占位符，模板中请写一对花括号“{反馈问题数}”。'],
    ['{见附件1，共3页}', '“{见附件1，共3页}”不是标签，请改正，或去掉花括号。'],
    ['{}', '“{}”不是标签，请改正，或去掉花括号。'],
    ['{@标题}', '“{@标题}”不是标签，请改正，或去掉花括号。'],
    ['｛标题｝', '“｛标题｝”用了全角花括号，请改为半角“{”和“}”。'],
    ['｛／问题清单｝', '“｛／问题清单｝”用了全角花括号，请改为半角“{”和“}”。'],
    ['标题是{标题', '“{标题”处的花括号不成对，标签应写作“{标题}”并在同一段内。'],
    ['标题}是', '“标题}”处的花括号不成对，标签应写作“{标题}”并在同一段内。'],
  ])('written %s is told apart', (text, sentence) => {
    expect(said(paragraph(text))).toEqual([`模板正文第1段：${sentence}`]);
  });

  test('does not go on across a line break', () => {
    const broken = '<w:p><w:r><w:t>{标</w:t><w:br/><w:t>题}</w:t></w:r></w:p>';
    expect(codes(template({ body: broken }), VALUES)).toEqual(['template-brace', 'template-brace']);
  });

  test('is not seen in full-width braces around anything else', () => {
    expect(said(paragraph('{标题}｛集合｝'))).toEqual([]);
  });
});

describe('a loop', () => {
  test('that is not closed, not opened or crossed is named', () => {
    expect(said(paragraph('{#问题清单}{#是定稿}{/问题清单}'), paragraph('{/是定稿}'), paragraph('{^是定稿}'))).toEqual([
      '模板正文第1段：“{#是定稿}”没有对应的“{/是定稿}”，请补上。',
      '模板正文第2段：“{/是定稿}”之前没有对应的起始标签，请补上或删去。',
      '模板正文第3段：“{^是定稿}”没有对应的“{/是定稿}”，请补上。',
    ]);
  });

  test('that begins in one place and ends in another it cannot be repeated to is refused', () => {
    const sentence =
      '模板正文第1段：“{#问题清单}”和“{/问题清单}”的位置不配套：应在同一段、同一表格行内，或分别在一段的开头和一段的末尾。';
    expect(said(paragraph('{#问题清单}'), table(['{/问题清单}']))).toEqual([sentence]);
    expect(said(paragraph('前{#问题清单}'), paragraph('{/问题清单}'))).toEqual([sentence]);
    expect(said(paragraph('{#问题清单}'), paragraph('{/问题清单}后'))).toEqual([sentence]);
  });

  test('does not go on from a header to a footer', () => {
    const source = template({ body: paragraph('文'), header: paragraph('{#是定稿}'), footer: paragraph('{/是定稿}') });
    expect(codes(source, VALUES)).toEqual(['template-unclosed-loop', 'template-unopened-loop']);
  });
});

describe('{@body}', () => {
  const place = '“{@body}”应在正文中单独成段，不能在段落文字之间，也不能在表格、文本框、内容控件、列表或条件中。';

  test('stands alone in a paragraph of the text, once', () => {
    expect(said(paragraph('正文：{@body}'))).toEqual([`模板正文第1段：${place}`]);
    expect(said(table(['{@body}']))).toEqual([`模板第1个表格第1行：${place}`]);
    expect(said(paragraph('{^是定稿}'), paragraph('{@body}'), paragraph('{/是定稿}'))).toEqual([
      `模板正文第2段：${place}`,
    ]);
    expect(said(paragraph('{@body}'), paragraph('{@body}'))).toEqual([
      '模板正文第2段：“{@body}”只能写一次，请删去这一处。',
    ]);
  });
});

test('all faults are told at once, in the order of the document', () => {
  const body = [paragraph('{标提}'), paragraph('{{标题}}'), table(['{#问题清单}']), paragraph('x{@body}')].join('');
  expect(codes(template({ body, header: paragraph('{页}') }), VALUES).sort()).toEqual([
    'template-body-place',
    'template-placeholder',
    'template-unclosed-loop',
    'template-unknown-tag',
    'template-unknown-tag',
  ]);
});

describe('a file', () => {
  const body = paragraph('{标题}');
  const rezipped = (change: Record<string, Uint8Array>): Uint8Array =>
    zipSync({ ...unzipSync(template({ body })), ...change });
  const ofType = (mainType: string) => codes(template({ body, mainType }), VALUES);

  test('of another format is told what to be saved as', () => {
    expect(codes(new Uint8Array(), VALUES)).toEqual(['template-empty']);
    expect(codes(strToU8('%PDF-1.7'), VALUES)).toEqual(['template-not-docx']);
    expect(codes(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), VALUES)).toEqual(['template-old-word']);
    expect(ofType(MAIN_TYPE.replace('document.main', 'template.main'))).toEqual(['template-dotx']);
    expect(ofType('application/vnd.ms-word.document.macroEnabled.main+xml')).toEqual(['template-macros']);
    expect(refusals(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), VALUES)).toEqual([
      '模板不是Word文档（.docx），请用Word或WPS打开后另存为.docx再上传。',
    ]);
  });

  test('that is broken is refused', () => {
    const whole = template({ body });
    expect(codes(whole.slice(0, 200), VALUES)).toEqual(['template-broken']);
    const xml = (text: string) => codes(rezipped({ 'word/document.xml': strToU8(text) }), VALUES);
    expect(xml('<w:document><w:body></w:document>')).toEqual(['template-broken']);
    expect(xml('<!DOCTYPE a><w:document/>')).toEqual(['template-broken']);
    expect(xml('<document/>')).toEqual(['template-broken']);
  });

  test('that swells when it is unpacked, or is too large, is refused', () => {
    const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
    expect(codes(rezipped({ 'word/media/a.bin': zeros(4) }), VALUES)).toEqual(['template-too-large']);
    expect(codes(zipSync({ a: zeros(11) }, { level: 0 }), VALUES)).toEqual(['template-too-large']);
    // packs to a hundredth, as honest XML may
    const long = Array.from({ length: 90_000 }, (_, i) => `<w:p><!--${'长'.repeat(30)}${i * 7919}--></w:p>`).join('');
    expect(codes(rezipped({ 'word/document.xml': strToU8(long) }), VALUES)).toEqual(['template-too-large']);
  });

  test('without any tag is probably the wrong one', () => {
    expect(codes(template({ body: paragraph('通知') }), VALUES)).toEqual(['template-untagged']);
  });
});
