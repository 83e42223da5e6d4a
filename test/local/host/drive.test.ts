import { strToU8, zipSync } from 'fflate';
import { CLERK, ledger, OWNER } from './ledger';

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

const FOLDER = 'application/vnd.google-apps.folder';
const FILE_SCOPE = {
  timeZone: 'Asia/Shanghai',
  oauthScopes: ['https://www.googleapis.com/auth/drive.file', 'https://www.googleapis.com/auth/spreadsheets'],
  dependencies: { enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }] },
};

describe('checksums and size (Drive API v3, files: binary content only)', () => {
  const fields = 'size,md5Checksum,sha1Checksum,sha256Checksum';

  test('are those of the bytes, in get, create and list', () => {
    const { run } = ledger();
    const told = {
      size: '3',
      md5Checksum: '900150983cd24fb0d6963f7d28e17f72',
      sha1Checksum: 'a9993e364706816aba3e25717850c26c9cd0d89d',
      sha256Checksum: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    };
    expect(
      run(`const fields = '${fields}';
        const made = Drive.Files.create({ name: '会议纪要.pdf' }, Utilities.newBlob('abc', 'application/pdf'), { fields: 'id,' + fields });
        const fileId = made.id; delete made.id;
        return [made, Drive.Files.get(fileId, { fields }), Drive.Files.list({ fields: 'files(' + fields + ')' }).files[0]];`),
    ).toEqual([told, told, told]);
  });

  test('are not told of folders and Google Docs', () => {
    const { run } = ledger();
    expect(
      run(`Drive.Files.create({ name: '佐证', mimeType: '${FOLDER}' });
        Drive.Files.create({ name: '报告', mimeType: '${DOC}' }, Utilities.newBlob('x', 'text/plain'));
        return Drive.Files.list({ fields: 'files(name,${fields})' }).files;`),
    ).toEqual([{ name: '佐证' }, { name: '报告' }]);
  });

  test('tell that a person replaced the content; the bin tells its own', () => {
    const { run, host } = ledger();
    const made = run(`const folder = Drive.Files.create({ name: '问题3', mimeType: '${FOLDER}' });
      return [folder.id, Drive.Files.create({ name: '会议纪要.pdf', parents: [folder.id] }, Utilities.newBlob('abc', 'application/pdf')).id];`);
    if (!Array.isArray(made)) throw new Error('no ids');
    const [folder, file] = made.map(String);
    const read = (): unknown =>
      run(`return Drive.Files.get(a, { fields: 'md5Checksum,trashed' });`, 'menu', [file ?? '']);
    host.replaceDriveFile(file ?? '', new TextEncoder().encode('abd'));
    expect(read()).toEqual({ md5Checksum: '4911e516e5aa21d327512e0c8b197616', trashed: false });
    host.trashDriveFile(folder ?? '');
    expect(read()).toMatchObject({ trashed: true });
    expect(run(`return Drive.Files.list({ q: 'trashed = false' }).files.length;`)).toBe(0);
    host.trashDriveFile(folder ?? '', false);
    expect(read()).toMatchObject({ trashed: false });
    expect(() => host.replaceDriveFile('没有', new Uint8Array())).toThrow('no file 没有');
  });
});

describe('Drive.Files.list (Drive API v3, files.list; "Search query terms")', () => {
  test('finds by app property, whatever characters it has', () => {
    const { run } = ledger();
    expect(
      run(`const value = "3-2 }'年";
        Drive.Files.create({ name: '甲', appProperties: { 问题: value } }, Utilities.newBlob('x'));
        Drive.Files.create({ name: '乙', appProperties: { 问题: '4' }, properties: { 问题: '5' } }, Utilities.newBlob('y'));
        const names = (q) => Drive.Files.list({ q }).files.map((file) => file.name);
        return [names("appProperties has { key='问题' and value='3-2 }\\\\'年' }"), names("appProperties has {key = '问题' and value = '4'} and trashed = false"),
          names("properties has { key='问题' and value='5' }"), names("appProperties has { key='问题' and value='5' }"), names("appProperties has { key='toString' and value='x' }")];`),
    ).toEqual([['甲'], ['乙'], ['乙'], [], []]);
  });

  test('an app property is cleared by null, the others stay', () => {
    const { run, host } = ledger();
    run(`const { id: fileId } = Drive.Files.create({ name: '甲', appProperties: { 问题: '3', 件: '2' } }, Utilities.newBlob('x'));
      Drive.Files.update({ appProperties: { 件: null } }, fileId);`);
    expect(host.drive()[0]?.appProperties).toEqual({ 问题: '3' });
  });

  test('comes page by page, every file once, and a token goes with its query', () => {
    const { run } = ledger();
    const pages = `for (let n = 1; n <= 5; n++) Drive.Files.create({ name: '件' + n }, Utilities.newBlob('x'));
      const seen = []; let pageToken;
      do {
        const page = Drive.Files.list(Object.assign({ q: 'trashed = false', pageSize: 2, fields: 'nextPageToken,files(name)' }, pageToken ? { pageToken } : {}));
        seen.push(page.files.map((file) => file.name)); pageToken = page.nextPageToken;
      } while (pageToken);
      return seen;`;
    expect(run(pages)).toEqual([['件1', '件2'], ['件3', '件4'], ['件5']]);
    expect(run(`return Object.keys(Drive.Files.list({ pageSize: 5 }));`)).toEqual([
      'kind',
      'incompleteSearch',
      'files',
    ]);
    expect(run('return typeof Drive.Files.list({ pageSize: 4 }).nextPageToken;')).toBe('string');
    const another = `Drive.Files.list({ q: 'trashed = true', pageToken: Drive.Files.list({ pageSize: 2 }).nextPageToken })`;
    expect(() => run(another)).toThrow('Invalid Value');
    expect(() => run(`Drive.Files.list({ pageToken: '乱写' })`)).toThrow('Invalid Value');
  });

  test('fields the host does not tell are named', () => {
    const { run } = ledger();
    expect(() => run(`Drive.Files.list({ fields: 'files(id,owners)' })`)).toThrow('Drive file field "owners"');
    expect(() => run(`Drive.Files.list({ fields: 'etag' })`)).toThrow('Drive file list field "etag"');
  });
});

