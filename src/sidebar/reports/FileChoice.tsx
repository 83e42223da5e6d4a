/** Choosing one file that the server reads: its kind and size are seen to, and it is read at once. */
import { useId, useState } from 'preact/hooks';
import { LARGEST_BYTES, uploadOf } from '../upload';
import type { Upload } from './choices';
import { FILE } from './wording';

interface Props {
  label: string;
  /** Said while none is chosen. */
  hint: string;
  /** Endings with their dot. */
  kinds: readonly string[];
  chosen: Upload | undefined;
  disabled?: boolean;
  onChoose: (file: Upload | undefined) => void;
}

export function FileChoice({ label, hint, kinds, chosen, disabled = false, onChoose }: Props) {
  const id = useId();
  const [problem, setProblem] = useState('');
  const choose = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file === undefined) return;
    const { name, size } = file;
    if (!kinds.some((kind) => name.toLowerCase().endsWith(kind))) {
      setProblem(FILE.wrongKind(name, kinds.join(FILE.or)));
    } else if (size > LARGEST_BYTES) setProblem(FILE.tooLarge(name));
    else {
      const upload = await uploadOf(file);
      setProblem(upload === null ? FILE.notRead(name) : '');
      if (upload !== null) onChoose(upload);
    }
    // so that the same file can be chosen again after it was corrected
    input.value = '';
  };
  return (
    <div class="choose">
      <input
        id={id}
        class="unseen"
        type="file"
        accept={kinds.join()}
        disabled={disabled}
        aria-describedby={`${id}-about`}
        onChange={(event) => void choose(event.currentTarget)}
      />
      <label for={id} class="button">
        {label}
      </label>
      <span id={`${id}-about`} class="about spring" role="status">
        {chosen === undefined ? (
          <span class="quiet">{hint}</span>
        ) : (
          <span class="wrap">{FILE.chosen(chosen.name)}</span>
        )}
        {problem !== '' && <span class="fault">{problem}</span>}
      </span>
      {chosen !== undefined && (
        <button type="button" class="link" disabled={disabled} onClick={() => onChoose(undefined)}>
          {FILE.remove}
        </button>
      )}
    </div>
  );
}
