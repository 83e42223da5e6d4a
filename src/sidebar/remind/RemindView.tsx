/** 提醒试运行: who is due which mail today, whom none can reach, and the sending of it after a question. */
import { useEffect, useState } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import { usePage } from '../page';
import { useTask } from '../task';
import { Question } from '../ui/Question';
import { TaskView } from '../ui/TaskView';
import { useFocusOn } from '../ui/useFocusOn';
import { useAnswer } from '../useAnswer';
import { COMMON } from '../wording';
import { Mails } from './Mails';
import { Outcome } from './Outcome';
import { REMIND } from './wording';

const DRY_RUN = { dryRun: true };

export function RemindView() {
  const { remote, close } = usePage();
  const { value: plan, state, ask } = useAnswer('remind', DRY_RUN, REMIND.trying);
  const [asking, setAsking] = useState(false);
  const sending = useTask<Gives<'remind'>>();
  const done = sending.state.kind === 'done' ? sending.state.value : null;
  const told = useFocusOn<HTMLDivElement>(done, done !== null);
  useEffect(() => {
    void ask();
  }, [ask]);

  const tryAgain = () => {
    sending.reset();
    setAsking(false);
    void ask();
  };
  const count = plan?.mails.length ?? 0;
  const send = async () => {
    setAsking(false);
    await sending.run(REMIND.sending(count), () => remote.call('remind', { dryRun: false }));
  };
  const busy = state.kind === 'running' || sending.state.kind === 'running';
  const shown = done ?? plan;
  return (
    <main class="dialog">
      <h1 class="unseen">{REMIND.title}</h1>
      {done === null && <p class="quiet">{REMIND.explain}</p>}
      <TaskView state={state} withoutRetry />
      <TaskView state={sending.state} withoutRetry />
      <div ref={told} tabIndex={-1} role="status" class="links">
        {done && <Outcome done={done} />}
      </div>
      {shown && (
        <p role="status">
          {done === null && <b>{count === 0 ? REMIND.none : REMIND.counts(count, itemsOf(shown))} </b>}
          <span class="quiet">{REMIND.quota(shown.quotaLeft)}</span>
        </p>
      )}
      {shown && <Mails answer={shown} sent={done !== null} />}
      <div class="footer">
        {asking && (
          <Question
            words={REMIND.question(count)}
            confirm={REMIND.confirm(count)}
            onCancel={() => setAsking(false)}
            onConfirm={() => void send()}
          />
        )}
        <button type="button" disabled={busy} onClick={tryAgain}>
          {REMIND.again}
        </button>
        <span class="spring" />
        {count > 0 && done === null && (
          <button type="button" class="main" disabled={busy} aria-expanded={asking} onClick={() => setAsking(!asking)}>
            {REMIND.send(count)}
          </button>
        )}
        <button type="button" onClick={close}>
          {COMMON.close}
        </button>
      </div>
    </main>
  );
}

function itemsOf({ mails }: Gives<'remind'>): number {
  return mails.reduce((sum, { items }) => sum + items.length, 0);
}
