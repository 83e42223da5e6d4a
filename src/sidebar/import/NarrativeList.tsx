/** The parts of a report that are no issues: introduction, results, what is next. */
import type { Edit } from '../corrections';
import { type Narrative, PARTS } from '../tree';
import { Grow } from '../ui/Grow';
import { IMPORT } from '../wording';

interface Props {
  narrative: readonly Narrative[];
  onEdit: (edit: Edit) => void;
}

export function NarrativeList({ narrative, onEdit }: Props) {
  return (
    <ul class="narrative">
      {narrative.map(({ part, order, level, title, body }, at) => (
        <li key={`${part}${order}`}>
          <div class="row">
            <select
              aria-label={IMPORT.part}
              value={part}
              onChange={(event) => {
                const chosen = PARTS.find((one) => one === event.currentTarget.value);
                if (chosen !== undefined) onEdit({ do: 'narrative', at, values: { part: chosen } });
              }}
            >
              {PARTS.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
            <span class="quiet">{level}</span>
            {title !== '' && (
              <Grow
                label={`${part} ${order} ${IMPORT.narrativeTitle}`}
                value={title}
                onType={(text) => onEdit({ do: 'narrative', at, values: { title: text } })}
              />
            )}
            <span class="spring" />
            <button
              type="button"
              class="small"
              aria-label={`${IMPORT.remove} ${part} ${order}`}
              onClick={() => onEdit({ do: 'deleteNarrative', at })}
            >
              {IMPORT.remove}
            </button>
          </div>
          {(body !== '' || title === '') && (
            <Grow
              label={`${part} ${order} ${IMPORT.narrativeBody}`}
              value={body}
              onType={(text) => onEdit({ do: 'narrative', at, values: { body: text } })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
