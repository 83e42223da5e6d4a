/** Stands the person on an issue: where its cell is now is asked first. */
import { usePage } from '../page';
import { useTask } from '../task';
import { TaskView } from '../ui/TaskView';
import { TABS } from '../wording';
import { RECONCILE } from './wording';

export function IssueJump({ issue }: { issue: number }) {
  const { remote } = usePage();
  const { state, run } = useTask();
  const jump = async () => {
    const found = await remote.call('viewIssue', { issue });
    return found.ok ? remote.call('jumpTo', { tab: TABS.issues, cell: found.value.cell }) : found;
  };
  return (
    <>
      <button
        type="button"
        class="small"
        disabled={state.kind === 'running'}
        aria-label={RECONCILE.jumping(issue)}
        onClick={() => void run(RECONCILE.jumping(issue), jump)}
      >
        {RECONCILE.jump}
      </button>
      {state.kind === 'done' && (
        <span class="quiet" role="status">
          {RECONCILE.jumpHint}
        </span>
      )}
      <TaskView state={state} withoutRetry />
    </>
  );
}
