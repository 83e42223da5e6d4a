/** The values a template is filled with: every listed tag, and in public only what is public. */
import { describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../../src/ledger/ledger';
import { statisticsOf } from '../../../src/progress/statistics';
import { TEMPLATE_TAGS, type TemplateFacts, type TemplateValues, templateValues } from '../../../src/report/template';
import { composed, forestryBureau, TODAY } from '../reports';
import { linesOf, NO_REPORT, paragraph } from './templates';

const valuesOf = (ledger: Ledger, facts: Partial<TemplateFacts> = {}, document = NO_REPORT): TemplateValues =>
  templateValues(ledger, document, {
    statistics: statisticsOf(ledger, TODAY),
    today: TODAY,
    version: 2,
    state: '草稿',
    kind: '社会公开通报',
    reviewer: '',
    approver: '',
    ...facts,
  });
const itemsOf = (values: TemplateValues | undefined, list: string): TemplateValues[] => {
  const items = values?.[list];
  if (!Array.isArray(items)) throw new Error(`no list ${list}`);
  return items.filter((item) => typeof item !== 'string');
};
const bureau = () =>
  forestryBureau({
    settings: { round: '十四届县委第六轮' },
    issues: [
      {
        number: 4,
        aspect: '党的建设方面',
        group: '支部',
        title: '活动不经常',
        state: '未启动',
        leader: '卫兰',
        department: '党办，人事科',
        deadline: '2026-12-01',
      },
      {
        number: 5,
        aspect: '党的建设方面',
        title: '内情一句',
        publicity: '概括公开',
        publicText: '个别制度不健全\n已修订。',
        state: '整改中',
      },
      { number: 6, aspect: '党的建设方面', title: '隐情一句', publicity: '不公开', state: '整改中' },
    ],
    measures: [
      { id: '4-10', issue: 4, content: '第十项', deadline: '2026-10-01', state: '进行中' },
      { id: '4-2', issue: 4, content: '第二项', result: '办了第二项', state: '已完成' },
      { id: '4-3', issue: 4, content: '取消的一项', state: '已取消' },
      { id: '5-1', issue: 5, content: '内情措施' },
      { id: '6-1', issue: 6, content: '隐情措施' },
    ],
    people: [{ mail: 'w@x.example', name: '卫兰', position: '副局长', role: '分管领导' }],
  });

test('every listed tag has a value, and none is listed twice in one place', () => {
  const values = valuesOf(bureau());
  const [issue] = itemsOf(values, '问题清单');
  const [measure] = itemsOf(issue, '措施');
  const scopes: Record<string, TemplateValues | undefined> = { '': values, 问题清单: issue, 措施: measure };
  for (const { tag, in: list = '' } of TEMPLATE_TAGS.filter(({ tag }) => tag !== '@body')) {
    expect([list, tag, scopes[list]?.[tag] !== undefined]).toEqual([list, tag, true]);
  }
  const places = TEMPLATE_TAGS.map(({ tag, in: list }) => `${list} ${tag}`);
  expect(new Set(places).size).toBe(places.length);
  expect(TEMPLATE_TAGS.every(({ meaning }) => meaning !== '')).toBe(true);
});

test('facts and settings are told as the report tells them, and what is blank is empty', () => {
  const ledger = forestryBureau({ settings: { attachment: '是' } });
  const document = composed(ledger);
  expect(valuesOf(ledger, { reviewer: '甲', approver: '乙', state: '定稿' }, document)).toMatchObject({
    标题: '中共竹溪湾县林业局党组关于巡察整改情况的通报',
    单位: '竹溪湾县林业局',
    党组织: '中共竹溪湾县林业局党组',
    巡察类型: '巡察',
    轮次: '',
    反馈日期: '2026年3月20日',
    报告日期: '2026年9月15日',
    文号: '　　　〔2026〕　号',
    版本: 2,
    状态: '定稿',
    种类: '社会公开通报',
    保密审查人: '甲',
    批准人: '乙',
    反馈问题数: '4',
    已完成数: '1',
    正在整改数: '1',
    长期坚持数: '1',
    完成率: '25%',
    是定稿: true,
    是公开: true,
    有附件: true,
  });
  expect(valuesOf(ledger, { version: null })).toMatchObject({ 版本: '', 是定稿: false, 有附件: false });
});

describe('the list of issues', () => {
  test('tells of each issue what the attached ledger prints, in its order', () => {
    const [first] = itemsOf(valuesOf(bureau()), '问题清单');
    expect(first).toMatchObject({
      序号: '1',
      编号: 4,
      方面: '党的建设方面',
      类: '支部',
      问题: '活动不经常',
      整改状态: '未完成',
      整改时限: '2026年12月1日',
      责任部门: '党办、人事科',
      牵头领导: '副局长',
    });
    expect(itemsOf(first, '措施')).toEqual([
      { 序号: 1, 内容: '办了第二项', 状态: '已完成', 时限: '' },
      { 序号: 2, 内容: '第十项', 状态: '进行中', 时限: '2026年10月1日' },
    ]);
  });

  test('of a kind for everybody leaves out what is not public', () => {
    for (const kind of ['社会公开通报', '后续进展报告', '没有听说过的种类']) {
      const issues = itemsOf(valuesOf(bureau(), { kind }), '问题清单');
      expect(issues.map(({ 编号, 问题 }) => [编号, 问题])).toEqual([
        [4, '活动不经常'],
        [5, '个别制度不健全'],
      ]);
      expect(issues[1]).toMatchObject({ 整改措施: '已修订。', 措施: [] });
      expect(JSON.stringify(issues)).not.toMatch(/内情|隐情|卫兰/);
    }
  });

  test('inside the party has all issues in full', () => {
    const values = valuesOf(bureau(), { kind: '党内通报' });
    const issues = itemsOf(values, '问题清单');
    expect(values.是公开).toBe(false);
    expect(issues.map(({ 问题 }) => 问题)).toEqual(['活动不经常', '内情一句', '隐情一句']);
    expect(itemsOf(issues[2], '措施')).toMatchObject([{ 内容: '隐情措施' }]);
  });

  test('fills a template', () => {
    const body = `${paragraph('{#问题清单}')}${paragraph('{序号}.{问题}（{责任部门}）{#措施}{序号}）{内容}；{/措施}')}${paragraph('{/问题清单}')}`;
    expect(linesOf(body, valuesOf(bureau()))).toEqual([
      '1.活动不经常（党办、人事科）1）办了第二项；2）第十项；',
      '2.个别制度不健全（）',
    ]);
  });
});

test('in public the texts of issues and measures name no one of 名单 and no mobile phone; inside they do', () => {
  const ledger = forestryBureau({
    issues: [{ number: 7, aspect: '方面', title: '巡查不严', state: '整改中' }],
    measures: [{ id: '7-1', issue: 7, content: '由卫兰同志主持整改，群众可拨打13800001234反映。', state: '进行中' }],
    people: [{ mail: 'w@x.example', name: '卫兰', position: '副局长', role: '分管领导' }],
  });
  const measure = (kind: string) => {
    const [issue] = itemsOf(valuesOf(ledger, { kind }), '问题清单').slice(-1);
    return itemsOf(issue, '措施')[0]?.内容;
  };
  expect(measure('社会公开通报')).toBe('由副局长主持整改，群众可拨打138****1234反映。');
  expect(measure('党内通报')).toBe('由卫兰同志主持整改，群众可拨打13800001234反映。');
});
