import { expect, test } from '@jest/globals';
import { freshLedger } from '../../support/hostedLedger';

test('自检 tells item by item what the importer kept, and leaves nothing in Drive but what is in the bin', () => {
  const ledger = freshLedger();
  ledger.host.call('menuSelfTest', []);
  const [alert] = ledger.host.ui().events;
  if (alert?.kind !== 'alert') throw new Error('自检 says nothing');
  expect(alert.message).toMatch(/^自检完成：Google 文档保留了10项版式中的\d+项。/);
  // what the host assumes of the importer (docs/fidelity.md)
  expect(alert.message).toContain('√ 页码：已保留');
  expect(alert.message).toContain('× 跨页重复表头：没有找到。生成报告时程序会重新设置。');
  expect(ledger.host.drive().filter(({ trashed }) => !trashed)).toEqual([]);
});
