/** A text that is corrected where it stands: a field as tall as its words. */
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  id?: string;
  label?: string;
  value: string;
  onType: (text: string) => void;
  describedBy?: string | undefined;
  invalid?: boolean;
  required?: boolean;
  rows?: number;
}

export function Grow({ id, label, value, onType, describedBy, invalid, required, rows = 1 }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words
  useLayoutEffect(() => {
    const { current } = field;
    if (current === null || CSS.supports('field-sizing', 'content')) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      ref={field}
      id={id}
      class="grow"
      rows={rows}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid ? 'true' : undefined}
      aria-required={required ? 'true' : undefined}
      value={value}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
}
