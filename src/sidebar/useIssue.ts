/** The issue shown: loaded, loaded anew without a flicker, and what went wrong. */
import { useCallback, useRef, useState } from 'preact/hooks';
import type { Gives } from '../app/contract';
import { usePage } from './page';
import { type TaskState, useTask } from './task';
import { SIDEBAR } from './wording';

export type IssueView = Gives<'viewIssue'>;

export interface ShownIssue {
  /** The number asked for, also while it loads. */
  number: number | null;
  /** What was last read; of another issue while the next one loads. */
  issue: IssueView | null;
  state: TaskState<IssueView>;
  show(number: number): void;
  /** Reads the shown issue again; gives it, or null when that failed. */
  refresh(): Promise<IssueView | null>;
}

export function useIssue(): ShownIssue {
  const { remote } = usePage();
  const [issue, setIssue] = useState<IssueView | null>(null);
  const [number, setNumber] = useState<number | null>(null);
  const wanted = useRef<number | null>(null);
  const { state, run } = useTask<IssueView>();

  const keep = useCallback((read: IssueView) => {
    if (read.number === wanted.current) setIssue((old) => (JSON.stringify(old) === JSON.stringify(read) ? old : read));
  }, []);
  const show = useCallback(
    (next: number) => {
      wanted.current = next;
      setNumber(next);
      void run(SIDEBAR.loading, async () => {
        const result = await remote.call('viewIssue', { issue: next });
        if (result.ok) keep(result.value);
        return result;
      });
    },
    [remote, run, keep],
  );
  const refresh = useCallback(async () => {
    if (wanted.current === null) return null;
    const result = await remote.call('viewIssue', { issue: wanted.current });
    if (!result.ok) return null;
    keep(result.value);
    return result.value;
  }, [remote, keep]);

  return { number, issue, state, show, refresh };
}
