/** The measures of a proposed issue. */
import type { Edit } from '../corrections';
import { Grow } from '../ui/Grow';
import { IMPORT } from '../wording';

interface Props {
  /** As shown. */
  number: number;
  /** As the tree names it. */
  issue: number;
  measures: readonly string[];
  onEdit: (edit: Edit) => void;
}

export function MeasureRows({ number, issue, measures, onEdit }: Props) {
  return (
    <>
      {measures.map((text, measure) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a measure of a draft is its place
        <div class="part" key={measure}>
          <span class="tag" aria-hidden="true">
            {IMPORT.measure(measure + 1)}
          </span>
          <Grow
            label={`${number} ${IMPORT.measure(measure + 1)}`}
            value={text}
            onType={(typed) => onEdit({ do: 'measure', issue, measure, text: typed })}
          />
          <button
            type="button"
            class="small"
            disabled={measure === 0}
            aria-label={IMPORT.mergeMeasureInto(number, measure + 1)}
            onClick={() => onEdit({ do: 'mergeMeasure', issue, measure })}
          >
            {IMPORT.mergeMeasure}
          </button>
          <button
            type="button"
            class="small"
            aria-label={IMPORT.removeMeasure(number, measure + 1)}
            onClick={() => onEdit({ do: 'deleteMeasure', issue, measure })}
          >
            {IMPORT.remove}
          </button>
        </div>
      ))}
      <button type="button" class="link add-measure" onClick={() => onEdit({ do: 'addMeasure', issue })}>
        + {IMPORT.addMeasure}
      </button>
    </>
  );
}
