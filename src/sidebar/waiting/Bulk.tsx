/** Choosing all, and signing what was chosen after being asked once. */
import { useFocusOn } from '../ui/useFocusOn';
import { COMMON } from '../wording';
import { WAITING } from './wording';

interface Props {
  count: number;
  all: boolean;
  running: boolean;
  asking: boolean;
  onAll: (wanted: boolean) => void;
  onAsk: (asking: boolean) => void;
  onSign: () => void;
}

export function Bulk({ count, all, running, asking, onAll, onAsk, onSign }: Props) {
  const question = useFocusOn<HTMLDivElement>(asking, asking);
  return (
    <>
      <div class="turns">
        <label class="append">
          <input
            type="checkbox"
            checked={all}
            disabled={running}
            onChange={(event) => onAll(event.currentTarget.checked)}
          />
          {WAITING.all}
        </label>
        <span class="spring" />
        <button
          type="button"
          class="main"
          disabled={running || count === 0}
          aria-expanded={asking}
          onClick={() => onAsk(!asking)}
        >
          {WAITING.sign(count, all)}
        </button>
      </div>
      {asking && (
        <div class="notice" ref={question} tabIndex={-1}>
          <p>{WAITING.question(count)}</p>
          <div class="actions end">
            <button type="button" disabled={running} onClick={() => onAsk(false)}>
              {COMMON.cancel}
            </button>
            <button type="button" class="main" disabled={running} onClick={onSign}>
              {WAITING.confirm(count)}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
