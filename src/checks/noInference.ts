/** Rule no-inference: closed without looking for the same fault elsewhere. */
import type { Rule } from './finding';
import { aboutAll } from './observe';

export const noInference: Rule = {
  code: 'no-inference',
  severity: 'note',
  title: '没有举一反三',
  explains: '就事论事、改一点只管一点，同类问题容易再发；销号时要看同类问题的排查。',
  check({ ledger }) {
    const { issues } = ledger;
    const found = issues.records.flatMap(({ state, inference }, at) =>
      state === '已销号' && inference.trim() === '' ? [at] : [],
    );
    return aboutAll(issues, found, 'inference', {
      message: '已销号，但没有写举一反三',
      remedy: '写明同类问题的排查范围和结果；经排查没有的，写“经排查未发现同类问题”',
    });
  },
};
