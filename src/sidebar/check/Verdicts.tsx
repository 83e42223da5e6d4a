/** What verifying found: what is in order, what is not, and what it cannot tell. */
import type { Gives } from '../../app/contract';
import { JumpButton } from '../ui/JumpButton';
import { SIDEBAR, TABS, VERIFY } from '../wording';

interface LogProps {
  verdict: Gives<'verifyLog'>;
  onOpen: (issue: number) => void;
}

export function LogVerdict({ verdict, onOpen }: LogProps) {
  const { rows, intact, broken, seals, differs } = verdict;
  return (
    <>
      <p class={intact ? 'done' : 'faults'}>{intact ? VERIFY.intact(rows) : VERIFY.broken(broken)}</p>
      <p class="quiet">{seals > 0 ? VERIFY.sealed(seals) : VERIFY.unsealed}</p>
      {differs.length === 0 ? (
        <p>{VERIFY.agrees}</p>
      ) : (
        <>
          <p class="fault">{VERIFY.differs(differs.length)}</p>
          <ul class="rows">
            {differs.map(({ issue, cell, message }) => (
              <li key={`${issue} ${cell} ${message}`} class="wrap">
                <button type="button" class="link" onClick={() => onOpen(issue)}>
                  {SIDEBAR.issueName(issue)}
                </button>
                {message} {cell !== '' && <JumpButton tab={TABS.issues} cell={cell} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

export function FilesVerdict({ verdict }: { verdict: Gives<'verifyFiles'> }) {
  const { checked, filled, changed } = verdict;
  return (
    <>
      <p>
        {VERIFY.checked(checked)}
        {filled > 0 && VERIFY.filled(filled)}
      </p>
      {changed.length === 0 ? (
        checked > 0 && <p class="done">{VERIFY.unchanged}</p>
      ) : (
        <>
          <p class="fault">{VERIFY.changed(changed.length)}</p>
          <ul class="rows">
            {changed.map(({ id, message }) => (
              <li key={id} class="wrap">
                <b>{id}</b> {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
