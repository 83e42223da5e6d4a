/** Settings the document told: unit, round, dates, totals. */
import type { Edit } from '../corrections';
import type { Proposal } from '../tree';
import { IMPORT } from '../wording';

interface Props {
  settings: Proposal['settings'];
  onEdit: (edit: Edit) => void;
}

export function SettingList({ settings, onEdit }: Props) {
  return (
    <ul class="settings">
      {settings.map(({ item, value }, at) => (
        <li key={item} class="row">
          <label for={`setting-${at}`} class="setting-label">
            {item}
          </label>
          <input
            id={`setting-${at}`}
            value={value}
            onInput={(event) => onEdit({ do: 'setting', at, value: event.currentTarget.value })}
          />
          <button
            type="button"
            class="small"
            aria-label={`${IMPORT.remove} ${item}`}
            onClick={() => onEdit({ do: 'deleteSetting', at })}
          >
            {IMPORT.remove}
          </button>
        </li>
      ))}
    </ul>
  );
}
