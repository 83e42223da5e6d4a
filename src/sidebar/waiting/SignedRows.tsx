/** What came of signing several at once, a row for each. */
import type { Gives } from '../../app/contract';
import { UnmetList } from '../course/UnmetList';
import { SIDEBAR } from '../wording';
import { countsOf } from './signing';
import { WAITING } from './wording';

interface Props {
  results: Gives<'act'>['results'];
  onOpen: (issue: number) => void;
}

export function SignedRows({ results, onOpen }: Props) {
  const { done, refused } = countsOf(results);
  return (
    <>
      <p>{WAITING.summary(done, refused)}</p>
      <ul class="rows">
        {results.map(({ issue, ok, message, unmet }) => (
          <li key={issue} class={ok ? 'done' : 'faults'}>
            <button type="button" class="link" onClick={() => onOpen(issue)}>
              {SIDEBAR.issueName(issue)}
            </button>
            {ok ? message || WAITING.signed : WAITING.refused}
            {!ok && (unmet.length === 0 ? message : <UnmetList unmet={unmet} />)}
          </li>
        ))}
      </ul>
    </>
  );
}
