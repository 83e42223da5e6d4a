import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { documentOf } from '../../../local/host/services/driveStore';
import type { HostedLedger } from '../../support/hostedLedger';
import { APPROVER, filled, REVIEWER, type Reported } from './filled';

interface Compared {
  version: number | null;
  same: number;
  hand: number;
  ledger: number;
  both: number;
  changes: { kind: string; about: number | null; base: string; published: string; ledger: string }[];
}

const make = (ledger: HostedLedger, more: object = {}) =>
  ledger.ask<Reported>('generateReport', { kind: 'public', ...more });
const final = (ledger: HostedLedger) => make(ledger, { final: true, reviewer: REVIEWER, approver: APPROVER });
const compare = (ledger: HostedLedger, argument: object = {}) => ledger.ask<Compared>('reconcile', argument);
/** A person replaces some words of the Doc. */
function edit(ledger: HostedLedger, made: Reported, from: string, to: string): void {
  const file = ledger.host.drive().find(({ id }) => id === made.document?.id);
  const paragraphs = (file === undefined ? undefined : (documentOf(file).body?.content ?? []))?.flatMap(
    ({ paragraph }) =>
      paragraph === undefined ? [] : [(paragraph.elements ?? []).map(({ textRun }) => textRun?.content ?? '').join('')],
  );
  const at = paragraphs?.findIndex((text) => text.includes(from)) ?? -1;
  const text = paragraphs?.[at]?.replace(/\n$/, '');
  if (file === undefined || text === undefined) throw new Error(`no paragraph with ${from}`);
  ledger.host.editDocument(file.id, at, text.replace(from, to));
}

describe('versions of a report', () => {
  test('a draft nobody touched is replaced in place, in at most 12 calls, and its base goes with it', () => {
    const ledger = filled();
    const first = make(ledger).value;
    const firstCalls = ledger.host.calls().length;
    ledger.merge('整改措施', [{ 措施编号: '1-1', 落实情况: '补录2025年巡查记录50份。' }]);
    const second = make(ledger).value;
    expect(ledger.serviceCalls().length).toBeLessThanOrEqual(12);
    expect(firstCalls).toBeGreaterThan(0);
    expect(second.document?.id).toBe(first.document?.id);
    expect(second.docx?.id).toBe(first.docx?.id);
    expect(second).toMatchObject({ version: 2, notes: [] });
    expect(ledger.rows('报告登记').map(({ 版本, 体例 }) => [版本, 体例])).toEqual([
      [1, '四部分'],
      [2, '四部分'],
    ]);
    expect(new Set(ledger.rows('报告底稿').map(({ 版本 }) => 版本))).toEqual(new Set([2]));
    expect(compare(ledger).value).toMatchObject({ version: 2, hand: 0, ledger: 0, both: 0 });
    // a cell with line ends would make a row of the sheet as high as the report
    expect(ledger.rows('报告底稿').some(({ 底稿 }) => String(底稿).includes('\n'))).toBe(false);
    expect(compare(ledger, { version: 1 })).toMatchObject({ ok: false, faults: [{ code: 'superseded' }] });
  });

  test('a draft somebody edited or commented on stays as it is', () => {
    const ledger = filled();
    const first = make(ledger).value;
    edit(ledger, first, '46份', '四十六份');
    const second = make(ledger).value;
    expect(second.document?.id).not.toBe(first.document?.id);
    expect(second.notes.join('')).toContain('修改');
    ledger.host.commentOnFile(second.document?.id ?? '', '这里再核实一下');
    const third = make(ledger).value;
    expect(third.document?.id).not.toBe(second.document?.id);
    expect(third.notes.join('')).toContain('批注');
  });

  test('drafts of another 体例 or issue are other drafts', () => {
    const ledger = filled();
    const first = make(ledger).value;
    const other = make(ledger, { variant: 'two-part' }).value;
    expect(other.document?.id).not.toBe(first.document?.id);
    expect(make(ledger).value.document?.id).toBe(first.document?.id);
  });

  test('final freezes: new files, locked, which no later draft replaces', () => {
    const ledger = filled();
    const draft = make(ledger).value;
    const made = final(ledger).value;
    expect(made).toMatchObject({ status: 'final', version: 2, refused: [] });
    expect(made.document?.id).not.toBe(draft.document?.id);
    expect(() => edit(ledger, made, '46份', '47份')).toThrow('locked');
    const after = make(ledger).value;
    expect(after.document?.id).not.toBe(made.document?.id);
  });
});

