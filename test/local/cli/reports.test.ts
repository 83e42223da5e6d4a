import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { edit, fillLedger, PEOPLE } from './ledgers';
import { Terminal } from './terminal';

interface Made {
  docx: string | null;
  text: string | null;
  status: string;
  version: number | null;
  notes: string[];
  refused: { code: string; message: string }[];
}
interface Hits {
  hits: { key: string; text: string; masked: string | null; decision: { choice: string } | null }[];
}

let terminal: Terminal;
beforeAll(async () => {
  terminal = new Terminal();
  await fillLedger(terminal, { started: false });
});
afterAll(() => terminal.remove());

const report = async (...args: string[]) => {
  const { code, value } = await terminal.json('report', '--out', terminal.file('报告'), ...args);
  // the command's documented answer
  return { code, made: value as Made };
};

describe('report', () => {
  test.each([
    ['public', '通报'],
    ['internal', '通报'],
    ['committee', '报告'],
    ['leader', '报告'],
    ['lists', '清单'],
    ['catalogue', '档案目录'],
    ['recheck', '回头看'],
  ])('--kind %s writes a .docx and its text', async (kind, name) => {
    const { code, made } = await report('--kind', kind);
    expect(code).toBe(0);
    expect(made.refused).toEqual([]);
    expect(path.basename(made.docx ?? '')).toContain(name);
    expect(existsSync(made.docx ?? '')).toBe(true);
    expect(readFileSync(made.text ?? '', 'utf8').length).toBeGreaterThan(40);
  });

  test('销号审批表 is of the issue named', async () => {
    const { made } = await report('--kind', 'approval', '--issue', '2');
    expect(readFileSync(made.text ?? '', 'utf8')).toContain('造林补助资金滞留');
    expect(await report('--kind', 'approval')).toMatchObject({ code: 1, made: { docx: null } });
    expect(await report('--kind', 'approval', '--issue', '99')).toMatchObject({ code: 1, made: { docx: null } });
  });

  test('a final one wants a reviewer and an approver, and says all that is missing', async () => {
    const { code, made } = await report('--final', '--reviewer', PEOPLE.office);
    expect(code).toBe(1);
    expect(made.docx).toBeNull();
    expect(made.refused.map((fault) => fault.code)).toContain('no-releaser');
  });

  test('goes on from a version that is final only', async () => {
    const { code, made } = await report('--kind', 'follow-up');
    expect(code).toBe(1);
    expect(made.refused).toMatchObject([{ code: 'no-published' }]);
  });

  test('a slip in the command line is a misuse', async () => {
    for (const args of [
      ['--kind', 'poem'],
      ['--variant', 'long'],
      ['--issue', 'x'],
      ['--template', terminal.file('没有.docx')],
    ]) {
      const { code, out } = await terminal.run('report', ...args);
      expect(code).toBe(2);
      expect(out).toBe('');
    }
  });
});

describe('template', () => {
  test('the letterhead is filled; what was written into it stays', async () => {
    const file = terminal.file('版头.docx');
    const { code, value } = await terminal.json('template', '--out', file);
    expect(code).toBe(0);
    expect(value).toMatchObject({ file, tags: expect.arrayContaining([expect.objectContaining({ tag: '标题' })]) });
    const { made } = await report('--template', file);
    expect(made.refused).toEqual([]);
    const xml = strFromU8(unzipSync(readFileSync(made.docx ?? ''))['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('护林员巡山记录补记代签');
  });

  test('what is no document is refused, and nothing is written', async () => {
    const file = terminal.file('坏.docx');
    writeFileSync(file, '这不是文档');
    expect(await report('--template', file)).toMatchObject({ code: 1, made: { docx: null } });
  });
});

describe('privacy', () => {
  test('lists what must not be published, takes a decision, and the report follows it', async () => {
    await edit(terminal, '整改措施', { 措施编号: '1-1', 落实情况: '更换定位设备86台，联系梁师傅13900005678领取。' });
    const found = await terminal.json('privacy');
    expect(found.code).toBe(1);
    const [hit] = (found.value as Hits).hits;
    expect(hit).toMatchObject({ text: '13900005678', masked: '139****5678', decision: null });
    const key = hit?.key ?? '';
    expect((await terminal.json('privacy', '--decide', key)).code).toBe(2);
    const decided = await terminal.json('privacy', '--decide', key, '--choice', '遮盖', '--as', PEOPLE.office);
    expect(decided.value).toMatchObject({ hits: [{ decision: { choice: '遮盖' } }] });
    expect(decided.code).toBe(0);
    const { made } = await report();
    expect(readFileSync(made.text ?? '', 'utf8')).toContain('139****5678');
  });
});

describe('reconcile', () => {
  test('compares a file with the version it came from', async () => {
    const { made } = await report();
    const [docx, text] = [made.docx ?? '', made.text ?? ''];
    expect(await terminal.json('reconcile', docx)).toMatchObject({
      code: 0,
      value: { version: made.version, hand: 0, ledger: 0, both: 0, changes: [] },
    });
    const edited = terminal.put('改过.txt', readFileSync(text, 'utf8').replace('兑付到户', '足额兑付到户'));
    expect(await terminal.json('reconcile', edited)).toMatchObject({
      code: 1,
      value: { hand: 1, changes: [{ kind: 'hand', about: 2, published: expect.stringContaining('足额兑付到户') }] },
    });
    await edit(terminal, '整改措施', { 措施编号: '2-1', 落实情况: '核清滞留补助31.6万元，全部兑付到户。' });
    expect(await terminal.json('reconcile', docx)).toMatchObject({ code: 1, value: { hand: 0, ledger: 1 } });
    expect((await terminal.run('reconcile', terminal.file('没有.docx'))).code).toBe(2);
    expect(await terminal.json('reconcile', docx, '--version', '99')).toMatchObject({ code: 1 });
  });
});