describe('whose files a script sees (Drive API, "Choose Google Drive API scopes": drive.file)', () => {
  const find = `return Drive.Files.list({ fields: 'files(name)' }).files.map((file) => file.name);`;

  test('under drive.file those it made; what a person put there is not found', () => {
    const { run, host } = ledger({ manifest: FILE_SCOPE });
    run(`Drive.Files.create({ name: '程序所建' }, Utilities.newBlob('x'));`);
    const id = host.putDriveFile({ name: '本人上传.pdf', bytes: new Uint8Array([1]), mimeType: 'application/pdf' });
    const folder = host.putDriveFile({ name: '本人所建', bytes: new Uint8Array(), mimeType: FOLDER });
    expect(run(find)).toEqual(['程序所建']);
    expect(() => run('Drive.Files.get(a)', 'menu', [id])).toThrow(`File not found: ${id}.`);
    expect(() => run(`Drive.Files.create({ name: 'x', parents: [a] })`, 'menu', [folder])).toThrow('File not found');
    expect(host.drive()).toHaveLength(3);
  });

  test('a host made anew with the Drive of the one before finds them again', () => {
    const before = ledger({ manifest: FILE_SCOPE });
    before.run(`Drive.Files.create({ name: '程序所建' }, Utilities.newBlob('x'));`);
    before.host.putDriveFile({ name: '本人上传.pdf', bytes: new Uint8Array([1]), mimeType: 'application/pdf' });
    const { run, host } = ledger({ manifest: FILE_SCOPE, drive: before.host.drive() });
    expect(run(find)).toEqual(['程序所建']);
    expect(host.drive()).toEqual(before.host.drive());
  });

  test('under drive their own, whoever put it there', () => {
    const { run, host } = ledger({
      manifest: { ...FILE_SCOPE, oauthScopes: [...FILE_SCOPE.oauthScopes, 'https://www.googleapis.com/auth/drive'] },
    });
    host.putDriveFile({ name: '本人上传.pdf', bytes: new Uint8Array([1]), mimeType: 'application/pdf' });
    host.putDriveFile({ name: '别人的.pdf', bytes: new Uint8Array([1]), mimeType: 'application/pdf', owner: CLERK });
    expect(run(find)).toEqual(['本人上传.pdf']);
  });

  test('what the script made for one person, it does not find for another', () => {
    const { run, host } = ledger({ manifest: FILE_SCOPE });
    host.setUser(CLERK);
    run(`Drive.Files.create({ name: '问题3', mimeType: '${FOLDER}' });`);
    expect(run(find)).toEqual(['问题3']);
    host.setUser(OWNER);
    expect(run(find)).toEqual([]);
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

describe('Drive.Files.export (Drive API v3, files.export; public reports of the option alt)', () => {
  const make = `const made = Drive.Files.create({ name: '版头', mimeType: '${DOC}' }, Utilities.newBlob(a, '${DOCX}'));`;
  const asDocx = (id: string, options = `, { alt: 'media' }`) => `Drive.Files.export(${id}, '${DOCX}'${options})`;

  test('an unedited Doc comes back as the bytes it was made from, in a blob', () => {
    const bytes = docx(p('{标题}'));
    const told = ledger().run(
      `${make} const blob = ${asDocx('made.id')}; return [blob.getContentType(), blob.getBytes()];`,
      'menu',
      [bytes],
    );
    expect(told).toEqual([DOCX, bytes]);
  });

  test('without alt=media, and of what is no Google file, it is refused as live', () => {
    const { run } = ledger();
    const failed = 'API call to drive.files.export failed with error: ';
    for (const options of ['', ', {}']) {
      expect(() => run(`${make} ${asDocx('made.id', options)};`, 'menu', [docx(p('文'))])).toThrow(
        `${failed}Export requires alt=media to download the exported content.`,
      );
    }
    expect(() => run(asDocx(`Drive.Files.create({ name: 'a' }, Utilities.newBlob('x')).id`))).toThrow(
      `${failed}Export only supports Docs Editors files.`,
    );
    const folder = `Drive.Files.create({ name: 'b', mimeType: 'application/vnd.google-apps.folder' }).id`;
    expect(() => run(asDocx(folder))).toThrow('Export only supports Docs Editors files.');
    expect(() => run(asDocx(`'1nothing'`))).toThrow(`${failed}File not found: 1nothing.`);
  });

  test('an edited Doc, and other formats and options, throw by name', () => {
    const { run, host } = ledger();
    const id = String(run(`${make} return made.id;`, 'menu', [docx(p('甲') + p('乙'))]));
    expect(() => run(`Drive.Files.export(a, 'application/pdf', { alt: 'media' })`, 'menu', [id])).toThrow(
      'as application/pdf is not implemented by the local host',
    );
    expect(() => run(asDocx('a', `, { alt: 'json' }`), 'menu', [id])).toThrow('alt=json of Drive.Files.export');
    expect(() => run(asDocx('a', `, { fields: 'id' }`), 'menu', [id])).toThrow('option "fields"');
    host.editDocument(id, 1, '丙');
    expect(() => run(asDocx('a'), 'menu', [id])).toThrow('a Google Doc that was edited');
    host.editDocument(id, 1, '乙');
    run(asDocx('a'), 'menu', [id]);
  });
});
