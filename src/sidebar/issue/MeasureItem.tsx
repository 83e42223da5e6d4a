/** One measure: its state at a glance, its fields when opened. */
import { Badge } from '../ui/Badge';
import { JumpButton } from '../ui/JumpButton';
import type { IssueView } from '../useIssue';
import { ISSUE } from '../wording';
import { stateTone } from '../words';
import { EditForm } from './EditForm';
import type { RecordProps } from './IssuePanel';
import { Unsaved } from './Unsaved';

type Measure = IssueView['measures'][number];

export function MeasureItem({ measure, ...props }: RecordProps & { measure: Measure }) {
  const { id, content, state, person, deadline, evidence, cell, fields } = measure;
  return (
    <details class="item">
      <summary>
        <span class="marks">
          <b>{id}</b>
          <Badge words={state === '' ? ISSUE.noState : state} tone={stateTone(state)} />
          <span class="quiet">{ISSUE.measureEvidence(evidence)}</span>
          <Unsaved drafts={props.drafts} kind="measures" of={id} />
        </span>
        <span class="lead wrap">{content}</span>
        <span class="quiet">{[person, deadline ?? ''].filter((part) => part !== '').join(' · ')}</span>
      </summary>
      <JumpButton tab="整改措施" cell={cell} label={ISSUE.locate} />
      <EditForm kind="measures" recordKey={id} fields={fields} {...props} />
    </details>
  );
}
