/** The periods of a periodic measure as a strip; one that lacks evidence opens the form for it. */
import { useState } from 'preact/hooks';
import type { IssueView } from '../useIssue';
import { PERIODS } from '../wording';

type Measure = IssueView['measures'][number];

const AT_FIRST = 12;
/** The states differ by their signs, not by colour alone. */
const SIGNS = { done: '✓', open: '…', missed: '✗' } as const;

export function PeriodStrip({ measure, onAsk }: { measure: Measure; onAsk: (period: string) => void }) {
  const [all, setAll] = useState(false);
  const { id, periods } = measure;
  if (periods.length === 0) return null;
  const shown = all ? periods : periods.slice(-AT_FIRST);
  const earlier = periods.length - shown.length;
  return (
    <ul class="periods" aria-label={PERIODS.of(id)}>
      {earlier > 0 && (
        <li>
          <button type="button" class="small" onClick={() => setAll(true)}>
            {PERIODS.earlier(earlier)}
          </button>
        </li>
      )}
      {shown.map(({ label, from, to, state }) => {
        const named = PERIODS.named(label, from, to, PERIODS.state[state]) + (state === 'done' ? '' : PERIODS.register);
        const inside = (
          <>
            <span aria-hidden="true">{`${label} ${SIGNS[state]}`}</span>
            <span class="unseen">{named}</span>
          </>
        );
        return (
          <li key={label}>
            {state === 'done' ? (
              <span class="period period-done" title={named}>
                {inside}
              </span>
            ) : (
              <button type="button" class={`period period-${state}`} title={named} onClick={() => onAsk(label)}>
                {inside}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
