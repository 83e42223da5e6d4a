/** The client's one way to the script: typed calls through `google.script.run.remote`, every answer checked by its shape. */
import { CONTRACT, type CommandName, type Gives, type Takes } from '../app/contract';
import { FAULT } from '../app/contractShapes';
import { list, type Shape, type Typed } from '../app/shape';
import { REMOTE } from './wording';

export type Fault = Typed<typeof FAULT>;
export type Result<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

/** `google.script.run` as far as it is used: each handler gives a runner to go on with. */
export interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (failure: unknown) => void): Runner;
  remote(name: string, argument: unknown): void;
}

export interface Remote {
  /** Never throws or rejects: what goes wrong on the way is a fault too. */
  call<N extends CommandName>(name: N, argument: Takes<N>): Promise<Result<Gives<N>>>;
  /** Calls sent and not yet answered, and those that wait. */
  underWay(): number;
}

/** Google lets ten calls be in flight; two are left free. */
const AT_ONCE = 8;
/** A script may run six minutes; after that no answer comes any more. */
const LONGEST_MS = 390_000;
/** What is asked every two seconds is not waited for that long. */
const LONGEST_POLL_MS = 30_000;

export function createRemote(run: () => Runner): Remote {
  let sent = 0;
  const waiting: (() => void)[] = [];

  const done = () => {
    sent -= 1;
    waiting.shift()?.();
  };

  function send<N extends CommandName>(name: N, argument: Takes<N>): Promise<Result<Gives<N>>> {
    return new Promise((resolve) => {
      const start = () => {
        sent += 1;
        let open = true;
        const settle = (result: Result<Gives<N>>) => {
          if (!open) return;
          open = false;
          clearTimeout(timer);
          done();
          resolve(result);
        };
        const longest = name === 'selection' ? LONGEST_POLL_MS : LONGEST_MS;
        const timer = setTimeout(() => settle(failed('no-answer', REMOTE.noAnswer)), longest);
        try {
          run()
            .withSuccessHandler((answer) => settle(resultOf(name, answer)))
            .withFailureHandler((failure) => settle(failed('transport', REMOTE.transport(sentenceOf(failure)))))
            .remote(name, argument);
        } catch (thrown) {
          settle(failed('transport', REMOTE.transport(sentenceOf(thrown))));
        }
      };
      if (sent < AT_ONCE) start();
      else waiting.push(start);
    });
  }

  return { call: send, underWay: () => sent + waiting.length };
}

/** An answer of the door as a result; one that is not what the contract says is a fault. */
export function resultOf<N extends CommandName>(name: N, answer: unknown): Result<Gives<N>> {
  if (!isObject(answer)) return failed('wrong-answer', REMOTE.wrongAnswer(REMOTE.noResult));
  if (answer.ok === false) {
    const faults = list(FAULT)(withoutBlanks(answer.faults), REMOTE.faults);
    if ('wrong' in faults) return failed('wrong-answer', REMOTE.wrongAnswer(faults.wrong));
    return faults.value.length > 0
      ? { ok: false, faults: faults.value }
      : failed('wrong-answer', REMOTE.wrongAnswer(REMOTE.noReason));
  }
  if (answer.ok !== true) return failed('wrong-answer', REMOTE.wrongAnswer(REMOTE.noResult));
  // the contract's entry of N has N's own type; the compiler does not follow that through the union
  const gives = CONTRACT[name].gives as Shape<unknown> as Shape<Gives<N>>;
  const given = gives(answer.value, REMOTE.result);
  return 'wrong' in given ? failed('wrong-answer', REMOTE.wrongAnswer(given.wrong)) : { ok: true, value: given.value };
}

function failed(code: string, message: string): { ok: false; faults: Fault[] } {
  return { ok: false, faults: [{ code, message }] };
}

/** What a fault does not say may come as null across the bridge. */
function withoutBlanks(faults: unknown): unknown {
  if (!Array.isArray(faults)) return faults;
  return faults.map((fault) =>
    isObject(fault) ? Object.fromEntries(Object.entries(fault).filter(([, value]) => value != null)) : fault,
  );
}

function sentenceOf(failure: unknown): string {
  const message = isObject(failure) ? failure.message : failure;
  return typeof message === 'string' && message !== '' ? message : REMOTE.unknown;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
