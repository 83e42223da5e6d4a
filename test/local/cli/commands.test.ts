import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { lockStore } from '../../../local/files/lock';
import { PUBLISHED, Terminal } from './terminal';

jest.setTimeout(30_000);

describe('a published report', () => {
  const terminal = new Terminal();
  const report = terminal.put('通报.txt', PUBLISHED);
  afterAll(() => terminal.remove());

  test('is imported into a ledger made for it, with the counts alone on stdout', async () => {
    const { code, value } = await terminal.json('import', report);
    expect({ code, value }).toEqual({
      code: 0,
      value: { aspects: 1, groups: 0, issues: 2, measures: 3, unplaced: [], warnings: expect.any(Array) },
    });
  });

  test('is not imported twice', async () => {
    const before = readFileSync(terminal.store, 'utf8');
    const { code, value } = await terminal.json('import', report);
    expect({ code, value }).toMatchObject({ code: 1, value: { refused: [{ code: 'ledger-not-empty' }] } });
    expect(readFileSync(terminal.store, 'utf8')).toBe(before);
  });

  test('new does not replace the ledger', async () => {
    const { code, err } = await terminal.run('new');
    expect(code).toBe(1);
    expect(err).toContain(`“${terminal.store}”已经存在`);
  });

  test('is checked, and a second check that changes nothing does not write the store', async () => {
    const first = await terminal.json('check');
    expect(first.value).toMatchObject({ errors: expect.any(Number), findings: expect.any(Array) });
    const { mtimeMs } = statSync(terminal.store);
    const second = await terminal.json('check');
    expect(second.value).toEqual(first.value);
    expect(statSync(terminal.store).mtimeMs).toBe(mtimeMs);
  });

  test('is shown tab by tab as objects by column name', async () => {
    const { value } = await terminal.json('show', '整改措施');
    expect(value).toEqual([
      expect.objectContaining({ 措施编号: '1-1', 措施内容: '更换巡山定位设备86台，逐日核对轨迹。' }),
      expect.objectContaining({ 措施编号: '1-2' }),
      expect.objectContaining({ 措施编号: '2-1' }),
    ]);
    const lines = (await terminal.run('show', '整改措施')).out.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(value);
    expect(await terminal.run('show', '整改')).toMatchObject({ code: 1, out: '' });
  });

  test('comes back as .docx and text, character for character', async () => {
    const { code, value } = await terminal.json('report', '--kind', 'public', '--out', terminal.file('报告'));
    expect(value).toMatchObject({ status: 'draft', refused: [] });
    expect(code).toBe(0);
    const names = readdirSync(terminal.file('报告')).sort();
    expect(names.map((name) => name.replace(/.*\./, ''))).toEqual(['docx', 'txt']);
    const text = readFileSync(terminal.file(`报告/${names.find((name) => name.endsWith('.txt'))}`), 'utf8');
    expect(text.replace(/\n+/g, '\n').trim().replace('党组\n关于', '党组关于')).toBe(PUBLISHED);
    const docx = readFileSync(terminal.file(`报告/${names.find((name) => name.endsWith('.docx'))}`));
    expect(strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())).toContain('护林员巡山记录补记代签');
  });

  test('goes out as .xlsx and comes back with its edits, each refused cell named', async () => {
    const file = terminal.file('台账.xlsx');
    expect(await terminal.run('export', '--xlsx', file)).toMatchObject({ code: 0 });
    expect(await terminal.json('open', '--xlsx', file)).toMatchObject({
      code: 0,
      value: { changed: 0, added: 0, refused: [] },
    });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    const sheet = workbook.getWorksheet('问题台账');
    const column = (header: string): number => {
      let found = 0;
      sheet?.getRow(1).eachCell((cell, at) => {
        if (cell.value === header) found = at;
      });
      return found;
    };
    const set = (row: number, header: string, value: ExcelJS.CellValue): void => {
      if (sheet) sheet.getCell(row, column(header)).value = value;
    };
    set(2, '责任部门', '资源管理股');
    set(2, '整改时限', new Date(Date.UTC(2026, 11, 31)));
    set(3, '整改时限', '尽快');
    set(3, '举一反三', { error: '#REF!' });
    await workbook.xlsx.writeFile(file);
    const { code, value } = await terminal.json('open', '--xlsx', file);
    // The first deadline is recorded along with the deadline.
    expect({ code, value }).toMatchObject({ code: 1, value: { changed: 3, added: 0 } });
    expect(JSON.stringify(value)).toContain('“尽快”不是有效日期');
    expect(JSON.stringify(value)).toMatch(/问题台账 [A-Z]+3（举一反三）：公式出错，显示为“#REF!”/);
    expect((await terminal.json('show', '问题台账')).value).toMatchObject([
      { 编号: 1, 责任部门: '资源管理股', 整改时限: '2026-12-31', 原定时限: '2026-12-31' },
      { 编号: 2, 整改时限: null },
    ]);
  });

  test('a row deleted in the .xlsx stays in the ledger, and that is said', async () => {
    const file = terminal.file('少一行.xlsx');
    await terminal.run('export', '--xlsx', file);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    workbook.getWorksheet('整改措施')?.spliceRows(3, 1);
    await workbook.xlsx.writeFile(file);
    const { code, value } = await terminal.json('open', '--xlsx', file);
    expect({ code, value }).toMatchObject({
      code: 1,
      value: { changed: 0, refused: [{ tab: '整改措施', key: '1-2' }] },
    });
    expect((await terminal.json('show', '整改措施')).value).toHaveLength(3);
  });

  test('an .xlsx alone becomes a ledger of its own', async () => {
    const file = terminal.file('移交.xlsx');
    await terminal.run('export', '--xlsx', file);
    const fresh = terminal.file('新台账.json');
    const { code } = await terminal.bare('open', '--xlsx', file, '--store', fresh, '--today', '2026-11-24');
    expect(code).toBe(0);
    const shown = await terminal.bare('show', '整改措施', '--store', fresh);
    expect(shown.out).toBe((await terminal.run('show', '整改措施')).out);
  });

  test('whoever acts is named in the log', async () => {
    await terminal.run('report', '--kind', 'public', '--out', terminal.folder, '--as', 'owner@example.invalid');
    const { value } = await terminal.json('show', '报告登记');
    expect(JSON.stringify(value)).toContain('owner@example.invalid');
  });
});

