import { strFromU8, unzipSync } from 'fflate';
import type { Gives } from '../../../src/app/contract';
import { act, as, bureauLedger, mailOf } from '../../support/closeOut';
import type { HostedLedger } from '../../support/hostedLedger';

type Pack = Gives<'progressPack'>;

/** Issue 1 closed out, 2 waiting for the next signature, 3 with an extension asked for. */
function busyBureau(): HostedLedger {
  const ledger = bureauLedger(3, '部门负责人→整改办');
  act(ledger, '任佳', 'start', { issues: [1, 2, 3] });
  act(ledger, '江一舟', 'apply', { issues: [1, 2] });
  act(ledger, '沐青', 'sign', { issues: [1, 2] });
  act(ledger, '任佳', 'sign', { issues: [1] });
  const why = { reasonClass: '资金程序', reason: '尾款待审', date: '2027-01-31' };
  act(ledger, '江一舟', 'extend', { issues: [3], ...why });
  return as(ledger, '任佳');
}

function partsOf(ledger: HostedLedger, id: string): Record<string, string> {
  const bytes = ledger.host.drive().find((file) => file.id === id)?.bytes ?? new Uint8Array();
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
}

describe('党组会材料', () => {
  test('is stored as .docx and Google Doc, and entered in 报告登记 and 办理记录, in at most 10 calls', () => {
    const ledger = busyBureau();
    const { value } = ledger.ask<Pack>('progressPack');
    const calls = ledger.serviceCalls();
    expect(calls.length).toBeLessThanOrEqual(10);
    expect(calls.filter((call) => call === 'Files.create')).toHaveLength(3);
    expect(value).toMatchObject({ from: '2026-10-25', to: '2026-11-24', closed: 1, overdue: 0, asked: 2 });
    expect(value.docx.name).toBe('党组会材料（草稿1，2026-11-24）.docx');
    expect(value.text).toContain('部门负责人沐青、整改办任佳');
    expect(value.text).toContain('待整改办（任佳，已等0天）签批。');

    const [entry] = ledger.rows('报告登记');
    expect(entry).toMatchObject({ 版本: 1, 种类: '党组会材料', 生成人: mailOf('任佳'), 状态: '草稿' });
    expect(entry?.文件).toBe(`${value.docx.url}\n${value.document.url}`);
    expect(ledger.rows('办理记录').pop()).toMatchObject({
      动作: '报告',
      对象: '报告登记 1',
      事由类别: '党组会材料',
      事由: '2026-10-25至2026-11-24',
      内容指纹: entry?.指纹,
    });
    expect(ledger.ask('verifyLog').value).toMatchObject({ intact: true, differs: [] });

    const parts = partsOf(ledger, value.docx.id);
    expect(parts['word/document.xml']).toContain('内部材料');
    expect(Object.keys(parts).filter((path) => path.startsWith('word/charts/'))).toHaveLength(3);
    const read = ledger.host.drive().find(({ id }) => id === value.document.id)?.text ?? '';
    expect(read).toContain('提请研究事项');
    expect(read).toContain('工程股：已销号1');
  });

  test('takes as many calls for many issues as for few', () => {
    const [few, many] = [bureauLedger(1), bureauLedger(60)].map((ledger) => {
      as(ledger, '任佳').ask('progressPack');
      return ledger.serviceCalls();
    });
    expect(many).toEqual(few);
  });

  test('made again, tells only what came after, though it was on the same day', () => {
    const ledger = busyBureau();
    ledger.ask('progressPack');
    expect(ledger.ask<Pack>('progressPack').value).toMatchObject({ from: '2026-11-24', to: '2026-11-24', closed: 0 });
    act(ledger, '任佳', 'sign', { issues: [2] });
    expect(ledger.ask<Pack>('progressPack').value).toMatchObject({ closed: 1, asked: 1 });
    expect(ledger.ask<Pack>('progressPack', { from: '2026-11-01' }).value).toMatchObject({ closed: 2 });
  });

  test('of a period that cannot be is refused, and nothing is stored or entered', () => {
    const ledger = bureauLedger();
    const answer = ledger.ask('progressPack', { from: '2026-12-01', to: '2026-11-30' });
    expect(answer).toMatchObject({ ok: false, faults: [{ code: 'wrong-period' }] });
    expect(ledger.ask('progressPack', { from: '去年' })).toMatchObject({
      ok: false,
      faults: [{ code: 'wrong-period' }],
    });
    expect(ledger.rows('报告登记')).toEqual([]);
    expect(ledger.host.drive()).toEqual([]);
  });

  test('is one click in the menu, which says where the files are', () => {
    const ledger = busyBureau();
    ledger.host.call('menuProgressPack', [], 'menu');
    const told = ledger.host.ui().events.find(({ kind }) => kind === 'alert');
    expect(JSON.stringify(told)).toContain('销号1个，逾期0个，提请研究2项');
    expect(JSON.stringify(told)).toContain('https://');
  });
});
