/** A question before what cannot be taken back; the focus comes to it, and goes back to where it was. */
import { useEffect, useState } from 'preact/hooks';
import { COMMON } from '../wording';
import { useFocusOn } from './useFocusOn';

interface Props {
  words: string;
  /** What the button that goes on says. */
  confirm: string;
  disabled?: boolean;
  onCancel: () => void;
  onConfirm: () => void;
}

export function Question({ words, confirm, disabled = false, onCancel, onConfirm }: Props) {
  const [before] = useState(() => document.activeElement);
  const box = useFocusOn<HTMLDivElement>(words);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus();
    },
    [before],
  );
  return (
    <div class="notice question" ref={box} tabIndex={-1}>
      <p>{words}</p>
      <div class="actions end">
        <button type="button" disabled={disabled} onClick={onCancel}>
          {COMMON.cancel}
        </button>
        <button type="button" class="main" disabled={disabled} onClick={onConfirm}>
          {confirm}
        </button>
      </div>
    </div>
  );
}
