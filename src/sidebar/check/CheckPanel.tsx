/** 校验: everything the rules find in the ledger, gravest first. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Checked, findingKey, groupFindings, waivedFindings } from '../findings';
import { usePage } from '../page';
import { useTask } from '../task';
import { Section } from '../ui/Section';
import { TaskView } from '../ui/TaskView';
import { CHECK } from '../wording';
import { FindingCard } from './FindingCard';
import { RuleList } from './RuleList';
import { VerifyPart } from './VerifyPart';

interface Props {
  /** The panel is the one seen; the first time it is, it checks. */
  active: boolean;
  /** Told how many errors stand. */
  onCounted: (errors: number) => void;
  /** Told when a check has written to the ledger. */
  onChanged: () => void;
  onOpen: (issue: number) => void;
}

export function CheckPanel({ active, onCounted, onChanged, onOpen }: Props) {
  const { remote } = usePage();
  const [checked, setChecked] = useState<{ value: Checked; at: string } | null>(null);
  const { state, run } = useTask<Checked>();

  const keep = useCallback(
    (value: Checked) => {
      const now = new Date();
      const two = (n: number) => String(n).padStart(2, '0');
      setChecked({ value, at: `${two(now.getHours())}:${two(now.getMinutes())}` });
      onCounted(value.errors);
      onChanged();
    },
    [onCounted, onChanged],
  );
  const check = useCallback(
    () =>
      run(CHECK.running, async () => {
        const result = await remote.call('checkLedger', {});
        if (result.ok) keep(result.value);
        return result;
      }),
    [remote, run, keep],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening the panel is what starts the first check
  useEffect(() => {
    if (active && checked === null && state.kind === 'idle') void check();
  }, [active]);

  const groups = checked === null ? [] : groupFindings(checked.value.findings);
  const waived = checked === null ? [] : waivedFindings(checked.value.findings);
  return (
    <div class="check-panel">
      <div class="turns">
        <span role="status" class="quiet">
          {checked === null ? '' : CHECK.at(checked.at)}
        </span>
        <span class="spring" />
        <button type="button" class="main" disabled={state.kind === 'running'} onClick={() => void check()}>
          {checked === null ? CHECK.run : CHECK.again}
        </button>
      </div>
      <TaskView state={state} />
      {checked !== null && (
        <>
          <p role="status" class="summary">
            {groups.length === 0
              ? CHECK.clean
              : CHECK.summary(checked.value.errors, checked.value.warnings, checked.value.notes)}
          </p>
          {groups.map(({ severity, count, rules }) => (
            <section key={severity} class={`severity ${severity}`} aria-label={CHECK.severity[severity]}>
              <h2>
                {CHECK.severity[severity]} <span class="tally">{count}</span>
              </h2>
              {rules.map((rule) => (
                <RuleList
                  key={rule.code + rule.title}
                  rule={rule}
                  open={severity === groups[0]?.severity}
                  onWaived={keep}
                />
              ))}
            </section>
          ))}
          {waived.length > 0 && (
            <Section title={CHECK.waived(waived.length)} open={false}>
              {waived.map((finding) => (
                <FindingCard key={findingKey(finding)} finding={finding} onWaived={keep} />
              ))}
            </Section>
          )}
        </>
      )}
      <VerifyPart onOpen={onOpen} />
    </div>
  );
}
