/** What a command last answered, kept while it is asked again. */
import { useCallback, useState } from 'preact/hooks';
import type { CommandName, Gives, Takes } from '../app/contract';
import { usePage } from './page';
import type { Result } from './remote';
import { type TaskState, useTask } from './task';

export interface Answer<T> {
  value: T | null;
  state: TaskState<T>;
  ask(): Promise<Result<T>>;
}

/** @param argument must be the same object from one drawing to the next */
export function useAnswer<N extends CommandName>(name: N, argument: Takes<N>, what: string): Answer<Gives<N>> {
  const { remote } = usePage();
  const { state, run } = useTask<Gives<N>>();
  const [value, setValue] = useState<Gives<N> | null>(null);
  const ask = useCallback(async () => {
    const result = await run(what, () => remote.call(name, argument));
    if (result.ok) setValue(() => result.value);
    return result;
  }, [remote, run, name, argument, what]);
  // another try must keep what comes, as the first did
  return { value, state: state.kind === 'failed' ? { ...state, retry: () => void ask() } : state, ask };
}

/** The argument of commands that take none. */
export const NOTHING = {};
