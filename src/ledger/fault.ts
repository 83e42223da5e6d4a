/** A fault as a value: what is wrong, where, and what to do, in one Chinese sentence. */

export interface Fault {
  /** Stable code in kebab-case, for callers and tests. */
  code: string;
  /** One Chinese sentence naming tab, cell, what is wrong and what to do. */
  message: string;
  /** Title of the tab, when the fault lies in one. */
  tab?: string;
  /** A1 address in that tab, when the fault lies in one cell. */
  cell?: string;
  /** Key of the record concerned (编号, 措施编号, …). */
  key?: string;
}

/** Either a value or the faults that stand in its way. */
export type Result<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(...faults: Fault[]): { ok: false; faults: Fault[] } {
  return { ok: false, faults };
}
