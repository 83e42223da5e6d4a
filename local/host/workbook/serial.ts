/** Dates in cells: serial day numbers from 1899-12-30 in the spreadsheet's time zone, independent of the process's own. */

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

function formatter(zone: string): Intl.DateTimeFormat {
  let ready = formatters.get(zone);
  if (!ready) {
    ready = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formatters.set(zone, ready);
  }
  return ready;
}

/** Milliseconds the zone is ahead of UTC at the instant. */
export function zoneOffset(zone: string, instant: number): number {
  if (!Number.isFinite(instant)) return 0;
  // no zone changes its offset within a quarter of an hour
  const quarter = Math.floor(instant / 900_000);
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const ready = known.get(quarter);
  if (ready !== undefined) return ready;
  const at = quarter * 900_000;
  const part: Record<string, string> = {};
  for (const { type, value } of formatter(zone).formatToParts(at)) part[type] = value;
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
  const local = Date.UTC(
    2000,
    Number(part.month) - 1,
    Number(part.day),
    Number(part.hour),
    Number(part.minute),
    Number(part.second),
  );
  const offset = new Date(local).setUTCFullYear(year, Number(part.month) - 1, Number(part.day)) - at;
  known.set(quarter, offset);
  return offset;
}

/** The instant at which clocks of the zone show `local` (a UTC-like count of milliseconds). */
export function instantOf(zone: string, local: number): number {
  const guess = local - zoneOffset(zone, local);
  return local - zoneOffset(zone, guess);
}

export function serialToInstant(serial: number, zone: string): number {
  return instantOf(zone, Math.round(serial * DAY) + EPOCH);
}

export function instantToSerial(instant: number, zone: string): number {
  return (instant + zoneOffset(zone, instant) - EPOCH) / DAY;
}

/** Serial of the day it is in the zone at the instant. */
export const todayOf = (now: Date, zone: string): number => Math.floor(instantToSerial(now.getTime(), zone));

/** Serial of a calendar date and time of day; undefined when the date does not exist (30 February). */
export function serialOf(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): number | undefined {
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const at = new Date(ms);
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  if (!exists || hour > 23 || minute > 59 || second > 59) return undefined;
  return (ms - EPOCH) / DAY;
}

/** The UTC-like Date whose UTC fields are the calendar fields of the serial. */
export function calendarOf(serial: number): Date {
  // to the second: a fraction of a day is not exact in binary
  return new Date(Math.round((serial * DAY) / 1000) * 1000 + EPOCH);
}
