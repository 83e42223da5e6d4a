/** The document to import: pasted text or a chosen file, read here and sent as base64. */
import { useState } from 'preact/hooks';
import { usePage } from '../page';
import type { TaskState } from '../task';
import { submitting } from '../ui/submitting';
import { TaskView } from '../ui/TaskView';
import { base64Of, isReadable, LARGEST_BYTES } from '../upload';
import { COMMON, IMPORT } from '../wording';

export interface Source {
  text: string;
  file: { name: string; base64: string } | null;
}
export const BLANK_SOURCE: Source = { text: '', file: null };

interface Props {
  source: Source;
  onSource: (source: Source) => void;
  state: TaskState<unknown>;
  onRecognise: () => void;
}

export function SourceStep({ source, onSource, state, onRecognise }: Props) {
  const { close } = usePage();
  const [problem, setProblem] = useState('');
  const running = state.kind === 'running';

  const choose = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    // so that the same file can be chosen again after it was corrected
    const done = () => {
      input.value = '';
    };
    if (file === undefined) return;
    if (!isReadable(file.name)) setProblem(IMPORT.unreadable(file.name));
    else if (file.size > LARGEST_BYTES) setProblem(IMPORT.tooLarge(file.name));
    else {
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        onSource({ ...source, file: { name: file.name, base64: base64Of(bytes) } });
        setProblem('');
      } catch {
        setProblem(IMPORT.notRead(file.name));
      }
    }
    done();
  };

  const submit = () => {
    const lacking = source.file === null && source.text.trim() === '';
    setProblem(lacking ? IMPORT.empty : '');
    if (!lacking && !running) onRecognise();
  };
  return (
    <main class="dialog source">
      <h1>{IMPORT.title}</h1>
      <p>{IMPORT.explain}</p>
      <form {...submitting(submit)}>
        <label for="paste" class="source-label">
          {IMPORT.paste}
        </label>
        <textarea
          id="paste"
          disabled={source.file !== null || running}
          value={source.text}
          onInput={(event) => onSource({ ...source, text: event.currentTarget.value })}
        />
        <div class="choose">
          <input
            id="file"
            class="unseen"
            type="file"
            accept=".txt,.docx"
            disabled={running}
            aria-describedby="file-hint"
            onChange={(event) => void choose(event.currentTarget)}
          />
          <label for="file" class="button">
            {IMPORT.file}
          </label>
          <span id="file-hint" class="quiet">
            {IMPORT.fileHint}
          </span>
        </div>
        {source.file !== null && (
          <p class="chosen" role="status">
            {IMPORT.chosen(source.file.name)}
            <button type="button" class="link" onClick={() => onSource({ ...source, file: null })}>
              {IMPORT.removeFile}
            </button>
          </p>
        )}
        {problem !== '' && (
          <p class="fault" role="alert">
            {problem}
          </p>
        )}
        <TaskView state={state} />
        <div class="footer">
          <span class="quiet spring">{IMPORT.nothingWritten}</span>
          <button type="button" onClick={close}>
            {COMMON.cancel}
          </button>
          <button type="button" onClick={submit} class="main" disabled={running}>
            {IMPORT.recognise}
          </button>
        </div>
      </form>
    </main>
  );
}
