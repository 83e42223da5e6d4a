/** A Google Doc of the program's making as the unit's template. */
import { strFromU8, unzipSync } from 'fflate';
import { documentId } from '../../../src/app/report/ownTemplate';
import type { HostedLedger } from '../../support/hostedLedger';
import { APPROVER, filled, REVIEWER, type Reported } from './filled';

type Stored = { id: string; name: string; url: string };
type Starter = { file: Stored; document: Stored };

const make = (ledger: HostedLedger, argument: object) =>
  ledger.ask<Reported>('generateReport', { kind: 'public', ...argument });
const starterOf = (ledger: HostedLedger) => ledger.ask<Starter>('starterTemplate').value;
const bytesOf = (ledger: HostedLedger, id: string | undefined) =>
  ledger.host.drive().find((file) => file.id === id)?.bytes ?? new Uint8Array();

describe('the starter’s Google Doc, by its link', () => {
  const ledger = filled();
  const { file, document } = starterOf(ledger);
  const made = make(ledger, { templateDoc: document.url }).value;
  const calls = ledger.serviceCalls();

  test('is filled as its .docx is', () => {
    expect(document.url).toContain('/document/d/');
    expect(made).toMatchObject({ status: 'draft', refused: [] });
    const xml = strFromU8(unzipSync(bytesOf(ledger, made.docx?.id))['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('修订印发河道巡查办法');
    expect(xml).not.toContain('{标题}');
    const base64 = Buffer.from(bytesOf(ledger, file.id)).toString('base64');
    const other = filled();
    const byFile = make(other, { template: { name: '版头.docx', type: '', base64 } }).value;
    expect(Buffer.from(bytesOf(other, byFile.docx?.id)).equals(Buffer.from(bytesOf(ledger, made.docx?.id)))).toBe(true);
  });

  test('costs one call more than a report without template', () => {
    expect(calls).toEqual([
      ...['Spreadsheets.get', 'Spreadsheets.Values.batchGet'],
      ...['Files.export', 'Files.list', 'Files.create', 'Files.create', 'Documents.get', 'Documents.batchUpdate'],
      ...['Spreadsheets.Values.batchGet', 'Spreadsheets.batchUpdate'],
    ]);
  });

  test('its id alone does as well, and so does a final report, with at most 12 calls', () => {
    const released = { reviewer: REVIEWER, approver: APPROVER };
    const final = make(ledger, { templateDoc: ` ${document.id} `, final: true, keepEdits: true, ...released }).value;
    expect(final).toMatchObject({ status: 'final', refused: [] });
    expect(ledger.serviceCalls().length).toBeLessThanOrEqual(12);
  });

  test('the Doc itself stays as it is, and drafts made in it never take over one another’s files', () => {
    const before = ledger.host.drive().length;
    expect(make(ledger, { templateDoc: document.url }).value.refused).toEqual([]);
    expect(ledger.host.drive()).toHaveLength(before + 2);
    expect(ledger.host.drive().find(({ id }) => id === document.id)?.text).toContain('{@body}');
  });
});

describe('refused, and nothing is made:', () => {
  const ledger = filled();
  const { file, document } = starterOf(ledger);
  const stranger = ledger.host.putDriveFile({
    ...{ name: '红头', bytes: new Uint8Array(), mimeType: 'application/vnd.google-apps.document' },
  });
  const upload = { name: '版头.docx', type: '', base64: Buffer.from(bytesOf(ledger, file.id)).toString('base64') };

  test.each<[string, object, string, string]>([
    ['a file and a Doc together', { template: upload, templateDoc: document.url }, 'two-templates', '只能用一种'],
    ['what is no link', { templateDoc: '红头文件' }, 'no-document-link', '不是 Google 文档的链接'],
    ['a Doc the program did not make', { templateDoc: stranger }, 'template-doc-lost', '副本，程序都看不到'],
    ['a Doc that is not there', { templateDoc: `1${'x'.repeat(43)}` }, 'template-doc-lost', '下载为 .docx'],
    ['a .docx in Drive', { templateDoc: file.url }, 'template-doc-kind', '下载为 .docx'],
    ['a page that is fixed', { kind: 'lists', templateDoc: document.url }, 'template-of-form', '版式固定'],
  ])('%s', (_, argument, code, sentence) => {
    const before = ledger.host.drive().length;
    const { docx, refused } = make(ledger, argument).value;
    expect({ docx, refused }).toEqual({
      docx: null,
      refused: [expect.objectContaining({ code, message: expect.stringContaining(sentence) })],
    });
    expect(ledger.host.drive()).toHaveLength(before);
    expect(ledger.rows('报告登记')).toEqual([]);
  });
});

const ID = '1a_B-cdefghijklmnopqrstuvwxyz0123456789ABCDE';

test.each([
  ID,
  `\n ${ID}　`,
  `https://docs.google.com/document/d/${ID}/edit?usp=sharing#heading=h.1`,
  `https://docs.google.com/document/d/${ID}`,
  `docs.google.com/document/u/1/d/${ID}/edit`,
  `https://docs.google.com/a/unit.example/document/d/${ID}/edit`,
  `https://docs.google.com/open?authuser=0&id=${ID}`,
  `https://drive.google.com/open?id=${ID}`,
  `https://drive.google.com/file/d/${ID}/view?usp=drivesdk`,
])('the id in %j', (link) => {
  expect(documentId(link)).toBe(ID);
});

test.each([
  '',
  '1abc',
  'https://docs.google.com/document/',
  `https://docs.google.com/spreadsheets/d/${ID}/edit`,
  `https://docs.google.com/document/d/e/2PACX-${ID}/pub`,
  `https://drive.google.com/drive/folders/${ID}`,
  `https://example.com/document/d/${ID}/edit`,
  `https://example.com/?x=docs.google.com/document/d/${ID}`,
  `${ID} 红头`,
])('no id in %j', (link) => {
  expect(documentId(link)).toBeUndefined();
});
