/** 汇总: many units' ledgers as one round: totals, the notice, the league table, and what the units have in common. */
import type { CellValue } from '../ledger/grid';
import { type SimilarPair, similarPairs } from '../text/similarity';
import { compare, formatRate, type Rate } from './counts';
import { grouped } from './grouping';
import type { Statistics } from './statistics';
import { ROLL_UP } from './wording';

/** What a unit's ledger comes to; small enough to be kept between the runs of one roll-up. */
export interface UnitSummary {
  unit: string;
  statistics: UnitFigures;
  issues: { number: number | null; title: string }[];
}

/** Counts of issues, and of measures. */
export interface UnitFigures {
  fedBack: number;
  closed: number;
  ongoing: number;
  inProgress: number;
  notStarted: number;
  terminated: number;
  overdue: number;
  measuresDone: number;
  measuresInForce: number;
}

export interface LeagueRow extends UnitFigures {
  /** Equal rates and overdue shares share a rank; the next one counts on behind them. */
  rank: number;
  unit: string;
  /** n = 已销号, d = 反馈 (never below the number of issues in the ledger). */
  completion: Rate;
}

export interface CommonIssue {
  /** The wording most issues have. */
  title: string;
  /** Units that have it, in the order of `units`. */
  units: string[];
  issues: { unit: string; number: number | null; title: string }[];
}

export interface RollUp {
  total: UnitFigures & { units: number; completion: Rate };
  /** Best completion first. */
  league: LeagueRow[];
  /** The league with its head and a last line of sums, as cells. */
  rows: CellValue[][];
  /** `40个单位反馈697个，完成688个、…，完成率98.71%。` */
  notice: string;
  /** What at least two units have, by the number of units. */
  common: CommonIssue[];
}

const FIGURES = [
  'fedBack',
  'closed',
  'ongoing',
  'inProgress',
  'notStarted',
  'terminated',
  'overdue',
  'measuresDone',
  'measuresInForce',
] as const;
/** Findings are short: what they share is less than what copied measures share. */
const ALIKE = { threshold: 0.5, minimumLetters: 6, partnersPerText: 32 };
const COMMON_SHOWN = 50;

/** The figures of a unit's statistics. A feedback that names fewer issues than the ledger holds is taken as the ledger. */
export function figuresOf({
  fedBack,
  issues,
  measures,
}: Pick<Statistics, 'fedBack' | 'issues' | 'measures'>): UnitFigures {
  const { total, closed, ongoing, inProgress, notStarted, terminated, overdue } = issues;
  return {
    ...{ fedBack: Math.max(fedBack, total), closed, ongoing, inProgress, notStarted, terminated, overdue },
    ...{ measuresDone: measures.done, measuresInForce: measures.inForce },
  };
}

/** The round of all units; their order changes nothing but the order of what is equal. */
export function rollUpOf(units: readonly UnitSummary[]): RollUp {
  const sums = { ...ZERO };
  for (const { statistics } of units) for (const figure of FIGURES) sums[figure] += statistics[figure];
  const total = { ...sums, units: units.length, completion: completionOf(sums) };
  const league = leagueOf(units);
  return {
    total,
    league,
    rows: [
      [...ROLL_UP.league],
      ...league.map(({ rank, unit, ...figures }) => [rank, unit, ...cellsOf(figures)]),
      ['', ROLL_UP.total, ...cellsOf(sums)],
    ],
    notice: noticeOf(total),
    common: commonIssues(units),
  };
}

const ZERO: UnitFigures = {
  ...{ fedBack: 0, closed: 0, ongoing: 0, inProgress: 0, notStarted: 0 },
  ...{ terminated: 0, overdue: 0, measuresDone: 0, measuresInForce: 0 },
};

function completionOf({ closed, fedBack }: UnitFigures): Rate {
  return { n: closed, d: fedBack };
}

function cellsOf(figures: UnitFigures): CellValue[] {
  const { fedBack, closed, ongoing, inProgress, notStarted, terminated, overdue } = figures;
  const rate = completionOf(figures);
  const told = rate.d === 0 ? '—' : `${formatRate(rate)}（${rate.n}/${rate.d}）`;
  return [fedBack, closed, ongoing, inProgress, notStarted, terminated, overdue, told];
}

