/** One piece of remote work as a state: idle, running since when, failed with what, done. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Fault, Result } from './remote';

export type TaskState<T> =
  | { kind: 'idle' }
  | { kind: 'running'; what: string; since: number }
  | { kind: 'failed'; faults: Fault[]; retry: () => void }
  | { kind: 'done'; value: T };

export interface Task<T> {
  state: TaskState<T>;
  /** Starts work; what an earlier one still brings is no longer looked at. */
  run(what: string, work: () => Promise<Result<T>>): Promise<Result<T>>;
  reset(): void;
}

export function useTask<T>(): Task<T> {
  const [state, setState] = useState<TaskState<T>>({ kind: 'idle' });
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const run = useCallback(async (what: string, work: () => Promise<Result<T>>): Promise<Result<T>> => {
    turn.current += 1;
    const own = turn.current;
    setState({ kind: 'running', what, since: Date.now() });
    const result = await work();
    if (own === turn.current) {
      setState(
        result.ok
          ? { kind: 'done', value: result.value }
          : { kind: 'failed', faults: result.faults, retry: () => void run(what, work) },
      );
    }
    return result;
  }, []);
  const reset = useCallback(() => {
    turn.current += 1;
    setState({ kind: 'idle' });
  }, []);
  return { state, run, reset };
}
