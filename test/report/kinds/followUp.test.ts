/** 后续进展报告: then and now add up, and nothing is told to the public that is not for it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Ledger } from '../../../src/ledger/ledger';
import { countIssues } from '../../../src/progress/counts';
import { isSettled } from '../../../src/progress/deadlines';
import { composeKind, isPublic, REPORT_KINDS } from '../../../src/report/kinds';
import { textOf } from '../../../src/report/text';
import { coursesOf } from '../../../src/workflow/course';
import { histories } from './histories';
import { documentOf, kindsLedger, linesOf, optionsFor, SINCE, TODAY } from './kindsLedger';

describe('since the notice of 31 July', () => {
  const lines = linesOf('follow-up');

  test('the numbers of then and now, and what became of every issue', () => {
    expect(lines.slice(0, 4)).toEqual([
      '中共云溪县交通运输局党组关于十四届县委第六轮巡察整改后续进展情况的通报',
      '中共云溪县交通运输局党组持续推进巡察整改，现将后续进展情况通报如下。',
      '一、后续整改进展情况',
      '2026年7月31日，台账问题8个，已完成整改2个、阶段性完成（长期坚持）1个、正在整改4个、未完成1个，整改完成率25%。' +
        '2026年11月24日，台账问题9个，已完成整改3个、阶段性完成（长期坚持）1个、正在整改3个、未完成1个、已终止1个，' +
        '整改完成率33.33%。2026年7月31日以来，新完成整改2个、转入长期坚持0个、重新整改1个、仍在整改2个、已终止1个、' +
        '新增1个，其余2个没有变化。另有1个问题按规定不予公开。',
    ]);
  });

  test('each changed issue with its state, its new deadline and the class of the reason, not the reason', () => {
    expect(lines.slice(4, lines.indexOf('二、整改成效'))).toEqual([
      '（一）新完成整改的问题',
      '1.关于“养护资金拨付滞后”的问题。',
      '拨付养护资金86.5万元。',
      '整改状态：已完成。',
      '（二）重新整改的问题',
      '1.关于“桥梁巡查记录缺失”的问题。',
      '补建桥梁巡查台账42座。',
      '整改状态：正在整改；整改时限：2026年12月31日（2026年8月15日起重新整改）。',
      '（三）仍在整改的问题',
      '1.关于“工程尾款清算缓慢”的问题。',
      '一是逐笔核对尾款。二是结清尾款。',
      '整改状态：正在整改；整改时限：2026年12月31日（由2026年9月30日延期，事由：资金程序）。',
      '2.关于“路产档案不全”的问题。',
      '整改状态：未完成；整改时限：2026年12月20日。',
      '（四）已终止的问题',
      '1.关于“站所资产未划转”的问题。',
      '整改状态：已终止。',
      '（五）新增的问题',
      '1.关于“票据管理不规范”的问题。',
      '整改状态：正在整改；整改时限：2026年12月25日。',
      '（六）期间整改成果',
      '修订制度1项；追缴资金7.132万元。',
    ]);
  });

  test('an issue in general terms is told in those alone', () => {
    const ledger = kindsLedger();
    Object.assign(ledger.issues.records[4] ?? {}, { publicity: '概括公开', publicText: '有关款项清算需加快' });
    const told = linesOf('follow-up', ledger);
    expect(told).toContain('1.有关款项清算需加快。');
    expect(told.join('')).not.toMatch(/尾款|财政评审/);
  });

  test('an issue that left the ledger still counts in what was', () => {
    const ledger = kindsLedger();
    ledger.issues.records.shift();
    expect(linesOf('follow-up', ledger)[3]).toMatch(/^2026年7月31日，台账问题8个，.*其余1个没有变化，移出台账1个。/);
  });

  test('without the version it goes on from, there is none', () => {
    const { since: _, ...options } = optionsFor(kindsLedger(), 'follow-up');
    const result = composeKind(kindsLedger(), options);
    expect(result.ok ? [] : result.faults).toEqual([
      { code: 'no-since', message: '请指定后续进展报告从“报告登记”的哪个版本起算。' },
    ]);
  });

  test('is not made while an issue in general terms lacks them', () => {
    const ledger = kindsLedger();
    Object.assign(ledger.issues.records[4] ?? {}, { publicity: '概括公开' });
    const result = composeKind(ledger, optionsFor(ledger, 'follow-up'));
    expect(result.ok ? [] : result.faults.map(({ code, cell }) => [code, cell])).toEqual([
      ['public-text-missing', expect.stringMatching(/6$/)],
    ]);
  });
});

/** The numbers a sentence states, by what stands before each. */
function stated(text: string, ...words: string[]): number[] {
  return words.map((word) => Number(new RegExp(`${word}(\\d+)个`).exec(text)?.[1] ?? 0));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const CHANGES = ['新完成整改', '转入长期坚持', '重新整改', '仍在整改', '已终止', '新增', '其余'];
const ENDED: Readonly<Record<string, string>> = { 已销号: '新完成整改', 长期坚持: '转入长期坚持', 已终止: '已终止' };
const STATES = ['已完成整改', '阶段性完成（长期坚持）', '正在整改', '未完成', '已终止'];

function summaryOf(ledger: Ledger, basis: number): [then: string, now: string, since: string] {
  const text =
    linesOf('follow-up', ledger, { since: { ...SINCE, basis } }).find((line) => line.includes('台账问题')) ?? '';
  const [then = '', now = '', ...rest] = text.split('。');
  return [then, now, rest.join('。')];
}

test('then and now add up, whatever happened between', () => {
  fc.assert(
    fc.property(histories, fc.nat(), ({ ledger, rows }, seed) => {
      const basis = seed % (rows + 1);
      const [then, now, since] = summaryOf(ledger, basis);
      const earlier = coursesOf(ledger.log.records.slice(0, basis));
      const was = countIssues(
        ledger.issues.records.flatMap((issue) => {
          const course = earlier.get(issue.number ?? 0);
          return course === undefined ? [] : [{ ...issue, state: course.state }];
        }),
        TODAY,
      );
      const is = countIssues(ledger.issues.records, TODAY);
      const numbers = ({ closed, ongoing, inProgress, notStarted, terminated }: typeof is) => [
        closed,
        ongoing,
        inProgress,
        notStarted,
        terminated,
      ];
      expect(stated(then, ...STATES)).toEqual(numbers(was));
      expect(stated(now, ...STATES)).toEqual(numbers(is));
      const changes = stated(since, ...CHANGES);
      const expected = ledger.issues.records.map(({ number, state }) => {
        const since = ledger.log.records.slice(basis).filter(({ subject }) => subject === `问题台账 ${number}`);
        const then = earlier.get(number ?? 0)?.state;
        if (then === undefined) return '新增';
        const again = since.some(({ action }) => action === '重新整改');
        if (isSettled(state)) return state === then && !again ? '其余' : ENDED[state];
        return isSettled(then) || again ? '重新整改' : '仍在整改';
      });
      expect(changes).toEqual(CHANGES.map((word) => expected.filter((one) => one === word).length));
      expect(sum(changes)).toBe(is.total);
      expect(is.total - was.total).toBe(changes[5]);
    }),
  );
});

test('what is not for the public is in no public kind, and the headlines told are as many as counted', () => {
  fc.assert(
    fc.property(histories, ({ ledger }) => {
      const hidden = ledger.issues.records.filter(({ publicity }) => publicity === '不公开');
      for (const kind of REPORT_KINDS.filter(isPublic)) {
        const text = textOf(documentOf(kind, ledger, { since: { ...SINCE, basis: 0 } }));
        for (const { number } of hidden) expect(text).not.toMatch(new RegExp(`[甲乙丙丁戊]${number}`));
        for (const { number, publicity } of ledger.issues.records)
          if (publicity === '概括公开') {
            expect(text).toContain(`丙${number}`);
            expect(text).not.toMatch(new RegExp(`[甲乙丁戊]${number}`));
          }
        const sentence = /另有(\d+)个问题按规定不予公开。/.exec(text)?.[1] ?? '0';
        expect(Number(sentence)).toBe(hidden.length);
      }
      expect(textOf(documentOf('internal', ledger))).toMatch(
        new RegExp(hidden.length === 0 ? '' : `甲${hidden[0]?.number}`),
      );
    }),
  );
});
