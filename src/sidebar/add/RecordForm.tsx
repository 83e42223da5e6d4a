/** A form of a new record's blank fields, in their groups; nothing is written before it is sent. */
import { useEffect, useState } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import { askedFor, type Cell, changesOf, type Entries, missingIn, typedInto, withFaults } from '../drafts';
import { groupsOf } from '../issue/fieldGroups';
import { usePage } from '../page';
import type { Fault, Result } from '../remote';
import { useTask } from '../task';
import { Faults } from '../ui/Faults';
import { FieldRow } from '../ui/FieldRow';
import { Progress } from '../ui/Progress';
import { submitting } from '../ui/submitting';
import { TaskView } from '../ui/TaskView';
import { focusField, keepingFocus, useFocusOn } from '../ui/useFocusOn';
import { useLeaveWarning } from '../useLeaveWarning';
import { ADD_ISSUE, COMMON } from '../wording';

type Added = Gives<'addIssue'>;

interface Props {
  tab: 'issues' | 'documents';
  title: string;
  /** Stands among other things in the sidebar, and not alone in a dialog. */
  boxed?: boolean;
  prefilled?: Entries;
  /** The button's words, and what is said while it works. */
  submit: string;
  sending: string;
  send: (values: Record<string, Cell>) => Promise<Result<Added>>;
  onDone: (key: string) => void;
  onCancel: () => void;
}

export function RecordForm(props: Props) {
  const { tab, title, boxed = false, prefilled = {}, submit, sending, send, onDone, onCancel } = props;
  const { remote } = usePage();
  const { state: blank, run } = useTask<Gives<'blankRecord'>>();
  const adding = useTask<Added>();
  const [entries, setEntries] = useState<Entries>(prefilled);
  const [others, setOthers] = useState<Fault[]>([]);
  const fields = blank.kind === 'done' ? blank.value : [];
  const form = `new-${tab}`;
  const element = useFocusOn<HTMLFormElement>(blank.kind, boxed && blank.kind === 'done');
  useEffect(() => {
    void run(ADD_ISSUE.loading, () => remote.call('blankRecord', { tab }));
  }, [remote, run, tab]);

  const add = async () => {
    setOthers([]);
    const lacking = missingIn(tab, fields, entries);
    if (lacking.length > 0) {
      setEntries((now) => withFaults(now, askedFor(lacking)).entries);
      focusField(form, lacking[0]);
      return;
    }
    const { values } = changesOf(entries);
    const result = await adding.run(sending, () => send(values));
    if (result.ok) return onDone(result.value.key);
    setEntries((now) => withFaults(now, result.faults).entries);
    setOthers(withFaults(entries, result.faults).others);
  };
  const running = adding.state.kind === 'running';
  const typed = Object.keys(entries).length > 0;
  // a dialog is left by its own buttons, which must not ask again
  useLeaveWarning(boxed && typed);
  const go = () => {
    if (!running && typed) void keepingFocus(add);
  };
  const buttons = (
    <>
      <button type="button" onClick={onCancel}>
        {COMMON.cancel}
      </button>
      <button type="button" onClick={go} class="main" disabled={running || !typed}>
        {submit}
      </button>
    </>
  );
  if (fields.length === 0) return <TaskView state={blank} />;
  return (
    <form
      ref={element}
      tabIndex={-1}
      class={boxed ? 'edit boxed' : 'edit columns'}
      aria-label={title}
      {...submitting(go)}
    >
      {boxed && <h4>{title}</h4>}
      {groupsOf(tab, fields).map(({ title: group, fields: own }) => (
        <fieldset key={group} disabled={running}>
          {group !== '' && <legend>{group}</legend>}
          {own.map((field) => (
            <FieldRow
              key={field.id}
              form={form}
              field={field}
              entry={entries[field.id]}
              onType={(value) => setEntries((now) => typedInto(now, field, value))}
            />
          ))}
        </fieldset>
      ))}
      {adding.state.kind === 'running' && <Progress what={adding.state.what} since={adding.state.since} />}
      <Faults faults={others} retry={() => void keepingFocus(add)} />
      {boxed ? (
        <div class="actions end">{buttons}</div>
      ) : (
        <div class="footer">
          <span class="spring" />
          {buttons}
        </div>
      )}
    </form>
  );
}
