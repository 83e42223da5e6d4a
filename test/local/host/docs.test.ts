import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { paragraphsOf, placed, plainText } from '../../../local/host/services/docs/text';
import { ProgramFiles } from '../../../local/workbench/server/files';
import { imported, reports } from '../../google/docs/documents';
import { CLERK, ledger, OWNER } from './ledger';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const DOC = 'application/vnd.google-apps.document';
const SERVICES = [
  { userSymbol: 'Drive', serviceId: 'drive', version: 'v3' },
  { userSymbol: 'Docs', serviceId: 'docs', version: 'v1' },
];
const manifest = (...scopes: string[]) => ({
  timeZone: 'Asia/Shanghai',
  oauthScopes: ['spreadsheets', ...scopes].map((scope) => `https://www.googleapis.com/auth/${scope}`),
  dependencies: { enabledAdvancedServices: SERVICES },
});

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
function docx(body: string, parts: Record<string, string> = {}): number[] {
  const all = { 'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`, ...parts };
  const zip = zipSync(Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, strToU8(xml)])));
  return Array.from(new Int8Array(zip.buffer, zip.byteOffset, zip.length));
}
const CREATE = `const made = Drive.Files.create({ name: '报告', mimeType: '${DOC}' }, Utilities.newBlob(a, '${DOCX}', '报告.docx'));`;
const TWO = docx(p('整改𠮷情况') + p('补录记录'));

/** The id of a Google Doc of the body. */
function doc(given: ReturnType<typeof ledger>, bytes = TWO): string {
  return String(given.run(`${CREATE} return made.id;`, 'menu', [bytes]));
}

