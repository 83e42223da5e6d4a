import type { Gives } from '../../src/app/contract';
import { freshLedger, type HostedLedger } from '../support/hostedLedger';

type Listed = Gives<'listDocuments'>;

function registered(): HostedLedger {
  const ledger = freshLedger('2026-11-24');
  ledger.merge('收文登记', [
    {
      收文编号: '2026-007',
      来文单位: '云溪县委巡察办',
      标题: '关于报送整改进展的通知',
      收文日期: '2026-11-02',
      办结日期: '2026-11-20',
      问题编号: '1、2',
    },
    { 收文编号: '2026-008', 标题: '关于开展回头看的通知', 收文日期: '2026-11-10', 办结日期: '2026-12-04' },
    { 收文编号: '2026-009', 标题: '信访转办单', 收文日期: '2026-11-12' },
    { 收文编号: '2026-003', 标题: '会议通知', 收文日期: '2026-03-02', 办结日期: '2026-03-09', 办结于: '2026-03-08' },
    { 收文编号: '2026-004', 标题: '调度通知', 收文日期: '2026-04-02', 办结日期: '2026-04-09', 办结于: '2026-04-20' },
  ]);
  return ledger;
}
const list = (ledger: HostedLedger) => ledger.ask<Listed>('listDocuments').value;

describe('收文登记', () => {
  test('lists what is open by due date, then what is settled', () => {
    const ledger = registered();
    const documents = list(ledger);
    expect(documents.map(({ id }) => id)).toEqual(['2026-007', '2026-008', '2026-009', '2026-004', '2026-003']);
    expect(documents[0]).toMatchObject({
      sender: '云溪县委巡察办',
      dueOn: '2026-11-20',
      settledOn: null,
      daysLeft: -4,
      issues: [1, 2],
      cell: 'C2',
    });
    expect(documents[1]?.daysLeft).toBe(10);
    expect(documents[3]).toMatchObject({ settledOn: '2026-04-20', daysLeft: null, issues: [] });
    expect(ledger.serviceCalls()).toHaveLength(2);
  });

  test('numbers a document by the year it came in, and never twice', () => {
    const ledger = registered();
    const add = (values: Record<string, string>) => ledger.ask('addDocument', { values });
    expect(add({ title: '整改督办单', receivedOn: '2026.11.20' }).value).toEqual({ key: '2026-010' });
    expect(ledger.serviceCalls()).toHaveLength(4);
    expect(add({ title: '去年补登的来文', receivedOn: '2025年12月30日' }).value).toEqual({ key: '2025-001' });
    const sheet = ledger.host.spreadsheet().sheets?.find(({ properties }) => properties?.title === '收文登记');
    const range = { sheetId: sheet?.properties?.sheetId ?? 0, dimension: 'ROWS', startIndex: 6, endIndex: 7 };
    ledger.host.apply([{ deleteDimension: { range } }]);
    expect(list(ledger).map(({ id }) => id)).not.toContain('2026-010');
    expect(add({ title: '没有填收文日期的' }).value).toEqual({ key: '2026-011' });
    expect(ledger.rows('收文登记').pop()).toMatchObject({ 收文编号: '2026-011', 收文日期: '2026-11-24' });
    expect(ledger.rows('办理记录').pop()).toMatchObject({ 动作: '修改', 对象: '收文登记 2026-011', 事由: '新增' });
  });

  test('refuses what its columns cannot hold, and writes nothing', () => {
    const ledger = registered();
    expect(ledger.ask('addDocument', { values: { title: '通知', dueOn: '下月初' } })).toMatchObject({
      ok: false,
      faults: [{ code: 'unreadable-date', key: 'dueOn' }],
    });
    expect(list(ledger)).toHaveLength(5);
  });

  test('a blank form proposes today and leaves the number to the program', () => {
    const fields = registered().ask<Gives<'blankRecord'>>('blankRecord', { tab: 'documents' }).value;
    expect(fields.find(({ id }) => id === 'receivedOn')?.value).toBe('2026-11-24');
    expect(fields.map(({ id }) => id)).not.toContain('id');
    expect(fields.map(({ id }) => id)).toContain('issue');
  });
});

describe('an issue that a document starts', () => {
  test('is named in the document, and both are logged, in one commit', () => {
    const ledger = registered();
    expect(ledger.ask('addIssue', { values: { title: '群众反映的渗漏未处理' }, document: '2026-009' }).value).toEqual({
      key: '1',
    });
    expect(ledger.serviceCalls()).toHaveLength(4);
    expect(ledger.ask('addIssue', { values: { title: '转办单未回复' }, document: '2026-009' }).value).toEqual({
      key: '2',
    });
    expect(list(ledger).find(({ id }) => id === '2026-009')?.issues).toEqual([1, 2]);
    expect(ledger.rows('收文登记')[2]?.问题编号).toBe('1、2');
    const [started, named] = ledger.rows('办理记录').slice(-2);
    expect(started).toMatchObject({ 动作: '建立', 对象: '问题台账 2' });
    expect(named).toMatchObject({ 动作: '修改', 对象: '收文登记 2026-009', 事由: '关联问题2' });
  });

  test('is not added when there is no such document', () => {
    const ledger = registered();
    const answer = ledger.ask('addIssue', { values: { title: '来文有误' }, document: '2026-099' });
    expect(answer).toMatchObject({
      ok: false,
      faults: [{ code: 'no-such-document', tab: '收文登记', key: '2026-099' }],
    });
    expect(ledger.rows('问题台账')).toEqual([]);
    expect(ledger.ask('addIssue', { values: { title: '来文未选' }, document: '' }).ok).toBe(false);
  });
});
