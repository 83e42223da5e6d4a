/** 党组会材料: what the party body reads in it. */
import { describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../src/ledger/ledger';
import type { ReportDocument } from '../../src/report/document';
import { htmlOf } from '../../src/report/html';
import { packOf } from '../../src/report/pack/compose';
import { type Period, periodOf } from '../../src/report/pack/period';
import { textOf } from '../../src/report/text';
import { closing, logged, type Told } from '../progress/logged';
import { ledgerOf } from '../support/ledgerOf';
import { bodyOf, partsOf, validationErrors } from './docx/docx';
import { packLedger, TODAY, worldOf } from './packLedger';

const OCTOBER_ON: Period = { from: '2026-10-25', to: TODAY, after: 0 };

const packed = (ledger: Ledger, period = OCTOBER_ON) => packOf(ledger, worldOf(ledger), period);

/** The lines between a level-one heading and the next. */
function part(document: ReportDocument, title: string): string[] {
  const lines = textOf(document).split('\n');
  const start = lines.findIndex((line) => line.endsWith(`、${title}`));
  const end = lines.findIndex((line, at) => at > start && /^[一二三四五六]、|^附件/.test(line));
  return lines.slice(start + 1, end < 0 ? undefined : end);
}

describe('the paper of a period', () => {
  const { document, counts } = packed(packLedger());

  test('is marked as internal, names its period and the day of its numbers', () => {
    expect(textOf(document).split('\n').slice(0, 3)).toEqual([
      '内部材料',
      '青禾县水务局巡察整改进展情况汇报',
      '本期为2026年10月25日至2026年11月24日，各项数字截至2026年11月24日。',
    ]);
    expect(counts).toEqual({ closed: 3, overdue: 2, asked: 3 });
  });

  test('gives the overall progress with what every rate is a rate of', () => {
    const [issues, overdue, measures, quality] = part(document, '总体进度');
    expect(issues).toBe(
      '反馈问题10个，列入台账9个：已销号3个，长期坚持1个，正在整改3个，未启动1个，已终止1个。整改完成率33.33%（3/9）。',
    );
    expect(overdue).toBe('逾期未完成2个，占22.22%（2/9）。');
    expect(measures).toBe('整改措施2项（不含已取消），已完成1项，措施完成率50%（1/2）。');
    expect(quality).toContain('按现行时限完成50%（2/4）');
    expect(quality).toContain('回头看反弹率—。');
  });

  test('lists what the period closed and who signed, and nothing it did not', () => {
    expect(part(document, '本期销号')).toEqual([
      '本期销号2个，转长期坚持1个，终止1个，重新整改0个。',
      '编号\t问题\t责任部门\t日期\t结果\t签批人',
      '2\t闸门检修不按期\t工程股\t2026-11-06\t已销号\t部门负责人沐青、整改办任佳',
      '7\t节约用水宣传不经常\t财务股\t2026-11-05\t长期坚持\t',
      '6\t往来账款长期挂账\t财务股\t2026-11-12\t已销号\t签批不在本台账',
    ]);
  });

  test('lists the overdue, the longest first, with the last reason given', () => {
    expect(part(document, '逾期情况及原因').slice(0, 4)).toEqual([
      '逾期未完成2个，最长逾期24天。',
      '编号\t问题\t责任部门\t时限\t逾期\t最近进展或延期事由',
      '3\t渠道清淤<尾款>未结\t工程股\t2026-10-31\t24天\t2026-11-18申请延期：资金程序，尾款待县财政审核。',
      '5\t水费欠缴清理缓慢\t财务股\t2026-11-10\t14天\t没有进展或延期记录',
    ]);
  });

  test('numbers what is to be decided, and by whom', () => {
    expect(part(document, '提请研究事项')).toEqual([
      '1.延期申请：问题3“渠道清淤<尾款>未结”（工程股），申请时限由2026年10月31日延至2026年12月31日，' +
        '理由：资金程序，尾款待县财政审核；江一舟2026年11月18日提出，待主要负责人（严格，已等6天）决定。',
      '2.销号申请：问题4“竣工档案不全”（工程股），江一舟2026年11月19日申请，已签批：部门负责人沐青；' +
        '待整改办（任佳，已等4天）签批。',
      '3.终止事项：问题8“下属站所资产划转”（财务股），严格2026年11月21日终止，理由：机构撤并，站所已撤并，提请确认。',
    ]);
  });

  test('counts by leader, an issue of two leaders under both', () => {
    expect(part(document, '按牵头领导').slice(1)).toEqual([
      '卫兰\t5\t2\t0\t3\t0\t0\t2\t40%（2/5）',
      '严格\t4\t1\t1\t1\t0\t1\t1\t25%（1/4）',
      '（未填写）\t1\t0\t0\t0\t1\t0\t0\t0%（0/1）',
      '一个问题有几位牵头领导的，在各人名下都计入。',
    ]);
  });

  test('attaches the open issues across the page', () => {
    const lines = textOf(document).split('\n');
    expect(lines.slice(lines.lastIndexOf('未完成问题一览表') + 2).map((line) => line.split('\t').slice(0, 9))).toEqual([
      ['3', '渠道清淤<尾款>未结', '卫兰', '工程股', '江一舟', '2026-10-31', '逾期24天', '整改中', '1/2'],
      ['4', '竣工档案不全', '卫兰', '工程股', '江一舟', '2026-12-31', '剩37天', '待审核', '0/0'],
      ['5', '水费欠缴清理缓慢', '卫兰、严格', '财务股', '江一舟', '2026-11-10', '逾期14天', '整改中', '0/0'],
      ['9', '安全巡查走过场', '', '工程股', '江一舟', '2026-12-20', '剩26天', '未启动', '0/0'],
    ]);
    expect(bodyOf(document)).toContain('w:orient="landscape"');
  });

  test('shows the charts of 看板 with their values, told in words too', () => {
    const parts = partsOf(document);
    const charts = [1, 2, 3].map((n) => parts[`word/charts/chart${n}.xml`] ?? '');
    expect(charts.map((xml) => /<c:(bar|line)Chart>/.exec(xml)?.[1])).toEqual(['bar', 'line', 'bar']);
    const [departments = '', burnDown = ''] = charts;
    const valuesOf = (xml: string) =>
      Array.from(xml.matchAll(/<c:numCache>(.*?)<\/c:numCache>/g), ([, cache = '']) =>
        Array.from(cache.matchAll(/<c:v>(\d+)/g), ([, value]) => Number(value)),
      );
    expect(valuesOf(departments)).toEqual([
      [2, 1],
      [0, 1],
      [2, 0],
      [1, 1],
    ]);
    // the day to come has a plan and no count yet
    expect(valuesOf(burnDown).map(({ length }) => length)).toEqual([9, 8]);
    const alt = '工程股：已销号2、长期坚持0、未到期2、逾期1';
    expect(parts['word/document.xml']).toMatch(new RegExp(`descr="[^"]*${alt}`));
    expect(part(document, '进度图')[0]).toContain(alt);
    expect(htmlOf(document)).toContain(alt);
    expect(parts['word/_rels/document.xml.rels']).toContain('Id="rId8"');
  });

  test('is valid by the vendor’s own rules, and the same ledger gives the same bytes', async () => {
    expect(await validationErrors(document)).toEqual([]);
    expect(partsOf(packed(packLedger()).document)).toEqual(partsOf(document));
    expect(htmlOf(document)).toContain('渠道清淤&lt;尾款&gt;未结');
  });
});

test('in a blank ledger every part says 无', async () => {
  const { document, counts } = packed(ledgerOf());
  expect(counts).toEqual({ closed: 0, overdue: 0, asked: 0 });
  for (const title of ['本期销号', '逾期情况及原因', '提请研究事项', '按牵头领导']) {
    expect(part(document, title)).toEqual(['无']);
  }
  expect(textOf(document)).not.toContain('一览表');
  expect(await validationErrors(document)).toEqual([]);
});

test('a close-out that was undone later is still of the period, with the state of today', () => {
  const ledger = ledgerOf({
    issues: [{ number: 1, title: '渠系巡护缺位', department: '灌区站', state: '重新整改', deadline: '2026-12-31' }],
    log: logged(['2026-09-01', '启动', 1], ...closing(1, '2026-11-01', '2026-11-03'), [
      '2026-11-20',
      '重新整改',
      1,
      { reasonClass: '回头看', reason: '巡护记录又有缺漏。', deadline: '2026-12-31', round: 2 },
    ]),
  });
  const { document } = packed(ledger);
  expect(part(document, '本期销号')[0]).toBe('本期销号1个，转长期坚持0个，终止0个，重新整改1个。');
  expect(part(document, '本期销号')[2]).toMatch(
    /^1\t渠系巡护缺位\t灌区站\t2026-11-03\t已销号（现为重新整改）\t部门负责人/,
  );
  expect(textOf(document)).toContain('2026-11-20重新整改：回头看，巡护记录又有缺漏。');
});

test('a signature nobody in 名单 can give is said to be so', () => {
  const ledger = packLedger();
  ledger.people.records = ledger.people.records.filter(({ name }) => name !== '任佳');
  expect(part(packed(ledger).document, '提请研究事项')[1]).toContain(
    '待整改办（名单中没有可以办理的人，已等4天）签批。',
  );
});

test('issues without a number are in the tables as they are in the counts', () => {
  const ledger = ledgerOf({ issues: [{ title: '机井台账缺失', deadline: '2026-11-01', state: '整改中' }] });
  const { document, counts } = packed(ledger);
  expect(counts.overdue).toBe(1);
  expect(part(document, '逾期情况及原因')[2]).toBe('\t机井台账缺失\t\t2026-11-01\t23天\t没有进展或延期记录');
});

describe('the period', () => {
  const earlier = (reason: string) =>
    logged(
      ['2026-11-10', '报告', 0, { subject: '报告登记 2', reasonClass: '党组会材料', reason }],
      ['2026-11-20', '报告', 0, { subject: '报告登记 3', reasonClass: '社会公开通报' }],
    );
  const of = (log = earlier('2026-10-01至2026-11-10'), asked = {}) => {
    const period = periodOf(log, asked, TODAY);
    return period.ok ? period.value : period.faults.map(({ message }) => message).join('');
  };

  test('is the last 30 days when there was no pack before', () => {
    expect(of([])).toEqual({ from: '2026-10-25', to: TODAY, after: 0 });
  });

  test('goes on after the last pack’s row, whatever other reports came later', () => {
    expect(of()).toEqual({ from: '2026-11-10', to: TODAY, after: 1 });
    const ledger = ledgerOf({
      issues: [1, 2].map((number) => ({ number, title: `第${number}处渗漏`, state: '已销号' as const })),
      log: logged(
        ...closing(1, '2026-11-01', '2026-11-10'),
        [
          '2026-11-10',
          '报告',
          0,
          { subject: '报告登记 1', reasonClass: '党组会材料', reason: '2026-10-11至2026-11-10' },
        ],
        ...closing(2, '2026-11-02', '2026-11-10'),
      ),
    });
    const period = periodOf(ledger.log.records, {}, TODAY);
    if (!period.ok) throw new Error('refused');
    expect(part(packed(ledger, period.value).document, '本期销号')).toEqual([
      '本期销号1个，转长期坚持0个，终止0个，重新整改0个。',
      '编号\t问题\t责任部门\t日期\t结果\t签批人',
      expect.stringMatching(/^2\t第2处渗漏/),
    ]);
  });

  test('goes on the day after a pack that ended before it was made', () => {
    expect(of(earlier('2026-10-01至2026-10-31'))).toEqual({ from: '2026-11-01', to: TODAY, after: 0 });
  });

  test('is as asked for, in the usual forms of a date', () => {
    expect(of(earlier(''), { from: '2026年7月1日', to: '2026-09-30' })).toEqual({
      from: '2026-07-01',
      to: '2026-09-30',
      after: 0,
    });
  });

  test.each([
    [{ from: '2026-13-01' }, '“2026-13-01”不是日期，应如 2026-06-30'],
    [{ to: '2026-11-25' }, '2026年11月25日还没有到'],
    [{ from: '2026-11-02', to: '2026-11-01' }, '起始日2026年11月2日晚于截止日2026年11月1日'],
  ])('that cannot be is refused: %j', (asked, why) => {
    expect(of([], asked)).toBe(`党组会材料的期间不对：${why}，请改正后重试。`);
  });
});

test('thousands of issues take time in proportion', () => {
  const many = (count: number) => {
    const numbers = Array.from({ length: count }, (_, at) => at + 1);
    const ledger = packLedger();
    const issue = ledger.issues.records[2];
    if (issue === undefined) throw new Error('no issue');
    ledger.issues.records = numbers.map((number) => ({ ...issue, number }));
    ledger.log.records = logged(
      ...numbers.map((number): Told => ['2026-11-18', '申请延期', number, { deadline: '2026-12-31' }]),
    );
    const start = performance.now();
    packed(ledger);
    return performance.now() - start;
  };
  many(200);
  const [few, more] = [Math.min(many(1000), many(1000)), Math.min(many(8000), many(8000))];
  expect(more / Math.max(few, 5)).toBeLessThan(24);
});
