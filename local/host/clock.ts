/** The time scripts see: the given clock, and what was slept or simulated on top of it. */

export interface Simulation {
  /** Milliseconds of simulated time each service call takes; 0 when left out. */
  msPerCall?: number;
  /** An execution is killed when it has taken this long in simulated time; 6 minutes when left out. */
  executionMs?: number;
  /** Read requests of the Sheets API a user and minute; 60 when left out ("Usage limits"). */
  readsPerMinute?: number;
  /** Write requests of the Sheets API a user and minute; 60 when left out. */
  writesPerMinute?: number;
}

/** "Quotas for Google Services", script runtime; guide "Simple triggers": a simple trigger has 30 seconds. */
const EXECUTION_MS = 6 * 60_000;
const SIMPLE_TRIGGER_MS = 30_000;

export class HostClock {
  readonly #base: () => Date;
  readonly #simulation: Simulation | undefined;
  #ahead = 0;
  #slept = 0;

  constructor(base: () => Date, simulation?: Simulation) {
    this.#base = base;
    this.#simulation = simulation;
  }

  readonly now = (): Date => new Date(this.#base().getTime() + this.#ahead + this.#slept);

  /** Time goes by between executions. */
  advance(ms: number): void {
    this.#ahead += ms;
  }

  /** A script sleeps. Without a simulation the clock is the real one again once the execution has ended. */
  sleep(ms: number): void {
    if (this.#simulation) this.#ahead += ms;
    else this.#slept += ms;
  }

  /** A service call was made. */
  called(): void {
    this.#ahead += this.#simulation?.msPerCall ?? 0;
  }

  /** The outermost execution has ended. */
  settle(): void {
    this.#slept = 0;
  }

  /** How long an execution may take; undefined where nothing is simulated. */
  limit(simpleTrigger: boolean): number | undefined {
    if (!this.#simulation) return undefined;
    const limit = this.#simulation.executionMs ?? EXECUTION_MS;
    return simpleTrigger ? Math.min(limit, SIMPLE_TRIGGER_MS) : limit;
  }
}
