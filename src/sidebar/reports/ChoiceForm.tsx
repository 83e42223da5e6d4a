/** Which report: its kind, and what that kind asks for. */
import { useEffect } from 'preact/hooks';
import { TaskView } from '../ui/TaskView';
import { NOTHING, useAnswer } from '../useAnswer';
import { type Choices, isForm, isOfIssue, issueFault, isVaried, keyIn, versionWords } from './choices';
import { TemplatePart } from './TemplatePart';
import { CHOICES, KINDS, VARIANTS } from './wording';

interface Props {
  choices: Choices;
  disabled: boolean;
  onChange: (change: Partial<Choices>) => void;
}

export function ChoiceForm({ choices, disabled, onChange }: Props) {
  const { kind, variant, issue, keepEdits } = choices;
  const fault = issueFault(choices);
  return (
    <fieldset class="choices" disabled={disabled}>
      <label for="kind">{CHOICES.kind}</label>
      <select
        id="kind"
        value={kind}
        onChange={(event) => onChange({ kind: keyIn(KINDS, event.currentTarget.value) ?? kind })}
      >
        {options(KINDS)}
      </select>
      {isVaried(choices) && (
        <>
          <label for="variant">{CHOICES.variant}</label>
          <select
            id="variant"
            value={variant ?? ''}
            onChange={(event) => onChange({ variant: keyIn(VARIANTS, event.currentTarget.value) })}
          >
            <option value="">{CHOICES.bySettings}</option>
            {options(VARIANTS)}
          </select>
        </>
      )}
      {isOfIssue(choices) && (
        <>
          <label for="issue">{CHOICES.issue}</label>
          <div>
            <input
              id="issue"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              aria-required={kind === 'approval' ? 'true' : undefined}
              aria-invalid={fault !== '' && issue !== '' ? 'true' : undefined}
              aria-describedby="issue-about"
              value={issue}
              onInput={(event) => onChange({ issue: event.currentTarget.value })}
            />
            <p id="issue-about" role="status" class={fault !== '' && issue !== '' ? 'fault' : 'quiet'}>
              {fault !== '' ? fault : kind === 'catalogue' && issue === '' && CHOICES.all}
            </p>
          </div>
        </>
      )}
      {kind === 'follow-up' && <SinceChoice since={choices.since} onChange={onChange} />}
      {!isForm(choices) && (
        <>
          <TemplatePart choices={choices} disabled={disabled} onChange={onChange} />
          <div class="across">
            <label class="append">
              <input
                type="checkbox"
                checked={keepEdits}
                onChange={(event) => onChange({ keepEdits: event.currentTarget.checked })}
              />
              {CHOICES.keepEdits}
            </label>
            {keepEdits && <p class="notice">{CHOICES.keepNote}</p>}
          </div>
        </>
      )}
    </fieldset>
  );
}

/** The versions a 后续进展报告 may go on from: what the public has been given. */
function SinceChoice({ since, onChange }: { since: Choices['since']; onChange: Props['onChange'] }) {
  const { value, state, ask } = useAnswer('listReports', NOTHING, CHOICES.reading);
  useEffect(() => {
    void ask();
  }, [ask]);
  const published = (value ?? []).filter(({ kind }) => kind === KINDS.public || kind === KINDS['follow-up']);
  return (
    <>
      <label for="since">{CHOICES.since}</label>
      <div>
        <select
          id="since"
          value={since === undefined ? '' : String(since)}
          onChange={({ currentTarget }) =>
            onChange({ since: currentTarget.value === '' ? undefined : Number(currentTarget.value) })
          }
        >
          <option value="">{CHOICES.lastFinal}</option>
          {published.map((one) => (
            <option key={one.version} value={String(one.version)}>
              {versionWords(one)}
            </option>
          ))}
        </select>
        <TaskView state={state} />
      </div>
    </>
  );
}

function options(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));
}
