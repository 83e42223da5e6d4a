/** 视图: the program's filter views, each opened by its link; the bringing up to date of views and dashboard; files. */
import { useEffect } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import { usePage } from '../page';
import { useTask } from '../task';
import { Section } from '../ui/Section';
import { TaskView } from '../ui/TaskView';
import { keepingFocus } from '../ui/useFocusOn';
import { NOTHING, useAnswer } from '../useAnswer';
import { instantWords } from '../words';
import { FilesPart } from './FilesPart';
import { groupsOf } from './families';
import { ViewRows } from './ViewRows';
import { VIEWS } from './wording';

interface Props {
  /** The panel is the one seen; each time it comes to be, it asks anew. */
  active: boolean;
  /** Whose views come first; `''` where the ledger does not know the person. */
  name: string;
}

export function ViewsPanel({ active, name }: Props) {
  const { remote } = usePage();
  const { value, state, ask } = useAnswer('listViews', NOTHING, VIEWS.loading);
  const updating = useTask<Gives<'refreshViews'>>();
  const drawing = useTask<Gives<'refreshDashboard'>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: coming to the panel is what asks
  useEffect(() => {
    if (active) void ask();
  }, [active]);

  const update = async () => {
    const result = await updating.run(VIEWS.updating, () => remote.call('refreshViews', {}));
    if (result.ok) await ask();
  };
  const draw = () => drawing.run(VIEWS.drawing, () => remote.call('refreshDashboard', {}));
  const busy = updating.state.kind === 'running' || drawing.state.kind === 'running';
  const unmade = (value ?? []).filter(({ url }) => url === '').length;
  return (
    <div class="check-panel">
      <div class="actions">
        <button type="button" disabled={busy} onClick={() => void keepingFocus(update)}>
          {VIEWS.update}
        </button>
        <button type="button" disabled={busy} onClick={() => void keepingFocus(draw)}>
          {VIEWS.dashboard}
        </button>
      </div>
      <TaskView state={updating.state} />
      <TaskView state={drawing.state} />
      <div role="status">
        {updating.state.kind === 'done' && <p class="good">{VIEWS.updated(updating.state.value)}</p>}
        {drawing.state.kind === 'done' && <p class="good">{VIEWS.drawn(instantWords(drawing.state.value.asOf))}</p>}
      </div>
      {value === null || state.kind === 'failed' ? <TaskView state={state} /> : null}
      {value?.length === 0 && <p class="empty">{VIEWS.none}</p>}
      {unmade > 0 && <p class="notice">{VIEWS.unmadeAll(unmade)}</p>}
      {groupsOf(value ?? [], name).map(({ title, views, byWhom }) => (
        <Section key={title} title={title} count={views.length} open={!byWhom}>
          <ViewRows views={views} short={byWhom} />
        </Section>
      ))}
      <FilesPart />
    </div>
  );
}
