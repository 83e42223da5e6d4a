/** One execution: a fresh context with its services, the script evaluated in it, its calls watched and counted. */
import type { Script } from 'node:vm';
import type { ExecutionRecord, ServiceCall } from './api';
import { ScriptFault } from './errors';
import type { Interrupt } from './interrupts';
import type { Face } from './runtime/face';
import { Realm } from './runtime/realm';
import { ExecutionStopped, ScriptError, shown } from './scriptError';
import { defineServices, type Shared } from './services/define';
import { EnumMember } from './services/enumeration';
import type { Execution } from './services/execution';
import { releaseLocks } from './services/lock';
import { assertMayCall } from './services/rights';

/** Services whose calls are no calls of Google's services. */
const UNCOUNTED = new Set(['console', 'Logger', 'Utilities', 'Blob']);

const isCounted = (face: Face): boolean => {
  const [service = ''] = face.path.split('.');
  return !(face instanceof EnumMember) && !UNCOUNTED.has(service);
};

export interface Begun {
  /** Name of the function to be called; '' when the script is only evaluated. */
  name: string;
  script: Script;
  execution: Execution;
  shared: Shared;
  interrupts: readonly Interrupt[];
  trigger?: string;
}

export class Running {
  readonly record: ExecutionRecord;
  readonly realm: Realm;
  readonly execution: Execution;
  readonly #begun: Begun;
  #isLoading = true;
  #attempts = 0;
  /** Instant at which the platform kills it. */
  readonly #deadline: number;
  /** Set once the execution is dead: no service answers it any more. */
  #death: Error | undefined;

  constructor(begun: Begun) {
    const { execution, name, shared, trigger } = begun;
    this.#begun = begun;
    this.execution = execution;
    const limit = execution.clock.limit(execution.mode === 'simpleTrigger') ?? Number.POSITIVE_INFINITY;
    this.#deadline = execution.now().getTime() + limit;
    this.record = {
      function: name,
      user: execution.actor.user,
      ...(trigger === undefined ? {} : { trigger }),
      calls: [],
      logs: [],
    };
    const watch = {
      before: (face: Face, method: string) => this.#before(face, method),
      after: (face: Face, method: string, ms: number, failed: boolean) => this.#after(face, method, ms, failed),
    };
    this.realm = new Realm({ now: execution.now, zone: execution.manifest.timeZone, watch });
    defineServices(this.realm, execution, shared, this.record.logs);
  }

  /** Evaluates the script. @throws ScriptError */
  load(): void {
    shown(() => this.realm.run(this.#begun.script));
    this.#isLoading = false;
  }

  /**
   * Evaluates the script and calls its function; at the end, however it ends, its locks are let go.
   * @param work gets the function
   * @throws ScriptError, ExecutionStopped, or what an interrupt threw
   */
  call<T>(isKnown: boolean, work: (entry: (...args: unknown[]) => unknown) => T): T {
    try {
      this.load();
      const { name } = this.#begun;
      const entry = isKnown ? this.realm.functionNamed(name) : undefined;
      if (!entry) throw new ScriptError('Error', `Script function not found: ${name}`, undefined, '');
      const result = shown(() => work(entry));
      if (this.#death) throw this.#death;
      return result;
    } catch (thrown) {
      // whatever the script made of its death
      const error = this.#death ?? thrown;
      if (error instanceof Error) this.record.error = { name: error.name, message: error.message };
      throw error;
    } finally {
      releaseLocks(this.#begun.shared.lock, this.execution);
    }
  }

  #before(face: Face, method: string): void {
    if (this.#death) throw new ScriptFault(this.#death.name, this.#death.message);
    const name = `${face.path}.${method}`;
    const counted = isCounted(face);
    if (this.#isLoading && counted) {
      throw new ScriptFault(
        'Exception',
        `${name} was called while the script was loaded: nothing is authorised at top level`,
      );
    }
    assertMayCall(this.execution, name);
    if (!counted) return;
    this.#attempts += 1;
    this.#interrupted('before', this.#attempts);
  }

  #after(face: Face, method: string, ms: number, failed: boolean): void {
    if (this.#death) return;
    if (!isCounted(face)) {
      this.#timed();
      return;
    }
    const [service = '', ...rest] = `${face.path}.${method}`.split('.');
    const call: ServiceCall = { service, method: rest.join('.'), ms };
    this.record.calls.push(failed ? { ...call, failed } : call);
    this.execution.clock.called();
    this.#timed();
    this.#interrupted('after', this.#attempts);
  }

  #timed(): void {
    if (this.execution.now().getTime() >= this.#deadline)
      this.#die(new ExecutionStopped('Exceeded maximum execution time'));
  }

  #interrupted(when: Interrupt['when'], call: number): void {
    for (const interrupt of this.#begun.interrupts) {
      if (interrupt.when !== when || interrupt.call !== call) continue;
      if (interrupt.work) this.#meanwhile(interrupt.work);
      else this.#die(new ExecutionStopped(`The execution was stopped ${when} service call ${call}.`));
    }
  }

  /** What fails in another's doings is the test's to hear, not the script's. */
  #meanwhile(work: () => void): void {
    try {
      work();
    } catch (thrown) {
      this.#die(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
  }

  #die(death: Error): never {
    this.#death = death;
    throw new ScriptFault(death.name, death.message);
  }
}
