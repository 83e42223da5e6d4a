/**
 * 汇总: the ledgers listed in 下属单位, read one by one within quota and time and rolled up at the end. What was read
 * stands in each unit's line, so that whoever goes on, after a pause or a killed run, reads only what is missing.
 */
import { type Fault, ok, type Result, refuse } from '../ledger/fault';
import { rollUpOf, type UnitSummary } from '../progress/rollUp';
import type { Gives } from './contract';
import type { LongWork, Ports, UnitLine, UnitOutcome } from './ports';
import { drawnTabs } from './rollUp/drawn';
import { keptCells, summaryIn, summaryOf } from './rollUp/kept';
import { READ, UNITS_TITLE, WORDING } from './rollUp/wording';

/** Units read before their results are written: what a killed run has to read again at most. */
const BATCH = 20;
/** The Sheets API allows 60 reads a user and minute; with a read a batch this leaves a few for other work. */
const PACE_MS = 1_250;
/** No unit is begun after this: an execution has 6 minutes, and waiting for the quota may take one twice. */
const SLICE_MS = 230_000;
/** Called again after this when an execution is killed: not before its 6 minutes are over. */
const WATCH_MS = 420_000;
const SOON_MS = 60_000;
/** Waits before asking again, by the fault: the quota is back within a minute. */
const WAITS: Partial<Record<string, readonly number[]>> = {
  quota: [15_000, 15_000, 15_000, 15_000],
  unavailable: [3_000, 10_000],
};
const CLEARED: UnitOutcome = { result: '', readAt: '', readId: '', data: [] };

type Answer = Gives<'rollUp'>;

/** Begins a roll-up, or goes on with the one begun today. `pending` above 0: it is called again by itself. */
export function rollUp(ports: Ports): Result<Answer> {
  return run(ports, true);
}

/** Goes on with a roll-up, whenever it was begun. */
export function goOnRollingUp(ports: Ports): Result<Answer> {
  return run(ports, false);
}

/** How far the roll-up is. */
export function rollUpProgress(ports: Ports): Result<Answer> {
  const lines = ports.rollUp.units.lines();
  return lines.ok ? ok(progressOf(lines.value)) : lines;
}

function run(ports: Ports, isStart: boolean): Result<Answer> {
  const { long } = ports.rollUp;
  return long.alone(() => {
    const watched = long.callAgain(WATCH_MS);
    if (!watched.ok) return watched;
    const done = slice(ports, isStart);
    const goesOn = done.ok ? done.value.pending > 0 : codeOf(done.faults) in WAITS;
    const left = long.callAgain(goesOn ? SOON_MS : null);
    return left.ok ? done : left;
  });
}

/** As much as one execution can do. */
function slice({ rollUp: { units, ledgers, long }, clock }: Ports, isStart: boolean): Result<Answer> {
  const today = clock.today();
  const now = (): string => clock.now().slice(0, 16).replace('T', ' ');
  const begun = patiently(long, () =>
    units.update((lines) => {
      const isAnew = isStart && (lines.every((line) => !isPending(line)) || lines.some(isBefore(today)));
      return outcomesOf(isAnew ? lines.map((line) => ({ ...line, result: '' })) : lines, new Map(), isAnew);
    }),
  );
  if (!begun.ok) return begun;
  let lines = begun.value;
  if (lines.length === 0) return refuse({ code: 'no-units', tab: UNITS_TITLE, message: WORDING.noUnits });
  for (;;) {
    const read = new Map<string, UnitOutcome>();
    let isOver = false;
    const batch = lines.filter(isPending).slice(0, BATCH);
    if (batch.length === 0) break;
    for (const { id } of batch) {
      const at = long.elapsed();
      isOver = at > SLICE_MS;
      if (isOver) break;
      if (id === '' || read.has(id)) continue;
      const ledger = patiently(long, () => ledgers.read(id));
      isOver = !ledger.ok && codeOf(ledger.faults) === 'quota';
      if (isOver) break;
      const stamp = { readAt: now(), readId: id };
      if (ledger.ok) {
        const summary = summaryOf(ledger.value, today);
        const result = summary.unreadable > 0 ? WORDING.unreadable(summary.unreadable) : READ;
        read.set(id, { ...stamp, result, data: keptCells(summary) });
      } else {
        read.set(id, { ...stamp, result: ledger.faults.map(({ message }) => message).join(''), data: [] });
      }
      long.sleep(Math.max(0, PACE_MS - (long.elapsed() - at)));
    }
    const kept = patiently(long, () => units.update((now) => outcomesOf(now, read)));
    if (!kept.ok) return kept;
    lines = kept.value;
    if (isOver) return ok(progressOf(lines));
  }
  const whole = patiently(long, () => units.lines({ data: true }));
  if (!whole.ok) return whole;
  const { answer, tabs } = rolledUp(whole.value, now());
  const drawn = patiently(long, () => units.draw(tabs));
  return drawn.ok ? ok(answer) : drawn;
}

