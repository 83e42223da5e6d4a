/** Session: who clicked, as whom the script runs, and the script's time zone. */
import { Face } from '../runtime/face';
import type { Execution } from './execution';

class User extends Face {
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
  getActiveUser(): User {
    return new User(this.#run.actor.user);
  }
  /** In a menu, sidebar or simple trigger run the script acts as the person who clicked. */
  getEffectiveUser(): User {
    return new User(this.#run.actor.user);
  }
  getScriptTimeZone(): string {
    return this.#run.manifest.timeZone;
  }
}
