/** What has to be given with an action, kept as a draft until it is done or given up. */
import { draftOf, type Entries, typedInto, withFaults } from '../drafts';
import type { RecordProps } from '../issue/recordProps';
import { FieldRow } from '../ui/FieldRow';
import { submitting } from '../ui/submitting';
import { focusField, useFocusOn } from '../ui/useFocusOn';
import { COMMON } from '../wording';
import { type Action, draftKey, formOf, isOfMeasure, lackingIn, questionOf } from './act';
import { COURSE } from './wording';

interface Props extends Pick<RecordProps, 'issue' | 'drafts' | 'onDraft'> {
  action: Action;
  running: boolean;
  onSend: (entries: Entries) => void;
  onCancel: () => void;
}

export function ActionForm({ action, issue, drafts, onDraft, running, onSend, onCancel }: Props) {
  const key = draftKey(issue.number, action.id);
  const form = `act-${issue.number}-${action.id}`;
  const entries = draftOf(drafts, 'act', key);
  const fields = formOf(action, issue.measures);
  const question = questionOf(action, issue);
  const element = useFocusOn<HTMLFormElement>(form);
  const keep = (change: (entries: Entries) => Entries) => onDraft({ kind: 'act', key, issue: issue.number }, change);
  const send = () => {
    if (running) return;
    const lacking = lackingIn(fields, entries);
    if (lacking.length === 0) return onSend(entries);
    keep((now) => withFaults(now, lacking).entries);
    focusField(
      form,
      fields.find(({ id }) => id === lacking[0]?.key),
    );
  };
  const row = (field: (typeof fields)[number]) => (
    <FieldRow
      key={field.id}
      form={form}
      field={field}
      entry={entries[field.id]}
      onType={(value) => keep((now) => typedInto(now, field, value))}
    />
  );
  const ofMeasures = fields.filter(isOfMeasure);
  return (
    <form ref={element} tabIndex={-1} class="edit boxed" aria-label={action.title} {...submitting(send)}>
      <h4>{action.title}</h4>
      {question !== null && <p>{question}</p>}
      <fieldset disabled={running}>
        {fields.filter((field) => !isOfMeasure(field)).map(row)}
        {ofMeasures.length > 0 && (
          <details open={ofMeasures.some(({ id }) => id in entries)}>
            <summary class="more">{COURSE.measureReasons}</summary>
            {ofMeasures.map(row)}
          </details>
        )}
      </fieldset>
      <div class="actions end">
        <button
          type="button"
          disabled={running}
          onClick={() => {
            keep(() => ({}));
            onCancel();
          }}
        >
          {COMMON.cancel}
        </button>
        <button type="button" class="main" disabled={running} onClick={send}>
          {COURSE.confirm(action.title)}
        </button>
      </div>
    </form>
  );
}
