import { strFromU8, unzipSync } from 'fflate';
import { APPROVER, filled, REVIEWER, type Reported } from './filled';

describe('a public report', () => {
  const ledger = filled();
  const first = ledger.ask<Reported>('generateReport', { kind: 'public' }).value;
  const calls = ledger.serviceCalls();

  test('is stored as .docx and as a Google Doc made from the same bytes, with both links', () => {
    expect(first).toMatchObject({ status: 'draft', refused: [] });
    const [docx, document] = [first.docx, first.document].map((file) =>
      ledger.host.drive().find(({ id }) => id === file?.id),
    );
    expect(docx?.name).toBe('青禾县水务局社会公开通报（草稿1，2026-11-24）.docx');
    expect(document?.mimeType).toBe('application/vnd.google-apps.document');
    expect(document?.text).toContain('一是补录2025年巡查记录46份。二是修订印发河道巡查办法，明确每月巡查2次。');
    expect(document?.text).toContain('共反馈1个问题。');
    const xml = strFromU8(unzipSync(docx?.bytes ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('关于“河道巡查记录不全”的问题。');
  });

  test('is entered in 报告登记 and the log with the fingerprint of its bytes', () => {
    const [entry] = ledger.rows('报告登记');
    expect(entry).toMatchObject({
      版本: 1,
      种类: '社会公开通报',
      状态: '草稿',
      指纹: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(ledger.rows('办理记录').pop()).toMatchObject({ 动作: '报告', 对象: '报告登记 1', 内容指纹: entry?.指纹 });
  });

  test('made again from the same ledger has the same bytes and the next version', () => {
    const second = ledger.ask<Reported>('generateReport', { kind: 'public' }).value;
    const bytes = [first, second].map(({ docx }) => ledger.host.drive().find(({ id }) => id === docx?.id)?.bytes);
    expect(Buffer.from(bytes[0] ?? []).equals(Buffer.from(bytes[1] ?? []))).toBe(true);
    expect(second.docx?.name).toContain('（草稿2，2026-11-24）');
  });

  test('costs a fixed number of service calls', () => {
    expect(calls).toEqual([
      'Spreadsheets.get',
      'Spreadsheets.Values.batchGet',
      'Files.list',
      'Files.create',
      'Files.create',
      'Files.create',
      'Documents.get',
      'Documents.batchUpdate',
      'Spreadsheets.Values.batchGet',
      'Spreadsheets.batchUpdate',
    ]);
  });

  test('goes final when the checks find no error', () => {
    const released = { reviewer: REVIEWER, approver: APPROVER };
    expect(ledger.ask<Reported>('generateReport', { kind: 'public', final: true, ...released }).value).toMatchObject({
      status: 'final',
      refused: [],
    });
  });
});

test('a final report is refused while an error stands; a draft can always be made', () => {
  const ledger = filled();
  ledger.merge('设置', [{ 项: '反馈问题总数', 值: 2 }]);
  const released = { reviewer: REVIEWER, approver: APPROVER };
  const refused = ledger.ask<Reported>('generateReport', { kind: 'public', final: true, ...released }).value;
  expect(refused).toMatchObject({ docx: null, document: null, refused: [{ code: 'fed-back-count' }] });
  expect(ledger.host.drive()).toEqual([]);
  expect(ledger.rows('报告登记')).toEqual([]);
  expect(ledger.ask<Reported>('generateReport', { kind: 'public' }).value.docx).not.toBeNull();
});

test('an unknown placeholder is named with its cell, and nothing is made', () => {
  const ledger = filled();
  ledger.merge('报告素材', [{ 版块: '引言', 序号: 1, 正文: '共反馈{{反馈问题术}}个问题。' }]);
  const { refused } = ledger.ask<Reported>('generateReport', { kind: 'public' }).value;
  expect(refused).toMatchObject([{ tab: '报告素材', cell: 'E2', message: expect.stringContaining('反馈问题术') }]);
  expect(ledger.host.drive()).toEqual([]);
});

test('each variant can be asked for', () => {
  const ledger = filled();
  const text = (variant: string) => {
    const { document } = ledger.ask<Reported>('generateReport', { kind: 'public', variant }).value;
    return ledger.host.drive().find(({ id }) => id === document?.id)?.text ?? '';
  };
  expect(text('two-part')).toContain('整改状态：已完成');
  expect(text('statistics-first')).not.toContain('一、');
  expect(text('four-part')).toContain('一、');
});
