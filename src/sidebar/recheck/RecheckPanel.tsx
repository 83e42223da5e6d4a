/** 回头看抽查: a sample of closed issues anybody can draw again, and how many re-checks overturned a close-out. */
import { useState } from 'preact/hooks';
import { type Entries, type Field, typedInto, withFaults } from '../drafts';
import { usePage } from '../page';
import { useTask } from '../task';
import { FieldRow } from '../ui/FieldRow';
import { submitting } from '../ui/submitting';
import { TaskView } from '../ui/TaskView';
import { focusField, keepingFocus, useFocusOn } from '../ui/useFocusOn';
import { type Drawn, dayOf, drawArgument, STRATA } from './draw';
import { Sample } from './Sample';
import { RECHECK } from './wording';

const field = (values: Pick<Field, 'id' | 'header' | 'value'> & Partial<Field>): Field => ({
  ...{ kind: 'text', note: '', required: true, system: false, options: [] },
  ...values,
});
const WORDS = RECHECK.strata;

export function RecheckPanel({ onOpen }: { onOpen: (issue: number) => void }) {
  const { remote } = usePage();
  const [entries, setEntries] = useState<Entries>({});
  const [fields] = useState(() => [
    field({ id: 'share', header: RECHECK.share, note: RECHECK.shareHint, value: '10' }),
    field({ id: 'seed', header: RECHECK.seed, note: RECHECK.seedHint, value: dayOf(new Date()) }),
  ]);
  const [by, setBy] = useState('');
  const { state, run } = useTask<Drawn>();
  const drawn = state.kind === 'done' ? state.value : null;
  const sample = useFocusOn<HTMLDivElement>(drawn, drawn !== null);

  const draw = async () => {
    const [share, seed] = fields.map(({ id, value }) => String(entries[id]?.typed ?? value ?? ''));
    const stratum = STRATA.find((one) => one === by) ?? null;
    const answer = drawArgument({ share: share ?? '', seed: seed ?? '', by: stratum });
    if ('faults' in answer) {
      const shown = Object.fromEntries(fields.map(({ id, value }) => [id, { typed: value, seen: value }]));
      setEntries((now) => withFaults({ ...shown, ...now }, answer.faults).entries);
      focusField(
        FORM,
        fields.find(({ id }) => id === answer.faults[0]?.key),
      );
      return;
    }
    await run(RECHECK.drawing, () => remote.call('drawRecheck', answer.asked));
  };
  const running = state.kind === 'running';
  const go = () => {
    if (!running) void keepingFocus(draw);
  };
  return (
    <div class="check-panel">
      <h2>{RECHECK.title}</h2>
      <p class="quiet">{RECHECK.explain}</p>
      <form class="edit" aria-label={RECHECK.title} {...submitting(go)}>
        <fieldset disabled={running}>
          {fields.map((one) => (
            <FieldRow
              key={one.id}
              form={FORM}
              field={one}
              entry={entries[one.id]}
              onType={(value) => setEntries((now) => typedInto(now, one, value))}
            />
          ))}
          <div class="field">
            <label for="recheck-by">{RECHECK.by}</label>
            <select id="recheck-by" value={by} onChange={(event) => setBy(event.currentTarget.value)}>
              <option value="">{WORDS.none}</option>
              {STRATA.map((one) => (
                <option key={one} value={one}>
                  {WORDS[one]}
                </option>
              ))}
            </select>
          </div>
        </fieldset>
        <div class="actions end">
          <button type="button" class="main" disabled={running} onClick={go}>
            {RECHECK.draw}
          </button>
        </div>
      </form>
      <TaskView state={state} withoutRetry />
      <div ref={sample} tabIndex={-1} role="status" class="links">
        {drawn && <Sample drawn={drawn} onOpen={onOpen} />}
      </div>
    </div>
  );
}

const FORM = 'recheck';
