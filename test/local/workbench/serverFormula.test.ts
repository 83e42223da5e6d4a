import { compileFormula, type Value } from '../../../local/workbench/server/formula';

const TODAY = 46_350;
/** Whether the formula, written for row 2, holds for a row of these cells. */
function holds(formula: string, ...cells: Value[]): boolean | undefined {
  return compileFormula(formula, 2)?.({ today: TODAY, cell: (column) => cells[column] ?? null });
}

test('an open issue past its deadline is overdue, a closed one and one without a date are not', () => {
  const overdue = '=AND(N("整改台账:overdue")=0,ISNUMBER($A2),$A2<TODAY(),$B2<>"已销号",$B2<>"长期坚持")';
  expect(holds(overdue, TODAY - 1, '整改中')).toBe(true);
  expect(holds(overdue, TODAY - 1, null)).toBe(true);
  expect(holds(overdue, TODAY, '整改中')).toBe(false);
  expect(holds(overdue, TODAY - 1, '已销号')).toBe(false);
  expect(holds(overdue, '尽快', '整改中')).toBe(false);
  expect(holds(overdue, null, '整改中')).toBe(false);
});

test('a week ahead is counted from today', () => {
  const soon = '=AND(ISNUMBER($A2),$A2>=TODAY(),$A2<TODAY()+7)';
  expect([-1, 0, 6, 7].map((days) => holds(soon, TODAY + days))).toEqual([false, true, true, false]);
});

test('a word in a text is found, and where it is not the rule does not hold', () => {
  expect(holds('=ISNUMBER(SEARCH("退回",$A2))', '第2轮退回：佐证不足')).toBe(true);
  expect(holds('=ISNUMBER(SEARCH("退回",$A2))', '待审核')).toBe(false);
  expect(holds('=SEARCH("退回",$A2)>0', null)).toBe(false);
});

test('comparisons are those of Sheets: case aside, numbers before texts, empty like zero or no text', () => {
  expect(holds('=$A2="ABC"', 'abc')).toBe(true);
  expect(holds('=$A2<$B2', 99, '1')).toBe(true);
  expect(holds('=$A2=0', null)).toBe(true);
  expect(holds('=$A2=""', null)).toBe(true);
  expect(holds('=ISBLANK($A2)', null)).toBe(true);
  expect(holds('=NOT(OR($A2=1,$A2=2))', 3)).toBe(true);
  expect(holds('=$A2="说“好”"', '说“好”')).toBe(true);
  expect(holds('=$A2="a""b"', 'a"b')).toBe(true);
  expect(holds('=$A2', '文字')).toBe(false);
});

test('what is not understood is said so, never guessed', () => {
  for (const formula of [
    '=COUNTIF($A$2:$A$9,$A2)>1',
    '=$A3="x"',
    '=A2="x"',
    '=AND(',
    '=$A2="x',
    '=NOT(1,2)',
    '=TODAY(1)',
    '=1 2',
    '',
    '=REGEXMATCH($A2,"a")',
    '={1}',
  ]) {
    expect([formula, compileFormula(formula, 2)]).toEqual([formula, undefined]);
  }
});
