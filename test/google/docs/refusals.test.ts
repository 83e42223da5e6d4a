/** What Drive may refuse without a report being lost; the strict host does not refuse it. */
import { afterEach, expect, test } from '@jest/globals';
import type { StoredReport } from '../../../src/app/ports';
import { reportFiles } from '../../../src/google/reportFiles';
import type { Result } from '../../../src/ledger/fault';

const NAMES = ['Drive', 'Docs', 'SpreadsheetApp', 'Utilities'];
const kept = Object.fromEntries(NAMES.map((name) => [name, Reflect.get(globalThis, name)]));
afterEach(() => {
  Object.assign(globalThis, kept);
});

interface Sent {
  name?: string;
  contentRestrictions?: object[];
}

/** A Drive that takes files as `take` lets it. @returns what was stored, and the calls in order */
function finalStored(take: (sent: Sent, call: string) => void, get: () => object = () => ({})) {
  const calls: string[] = [];
  const answering = (call: string) => (sent: Sent, id: unknown) => {
    calls.push(call);
    take(sent, call);
    return { id: typeof id === 'string' ? id : `1${sent.name}`, webViewLink: 'https://x', ...sent };
  };
  Object.assign(globalThis, {
    Drive: { Files: { list: () => ({}), create: answering('create'), update: answering('update') } },
    Docs: { Documents: { get } },
    SpreadsheetApp: { getActiveSpreadsheet: () => ({ getId: () => '1台账' }) },
    Utilities: { newBlob: () => ({}) },
  });
  const result: Result<StoredReport> = reportFiles().storeReport('通报（定稿1）', new Uint8Array(), {
    kind: '社会公开通报',
    frozen: true,
  });
  return { result, calls };
}

test('a Drive that locks in a request of its own only', () => {
  const { result, calls } = finalStored((sent) => {
    if (sent.name !== undefined && sent.contentRestrictions)
      throw new Error('The resource body includes fields which are not directly writable.');
  });
  expect(result).toMatchObject({ ok: true, value: { note: '', docx: { name: '通报（定稿1）.docx' } } });
  // folder, refused, .docx, Google Doc; both locked
  expect(calls).toEqual(['create', 'create', 'create', 'create', 'update', 'update']);
});

test('a Drive that passes over the lock in silence is asked again', () => {
  const { result, calls } = finalStored((sent, call) => {
    if (call === 'create') delete sent.contentRestrictions;
  });
  expect(result).toMatchObject({ ok: true, value: { note: '' } });
  expect(calls).toEqual(['create', 'create', 'create', 'update', 'update']);
});

test('a Drive that locks nothing: the report is stored, and the note names what is open', () => {
  const { result } = finalStored((sent) => {
    if (sent.contentRestrictions) throw new Error('The user does not have sufficient permissions for this file.');
  });
  const open = (name: string) => `“${name}”没有锁定为只读，请在云端硬盘中手动锁定。`;
  expect(result).toMatchObject({
    ok: true,
    value: { replaced: false, note: open('通报（定稿1）.docx') + open('通报（定稿1）') },
  });
});

test('a repair that fails does not lose the report either', () => {
  const { result } = finalStored(
    () => {},
    () => {
      throw new Error('Internal error encountered.');
    },
  );
  expect(result).toMatchObject({
    ok: true,
    value: { note: 'Google 文档的版式没有整理成，.docx 不受影响。' },
  });
});

test('where the Google Doc cannot be made there is no report, and the .docx goes into the bin', () => {
  const binned: string[] = [];
  const { result } = finalStored((sent, call) => {
    if (sent.name === '通报（定稿1）') throw new Error("The user's Drive storage quota has been exceeded.");
    if (call === 'update') binned.push(call);
  });
  expect(result).toMatchObject({ ok: false, faults: [{ code: 'drive-full' }] });
  expect(binned).toHaveLength(1);
});
