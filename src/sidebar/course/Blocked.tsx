/** Actions the state allows and something else still forbids: each opens to all that is missing. */
import { useId, useState } from 'preact/hooks';
import type { Action } from './act';
import { UnmetList } from './UnmetList';
import { COURSE } from './wording';

export function Blocked({ actions }: { actions: readonly Action[] }) {
  const id = useId();
  const [chosen, setChosen] = useState('');
  const shown = actions.find((action) => action.id === chosen);
  return (
    <div class="blocked">
      <p class="quiet">{COURSE.blocked}</p>
      <div class="actions">
        {actions.map((action) => (
          <button
            key={action.id}
            type="button"
            class="small unready"
            aria-expanded={action === shown}
            aria-controls={id}
            onClick={() => setChosen(action === shown ? '' : action.id)}
          >
            {action.title}
            <span class="tally" aria-hidden="true">
              {action.unmet.length}
            </span>
            <span class="unseen">{COURSE.lacks(action.unmet.length)}</span>
          </button>
        ))}
      </div>
      <div id={id} role="status">
        {shown && (
          <div class="notice">
            <p>{COURSE.why(shown.title)}</p>
            <UnmetList unmet={shown.unmet} />
          </div>
        )}
      </div>
    </div>
  );
}
