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
  /** What is spoken of from here on. */
  scope?: Stated['subject'] | 'other';
  stated?: Stated[];
  /** Words that say all of the total are completed. */
  all?: string;
}

/** What each pattern finds. */
const SEARCHES: readonly [pattern: RegExp, read: (match: RegExpMatchArray) => Found | undefined][] = [
  [
    FEEDBACK_TOTAL,
    (match) => {
      if (NOT_THE_WHOLE.test(sentenceBefore(match))) return { scope: 'other' };
      const total = counted('issues', 'total', match[3] ?? match[4], match[0]);
      const named = ASPECTS.exec(match[1] ?? '');
      const aspects = named ? counted('issues', 'aspects', named[1], named[0]) : [];
      return total.length === 0 ? undefined : { scope: 'issues', stated: [...total, ...aspects] };
    },
  ],
  [
    DIVIDED_TOTAL,
    (match) => {
      const stated = counted('issues', 'total', match[1], match[0]);
      return stated.length === 0 || NOT_THE_WHOLE.test(sentenceBefore(match))
        ? { scope: 'other' }
        : { scope: 'issues', stated };
    },
  ],
  [
    MEASURE_TOTAL,
    (match) => {
      const stated = counted('measures', 'total', match[1] ?? match[2] ?? match[3], match[0]);
      return stated.length === 0 ? undefined : { scope: 'measures', stated };
    },
  ],
  [OTHER_TOTAL, () => ({ scope: 'other' })],
  [
    BY_STATE,
    (match) => ({ stated: counted('issues', stateOf(match[1] ?? match[4] ?? ''), match[2] ?? match[3], match[0]) }),
  ],
  [
    RATE,
    (match) => {
      const words = match[0].slice(match[0].search(/[^，。；]{0,4}(?:完成|落实)率/));
      return { stated: counted(match[1] === undefined ? 'issues' : 'measures', 'rate', match[2] ?? match[3], words) };
    },
  ],
  [ALL_OF_THEM, (match) => (isIntention(match.input ?? '', match.index ?? 0) ? undefined : { all: match[0] })],
];

/**
 * The figures a paragraph states about all issues or all measures of the rectification, in its order. A state's count
 * belongs to the total before it; without any total it counts only beside a second one or a rate. Counts of a single
 * aspect, of rules made, letters and the like are left out; placeholders `{{…}}` are no figures.
 */
export function statedIn(paragraph: string): Stated[] {
  const found = SEARCHES.flatMap(([pattern, read]) =>
    [...paragraph.matchAll(pattern)].flatMap((match) => {
      const one = read(match);
      return one ? [{ at: match.index, ...one }] : [];
    }),
  ).sort((a, b) => a.at - b.at);
  let scope: Found['scope'];
  let total: { stated: Stated; at: number } | undefined;
  const result: Stated[] = [];
  const unscoped: Stated[] = [];
  for (const { at, scope: begun, stated: statements = [], all } of found) {
    scope = begun ?? scope;
    if (all !== undefined && total?.stated.subject === scope && !/[。；]/.test(paragraph.slice(total?.at, at))) {
      if (total) result.push({ ...total.stated, what: 'completed', words: total.stated.words + all });
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
      } else if (scope !== undefined || WHOLE_RATE.test(stated.words)) {
        result.push({ ...stated, subject: scope ?? 'issues' });
      } else {
        unscoped.push(stated);
      }
    }
  }
  const kinds = new Set(unscoped.map(({ what }) => what));
  return result.length > 0 || kinds.size >= 2 ? [...unscoped, ...result] : [];
}

/** The statement of a number as written, if it is one. */
function counted(subject: Stated['subject'], what: StatedWhat, written: string | undefined, words: string): Stated[] {
  const value = /^\d/.test(written ?? '') ? Number(written) : fromChineseNumber(written ?? '');
  if (value === undefined) return [];
  return [{ subject, what, value, decimals: what === 'rate' ? (written?.split('.')[1]?.length ?? 0) : 0, words }];
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

/** What stands before a match in its own sentence. */
function sentenceBefore({ input = '', index }: RegExpMatchArray): string {
  const before = input.slice(0, index);
  return before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；'), before.lastIndexOf('\n')) + 1);
}
