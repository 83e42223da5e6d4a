/** Counts what was checked, and keeps what failed with its document, page and line. */

/** At most so many failures of one kind are told for a document; all are counted. */
const TOLD = 5;

export interface Place {
  page?: number;
  /** Counted from 1 on its page. */
  line?: number;
}

export interface Counts {
  passed: number;
  failed: number;
}

export interface Tally {
  /** One assertion of the kind `what`. */
  check(what: string, holds: boolean, detail: () => string, place?: Place): void;
  /** Something that could not be measured, or was seen and is no failure; told, never counted as passed. */
  note(text: string): void;
  counts(): Counts;
  /** By kind, in the order of their first check. */
  kinds(): ReadonlyMap<string, Counts>;
  /** The failures and notes as lines. */
  lines(): string[];
}

export function startTally(document: string): Tally {
  const kinds = new Map<string, Counts>();
  const failures: string[] = [];
  const notes: string[] = [];
  return {
    check(what, holds, detail, { page, line } = {}) {
      const counts = kinds.get(what) ?? { passed: 0, failed: 0 };
      kinds.set(what, counts);
      if (holds) {
        counts.passed += 1;
        return;
      }
      counts.failed += 1;
      if (counts.failed > TOLD) return;
      const where = [document, page && `page ${page}`, line && `line ${line}`].filter(Boolean).join(', ');
      failures.push(`FAILED ${where}: ${what}: ${detail()}`);
    },
    note(text) {
      const line = `note   ${document}: ${text}`;
      if (!notes.includes(line)) notes.push(line);
    },
    counts() {
      const all = [...kinds.values()];
      return {
        passed: all.reduce((sum, { passed }) => sum + passed, 0),
        failed: all.reduce((sum, { failed }) => sum + failed, 0),
      };
    },
    kinds: () => kinds,
    lines() {
      const more = [...kinds].flatMap(([what, { failed }]) =>
        failed > TOLD ? [`FAILED ${document}: ${what}: ${failed - TOLD} more`] : [],
      );
      return [...failures, ...more, ...notes];
    },
  };
}
