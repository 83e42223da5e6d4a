/** The installed triggers of the script: part of the stored state, as Google keeps them beside the script. */
import { randomBytes } from 'node:crypto';
import { serviceFault } from '../errors';

export interface ClockTimes {
  everyDays?: number;
  everyHours?: number;
  atHour?: number;
  nearMinute?: number;
  timeZone?: string;
  /** ISO instant from which a trigger that runs only once is due */
  at?: string;
}

export interface InstalledTrigger {
  id: string;
  /** mail of whoever made it: it runs in their authority */
  maker: string;
  /** name of the function it calls */
  handler: string;
  event: 'ON_EDIT' | 'CLOCK';
  /** when a CLOCK trigger is to run */
  clock?: ClockTimes;
  /** Set once a trigger that runs only once has run: it stays, and counts, until it is deleted. */
  fired?: true;
}

/** "Quotas for Google Services": triggers a user and script. */
const TRIGGERS_PER_USER = 20;

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export class TriggerStore {
  #all: readonly InstalledTrigger[];
  constructor(installed: readonly InstalledTrigger[]) {
    this.#all = installed;
  }

  /** In the order they were made. The list and its items are never changed in place. */
  all(): readonly InstalledTrigger[] {
    return this.#all;
  }

  madeBy(user: string): InstalledTrigger[] {
    return this.#all.filter(({ maker }) => isSame(maker, user));
  }

  /** @throws ScriptFault when the maker has as many as Google allows */
  add(trigger: Omit<InstalledTrigger, 'id'>): InstalledTrigger {
    if (this.madeBy(trigger.maker).length >= TRIGGERS_PER_USER) {
      throw serviceFault(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    // digits only, as many as Google's
    const id = `4${Array.from(randomBytes(18), (byte) => byte % 10).join('')}`;
    const made = { id, ...trigger };
    this.#all = [...this.#all, made];
    return made;
  }

  has(id: string): boolean {
    return this.#all.some((one) => one.id === id);
  }

  /** A trigger that runs only once has its one run. */
  use(id: string): void {
    this.#all = this.#all.map((one) => (one.id === id ? { ...one, fired: true } : one));
  }

  /** @returns whether there was one */
  delete(id: string): boolean {
    const before = this.#all.length;
    this.#all = this.#all.filter((one) => one.id !== id);
    return this.#all.length < before;
  }
}
