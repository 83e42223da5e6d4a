/** 新增问题: a form of blank fields; nothing is written before it is sent. */
import { useEffect, useState } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import { askedFor, changesOf, type Entries, missingIn, typedInto, withFaults } from '../drafts';
import { groupsOf } from '../issue/fieldGroups';
import { usePage } from '../page';
import type { Fault } from '../remote';
import { useTask } from '../task';
import { Faults } from '../ui/Faults';
import { FieldRow } from '../ui/FieldRow';
import { Progress } from '../ui/Progress';
import { submitting } from '../ui/submitting';
import { TaskView } from '../ui/TaskView';
import { focusField, keepingFocus, useFocusOn } from '../ui/useFocusOn';
import { ADD_ISSUE, COMMON } from '../wording';

export function AddIssueView() {
  const { remote, close } = usePage();
  const blank = useTask<Gives<'blankRecord'>>();
  const adding = useTask<Gives<'addIssue'>>();
  const [entries, setEntries] = useState<Entries>({});
  const [others, setOthers] = useState<Fault[]>([]);
  const { run } = blank;
  const added = adding.state.kind === 'done' ? adding.state.value.key : null;
  const heading = useFocusOn<HTMLHeadingElement>(added, added !== null);

  const fields = blank.state.kind === 'done' ? blank.state.value : [];

  useEffect(() => {
    void run(ADD_ISSUE.loading, () => remote.call('blankRecord', { tab: 'issues' }));
  }, [remote, run]);

  const add = async () => {
    setOthers([]);
    const lacking = missingIn('issues', fields, entries);
    if (lacking.length > 0) {
      setEntries((now) => withFaults(now, askedFor(lacking)).entries);
      focusField('new', lacking[0]);
      return;
    }
    const { values } = changesOf(entries);
    const result = await adding.run(ADD_ISSUE.adding, () => remote.call('addIssue', { values }));
    if (result.ok) return;
    setEntries((now) => withFaults(now, result.faults).entries);
    setOthers(withFaults(entries, result.faults).others);
  };

  if (added !== null) {
    return (
      <main class="dialog">
        <h1 ref={heading} tabIndex={-1}>
          {ADD_ISSUE.done(added)}
        </h1>
        <div class="actions">
          <button
            type="button"
            onClick={() => {
              setEntries({});
              adding.reset();
            }}
          >
            {ADD_ISSUE.another}
          </button>
          <button type="button" class="main" onClick={close}>
            {COMMON.close}
          </button>
        </div>
      </main>
    );
  }
  const running = adding.state.kind === 'running';
  const submit = () => {
    if (!running && Object.keys(entries).length > 0) void keepingFocus(add);
  };
  return (
    <main class="dialog">
      <h1 class="unseen">{ADD_ISSUE.title}</h1>
      <TaskView state={blank.state} />
      {fields.length > 0 && (
        <form class="edit columns" {...submitting(submit)}>
          {groupsOf('issues', fields).map(({ title, fields: own }) => (
            <fieldset key={title} disabled={running}>
              <legend>{title}</legend>
              {own.map((field) => (
                <FieldRow
                  key={field.id}
                  form="new"
                  field={field}
                  entry={entries[field.id]}
                  onType={(value) => setEntries((now) => typedInto(now, field, value))}
                />
              ))}
            </fieldset>
          ))}
          {adding.state.kind === 'running' && <Progress what={adding.state.what} since={adding.state.since} />}
          <Faults faults={others} retry={() => void keepingFocus(add)} />
          <div class="footer">
            <span class="spring" />
            <button type="button" onClick={close}>
              {COMMON.cancel}
            </button>
            <button type="button" onClick={submit} class="main" disabled={running || Object.keys(entries).length === 0}>
              {ADD_ISSUE.submit}
            </button>
          </div>
        </form>
      )}
    </main>
  );
}
