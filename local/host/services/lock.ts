/** LockService: one lock a document, held until released or until the execution ends. */
import { serviceFault, signatureFault } from '../errors';
import { Face } from '../runtime/face';

/** The locks of the file, which outlive an execution only when somebody else holds them. */
export interface LockState {
  heldByOther: boolean;
}

class Lock extends Face {
  readonly path = 'LockService.Lock';
  readonly #state: LockState;
  #held = false;
  constructor(state: LockState) {
    super();
    this.#state = state;
  }
  tryLock(...args: unknown[]): boolean {
    checkTimeout(args, `${this.path}.tryLock`);
    if (!this.#held && this.#state.heldByOther) return false;
    this.#held = true;
    return true;
  }
  waitLock(...args: unknown[]): void {
    checkTimeout(args, `${this.path}.waitLock`);
    if (!this.tryLock(args[0])) throw serviceFault('Lock timeout: another process was holding the lock for too long.');
  }
  hasLock(): boolean {
    return this.#held;
  }
  releaseLock(): void {
    this.#held = false;
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
  constructor(state: LockState) {
    super();
    this.#document = new Lock(state);
    this.#script = new Lock(state);
    this.#user = new Lock({ heldByOther: false });
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