describe('a ledger', () => {
  let terminal: Terminal;
  beforeEach(() => {
    terminal = new Terminal();
  });
  afterEach(() => terminal.remove());

  test('a final report is refused while an error stands, and no file is made', async () => {
    await terminal.run('sample', '--issues', '2', '--measures', '2', '--seed', '3');
    const file = terminal.file('台账.xlsx');
    await terminal.run('export', '--xlsx', file);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    workbook.getWorksheet('整改措施')?.addRow(['9-1', 9, '不存在的问题的措施。']);
    await workbook.xlsx.writeFile(file);
    await terminal.run('open', '--xlsx', file);
    expect((await terminal.run('check')).code).toBe(1);
    const out = terminal.file('定稿');
    const { code, value } = await terminal.json('report', '--kind', 'public', '--final', '--out', out);
    expect({ code, value }).toMatchObject({ code: 1, value: { docx: null, text: null, status: 'final' } });
    expect(existsSync(out)).toBe(false);
  });

  test('a sample is the same for the same seed, another for another', async () => {
    const sample = async (seed: string, store: string): Promise<string> => {
      const args = ['--issues', '5', '--measures', '3', '--seed', seed, '--store', store, '--today', '2026-11-24'];
      await terminal.bare('sample', ...args);
      return (await terminal.bare('show', '整改措施', '--store', store)).out;
    };
    const first = await sample('7', terminal.file('a.json'));
    expect(first.trim().split('\n')).toHaveLength(15);
    expect(await sample('7', terminal.file('b.json'))).toBe(first);
    expect(await sample('8', terminal.file('c.json'))).not.toBe(first);
  });

  test('a store cut off is refused and left for recovery', async () => {
    await terminal.run('new');
    const whole = readFileSync(terminal.store, 'utf8');
    terminal.put('ledger.json', whole.slice(0, whole.length / 2));
    const { code, err } = await terminal.run('check');
    expect(code).toBe(1);
    expect(err).toContain('不完整');
    expect(readFileSync(terminal.store, 'utf8')).toBe(whole.slice(0, whole.length / 2));
  });

  test('commands wait for one another, so that nothing is lost', async () => {
    await terminal.run('new');
    const lock = await lockStore(terminal.store);
    const check = terminal.run('check');
    setTimeout(() => lock.ok && lock.value.release(), 150);
    expect((await check).code).toBe(0);
  });
});
