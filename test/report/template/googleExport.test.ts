/** Templates as Google Docs writes them as .docx: a default namespace, controls of its own, runs split, styles inlined. */
import { fillTemplate } from '../../../src/report/template';
import { errorsOf, filled, lines, partsOf, report, template } from './templates';

const VALUES = { 标题: '整改通报', 单位: '青禾县水务局', 问题清单: [{ 编号: '1' }, { 编号: '2' }], 编号: '' };
let controls = 0;
const control = (inner: string, lock = ''): string => {
  controls += 1;
  const own = `${lock}<w:id w:val="${controls}"/><w:tag w:val="goog_rdk_${controls}"/>`;
  return `<w:sdt><w:sdtPr>${own}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
};
const FONT = '<w:rFonts w:ascii="FangSong" w:cs="FangSong" w:eastAsia="FangSong" w:hAnsi="FangSong"/>';
const run = (text: string, more = ''): string =>
  `<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr>${FONT}${more}<w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const EMPTY =
  '<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr><w:rtl w:val="0"/></w:rPr></w:r>';
const p = (inner: string): string =>
  `<w:p w:rsidR="00000000" w:rsidDel="00000000" w:rsidP="00000000" w:rsidRDefault="00000000" w:rsidRPr="00000000" w14:paraId="00000001"><w:pPr><w:rPr>${FONT}</w:rPr></w:pPr>${inner}${EMPTY}</w:p>`;
const LOCKED = '<w:lock w:val="contentLocked"/>';
const cell = (inner: string): string => `<w:tc><w:tcPr/>${p(inner)}</w:tc>`;
const list =
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr>${cell(run('{#问题清单}{编'))}${cell(run('{编号}{/问题清单}'))}</w:tr></w:tbl>`.replace(
    '{编</w:t></w:r>',
    `{编</w:t></w:r>${control(run('号}'))}`,
  );

const GOOGLE = template({
  body: `${p(run('{') + run('标题', '<w:b w:val="1"/>') + control(run('}')))}${p(run('{@body}'))}${control(list, LOCKED)}`,
  header: control(`<w:p>${run('{单')}${run('位}')}</w:p>`, LOCKED),
});

test('tags split over its runs and controls are filled, rows in its tables repeated, headers filled, and the text put in', async () => {
  const text = report({ kind: 'paragraph', runs: [{ text: '正文。' }] });
  const parts = filled(GOOGLE, VALUES, text);
  const main = parts['word/document.xml'] ?? '';
  expect(lines(main)).toEqual(expect.arrayContaining(['整改通报', '正文。', '1|1', '2|2']));
  expect(parts['word/header1.xml']).toContain('青禾县水务局');
  expect(JSON.stringify(parts)).not.toMatch(/\{[#/@]?[\p{L}]+\}/u);
  const result = fillTemplate(GOOGLE, VALUES, text);
  expect(await errorsOf(result.ok ? result.value.bytes : GOOGLE)).toEqual([]);
  expect(result.ok).toBe(true);
});

test('its default namespace is no hindrance', () => {
  const space = 'xmlns="http://schemas.microsoft.com/office/tasks/2019/documenttasks"';
  const xml = (partsOf(GOOGLE)['word/document.xml'] ?? '').replace('<w:document ', `<w:document ${space} `);
  const result = template({ body: '', more: { 'word/document.xml': xml } });
  expect(lines(filled(result, VALUES)['word/document.xml'] ?? '')).toContain('整改通报');
});

test.each([
  ['the text in its paragraph', control(p(run('{@body}'))), ['正文。']],
  ['the text in its run', p(control(run('{@body}'))), ['正文。']],
  ['a condition', p(control(run('{#单位}')) + run('有') + control(run('{/单位}'))), ['有']],
  [
    'values in one that is locked',
    control(p(control(run('{标题}')) + run('有') + control(run('{单位}'))), LOCKED),
    ['整改通报有青禾县水务局'],
  ],
])('controls of its own are no bounds to tags: %s', async (_, body, want) => {
  const text = report({ kind: 'paragraph', runs: [{ text: '正文。' }] });
  const main = filled(template({ body }), VALUES, text)['word/document.xml'] ?? '';
  expect(lines(main)).toEqual(want);
  expect(main).not.toContain('w:sdt');
});
