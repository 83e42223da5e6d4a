/** 豁免: the reason why a finding is accepted as it is. */
import { useId, useState } from 'preact/hooks';
import type { Checked, Finding } from '../findings';
import { usePage } from '../page';
import { useTask } from '../task';
import { Grow } from '../ui/Grow';
import { submitting } from '../ui/submitting';
import { TaskView } from '../ui/TaskView';
import { useFocusOn } from '../ui/useFocusOn';
import { CHECK, COMMON } from '../wording';

interface Props {
  finding: Finding;
  onWaived: (checked: Checked) => void;
  onCancel: () => void;
}

export function WaiveForm({ finding, onWaived, onCancel }: Props) {
  const { remote } = usePage();
  const [reason, setReason] = useState('');
  const { state, run } = useTask<Checked>();
  const id = useId();
  const { code, tab, key, cell } = finding;
  const form = useFocusOn<HTMLFormElement>(id);
  const waive = async () => {
    const result = await run(CHECK.waiving, () => remote.call('waiveFinding', { code, tab, key, cell, reason }));
    if (result.ok) onWaived(result.value);
  };
  const submit = () => {
    if (state.kind !== 'running') void waive();
  };
  return (
    <form ref={form} tabIndex={-1} class="edit" {...submitting(submit)}>
      <div class="field long">
        <label for={id}>{CHECK.reason}</label>
        <Grow id={id} value={reason} rows={2} onType={setReason} describedBy={`${id}-hint`} required />
        <div id={`${id}-hint`} class="about">
          <span class="note">{CHECK.reasonHint}</span>
        </div>
      </div>
      <TaskView state={state} withoutRetry />
      <div class="actions end">
        <button type="button" onClick={onCancel}>
          {COMMON.cancel}
        </button>
        <button type="button" onClick={submit} class="main" disabled={state.kind === 'running'}>
          {CHECK.confirmWaive}
        </button>
      </div>
    </form>
  );
}
