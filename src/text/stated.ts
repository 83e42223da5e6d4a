/** Figures a report states in prose: 反馈25个问题，已完成整改19个、正在整改6个，整改完成率76%. */
import { fromChineseNumber } from './numerals';

/** `completed`: 已完成 · `staged`: 阶段性完成、基本完成、长期坚持 · `ongoing`: 正在整改 · `undone`: 未完成、未启动. */
export type StatedWhat = 'total' | 'aspects' | 'completed' | 'staged' | 'ongoing' | 'undone' | 'rate';

export interface Stated {
  /** What is counted: 问题, or 整改措施. */
  subject: 'issues' | 'measures';
  what: StatedWhat;
  /** A count, or a rate in per cent. */
  value: number;
  /** Decimals written, 0 for a count. */
  decimals: number;
  /** The words as they stand. */
  words: string;
}

const NUMBER = '(\\d{1,7}(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千]{1,7})';
const UNIT = '[个项条]';
const END = '(?=[，。；、,;：:（()）和及]|\\s|$|其中|占|均|已)';
const STATES =
  '(阶段性完成|基本完成|长期坚持|持续整改|正在整改|正在推进|整改中|未完成|尚未完成|未启动|已完成(?:整改|销号)?|完成(?:整改|销号)?|已整改(?:完成|到位|销号)?|整改(?:完成|到位)|已?销号|已?落实)';
const FEEDBACK_TOTAL = new RegExp(
  `(?:反馈|指出)[^，。；：\\d零〇一二两三四五六七八九十百千]{0,18}((?:${NUMBER}个?(?:方面|大类|类)[的、，和共计]{0,3})*)(?:问题(?:共|共计|总计)?${NUMBER}${UNIT}|${NUMBER}${UNIT}(?:具体|突出|主要)?(?:方面的?)?问题)`,
  'g',
);
/** 10个问题中，… : a total that what follows divides. */
const DIVIDED_TOTAL = new RegExp(`(?<![\\d零一二三四五六七八九十百])${NUMBER}[个项]问题中(?!的)`, 'g');
const ASPECTS = new RegExp(`${NUMBER}个?方面`);
const MEASURE_TOTAL = new RegExp(
  `整改(?:措施|任务)(?:共|共计|总计)?${NUMBER}${UNIT}|${NUMBER}${UNIT}(?:具体)?整改(?:措施|任务)|制定(?:了)?(?:具体)?措施${NUMBER}${UNIT}`,
  'g',
);
/** Other things counted: what follows is about them, not about issues. */
const OTHER_TOTAL = new RegExp(
  `(?:制度|信访件?|线索|案件|事项|立行立改|台账)[^，。；\\d]{0,6}${NUMBER}[个项条件起]|${NUMBER}[个项条件起](?:制度|信访件?|线索|案件|事项)`,
  'g',
);
const BY_STATE = new RegExp(
  `${STATES}的?(?:问题|措施|任务)?(?:有|共)?${NUMBER}${UNIT}(?:问题|措施|任务)?${END}|${NUMBER}${UNIT}(?:问题|措施|任务)?(?:均|全部)?${STATES}${END}`,
  'g',
);
const RATE =
  /(措施)?[^，。；]{0,6}(?:完成|落实)率(?:为|是|达|达到|达成|：)?(?:(\d{1,3}(?:\.\d+)?)[%％]|百分之([零一二三四五六七八九十百]{1,4}))/g;
/** Before 反馈 in its sentence: the count is of one aspect or of something else than the inspection's findings. */
const NOT_THE_WHOLE = /(?<![个\d一二三四五六七八九十])方面|群众|职工|回头看|自查|排查|专项|审计|支部|其中/;

interface Found {
  at: number;
  scope?: Stated['subject'] | 'other';
  stated?: Stated[];
}

/**
 * The figures a paragraph states about all issues or all measures of the rectification, in its order. A state's count
 * belongs to the total before it; without any total it counts only beside a second one or a rate. Counts of a single
 * aspect, of rules made, letters and the like are left out; placeholders `{{…}}` are no figures.
 */
