/** One measure: its state at a glance, its fields when opened. */
import { useState } from 'preact/hooks';
import { draftOf } from '../drafts';
import { Badge } from '../ui/Badge';
import { JumpButton } from '../ui/JumpButton';
import type { IssueView } from '../useIssue';
import { ISSUE, TABS } from '../wording';
import { stateTone } from '../words';
import { EditForm } from './EditForm';
import type { RecordProps } from './recordProps';
import { Unsaved } from './Unsaved';

type Measure = IssueView['measures'][number];

export function MeasureItem({ measure, ...props }: RecordProps & { measure: Measure }) {
  const { id, content, state, person, deadline, evidence, cell, fields } = measure;
  const [atFirst] = useState(() => Object.keys(draftOf(props.drafts, 'measures', id)).length > 0);
  return (
    <details class="item" open={atFirst}>
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
      <JumpButton tab={TABS.measures} cell={cell} label={ISSUE.locate} />
      <EditForm kind="measures" recordKey={id} fields={fields} {...props} />
    </details>
  );
}
