/** What the comparison found: how much of each kind, and the changes issue by issue. */
import { useState } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import { type Change, ChangeItem } from './ChangeItem';
import { IssueJump } from './IssueJump';
import { RECONCILE } from './wording';

type Found = Gives<'reconcile'>;
const KINDS = ['hand', 'ledger', 'both'] as const;

export function Results({ found }: { found: Found }) {
  const { version, kind, same, changes } = found;
  const [shown, setShown] = useState<readonly Change['kind'][]>(KINDS);
  const toggle = (one: Change['kind']) =>
    setShown((now) => (now.includes(one) ? now.filter((other) => other !== one) : [...now, one]));
  const groups = groupsOf(changes.filter((change) => shown.includes(change.kind)));
  return (
    <>
      <div class="toolbar counts">
        <b>{RECONCILE.of(version, kind)}</b>
        <span>{RECONCILE.counts(same)}</span>
        <span class="spring" />
        {changes.length > 0 && (
          <fieldset class="actions" aria-label={RECONCILE.filter}>
            {KINDS.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={found[one] > 0 && shown.includes(one)}
                disabled={found[one] === 0}
                onClick={() => toggle(one)}
              >
                {RECONCILE.kinds[one]} {found[one]}
              </button>
            ))}
          </fieldset>
        )}
      </div>
      {changes.length === 0 && <p class="done">{RECONCILE.equal}</p>}
      {changes.length > 0 && groups.length === 0 && <p class="empty">{RECONCILE.hidden}</p>}
      {groups.map(({ about, changes: own }) => (
        <section key={about} class="group">
          <header class="marks">
            <h2>{about === null ? RECONCILE.others : RECONCILE.issue(about)}</h2>
            <span class="tally">{own.length}</span>
            {about !== null && <IssueJump issue={about} />}
          </header>
          <ul class="changes">
            {own.map((change) => (
              <ChangeItem
                key={change.base + change.published + change.ledger}
                change={change}
                withoutBase={version === null}
              />
            ))}
          </ul>
        </section>
      ))}
      {changes.length > 0 && (
        <section class="notice">
          <b>{RECONCILE.todo}</b>
          <ul>
            {KINDS.filter((one) => found[one] > 0).map((one) => (
              <li key={one}>{RECONCILE.hints[one]}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Changes of one issue together, in the order in which each first comes. */
function groupsOf(changes: readonly Change[]): { about: number | null; changes: Change[] }[] {
  const groups = new Map<number | null, Change[]>();
  for (const change of changes) groups.set(change.about, [...(groups.get(change.about) ?? []), change]);
  return Array.from(groups, ([about, own]) => ({ about, changes: own }));
}