export function statedIn(paragraph: string): Stated[] {
  const found = [
    ...feedbackTotals(paragraph),
    ...dividedTotals(paragraph),
    ...measureTotals(paragraph),
    ...otherTotals(paragraph),
    ...stateCounts(paragraph),
    ...rates(paragraph),
  ].sort((a, b) => a.at - b.at);
  let scope: Stated['subject'] | 'other' | undefined;
  const result: Stated[] = [];
  const unscoped: Stated[] = [];
  for (const item of found) {
    if (item.scope !== undefined) scope = item.scope;
    for (const stated of item.stated ?? []) {
      const own = stated.what === 'total' || stated.what === 'aspects' || stated.subject === 'measures';
      if (own) result.push(stated);
      // 落实 is said of measures; of issues it means something else
      else if (/落实/.test(stated.words) && scope !== 'measures') continue;
      else if (scope === undefined) unscoped.push(stated);
      else if (scope !== 'other') result.push({ ...stated, subject: scope });
    }
  }
  const kinds = new Set(unscoped.map(({ what }) => what));
  return result.length > 0 || kinds.size >= 2 ? [...unscoped, ...result] : [];
}

function feedbackTotals(text: string): Found[] {
  return [...text.matchAll(FEEDBACK_TOTAL)].flatMap((match): Found[] => {
    const sentence =
      text
        .slice(0, match.index)
        .split(/[。；\n]/)
        .pop() ?? '';
    const at = match.index;
    if (NOT_THE_WHOLE.test(sentence)) return [{ at, scope: 'other' }];
    const value = numberOf(match[3] ?? match[4]);
    if (value === undefined) return [];
    const stated: Stated[] = [{ subject: 'issues', what: 'total', value, decimals: 0, words: match[0] }];
    const aspects = numberOf(ASPECTS.exec(match[1] ?? '')?.[1]);
    if (aspects !== undefined) {
      stated.push({ subject: 'issues', what: 'aspects', value: aspects, decimals: 0, words: `${match[1]}` });
    }
    return [{ at, scope: 'issues', stated }];
  });
}

function dividedTotals(text: string): Found[] {
  return [...text.matchAll(DIVIDED_TOTAL)].flatMap((match): Found[] => {
    const value = numberOf(match[1]);
    const sentence =
      text
        .slice(0, match.index)
        .split(/[。；\n]/)
        .pop() ?? '';
    if (value === undefined || NOT_THE_WHOLE.test(sentence)) return [{ at: match.index, scope: 'other' }];
    const stated: Stated = { subject: 'issues', what: 'total', value, decimals: 0, words: match[0] };
    return [{ at: match.index, scope: 'issues', stated: [stated] }];
  });
}

function measureTotals(text: string): Found[] {
  return [...text.matchAll(MEASURE_TOTAL)].flatMap((match): Found[] => {
    const value = numberOf(match[1] ?? match[2] ?? match[3]);
    if (value === undefined) return [];
    const stated: Stated = { subject: 'measures', what: 'total', value, decimals: 0, words: match[0] };
    return [{ at: match.index, scope: 'measures', stated: [stated] }];
  });
}

function otherTotals(text: string): Found[] {
  return [...text.matchAll(OTHER_TOTAL)].map((match) => ({ at: match.index, scope: 'other' }));
}

function stateCounts(text: string): Found[] {
  return [...text.matchAll(BY_STATE)].flatMap((match): Found[] => {
    const word = match[1] ?? match[4] ?? '';
    const value = numberOf(match[2] ?? match[3]);
    if (value === undefined) return [];
    const stated: Stated = { subject: 'issues', what: stateOf(word), value, decimals: 0, words: match[0] };
    return [{ at: match.index, stated: [stated] }];
  });
}

function rates(text: string): Found[] {
  return [...text.matchAll(RATE)].flatMap((match): Found[] => {
    const written = match[2];
    const value = written === undefined ? numberOf(match[3]) : Number(written);
    if (value === undefined) return [];
    const decimals = written?.split('.')[1]?.length ?? 0;
    const subject = match[1] === undefined ? 'issues' : 'measures';
    const words = match[0].slice(match[0].search(/[^，。；]{0,4}(?:完成|落实)率/));
    return [{ at: match.index, stated: [{ subject, what: 'rate', value, decimals, words }] }];
  });
}

function stateOf(word: string): StatedWhat {
  if (/阶段|基本|长期|持续/.test(word)) return 'staged';
  if (/正在|整改中/.test(word)) return 'ongoing';
  return /未/.test(word) ? 'undone' : 'completed';
}

function numberOf(written: string | undefined): number | undefined {
  if (written === undefined || written === '') return undefined;
  return /^\d/.test(written) ? Number(written) : fromChineseNumber(written);
}
