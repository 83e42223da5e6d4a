import { strFromU8, unzipSync } from 'fflate';
import { ExecutionStopped } from '../../../local/host';
import { DOCX, GOOGLE_DOC } from '../../../src/google/drive';
import type { ReportDocument } from '../../../src/report/document';
import { textOf } from '../../../src/report/text';
import { paragraph, reportOf } from './documents';
import { CLERK, following, HostedFiles } from './hosted';

const DRAFT = { kind: '社会公开通报', frozen: false };
const FINAL = { kind: '社会公开通报', frozen: true };

const reportSaying = (sentence: string): ReportDocument =>
  reportOf(
    { kind: 'title', lines: ['关于巡察整改', '情况的通报'] },
    { kind: 'heading', level: 1, runs: [{ text: '一、整改情况' }] },
    paragraph(sentence),
    {
      kind: 'table',
      table: {
        columns: [
          { header: '序号', share: 1, align: 'center' },
          { header: '内容', share: 3, align: 'left' },
        ],
        rows: [['1', '补录记录']],
      },
    },
  );
const first = reportSaying('补录记录46份。');
const second = reportSaying('补录记录47份。');

describe('a new report', () => {
  const files = new HostedFiles();
  const stored = files.stored('通报（草稿1）', first, DRAFT);
  const calls = files.calls();

  test('lies as .docx and Google Doc from the same bytes beside each other in the folder 报告', () => {
    expect(stored).toMatchObject({ replaced: false, note: '' });
    const [docx, document] = [files.file(stored.docx.id), files.file(stored.document.id)];
    expect(docx).toMatchObject({ name: '通报（草稿1）.docx', webViewLink: stored.docx.url });
    expect(document).toMatchObject({ name: '通报（草稿1）', webViewLink: stored.document.url });
    expect(strFromU8(unzipSync(docx.bytes)['word/document.xml'] ?? new Uint8Array())).toContain('补录记录46份。');
    expect(document.parents).toEqual(docx.parents);
    expect(files.file(docx.parents[0] ?? '').name).toBe('报告');
  });

  test('is repaired: the pitch that comes nearest, and the repeated header row', () => {
    const content = files.file(stored.document.id).document?.body?.content ?? [];
    const spacing = content.flatMap(({ paragraph: one }) => one?.paragraphStyle?.lineSpacing ?? []);
    expect(spacing.slice(0, 3)).toEqual([126, 157, 157]);
    expect(content.find(({ table }) => table)?.table?.tableRows?.map((row) => row.tableRowStyle?.tableHeader)).toEqual([
      true,
      false,
    ]);
  });

  test('costs 6 calls, later ones 5', () => {
    const made = ['Drive.Files.create', 'Drive.Files.create', 'Docs.Documents.get', 'Docs.Documents.batchUpdate'];
    expect(calls).toEqual(['Drive.Files.list', 'Drive.Files.create', ...made]);
    files.stored('通报（草稿2）', first);
    expect(files.calls()).toEqual(['Drive.Files.list', ...made]);
  });
});

test('the folder is found again whatever it is called, and made anew when it was binned', () => {
  const files = new HostedFiles();
  const folderOf = (name: string) => files.file(files.stored(name, first, DRAFT).docx.id).parents[0] ?? '';
  const folder = folderOf('通报（草稿1）');
  expect(folderOf('通报（草稿2）')).toBe(folder);
  files.host.trashDriveFile(folder);
  const anew = folderOf('通报（草稿3）');
  expect(anew).not.toBe(folder);
  expect(folderOf('通报（草稿4）')).toBe(anew);
  // everybody has their own: under drive.file nobody sees another's
  files.host.setUser(CLERK);
  expect(folderOf('通报（草稿5）')).not.toBe(anew);
});

describe('a draft nobody touched', () => {
  test('gets the new content and name in place, at 7 calls', () => {
    const files = new HostedFiles();
    const before = files.stored('通报（草稿1）', first, DRAFT);
    const now = files.stored('通报（草稿2）', second, following(before, first));
    expect(now).toMatchObject({ replaced: true, note: '' });
    expect([now.docx.id, now.document.id]).toEqual([before.docx.id, before.document.id]);
    expect([now.docx.name, now.document.name]).toEqual(['通报（草稿2）.docx', '通报（草稿2）']);
    expect(files.read(now.document.id)).toEqual({ ok: true, value: textOf(second).split('\n') });
    expect(files.host.drive()).toHaveLength(3);
    files.stored('通报（草稿3）', second, following(now, second));
    expect(files.calls()).toEqual([
      'Drive.Files.list',
      'Docs.Documents.get',
      'Drive.Comments.list',
      'Drive.Files.update',
      'Drive.Files.update',
      'Docs.Documents.get',
      'Docs.Documents.batchUpdate',
    ]);
  });

  test('is found and replaced again after the server was restarted', () => {
    const files = new HostedFiles();
    const before = files.stored('通报（草稿1）', first, DRAFT);
    const again = new HostedFiles(files.host.drive());
    expect(again.stored('通报（草稿2）', second, following(before, first)).replaced).toBe(true);
  });
});

