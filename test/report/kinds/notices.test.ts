/** The two notices: what the public is told of what it is not told, and what the party is told besides. */
import { describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../../src/ledger/ledger';
import { composeReport } from '../../../src/report/compose';
import { composeKind } from '../../../src/report/kinds';
import { textOf } from '../../../src/report/text';
import { forestryBureau, linesOf as publicLines, TODAY } from '../reports';
import { optionsFor } from './kindsLedger';

const WITHHELD = '另有1个问题按规定不予公开。';

function internal(ledger: Ledger): string[] {
  const result = composeReport(ledger, { kind: 'internal', today: TODAY });
  if (!result.ok) throw new Error(result.faults.map(({ message }) => message).join('\n'));
  return textOf(result.value).split('\n');
}

function hide(ledger: Ledger, ...numbers: number[]): Ledger {
  for (const issue of ledger.issues.records) if (numbers.includes(issue.number ?? 0)) issue.publicity = '不公开';
  return ledger;
}

describe('issues that are not made public', () => {
  test('are counted in a paragraph before the first issue', () => {
    const lines = publicLines(hide(forestryBureau(), 2));
    const at = lines.indexOf(WITHHELD);
    expect(lines[at - 1]).toBe('二、问题整改落实情况');
    expect(lines[at + 1]).toBe('（一）落实上级部署方面');
    expect(lines.join('\n')).not.toContain('防火');
  });

  test('are counted at the end of the statistics, whose totals stay', () => {
    const lines = publicLines(hide(forestryBureau(), 1, 2), { variant: '统计在前' });
    expect(lines).toContain(
      '县委第三巡察组反馈问题4个，已完成整改1个、阶段性完成（长期坚持）1个、正在整改1个、未完成1个，整改完成率25%。' +
        '另有2个问题按规定不予公开。',
    );
  });

  test('are counted under the heading of the issues even when nothing else stands there', () => {
    const lines = publicLines(hide(forestryBureau({ narrative: [] }), 1, 2, 3, 4));
    expect(lines.slice(1, 3)).toEqual(['一、巡察反馈问题整改落实情况', '另有4个问题按规定不予公开。']);
  });

  test('are not spoken of where there are none, nor inside the party', () => {
    expect(publicLines(forestryBureau()).join('')).not.toContain('不予公开');
    expect(internal(hide(forestryBureau(), 2)).join('')).not.toContain('不予公开');
  });
});

describe('党内通报', () => {
  const ledger = () =>
    forestryBureau({
      issues: [
        {
          number: 1,
          aspect: '落实上级部署方面',
          title: '林长制巡林记录不完整',
          detail: '甲村护林员半年无记录。',
          cause: '检查不严。',
          leader: '田禾',
          department: '资源股',
          state: '已销号',
        },
        { number: 2, aspect: '落实上级部署方面', title: '森林防火物资管理混乱', publicity: '不公开', state: '整改中' },
        {
          number: 3,
          aspect: '从严管党治党方面',
          title: '公务接待审批手续不全',
          publicity: '概括公开',
          leader: '分管副局长',
          state: '长期坚持',
        },
      ],
      people: [{ mail: 'th@lyj.example', name: '田禾', position: '副局长', role: '分管领导' }],
    });

  test('has its mark, all issues in full, and who answers for each', () => {
    const lines = internal(ledger());
    expect(lines[0]).toBe('党内材料 注意保存');
    expect(lines[1]).toBe('中共竹溪湾县林业局党组关于巡察整改情况的通报');
    const at = lines.indexOf('（一）落实上级部署方面');
    expect(lines.slice(at, at + 10)).toEqual([
      '（一）落实上级部署方面',
      '1.关于“林长制巡林记录不完整”的问题。',
      '一是统一印制巡林日志120册。二是每月抽查巡林轨迹并通报。',
      '（牵头领导：副局长田禾；责任部门：资源股）',
      '2.关于“森林防火物资管理混乱”的问题。',
      '一是清点防火物资1360件套；二是建立出入库登记。',
      '（二）从严管党治党方面',
      '3.关于“公务接待审批手续不全”的问题。',
      '退回超标准接待费0.326万元。',
      '（牵头领导：分管副局长）',
    ]);
  });

  test('prints neither 具体表现 nor 原因剖析', () => {
    expect(internal(ledger()).join('')).not.toMatch(/护林员|检查不严/);
  });

  test('names nobody to the public', () => {
    const open = ledger();
    Object.assign(open.issues.records[2] ?? {}, { publicText: '公务接待管理有差距' });
    const text = publicLines(open).join('');
    expect(text).not.toMatch(/田禾|牵头领导|党内材料/);
  });

  test('states outcomes nobody has ticked for the public', () => {
    const outcomes = [{ id: 'C01', kind: '资金清退' as const, matter: '退款', quantity: 3, unit: '万元' }];
    const narrative = [{ part: '引言' as const, order: 1, level: '段落' as const, body: '清退{{清退资金}}万元。' }];
    const withOutcome = forestryBureau({ outcomes, narrative });
    expect(composeReport(withOutcome, { kind: 'public', today: TODAY }).ok).toBe(false);
    expect(internal(withOutcome)).toContain('清退3万元。');
  });

  test('leaves the ledger as it was', () => {
    const before = ledger();
    internal(before);
    expect(before).toEqual(ledger());
  });
});

test('both notices take the variant asked for, and the ledger’s own text', () => {
  for (const kind of ['public', 'internal'] as const) {
    const ledger = forestryBureau();
    const result = composeKind(ledger, optionsFor(ledger, kind, { variant: '两部分' }));
    if (!result.ok) throw new Error(kind);
    expect(result.value.usesStarter).toBe(false);
    expect(textOf(result.value.document)).toContain('整改状态：已完成');
  }
});
