/** Paragraphs nobody could place, each to be given to an issue or left in 未归位. */
import { useState } from 'preact/hooks';
import type { Edit } from '../corrections';
import { type Proposal, unplacedOf } from '../tree';
import { Badge } from '../ui/Badge';
import { IMPORT } from '../wording';

interface Props {
  proposal: Proposal;
  onEdit: (edit: Edit) => void;
}

export function Unplaced({ proposal, onEdit }: Props) {
  const rows = unplacedOf(proposal);
  if (rows.length === 0) return null;
  return (
    <section class="unplaced" aria-label={IMPORT.unplaced(rows.length)}>
      <h2>{IMPORT.unplaced(rows.length)}</h2>
      <p class="quiet">{IMPORT.unplacedExplain}</p>
      <ul>
        {rows.map(({ at, text }) => (
          <UnplacedRow key={`${at}${text}`} at={at} text={text} issues={proposal.issues} onEdit={onEdit} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  at: number;
  text: string;
  issues: Proposal['issues'];
  onEdit: (edit: Edit) => void;
}

function UnplacedRow({ at, text, issues, onEdit }: RowProps) {
  const [issue, setIssue] = useState(issues[0]?.number ?? 0);
  return (
    <li>
      <p class="wrap">
        <Badge words={IMPORT.unplacedMark} tone="soon" /> {text}
      </p>
      <div class="actions">
        <select
          aria-label={IMPORT.attachTo}
          value={issue}
          onChange={(event) => setIssue(Number(event.currentTarget.value))}
        >
          {issues.map(({ number, title }, place) => (
            <option key={number} value={number}>
              {place + 1} {title.slice(0, 24)}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="small"
          disabled={issues.length === 0}
          onClick={() => onEdit({ do: 'attach', at, issue, as: 'detail' })}
        >
          {IMPORT.asDetail}
        </button>
        <button
          type="button"
          class="small"
          disabled={issues.length === 0}
          onClick={() => onEdit({ do: 'attach', at, issue, as: 'measure' })}
        >
          {IMPORT.asMeasure}
        </button>
      </div>
    </li>
  );
}
