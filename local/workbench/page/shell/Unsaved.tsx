/** What was typed and could not be written, kept until the person has dealt with it. */
import type { Model, Shell } from '../model';
import { WORDS } from '../wording';
import type { Work } from '../work';
import './Unsaved.css';

export function UnsavedPanel({ shell, model, work }: { shell: Shell; model: Model; work: Work }) {
  if (shell.unsaved.length === 0) return null;
  return (
    <section class="unsaved" aria-label={WORDS.unsaved}>
      <h2>{WORDS.unsaved}</h2>
      <p>{WORDS.unsavedHint}</p>
      <ul>
        {shell.unsaved.map((one) => {
          const text = one.texts.map((line) => line.join('\t')).join('\n');
          const copy = () =>
            navigator.clipboard.writeText(text).then(
              () => model.toast('', WORDS.copied),
              () => undefined,
            );
          return (
            <li key={one.id}>
              <button type="button" class="link place" onClick={() => work.stand(one.sheet, one.row, one.column)}>
                {one.sheet} {one.range}
              </button>
              <p role="alert">{one.message}</p>
              <textarea readOnly rows={Math.min(4, one.texts.length + 1)} aria-label={WORDS.unsaved} value={text} />
              <div class="buttons">
                <button type="button" onClick={copy}>
                  {WORDS.copy}
                </button>
                <button type="button" onClick={() => work.editing.again(one)}>
                  {WORDS.retry}
                </button>
                <button type="button" onClick={() => work.editing.forget(one.id)}>
                  {WORDS.drop}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