describe('对账', () => {
  test('tells what the ledger changed, what was edited by hand, and what both did', () => {
    const ledger = filled();
    const made = make(ledger).value;
    edit(ledger, made, '明确每月巡查2次', '明确每月巡查不少于2次');
    ledger.merge('报告素材', [
      { 版块: '引言', 序号: 1, 正文: '现将整改落实情况通报如下，共反馈{{反馈问题数}}个问题。' },
    ]);
    const calls = compare(ledger);
    expect(ledger.serviceCalls()).toEqual(['Spreadsheets.get', 'Spreadsheets.Values.batchGet', 'Documents.get']);
    expect(calls.value).toMatchObject({ version: 1, hand: 1, ledger: 1, both: 0 });
    expect(calls.value.changes).toContainEqual({
      kind: 'hand',
      about: 1,
      base: expect.stringContaining('每月巡查2次'),
      published: expect.stringContaining('不少于2次'),
      ledger: expect.stringContaining('每月巡查2次'),
    });
    ledger.merge('整改措施', [{ 措施编号: '1-2', 落实情况: '修订印发河道巡查办法，明确每月巡查3次。' }]);
    expect(compare(ledger).value).toMatchObject({ hand: 0, ledger: 1, both: 1 });
  });

  test('takes a .docx as it is now, and a report that was never ours', () => {
    const ledger = filled();
    const made = make(ledger).value;
    const bytes = ledger.host.drive().find(({ id }) => id === made.docx?.id)?.bytes ?? new Uint8Array();
    const file = { name: '通报.docx', type: '', base64: Buffer.from(bytes).toString('base64') };
    expect(compare(ledger, { file }).value).toMatchObject({ hand: 0, ledger: 0, both: 0 });
    const foreign = {
      name: '通报.txt',
      type: '',
      base64: Buffer.from('别的单位的通报。\n全文不同。').toString('base64'),
    };
    expect(compare(filled(), { file: foreign }).value).toMatchObject({ version: null, same: 0 });
  });

  test('a version that is not there, or nothing to compare, is said', () => {
    const ledger = filled();
    expect(compare(ledger)).toMatchObject({ ok: false, faults: [{ code: 'no-reports' }] });
    expect(compare(ledger, { version: 7 })).toMatchObject({ ok: false, faults: [{ code: 'no-version' }] });
    ledger.ask('progressPack');
    expect(compare(ledger, { version: 1 })).toMatchObject({ ok: false, faults: [{ code: 'not-comparable' }] });
  });

  test('the next draft keeps hand edits of what the ledger has not changed', () => {
    const ledger = filled();
    const made = make(ledger).value;
    edit(ledger, made, '明确每月巡查2次', '明确每月巡查不少于2次');
    ledger.merge('报告素材', [
      { 版块: '引言', 序号: 1, 正文: '现将整改落实情况通报如下，共反馈{{反馈问题数}}个问题。' },
    ]);
    const next = make(ledger, { keepEdits: true }).value;
    expect(next.text).toContain('不少于2次');
    expect(next.text).toContain('现将整改落实情况通报如下');
    expect(next).toMatchObject({ kept: [{ about: 1 }], dropped: [] });
    expect(next.document?.id).not.toBe(made.document?.id);
    const third = make(ledger, { keepEdits: true }).value;
    expect(third.text).toContain('不少于2次');
    expect(third).toMatchObject({ kept: [{ about: 1 }], dropped: [] });
    expect(make(filled(), { keepEdits: true })).toMatchObject({ ok: false, faults: [{ code: 'no-draft' }] });
  });
});

