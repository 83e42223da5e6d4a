import { strToU8, zipSync } from 'fflate';
import { ledger } from './ledger';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const DOC = 'application/vnd.google-apps.document';

function docx(body: string): number[] {
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return Array.from(new Int8Array(zipSync({ 'word/document.xml': strToU8(xml) }).buffer));
}
const p = (text: string): string =>
  `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

describe('Drive.Files (Drive API v3; PLATFORM, Drive and Docs)', () => {
  test('a .docx with the Google-Doc type becomes a Doc with its text; the answer has the fields asked for', () => {
    const { run, host } = ledger();
    const table = `<w:tbl><w:tr><w:tc>${p('编号')}</w:tc><w:tc>${p('状态')}</w:tc></w:tr><w:tr><w:tc>${p('1')}</w:tc><w:tc>${p('已销号')}</w:tc></w:tr></w:tbl>`;
    const answer = run(
      `return Drive.Files.create({ name: '整改报告', mimeType: '${DOC}' }, Utilities.newBlob(a, '${DOCX}', '整改报告.docx'), { fields: 'name,webViewLink' });`,
      'menu',
      [docx(`${p('关于整改情况的通报')}${p('一、主体责任 &amp; 分工')}${table}<w:p/>`)],
    );
    const [file] = host.drive();
    expect(answer).toEqual({ name: '整改报告', webViewLink: file?.webViewLink });
    expect(file).toMatchObject({
      mimeType: DOC,
      parents: ['root'],
      trashed: false,
      text: '关于整改情况的通报\n一、主体责任 & 分工\n编号\t状态\n1\t已销号\n',
      webViewLink: expect.stringMatching(/^https:\/\/docs\.google\.com\/document\/d\/.+\/edit/),
    });
  });

  test('bytes that are no .docx are refused and no file is left', () => {
    const { run, host } = ledger();
    const create = `Drive.Files.create({ name: '报告', mimeType: '${DOC}' }, Utilities.newBlob(a, '${DOCX}'))`;
    expect(() => run(create, 'menu', [[80, 75, 3, 4, 0, 0]])).toThrow(
      'API call to drive.files.create failed with error: The file could not be converted',
    );
    expect(() =>
      run(create, 'menu', [Array.from(zipSync({ 'a.txt': strToU8('x') }), (byte) => (byte << 24) >> 24)]),
    ).toThrow('The file could not be converted');
    expect(host.drive()).toEqual([]);
  });

  test('a plain file keeps its bytes and goes into a folder; without `fields` four fields come back', () => {
    const { run, host } = ledger();
    const made =
      run(`const folder = Drive.Files.create({ name: '佐证', mimeType: 'application/vnd.google-apps.folder' });
      return Drive.Files.create({ name: 'a.txt', parents: [folder.id] }, Utilities.newBlob([-28, -72, -83], 'text/plain'));`);
    expect(made).toEqual({ kind: 'drive#file', id: expect.any(String), name: 'a.txt', mimeType: 'text/plain' });
    const [folder, file] = host.drive();
    expect(file?.parents).toEqual([folder?.id]);
    expect(Buffer.from(file?.bytes ?? []).toString('utf8')).toBe('中');
  });

  test('list knows a small grammar and refuses the rest by name', () => {
    const { run } = ledger();
    const script = `const folder = Drive.Files.create({ name: "通报'26", mimeType: 'application/vnd.google-apps.folder' });
      const file = Drive.Files.create({ name: '报告', parents: [folder.id] }, Utilities.newBlob('x'));
      Drive.Files.update({ trashed: true }, Drive.Files.create({ name: '报告', parents: [folder.id] }, Utilities.newBlob('y')).id);
      const found = Drive.Files.list({ q: "name = '报告' and '" + folder.id + "' in parents and trashed = false", fields: 'files(id)' }).files;
      const byName = Drive.Files.list({ q: "name = '通报\\\\'26' and mimeType != 'text/plain'" }).files;
      return [found.length, found[0].id === file.id, byName.length];`;
    expect(run(script)).toEqual([1, true, 1]);
    expect(() => run(`Drive.Files.list({ q: "fullText contains '整改'" })`)).toThrow(
      `q term "fullText contains '整改'" is not implemented by the local host`,
    );
    expect(() => run('Drive.Files.copy({}, "x")')).toThrow('Drive.Files.copy is not implemented by the local host');
  });

  test('update renames and moves; a file that is not there is not found', () => {
    const { run, host } = ledger();
    run(`const folder = Drive.Files.create({ name: '归档', mimeType: 'application/vnd.google-apps.folder' });
      const file = Drive.Files.create({ name: '旧' }, Utilities.newBlob('x'));
      Drive.Files.update({ name: '新' }, file.id, null, { addParents: folder.id, removeParents: 'root' });`);
    const [folder, file] = host.drive();
    expect(file).toMatchObject({ name: '新', parents: [folder?.id] });
    expect(() => run(`Drive.Files.get('没有')`)).toThrow('File not found: 没有.');
    expect(() => run(`Drive.Files.create({ name: 'x', parents: ['没有'] })`)).toThrow('File not found: 没有.');
  });
});

describe('Utilities and Blob (Apps Script reference)', () => {
  test('bytes are signed, both ways', () => {
    const { run } = ledger();
    expect(run(`return Utilities.newBlob('中').getBytes()`)).toEqual([-28, -72, -83]);
    expect(run(`return Utilities.base64Decode('5Lit')`)).toEqual([-28, -72, -83]);
    expect(run(`return [Utilities.base64Encode([-28, -72, -83]), Utilities.base64EncodeWebSafe([-5, -1])]`)).toEqual([
      '5Lit',
      '-_8=',
    ]);
    expect(() => run('Utilities.newBlob([228])')).toThrow('Cannot convert 228 at index 0 to Byte');
  });

  test('text is read in the charset named, GB18030 too', () => {
    const { run } = ledger();
    expect(run(`return Utilities.newBlob([-42, -48]).getDataAsString('GB18030')`)).toBe('中');
    expect(() => run(`Utilities.newBlob('x').getDataAsString('没有')`)).toThrow('charset');
  });

  test('a blob has name and type, and its copy is apart', () => {
    const { run } = ledger();
    expect(
      run(
        `const one = Utilities.newBlob('x', 'text/plain', 'a.txt'); const two = one.copyBlob().setName('b.txt'); return [one.getName(), two.getName(), two.getContentType()];`,
      ),
    ).toEqual(['a.txt', 'b.txt', 'text/plain']);
  });

  test('non-ASCII text needs a charset to be encoded', () => {
    const { run } = ledger();
    expect(() => run(`Utilities.base64Encode('中')`)).toThrow('not implemented');
    expect(run(`return Utilities.base64Encode('中', Utilities.Charset.UTF_8)`)).toBe('5Lit');
  });

  test('formatDate by zone and pattern', () => {
    const { run } = ledger();
    expect(
      run(
        `return ["yyyy-MM-dd HH:mm:ss", "yyyy年M月d日", "yyyy-MM-dd'T'HH:mm:ssXXX"].map((p) => Utilities.formatDate(new Date(), 'Asia/Shanghai', p))`,
      ),
    ).toEqual(['2026-09-15 09:30:00', '2026年9月15日', '2026-09-15T09:30:00+08:00']);
    expect(() => run(`Utilities.formatDate(new Date(), 'GMT', 'EEEE')`)).toThrow('pattern "EEEE" is not implemented');
    expect(run('return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(Utilities.getUuid())')).toBe(true);
  });
});
