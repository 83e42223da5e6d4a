/** LockService: one lock a document, script and user, held until released or until the execution ends. */
import { serviceFault, signatureFault } from '../errors';
import { Face } from '../runtime/face';
import type { Execution } from './execution';

/** The locks of the file, by name, with the execution that holds each. */
export interface LockState {
  /** somebody outside the host holds the document's and the script's lock */
  heldByOther: boolean;
  holders: Map<string, Execution>;
}

/** What the platform does when an execution ends, however it ends. */
export function releaseLocks(state: LockState, run: Execution): void {
  for (const [name, holder] of state.holders) if (holder === run) state.holders.delete(name);
}

class Lock extends Face {
  readonly path = 'LockService.Lock';
  readonly #state: LockState;
  readonly #run: Execution;
  readonly #name: string;
  constructor(state: LockState, run: Execution, name: string) {
    super();
    this.#state = state;
    this.#run = run;
    this.#name = name;
  }
  tryLock(...args: unknown[]): boolean {
    checkTimeout(args, `${this.path}.tryLock`);
    const holder = this.#state.holders.get(this.#name);
    if (holder === this.#run) return true;
    if (holder || (this.#state.heldByOther && !this.#name.startsWith('user:'))) return false;
    this.#state.holders.set(this.#name, this.#run);
    return true;
  }
  waitLock(...args: unknown[]): void {
    checkTimeout(args, `${this.path}.waitLock`);
    if (!this.tryLock(args[0])) throw serviceFault('Lock timeout: another process was holding the lock for too long.');
  }
  hasLock(): boolean {
    return this.#state.holders.get(this.#name) === this.#run;
  }
  releaseLock(): void {
    if (this.hasLock()) this.#state.holders.delete(this.#name);
  }
}

function checkTimeout(args: readonly unknown[], path: string): void {
  if (args.length !== 1 || typeof args[0] !== 'number') throw signatureFault(path, args);
}

export class LockService extends Face {
  readonly path = 'LockService';
  readonly #document: Lock;
  readonly #script: Lock;
  readonly #user: Lock;
  constructor(state: LockState, run: Execution) {
    super();
    this.#document = new Lock(state, run, 'document');
    this.#script = new Lock(state, run, 'script');
    this.#user = new Lock(state, run, `user:${run.actor.user.toLowerCase()}`);
  }
  getDocumentLock(): Lock {
    return this.#document;
  }
  getScriptLock(): Lock {
    return this.#script;
  }
  getUserLock(): Lock {
    return this.#user;
  }
}
