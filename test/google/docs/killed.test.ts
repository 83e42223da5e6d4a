import { ExecutionStopped } from '../../../local/host';
import { freshLedger, type HostedLedger } from '../../support/hostedLedger';

function ready(): HostedLedger {
  const ledger = freshLedger();
  ledger.merge('设置', [
    { 项: '单位名称', 值: '青禾县水务局' },
    { 项: '反馈日期', 值: '2026-05-08' },
    { 项: '报告日期', 值: '2026-10-09' },
  ]);
  ledger.merge('问题台账', [{ 编号: 1, 方面: '履行职能责任方面', 问题: '河道巡查记录不全' }]);
  return ledger;
}

const report = (ledger: HostedLedger) => ledger.ask<{ status: string }>('generateReport', { kind: 'public' }).value;
const entered = (ledger: HostedLedger) => [ledger.rows('报告登记'), ledger.rows('办理记录')];

test('a report whose making dies while its files are stored is entered nowhere, and the next one is whole', () => {
  const whole = ready();
  expect(report(whole).status).toBe('draft');
  const calls = whole.host.calls().map(({ service, method }) => `${service}.${method}`);
  const [first, last] = [calls.indexOf('Drive.Files.list'), calls.indexOf('Docs.Documents.batchUpdate')];
  expect(last - first).toBeGreaterThan(4);

  const ledger = ready();
  const before = entered(ledger);
  for (let call = first + 1; call <= last + 1; call += 1) {
    ledger.host.stopAt({ call, when: 'after', function: 'remote' });
    expect(() => report(ledger)).toThrow(ExecutionStopped);
    expect(entered(ledger)).toEqual(before);
  }
  expect(report(ledger).status).toBe('draft');
  expect(ledger.rows('报告登记')).toHaveLength(1);
});
