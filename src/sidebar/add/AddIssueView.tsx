/** 新增问题 as a dialog: the form, then what was added. */
import { useState } from 'preact/hooks';
import { usePage } from '../page';
import { useFocusOn } from '../ui/useFocusOn';
import { ADD_ISSUE, COMMON } from '../wording';
import { RecordForm } from './RecordForm';

export function AddIssueView() {
  const { remote, close } = usePage();
  const [added, setAdded] = useState<string | null>(null);
  const heading = useFocusOn<HTMLHeadingElement>(added, added !== null);
  if (added !== null) {
    return (
      <main class="dialog">
        <h1 ref={heading} tabIndex={-1}>
          {ADD_ISSUE.done(added)}
        </h1>
        <div class="actions">
          <button type="button" onClick={() => setAdded(null)}>
            {ADD_ISSUE.another}
          </button>
          <button type="button" class="main" onClick={close}>
            {COMMON.close}
          </button>
        </div>
      </main>
    );
  }
  return (
    <main class="dialog">
      <h1 class="unseen">{ADD_ISSUE.title}</h1>
      <RecordForm
        tab="issues"
        title={ADD_ISSUE.title}
        submit={ADD_ISSUE.submit}
        sending={ADD_ISSUE.adding}
        send={(values) => remote.call('addIssue', { values })}
        onDone={setAdded}
        onCancel={close}
      />
    </main>
  );
}
