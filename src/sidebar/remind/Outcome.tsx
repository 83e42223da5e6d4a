/** What came of sending: how many went, how many are left over, and which may not have arrived. */
import type { Gives } from '../../app/contract';
import { REMIND } from './wording';

export function Outcome({ done }: { done: Gives<'remind'> }) {
  const { sent, unsent, doubtful } = done;
  return (
    <>
      <p class="done">{REMIND.sent(sent)}</p>
      {unsent > 0 && <p class="notice">{REMIND.unsent(unsent)}</p>}
      {doubtful.length > 0 && (
        <div class="faults">
          <p>{REMIND.doubtful(doubtful.length)}</p>
          <ul>
            {doubtful.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
