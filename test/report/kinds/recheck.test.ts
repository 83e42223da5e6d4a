/** 回头看情况: what was drawn, found and done, by 办理记录 alone. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { continueLog } from '../../../src/workflow/chain';
import { overturnRate } from '../../../src/workflow/recheck';
import { mail } from '../../progress/logged';
import { ledgerOf } from '../../support/ledgerOf';
import { histories } from './histories';
import { kindsLedger, linesOf } from './kindsLedger';

describe('the county transport bureau', () => {
  test('tells of sample, findings, the three classes and what was reopened', () => {
    expect(linesOf('recheck')).toEqual([
      '内部材料',
      '云溪县交通运输局巡察整改“回头看”情况',
      '一、抽查',
      '2026年8月5日：种子云溪，比例0.5，抽中2个：1、2。',
      '二、结果',
      '截至2026年11月24日，“回头看”2个（每轮计一次），其中巩固1个、部分反弹0个、反弹1个，反弹率50%（1/2）。',
      '编号\t问题\t轮次\t日期\t查看人\t结果\t事由',
      '1\t县道坑槽修补不及时\t1\t2026-08-10\t任佳\t巩固\t现场查看，坑槽未复现。',
      '2\t桥梁巡查记录缺失\t1\t2026-08-11\t任佳\t反弹\t三座桥无巡查记录。',
      '三、分类处置',
      '（一）已完成的，巩固成果（1个）',
      '问题1“县道坑槽修补不及时”（养护股）。',
      '（二）需长期坚持的，持续推进（0个）',
      '（三）效果不好的，再整改（1个）',
      '问题2“桥梁巡查记录缺失”（养护股）：反弹，已重新整改。',
      '四、重新整改',
      '问题2：2026年8月15日重新整改，时限2026年12月31日（回头看，三座桥无巡查记录），现为重新整改。',
      '五、比上次报告',
      '此前没有同类报告。',
      '中共云溪县交通运输局党组',
      '2026年11月24日',
    ]);
  });

  test('tells what changed since the last report of its kind', () => {
    const ledger = kindsLedger();
    const of = (issue: number) => ({ actor: mail('任佳'), subject: `问题台账 ${issue}` });
    const at = (day: string) => ({ at: `2026-11-${day}T09:00:00+08:00` });
    const more = continueLog(ledger.log.records, [
      { ...at('05'), ...of(0), action: '报告', subject: '报告登记 4', reasonClass: '回头看情况' },
      { ...at('10'), ...of(3), action: '回头看', reasonClass: '巩固', reason: '宣传每月开展' },
      { ...at('11'), ...of(4), action: '回头看', reasonClass: '部分反弹', reason: '十月拨付又迟' },
      { ...at('12'), ...of(2), action: '销号', to: '已销号', round: 2 },
      { ...at('13'), ...of(0), action: '报告', subject: '报告登记 5', reasonClass: '三清单' },
    ]);
    ledger.log.records.push(...more);
    const lines = linesOf('recheck', ledger);
    expect(lines[lines.indexOf('五、比上次报告') + 1]).toBe(
      '2026年11月5日报告以来，“回头看”2次（问题3、问题4），其中部分反弹、反弹1次（问题4）；重新整改0次；' +
        '重新整改后再次认定1次（问题2）。',
    );
    expect(lines).toContain('（二）需长期坚持的，持续推进（1个）');
    expect(lines).toContain('问题4“养护资金拨付滞后”（财务股）：部分反弹，尚未重新整改。');
  });
});

test('a ledger in which nothing was looked at again says so', () => {
  const lines = linesOf('recheck', ledgerOf());
  expect(lines).toContain(
    '截至2026年11月24日，“回头看”0个（每轮计一次），其中巩固0个、部分反弹0个、反弹0个，反弹率—。',
  );
  expect(lines.filter((line) => line === '无')).toHaveLength(3);
});

test('findings add up to the rate, and the classes to the issues looked at again', () => {
  fc.assert(
    fc.property(histories, ({ ledger }) => {
      const text = linesOf('recheck', ledger).join('\n');
      const [, total, firm, part, relapsed] =
        /“回头看”(\d+)个（每轮计一次），其中巩固(\d+)个、部分反弹(\d+)个、反弹(\d+)个/.exec(text) ?? [];
      const { n, d } = overturnRate(ledger.log.records);
      expect([Number(total), Number(part) + Number(relapsed)]).toEqual([d, n]);
      expect(Number(firm)).toBe(d - n);
      const classes = Array.from(text.matchAll(/（[一二三]）.*（(\d+)个）/g), ([, count]) => Number(count));
      const checked = ledger.log.records.filter(({ action }) => action === '回头看').map(({ subject }) => subject);
      expect(classes.reduce((sum, one) => sum + one, 0)).toBe(new Set(checked).size);
      expect(classes).toHaveLength(3);
    }),
  );
});
