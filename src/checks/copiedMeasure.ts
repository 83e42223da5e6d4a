/** Rule copied-measure: measures of different issues that are the same text. */
import { similarPairs } from '../text/similarity';
import { bySequence, type MeasureRow } from './context';
import type { Check } from './finding';
import { about, keyAt } from './observe';

/** Earlier copies looked for per measure: beyond that many, more names help nobody. */
const PARTNERS = 20;
const NAMED = 3;

export const copiedMeasure: Check = ({ measures }) => {
  const rows = measures
    .filter(({ record }) => record.issue !== null && record.state !== '已取消')
    .sort((a, b) => issueOf(a) - issueOf(b) || bySequence(a, b));
  const texts = rows.map(({ record, printed }) => record[printed]);
  const copies = new Map<MeasureRow, { of: MeasureRow; similarity: number }[]>();
  for (const pair of similarPairs(texts, { groups: rows.map(issueOf), partnersPerText: PARTNERS })) {
    const [of, copy] = [rows[pair.a], rows[pair.b]];
    if (of && copy) copies.set(copy, [...(copies.get(copy) ?? []), { of, similarity: pair.similarity }]);
  }
  return Array.from(copies, ([row, originals]) => {
    const ranked = originals.sort((x, y) => y.similarity - x.similarity || x.of.at - y.of.at);
    const names = ranked.slice(0, NAMED).map((x) => `${keyAt(x.of)}（相似度${x.similarity.toFixed(2)}）`);
    const more = ranked.length > NAMED ? `等${ranked.length}条` : '';
    return about(
      row,
      row.printed,
      `与其他问题的措施${names.join('、')}${more}文字雷同`,
      '针对本问题另写措施；确为同一项工作的，写明在本问题上的落实情况',
      { related: ranked.map(({ of }) => keyAt(of)) },
    );
  });
};

function issueOf({ record }: MeasureRow): number {
  return record.issue ?? 0;
}
