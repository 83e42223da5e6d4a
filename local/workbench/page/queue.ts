/** Work for the server, one after the other in the order it was asked for; what the server did not get waits. */

export interface Job {
  /** What is going on, for people. */
  what: string;
  /** `lost` leaves the job at the head, to be sent again. */
  send(): Promise<'done' | 'lost'>;
  /** Cells this job writes, by tab, which keep what was typed until it is answered. */
  cells?: { sheet: string; keys: ReadonlySet<string> };
  /** Rows stand elsewhere afterwards. */
  moves?: boolean;
  /** A later job of the same name makes this one needless. */
  replaces?: string;
}

export interface QueueEvents {
  lost(lost: boolean): void;
  /** A job takes longer than a second, or none does any more. */
  busy(what: string | null): void;
  waiting(count: number): void;
}

const SLOW_MS = 1000;
const AGAIN_MS = 3000;

export class Queue {
  readonly #jobs: Job[] = [];
  #sending = false;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly events: QueueEvents) {}

  get idle(): boolean {
    return this.#jobs.length === 0;
  }

  get moving(): boolean {
    return this.#jobs.some((job) => job.moves === true);
  }

  add(job: Job): void {
    const last = this.#jobs[this.#jobs.length - 1];
    const isSent = this.#jobs.length === 1 && this.#sending;
    if (job.replaces !== undefined && last?.replaces === job.replaces && !isSent) this.#jobs.pop();
    this.#jobs.push(job);
    this.events.waiting(this.#edits());
    void this.#pump();
  }

  /** Cells with an edit on its way, per tab; those of the job under way left out once it is answered. */
  held(except?: Job): Map<string, Set<string>> {
    const held = new Map<string, Set<string>>();
    for (const job of this.#jobs) {
      if (job === except || !job.cells) continue;
      const keys = held.get(job.cells.sheet) ?? new Set<string>();
      for (const key of job.cells.keys) keys.add(key);
      held.set(job.cells.sheet, keys);
    }
    return held;
  }

  /** Sends again what was not answered. */
  retry(): void {
    clearTimeout(this.#again);
    void this.#pump();
  }

  #edits(): number {
    return this.#jobs.filter((job) => job.cells).length;
  }

  async #pump(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let job = this.#jobs[0]; job !== undefined; job = this.#jobs[0]) {
      const { what } = job;
      const slow = setTimeout(() => this.events.busy(what), SLOW_MS);
      const result = await job.send();
      clearTimeout(slow);
      this.events.busy(null);
      this.events.lost(result === 'lost');
      if (result === 'lost') {
        clearTimeout(this.#again);
        this.#again = setTimeout(() => this.retry(), AGAIN_MS);
        break;
      }
      this.#jobs.shift();
      this.events.waiting(this.#edits());
    }
    this.#sending = false;
  }
}
