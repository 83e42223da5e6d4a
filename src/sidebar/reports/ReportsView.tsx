/** 生成报告: which report, what it would say, what must be settled before it is final, and the making of it. */
import { useRef, useState } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import { usePage } from '../page';
import { useTask } from '../task';
import { useFocusOn } from '../ui/useFocusOn';
import { ChoiceForm } from './ChoiceForm';
import { askedOf, type Choices, FIRST_CHOICES, issueFault, ownOf } from './choices';
import { Footer } from './Footer';
import { Gate } from './Gate';
import { Made } from './Made';
import { PreviewPane } from './PreviewPane';
import type { Released } from './Releasers';
import { StarterNotice } from './StarterNotice';
import { usePreview } from './usePreview';
import { CHOICES, MAKE } from './wording';

export function ReportsView() {
  const { remote } = usePage();
  const [choices, setChoices] = useState<Choices>(FIRST_CHOICES);
  const [released, setReleased] = useState<Released>({ reviewer: '', approver: '' });
  const asked = askedOf(choices);
  const preview = usePreview(asked);
  const making = useTask<Gives<'generateReport'>>();
  const busy = useRef(false);
  const running = making.state.kind === 'running';
  const made = making.state.kind === 'done' ? making.state.value : null;
  const told = useFocusOn<HTMLDivElement>(made, made !== null);
  const gate = preview.ofChoices ? preview.page?.gate : undefined;

  const make = async (final: boolean) => {
    // the button is not yet switched off when the second click of two comes at once
    if (busy.current || asked === null) return;
    busy.current = true;
    const argument = { ...asked, ...ownOf(choices), ...(final ? { final, ...released } : {}) };
    await making.run(MAKE.making(final), () => remote.call('generateReport', argument));
    busy.current = false;
  };
  return (
    <main class="reports">
      <h1 class="unseen">{CHOICES.title}</h1>
      <div class="left">
        <div class="scroll">
          <ChoiceForm
            choices={choices}
            disabled={running}
            onChange={(change) => setChoices((now) => ({ ...now, ...change }))}
          />
          <StarterNotice
            key={`starter ${choices.kind}`}
            kind={choices.kind}
            wanted={preview.ofChoices && preview.page?.usesStarter === true}
            onAdded={() => void preview.compose()}
          />
          {asked !== null && gate && (
            <Gate
              key={`gate ${choices.kind}`}
              asked={asked}
              gate={gate}
              released={released}
              disabled={running}
              onDecided={(hits) => {
                preview.setHits(hits);
                void preview.compose();
              }}
              onRelease={(change) => setReleased((now) => ({ ...now, ...change }))}
            />
          )}
          <div ref={told} tabIndex={-1} role="status" class="made">
            {made && <Made report={made} />}
          </div>
        </div>
        <Footer
          gate={preview.current ? gate : undefined}
          failed={preview.state.kind === 'failed'}
          released={released}
          ready={asked !== null}
          making={making.state}
          onMake={make}
        />
      </div>
      <PreviewPane preview={preview} lacking={issueFault(choices)} />
    </main>
  );
}
