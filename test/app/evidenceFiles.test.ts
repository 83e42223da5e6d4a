import { createHash } from 'node:crypto';
import type { Gives } from '../../src/app/contract';
import { uploadFaults } from '../../src/app/evidenceFiles';
import { freshLedger, type HostedLedger, OWNER } from '../support/hostedLedger';

type Verified = Gives<'verifyFiles'>;
type Folder = Gives<'issueFolder'>;

const FOLDER = 'application/vnd.google-apps.folder';
const READ = ['Spreadsheets.get', 'Spreadsheets.Values.batchGet'];
const WRITTEN = ['Spreadsheets.Values.batchGet', 'Spreadsheets.batchUpdate'];
const VALUES = { type: '照片影像', name: '清淤现场照片', date: '2026-10-08' };

function filled(): HostedLedger {
  const ledger = freshLedger();
  ledger.merge('问题台账', [
    { 编号: 1, 问题: '沟渠清淤不彻底' },
    { 编号: 3, 问题: '泵站/闸门运行记录长期缺失且无人核对导致调度失据的问题' },
  ]);
  ledger.merge('整改措施', [{ 措施编号: '3-1', 问题编号: 3, 措施内容: '补录运行记录。' }]);
  return ledger;
}

const upload = (text: string, name = '照片.jpg', type = 'image/jpeg') => ({
  name,
  type,
  base64: Buffer.from(text).toString('base64'),
});
const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const add = (ledger: HostedLedger, content: string) =>
  ledger.ask('addEvidence', { issue: 3, measure: '3-1', values: VALUES, file: upload(content) });
const folder = (ledger: HostedLedger, issue = 3) => ledger.ask<Folder>('issueFolder', { issue }).value;
const verify = (ledger: HostedLedger) => ledger.ask<Verified>('verifyFiles').value;
const evidence = (ledger: HostedLedger) => ledger.rows('佐证材料');
const file = (ledger: HostedLedger, name: RegExp) => {
  const found = ledger.host.drive().find((one) => name.test(one.name));
  if (!found) throw new Error(`no file named like ${name}`);
  return found;
};
/** The last call of the method in the last command, counted from 1 as `stopAt` counts. */
const callOf = (ledger: HostedLedger, method: string) =>
  ledger.host
    .calls()
    .map((call) => call.method)
    .lastIndexOf(method) + 1;
/** Changes one cell as another way of writing would, without the program. */
const type = (ledger: HostedLedger, a1: string, text: string) => ledger.host.edit(`佐证材料!${a1}`, [[text]]);
const column = (ledger: HostedLedger, header: string) =>
  String.fromCharCode(65 + Object.keys(evidence(ledger)[0] ?? {}).indexOf(header));

describe('the folder of an issue', () => {
  test('is made when it is asked for, under 佐证材料, and found again', () => {
    const ledger = filled();
    const first = folder(ledger);
    expect(ledger.serviceCalls()).toEqual([...READ, 'Files.list', 'Files.create', 'Files.create']);
    const root = file(ledger, /^佐证材料$/);
    expect(file(ledger, /^3 /)).toMatchObject({
      id: first.id,
      name: '3 泵站 闸门运行记录长期缺失且无人核对导致',
      mimeType: FOLDER,
      parents: [root.id],
      webViewLink: first.url,
    });
    expect(folder(ledger)).toEqual(first);
    expect(ledger.serviceCalls()).toEqual([...READ, 'Files.list']);
    folder(ledger, 1);
    expect(ledger.host.drive().map(({ name }) => name)).toEqual(['佐证材料', first.name, '1 沟渠清淤不彻底']);
  });

  test('is made anew when it was put into the bin, by itself or with all of 佐证材料', () => {
    const ledger = filled();
    const first = folder(ledger);
    ledger.host.trashDriveFile(first.id);
    const second = folder(ledger);
    expect(second.id).not.toBe(first.id);
    ledger.host.trashDriveFile(file(ledger, /^佐证材料$/).id);
    const third = folder(ledger);
    expect(third.id).not.toBe(second.id);
    expect(ledger.host.drive().filter(({ name, trashed }) => name === '佐证材料' && !trashed)).toHaveLength(1);
  });

  test('of an issue that is not there is refused, and nothing is made', () => {
    const ledger = filled();
    expect(ledger.ask('issueFolder', { issue: 9 })).toMatchObject({ ok: false, faults: [{ code: 'no-such-issue' }] });
    expect(ledger.host.drive()).toEqual([]);
  });
});

