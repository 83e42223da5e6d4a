/** A task's progress or faults; nothing while it is idle or done. */
import type { TaskState } from '../task';
import { Faults } from './Faults';
import { Progress } from './Progress';

export function TaskView<T>({ state, withoutRetry }: { state: TaskState<T>; withoutRetry?: boolean }) {
  if (state.kind === 'running') return <Progress what={state.what} since={state.since} />;
  if (state.kind === 'failed') return <Faults faults={state.faults} retry={withoutRetry ? undefined : state.retry} />;
  return null;
}