/** By completion, then by the smaller share of overdue issues, then by name; a unit without issues comes last. */
function leagueOf(units: readonly UnitSummary[]): LeagueRow[] {
  const byRank = (a: UnitFigures, b: UnitFigures): number =>
    Number(a.fedBack === 0) - Number(b.fedBack === 0) ||
    b.closed * a.fedBack - a.closed * b.fedBack ||
    a.overdue * b.fedBack - b.overdue * a.fedBack;
  const sorted = [...units].sort((a, b) => byRank(a.statistics, b.statistics) || compare(a.unit, b.unit));
  const rows: LeagueRow[] = [];
  sorted.forEach(({ unit, statistics }, at) => {
    const before = rows[at - 1];
    const rank = before !== undefined && byRank(before, statistics) === 0 ? before.rank : at + 1;
    rows.push({ rank, unit, ...statistics, completion: completionOf(statistics) });
  });
  return rows;
}

/** The sentence of a round's notice; what is nought is left out but for 反馈 and 完成. */
function noticeOf(total: RollUp['total']): string {
  const { units, fedBack, closed, ongoing, inProgress, notStarted, terminated, overdue, completion } = total;
  const further = ROLL_UP.states({ ongoing, inProgress, notStarted, terminated });
  const late = overdue > 0 ? ROLL_UP.overdue(overdue) : '';
  return `${ROLL_UP.units(units)}${ROLL_UP.done(fedBack, closed)}${further}，${ROLL_UP.rate(formatRate(completion))}${late}。`;
}

/**
 * Issues alike across units: each gathers round the wording most units use, and is like that one itself, so that no chain
 * of partners ends at something else. Equal wordings are one text, whoever has it, and a text looks at a few partners only,
 * so that 25,000 issues of 500 units take seconds at most whatever they repeat.
 */
function commonIssues(units: readonly UnitSummary[]): CommonIssue[] {
  const holders = new Map<string, { unit: number; number: number | null }[]>();
  units.forEach(({ issues }, unit) => {
    for (const { number, title } of issues) {
      const text = title.trim();
      const own = holders.get(text);
      if (own === undefined) holders.set(text, [{ unit, number }]);
      else own.push({ unit, number });
    }
  });
  holders.delete('');
  const texts = [...holders.keys()].sort((a, b) => count(holders, b) - count(holders, a) || compare(a, b));
  const groups = gathered(texts.length, similarPairs(texts, ALIKE));
  const common = groups.flatMap((group): CommonIssue[] => {
    const all = group.flatMap((at) => {
      const title = texts[at] ?? '';
      return (holders.get(title) ?? []).map((holder) => ({ ...holder, title }));
    });
    const held = [...new Set(all.map(({ unit }) => unit))].sort((a, b) => a - b);
    if (held.length < 2) return [];
    const nameOf = (unit: number): string => units[unit]?.unit ?? '';
    const ordered = all.sort((a, b) => a.unit - b.unit || (a.number ?? Infinity) - (b.number ?? Infinity) || 0);
    return [
      {
        title: texts[group[0] ?? 0] ?? '',
        units: held.map(nameOf),
        issues: ordered.map(({ unit, number, title }) => ({ unit: nameOf(unit), number, title })),
      },
    ];
  });
  return common.sort((a, b) => b.units.length - a.units.length || compare(a.title, b.title)).slice(0, COMMON_SHOWN);
}

/** Each text with the most similar earlier one that leads a group, else leading its own; leaders first. */
function gathered(size: number, pairs: readonly SimilarPair[]): number[][] {
  const partners = grouped(pairs, ({ b }) => [b]);
  const groups = new Map<number, number[]>();
  for (let at = 0; at < size; at += 1) {
    let best: SimilarPair | undefined;
    for (const pair of partners.get(at) ?? []) {
      if (groups.has(pair.a) && pair.similarity > (best?.similarity ?? 0)) best = pair;
    }
    const group = best === undefined ? undefined : groups.get(best.a);
    if (group === undefined) groups.set(at, [at]);
    else group.push(at);
  }
  return [...groups.values()];
}

function count(holders: ReadonlyMap<string, readonly unknown[]>, title: string): number {
  return holders.get(title)?.length ?? 0;
}
