/** Stands the person on a cell of the sheet. */
import { usePage } from '../page';
import { useTask } from '../task';
import { COMMON } from '../wording';
import { TaskView } from './TaskView';

export function JumpButton({ tab, cell, label = COMMON.jump }: { tab: string; cell: string; label?: string }) {
  const { remote } = usePage();
  const { state, run } = useTask();
  return (
    <>
      <button
        type="button"
        class="small"
        disabled={state.kind === 'running'}
        aria-label={`${label} ${tab} ${cell}`}
        onClick={() => void run(COMMON.jumpTo(`${tab} ${cell}`), () => remote.call('jumpTo', { tab, cell }))}
      >
        {label}
      </button>
      <TaskView state={state} withoutRetry />
    </>
  );
}