describe('documents.get (Docs API v1)', () => {
  test('tells id, title, body, styles; a code unit is one index, the section break the first', () => {
    const given = ledger();
    const id = doc(given);
    expect(given.run('return Docs.Documents.get(a);', 'menu', [id])).toMatchObject({
      documentId: id,
      title: '报告',
      suggestionsViewMode: 'SUGGESTIONS_INLINE',
      body: {
        content: [
          { endIndex: 1, sectionBreak: { sectionStyle: {} } },
          {
            startIndex: 1,
            endIndex: 8,
            paragraph: {
              elements: [{ startIndex: 1, endIndex: 8, textRun: { content: '整改𠮷情况\n', textStyle: {} } }],
              paragraphStyle: { namedStyleType: 'NORMAL_TEXT', direction: 'LEFT_TO_RIGHT' },
            },
          },
          { startIndex: 8, endIndex: 13 },
        ],
      },
      namedStyles: {
        styles: [{ namedStyleType: 'NORMAL_TEXT', textStyle: { fontSize: { magnitude: 11, unit: 'PT' } } }],
      },
    });
    expect(given.host.calls().pop()).toMatchObject({ service: 'Docs', method: 'Documents.get' });
  });

  test('a table takes one index before its rows, rows and cells, and one after them', () => {
    const given = ledger();
    const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
    const row = (...texts: string[]) => `<w:tr>${texts.map(cell).join('')}</w:tr>`;
    const id = doc(
      given,
      docx(
        `${p('')}<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid>${row('', '')}${row('', '')}</w:tbl>${p('')}`,
      ),
    );
    const [, , table, last] = Object(
      given.run(`return Docs.Documents.get(a, { fields: 'body' }).body.content;`, 'menu', [id]),
    );
    expect(table).toMatchObject({
      startIndex: 2,
      endIndex: 14,
      table: {
        columns: 2,
        rows: 2,
        tableRows: [
          {
            startIndex: 3,
            endIndex: 8,
            tableCells: [
              { startIndex: 4, endIndex: 6 },
              { startIndex: 6, endIndex: 8 },
            ],
          },
          {
            startIndex: 8,
            endIndex: 13,
            tableCells: [{ startIndex: 9 }, { content: [{ startIndex: 12, endIndex: 13 }] }],
          },
        ],
        tableStyle: { tableColumnProperties: [{ width: { magnitude: 50 } }, { width: { magnitude: 100 } }] },
      },
    });
    expect(last).toMatchObject({ startIndex: 14, endIndex: 15 });
  });

  test('indexes follow one another without a gap, whatever the report', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const content = imported(report).body?.content ?? [];
        let at = 0;
        for (const { startIndex, endIndex } of content) {
          expect(startIndex ?? 0).toBe(at);
          at = endIndex ?? 0;
        }
        for (const { startIndex, endIndex, paragraph } of paragraphsOf(content)) {
          const lengths = (paragraph?.elements ?? []).map((one) => one.textRun?.content?.length ?? 1);
          expect((startIndex ?? 0) + lengths.reduce((sum, one) => sum + one, 0)).toBe(endIndex);
          expect(paragraph?.elements?.[0]?.startIndex).toBe(startIndex);
          const text = (paragraph?.elements ?? []).map((one) => one.textRun?.content ?? '').join('');
          expect(text.indexOf('\n')).toBe(text.length - 1);
        }
        expect(placed(content, 0)).toEqual(content);
      }),
    );
  });

  test('under drive.file only what the script made is found, and only one’s own', () => {
    const given = ledger({ manifest: manifest('drive.file') });
    const id = doc(given);
    const theirs = given.host.putDriveFile({ name: '上传', bytes: new Uint8Array(), mimeType: DOC });
    const get = (file: string) => given.run('return Docs.Documents.get(a).title;', 'menu', [file]);
    expect(get(id)).toBe('报告');
    const lost = 'API call to docs.documents.get failed with error: Requested entity was not found.';
    expect(() => get(theirs)).toThrow(lost);
    given.host.setUser(CLERK);
    expect(() => get(id)).toThrow(lost);
  });

  test('needs a scope and authorisation, knows its options, fields and kind of file', () => {
    const given = ledger();
    const id = doc(given);
    expect(() => ledger({ manifest: manifest() }).run(`Docs.Documents.get('x')`)).toThrow(
      'You do not have permission to call Docs.Documents.get',
    );
    expect(() => given.run('Docs.Documents.get(a)', 'simpleTrigger', [id])).toThrow('You do not have permission');
    expect(() => given.run('Docs.Documents.get(a, { includeTabsContent: true })', 'menu', [id])).toThrow(
      'option "includeTabsContent"',
    );
    expect(() => given.run(`Docs.Documents.get(a, { fields: 'revisionId' })`, 'menu', [id])).toThrow(
      'Docs document field "revisionId"',
    );
    expect(() => given.run(`Docs.Documents.get(a, { suggestionsViewMode: 'X' })`, 'menu', [id])).toThrow(
      'suggestions_view_mode',
    );
    expect(() => given.run(`Docs.Documents.create({})`)).toThrow('Docs.Documents.create is not implemented');
    expect(() => given.run(`Docs.Documents.get(Drive.Files.create({ name: 'a' }, Utilities.newBlob('x')).id)`)).toThrow(
      'not supported for this document',
    );
  });

  test('a manifest without Docs has none', () => {
    const bare = { ...manifest('drive.file'), dependencies: { enabledAdvancedServices: [SERVICES[0]] } };
    expect(ledger({ manifest: bare }).run('return typeof Docs;')).toBe('undefined');
  });
});

