/** 脱敏检查: every hit, decided one at a time; the focus goes on to the next that is open. */
import { useRef } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import { usePage } from '../page';
import { useTask } from '../task';
import { TaskView } from '../ui/TaskView';
import type { Asked } from './choices';
import { type Choice, HitCard } from './HitCard';
import type { Hit } from './usePreview';
import { HIT } from './wording';

interface Props {
  asked: Asked;
  hits: readonly Hit[];
  people: Gives<'previewReport'>['gate']['people'];
  disabled: boolean;
  onDecided: (hits: Hit[]) => void;
}

export function Hits({ asked, hits, people, disabled, onDecided }: Props) {
  const { remote } = usePage();
  const { state, run } = useTask<Gives<'decideHit'>>();
  const list = useRef<HTMLUListElement>(null);
  const running = state.kind === 'running';
  const decide = async (at: number, key: string, choice: Choice, reason: string) => {
    if (running) return;
    const result = await run(HIT.deciding, () => remote.call('decideHit', { ...asked, key, choice, reason }));
    if (!result.ok) return;
    onDecided(result.value.hits);
    requestAnimationFrame(() => {
      const cards = [...(list.current?.children ?? [])];
      const next = [...cards.slice(at), ...cards].find((card) => card.classList.contains('open')) ?? cards[at];
      next?.querySelector<HTMLElement>('button:not(:disabled), summary')?.focus();
    });
  };
  return (
    <>
      <ul class="hits" ref={list}>
        {hits.map((hit, at) => (
          <HitCard
            key={`${hit.key} ${hit.decision?.choice}`}
            hit={hit}
            by={nameOf(hit.decision?.by ?? '', people)}
            disabled={disabled || running}
            onDecide={(choice, reason) => void decide(at, hit.key, choice, reason)}
          />
        ))}
      </ul>
      <TaskView state={state} withoutRetry />
    </>
  );
}

function nameOf(mail: string, people: Props['people']): string {
  return people.find((person) => person.mail === mail)?.name || mail;
}
