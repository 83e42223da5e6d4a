/** Moves the focus to an element, or to the first field of a form, when a step of the work begins, so that a keyboard or a screen reader is there. */
import { useEffect, useRef } from 'preact/hooks';

/** @param step focuses whenever this changes, at first too, while `wanted` holds */
export function useFocusOn<E extends HTMLElement>(step: unknown, wanted = true) {
  const element = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what calls for the focus
  useEffect(() => {
    if (!wanted) return;
    const folded = element.current?.closest('details:not([open])');
    if (folded instanceof HTMLDetailsElement) folded.open = true;
    const form = element.current instanceof HTMLFormElement ? element.current : null;
    (form?.querySelector<HTMLElement>('input, select, textarea') ?? element.current)?.focus();
  }, [step, wanted]);
  return element;
}

/** Does work during which controls may be switched off, and gives the focus back to the one that had it. */
export async function keepingFocus<T>(work: () => Promise<T>): Promise<T> {
  const focused = document.activeElement;
  const done = await work();
  requestAnimationFrame(() => {
    if (document.activeElement === document.body && focused instanceof HTMLElement) focused.focus();
  });
  return done;
}

/** Puts the focus into a form's field. */
export function focusField(form: string, field: { id: string } | undefined): void {
  if (field !== undefined) document.getElementById(`${form}-${field.id}`)?.focus();
}
