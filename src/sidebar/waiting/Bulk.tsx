/** Choosing all, and signing what was chosen after being asked once. */
import { Question } from '../ui/Question';
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
        <Question
          words={WAITING.question(count)}
          confirm={WAITING.confirm(count)}
          disabled={running}
          onCancel={() => onAsk(false)}
          onConfirm={onSign}
        />
      )}
    </>
  );
}
