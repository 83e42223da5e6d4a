/** 销号审批表: from a form to be filled in by hand to one that tells who signed, by real histories. */
import { describe, expect, test } from '@jest/globals';
import { composeKind } from '../../../src/report/kinds';
import { textOf } from '../../../src/report/text';
import { Bureau, READY } from '../../workflow/bureau';
import { optionsFor } from './kindsLedger';

/** The rows of the form, cells apart. */
function formOf(bureau: Bureau): Map<string, string[]> {
  const result = composeKind(bureau.ledger, { ...optionsFor(bureau.ledger, 'approval'), issue: 1 });
  if (!result.ok) throw new Error(result.faults.map(({ message }) => message).join('\n'));
  const [block] = result.value.document.blocks.filter(({ kind }) => kind === 'form');
  if (block?.kind !== 'form') throw new Error('no form');
  return new Map(block.form.rows.map(([first, ...rest]) => [first?.text ?? '', rest.map(({ text }) => text)]));
}

function faultsOf(bureau: Bureau, issue?: number): [code: string, message: string][] {
  const { issue: _, ...options } = optionsFor(bureau.ledger, 'approval');
  const result = composeKind(bureau.ledger, issue === undefined ? options : { ...options, issue });
  return result.ok ? [] : result.faults.map(({ code, message }) => [code, message]);
}

const applied = (settings = {}) => {
  const bureau = new Bureau({ unit: '青溪县水务局', ...settings });
  bureau.act('start', '江一舟');
  bureau.act('apply', '江一舟');
  return bureau;
};
const STEPS = ['部门负责人\n意见', '分管领导\n意见', '整改办\n意见', '主要负责人\n意见'];
const TO_SIGN = '\n签名：　　　　　　　　　　年　　月　　日';
const noteOf = (form: Map<string, string[]>) => [...form.keys()].find((text) => text.startsWith('本表')) ?? '';

describe('before an application', () => {
  const form = formOf(new Bureau({ unit: '青溪县水务局' }));

  test('the form has what the ledger knows, and room for the chain of 设置', () => {
    expect([...form]).toEqual([
      ['单位名称', ['青溪县水务局', '编号', '1']],
      ['方面', ['工程管理方面', '轮次', '第1轮']],
      ['问题', ['工程档案归集不及时']],
      ['牵头领导', ['卫兰', '责任部门', '工程股']],
      ['责任人', ['江一舟', '整改时限', '2026年9月30日']],
      ['整改措施及落实情况', ['（1）补齐2025年以来12个项目的竣工档案。状态：已完成（2026年6月20日）。']],
      ['佐证材料', ['1.竣工档案移交清单（2026年6月18日）']],
      ['整改成效', ['归集工程档案12卷。']],
      ['申请事项', ['', '申请人', '']],
      ...STEPS.map((step) => [step, [TO_SIGN]]),
      ['办理结果', ['']],
      ['本表依据“办理记录”生成，本轮尚无有效申请；是否销号以“办理记录”为准。', []],
    ]);
  });

  test('a unit that only checks itself has no steps to sign', () => {
    const own = formOf(new Bureau({ chain: '自查' }));
    expect([...own.keys()].filter((label) => label.endsWith('意见'))).toEqual([]);
  });
});

test('under way, it has the signatures given and room for those wanting', () => {
  const bureau = applied();
  bureau.delegations = [{ principal: '卫兰', delegate: '陆衡', from: '2026-06-01', until: '2026-06-30' }];
  bureau.act('sign', '沐青', { reason: '佐证齐全。' });
  bureau.act('sign', '陆衡');
  const form = formOf(bureau);
  expect(form.get('申请事项')).toEqual(['申请销号', '申请人', '江一舟\n2026年6月25日']);
  expect(STEPS.map((step) => form.get(step)?.[0])).toEqual([
    '佐证齐全。\n签名：沐青　　2026年6月25日',
    '同意。\n签名：陆衡（代卫兰）　　2026年6月25日',
    TO_SIGN,
    TO_SIGN,
  ]);
  expect(form.get('办理结果')).toEqual(['待整改办签批']);
});

