/** What is kept of a unit between the runs of one roll-up: its figures and the wording of its issues, as text for cells. */
import { CELL_LIMIT } from '../../ledger/codec';
import type { Snapshot } from '../../ledger/grid';
import { readLedger } from '../../ledger/read';
import { countIssues, countMeasures } from '../../progress/counts';
import { figuresOf, type UnitSummary } from '../../progress/rollUp';
import type { LedgerDate } from '../../text/dates';
import { FIGURES } from '../contractShapes';
import { list, nullable, object, text, whole } from '../shape';

/** Cells there are for one unit's text. */
export const KEPT_CELLS = 4;
/** Enough to compare findings by; they are one sentence each. */
const TITLE_LETTERS = 80;

const KEPT = object({
  unit: text,
  figures: object(FIGURES),
  numbers: list(nullable(whole)),
  titles: list(text),
});

/** The unit's figures as of `today`, and how many cells of the columns that were read could not be read. */
export function summaryOf(snapshot: Snapshot, today: LedgerDate): UnitSummary & { unreadable: number } {
  const { ledger, faults } = readLedger(snapshot);
  const { settings, issues, measures } = ledger;
  const counts = { issues: countIssues(issues.records, today), measures: countMeasures(measures.records) };
  return {
    unit: settings.unit.trim(),
    statistics: figuresOf({ fedBack: settings.fedBack ?? 0, ...counts }),
    issues: issues.records.map(({ number, title }) => ({ number, title: title.trim() })),
    unreadable: faults.filter(({ cell }) => cell !== undefined).length,
  };
}

/** The summary as text, cut into as many cells as there are; of a ledger that is too large only the first issues stay. */
export function keptCells({ unit, statistics, issues }: UnitSummary): string[] {
  for (let most = issues.length; ; most = Math.floor(most * 0.8)) {
    const some = issues.slice(0, most);
    const whole = JSON.stringify({
      unit,
      figures: statistics,
      numbers: some.map(({ number }) => number),
      titles: some.map(({ title }) => Array.from(title).slice(0, TITLE_LETTERS).join('')),
    });
    // half of a surrogate pair at the end of a cell would not come back
    const safe = whole.replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
    if (safe.length <= KEPT_CELLS * CELL_LIMIT) {
      return Array.from({ length: KEPT_CELLS }, (_, at) => safe.slice(at * CELL_LIMIT, (at + 1) * CELL_LIMIT));
    }
  }
}

/** What was kept; undefined when somebody changed it. */
export function summaryIn(cells: string): UnitSummary | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(cells);
  } catch {
    return undefined;
  }
  const kept = KEPT(parsed, '');
  if ('wrong' in kept) return undefined;
  const { unit, figures, numbers, titles } = kept.value;
  const issues = titles.map((title, at) => ({ number: numbers[at] ?? null, title }));
  return { unit, statistics: figures, issues };
}
