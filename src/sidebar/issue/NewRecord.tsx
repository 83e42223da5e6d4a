/** 新增措施 and 登记佐证: a form of blank fields, kept as a draft until it is sent. */
import { useEffect, useState } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import { askedFor, changesOf, draftOf, type Entries, type Field, missingIn, typedInto, withFaults } from '../drafts';
import { usePage } from '../page';
import type { Fault } from '../remote';
import { useTask } from '../task';
import { Faults } from '../ui/Faults';
import { FieldRow } from '../ui/FieldRow';
import { Progress } from '../ui/Progress';
import { submitting } from '../ui/submitting';
import { TaskView } from '../ui/TaskView';
import { focusField, keepingFocus, useFocusOn } from '../ui/useFocusOn';
import { COMMON, ISSUE } from '../wording';
import type { RecordProps } from './recordProps';

/** Not a column of the form: which measure the evidence is for. */
const MEASURE = 'measure';

export function NewRecord({
  kind,
  issue,
  drafts,
  onDraft,
  onRefresh,
}: RecordProps & { kind: 'newMeasure' | 'newEvidence' }) {
  const { remote } = usePage();
  const key = String(issue.number);
  const entries = draftOf(drafts, kind, key);
  const [open, setOpen] = useState(Object.keys(entries).length > 0);
  const [others, setOthers] = useState<Fault[]>([]);
  const blank = useTask<Gives<'blankRecord'>>();
  const adding = useTask<{ key: string }>();
  const title = kind === 'newMeasure' ? ISSUE.addMeasure : ISSUE.addEvidence;
  const keep = (change: (entries: Entries) => Entries) => onDraft({ kind, key, issue: issue.number }, change);

  const { run } = blank;
  useEffect(() => {
    const tab = kind === 'newMeasure' ? 'measures' : 'evidence';
    if (open) void run(COMMON.working, () => remote.call('blankRecord', { tab }));
  }, [open, kind, remote, run]);
  const measureField: Field = {
    ...{
      id: MEASURE,
      header: ISSUE.evidenceFor,
      kind: 'choice',
      note: ISSUE.evidenceForNote,
      required: false,
      system: false,
      value: '',
    },
    options: issue.measures.map(({ id }) => id),
  };
  const fields = blank.state.kind === 'done' ? blank.state.value : [];
  const all = kind === 'newEvidence' && fields.length > 0 ? [measureField, ...fields] : fields;
  const first = useFocusOn<HTMLFormElement>(open && fields.length > 0, open && fields.length > 0);
  const add = async () => {
    setOthers([]);
    const lacking = missingIn(kind, fields, entries);
    if (lacking.length > 0) {
      keep((now) => withFaults(now, askedFor(lacking)).entries);
      focusField(`${kind}-${key}`, lacking[0]);
      return;
    }
    const { [MEASURE]: chosen, ...rest } = entries;
    const { values } = changesOf(rest);
    const result = await adding.run(ISSUE.saving, () =>
      kind === 'newMeasure'
        ? remote.call('addMeasure', { issue: issue.number, values })
        : remote.call('addEvidence', { issue: issue.number, measure: String(chosen?.typed ?? ''), values }),
    );
    if (!result.ok) {
      keep((now) => withFaults(now, result.faults).entries);
      setOthers(withFaults(entries, result.faults).others);
      return;
    }
    keep(() => ({}));
    setOpen(false);
    await onRefresh();
  };

  const running = adding.state.kind === 'running';
  const submit = () => {
    if (!running && fields.length > 0) void keepingFocus(add);
  };
  return (
    <div class="new">
      {!open && (
        <button
          type="button"
          class="add"
          onClick={() => {
            adding.reset();
            setOpen(true);
          }}
        >
          + {title}
        </button>
      )}
      <p role="status" class={adding.state.kind === 'done' ? 'good' : 'unseen'}>
        {adding.state.kind === 'done' ? ISSUE.added(adding.state.value.key) : ''}
      </p>
      {open && (
        <form ref={first} tabIndex={-1} class="edit boxed" aria-label={title} {...submitting(submit)}>
          <h4>{title}</h4>
          <TaskView state={blank.state} />
          <fieldset disabled={running}>
            {all.map((field) => (
              <FieldRow
                key={field.id}
                form={`${kind}-${key}`}
                field={field}
                entry={entries[field.id]}
                onType={(value) => keep((now) => typedInto(now, field, value))}
              />
            ))}
          </fieldset>
          {adding.state.kind === 'running' && <Progress what={adding.state.what} since={adding.state.since} />}
          <Faults faults={others} retry={() => void keepingFocus(add)} />
          <div class="actions end">
            <button
              type="button"
              onClick={() => {
                keep(() => ({}));
                setOpen(false);
              }}
            >
              {COMMON.cancel}
            </button>
            <button type="button" onClick={submit} class="main" disabled={running || fields.length === 0}>
              {title}
            </button>
          </div>
        </form>
      )}
    </div>
  );
}
