/** The reports to the inspecting committee: every issue with its history, and what the first secretary can prove. */
import { describe, expect, test } from '@jest/globals';
import { recordOf } from '../../../src/ledger/records';
import { mail } from '../../progress/logged';
import { kindsLedger, linesOf } from './kindsLedger';

/** The lines from one up to (without) another. */
function between(lines: readonly string[], from: string, to: string): string[] {
  const start = lines.indexOf(from);
  return lines.slice(start + 1, lines.indexOf(to, start));
}

describe('整改情况报告', () => {
  const lines = linesOf('committee');

  test('is addressed to the inspectors, or to somebody still to be named', () => {
    expect(lines.slice(0, 2)).toEqual([
      '中共云溪县交通运输局党组关于十四届县委第六轮巡察整改情况的报告',
      '县委第一巡察组：',
    ]);
    const unnamed = kindsLedger({ settings: { inspectionTeam: '' } });
    expect(linesOf('committee', unnamed)[1]).toBe('【请填写：主送单位】：');
  });

  test('states the numbers by issue, measure, deadline and aspect', () => {
    expect(between(lines, '（一）总体进度', '（二）公路管养方面')).toEqual([
      '反馈问题9个，列入台账9个：已销号3个，长期坚持1个，正在整改3个，未启动1个，已终止1个。整改完成率33.33%（3/9）。',
      '逾期未完成0个，占0%（0/9）。',
      '整改措施8项（不含已取消），已完成5项，措施完成率62.5%（5/8）。',
      '按原定时限完成66.67%（4/6），按现行时限完成100%（4/4）；销号和长期坚持中，经独立签批的100%（4/4）；' +
        '报告完成而未认定的0个；措施佐证覆盖率37.5%（3/8），申请退回率0%（0/5），回头看反弹率50%（1/2）。',
      '方面\t问题\t已销号\t长期坚持\t正在整改\t未启动\t已终止\t逾期\t完成率',
      '公路管养方面\t4\t1\t1\t1\t1\t0\t0\t25%（1/4）',
      '资金管理方面\t5\t2\t0\t2\t0\t1\t0\t40%（2/5）',
    ]);
  });

  test('tells an issue that was closed, with its measures and evidence', () => {
    expect(between(lines, '问题1：县道坑槽修补不及时', '问题2：桥梁巡查记录缺失')).toEqual([
      '状态：已销号（2026年6月15日）；牵头领导：副局长卫兰；责任部门：养护股；责任人：江一舟；整改类型：限期整改；' +
        '原定时限：未定；整改时限：未定。',
      '（1）修补坑槽1260处。状态：已完成（2026年6月1日）。',
      '（2）建立日巡夜查制度。状态：已完成（2026年5月20日）。',
      '佐证材料2件：坑槽修补前后照片（2026年6月2日）；县道日巡夜查办法（云交发〔2026〕18号，2026年5月20日）。',
    ]);
  });

  test('tells of extension and reopening, and prints no date of a close-out that was undone', () => {
    expect(between(lines, '问题2：桥梁巡查记录缺失', '问题3：治超宣传不经常')).toEqual([
      '状态：重新整改；牵头领导：副局长卫兰；责任部门：养护股；责任人：江一舟；整改类型：限期整改；' +
        '原定时限：2026年6月30日；整改时限：2026年12月31日。',
      '（1）补建桥梁巡查台账42座。状态：进行中。',
      '佐证材料0件：无。',
      '办理经过：2026年8月15日重新整改，时限2026年12月31日（回头看，三座桥无巡查记录）。',
    ]);
    const fifth = between(lines, '问题5：工程尾款清算缓慢', '问题6：站所资产未划转');
    expect(fifth[3]).toBe('（3）另行招标。状态：已取消。落实情况：不再需要。');
    expect(fifth[5]).toBe('办理经过：2026年9月25日批准延期至2026年12月31日（资金程序：财政评审未完成）。');
  });

  test('has what is not public too, and both attachments', () => {
    expect(lines).toContain('问题9：线索移送不及时');
    const at = lines.indexOf('附件1');
    expect(lines.slice(at - 4, at + 4)).toEqual([
      '附件：1.巡察整改台账',
      '2.佐证材料清单',
      '中共云溪县交通运输局党组',
      '2026年11月24日',
      '附件1',
      '巡察整改台账',
      '编号\t方面\t问题\t整改措施及落实情况\t牵头领导\t责任部门\t责任人\t原定时限\t整改时限\t状态',
      '1\t公路管养方面\t县道坑槽修补不及时\t1.修补坑槽1260处。2.建立日巡夜查制度。\t卫兰\t养护股\t江一舟\t\t\t已销号',
    ]);
    expect(lines.slice(-3)).toEqual([
      '1\t1-1-01\t照片影像\t坑槽修补前后照片\t\t2026-06-02\t云交档2026-011',
      '1\t1-2-01\t制度文件\t县道日巡夜查办法\t云交发〔2026〕18号\t2026-05-20\t云交档2026-012',
      '4\t4-1-01\t票据凭证\t拨付凭证\t\t2026-10-10\t财2026-77',
    ]);
  });

  test('tells of each issue once, whatever its number', () => {
    const ledger = kindsLedger();
    ledger.issues.records.push(recordOf('issues', { title: '渡口标识缺失', state: '整改中' }));
    const heads = linesOf('committee', ledger).filter((line) => /^问题(?:\d+|（未编号）)：/.test(line));
    expect(heads).toHaveLength(10);
    expect(heads).toContain('问题（未编号）：渡口标识缺失');
  });
});