test('what was written by hand is scanned like everything else before it is final', () => {
  const ledger = filled();
  const made = make(ledger).value;
  edit(ledger, made, '明确每月巡查2次', '明确每月巡查2次，举报请打13800001234');
  const released = { final: true, reviewer: REVIEWER, approver: APPROVER };
  expect(make(ledger, { keepEdits: true, ...released }).value).toMatchObject({
    docx: null,
    refused: [{ code: 'privacy-hit', message: expect.stringContaining('138****1234') }],
  });
});

describe('后续进展报告', () => {
  test('goes on from the last final notice, and says what has changed since', () => {
    const ledger = filled();
    expect(make(ledger, { kind: 'follow-up' }).value.refused).toMatchObject([{ code: 'no-published' }]);
    final(ledger);
    const { text, refused } = make(ledger, { kind: 'follow-up' }).value;
    expect(refused).toEqual([]);
    expect(text).toContain('青禾县水务局');
    expect(ledger.rows('报告登记').pop()).toMatchObject({ 种类: '后续进展报告', 体例: '自第1版' });
    expect(make(ledger, { kind: 'follow-up', since: 9 }).value.refused).toMatchObject([{ code: 'no-version' }]);
  });
});

test('a ledger of the version before, without 报告底稿, is told to be brought up before anything is stored', () => {
  const ledger = filled();
  const sheets = ledger.host.spreadsheet().sheets ?? [];
  const at = sheets.findIndex(({ properties }) => properties?.title === '报告底稿');
  sheets.splice(at, 1);
  expect(make(ledger)).toMatchObject({ ok: false, faults: [{ code: 'missing-tab', tab: '报告底稿' }] });
  expect(ledger.host.drive()).toEqual([]);
  ledger.ask('setUpLedger');
  expect(make(ledger).value.docx).not.toBeNull();
});

describe('every kind', () => {
  test.each(['internal', 'committee', 'leader', 'lists', 'catalogue', 'recheck'])(
    '%s is made and registered',
    (kind) => {
      const ledger = filled();
      const made = make(ledger, { kind }).value;
      expect(made.refused).toEqual([]);
      expect(made.docx).not.toBeNull();
      expect(ledger.serviceCalls().length).toBeLessThanOrEqual(12);
      expect(ledger.rows('报告登记')).toHaveLength(1);
    },
  );

  test('销号审批表 is of one issue', () => {
    const ledger = filled();
    expect(make(ledger, { kind: 'approval' }).value.refused).toMatchObject([{ code: 'no-issue-given' }]);
    expect(make(ledger, { kind: 'approval', issue: 1 }).value.text).toContain('河道巡查记录不全');
  });
});

describe('a template of one’s own', () => {
  test('the starter template filled gives the report in it; an unknown tag is named and nothing is made', () => {
    const ledger = filled();
    const { file, tags } = ledger.ask<{ file: { id: string }; tags: { tag: string }[] }>('starterTemplate').value;
    expect(tags.map(({ tag }) => tag)).toContain('标题');
    const bytes = ledger.host.drive().find(({ id }) => id === file.id)?.bytes ?? new Uint8Array();
    const template = { name: '版头.docx', type: '', base64: Buffer.from(bytes).toString('base64') };
    const made = make(ledger, { template }).value;
    expect(made.refused).toEqual([]);
    const docx = ledger.host.drive().find(({ id }) => id === made.docx?.id)?.bytes ?? new Uint8Array();
    const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('修订印发河道巡查办法');
    expect(xml).not.toContain('{标题}');
    expect(make(ledger, { kind: 'approval', issue: 1, template }).value.refused).toMatchObject([
      { code: 'template-of-form' },
    ]);
    const broken = { ...template, base64: Buffer.from('不是文档').toString('base64') };
    const before = ledger.rows('报告登记').length;
    expect(make(ledger, { template: broken }).value).toMatchObject({ docx: null });
    expect(ledger.rows('报告登记')).toHaveLength(before);
  });
});
