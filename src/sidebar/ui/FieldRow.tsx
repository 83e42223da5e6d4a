/** One field of a form: its label, control, note, and what stands in its way. */
import type { Cell, Entry, Field } from '../drafts';
import { COMMON, ISSUE } from '../wording';
import { FieldInput } from './FieldInput';

interface Props {
  form: string;
  field: Field;
  entry: Entry | undefined;
  onType: (value: Cell) => void;
  /** Given where the record exists already: what to do when somebody else has changed the cell. */
  onUseTheirs?: (() => void) | undefined;
  onUseMine?: (() => void) | undefined;
  /** What was typed before the cell was reloaded. */
  mine?: Cell | undefined;
}

export function FieldRow({ form, field, entry, onType, onUseTheirs, onUseMine, mine }: Props) {
  const id = `${form}-${field.id}`;
  const about = `${id}-about`;
  const focus = () => document.getElementById(id)?.focus();
  return (
    <div class={`field ${field.kind}${entry ? ' typed' : ''}`}>
      <label for={id}>
        {field.header}
        {field.required && (
          <span class="required">
            <span aria-hidden="true">*</span>
            <span class="unseen">{COMMON.required}</span>
          </span>
        )}
      </label>
      <FieldInput
        id={id}
        field={field}
        value={entry ? entry.typed : field.value}
        onType={onType}
        describedBy={about}
        invalid={entry?.fault !== undefined}
      />
      <div id={about} class="about">
        {entry?.fault === undefined && <span class="note">{field.note}</span>}
        {entry?.fault !== undefined && (
          <span class="fault" role="alert">
            {entry.fault}
          </span>
        )}
      </div>
      {entry?.changed && onUseTheirs && onUseMine && (
        <div class="actions">
          <button
            type="button"
            onClick={() => {
              onUseTheirs();
              focus();
            }}
          >
            {ISSUE.useTheirs}
          </button>
          <button
            type="button"
            onClick={() => {
              onUseMine();
              focus();
            }}
          >
            {ISSUE.useMine}
          </button>
        </div>
      )}
      {mine !== undefined && !entry && (
        <p class="mine">
          {ISSUE.mine}
          <q class="wrap">{String(mine ?? '')}</q>{' '}
          <button type="button" class="link" onClick={() => onType(mine)}>
            {ISSUE.putBack}
          </button>
        </p>
      )}
    </div>
  );
}
