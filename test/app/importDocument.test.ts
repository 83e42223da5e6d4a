import { readFileSync } from 'node:fs';
import { freshLedger, type HostedLedger } from '../support/hostedLedger';

interface Imported {
  kind: string;
  aspects: number;
  groups: number;
  issues: number;
  measures: number;
  unplaced: string[];
  warnings: string[];
}

const REPORT = [
  '中共青禾县水务局党组关于巡察整改情况的通报',
  '根据县委统一部署，2026年3月2日至4月10日，县委第二巡察组对县水务局党组进行了巡察。2026年5月8日，县委第二巡察组向县水务局党组反馈了巡察意见。现将整改情况予以公布。',
  '一、组织整改落实情况',
  '1.加强组织领导。成立整改工作领导小组，召开党组会3次。',
  '二、巡察反馈意见整改落实情况',
  '（一）履行职能责任方面',
  '1.关于“河道巡查记录不全”的问题。',
  '一是补录巡查记录46份。二是修订河道巡查办法，明确巡查频次。',
  '2.关于“取水许可档案缺失”的问题。',
  '清理取水许可档案118卷，逐卷编目归档。',
  '三、整改成效',
  '通过整改，水资源管理进一步规范。',
  '四、下一步打算',
  '持续巩固整改成果，防止问题反弹。',
  '联系电话：0999-5550101',
  '中共青禾县水务局党组',
  '2026年10月9日',
].join('\n');

function importing(ledger: HostedLedger, name: string, bytes: Buffer, options = {}) {
  return ledger.ask<Imported>('importDocument', { name, base64: bytes.toString('base64'), ...options });
}

describe('a published report', () => {
  const ledger = freshLedger();
  const answer = ledger.ask<Imported>('importDocument', { name: '', text: REPORT });

  test('becomes issues, measures, narrative and settings', () => {
    expect(answer.value).toEqual({
      kind: 'report',
      aspects: 1,
      groups: 0,
      issues: 2,
      measures: 3,
      unplaced: [],
      warnings: [],
    });
    expect(ledger.rows('整改措施').map((row) => [row.措施编号, row.措施内容])).toEqual([
      ['1-1', '补录巡查记录46份。'],
      ['1-2', '修订河道巡查办法，明确巡查频次。'],
      ['2-1', '清理取水许可档案118卷，逐卷编目归档。'],
    ]);
    const settings = new Map(ledger.rows('设置').map((row) => [row.项, row.值]));
    expect(settings.get('反馈日期')).toBe('2026-05-08');
    expect(settings.get('巡察组')).toBe('县委第二巡察组');
    expect(ledger.rows('设置')[0]?.方面).toBe('履行职能责任方面');
  });

  test('is logged, issue by issue, with where it came from', () => {
    expect(ledger.rows('办理记录').map((row) => [row.对象, row.动作, row.新状态, row.事由])).toEqual([
      ['问题台账 1', '导入', '整改中', '导入自粘贴的文字'],
      ['问题台账 2', '导入', '整改中', '导入自粘贴的文字'],
    ]);
  });

  test('is not imported twice by mistake; appended, its numbers go on', () => {
    expect(ledger.ask('importDocument', { name: '', text: REPORT })).toMatchObject({
      ok: false,
      faults: [{ code: 'ledger-not-empty', message: expect.stringContaining('已有2个问题') }],
    });
    expect(ledger.ask('importDocument', { name: '', text: REPORT, append: true })).toMatchObject({ ok: true });
    expect(ledger.rows('问题台账').map((row) => row.编号)).toEqual([1, 2, 3, 4]);
  });
});

test('a setting that was filled in otherwise is kept, and that is said', () => {
  const ledger = freshLedger();
  ledger.merge('设置', [{ 项: '巡察组', 值: '县委第五巡察组' }]);
  const { warnings } = ledger.ask<Imported>('importDocument', { name: '', text: REPORT }).value;
  expect(warnings).toEqual(['“设置”中“巡察组”已填“县委第五巡察组”，与文件所载“县委第二巡察组”不同，未作改动。']);
});

describe('what cannot be imported is refused in one sentence, and nothing is written', () => {
  const ledger = freshLedger();
  const before = JSON.stringify(ledger.host.spreadsheet().sheets?.map(({ data }) => data?.length));
  const gb18030 = Buffer.from([0xd5, 0xfb, 0xb8, 0xc4]); // 整改
  test.each([
    ['an empty file', '空.txt', Buffer.alloc(0)],
    ['a binary', '图片.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 0, 1])],
    ['text without any issue', '说明.txt', gb18030],
    ['a .docx that is no zip', '反馈意见.docx', Buffer.from('PK\u0003\u0004 cut off')],
    ['20 MB', '大文件.txt', Buffer.alloc(20 * 1024 * 1024, 'a')],
  ])('%s', (_, name, bytes) => {
    const answer = importing(ledger, name, bytes);
    expect(answer.ok).toBe(false);
    expect(answer.faults).toHaveLength(1);
    expect(answer.faults[0]?.message).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(JSON.stringify(ledger.host.spreadsheet().sheets?.map(({ data }) => data?.length))).toBe(before);
    expect(ledger.rows('问题台账')).toEqual([]);
  });
});

test('a file in GB18030 is read, since units have such files', () => {
  const ledger = freshLedger();
  // the report's first lines in GB18030, made once by iconv
  const bytes = readFileSync('test/app/report.gb18030.txt');
  expect(importing(ledger, '通报.txt', bytes).value).toMatchObject({ issues: 1, measures: 1 });
  expect(ledger.rows('问题台账')[0]?.问题).toBe('河道巡查记录不全');
});

test('calls of an import do not grow with the document', () => {
  const issue = (n: number) => `${n}.关于“第${n}项职责履行不到位”的问题。\n制定第${n}项任务清单并逐项落实。`;
  const document = (size: number) =>
    ['一、整改落实情况', '（一）职责方面', ...Array.from({ length: size }, (_, i) => issue(i + 1))].join('\n');
  const calls = [10, 200].map((size) => {
    const ledger = freshLedger();
    expect(ledger.ask<Imported>('importDocument', { name: '', text: document(size) }).value.issues).toBe(size);
    return ledger.serviceCalls();
  });
  expect(calls[0]).toHaveLength(4);
  expect(calls[1]).toEqual(calls[0]);
});
