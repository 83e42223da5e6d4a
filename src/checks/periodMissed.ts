/** Rule period-missed: periods of a periodic measure went by and nothing shows them. */
import { periodsOf } from '../workflow/periods';
import type { MeasureRow } from './context';
import type { Check } from './finding';
import { aboutAll } from './observe';

/** So many periods are named. */
const NAMED = 6;

export const periodMissed: Check = ({ measures, evidence, feedbackOn, today }) => {
  const shown = new Map<MeasureRow, string[]>();
  for (const { measure, record } of evidence) {
    if (measure) append(shown, measure, record.period);
  }
  // right after an import all measures of one 周期 lack the same periods: one finding says it
  const alike = new Map<string, MeasureRow[]>();
  for (const row of measures) {
    const own = shown.get(row) ?? [];
    const issue = row.owner?.record;
    // rule done-without-evidence tells of a completed measure that has nothing at all
    if (issue?.state === '已终止' || (row.record.state === '已完成' && own.length === 0)) continue;
    const closedOn = issue?.state === '已销号' ? issue.closedOn : null;
    const missed = periodsOf(row.record, own, feedbackOn, closedOn ?? today).filter(({ state }) => state === 'missed');
    if (missed.length === 0) continue;
    const labels = missed.slice(0, NAMED).map(({ label }) => label);
    const many = missed.length > NAMED ? `等${missed.length}期` : '';
    const message = `${row.record.period}一次，${labels.join('、')}${many}没有佐证材料`;
    append(alike, message, row);
  }
  return [...alike].flatMap(([message, rows]) =>
    aboutAll(rows, 'period', message, '登记各期的材料并填写“所属期”；当期没有开展的如实说明，不得补造'),
  );
};

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
