/** 佐证材料 of an issue: what proves what, and where it is. */
import { JumpButton } from '../ui/JumpButton';
import { SafeLink } from '../ui/SafeLink';
import type { IssueView } from '../useIssue';
import { ISSUE, TABS } from '../wording';

export function EvidenceList({ issue }: { issue: IssueView }) {
  if (issue.evidence.length === 0) return <p class="empty">{ISSUE.noEvidence}</p>;
  return (
    <ul class="evidence">
      {issue.evidence.map(({ id, type, name, date, location, cell }) => (
        <li key={`${id}${cell}`}>
          <p class="marks">
            <b>{id}</b>
            <span class="quiet">{[type, date ?? ''].filter((part) => part !== '').join(' · ')}</span>
            <JumpButton tab={TABS.evidence} cell={cell} />
          </p>
          <p class="wrap">{name}</p>
          {location !== '' && (
            <p>
              <SafeLink text={location} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
