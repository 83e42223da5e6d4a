/** Who answers for the issue, and until when. */
import type { IssueView } from '../useIssue';
import { ISSUE } from '../wording';

export function Facts({ issue }: { issue: IssueView }) {
  const { deadline, leader, department, person } = issue;
  const facts = [
    [ISSUE.deadline, deadline ?? ''],
    [ISSUE.leader, leader],
    [ISSUE.department, department],
    [ISSUE.person, person],
  ] as const;
  return (
    <dl class="facts" aria-label={ISSUE.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class={value === '' ? 'unset' : 'wrap'}>{value === '' ? ISSUE.unset : value}</dd>
        </div>
      ))}
    </dl>
  );
}
