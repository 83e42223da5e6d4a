/** One 方面 with its 类 and issues. */
import type { Edit } from '../corrections';
import { type AspectNode, namesOf, type Proposal } from '../tree';
import { IMPORT } from '../wording';
import { IssueCard } from './IssueCard';
import { NameInput } from './NameInput';

interface Props {
  node: AspectNode;
  proposal: Proposal;
  open: boolean;
  onEdit: (edit: Edit) => void;
}

export function AspectSection({ node, proposal, open, onEdit }: Props) {
  const { aspect, groups } = node;
  return (
    <section class="aspect-block" aria-label={aspect === '' ? IMPORT.noAspect : aspect}>
      <h2>
        <NameInput
          label={IMPORT.aspect}
          value={aspect}
          options={namesOf(proposal)}
          onName={(to) => onEdit({ do: 'renameAspect', from: aspect, to })}
        />
      </h2>
      {groups.map(({ group, issues }) => (
        <div key={`${group}${issues[0]?.issue.number ?? 0}`} class="group">
          {group !== '' && <h3>{group}</h3>}
          {issues.map(({ issue, place }) => (
            <IssueCard key={issue.number} issue={issue} place={place} proposal={proposal} open={open} onEdit={onEdit} />
          ))}
        </div>
      ))}
    </section>
  );
}
