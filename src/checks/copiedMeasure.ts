/** Rule copied-measure: measures of different issues that are the same text. */
import { similarPairs } from '../text/similarity';
import { measureIdParts, printedColumn } from './context';
import type { Observation, Rule } from './finding';
import { about, keyAt } from './observe';

/** Earlier copies looked for per measure: beyond that many, more names help nobody. */
const PARTNERS = 20;
const NAMED = 3;

export const copiedMeasure: Rule = {
  code: 'copied-measure',
  severity: 'warning',
  title: '措施雷同',
  explains: '不同问题用同一段措施，说明没有对症下药；公开后读者一眼可见。固定提法不计入比较。',
  check({ ledger }) {
    const { measures } = ledger;
    const order = measures.records
      .map(({ id, issue, state }, at) => ({ at, issue, state, sequence: measureIdParts(id)?.sequence ?? Infinity }))
      .filter(({ issue, state }) => issue !== null && state !== '已取消')
      .sort((x, y) => (x.issue ?? 0) - (y.issue ?? 0) || compare(x.sequence, y.sequence) || x.at - y.at);
    const texts = order.map(({ at }) => {
      const measure = measures.records[at];
      return measure === undefined ? '' : measure[printedColumn(measure)];
    });
    const groups = order.map(({ issue }) => issue ?? 0);
    const partnersOf = new Map<number, { at: number; similarity: number }[]>();
    for (const { a, b, similarity } of similarPairs(texts, { groups, partnersPerText: PARTNERS })) {
      const partner = { at: order[a]?.at ?? 0, similarity };
      const partners = partnersOf.get(b);
      if (partners) partners.push(partner);
      else partnersOf.set(b, [partner]);
    }
    return [...partnersOf].flatMap(([b, partners]): Observation[] => {
      const at = order[b]?.at;
      const measure = at === undefined ? undefined : measures.records[at];
      if (at === undefined || measure === undefined) return [];
      const ranked = partners.sort((x, y) => y.similarity - x.similarity || x.at - y.at);
      const names = ranked.slice(0, NAMED).map((p) => `${keyAt(measures, p.at)}（相似度${p.similarity.toFixed(2)}）`);
      const more = ranked.length > NAMED ? `等${ranked.length}条` : '';
      return [
        about(measures, at, printedColumn(measure), {
          message: `与其他问题的措施${names.join('、')}${more}文字雷同`,
          remedy: '针对本问题另写措施；确为同一项工作的，在一个问题下写全，另一个问题写明各自落实的情况',
          related: ranked.map((p) => keyAt(measures, p.at)),
        }),
      ];
    });
  },
};

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
