/** Rule formula-in-text: a cell that holds a formula where a value belongs; the codec sees it, the catalogue weighs it. */
import type { Rule } from './finding';

export const formulaInText: Rule = {
  code: 'formula-in-text',
  severity: 'warning',
  title: '单元格是公式',
  explains: '公式的显示结果会随别处改动而变化，定稿后的台账不应这样；程序按显示结果读取，不改动公式。',
  // formulas are not in the records: they come as faults of this code from reading the cells
  check: () => [],
};
