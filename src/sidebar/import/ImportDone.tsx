/** What was written, what still wants a hand, and what comes next. */
import type { Gives } from '../../app/contract';
import { usePage } from '../page';
import { useFocusOn } from '../ui/useFocusOn';
import { COMMON, IMPORT } from '../wording';

export function ImportDone({ imported, onAgain }: { imported: Gives<'confirmImport'>; onAgain: () => void }) {
  const { close } = usePage();
  const { issues, measures, unplaced, warnings } = imported;
  const heading = useFocusOn<HTMLHeadingElement>('done');
  return (
    <main class="dialog">
      <h1 ref={heading} tabIndex={-1}>
        {IMPORT.done}
      </h1>
      <p>{IMPORT.doneCounts(issues, measures)}</p>
      {unplaced.length > 0 && <p>{IMPORT.doneUnplaced(unplaced.length)}</p>}
      {warnings.length > 0 && (
        <div class="notice">
          <b>{IMPORT.warnings}</b>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
      <p>{IMPORT.nextStep}</p>
      <div class="footer">
        <span class="spring" />
        <button type="button" onClick={onAgain}>
          {IMPORT.another}
        </button>
        <button type="button" class="main" onClick={close}>
          {COMMON.close}
        </button>
      </div>
    </main>
  );
}
