import { strFromU8, unzipSync } from 'fflate';
import type { Gives } from '../../../src/app/contract';
import { freshLedger, type HostedLedger } from '../../support/hostedLedger';

type Catalogue = Gives<'fileCatalogue'>;

function filled(): HostedLedger {
  const ledger = freshLedger('2026-11-24');
  ledger.merge('设置', [{ 项: '单位名称', 值: '云溪县供销社' }]);
  ledger.merge('问题台账', [
    { 编号: 1, 问题: '农资库存账实不符' },
    { 编号: 2, 问题: '租金收缴不及时' },
  ]);
  ledger.merge('佐证材料', [
    {
      材料编号: '1-1-01',
      问题编号: 1,
      类型: '台账资料',
      名称: '盘点表<初稿>&附表',
      日期: '2026-06-28',
      链接或档号: '档2026-031',
      页数: 6,
    },
    {
      材料编号: '1-1-02',
      问题编号: 1,
      类型: '会议记录',
      名称: '理事会记录',
      日期: '2026-06-20',
      链接或档号: 'https://example.com/hui?a=1&b=2',
    },
  ]);
  return ledger;
}

describe('档案目录', () => {
  test('is stored as .docx and Google Doc and told as text, without a write in the ledger', () => {
    const ledger = filled();
    const { value } = ledger.ask<Catalogue>('fileCatalogue');
    expect(ledger.serviceCalls()).toEqual([
      'Spreadsheets.get',
      'Spreadsheets.Values.batchGet',
      'Files.list',
      'Files.create',
      'Files.create',
      'Files.create',
      'Documents.get',
      'Documents.batchUpdate',
    ]);
    expect(value.rows).toBe(2);
    expect(value.docx.name).toBe('云溪县供销社巡察整改档案目录.docx');
    expect(value.text).toContain('会议记录\t1\t理事会记录\t\t2026-06-20\thttps://example.com/hui?a=1&b=2');
    expect(value.text).toContain('台账资料\t2\t盘点表<初稿>&附表\t\t2026-06-28\t6页 档2026-031');
    const files = ledger.host.drive();
    expect(files.find(({ id }) => id === value.document.id)?.text).toContain('盘点表<初稿>&附表');
    const bytes = files.find(({ id }) => id === value.docx.id)?.bytes ?? new Uint8Array();
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml.match(/<w:tbl>/g)).toHaveLength(1);
    expect(xml).toContain('问题2：租金收缴不及时');
    expect(xml).toContain('尚未登记佐证材料。');
  });

  test('of one issue names it in its file; an issue that is not there is refused', () => {
    const ledger = filled();
    const { value } = ledger.ask<Catalogue>('fileCatalogue', { issue: 2 });
    expect(value).toMatchObject({ rows: 0, docx: { name: '云溪县供销社巡察整改档案目录（问题2）.docx' } });
    expect(value.text).toContain('尚未登记佐证材料。');
    expect(ledger.ask('fileCatalogue', { issue: 8 })).toMatchObject({ ok: false, faults: [{ code: 'no-such-issue' }] });
  });

  test('of a blank ledger says that it is blank', () => {
    const { value } = freshLedger().ask<Catalogue>('fileCatalogue');
    expect(value.rows).toBe(0);
    expect(value.text).toContain('台账中还没有问题，也没有佐证材料。');
  });
});
