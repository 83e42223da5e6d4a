/** What a test lets happen at a given service call of a coming execution: its death, or another person's doings. */

/** A moment of an execution, by its service calls as `Host.calls()` counts them, from 1. */
export interface CallPoint {
  call: number;
  /** `before`: that call is not done; `after`: it is done, and the script has not yet seen its answer */
  when: 'before' | 'after';
  /** Name of the function whose next execution is meant; the next execution of all when left out. */
  function?: string;
}

export interface Interrupt extends CallPoint {
  /** What happens meanwhile; without it the execution is stopped. */
  work?: () => void;
}

export class Interrupts {
  #waiting: Interrupt[] = [];

  add(interrupt: Interrupt): void {
    this.#waiting.push(interrupt);
  }

  /** Those meant for the execution that begins; they are used up, whether or not it gets so far. */
  take(functionName: string): Interrupt[] {
    const isMeant = (one: Interrupt): boolean => one.function === undefined || one.function === functionName;
    const taken = this.#waiting.filter(isMeant);
    this.#waiting = this.#waiting.filter((one) => !isMeant(one));
    return taken;
  }
}
