/** Session: who clicked, as whom the script runs, and the script's time zone. */
import { Face } from '../runtime/face';
import type { Execution } from './execution';

export class User extends Face {
  readonly path = 'Session.User';
  readonly #email: string;
  constructor(email: string) {
    super();
    this.#email = email;
  }
  getEmail(): string {
    return this.#email;
  }
}

export class Session extends Face {
  readonly path = 'Session';
  readonly #run: Execution;
  constructor(run: Execution) {
    super();
    this.#run = run;
  }
  /** In an installed trigger its maker: the person who edited is told by the event alone (docs/fidelity.md). */
  getActiveUser(): User {
    return new User(this.#run.actor.user);
  }
  /** The person who clicked; in an installed trigger whoever made it. */
  getEffectiveUser(): User {
    return new User(this.#run.actor.user);
  }
  getScriptTimeZone(): string {
    return this.#run.manifest.timeZone;
  }
}
