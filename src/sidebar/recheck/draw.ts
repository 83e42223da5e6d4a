/** What is asked of a draw, as typed, and its rate in words. */
import type { Gives, Takes } from '../../app/contract';
import type { Fault } from '../remote';
import { RECHECK } from './wording';

export type Drawn = Gives<'drawRecheck'>;
export type Stratum = NonNullable<Takes<'drawRecheck'>['by']>;
export const STRATA: readonly Stratum[] = ['方面', '责任部门'];

export interface Draw {
  /** In hundredths, as typed. */
  share: string;
  seed: string;
  by: Stratum | null;
}

/** The draw as the command takes it, or all that is wrong with it, each to its field. */
export function drawArgument({ share, seed, by }: Draw): { asked: Takes<'drawRecheck'> } | { faults: Fault[] } {
  const percent = /^\d+(\.\d+)?$/.test(share.trim()) ? Number(share) : 0;
  const faults: Fault[] = [];
  if (percent <= 0 || percent > 100) faults.push({ code: 'share', key: 'share', message: RECHECK.shareWrong });
  if (seed.trim() === '') faults.push({ code: 'seed', key: 'seed', message: RECHECK.seedMissing });
  if (faults.length > 0) return { faults };
  return { asked: { share: percent / 100, seed: seed.trim(), ...(by === null ? {} : { by }) } };
}

/** The overturn rate with its numerator and denominator. */
export function rateWords({ n, d }: Drawn['overturned']): string {
  return RECHECK.rate(n, d, percentOf(d === 0 ? 0 : n / d));
}

/** `0.1` → `10`, `0.125` → `12.5`, without the trail of binary fractions. */
export function percentOf(share: number): string {
  return String(Math.round(share * 10_000) / 100);
}

/** A day as `2026-11-24`, in the time of the person's machine. */
export function dayOf(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
