/** Why something is refused, each with a way to its cell where it has one. */
import type { Fault } from '../remote';
import { JumpButton } from '../ui/JumpButton';
import { GATE } from './wording';

/** So many are read; the rest is for 校验. */
const SHOWN = 20;

export function FaultList({ faults }: { faults: readonly Fault[] }) {
  const more = faults.length - SHOWN;
  return (
    <div class="faults">
      <ul class="fault-list">
        {faults.slice(0, SHOWN).map(({ code, message, tab = '', cell = '' }) => (
          <li key={code + message}>
            <span class="wrap spring">{message}</span>
            {tab !== '' && cell !== '' && <JumpButton tab={tab} cell={cell} />}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{GATE.more(more)}</p>}
      {faults.some(({ tab, cell }) => tab && cell) && <p class="quiet">{GATE.jumpHint}</p>}
    </div>
  );
}
