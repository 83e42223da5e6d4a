/** The per-minute quotas of the Sheets API (Sheets API v4, "Usage limits"): so many requests a user and minute. */
import type { Simulation } from '../clock';
import { ApiFault } from '../errors';

export type RequestKind = 'Read' | 'Write';

const PER_MINUTE = 60;
const MINUTE = 60_000;

export class SheetsQuota {
  readonly #limits: Record<RequestKind, number>;
  /** Instants of the requests of the last minute, by user and kind. */
  readonly #made = new Map<string, number[]>();

  constructor(simulation: Simulation) {
    this.#limits = {
      Read: simulation.readsPerMinute ?? PER_MINUTE,
      Write: simulation.writesPerMinute ?? PER_MINUTE,
    };
  }

  /** Counts a request. @throws ApiFault 429 when the user made as many as are allowed within the last minute */
  take(user: string, kind: RequestKind, now: number): void {
    const key = `${kind} ${user.toLowerCase()}`;
    const recent = (this.#made.get(key) ?? []).filter((at) => at > now - MINUTE);
    this.#made.set(key, recent);
    if (recent.length >= this.#limits[kind]) {
      throw new ApiFault(
        `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:1'.`,
        429,
      );
    }
    recent.push(now);
  }
}
