/** 新增措施 and 登记佐证: a form of blank fields, kept as a draft until it is sent. */
import { Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import {
  askedFor,
  type Chosen,
  changesOf,
  draftOf,
  type Entries,
  type Field,
  missingIn,
  typedInto,
  withFaults,
} from '../drafts';
import { usePage } from '../page';
import type { Fault } from '../remote';
import { useTask } from '../task';
import { Faults } from '../ui/Faults';
import { FieldRow } from '../ui/FieldRow';
import { FilePick } from '../ui/FilePick';
import { Progress } from '../ui/Progress';
import { submitting } from '../ui/submitting';
import { TaskView } from '../ui/TaskView';
import { focusField, keepingFocus, useFocusOn } from '../ui/useFocusOn';
import { uploadOf } from '../upload';
import { COMMON, FILES, ISSUE } from '../wording';
import type { RecordProps } from './recordProps';

/** Not a column of the form: which measure the evidence is for. */
const MEASURE = 'measure';
/** Nor a column: a file to be stored; its link then stands for 链接或档号. */
const FILE = 'file';
const LOCATION = 'location';

/** Evidence asked for elsewhere on the page; `turn` tells one asking from the next. */
export interface Asked {
  measure: string;
  period: string;
  turn: number;
}

export function NewRecord({
  kind,
  issue,
  drafts,
  onDraft,
  onRefresh,
  asked = null,
}: RecordProps & { kind: 'newMeasure' | 'newEvidence'; asked?: Asked | null }) {
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking is answered once
  useEffect(() => {
    if (asked === null) return;
    const entry = (typed: string) => ({ typed, seen: null });
    keep((now) => ({ ...now, [MEASURE]: entry(asked.measure), period: entry(asked.period) }));
    adding.reset();
    setOpen(true);
  }, [asked]);
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
  const ready = open && fields.length > 0;
  const first = useFocusOn<HTMLFormElement>(ready ? (asked?.turn ?? 0) : -1, ready);
  const file = entries[FILE]?.file;
  const add = async () => {
    setOthers([]);
    const lacking = missingIn(kind, fields, entries).filter(({ id }) => file === undefined || id !== LOCATION);
    if (lacking.length > 0) {
      keep((now) => withFaults(now, askedFor(lacking)).entries);
      focusField(`${kind}-${key}`, lacking[0]);
      return;
    }
    const { [MEASURE]: chosen, [FILE]: _file, ...rest } = entries;
    const { values } = changesOf(rest);
    const measure = String(chosen?.typed ?? '');
    const result = await adding.run(file === undefined ? ISSUE.saving : ISSUE.uploading, async () => {
      if (kind === 'newMeasure') return remote.call('addMeasure', { issue: issue.number, values });
      if (file === undefined) return remote.call('addEvidence', { issue: issue.number, measure, values });
      const upload = await uploadOf(file);
      return upload === null
        ? { ok: false as const, faults: [{ code: 'not-read', message: FILES.notRead(file.name), key: FILE }] }
        : remote.call('addEvidence', { issue: issue.number, measure, values, file: upload });
    });
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
              <Fragment key={field.id}>
                <FieldRow
                  form={`${kind}-${key}`}
                  field={field}
                  entry={entries[field.id]}
                  onType={(value) => keep((now) => typedInto(now, field, value))}
                />
                {kind === 'newEvidence' && field.id === LOCATION && (
                  <FilePick
                    chosen={file}
                    fault={entries[FILE]?.fault}
                    onChoose={(one) => keep((now) => withFile(now, one))}
                  />
                )}
              </Fragment>
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

/** The entries with a file chosen or taken back; a material without a name is first called as its file. */
function withFile(entries: Entries, file: Chosen | null): Entries {
  const { [FILE]: _before, ...others } = entries;
  if (file === null) return others;
  const named = String(entries.name?.typed ?? '').trim() !== '';
  const name = { typed: file.name.replace(/\.[^.]*$/, ''), seen: null };
  return { ...others, ...(named ? {} : { name }), [FILE]: { typed: file.name, seen: null, file } };
}
