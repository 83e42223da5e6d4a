/** What can be done with the issue now: the buttons, the form of the one chosen, and what came of it. */
import { useRef, useState } from 'preact/hooks';
import { draftOf, type Entries, withFaults } from '../drafts';
import type { RecordProps } from '../issue/recordProps';
import { Unsaved } from '../issue/Unsaved';
import { TaskView } from '../ui/TaskView';
import { keepingFocus } from '../ui/useFocusOn';
import { ActionForm } from './ActionForm';
import { type Action, argumentOf, draftKey, formOf, questionOf } from './act';
import { Blocked } from './Blocked';
import { UnmetList } from './UnmetList';
import { useAct } from './useAct';
import { COURSE } from './wording';

/** What brings an issue on; nothing else is offered before the rest. */
const FORWARD: readonly string[] = ['start', 'apply', 'applyOngoing', 'selfCheck', 'sign', 'grantExtension'];

export function Actions({ issue, drafts, onDraft, onRefresh, onActed }: RecordProps) {
  const { number, actions, measures } = issue;
  const hasDraft = ({ id }: Action) => Object.keys(draftOf(drafts, 'act', draftKey(number, id))).length > 0;
  // the action itself, since a refusal may come with a state that no longer offers it
  const [open, setOpen] = useState<Action | null>(() => actions.find(hasDraft) ?? null);
  const [tried, setTried] = useState('');
  const { state, acted, act, reset } = useAct();
  const place = useRef<HTMLDivElement>(null);
  const ready = actions.filter(({ unmet }) => unmet.length === 0);
  const blocked = actions.filter(({ unmet }) => unmet.length > 0);
  const forward = ready.find(({ id }) => FORWARD.includes(id));
  const running = state.kind === 'running';
  const hasForm = (action: Action) => formOf(action, measures).length > 0 || questionOf(action, issue) !== null;

  const send = async (action: Action, entries: Entries) => {
    setTried(action.title);
    const record = { kind: 'act' as const, key: draftKey(number, action.id), issue: number };
    const result = await act(action.title, argumentOf(action, issue, entries));
    if (!result.ok) {
      onDraft(record, (now) => withFaults(now, result.faults).entries);
      return;
    }
    const done = result.value.results.every(({ ok }) => ok);
    if (done) {
      onDraft(record, () => ({}));
      setOpen(null);
    }
    await onRefresh();
    if (done) {
      onActed();
      place.current?.focus();
    }
  };
  const choose = (action: Action) => {
    reset();
    if (!hasForm(action)) void keepingFocus(() => send(action, {}));
    else setOpen(action.id === open?.id ? null : action);
  };
  return (
    <div class="doing" ref={place} tabIndex={-1}>
      {actions.length === 0 && <p class="empty">{COURSE.nothing}</p>}
      {ready.length > 0 && (
        <div class="actions">
          {ready.map((action) => (
            <button
              key={action.id}
              type="button"
              class={action.id === forward?.id ? 'main' : ''}
              disabled={running}
              aria-expanded={hasForm(action) ? action.id === open?.id : undefined}
              onClick={() => choose(action)}
            >
              {action.title}
              {action.id !== open?.id && <Unsaved drafts={drafts} kind="act" of={draftKey(number, action.id)} />}
            </button>
          ))}
        </div>
      )}
      {open !== null && (
        <ActionForm
          key={open.id}
          {...{ issue, drafts, onDraft, running }}
          action={open}
          onSend={(entries) => void keepingFocus(() => send(open, entries))}
          onCancel={() => {
            reset();
            setOpen(null);
            place.current?.focus();
          }}
        />
      )}
      <TaskView state={state} withoutRetry />
      {acted !== null && !acted.ok && (
        <div class="faults" role="alert">
          <p>{COURSE.refused(tried)}</p>
          {acted.unmet.length === 0 ? <p>{acted.message}</p> : <UnmetList unmet={acted.unmet} />}
        </div>
      )}
      <p role="status" class={acted?.ok ? 'good' : 'unseen'}>
        {acted?.ok ? acted.message || COURSE.done(tried) : ''}
      </p>
      {blocked.length > 0 && <Blocked actions={blocked} />}
    </div>
  );
}
