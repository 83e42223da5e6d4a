/** 定稿条件: what stands against a final report, what must be decided for it, and what whoever releases it should see. */
import { Badge } from '../ui/Badge';
import { Section } from '../ui/Section';
import type { Asked } from './choices';
import { Differences } from './Differences';
import { FaultList } from './FaultList';
import { Hits } from './Hits';
import { type Released, Releasers } from './Releasers';
import type { Hit, Page } from './usePreview';
import { GATE } from './wording';

interface Props {
  asked: Asked;
  gate: Page['gate'];
  released: Released;
  disabled: boolean;
  onDecided: (hits: Hit[]) => void;
  onRelease: (change: Partial<Released>) => void;
}

export function undecidedIn({ hits }: Pick<Page['gate'], 'hits'>): number {
  return hits.filter(({ decision }) => decision === null).length;
}

export function Gate({ asked, gate, released, disabled, onDecided, onRelease }: Props) {
  const { faults, hits, differences, waivers, people } = gate;
  const open = undecidedIn(gate);
  return (
    <section class="gate" aria-labelledby="gate-title">
      <h2 id="gate-title">{GATE.title}</h2>
      {faults.length > 0 && (
        <Section title={GATE.faults} count={faults.length}>
          <FaultList faults={faults} />
        </Section>
      )}
      {hits.length > 0 && (
        <Section
          title={GATE.hits}
          count={hits.length}
          mark={<Badge words={GATE.undecided(open)} tone={open === 0 ? 'good' : 'soon'} />}
        >
          <Hits asked={asked} hits={hits} people={people} disabled={disabled} onDecided={onDecided} />
        </Section>
      )}
      {differences.length > 0 && (
        <Section title={GATE.differences} count={differences.length}>
          <Differences differences={differences} />
        </Section>
      )}
      {waivers.length > 0 && (
        <Section title={GATE.waivers} count={waivers.length} open={false}>
          <ul class="rows">
            {waivers.map(({ title, message, by, reason }) => (
              <li key={title + message} class="wrap">
                <b>{title}</b> {message}
                <p class="quiet">{GATE.waived(by, reason)}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={GATE.releasers}>
        <Releasers people={people} chosen={released} disabled={disabled} onChoose={onRelease} />
      </Section>
    </section>
  );
}
