/** What the rectification has yielded: 整改成果 summed by kind. */
import { OUTCOME_KINDS, type Outcome } from '../ledger/schema';

export interface OutcomeSums {
  /** Number of records of the kind. */
  records: number;
  /** Sum of 数量 by 单位 as written; a record without 数量 adds nothing here. */
  byUnit: Record<string, number>;
  /** Σ 数量 of records whose 单位 is no money; a record without 数量 counts 1. */
  number: number;
  /** Σ 数量 of records in 元, 万元 or 亿元, expressed in 万元. */
  money: number;
}

export type OutcomesByKind = Record<(typeof OUTCOME_KINDS)[number], OutcomeSums>;

/** 元 per unit of money. */
const MONEY: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };
/** Sums are taken in millionths, so that 0.1 + 0.2 is 0.3 and the order of rows changes nothing. */
const MILLION = 1_000_000;

export function sumOutcomes(outcomes: readonly Outcome[]): OutcomesByKind {
  const sums = Object.fromEntries(OUTCOME_KINDS.map((kind) => [kind, sumOf(outcomes.filter((o) => o.kind === kind))]));
  // built from OUTCOME_KINDS itself, so every kind is there
  return sums as OutcomesByKind;
}

function sumOf(outcomes: readonly Outcome[]): OutcomeSums {
  const millionths = new Map<string, number>();
  let number = 0;
  let money = 0;
  for (const { quantity, unit: written } of outcomes) {
    const unit = written.trim();
    const yuan = MONEY[unit];
    if (yuan === undefined) number += Math.round((quantity ?? 1) * MILLION);
    if (quantity === null) continue;
    millionths.set(unit, (millionths.get(unit) ?? 0) + Math.round(quantity * MILLION));
    if (yuan !== undefined) money += Math.round((quantity * yuan * MILLION) / 10_000);
  }
  const byUnit = Object.fromEntries([...millionths].map(([unit, sum]) => [unit, sum / MILLION]));
  return { records: outcomes.length, byUnit, number: number / MILLION, money: money / MILLION };
}