describe('evidence with a file', () => {
  test('is stored in its issue’s folder with link and checksum in the record', () => {
    const ledger = filled();
    expect(add(ledger, '现场一').value).toEqual({ key: '3-1-01' });
    expect(ledger.serviceCalls()).toEqual([
      ...READ,
      'Files.list',
      'Files.create',
      'Files.create',
      'Files.create',
      ...WRITTEN,
    ]);
    const stored = file(ledger, /现场|照片/);
    expect(stored).toMatchObject({ name: '3-1-01 照片.jpg', mimeType: 'image/jpeg', parents: [folder(ledger).id] });
    expect(evidence(ledger)).toMatchObject([
      { 材料编号: '3-1-01', 链接或档号: stored.webViewLink, 校验值: sha256('现场一'), 登记人: OWNER },
    ]);
    add(ledger, '现场二');
    expect(ledger.serviceCalls()).toHaveLength(6);
  });

  test('is refused with a sentence when it is too large, empty, not whole, or beside a link', () => {
    const ledger = filled();
    const ask = (given: object, values: object = VALUES) => {
      const argument = { issue: 3, measure: '3-1', values, file: { ...upload('现场'), ...given } };
      return ledger.ask('addEvidence', argument).faults;
    };
    const large = ask({ base64: 'A'.repeat(14_100_000) });
    expect(large).toMatchObject([{ code: 'file-too-large', tab: '佐证材料', key: 'file' }]);
    expect(large[0]?.message).toContain('有10.1兆字节，超过一次上传10兆字节的上限');
    expect(ledger.serviceCalls()).toEqual([]);
    expect(ask({ base64: '' })).toMatchObject([{ code: 'file-empty' }]);
    expect(ask({ base64: '不是编码' })).toMatchObject([{ code: 'unreadable-file' }]);
    expect(ask({}, { ...VALUES, location: '档2026-9' })).toMatchObject([
      { code: 'location-and-file', key: 'location' },
    ]);
    expect(ask({}, { ...VALUES, date: '不详' })).toMatchObject([{ code: 'unreadable-date' }]);
    expect(evidence(ledger)).toEqual([]);
    expect(ledger.host.drive().filter(({ mimeType }) => mimeType !== FOLDER)).toEqual([]);
  });

  test('may have 10 MB to the byte', () => {
    const bytes = 10 * 1024 * 1024;
    const file = (length: number) => ({ name: '录像.mp4', type: '', base64: Buffer.alloc(length).toString('base64') });
    expect(uploadFaults(file(bytes), {})).toEqual([]);
    expect(uploadFaults(file(bytes + 1), {})).toHaveLength(1);
  });

  test('is never converted or made a folder, whatever type it is given', () => {
    const ledger = filled();
    const values = { ...VALUES, name: '材料' };
    ledger.ask('addEvidence', { issue: 3, measure: '3-1', values, file: upload('x', '../a/b.txt', FOLDER) });
    expect(file(ledger, /b\.txt/)).toMatchObject({ name: '3-1-01 .. a b.txt', mimeType: 'application/octet-stream' });
  });

  test('leaves no file behind when the ledger refuses the record', () => {
    const ledger = filled();
    add(ledger, '现场一');
    const stored = callOf(ledger, 'Files.create');
    // somebody else's row is logged between the reading and the writing
    ledger.host.meanwhile({ call: stored - 2, when: 'after', function: 'remote' }, () => {
      const log = ledger.host.spreadsheet().sheets?.find(({ properties }) => properties?.title === '办理记录');
      const start = { sheetId: log?.properties?.sheetId ?? 0, rowIndex: 49, columnIndex: 0 };
      const rows = [{ values: [{ userEnteredValue: { numberValue: 99 } }] }];
      ledger.host.apply([{ updateCells: { start, rows, fields: 'userEnteredValue' } }]);
    });
    expect(add(ledger, '现场')).toMatchObject({ ok: false, faults: [{ code: 'changed-meanwhile' }] });
    expect(ledger.serviceCalls()).toEqual([
      ...READ,
      'Files.list',
      'Files.create',
      'Spreadsheets.Values.batchGet',
      'Files.update',
    ]);
    expect(evidence(ledger)).toHaveLength(1);
    expect(file(ledger, /3-1-02 照片/).trashed).toBe(true);
  });

  test('killed between the file and the record leaves a file that verification names', () => {
    const ledger = filled();
    add(ledger, '现场一');
    ledger.host.stopAt({ call: callOf(ledger, 'Files.create') - 2, when: 'after', function: 'remote' });
    expect(() => add(ledger, '现场二')).toThrow();
    expect(evidence(ledger)).toHaveLength(1);
    expect(verify(ledger).changed).toMatchObject([
      { id: '', message: expect.stringContaining('“3-1-02 照片.jpg”没有登记在台账上') },
    ]);
    expect(add(ledger, '现场二').value).toEqual({ key: '3-1-02' });
  });
});

