/** The making of a draft, and of a final report: what that still lacks, and a question before it. */
import { useRef, useState } from 'preact/hooks';
import { usePage } from '../page';
import type { TaskState } from '../task';
import { Question } from '../ui/Question';
import { TaskView } from '../ui/TaskView';
import { keepingFocus } from '../ui/useFocusOn';
import { COMMON } from '../wording';
import { undecidedIn } from './Gate';
import type { Released } from './Releasers';
import type { Page } from './usePreview';
import { GATE, MAKE } from './wording';

interface Props {
  /** Undefined while it is not known, or not of the choices as they stand. */
  gate: Page['gate'] | undefined;
  /** The gate cannot be had. */
  failed: boolean;
  released: Released;
  /** The choices are complete. */
  ready: boolean;
  making: TaskState<unknown>;
  onMake: (final: boolean) => Promise<void>;
}

export function Footer({ gate, failed, released, ready, making, onMake }: Props) {
  const { close } = usePage();
  const [asking, setAsking] = useState(false);
  const final = useRef<HTMLButtonElement>(null);
  const running = making.kind === 'running';
  const lacking = gate && lackingOf(gate, released);
  const open = ready && lacking === '';
  const why = !ready || failed || running ? '' : lacking === undefined ? MAKE.wait : lacking && MAKE.before(lacking);
  return (
    <div class="footer">
      <TaskView state={making} withoutRetry />
      {asking && open && (
        <Question
          words={MAKE.question}
          confirm={MAKE.confirm}
          disabled={running}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            // the question goes away with its button
            final.current?.focus();
            void keepingFocus(() => onMake(true));
          }}
        />
      )}
      <p id="why-not" class="quiet why" role="status">
        {why}
      </p>
      <button
        type="button"
        class="main"
        disabled={!ready || running}
        // the second click of a double click is no second wish
        onClick={(event) => event.detail < 2 && void keepingFocus(() => onMake(false))}
      >
        {MAKE.draft}
      </button>
      <button
        ref={final}
        type="button"
        aria-describedby="why-not"
        aria-expanded={asking && open}
        disabled={!open || running}
        onClick={(event) => event.detail < 2 && setAsking(!asking)}
      >
        {MAKE.final}
      </button>
      <span class="spring" />
      <button type="button" onClick={close}>
        {COMMON.close}
      </button>
    </div>
  );
}

function lackingOf(gate: Page['gate'], released: Released): string {
  const people = (['reviewer', 'approver'] as const).filter((what) => released[what] === '').map((what) => GATE[what]);
  return MAKE.lacking(gate.faults.length, undecidedIn(gate), people);
}
