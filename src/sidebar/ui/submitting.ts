/**
 * Sending a form without the browser's own submission, which a frame sandboxed without `allow-forms` blocks before any
 * handler hears of it: its button is a plain one, and Enter in a field of one line does what the button does.
 */
export function submitting(submit: () => void) {
  return {
    noValidate: true,
    onSubmit: (event: Event) => event.preventDefault(),
    onKeyDown: (event: KeyboardEvent) => {
      const { target } = event;
      const oneLine = target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'file';
      if (event.key !== 'Enter' || event.isComposing || !oneLine) return;
      event.preventDefault();
      submit();
    },
  };
}
