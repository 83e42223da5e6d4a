/** One proposed issue: its words, where it belongs, its measures; to be corrected, merged or taken out. */
import { useState } from 'preact/hooks';
import type { Edit } from '../corrections';
import { namesOf, type Proposal, type ProposedIssue } from '../tree';
import { Badge } from '../ui/Badge';
import { Grow } from '../ui/Grow';
import { IMPORT } from '../wording';
import { MeasureRows } from './MeasureRows';
import { NameInput } from './NameInput';

interface Props {
  issue: ProposedIssue;
  /** Its place among all issues, from 0; shown as its number. */
  place: number;
  proposal: Proposal;
  open: boolean;
  onEdit: (edit: Edit) => void;
}

export function IssueCard({ issue, place, proposal, open, onEdit }: Props) {
  const number = place + 1;
  const [shown, setShown] = useState(open);
  const { number: id, aspect, group, title, detail, measures, measureLead, measureClosing, statusWord } = issue;
  const part = (name: 'detail' | 'measureLead' | 'measureClosing', label: string, value: string) =>
    (value !== '' || name === 'detail') && (
      <div class="part">
        <span class="tag" aria-hidden="true">
          {label}
        </span>
        <Grow
          label={`${number} ${label}`}
          value={value}
          onType={(text) => onEdit({ do: 'issue', issue: id, values: { [name]: text } })}
        />
      </div>
    );
  return (
    <article class="card" aria-label={`${IMPORT.issueTitle} ${number}`}>
      <div class="row">
        <b class="no">{number}</b>
        <Grow
          label={`${number} ${IMPORT.issueTitle}`}
          value={title}
          onType={(text) => onEdit({ do: 'issue', issue: id, values: { title: text } })}
        />
        <button
          type="button"
          class="small"
          disabled={place === 0}
          aria-label={IMPORT.mergeIssue(number)}
          onClick={() => onEdit({ do: 'mergeIssue', issue: id })}
        >
          {IMPORT.merge}
        </button>
        <button
          type="button"
          class="small"
          aria-label={IMPORT.removeIssue(number)}
          onClick={() => onEdit({ do: 'deleteIssue', issue: id })}
        >
          {IMPORT.remove}
        </button>
      </div>
      <details open={open} onToggle={(event) => setShown(event.currentTarget.open)}>
        <summary class="more">
          <span class="quiet">{IMPORT.moreOf(detail !== '', measures.length)}</span>
          {statusWord !== '' && <Badge words={IMPORT.status(statusWord)} />}
        </summary>
        {shown && (
          <>
            <div class="part">
              <span class="tag" aria-hidden="true">
                {IMPORT.aspect}
              </span>
              <NameInput
                label={`${number} ${IMPORT.aspect}`}
                value={aspect}
                options={namesOf(proposal)}
                onName={(name) => onEdit({ do: 'place', issue: id, aspect: name, group })}
              />
              <span class="tag second" aria-hidden="true">
                {IMPORT.group}
              </span>
              <NameInput
                label={`${number} ${IMPORT.group}`}
                value={group}
                options={namesOf(proposal, aspect)}
                onName={(name) => onEdit({ do: 'place', issue: id, aspect, group: name })}
              />
            </div>
            {part('detail', IMPORT.detail, detail)}
            {part('measureLead', IMPORT.measureLead, measureLead)}
            <MeasureRows number={number} issue={id} measures={measures} onEdit={onEdit} />
            {part('measureClosing', IMPORT.measureClosing, measureClosing)}
          </>
        )}
      </details>
    </article>
  );
}
