/** 待我办理: what waits for this person's signature, signed one by one in the issue or several here. */
import { useEffect, useState } from 'preact/hooks';
import type { Gives } from '../../app/contract';
import { usePage } from '../page';
import { useTask } from '../task';
import { TaskView } from '../ui/TaskView';
import { keepingFocus, useFocusOn } from '../ui/useFocusOn';
import type { Answer } from '../useAnswer';
import { COMMON } from '../wording';
import { Bulk } from './Bulk';
import { SignedRows } from './SignedRows';
import { bulkArgument, countsOf, stillWaiting, type Waiting } from './signing';
import { WaitingRow } from './WaitingRow';
import { WAITING } from './wording';

interface Props {
  waiting: Answer<Waiting>;
  /** The panel is the one seen; each time it comes to be, it asks anew. */
  active: boolean;
  onOpen: (issue: number) => void;
  /** Told when signatures were given. */
  onSigned: () => void;
}

export function WaitingPanel({ waiting, active, onOpen, onSigned }: Props) {
  const { remote } = usePage();
  const { value, state, ask } = waiting;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [asking, setAsking] = useState(false);
  const signing = useTask<Gives<'act'>>();
  const rows = value ?? [];
  const meant = stillWaiting(rows, chosen);
  const results = signing.state.kind === 'done' ? signing.state.value.results : null;
  const told = useFocusOn<HTMLDivElement>(results, results !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: coming to the panel is what asks
  useEffect(() => {
    if (active) void ask();
  }, [active]);

  const choose = (numbers: readonly number[], wanted: boolean) => {
    setAsking(false);
    setChosen((old) => new Set([...old].filter((one) => !numbers.includes(one)).concat(wanted ? numbers : [])));
  };
  const sign = async () => {
    const { length } = meant;
    const result = await signing.run(WAITING.signing(length), () => remote.call('act', bulkArgument(meant)));
    setAsking(false);
    if (!result.ok) return;
    choose(
      result.value.results.filter(({ ok }) => ok).map(({ issue }) => issue),
      false,
    );
    if (countsOf(result.value.results).done > 0) onSigned();
    await ask();
  };
  const running = signing.state.kind === 'running';
  return (
    <div class="check-panel">
      <div class="turns">
        <span role="status" class="quiet">
          {value === null ? '' : rows.length === 0 ? WAITING.none : WAITING.count(rows.length)}
        </span>
        <span class="spring" />
        <button type="button" disabled={state.kind === 'running'} onClick={() => void ask()}>
          {WAITING.reload}
        </button>
      </div>
      {value === null || state.kind === 'failed' ? <TaskView state={state} /> : null}
      {rows.length > 0 && (
        <Bulk
          {...{ running, asking }}
          count={meant.length}
          all={meant.length === rows.length}
          onAll={(wanted) =>
            choose(
              rows.map(({ number }) => number),
              wanted,
            )
          }
          onAsk={setAsking}
          onSign={() => void keepingFocus(sign)}
        />
      )}
      <TaskView state={signing.state} withoutRetry />
      <div ref={told} tabIndex={-1} role="status" class="links">
        {results && <SignedRows results={results} onOpen={onOpen} />}
      </div>
      {results && (
        <button type="button" class="small" onClick={signing.reset}>
          {COMMON.close}
        </button>
      )}
      <ul class="rows" aria-label={WAITING.title}>
        {rows.map((row) => (
          <WaitingRow
            key={row.number}
            row={row}
            chosen={chosen.has(row.number)}
            disabled={running}
            onChoose={(wanted) => choose([row.number], wanted)}
            onOpen={() => onOpen(row.number)}
          />
        ))}
      </ul>
    </div>
  );
}
