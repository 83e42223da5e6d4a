/** What was recognised, as a tree in which everything can be corrected; confirmed, it is written. */
import { useRef, useState } from 'preact/hooks';
import { type Edit, edited, isSameTyping } from '../corrections';
import type { TaskState } from '../task';
import { blankIssues, countsOf, type Proposal, toConfirm, treeOf } from '../tree';
import { Section } from '../ui/Section';
import { TaskView } from '../ui/TaskView';
import { useFocusOn } from '../ui/useFocusOn';
import { IMPORT } from '../wording';
import { AspectSection } from './AspectSection';
import { NarrativeList } from './NarrativeList';
import { SettingList } from './SettingList';
import { Unplaced } from './Unplaced';

/** Issues up to this many are shown with all their parts at once. */
const OPEN_UP_TO = 40;
const UNDO_STEPS = 100;

interface Props {
  proposal: Proposal;
  /** How many issues the ledger has already. */
  present: number;
  state: TaskState<unknown>;
  onChange: (change: (proposal: Proposal) => Proposal) => void;
  onBack: () => void;
  onConfirm: (proposal: Proposal, append: boolean) => void;
}

export function ReviewStep({ proposal, present, state, onChange, onBack, onConfirm }: Props) {
  const [append, setAppend] = useState(false);
  const [problem, setProblem] = useState('');
  const [past, setPast] = useState<Proposal[]>([]);
  const lastEdit = useRef<Edit | undefined>(undefined);
  const heading = useFocusOn<HTMLHeadingElement>('review');
  const running = state.kind === 'running';
  const refusedAsNotEmpty = state.kind === 'failed' && state.faults.some(({ code }) => code === 'ledger-not-empty');
  const offersAppend = present > 0 || refusedAsNotEmpty;

  const edit = (one: Edit) => {
    setProblem('');
    if (!isSameTyping(lastEdit.current, one)) setPast((old) => [...old.slice(1 - UNDO_STEPS), proposal]);
    lastEdit.current = one;
    onChange((now) => edited(now, one));
  };
  const undo = () => {
    const last = past[past.length - 1];
    if (last === undefined) return;
    lastEdit.current = undefined;
    setPast(past.slice(0, -1));
    onChange(() => last);
  };
  const confirm = () => {
    const ready = toConfirm(proposal);
    const blank = blankIssues(ready);
    if (ready.issues.length === 0) setProblem(IMPORT.noIssue);
    else if (blank.length > 0) setProblem(IMPORT.blankTitle(blank.map((at) => at + 1).join('、')));
    else if (offersAppend && !append) setProblem(IMPORT.appendFirst);
    else {
      setProblem('');
      onConfirm(ready, append);
    }
  };

  const { aspects, issues, measures } = countsOf(proposal);
  return (
    <main class="dialog review">
      <div class="toolbar">
        <h1 ref={heading} tabIndex={-1}>
          {IMPORT.review}
        </h1>
        <span role="status" class="spring">
          {IMPORT.recognisedAs(IMPORT.kind[proposal.kind], IMPORT.counts(aspects, issues, measures))}
        </span>
        <button type="button" disabled={past.length === 0 || running} onClick={undo}>
          {IMPORT.undo}
        </button>
      </div>
      <fieldset class="plain" disabled={running}>
        {proposal.warnings.length > 0 && (
          <div class="notice">
            <b>{IMPORT.warnings}</b>
            <ul>
              {proposal.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </div>
        )}
        <Unplaced proposal={proposal} onEdit={edit} />
        {treeOf(proposal).map((node) => (
          <AspectSection
            key={node.groups[0]?.issues[0]?.issue.number}
            node={node}
            proposal={proposal}
            open={issues <= OPEN_UP_TO}
            onEdit={edit}
          />
        ))}
        <Section title={IMPORT.settings} count={proposal.settings.length} open={false}>
          <SettingList settings={proposal.settings} onEdit={edit} />
        </Section>
        <Section title={IMPORT.narrative} count={proposal.narrative.length} open={false}>
          <NarrativeList narrative={proposal.narrative} onEdit={edit} />
        </Section>
      </fieldset>
      <div class="footer">
        <div class="spring">
          {offersAppend && (
            <label class="append">
              <input type="checkbox" checked={append} onChange={(event) => setAppend(event.currentTarget.checked)} />
              {present > 0 && IMPORT.notEmpty(present)}
              {IMPORT.append}
            </label>
          )}
          {problem !== '' && (
            <p class="fault" role="alert">
              {problem}
            </p>
          )}
          <TaskView state={state} withoutRetry />
          {state.kind === 'idle' && problem === '' && <span class="quiet">{IMPORT.nothingWritten}</span>}
        </div>
        <button type="button" disabled={running} onClick={onBack}>
          {IMPORT.back}
        </button>
        <button type="button" class="main" disabled={running} onClick={confirm}>
          {IMPORT.confirm(issues)}
        </button>
      </div>
    </main>
  );
}
