/** Periodic measures (周期): which periods are due by the measure's own dates, and how evidence names its 所属期. */
import type { Measure } from '../ledger/schema';
import { addDays, dateOf, daysBetween, type LedgerDate, parseDate, toSerial } from '../text/dates';
import { fromChineseNumber } from '../text/numerals';
import { toHalfWidth } from '../text/spacing';

/** 周期 of a measure that comes again. */
export type Recurrence = Exclude<Measure['period'], '' | '一次'>;

export interface Period {
  /** `2026-W23` (ISO 8601 week), `2026-03`, `2026-Q3`, `2026-H1` or `2026`: sorts and is read back as it stands. */
  label: string;
  from: LedgerDate;
  /** Its last day. */
  to: LedgerDate;
}

/** A period that is due: shown by evidence, not over yet, or over without evidence. */
export interface PeriodMark extends Period {
  state: 'done' | 'open' | 'missed';
}

/** Months of a period; a week has none. */
const MONTHS: Readonly<Record<Recurrence, number>> = { 每周: 0, 每月: 1, 每季度: 3, 每半年: 6, 每年: 12 };

/** The measure's 周期 when it is one that comes again. */
export function recurrenceOf({ period }: Pick<Measure, 'period'>): Recurrence | undefined {
  return period === '' || period === '一次' ? undefined : period;
}

/** The period a date lies in. */
export function periodAt(date: LedgerDate, recurrence: Recurrence): Period {
  const months = MONTHS[recurrence];
  const label = labelAt(date, recurrence);
  if (months === 0) {
    const from = addDays(date, -weekday(date));
    return { label, from, to: addDays(from, 6) };
  }
  const before = Math.floor((monthOf(date) - 1) / months) * months;
  const firstDay = (month: number): LedgerDate => `${date.slice(0, 5)}${twoDigits(month)}-01`;
  const inNextMonth = addDays(firstDay(before + months), 31);
  return { label, from: firstDay(before + 1), to: addDays(`${inNextMonth.slice(0, 8)}01`, -1) };
}

/**
 * The periods due of a periodic measure up to the present one, in the order of the calendar. The measure's span runs
 * from its 起始日期 (else the feedback's date; neither: none are due) to its 完成日期 when 已完成, and to its 时限 at the
 * latest; without them it runs on. A period is due when it has begun and at least half of its days lie in that span, so
 * that the stump of a month at either end asks for nothing. It is `done` when a 所属期 names it, else `open` up to and
 * on its last day, else `missed`. A measure that is done once or cancelled has none.
 * @param evidencePeriods the 所属期 of the measure's evidence as typed; what cannot be read shows nothing
 */
export function periodsOf(
  measure: Pick<Measure, 'period' | 'startOn' | 'deadline' | 'state' | 'doneOn'>,
  evidencePeriods: readonly string[],
  feedbackOn: LedgerDate | null,
  today: LedgerDate,
): PeriodMark[] {
  const recurrence = recurrenceOf(measure);
  const start = measure.startOn ?? feedbackOn;
  if (recurrence === undefined || start === null || measure.state === '已取消') return [];
  const ends = [measure.state === '已完成' ? measure.doneOn : null, measure.deadline];
  const first = toSerial(start);
  const last = Math.min(...ends.flatMap((date) => (date === null ? [] : toSerial(date))));
  const shown = new Set(evidencePeriods.map((text) => readPeriod(text, recurrence)));
  const marks: PeriodMark[] = [];
  for (let at = periodAt(start, recurrence); at.from <= today; at = periodAt(addDays(at.to, 1), recurrence)) {
    const [from, to] = [toSerial(at.from), toSerial(at.to)];
    if (from > last) break;
    const within = Math.min(to, last) - Math.max(from, first) + 1;
    if (2 * within < to - from + 1) continue;
    marks.push({ ...at, state: shown.has(at.label) ? 'done' : at.to >= today ? 'open' : 'missed' });
  }
  return marks;
}

