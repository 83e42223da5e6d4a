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
/** Said of the total before it: every one is completed. */
const ALL_OF_THEM =
  /(?:均已|已全部|已经全部|都已|全部已?)(?:按期|按时|如期)?(?:完成|整改|销号)(?:完成|到位|完毕|销号|整改)?(?=[，。；、]|\s|$)/g;
/** Before 反馈 in its sentence: the count is of one aspect or of something else than the inspection's findings. */
const NOT_THE_WHOLE = /(?<![个\d一二三四五六七八九十])方面|群众|职工|回头看|自查|排查|专项|审计|支部|其中/;

/** A rate of the whole even where no total stands before it. */
const WHOLE_RATE = /(?:整改|总体)完成率/;
/** 落实22项 is said of measures; of issues it means something else. */
const SAID_OF_MEASURES = /落实/;

interface Found {
  at: number;
  scope?: Stated['subject'] | 'other';
  stated?: Stated[];
  /** Words that say all of the total are completed. */
  all?: string;
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
    ...claimsOfAll(paragraph),
  ].sort((a, b) => a.at - b.at);
  let scope: Stated['subject'] | 'other' | undefined;
  let total: { stated: Stated; at: number } | undefined;
  const result: Stated[] = [];
  const unscoped: Stated[] = [];
  for (const { at, scope: begun, stated: statements = [], all } of found) {
    scope = begun ?? scope;
    if (all !== undefined && total !== undefined && total.stated.subject === scope) {
      const sameSentence = !/[。；]/.test(paragraph.slice(total.at, at));
      const words = `${total.stated.words}${all}`;
      if (sameSentence) result.push({ ...total.stated, what: 'completed', words });
    }
    for (const stated of statements) {
      if (stated.what === 'total') {
        // 反馈的9个问题中 is found both as fed back and as divided
        const again = total?.stated.subject === stated.subject && total.stated.value === stated.value;
        if (!again) result.push(stated);
        total = { stated, at };
      } else if (stated.what === 'aspects' || stated.subject === 'measures') {
        result.push(stated);
      } else if (scope === 'other' || (scope !== 'measures' && SAID_OF_MEASURES.test(stated.words))) {
      } else if (scope !== undefined) {
        result.push({ ...stated, subject: scope });
      } else if (WHOLE_RATE.test(stated.words)) {
        result.push(stated);
      } else {
        unscoped.push(stated);
      }
    }
  }
  const kinds = new Set(unscoped.map(({ what }) => what));
  return result.length > 0 || kinds.size >= 2 ? [...unscoped, ...result] : [];
}

function feedbackTotals(text: string): Found[] {
  return [...text.matchAll(FEEDBACK_TOTAL)].flatMap((match): Found[] => {
    const sentence = sentenceBefore(text, match.index);
    const at = match.index;
    if (NOT_THE_WHOLE.test(sentence)) return [{ at, scope: 'other' }];
    const value = numberOf(match[3] ?? match[4]);
    if (value === undefined) return [];
    const stated: Stated[] = [{ subject: 'issues', what: 'total', value, decimals: 0, words: match[0] }];
    const named = ASPECTS.exec(match[1] ?? '');
    const aspects = numberOf(named?.[1]);
    if (named && aspects !== undefined) {
      stated.push({ subject: 'issues', what: 'aspects', value: aspects, decimals: 0, words: named[0] });
    }
    return [{ at, scope: 'issues', stated }];
  });
}

function dividedTotals(text: string): Found[] {
  return [...text.matchAll(DIVIDED_TOTAL)].flatMap((match): Found[] => {
    const value = numberOf(match[1]);
    const sentence = sentenceBefore(text, match.index);
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

function claimsOfAll(text: string): Found[] {
  return [...text.matchAll(ALL_OF_THEM)].flatMap((match): Found[] =>
    isIntention(text, match.index) ? [] : [{ at: match.index, all: match[0] }],
  );
}

/** True when the clause up to a position speaks of what is to be: 确保问题全部整改到位. */
export function isIntention(text: string, at: number): boolean {
  const clause = /[^，。；：\n]{0,30}$/.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? '';
  return /确保|力争|争取|推动|保证|直至|要求|力求|努力|将(?!反馈)/.test(clause);
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

/** What stands before a position in its own sentence. */
function sentenceBefore(text: string, at: number): string {
  const before = text.slice(0, at);
  return before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；'), before.lastIndexOf('\n')) + 1);
}
