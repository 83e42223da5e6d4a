/** Why something was refused, where the person is looking, with another try. */
import type { Fault } from '../remote';
import { COMMON } from '../wording';

export function Faults({ faults, retry }: { faults: readonly Fault[]; retry?: (() => void) | undefined }) {
  if (faults.length === 0) return null;
  return (
    <div class="faults" role="alert">
      <ul>
        {faults.map((fault) => (
          <li key={fault.code + fault.message}>{fault.message}</li>
        ))}
      </ul>
      {retry && (
        <button type="button" onClick={retry}>
          {COMMON.retry}
        </button>
      )}
    </div>
  );
}