const YEAR = /^(\d{4}|[零〇○一二三四五六七八九]{4})(年度?|[-/.])?(.*)$/;
const PART = /^(?:第?([\d一二三四五六七八九十]{1,3})(月|季|周)[份度]?|([QHW])(\d\d?)|([上下])半年|(\d\d?))$/i;
const FROM_TO = /[至到~—–]+|(?<=年\d\d?月?)-(?=\d)/;

/**
 * Label of the period a 所属期 names: `2026年3月`, `2026.3`, `202603`, `2026年第三季度`, `2026Q3`, `2026上半年`, `2026年`,
 * `2026年第23周`…, full-width too. What lies inside one period names it: a date, a month or `2026年1-3月` for 每季度; a
 * week belongs to the month of its Thursday, as to its year in ISO 8601. Undefined without a year, and for what is longer
 * than a period or lies in two.
 */
export function readPeriod(text: string, recurrence: Recurrence): string | undefined {
  const [first = '', last] = toHalfWidth(text).replace(/\s/g, '').split(FROM_TO);
  const label = readOne(first, recurrence);
  if (last === undefined) return label;
  const other = readOne(last, recurrence) ?? readOne(`${first.slice(0, 4)}年${last}`, recurrence);
  return label === other ? label : undefined;
}

function readOne(text: string, recurrence: Recurrence): string | undefined {
  const day = parseDate(text);
  if (day !== undefined) return labelAt(day, recurrence);
  const [, yearText = '', separator, rest] = YEAR.exec(text) ?? [];
  if (rest === undefined) return undefined;
  const year = fromChineseNumber(yearText) ?? Number(yearText);
  const [unit, count] = rest === '' ? ['每年' as const, 1] : partOf(rest, separator !== undefined);
  if (unit === undefined || count === undefined || MONTHS[unit] > MONTHS[recurrence]) return undefined;
  const months = MONTHS[unit];
  const date = months === 0 ? weekThursday(year, count) : dateOf(year, (count - 1) * months + 1, 1);
  return date === undefined ? undefined : labelAt(date, recurrence);
}

const UNITS: Readonly<Record<string, Recurrence>> = {
  月: '每月',
  季: '每季度',
  周: '每周',
  Q: '每季度',
  H: '每半年',
  W: '每周',
};

/** Unit and number of what follows the year; a bare month is of two digits where no sign parts it from the year. */
function partOf(text: string, parted: boolean): [unit?: Recurrence | undefined, count?: number | undefined] {
  const [, number, unit, letter, letterNumber, half, month] = PART.exec(text) ?? [];
  if (number !== undefined && unit !== undefined) {
    return [UNITS[unit], /^\d/.test(number) ? Number(number) : fromChineseNumber(number)];
  }
  if (letter !== undefined) return [UNITS[letter.toUpperCase()], Number(letterNumber)];
  if (half !== undefined) return ['每半年', half === '上' ? 1 : 2];
  return month !== undefined && (parted || month.length === 2) ? ['每月', Number(month)] : [];
}

function labelAt(date: LedgerDate, recurrence: Recurrence): string {
  const months = MONTHS[recurrence];
  if (months === 0) {
    const thursday = addDays(date, 3 - weekday(date));
    const year = thursday.slice(0, 4);
    return `${year}-W${twoDigits(Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1)}`;
  }
  if (months === 1) return date.slice(0, 7);
  if (months === 12) return date.slice(0, 4);
  return `${date.slice(0, 5)}${months === 3 ? 'Q' : 'H'}${Math.ceil(monthOf(date) / months)}`;
}

/** Thursday of an ISO week; undefined when the year has no such week. 4 January is always in week 1. */
function weekThursday(year: number, week: number): LedgerDate | undefined {
  const fourth = dateOf(year, 1, 4);
  if (fourth === undefined) return undefined;
  const thursday = addDays(fourth, 3 - weekday(fourth) + (week - 1) * 7);
  return thursday.slice(0, 4) === String(year) ? thursday : undefined;
}

/** 0 for Monday to 6 for Sunday; serial number 0 was a Saturday. */
function weekday(date: LedgerDate): number {
  return (toSerial(date) + 5) % 7;
}

function monthOf(date: LedgerDate): number {
  return Number(date.slice(5, 7));
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
