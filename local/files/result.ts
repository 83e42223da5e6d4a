/** Faults as values, in the shape the built file answers with. */

export interface Fault {
  /** Stable code in kebab-case. */
  code: string;
  /** One Chinese sentence: where, what is wrong, what to do. */
  message: string;
  tab?: string;
  cell?: string;
  key?: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(...faults: Fault[]): { ok: false; faults: Fault[] } {
  return { ok: false, faults };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
