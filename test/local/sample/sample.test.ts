import { sampleTabs } from '../../../local/sample/sample';

const rowsOf = (tabs: ReturnType<typeof sampleTabs>, title: string) =>
  (tabs.find((tab) => tab.title === title)?.rows ?? []).map((row) => row.values);

test('as many issues and measures as asked for, every measure belonging to its issue', () => {
  const tabs = sampleTabs({ issues: 40, measures: 4, seed: 5 });
  expect(rowsOf(tabs, '问题台账')).toHaveLength(40);
  const measures = rowsOf(tabs, '整改措施');
  expect(measures).toHaveLength(160);
  for (const { 措施编号, 问题编号 } of measures) expect(String(措施编号).split('-')[0]).toBe(String(问题编号));
});

test('no two measures have the same text, and no placeholder is left in any', () => {
  const texts = rowsOf(sampleTabs({ issues: 500, measures: 4, seed: 5 }), '整改措施').map((row) =>
    String(row.措施内容),
  );
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.filter((text) => /[{}]|undefined|，，|；；/.test(text))).toEqual([]);
});

test('what is done was done after the feedback and before the deadline, with evidence', () => {
  const tabs = sampleTabs({ issues: 100, measures: 3, seed: 9 });
  const evidence = new Map(rowsOf(tabs, '佐证材料').map((row) => [row.措施编号, String(row.日期)]));
  for (const row of rowsOf(tabs, '整改措施').filter((one) => one.状态 === '已完成')) {
    const dated = evidence.get(row.措施编号) ?? '';
    expect(dated >= '2026-03-20').toBe(true);
    expect(dated <= String(row.完成日期)).toBe(true);
    expect(String(row.完成日期) <= String(row.时限)).toBe(true);
  }
});

test('the same seed gives the same ledger, another seed another', () => {
  const size = { issues: 10, measures: 2 };
  expect(sampleTabs({ ...size, seed: 1 })).toEqual(sampleTabs({ ...size, seed: 1 }));
  expect(sampleTabs({ ...size, seed: 2 })).not.toEqual(sampleTabs({ ...size, seed: 1 }));
});

test('every step of the close-out chain finds somebody who did not do the work', () => {
  const tabs = sampleTabs({ issues: 60, measures: 3, seed: 4 });
  const people = rowsOf(tabs, '名单');
  const named = [...rowsOf(tabs, '问题台账'), ...rowsOf(tabs, '整改措施')].map((row) => row.责任人);
  for (const issue of rowsOf(tabs, '问题台账')) {
    const heads = people.filter((row) => row.角色 === '部门负责人' && row.部门 === issue.责任部门);
    const others = ['分管领导', '整改办', '主要负责人'].map((role) => people.filter((row) => row.角色 === role));
    for (const signers of [heads, ...others]) {
      expect(signers.filter((row) => !named.includes(row.姓名))).not.toEqual([]);
    }
  }
});

test('some issues under way have everything done and shown, and wait to be applied for', () => {
  const tabs = sampleTabs({ issues: 100, measures: 3, seed: 2 });
  const shown = new Set(rowsOf(tabs, '佐证材料').map((row) => row.措施编号));
  const ready = rowsOf(tabs, '问题台账').filter(
    (row) =>
      row.状态 === '整改中' &&
      row.整改成效 !== null &&
      rowsOf(tabs, '整改措施')
        .filter((measure) => measure.问题编号 === row.编号)
        .every((measure) => measure.状态 === '已完成' && shown.has(measure.措施编号)),
  );
  expect(ready.length).toBeGreaterThan(3);
});
