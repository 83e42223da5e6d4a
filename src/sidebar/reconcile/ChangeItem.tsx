/** One change: its kind, and the texts beside each other with what differs marked. */
import type { Gives } from '../../app/contract';
import { Badge } from '../ui/Badge';
import type { Tone } from '../words';
import { Marked } from './Marked';
import { type Marks, marksOf, NONE } from './marks';
import { RECONCILE } from './wording';

export type Change = Gives<'reconcile'>['changes'][number];
type Side = keyof typeof RECONCILE.sides;

const TONES: Readonly<Record<Change['kind'], Tone>> = { hand: 'plain', ledger: 'soon', both: 'bad' };

/** `withoutBase`: there was none to compare with, so only the published text and the ledger's are shown. */
export function ChangeItem({ change, withoutBase = false }: { change: Change; withoutBase?: boolean }) {
  const marks = sidesOf(change, withoutBase);
  return (
    <li class="change">
      <p class="marks">
        <Badge words={RECONCILE.kinds[change.kind]} tone={TONES[change.kind]} />
      </p>
      <dl class={withoutBase ? 'two' : 'three'}>
        {marks.map(([side, own]) => (
          <div key={side}>
            <dt>{RECONCILE.sides[side]}</dt>
            <dd class={change[side] === '' ? 'quiet' : 'wrap'}>
              {change[side] === '' ? RECONCILE.absent : <Marked text={change[side]} marks={own} />}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** Each side with its marks: against the base, which shows those of the side that left it alone. */
function sidesOf({ kind, base, published, ledger }: Change, withoutBase: boolean): [Side, Marks][] {
  const between = (one: string, other: string) => (one === '' || other === '' ? [NONE, NONE] : marksOf(one, other));
  if (withoutBase) {
    const [mine = NONE, other = NONE] = between(published, ledger);
    return [
      ['published', mine],
      ['ledger', other],
    ];
  }
  const [byHand = NONE, hand = NONE] = between(base, published);
  const [byLedger = NONE, theirs = NONE] = between(base, ledger);
  return [
    ['base', kind === 'hand' ? byHand : kind === 'ledger' ? byLedger : NONE],
    ['published', hand],
    ['ledger', theirs],
  ];
}
