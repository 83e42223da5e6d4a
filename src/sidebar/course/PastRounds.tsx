/** Rounds that were closed before the present one, which stay readable after a reopening. */

import { Section } from '../ui/Section';
import type { IssueView } from '../useIssue';
import { COURSE } from './wording';

export function PastRounds({ rounds }: { rounds: IssueView['course']['past'] }) {
  if (rounds.length === 0) return null;
  return (
    <Section title={COURSE.past} count={rounds.length} open={false}>
      <ul class="evidence">
        {rounds.map(({ round, closedAs, closedOn, signedBy, reopened }) => (
          <li key={round}>
            <p class="marks">
              <b>{COURSE.round(round)}</b>
              <span>{COURSE.closed(closedAs, closedOn)}</span>
            </p>
            {signedBy.length > 0 && <p class="wrap">{COURSE.signedBy(signedBy.join('、'))}</p>}
            {reopened !== '' && <p class="wrap">{COURSE.reopened(reopened)}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
