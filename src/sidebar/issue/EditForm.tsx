/** Editing a record that exists: only what was typed is saved, against what was seen. */
import { useState } from 'preact/hooks';
import {
  type Cell,
  changesOf,
  draftOf,
  type Entries,
  type Field,
  givenUp,
  insistedOn,
  savedAs,
  typedInto,
  withFaults,
} from '../drafts';
import { usePage } from '../page';
import type { Fault } from '../remote';
import { useTask } from '../task';
import { Faults } from '../ui/Faults';
import { FieldRow } from '../ui/FieldRow';
import { Progress } from '../ui/Progress';
import { submitting } from '../ui/submitting';
import { keepingFocus } from '../ui/useFocusOn';
import type { IssueView } from '../useIssue';
import { COMMON, ISSUE } from '../wording';
import { groupsOf } from './fieldGroups';
import type { RecordProps } from './recordProps';

interface Props extends RecordProps {
  kind: 'issues' | 'measures';
  recordKey: string;
  fields: readonly Field[];
}

export function EditForm({ kind, recordKey, fields, issue, drafts, onDraft, onRefresh }: Props) {
  const { remote } = usePage();
  const { state, run } = useTask<{ changed: number }>();
  const [others, setOthers] = useState<Fault[]>([]);
  const [mine, setMine] = useState<Readonly<Record<string, Cell>>>({});
  const entries = draftOf(drafts, kind, recordKey);
  const count = Object.keys(entries).length;
  const keep = (change: (entries: Entries) => Entries) =>
    onDraft({ kind, key: recordKey, issue: issue.number }, change);

  const save = async () => {
    setOthers([]);
    const asked = { tab: kind, key: recordKey, ...changesOf(entries) };
    const result = await run(ISSUE.saving, () => remote.call('saveRecord', asked));
    if (result.ok) {
      setMine({});
      await onRefresh();
      keep((now) => savedAs(now, asked.values));
    } else {
      keep((now) => withFaults(now, result.faults).entries);
      setOthers(withFaults(entries, result.faults).others);
      if (result.faults.some(({ code }) => code === 'changed-meanwhile')) await onRefresh();
    }
  };
  /** The field as it stands in the ledger now. */
  const current = async (id: string): Promise<Field | undefined> => {
    const view = await onRefresh();
    return view === null ? undefined : fieldsIn(view, kind, recordKey).find((field) => field.id === id);
  };

  const submit = () => {
    if (count > 0 && state.kind !== 'running') void keepingFocus(save);
  };
  return (
    <form class="edit" {...submitting(submit)}>
      {groupsOf(kind, fields).map(({ title, fields: own }) => (
        <fieldset key={title} disabled={state.kind === 'running'}>
          {title !== '' && <legend>{title}</legend>}
          {own.map((field) => (
            <FieldRow
              key={field.id}
              form={`${kind}-${recordKey}`}
              field={field}
              entry={entries[field.id]}
              mine={mine[field.id]}
              onType={(value) => keep((now) => typedInto(now, field, value))}
              onUseTheirs={() => {
                setMine({ ...mine, [field.id]: entries[field.id]?.typed ?? null });
                keep((now) => givenUp(now, field.id));
                void onRefresh();
              }}
              onUseMine={async () => {
                const standing = await current(field.id);
                if (standing !== undefined) keep((now) => insistedOn(now, standing));
              }}
            />
          ))}
        </fieldset>
      ))}
      {state.kind === 'running' && <Progress what={state.what} since={state.since} />}
      <Faults faults={others} retry={() => void keepingFocus(save)} />
      <p role="status" class={state.kind === 'done' ? 'good' : 'unseen'}>
        {state.kind === 'done' && count === 0 ? ISSUE.saved(state.value.changed) : ''}
      </p>
      {count > 0 && (
        <div class="savebar">
          <span>{ISSUE.unsaved(count)}</span>
          <button
            type="button"
            onClick={() => {
              setOthers([]);
              keep(() => ({}));
            }}
          >
            {ISSUE.discard}
          </button>
          <button type="button" onClick={submit} class="main" disabled={state.kind === 'running'}>
            {state.kind === 'running' ? ISSUE.saving : COMMON.save}
          </button>
        </div>
      )}
    </form>
  );
}

function fieldsIn(view: IssueView, kind: Props['kind'], key: string): readonly Field[] {
  return kind === 'issues' ? view.fields : (view.measures.find(({ id }) => id === key)?.fields ?? []);
}
