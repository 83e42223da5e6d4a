/** Choosing one file of at most 10 MB; what was chosen is said and can be taken back. */
import { useId, useState } from 'preact/hooks';
import type { Chosen } from '../drafts';
import { LARGEST_BYTES } from '../upload';
import { FILES } from '../wording';

interface Props {
  chosen: Chosen | undefined;
  fault: string | undefined;
  onChoose: (file: Chosen | null) => void;
}

export function FilePick({ chosen, fault, onChoose }: Props) {
  const id = useId();
  const [problem, setProblem] = useState('');
  const choose = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    // so that the same file can be chosen again after it was corrected
    const forget = () => {
      input.value = '';
    };
    if (file === undefined) return;
    const tooLarge = file.size > LARGEST_BYTES;
    setProblem(tooLarge ? FILES.tooLarge(file.name) : '');
    if (!tooLarge) onChoose(file);
    forget();
  };
  const told = problem || fault || '';
  return (
    <div class="field file-pick">
      <input
        id={id}
        class="unseen"
        type="file"
        aria-describedby={`${id}-about`}
        onChange={(event) => choose(event.currentTarget)}
      />
      <label for={id} class="button">
        {FILES.choose}
      </label>
      <div id={`${id}-about`} class="about" role="status">
        {chosen === undefined ? <span class="quiet">{FILES.chooseHint}</span> : FILES.chosen(chosen.name)}
        {told !== '' && <span class="fault">{told}</span>}
      </div>
      {chosen !== undefined && (
        <button type="button" class="link" onClick={() => onChoose(null)}>
          {FILES.remove}
        </button>
      )}
    </div>
  );
}
