/** The kind has no narrative yet: the starter text is taken into 报告素材 by a button. */
import { useState } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import { usePage } from '../page';
import { useTask } from '../task';
import { JumpButton } from '../ui/JumpButton';
import { TaskView } from '../ui/TaskView';
import { keepingFocus, useFocusOn } from '../ui/useFocusOn';
import type { Asked } from './choices';
import { KINDS, STARTER } from './wording';

interface Props {
  kind: Asked['kind'];
  /** Whether the page uses the starter's text. */
  wanted: boolean;
  onAdded: () => void;
}

export function StarterNotice({ kind, wanted, onAdded }: Props) {
  const { remote } = usePage();
  const { state, run } = useTask<Gives<'addStarters'>>();
  const [added, setAdded] = useState<number | null>(null);
  const told = useFocusOn<HTMLDivElement>(added, added !== null);
  const add = async () => {
    const result = await run(STARTER.adding, () => remote.call('addStarters', { kind }));
    if (!result.ok) return;
    setAdded(result.value.added);
    onAdded();
  };
  if (added !== null) {
    return (
      <div class="done" ref={told} tabIndex={-1} role="status">
        <p>{STARTER.added(added, KINDS[kind])}</p>
        <JumpButton tab={STARTER.tab} cell="A1" label={STARTER.look} />
      </div>
    );
  }
  if (!wanted) return null;
  return (
    <div class="notice">
      <p>{STARTER.explain(KINDS[kind])}</p>
      <div class="actions">
        <button type="button" disabled={state.kind === 'running'} onClick={() => void keepingFocus(add)}>
          {STARTER.add}
        </button>
      </div>
      <TaskView state={state} withoutRetry />
    </div>
  );
}
