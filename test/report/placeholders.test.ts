/** Placeholders of the narrative: filled from the ledger, and refused by name and cell when they are wrong. */
import { describe, expect, test } from '@jest/globals';
import { recordOf } from '../../src/ledger/records';
import { PLACEHOLDERS } from '../../src/report/placeholders';
import { faultsOf, forestryBureau, linesOf } from './reports';

const withBody = (body: string, settings = {}) =>
  forestryBureau({
    settings,
    narrative: [
      { part: '引言', order: 1, level: '段落', body: '第一段。' },
      { part: '引言', order: 2, level: '段落', title: '', body },
    ],
    outcomes: [{ id: 'C1', kind: '资金追缴', quantity: 7.132, unit: '万元', public: true }],
  });

test('are filled with the ledger’s numbers, zeros among them', () => {
  const body =
    '{{巡察组}}{{反馈日期}}反馈问题{{反馈问题数}}个，完成{{ 已完成数 }}个、长期坚持{{长期坚持数}}个，完成率{{完成率}}；' +
    '措施{{措施总数}}项，完成{{已完成措施数}}项；追缴资金{{追缴资金}}万元，诫勉{{诫勉人数}}人。';
  expect(linesOf(withBody(body))[2]).toBe(
    '县委第三巡察组2026年3月20日反馈问题4个，完成1个、长期坚持1个，完成率25%；' +
      '措施6项，完成4项；追缴资金7.132万元，诫勉0人。',
  );
});

test('work in titles too', () => {
  const ledger = forestryBureau({
    narrative: [{ part: '整改成效', order: 1, level: '一、', title: '{{巡察类型}}整改成效' }],
  });
  expect(linesOf(ledger)).toContain('二、巡察整改成效');
});

describe('refuse the report', () => {
  test('when misspelt, naming the cell and near names', () => {
    expect(faultsOf(withBody('共{{反馈问题总数}}个。'))).toEqual([
      {
        code: 'unknown-placeholder',
        tab: '报告素材',
        cell: 'E3',
        key: '引言-2',
        message:
          '报告素材 E3（引言-2）：占位符“{{反馈问题总数}}”不存在，是否应为“{{反馈问题数}}”？请改正后重新生成报告。',
      },
    ]);
  });

  test('when unknown and like no other', () => {
    expect(faultsOf(withBody('{{__proto__}}{{天气}}')).map(({ message }) => message)).toEqual([
      '报告素材 E3（引言-2）：占位符“{{__proto__}}”不存在，请改正后重新生成报告。',
      '报告素材 E3（引言-2）：占位符“{{天气}}”不存在，请改正后重新生成报告。',
    ]);
  });

  test.each(['共{{反馈问题数}个', '共{{反馈问题数', '共｛｛反馈问题数｝｝个', '共反馈问题数}}个'])(
    'when broken: %s',
    (body) => {
      const [fault, ...others] = faultsOf(withBody(body));
      expect(others).toEqual([]);
      expect(fault).toMatchObject({ code: 'broken-placeholder', cell: 'E3' });
      expect(fault?.message).toContain('不是完整的占位符');
    },
  );

  test('when the setting it stands for is blank', () => {
    const [fault] = faultsOf(withBody('{{反馈日期}}', { feedbackOn: null }));
    expect(fault?.message).toBe(
      '报告素材 E3（引言-2）：占位符“{{反馈日期}}”没有值，请先填写“设置”表的“反馈日期”，再重新生成报告。',
    );
  });

  test('when its outcomes are all kept back, since a nought would be untrue', () => {
    const ledger = withBody('诫勉{{诫勉人数}}人，追缴{{追缴资金}}万元。');
    ledger.outcomes.records.push(recordOf('outcomes', { id: 'C2', kind: '诫勉', quantity: 1, unit: '人' }));
    const [fault, ...others] = faultsOf(ledger);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ code: 'unpublished-outcome', cell: 'E3' });
    expect(fault?.message).toContain('依据的1条“诫勉”成果都没有勾选“公开”');
  });

  test('once for each, in rows that are printed only', () => {
    const ledger = withBody('{{甲数}}和{{乙数}}');
    expect(faultsOf(ledger)).toHaveLength(2);
    for (const row of ledger.narrative.records) row.part = '未归位';
    expect(faultsOf(ledger)).toEqual([]);
  });
});

test('every listed placeholder has a value in a ledger whose settings are filled in', () => {
  const all = Object.keys(PLACEHOLDERS)
    .map((name) => `${name}=[{{${name}}}]`)
    .join('，');
  const settings = {
    round: '十五届县委第四轮',
    inspectedFrom: '2026-01-05',
    inspectedTo: '2026-02-10',
    dueOn: '2026-06-20',
  };
  const line = linesOf(withBody(all, settings))[2] ?? '';
  expect(line).not.toMatch(/\{|\[\]/);
  expect(line).toContain('谈话提醒人数=[0]');
});

test('single braces are ordinary text', () => {
  expect(linesOf(withBody('见附表{1}。'))[2]).toBe('见附表{1}。');
});
