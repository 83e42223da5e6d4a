import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Desk } from '../../../local/workbench/server/desk';
import { edit } from '../../../local/workbench/server/edits';

const folder = mkdtempSync(path.join(tmpdir(), 'triggers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const code = `
function remote() { return { ok: true, value: { created: [] } }; }
function install() { ScriptApp.newTrigger('onAction').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
function onAction(e) {
  if (e.value === '出错') throw new Error('名单中没有此人');
  e.range.setNote('已受理：' + e.value);
}`;

async function open(): Promise<Desk> {
  const desk = await Desk.open({
    folder,
    program: { code, manifest: { timeZone: 'Asia/Shanghai' } },
    html: {},
    material: undefined,
    now: () => new Date('2026-11-24T02:00:00Z'),
    log: () => undefined,
  });
  if (!desk.ok) throw new Error(desk.faults.map(({ message }) => message).join());
  return desk.value;
}

function type(desk: Desk, text: string, before: string): string[] {
  const remarks: string[] = [];
  const { revision } = desk;
  const request = { revision, sheet: '工作表1', row: 1, column: 0, texts: [[text]], before: [[before]], pasted: false };
  const done = edit(desk, request, (remark) => remarks.push(remark));
  expect(done.ok && desk.commit().ok).toBe(true);
  return remarks;
}

test('a trigger installed once fires after every edit, after a restart too; its failure is told, the edit stays', async () => {
  const cell = (desk: Desk) => desk.book.sheets?.[0]?.data?.[0]?.rowData?.[1]?.values?.[0];
  let desk = await open();
  desk.run('install', [], 'menu');
  expect(desk.commit().ok).toBe(true);
  expect(type(desk, '申请销号', '')).toEqual([]);
  expect(cell(desk)?.note).toBe('已受理：申请销号');
  desk.close();

  desk = await open();
  expect(type(desk, '退回', '申请销号')).toEqual([]);
  expect(cell(desk)?.note).toBe('已受理：退回');
  expect(type(desk, '出错', '退回')).toEqual([expect.stringContaining('名单中没有此人')]);
  expect(cell(desk)?.formattedValue).toBe('出错');
  const revision = desk.revision;
  expect(desk.commit().ok).toBe(true);
  expect(desk.revision).toBe(revision);
  desk.close();
});
