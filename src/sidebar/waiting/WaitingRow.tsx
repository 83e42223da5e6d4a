/** One application that waits: chosen by its box, opened by its name. */
import { instantWords } from '../words';
import type { Waiting } from './signing';
import { WAITING } from './wording';

interface Props {
  row: Waiting[number];
  chosen: boolean;
  disabled: boolean;
  onChoose: (wanted: boolean) => void;
  onOpen: () => void;
}

export function WaitingRow({ row, chosen, disabled, onChoose, onOpen }: Props) {
  const { number, title, target, step, by, at } = row;
  return (
    <li class="pick">
      <input
        type="checkbox"
        aria-label={WAITING.choose(number)}
        checked={chosen}
        disabled={disabled}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div>
        <button type="button" class="open-issue" onClick={onOpen}>
          <span class="unseen">{WAITING.open(number)}</span>
          <b aria-hidden="true">{number}</b> {title}
        </button>
        <p class="quiet wrap">
          {WAITING.target(target, step)}
          <br />
          {WAITING.by(by, instantWords(at))}
        </p>
      </div>
    </li>
  );
}
