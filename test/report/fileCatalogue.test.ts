/** 档案目录: what an archivist finds in it, issue by issue. */
import { describe, expect, test } from '@jest/globals';
import { fileCatalogueOf } from '../../src/report/fileCatalogue';
import { htmlOf } from '../../src/report/html';
import { textOf } from '../../src/report/text';
import { ledgerOf } from '../support/ledgerOf';
import { validationErrors } from './docx/docx';

const LINK = 'https://drive.google.com/file/d/1AbCdEfGhIjKl/view?usp=drivesdk';

const filled = () =>
  ledgerOf({
    settings: { unit: '梧桐县档案馆' },
    issues: [
      { number: 7, title: '库房温湿度记录缺失' },
      { number: 2, title: '移交清册未签字\n（3册）' },
      { number: 5, title: '查阅登记不全' },
    ],
    evidence: [
      {
        id: '2-1-02',
        issue: 2,
        type: '台账资料',
        name: '移交清册',
        date: '2026-06-20',
        location: '档2026-031',
        pages: 12,
      },
      {
        id: '2-1-01',
        issue: 2,
        type: '台账资料',
        name: '补签说明',
        date: '2026-06-02',
        location: '档2026-030',
        pages: 2,
      },
      {
        id: '2-2-01',
        issue: 2,
        type: '制度文件',
        name: '移交办法',
        documentNumber: '梧档发〔2026〕4号',
        date: '2026-07-01',
        location: LINK,
      },
      { id: '2-2-02', issue: 2, name: '<b>草稿</b>', location: '柜3' },
      { id: '7-1-01', issue: 7, type: '照片影像', name: '温湿度仪照片', date: '2026-05-30', location: LINK },
      { id: '9-1-01', issue: 9, type: '其他', name: '散页', location: '柜4' },
    ],
  });

const linesFor = (issue?: number) => textOf(fileCatalogueOf(filled(), '2026-11-24', issue).document).split('\n');

describe('the catalogue of all issues', () => {
  test('counts paper and electronic evidence and lists issues by number', () => {
    const lines = linesFor();
    expect(lines.slice(0, 2)).toEqual([
      '梧桐县档案馆巡察整改档案目录',
      '截至2026年11月24日，3个问题共有佐证材料6件，其中电子材料2件，纸质材料4件。',
    ]);
    expect(lines.filter((line) => /^问题\d/.test(line))).toEqual([
      '问题2：移交清册未签字（3册）',
      '问题5：查阅登记不全',
      '问题7：库房温湿度记录缺失',
      '问题9（台账中没有此编号）',
    ]);
    expect(lines[lines.indexOf('问题5：查阅登记不全') + 1]).toBe('尚未登记佐证材料。');
  });

  test('orders an issue’s pieces by class and date, numbers running on', () => {
    const lines = linesFor();
    const at = lines.indexOf('问题2：移交清册未签字（3册）');
    expect(lines.slice(at + 1, at + 6)).toEqual([
      '分类\t件号\t题名\t文号\t日期\t页数/链接',
      `制度文件\t1\t移交办法\t梧档发〔2026〕4号\t2026-07-01\t${LINK}`,
      '台账资料\t2\t补签说明\t\t2026-06-02\t2页 档2026-030',
      '台账资料\t3\t移交清册\t\t2026-06-20\t12页 档2026-031',
      '未分类\t4\t<b>草稿</b>\t\t\t柜3',
    ]);
  });
});

test('one issue’s catalogue has its pieces alone', () => {
  const { rows, document } = fileCatalogueOf(filled(), '2026-11-24', 7);
  expect(rows).toBe(1);
  expect(textOf(document)).toContain('1个问题共有佐证材料1件，其中电子材料1件，纸质材料0件。');
  expect(textOf(document)).not.toContain('移交');
});

test('a blank ledger says so', () => {
  const { rows, document } = fileCatalogueOf(ledgerOf(), '2026-11-24');
  expect(rows).toBe(0);
  expect(textOf(document)).toBe('巡察整改档案目录\n台账中还没有问题，也没有佐证材料。');
});

test('shown as a page, what people typed stays text', () => {
  expect(htmlOf(fileCatalogueOf(filled(), '2026-11-24').document)).toContain('&lt;b&gt;草稿&lt;/b&gt;');
});

test('the .docx is valid by the vendor’s own rules, with tables in the text', async () => {
  expect(await validationErrors(fileCatalogueOf(filled(), '2026-11-24').document)).toEqual([]);
  expect(await validationErrors(fileCatalogueOf(filled(), '2026-11-24', 7).document)).toEqual([]);
});