describe('what the importer keeps (docs/fidelity.md)', () => {
  test('built-in styles by name; others flattened into their paragraphs', () => {
    const style = (id: string, name: string, based: string, look: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${based}${look}</w:style>`;
    const styles = `<w:styles ${W}>${[
      style('a', 'Normal', '', '<w:pPr><w:ind w:firstLine="640"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr>'),
      style(
        'b',
        'heading 2',
        '<w:basedOn w:val="a"/>',
        '<w:rPr><w:rFonts w:eastAsia="楷体_GB2312" w:ascii="Arial"/></w:rPr>',
      ),
      style(
        'c',
        'Ledger Cell',
        '<w:basedOn w:val="a"/>',
        '<w:pPr><w:jc w:val="right"/><w:ind w:firstLine="0"/></w:pPr><w:rPr><w:b/></w:rPr>',
      ),
    ].join('')}</w:styles>`;
    const given = ledger();
    const body = p('甲', '<w:pStyle w:val="b"/><w:keepNext/>') + p('乙', '<w:pStyle w:val="c"/>');
    const id = doc(given, docx(body, { 'word/styles.xml': styles }));
    expect(given.run('return Docs.Documents.get(a);', 'menu', [id])).toMatchObject({
      body: {
        content: [
          {},
          { paragraph: { paragraphStyle: { namedStyleType: 'HEADING_2', keepWithNext: true, headingId: 'h.1' } } },
          {
            paragraph: {
              elements: [{ textRun: { textStyle: { bold: true } } }],
              paragraphStyle: { namedStyleType: 'NORMAL_TEXT', alignment: 'END', indentFirstLine: { unit: 'PT' } },
            },
          },
        ],
      },
      namedStyles: {
        styles: [
          {
            paragraphStyle: { indentFirstLine: { magnitude: 32, unit: 'PT' } },
            textStyle: { fontSize: { magnitude: 16 } },
          },
          {
            namedStyleType: 'HEADING_2',
            textStyle: { weightedFontFamily: { fontFamily: '楷体_GB2312', weight: 400 } },
          },
        ],
      },
    });
  });

  test('a line end in the markup is a blank, a break a vertical tab, a page field an automatic text', () => {
    const given = ledger();
    const field = (text: string) => `<w:fldChar w:fldCharType="${text}"/>`;
    const page = `${field('begin')}<w:instrText> PAGE </w:instrText>${field('separate')}<w:t>7</w:t>${field('end')}`;
    const id = doc(
      given,
      docx(`<w:p><w:r><w:t>甲\n乙</w:t><w:br/><w:t>丙</w:t>${page}<w:br w:type="page"/></w:r></w:p>`),
    );
    const elements = given.run('return Docs.Documents.get(a).body.content[1].paragraph.elements;', 'menu', [id]);
    expect(elements).toMatchObject([
      { startIndex: 1, endIndex: 6, textRun: { content: '甲 乙\u000b丙' } },
      { startIndex: 6, endIndex: 7, autoText: { type: 'PAGE_NUMBER' } },
      { startIndex: 7, endIndex: 8, pageBreak: {} },
      { startIndex: 8, endIndex: 9, textRun: { content: '\n' } },
    ]);
  });

  test('what is not well formed is refused and no file is left', () => {
    const given = ledger();
    for (const body of ['<w:p>', '</w:p>', '<w:p><w:r></w:p></w:r>', p('a & b < c')])
      expect(() => doc(given, docx(body))).toThrow('could not be converted');
    expect(given.host.drive()).toEqual([]);
  });
});

describe('documents.batchUpdate (Docs API v1)', () => {
  const update = (given: ReturnType<typeof ledger>, id: string, ...requests: object[]) =>
    given.run('return Docs.Documents.batchUpdate({ requests: a }, b);', 'menu', [requests, id]);
  const range = (startIndex: number, endIndex: number) => ({ startIndex, endIndex });
  const bold = (startIndex: number, endIndex: number) => ({
    updateTextStyle: { range: range(startIndex, endIndex), textStyle: { bold: true }, fields: 'bold' },
  });

  test('a style of part of a run splits it; the same again joins it', () => {
    const given = ledger();
    const id = doc(given);
    expect(update(given, id, bold(2, 5))).toEqual({ documentId: id, replies: [{}] });
    const runs = () =>
      Object(given.host.drive()[0]?.document?.body?.content?.[1]?.paragraph?.elements).map(
        ({ textRun }: { textRun: { content: string } }) => textRun.content,
      );
    expect(runs()).toEqual(['整', '改𠮷', '情况\n']);
    expect(given.host.calls().pop()).toMatchObject({ service: 'Docs', method: 'Documents.batchUpdate' });
    update(given, id, bold(1, 2), bold(5, 8));
    expect(runs()).toEqual(['整改𠮷情况\n']);
  });

  test('a paragraph style goes to every paragraph the range touches; a field without value goes back to the style’s', () => {
    const given = ledger();
    const id = doc(given);
    const spaced = (lineSpacing?: number) => ({
      updateParagraphStyle: {
        range: range(7, 9),
        paragraphStyle: lineSpacing ? { lineSpacing } : {},
        fields: 'lineSpacing',
      },
    });
    const found = () =>
      given.host
        .drive()[0]
        ?.document?.body?.content?.slice(1)
        .map(({ paragraph }) => paragraph?.paragraphStyle?.lineSpacing);
    update(given, id, spaced(157));
    expect(found()).toEqual([157, 157]);
    update(given, id, spaced());
    expect(found()).toEqual([undefined, undefined]);
  });

  test('all or nothing: the first request that is wrong is named, and nothing has changed', () => {
    const given = ledger();
    const id = doc(given);
    const before = given.host.drive();
    const failing = (message: string, ...requests: object[]) => {
      expect(() => update(given, id, bold(1, 3), ...requests)).toThrow(message);
      expect(given.host.drive()).toEqual(before);
    };
    failing(
      'Invalid requests[1].updateTextStyle: Index 99 must be less than the end index of the referenced segment, 13.',
      bold(1, 99),
    );
    failing('Index 13 must be less than the end index', bold(1, 13));
    failing('Cannot operate on the first section break', bold(0, 3));
    failing('The range should not be empty', bold(3, 3));
    failing('Invalid table start location. Must specify the start index of the table.', {
      pinTableHeaderRows: { tableStartLocation: { index: 1 }, pinnedHeaderRowsCount: 1 },
    });
    failing('Unknown name "font" at \'requests[1].update_text_style.text_style\'', {
      updateTextStyle: { range: range(1, 2), textStyle: { font: 'x' }, fields: 'font' },
    });
    failing("Invalid value at 'requests[1].update_paragraph_style.paragraph_style.line_spacing' (TYPE_DOUBLE)", {
      updateParagraphStyle: { range: range(1, 2), paragraphStyle: { lineSpacing: '157' }, fields: 'lineSpacing' },
    });
    failing('At least one field must be listed', { updateTextStyle: { range: range(1, 2), textStyle: {} } });
    failing('Invalid field: font', { updateTextStyle: { range: range(1, 2), textStyle: {}, fields: 'font' } });
    failing('requests[1].insertText (InsertTextRequest) is not implemented by the local host', {
      insertText: { text: 'x', location: { index: 1 } },
    });
    failing('Must specify exactly one request', {});
    expect(() => given.run('Docs.Documents.batchUpdate({ requests: [] }, a)', 'menu', [id])).toThrow(
      'Must specify at least one request',
    );
  });
});

describe('a Google Doc in people’s hands', () => {
  test('a person edits a paragraph, in a table too: text, indexes and time follow', () => {
    const given = ledger();
    const id = doc(
      given,
      docx(`${p('甲')}<w:tbl><w:tr><w:tc>${p('1')}</w:tc><w:tc>${p('丙')}</w:tc></w:tr></w:tbl>${p('丁')}`),
    );
    given.host.advance(60_000);
    given.host.editDocument(id, 2, '丙丙丙');
    const [file] = given.host.drive();
    expect(file).toMatchObject({ text: '甲\n1\t丙丙丙\n丁', modifiedTime: '2026-09-15T01:31:00.000Z' });
    expect(file?.document?.body?.content?.[3]).toMatchObject({ startIndex: 14, endIndex: 16 });
    given.host.editDocument(id, 0, '');
    expect(given.host.drive()[0]?.text).toBe('\n1\t丙丙丙\n丁');
    expect(() => given.host.editDocument(id, 4, 'x')).toThrow('no paragraph 4');
    expect(() => given.host.editDocument('没有', 0, 'x')).toThrow('no Google Doc 没有');
  });

  test('new content from a .docx takes the place of all that was edited', () => {
    const given = ledger();
    const id = doc(given);
    given.host.editDocument(id, 0, '手改');
    given.run(`Drive.Files.update({ name: '报告2' }, b, Utilities.newBlob(a, '${DOCX}'));`, 'menu', [
      docx(p('新稿')),
      id,
    ]);
    expect(given.host.drive()).toMatchObject([{ id, name: '报告2', text: '新稿' }]);
    expect(given.host.drive()[0]?.document?.body?.content).toHaveLength(2);
  });

  test('comments are listed with the fields asked for, which must be asked for', () => {
    const given = ledger();
    const id = doc(given);
    const list = (options: string) => given.run(`return Drive.Comments.list(a, ${options});`, 'menu', [id]);
    expect(list(`{ fields: 'comments(id)' }`)).toEqual({ comments: [] });
    given.host.commentOnFile(id, '数字再核');
    expect(list(`{ fields: 'comments(content,author)', pageSize: 1 }`)).toEqual({
      comments: [{ content: '数字再核', author: { kind: 'drive#user', displayName: OWNER } }],
    });
    expect(() => list('{}')).toThrow("The 'fields' parameter is required for this method.");
    expect(() => list(`{ fields: '*', includeDeleted: true }`)).toThrow('option "includeDeleted"');
    expect(() => given.run(`Drive.Comments.create({}, a)`, 'menu', [id])).toThrow(
      'Drive.Comments.create is not implemented',
    );
    expect(() => given.run(`Drive.Comments.list('没有', { fields: '*' })`)).toThrow('File not found');
  });
});

describe('content restrictions (Drive API, "Make files read-only with Drive content restrictions")', () => {
  const LOCK = `{ contentRestrictions: [{ readOnly: true, reason: '定稿' }] }`;

  test('stop new content, a new name and edits by script, not the bin; they can be taken back', () => {
    const given = ledger();
    const id = doc(given);
    const go = (lines: string) => given.run(lines, 'menu', [id]);
    expect(go(`return Drive.Files.update(${LOCK}, a, null, { fields: 'contentRestrictions' });`)).toEqual({
      contentRestrictions: [{ readOnly: true, reason: '定稿', restrictionTime: '2026-09-15T01:30:00.000Z' }],
    });
    expect(() => go(`Drive.Files.update({ name: '改名' }, a)`)).toThrow('read-only');
    expect(() => go(`Drive.Files.update({}, a, Utilities.newBlob('x', 'text/plain'))`)).toThrow('read-only');
    expect(() =>
      go(
        `Docs.Documents.batchUpdate({ requests: [{ updateTextStyle: { range: { startIndex: 1, endIndex: 2 }, textStyle: {}, fields: 'bold' } }] }, a)`,
      ),
    ).toThrow('API call to docs.documents.batchUpdate failed with error: The caller does not have permission');
    expect(go(`return Docs.Documents.get(a).title;`)).toBe('报告');
    go(`Drive.Files.update({ trashed: true }, a); Drive.Files.update({ trashed: false }, a);`);
    go(
      `Drive.Files.update({ contentRestrictions: [{ readOnly: false }] }, a); Drive.Files.update({ name: '改名' }, a);`,
    );
    expect(given.host.drive()).toMatchObject([{ name: '改名' }]);
    expect(go(`return Drive.Files.get(a, { fields: 'contentRestrictions' });`)).toEqual({});
  });

  test('may come with the content they lock', () => {
    const given = ledger();
    const made = given.run(
      `return Drive.Files.create(Object.assign({ name: 'a.txt' }, ${LOCK}), Utilities.newBlob('x'), { fields: 'name,contentRestrictions' });`,
    );
    expect(made).toMatchObject({ name: 'a.txt', contentRestrictions: [{ readOnly: true }] });
    expect(() =>
      given.run(
        `Drive.Files.create({ contentRestrictions: [{ readOnly: true, ownerRestricted: true }] }, Utilities.newBlob('x'))`,
      ),
    ).toThrow('contentRestrictions field "ownerRestricted"');
  });
});

test('edits, comments and restrictions outlive the workbench’s server', () => {
  const given = ledger();
  const id = doc(given);
  given.run(
    `Docs.Documents.batchUpdate({ requests: [{ updateTextStyle: { range: { startIndex: 1, endIndex: 3 }, textStyle: { bold: true }, fields: 'bold' } }] }, a)`,
    'menu',
    [id],
  );
  given.host.editDocument(id, 1, '已补录记录');
  given.host.commentOnFile(id, '数字再核');
  given.run(`Drive.Files.update({ contentRestrictions: [{ readOnly: true }] }, a)`, 'menu', [id]);
  const folder = mkdtempSync(path.join(tmpdir(), 'drive-'));
  expect(new ProgramFiles(folder, OWNER).keep(given.host.drive()).ok).toBe(true);
  const drive = new ProgramFiles(folder, OWNER).drive();
  const again = ledger({ drive });
  const told = (one: ReturnType<typeof ledger>) =>
    one.run(
      `return [Docs.Documents.get(a), Drive.Comments.list(a, { fields: '*' }), Drive.Files.get(a, { fields: '*' })];`,
      'menu',
      [id],
    );
  expect(told(again)).toEqual(told(given));
  expect(plainText(drive[0]?.document ?? {})).toBe('整改𠮷情况\n已补录记录');
});

test('a Google Doc of which only the text was kept is one of plain paragraphs', () => {
  const given = ledger();
  const id = doc(given);
  const drive = given.host.drive().map(({ document: _document, ...file }) => file);
  const again = ledger({ drive });
  again.host.editDocument(id, 1, '补录');
  expect(again.host.drive()[0]?.text).toBe('整改𠮷情况\n补录');
});