/** What is written beside each line: what was read of its ledger, or why it is not read; undefined leaves it alone. */
function outcomesOf(
  lines: readonly UnitLine[],
  read: ReadonlyMap<string, UnitOutcome>,
  isAnew = false,
): (UnitOutcome | undefined)[] {
  const seen = new Set<string>();
  return lines.map((line) => {
    const { id } = line;
    const isRepeated = id !== '' && seen.has(id);
    seen.add(id);
    if (!isPending(line)) return undefined;
    if (isRepeated || id === '')
      return { ...CLEARED, readId: id, result: isRepeated ? WORDING.repeated : WORDING.badLink };
    return read.get(id) ?? (isAnew ? CLEARED : undefined);
  });
}

/** A result that belongs to another ledger, because the link or the order of lines changed meanwhile, is none. */
function isPending({ id, result, readId }: UnitLine): boolean {
  return result === '' || readId !== id;
}

function isBefore(today: string): (line: UnitLine) => boolean {
  return ({ readAt }) => readAt !== '' && readAt.slice(0, 10) < today;
}

function isRead(line: UnitLine): boolean {
  return !isPending(line) && line.result.startsWith(READ);
}

function nameOf({ name, link }: UnitLine): string {
  return name === '' ? link : name;
}

function progressOf(lines: readonly UnitLine[]): Answer {
  const failed = lines.filter((line) => !isPending(line) && !isRead(line));
  return {
    units: lines.length,
    read: lines.filter(isRead).length,
    pending: lines.filter(isPending).length,
    failed: failed.map((line) => ({ unit: nameOf(line), message: line.result })),
    round: null,
  };
}

function rolledUp(lines: readonly UnitLine[], at: string) {
  const progress = progressOf(lines);
  const failed = [...progress.failed];
  const summaries = lines.filter(isRead).flatMap((line): UnitSummary[] => {
    const summary = summaryIn(line.data);
    if (summary === undefined) {
      failed.push({ unit: nameOf(line), message: WORDING.damaged });
      return [];
    }
    return [{ ...summary, unit: line.name || summary.unit || line.link }];
  });
  const round = rollUpOf(summaries);
  const { total, league, notice, common } = round;
  const answer: Answer = { ...progress, read: summaries.length, failed, round: { total, league, notice, common } };
  return { answer, tabs: drawnTabs(round, failed, at) };
}

/** Asks again after a while when the service has too much to do. */
function patiently<T>(long: LongWork, ask: () => Result<T>): Result<T> {
  for (let tries = 0; ; tries += 1) {
    const answer = ask();
    if (answer.ok) return answer;
    const wait = WAITS[codeOf(answer.faults)]?.[tries];
    if (wait === undefined) return answer;
    long.sleep(wait);
  }
}

function codeOf(faults: readonly Fault[]): string {
  return faults[0]?.code ?? '';
}