test('closed, it names the fingerprint that was signed and tells whether the ledger still says the same', () => {
  const bureau = applied();
  bureau.signAll();
  const [seal = ''] = bureau.log.flatMap(({ action, decidedOn }) =>
    action === '申请销号' ? [decidedOn.slice(0, 16)] : [],
  );
  const form = formOf(bureau);
  expect(form.get('办理结果')).toEqual(['2026年6月25日销号']);
  expect(form.get('主要负责人\n意见')).toEqual(['同意。\n签名：严格　　2026年6月25日']);
  expect(noteOf(form)).toBe(`本表依据“办理记录”生成。申请内容指纹${seal}，台账内容与其一致。`);
  bureau.issue.effect = '归集工程档案120卷。';
  expect(noteOf(formOf(bureau))).toContain('台账内容已有改动，请核对。');
});

test('the steps are those of the application, whatever 设置 says since', () => {
  const bureau = applied({ chain: '整改办' });
  bureau.ledger = { ...bureau.ledger, settings: { ...bureau.ledger.settings, chain: '读不懂' } };
  expect([...formOf(bureau).keys()].filter((label) => label.endsWith('意见'))).toEqual(['整改办\n意见']);
});

test('applications that came to nothing and earlier rounds are told in short', () => {
  const bureau = applied();
  bureau.act('sign', '沐青');
  bureau.act('return', '卫兰', { reason: '缺移交签字页' });
  expect(formOf(bureau).get('申请事项')).toEqual(['', '申请人', '']);
  bureau.act('apply', '江一舟');
  bureau.signAll();
  bureau.act('reopen', '岑静', { reasonClass: '抽查', reason: '两卷档案缺页', date: '2026-12-31' });
  const form = formOf(bureau);
  const on = '2026年6月25日';
  expect(form.get('以往办理')?.[0]?.split('\n')).toEqual([
    `第1轮：江一舟${on}申请销号，部门负责人沐青${on}签批，分管领导卫兰${on}退回（缺移交签字页）`,
    `第1轮：江一舟${on}申请销号，部门负责人沐青${on}签批，分管领导卫兰${on}签批，整改办任佳${on}签批，` +
      `主要负责人严格${on}签批，严格${on}销号，岑静${on}重新整改（抽查，两卷档案缺页）`,
  ]);
  expect(form.get('方面')).toEqual(['工程管理方面', '轮次', '第2轮']);
  expect(form.get('办理结果')).toEqual(['']);
});

test('a self-check is told as what it is', () => {
  const bureau = new Bureau({ chain: '自查' });
  bureau.act('start', '江一舟');
  bureau.act('selfCheck', '江一舟');
  const form = formOf(bureau);
  expect(form.get('申请事项')?.[0]).toBe('自查完成');
  expect(form.get('办理结果')).toEqual(['2026年6月25日自查完成']);
});

test('without an issue the ledger has, or a chain that can be read, there is no form', () => {
  expect(faultsOf(new Bureau())).toEqual([['no-issue-given', '请指定要生成销号审批表的问题编号。']]);
  expect(faultsOf(new Bureau(), 7)).toEqual([['no-such-issue', '“问题台账”没有编号7，请核对编号。']]);
  expect(faultsOf(new Bureau({ chain: '局长→书记' }), 1)).toEqual([
    ['no-chain', '“设置”的“销号流程”“局长→书记”不能识别，请用“→”连接各环节的角色。'],
  ]);
});

test('what people typed stands in the form as lines, and the text has it all', () => {
  const bureau = new Bureau({}, { ...READY, issues: [{ ...READY.issues[0], effect: '归集12卷。\n\n移交3卷。' }] });
  expect(formOf(bureau).get('整改成效')).toEqual(['归集12卷。\n移交3卷。']);
  const result = composeKind(bureau.ledger, { ...optionsFor(bureau.ledger, 'approval'), issue: 1 });
  expect(result.ok && textOf(result.value.document)).toContain('整改成效\t归集12卷。移交3卷。');
});
