/** The period 党组会材料 tells of: as asked for, else from the last one on. */
import { ok, type Result, refuse } from '../../ledger/fault';
import type { LogEntry } from '../../ledger/schema';
import { addDays, formatChineseDate, type LedgerDate, parseDate } from '../../text/dates';
import { bySequence } from '../../workflow/chain';
import { PACK_KIND } from './wording';

export interface Period {
  /** Both days included. */
  from: LedgerDate;
  to: LedgerDate;
  /** 序号 of the log row up to which the last pack told of everything; 0 when the days alone count. */
  after: number;
}

/** Days told of when there is no earlier pack. */
const FIRST_DAYS = 30;

/**
 * From the day of the last 报告 row of this kind on, and of that day what came after the row; without one, the last 30
 * days. A pack that ended before its own day is followed by the next day.
 * Faults: `wrong-period` for what is no day, a period that ends before it begins, or one that is not over.
 */
export function periodOf(
  log: readonly LogEntry[],
  asked: { from?: string | undefined; to?: string | undefined },
  today: LedgerDate,
): Result<Period> {
  for (const day of [asked.from, asked.to]) {
    if (day !== undefined && parseDate(day) === undefined) return wrong(`“${day}”不是日期，应如 2026-06-30`);
  }
  const to = parseDate(asked.to ?? '') ?? today;
  const given = parseDate(asked.from ?? '');
  const { from, after } = given === undefined ? sinceLast(log, to) : { from: given, after: 0 };
  if (to > today) return wrong(`${formatChineseDate(to)}还没有到`);
  if (from > to) return wrong(`起始日${formatChineseDate(from)}晚于截止日${formatChineseDate(to)}`);
  return ok({ from, to, after });
}

/** Whether what the log tells of on a day is of the period. */
export function isWithin({ from, to, after }: Period, day: LedgerDate, sequence: number | null): boolean {
  return day >= from && day <= to && (sequence ?? Infinity) > after;
}

function sinceLast(log: readonly LogEntry[], to: LedgerDate): Pick<Period, 'from' | 'after'> {
  const last = bySequence(log)
    .filter(({ action, reasonClass }) => action === '报告' && reasonClass === PACK_KIND)
    .pop();
  if (last === undefined) return { from: addDays(to, -FIRST_DAYS), after: 0 };
  const day = last.at.slice(0, 10);
  const until = parseDate(last.reason.slice(-10)) ?? day;
  return until < day ? { from: addDays(until, 1), after: 0 } : { from: day, after: last.sequence ?? 0 };
}

function wrong(why: string): Result<never> {
  return refuse({ code: 'wrong-period', message: `党组会材料的期间不对：${why}，请改正后重试。` });
}
