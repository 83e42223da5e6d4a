/** A name chosen or typed, taken when the field is left: taken while typing, the tree would move under the hand. */
import { useEffect, useId, useState } from 'preact/hooks';
import { IMPORT } from '../wording';

interface Props {
  label: string;
  value: string;
  options: readonly string[];
  onName: (name: string) => void;
}

export function NameInput({ label, value, options, onName }: Props) {
  const [typed, setTyped] = useState(value);
  const id = useId();
  useEffect(() => setTyped(value), [value]);
  const take = () => {
    if (typed.trim() !== value) onName(typed.trim());
  };
  return (
    <>
      <input
        class="name"
        aria-label={label}
        placeholder={IMPORT.unnamed}
        list={id}
        autocomplete="off"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setTyped(value);
        }}
      />
      <datalist id={id}>
        {options.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
    </>
  );
}