describe('a draft that is left as it is, with new files beside it', () => {
  const left = (touch: (files: HostedFiles, id: { docx: string; document: string }) => void, text = first) => {
    const files = new HostedFiles();
    const before = files.stored('通报（草稿1）', first, DRAFT);
    touch(files, { docx: before.docx.id, document: before.document.id });
    const kept = files.host.drive().filter(({ id }) => id === before.docx.id || id === before.document.id);
    const now = files.stored('通报（草稿2）', second, following(before, text));
    expect(now.replaced).toBe(false);
    expect([before.docx.id, before.document.id]).not.toContain(now.docx.id);
    expect(files.host.drive().filter(({ id }) => id === before.docx.id || id === before.document.id)).toEqual(kept);
    expect(files.file(now.document.id).text).toContain('补录记录47份。');
    return now.note;
  };

  test.each<[string, (files: HostedFiles, id: { docx: string; document: string }) => void, string]>([
    [
      'edited',
      (f, id) => f.host.editDocument(id.document, 2, '补录记录46份，已归档。'),
      '“通报（草稿1）”已有人修改，已另建新稿。',
    ],
    [
      'edited in a table',
      (f, id) => f.host.editDocument(id.document, 6, '补录'),
      '“通报（草稿1）”已有人修改，已另建新稿。',
    ],
    ['commented on', (f, id) => f.host.commentOnFile(id.document, '数字再核'), '“通报（草稿1）”中有批注，已另建新稿。'],
    ['binned', (f, id) => f.host.trashDriveFile(id.document), '“通报（草稿1）”已在回收站，已另建新稿。'],
    ['half binned', (f, id) => f.host.trashDriveFile(id.docx), '“通报（草稿1）”已在回收站，已另建新稿。'],
    ['made by somebody else', (f) => f.host.setUser(CLERK), '找不到上一稿的文件，已另建新稿。'],
  ])('because it was %s', (_, touch, note) => {
    expect(left(touch)).toBe(note);
  });

  test('because it is final, that is locked', () => {
    const files = new HostedFiles();
    const before = files.stored('通报（定稿1）', first, FINAL);
    expect(files.stored('通报（草稿2）', second, following(before, first))).toMatchObject({
      replaced: false,
      note: '“通报（定稿1）”已被锁定为只读，已另建新稿。',
    });
  });

  test('because it holds another text than is known', () => {
    expect(left(() => {}, second)).toBe('“通报（草稿1）”已有人修改，已另建新稿。');
  });

  test('but the bin’s other way round: taken out again it is replaced', () => {
    const files = new HostedFiles();
    const before = files.stored('通报（草稿1）', first, DRAFT);
    files.host.trashDriveFile(before.document.id);
    files.host.trashDriveFile(before.document.id, false);
    expect(files.stored('通报（草稿2）', second, following(before, first)).replaced).toBe(true);
  });
});

describe('a final report', () => {
  const isReadOnly = (files: HostedFiles, id: string) => files.file(id).contentRestrictions?.[0]?.readOnly === true;

  test('is locked in both files, at 7 calls when it is the ledger’s first', () => {
    const files = new HostedFiles();
    const { docx, document, note } = files.stored('通报（定稿1）', first, FINAL);
    expect(note).toBe('');
    expect([isReadOnly(files, docx.id), isReadOnly(files, document.id)]).toEqual([true, true]);
    expect(files.file(docx.id).contentRestrictions?.[0]?.reason).toBe('定稿');
    expect(files.calls()).toHaveLength(7);
  });

  test('takes over the draft it was made from, at 8 calls', () => {
    const files = new HostedFiles();
    const before = files.stored('通报（草稿1）', first, DRAFT);
    const final = files.stored('通报（定稿2）', second, following(before, first, { frozen: true }));
    expect(final).toMatchObject({ replaced: true, note: '', docx: { id: before.docx.id, name: '通报（定稿2）.docx' } });
    expect([isReadOnly(files, final.docx.id), isReadOnly(files, final.document.id)]).toEqual([true, true]);
    expect(files.calls()).toHaveLength(8);
  });
});

test('an execution killed at any of its calls leaves no Google Doc without its .docx, and the next one goes its whole way', () => {
  const whole = new HostedFiles();
  const before = whole.stored('通报（草稿1）', first, DRAFT);
  whole.stored('通报（定稿2）', second, following(before, first, { frozen: true }));
  const calls = whole.host.calls().length;
  expect(calls).toBeGreaterThan(8);
  for (const isUpdate of [false, true])
    for (let call = 1; call <= calls; call += 1) {
      const files = new HostedFiles();
      const place = isUpdate ? following(files.stored('通报（草稿1）', first, DRAFT), first, { frozen: true }) : FINAL;
      files.host.stopAt({ call, when: 'before', function: 'storeReport' });
      try {
        files.stored('通报（定稿2）', second, place);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(ExecutionStopped);
      }
      const ofType = (type: string) => files.host.drive().filter(({ mimeType }) => mimeType === type).length;
      expect(ofType(GOOGLE_DOC)).toBeLessThanOrEqual(ofType(DOCX));
      const next = files.stored('通报（草稿3）', first, DRAFT);
      expect(next).toMatchObject({ replaced: false, note: '' });
      expect(files.read(next.document.id)).toEqual({ ok: true, value: textOf(first).split('\n') });
    }
});

describe('reading a Google Doc', () => {
  test('gives its paragraphs as they are now, at 1 call', () => {
    const files = new HostedFiles();
    const { document } = files.stored('通报（草稿1）', first, DRAFT);
    files.host.editDocument(document.id, 2, '补录记录46份，已归档。');
    expect(files.read(document.id)).toEqual({
      ok: true,
      value: ['关于巡察整改情况的通报', '一、整改情况', '补录记录46份，已归档。', '序号\t内容', '1\t补录记录'],
    });
    expect(files.calls()).toEqual(['Docs.Documents.get']);
  });

  test('one that is not there or not one’s own is refused in words', () => {
    const files = new HostedFiles();
    const { document } = files.stored('通报（草稿1）', first, DRAFT);
    files.host.setUser(CLERK);
    const answer = files.read(document.id);
    expect(answer).toMatchObject({ ok: false, faults: [{ code: 'document-lost' }] });
    expect(files.read('没有')).toEqual(answer);
  });
});
