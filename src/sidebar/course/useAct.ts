/** Doing one action with the shown issue, and what came of it. */
import { useCallback } from 'preact/hooks';
import type { Gives, Takes } from '../../app/contract';
import { usePage } from '../page';
import { type TaskState, useTask } from '../task';
import type { Acted } from './act';
import { COURSE } from './wording';

export interface Acting {
  state: TaskState<Gives<'act'>>;
  /** What the ledger answered for the issue; null before, while it runs, and when nothing came back. */
  acted: Acted | null;
  act(title: string, argument: Takes<'act'>): ReturnType<ReturnType<typeof useTask<Gives<'act'>>>['run']>;
  reset(): void;
}

export function useAct(): Acting {
  const { remote } = usePage();
  const { state, run, reset } = useTask<Gives<'act'>>();
  const act = useCallback(
    (title: string, argument: Takes<'act'>) => run(COURSE.running(title), () => remote.call('act', argument)),
    [remote, run],
  );
  return { state, acted: state.kind === 'done' ? (state.value.results[0] ?? null) : null, act, reset };
}
