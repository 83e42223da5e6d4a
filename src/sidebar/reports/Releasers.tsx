/** The two who must have seen a final report. */
import type { Page } from './usePreview';
import { GATE } from './wording';

export interface Released {
  reviewer: string;
  approver: string;
}

interface Props {
  people: Page['gate']['people'];
  chosen: Released;
  disabled: boolean;
  onChoose: (change: Partial<Released>) => void;
}

export function Releasers({ people, chosen, disabled, onChoose }: Props) {
  const select = (what: keyof Released) => (
    <>
      <label for={what}>{GATE[what]}</label>
      <select
        id={what}
        disabled={disabled}
        value={chosen[what]}
        onChange={(event) => onChoose({ [what]: event.currentTarget.value })}
      >
        <option value="">{GATE.unchosen}</option>
        {people.map(({ mail, name, position }) => (
          <option key={mail} value={mail}>
            {GATE.person(name, position, mail)}
          </option>
        ))}
      </select>
    </>
  );
  return (
    <div class="choices">
      {people.length === 0 && <p class="notice across">{GATE.nobody}</p>}
      {select('reviewer')}
      {select('approver')}
    </div>
  );
}