describe('evidence with a link', () => {
  const link = (ledger: HostedLedger, location: string) => {
    ledger.ask('addEvidence', { issue: 3, measure: '3-1', values: { ...VALUES, location } });
    return evidence(ledger).pop()?.校验值;
  };

  test('to a file the program stored gets its checksum with one more call', () => {
    const ledger = filled();
    add(ledger, '现场');
    expect(link(ledger, file(ledger, /照片/).webViewLink)).toBe(sha256('现场'));
  });

  test('to another file of the program, such as a report, has none: verification would not know it', () => {
    const ledger = filled();
    const { docx } = ledger.ask<Gives<'fileCatalogue'>>('fileCatalogue').value;
    expect(link(ledger, docx.url)).toBe('');
    expect(verify(ledger)).toEqual({ checked: 0, filled: 0, changed: [] });
  });

  test('to anything else has none and asks nothing of Drive', () => {
    const ledger = filled();
    const personal = ledger.host.putDriveFile({ name: '自存', bytes: new Uint8Array([1]), mimeType: 'image/png' });
    ledger.ask('addEvidence', {
      issue: 3,
      measure: '3-1',
      values: { ...VALUES, location: `https://drive.google.com/file/d/${personal}/view` },
    });
    expect(ledger.serviceCalls()).toEqual([...READ, 'Files.get', ...WRITTEN]);
    expect(evidence(ledger)[0]?.校验值).toBe('');
    ledger.ask('addEvidence', { issue: 3, measure: '3-1', values: { ...VALUES, location: '档2026-12' } });
    expect(ledger.serviceCalls()).toEqual([...READ, ...WRITTEN]);
  });
});

describe('verification', () => {
  test('finds all as registered, with one list call and nothing written', () => {
    const ledger = filled();
    add(ledger, '现场一');
    add(ledger, '现场二');
    expect(verify(ledger)).toEqual({ checked: 2, filled: 0, changed: [] });
    expect(ledger.serviceCalls()).toEqual([...READ, 'Files.list']);
  });

  test('fills a missing checksum and logs it, making nobody a doer of the issue', () => {
    const ledger = filled();
    add(ledger, '现场一');
    const 链接或档号 = file(ledger, /照片/).webViewLink;
    ledger.merge('佐证材料', [{ 材料编号: '3-1-02', 问题编号: 3, 措施编号: '3-1', 名称: '同一张', 链接或档号 }]);
    expect(verify(ledger)).toEqual({ checked: 2, filled: 1, changed: [] });
    expect(ledger.serviceCalls()).toEqual([...READ, 'Files.list', ...WRITTEN]);
    expect(evidence(ledger)[1]?.校验值).toBe(sha256('现场一'));
    expect(ledger.rows('办理记录').pop()).toMatchObject({
      动作: '修改',
      对象: '佐证材料',
      事由: '核对佐证文件，补记校验值1件：3-1-02',
    });
  });

  test('names content that was replaced, and keeps what was registered', () => {
    const ledger = filled();
    add(ledger, '现场一');
    ledger.host.replaceDriveFile(file(ledger, /照片/).id, new Uint8Array([9]));
    const { changed, filled: count } = verify(ledger);
    expect(count).toBe(0);
    expect(changed).toMatchObject([{ id: '3-1-01' }]);
    expect(changed[0]?.message).toBe(
      `佐证材料 ${column(ledger, '链接或档号')}2（3-1-01 链接或档号）：文件“3-1-01 照片.jpg”的内容与登记时的校验值不一致；请登记人说明，应当更换的作为新材料重新登记。`,
    );
    expect(evidence(ledger)[0]?.校验值).toBe(sha256('现场一'));
  });

  test('names what is in the bin, with its folder too', () => {
    const ledger = filled();
    add(ledger, '现场一');
    ledger.host.trashDriveFile(folder(ledger).id);
    expect(verify(ledger).changed[0]?.message).toContain('已在云端硬盘的回收站里');
  });

  test('names a link that was changed to another file or to none', () => {
    const ledger = filled();
    add(ledger, '现场一');
    add(ledger, '现场二');
    add(ledger, '现场三');
    const place = column(ledger, '链接或档号');
    type(ledger, `${place}2`, String(evidence(ledger)[1]?.链接或档号));
    type(ledger, `${place}3`, '档2026-7');
    type(ledger, `${place}4`, 'https://drive.google.com/file/d/1ZzZzZzZzZzZz/view');
    const { changed } = verify(ledger);
    expect(changed.map(({ id, message }) => [id, message.replace(/^.*?：/, '').slice(0, 12)])).toEqual([
      ['3-1-01', '文件“3-1-02 照片'],
      ['3-1-02', '登记过文件的校验值，现在'],
      ['3-1-03', '云端硬盘里找不到登记的文'],
      ['', '云端硬盘里的文件“3-1'],
      ['', '云端硬盘里的文件“3-1'],
    ]);
  });

  test('does not call lost what another person stored in their own Drive', () => {
    const ledger = filled();
    add(ledger, '现场一');
    add(ledger, '现场二');
    ledger.host.setUser('jiancha@example.invalid');
    const { checked, changed } = verify(ledger);
    expect(checked).toBe(0);
    expect(changed).toMatchObject([{ id: '', message: expect.stringContaining(`${OWNER}上传的2件`) }]);
  });

  test('has nothing to say of paper and of a blank ledger', () => {
    const ledger = filled();
    ledger.ask('addEvidence', { issue: 3, measure: '', values: { ...VALUES, location: '档2026-12' } });
    expect(verify(ledger)).toEqual({ checked: 0, filled: 0, changed: [] });
    expect(verify(freshLedger())).toEqual({ checked: 0, filled: 0, changed: [] });
  });
});
