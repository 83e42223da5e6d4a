/** The application under way: the chain as steps, who signed when, who may sign next. */
import type { IssueView } from '../useIssue';
import { instantWords } from '../words';
import { COURSE } from './wording';

type Attempt = NonNullable<IssueView['course']['attempt']>;

const SIGNS = { signed: '✓', next: '●', later: '○' } as const;

export function AttemptSteps({ attempt }: { attempt: Attempt }) {
  const { target, by, at, steps } = attempt;
  const next = steps.findIndex((step) => step.by === '');
  return (
    <div class="attempt">
      <p>
        <b>{COURSE.applied(target)}</b> <span class="quiet wrap">{COURSE.appliedBy(by, instantWords(at))}</span>
      </p>
      <ol class="steps">
        {steps.map((step, place) => {
          const stand = step.by !== '' ? 'signed' : place === next ? 'next' : 'later';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a chain may name one role twice, and its order is fixed
            <li key={place} class={stand} aria-current={stand === 'next' ? 'step' : undefined}>
              <span class="step-sign" aria-hidden="true">
                {SIGNS[stand]}
              </span>
              <span class="wrap">
                <b>{step.role}</b> {COURSE[stand]}
                <span class="unseen">{COURSE.stepOf(place + 1, steps.length)}</span>
                <span class="who">
                  {stand === 'signed' ? `${step.by} ${instantWords(step.at)}` : <Signers names={step.may} />}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
      <p class="quiet">{COURSE.voids}</p>
    </div>
  );
}

function Signers({ names }: { names: readonly string[] }) {
  const nobody = names.length === 0;
  return <span class={nobody ? 'fault' : ''}>{nobody ? COURSE.nobody : COURSE.may(names.join('、'))}</span>;
}
