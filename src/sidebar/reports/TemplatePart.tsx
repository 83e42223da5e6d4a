/** The unit's own letterhead, and a sample of one to edit with the tags it may use. */
import type { Gives } from '../../app/contract';
import { usePage } from '../page';
import { useTask } from '../task';
import { SafeLink } from '../ui/SafeLink';
import { TaskView } from '../ui/TaskView';
import type { Choices } from './choices';
import { FileChoice } from './FileChoice';
import { TEMPLATE } from './wording';

interface Props {
  choices: Pick<Choices, 'template' | 'templateDoc'>;
  disabled: boolean;
  /** Choosing one clears the other. */
  onChange: (change: Pick<Choices, 'template' | 'templateDoc'>) => void;
}

const KINDS = ['.docx'];

export function TemplatePart({ choices, disabled, onChange }: Props) {
  const { remote } = usePage();
  const { state, run } = useTask<Gives<'starterTemplate'>>();
  return (
    <>
      <span class="label">{TEMPLATE.label}</span>
      <div>
        <FileChoice
          label={TEMPLATE.choose}
          hint={TEMPLATE.none}
          kinds={KINDS}
          chosen={choices.template}
          disabled={disabled}
          onChoose={(template) => onChange({ template, templateDoc: '' })}
        />
        <label for="template-doc">{TEMPLATE.doc}</label>
        <input
          id="template-doc"
          type="url"
          autocomplete="off"
          spellcheck={false}
          placeholder={TEMPLATE.docHint}
          value={choices.templateDoc}
          onInput={({ currentTarget }) => onChange({ template: undefined, templateDoc: currentTarget.value })}
        />
        <details>
          <summary class="more">{TEMPLATE.more}</summary>
          <p class="quiet">{TEMPLATE.explain}</p>
          <button
            type="button"
            class="small"
            disabled={state.kind === 'running'}
            onClick={() => void run(TEMPLATE.making, () => remote.call('starterTemplate', {}))}
          >
            {TEMPLATE.make}
          </button>
          <TaskView state={state} />
          {state.kind === 'done' && (
            <div role="status">
              <p>
                {TEMPLATE.made}
                <SafeLink text={state.value.file.url} label={state.value.file.name} />
              </p>
              <p>
                {TEMPLATE.madeDoc}
                <SafeLink text={state.value.document.url} label={state.value.document.name} />
              </p>
              <dl class="tags" aria-label={TEMPLATE.tags}>
                {state.value.tags.map(({ tag, meaning }) => (
                  <div key={tag}>
                    <dt>{tag}</dt>
                    <dd>{meaning}</dd>
                  </div>
                ))}
              </dl>
            </div>
          )}
        </details>
      </div>
    </>
  );
}
