/** The issue's headline, its state and how its deadline stands. */
import { Badge } from '../ui/Badge';
import { JumpButton } from '../ui/JumpButton';
import type { IssueView } from '../useIssue';
import { ISSUE, TABS } from '../wording';
import { dueWords, stateTone } from '../words';

export function IssueHead({ issue }: { issue: IssueView }) {
  const { number, title, aspect, state, cell } = issue;
  const due = dueWords(issue);
  return (
    <header class="head">
      <p class="marks">
        <b>{ISSUE.number(number)}</b>
        <Badge words={state === '' ? ISSUE.noState : state} tone={stateTone(state)} />
        {due.words !== '' && <Badge words={due.words} tone={due.tone} />}
      </p>
      <h2 id="issue-title" class="wrap">
        {title}
      </h2>
      <p class="under">
        <span class="aspect wrap">{aspect}</span>
        <JumpButton tab={TABS.issues} cell={cell} label={ISSUE.locate} />
      </p>
    </header>
  );
}