describe('组织落实情况报告', () => {
  const lines = linesOf('leader');

  test('is by the first secretary', () => {
    expect(lines[0]).toBe('中共云溪县交通运输局党组书记关于组织落实十四届县委第六轮巡察整改情况的报告');
    expect(lines.slice(-2)).toEqual(['中共云溪县交通运输局党组书记严格', '2026年11月24日']);
  });

  test('proves by the ledger what was led, signed, decided and met on', () => {
    expect(between(lines, '（二）牵头整改的问题', '（五）未完成的问题')).toEqual([
      '牵头整改问题5个，已完成整改2个、正在整改2个、已终止1个，整改完成率40%。',
      '编号\t问题\t责任部门\t整改时限\t状态',
      '4\t养护资金拨付滞后\t财务股\t2026-10-31\t已销号',
      '5\t工程尾款清算缓慢\t财务股\t2026-12-31\t整改中',
      '6\t站所资产未划转\t财务股\t2026-10-31\t已终止',
      '8\t票据管理不规范\t财务股\t2026-12-25\t整改中',
      '9\t线索移送不及时\t财务股\t2026-09-30\t已销号',
      '（三）签批和决定',
      '签批2次（委托代签1次），退回0次，批准延期1次，不予延期0次。',
      '问题3：2026年7月10日签批。',
      '问题4：2026年10月20日签批。',
      '问题5：2026年9月25日批准延期至2026年12月31日（资金程序：财政评审未完成）。',
      '（四）会议',
      '台账登记会议2次。',
      '党组会专题研究整改（〔2026〕6号，2026年4月2日）。',
      '整改推进会（2026年8月12日）。',
    ]);
  });

  test('lists what is still open with its deadline', () => {
    const open = between(lines, '（五）未完成的问题', '三、下一步打算').slice(1);
    expect(
      open.map((line) =>
        line
          .split('\t')
          .map((cell) => cell)
          .join(' '),
      ),
    ).toEqual([
      '2 桥梁巡查记录缺失 养护股 2026-12-31 重新整改',
      '5 工程尾款清算缓慢 财务股 2026-12-31 整改中',
      '7 路产档案不全 养护股 2026-12-20 未启动',
      '8 票据管理不规范 财务股 2026-12-25 整改中',
    ]);
  });

  test('counts nothing as theirs that somebody else decided, and says when 名单 names nobody', () => {
    const ledger = kindsLedger();
    for (const entry of ledger.log.records) if (entry.actor === mail('严格')) entry.actor = mail('卫兰');
    expect(linesOf('leader', ledger)).toContain('签批1次（委托代签1次），退回0次，批准延期0次，不予延期0次。');
    ledger.people.records = ledger.people.records.filter(({ role }) => role !== '主要负责人');
    const nobody = linesOf('leader', ledger);
    expect(nobody).toContain('【请填写：“名单”中角色为主要负责人的人】');
    expect(nobody).toContain('签批0次（委托代签0次），退回0次，批准延期0次，不予延期0次。');
    expect(nobody.slice(-2)[0]).toBe('中共云溪县交通运输局党组书记');
  });
});

test('三清单 are what is wrong, what is done and who answers, cancelled measures apart', () => {
  const lines = linesOf('lists');
  expect(lines.slice(0, 6)).toEqual([
    '内部材料',
    '云溪县交通运输局巡察整改问题清单、任务清单、责任清单',
    '截至2026年11月24日，列入问题9个、整改措施8项（不含已取消）。',
    '附件：1.问题清单',
    '2.任务清单',
    '3.责任清单',
  ]);
  const rowsOf = (label: string) => {
    const at = lines.indexOf(label);
    const end = lines.findIndex((line, i) => i > at && line.startsWith('附件'));
    return lines.slice(at + 2, end < 0 ? undefined : end);
  };
  expect(rowsOf('附件1')[5]).toBe('5\t资金管理方面\t\t工程尾款清算缓慢\t某标段尾款挂账三年。\t限期整改');
  expect(rowsOf('附件2')[0]).toBe('问题编号\t措施编号\t措施内容\t周期\t责任部门\t责任人\t时限\t状态');
  expect(
    rowsOf('附件2')
      .slice(1)
      .map((row) => row.split('\t')[1]),
  ).toEqual(['1-1', '1-2', '2-1', '3-1', '4-1', '5-1', '5-2', '9-1']);
  expect(rowsOf('附件3')[3]).toBe('3\t治超宣传不经常\t卫兰\t养护股\t江一舟\t长期坚持\t\t长期坚持');
});
